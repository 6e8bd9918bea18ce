"""Text in columns of equal width, as long as each other (typography specification 8.4)."""

import msgspec

from reportgen.model.blocks import Columns
from reportgen.model.columns import column_measure
from reportgen.typeset.headings import HeadingStack, SetBlock, set_children
from reportgen.typeset.pages.columns import ColumnGrid, columns_piece
from reportgen.typeset.pages.piece import Piece
from reportgen.typeset.setting import Setting


def set_columns(block: Columns, id: str, setting: Setting, set_child: SetBlock) -> list[Piece]:
    """One piece that goes on over the page where its text does; a blank line above and below it."""
    width = column_measure(setting.measure, block.count, setting.style("body").size)
    step = (setting.measure - width) / (block.count - 1)
    inner = setting.narrowed(width, "columns")
    above = HeadingStack(setting, setting.above.get(id, 0.0))
    pieces = set_children(block.blocks, id, inner, set_child, above)
    if not pieces:
        return []
    piece = columns_piece(tuple(pieces), ColumnGrid(block.count, step, setting.grid, setting.theme.page.depth))
    return [msgspec.structs.replace(piece, before=setting.grid, after=setting.grid)]
