"""What stands on landscape pages, and where they stand: not inside other blocks, no heading left behind before them."""

from collections.abc import Sequence

from reportgen.diagnostics import Diagnostics, Spot
from reportgen.model.blocks import (
    AnyBlock,
    Bullets,
    Callout,
    Chart,
    Columns,
    Heading,
    KeyFigures,
    Landscape,
    Paragraph,
    Picture,
    Progress,
    Quote,
    Table,
    Tabular,
    Timeline,
)
from reportgen.model.document import Entry

Path = tuple[str | int, ...]
_ALLOWED = (
    Table, Tabular, Chart, Progress, KeyFigures, Picture, Timeline, Heading, Paragraph, Bullets, Quote, Callout,
)  # fmt: skip


def check_landscape(flow: Sequence[Entry], sink: Diagnostics) -> None:
    """Report landscape pages that hold or follow what they cannot, and those that stand inside another block."""
    for index, entry in enumerate(flow):
        block = entry.block
        if isinstance(block, Landscape):
            _check_children(block.blocks, entry.spot, sink)
            before = flow[index - 1] if index else None
            if before is not None and isinstance(before.block, Heading):
                sink.warning("landscape-heading", before.spot)
        elif isinstance(block, Callout | Columns):
            _check_inside(block.blocks, entry.spot, sink)


def _check_children(blocks: Sequence[AnyBlock], spot: Spot, sink: Diagnostics) -> None:
    for index, child in enumerate(blocks):
        where = Spot(spot.file, (*spot.path, "blocks", index))
        if not isinstance(child, _ALLOWED):
            sink.error("landscape-child", where, kind=str(child.__struct_config__.tag))
        elif isinstance(child, Callout):
            _check_inside(child.blocks, where, sink)


def _check_inside(blocks: Sequence[AnyBlock], spot: Spot, sink: Diagnostics) -> None:
    for index, child in enumerate(blocks):
        where = Spot(spot.file, (*spot.path, "blocks", index))
        if isinstance(child, Landscape):
            sink.error("landscape-place", where)
        elif isinstance(child, Callout | Columns):
            _check_inside(child.blocks, where, sink)
