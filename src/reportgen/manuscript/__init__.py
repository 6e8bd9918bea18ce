"""Word files as their reader has them before him: paragraphs in order, with numbers, notes and the places of cells.

Any Word file, from anyone; changes that are tracked count as accepted. What is not safe to read raises OpcError.
"""

from reportgen.manuscript.reading import read_manuscript
from reportgen.manuscript.value import Cell, Manuscript, Note, Paragraph, Span

__all__ = ["Cell", "Manuscript", "Note", "Paragraph", "Span", "read_manuscript"]
