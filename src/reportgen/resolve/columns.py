"""What stands in columns, and where columns stand: nothing in them may want the whole measure or a page."""

from collections.abc import Sequence

from reportgen.diagnostics import Diagnostics, Spot
from reportgen.model.blocks import AnyBlock, Bullets, Callout, Columns, Heading, Paragraph, Picture, Questions, Quote

Path = tuple[str | int, ...]
_ALLOWED = (Paragraph, Heading, Bullets, Quote, Questions, Picture, Callout)


def check_columns(block: Columns | Callout, file: str, path: Path, sink: Diagnostics) -> None:
    """Report the blocks that may not stand in these columns, or columns in this callout."""
    if isinstance(block, Columns):
        _check_children(block.blocks, file, path, sink)
        return
    for index, child in enumerate(block.blocks):
        if isinstance(child, Columns):
            sink.error("columns-place", Spot(file, (*path, "blocks", index)))


def _check_children(blocks: Sequence[AnyBlock], file: str, path: Path, sink: Diagnostics) -> None:
    for index, child in enumerate(blocks):
        where = (*path, "blocks", index)
        if not isinstance(child, _ALLOWED):
            sink.error("columns-child", Spot(file, where), kind=str(child.__struct_config__.tag))
        elif isinstance(child, Callout):
            _check_children([one for one in child.blocks if not isinstance(one, Columns)], file, where, sink)
