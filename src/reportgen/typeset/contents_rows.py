"""What rows of contents have in common, whatever they look like."""

from collections.abc import Sequence

import msgspec

from reportgen.model.document import OutlineItem
from reportgen.model.inlines import Prose
from reportgen.model.runs import Run
from reportgen.typeset.pages.piece import Piece
from reportgen.typeset.setting import Setting


def kept_with_lower(rows: Sequence[Piece], items: Sequence[OutlineItem]) -> list[Piece]:
    """``rows``, each that of an item, none of them parted by a page's end from the first of those below its own."""
    levels = [*(item.level for item in items), 0]
    return [msgspec.structs.replace(row, keep=1) if levels[at + 1] > levels[at] else row for at, row in enumerate(rows)]


def entry_runs(prose: Prose, setting: Setting) -> tuple[Run, ...]:
    """``prose`` as an entry says it: a row leads to one place, so what is referred to in it is no link of its own."""
    return tuple(msgspec.structs.replace(run, link="", reference="") for run in setting.quoted(prose))


def headline_of(item: OutlineItem, setting: Setting) -> tuple[Run, ...]:
    """The headline that stands below a section's name, and below no heading inside it; () for none."""
    if not opens_section(item):
        return ()
    section = setting.section(item.block.split("/")[0])
    return () if section.headline is None else entry_runs(section.headline, setting)


def opens_section(item: OutlineItem) -> bool:
    """Whether ``item`` is a section's name, and not a heading of the same level among its blocks."""
    return item.block.endswith("/head")
