"""Word files as their reader has them before him: paragraphs in order, with numbers, notes and the places of cells.

Any Word file, from anyone; changes that are tracked count as accepted. What is not safe to read raises OpcError.
"""

from reportgen.manuscript.formats import number_of, plainly
from reportgen.manuscript.reading import read_manuscript
from reportgen.manuscript.value import Cell, Manuscript, NativeChart, Note, Paragraph, Series, Span

__all__ = [
    "Cell", "Manuscript", "NativeChart", "Note", "Paragraph", "Series", "Span", "number_of", "plainly",
    "read_manuscript",
]  # fmt: skip
