"""What each type and key of content files means, in both languages: what editors show beside a key.

``NAMES``: type -> its name. ``MEANINGS``: type or ``Type.key`` -> what it is for. A test holds them complete.
"""

from reportgen.content.keys import figures, lists, matter, register, report, text
from reportgen.content.keys.wording import PROSE, SHORT_CELL, SHORT_COLUMN, SHORT_PARAGRAPH, SHORT_ROW, Both

NAMES: dict[str, Both] = {}
MEANINGS: dict[str, Both] = {}
for _part in (report, matter, text, figures, lists, register):
    NAMES |= _part.NAMES
    MEANINGS |= _part.MEANINGS

__all__ = ["MEANINGS", "NAMES", "PROSE", "SHORT_CELL", "SHORT_COLUMN", "SHORT_PARAGRAPH", "SHORT_ROW", "Both"]
