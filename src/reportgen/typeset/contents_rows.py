"""What rows of contents have in common, whatever they look like."""

from collections.abc import Sequence

import msgspec

from reportgen.model.document import OutlineItem
from reportgen.typeset.pages.piece import Piece


def kept_with_lower(rows: Sequence[Piece], items: Sequence[OutlineItem]) -> list[Piece]:
    """``rows``, each that of an item, none of them parted by a page's end from the first of those below its own."""
    levels = [*(item.level for item in items), 0]
    return [msgspec.structs.replace(row, keep=1) if levels[at + 1] > levels[at] else row for at, row in enumerate(rows)]
