"""Front and back matter of a booklet."""

from typing import Annotated, Literal

from msgspec import Meta

from reportgen.model.blocks.block import Block
from reportgen.model.inlines import Prose


class Cover(Block, frozen=True, kw_only=True, tag="cover"):
    """The front cover; its title, period and issuer are the report's. ``back`` makes the back cover."""

    back: bool = False
    lines: Annotated[tuple[Prose, ...], Meta(description="Further lines, e.g. where to find more.")] = ()


class Contents(Block, frozen=True, kw_only=True, tag="contents"):
    """Table of contents, with page numbers and links; below it, if asked for, lists of charts and of tables."""

    title: str = "目录"
    depth: Annotated[int, Meta(ge=1, le=3)] = 1
    lists: Annotated[tuple[Literal["charts", "tables"], ...], Meta(description="What is listed below.")] = ()
