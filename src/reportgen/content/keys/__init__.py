"""What each type and key of content files means, in both languages: what editors show beside a key.

``NAMES``: type -> its name. ``MEANINGS``: type or ``Type.key`` -> what it is for. A test holds them complete.
"""

from typing import get_args

from reportgen.content.keys import (
    boards,
    editions,
    figures,
    forms,
    lists,
    matter,
    register,
    report,
    text,
    themes,
    typography,
)
from reportgen.content.keys.boards import SHORT_FIGURE, SHORT_PLAN
from reportgen.content.keys.wording import PROSE, SHORT_CELL, SHORT_COLUMN, SHORT_PARAGRAPH, SHORT_ROW, TAGS, Both
from reportgen.model.blocks import AnyBlock

NAMES: dict[str, Both] = {}
MEANINGS: dict[str, Both] = {}
for _part in (report, editions, matter, text, figures, lists, forms, boards, register, themes, typography):
    NAMES |= _part.NAMES
    MEANINGS |= _part.MEANINGS

for _kind in get_args(AnyBlock):
    MEANINGS[f"{_kind.__name__}.tags"] = TAGS

__all__ = [
    "MEANINGS", "NAMES", "PROSE", "SHORT_CELL", "SHORT_COLUMN", "SHORT_FIGURE", "SHORT_PARAGRAPH", "SHORT_PLAN",
    "SHORT_ROW", "Both",
]  # fmt: skip
