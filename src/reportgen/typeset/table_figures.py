"""Columns of figures: decimal points below each other, the header over the middle (typography specification 6.8)."""

from collections.abc import Sequence

import msgspec

from reportgen.model.blocks import Column
from reportgen.model.figures import figure_parts, is_missing
from reportgen.model.runs import Run
from reportgen.typeset.setting import Setting
from reportgen.typeset.text import SetLine


class Figure(msgspec.Struct, frozen=True):
    """A figure's width in points up to its decimal point and from there on."""

    head: float
    tail: float


class FigureColumn(msgspec.Struct, frozen=True):
    """Where the figures of a column stand: the left edge of their decimal ``point``s, the ``middle`` of them all."""

    point: float
    middle: float


def figure_of(runs: Sequence[Run], whole: SetLine, role: str, setting: Setting) -> Figure | None:
    """Where the decimal point of a figure stands on its line; None for other words."""
    parts = figure_parts(_text(runs))
    if parts is None:
        return None
    if not parts[1] and len(runs) == 1:
        return Figure(whole.width, 0.0)
    head = setting.line_of(_first(runs, len(parts[0])), role).width
    return Figure(head, whole.width - head)


def says_missing(runs: Sequence[Run]) -> bool:
    """Whether a cell says that there is no figure."""
    return is_missing(_text(runs))


def _text(runs: Sequence[Run]) -> str:
    if len(runs) == 1 and not runs[0].note:
        return runs[0].text
    return "".join([run.text for run in runs if not run.note])


def block_of(figures: Sequence[Figure]) -> Figure | None:
    """What figures with their points below each other take; None without any."""
    if not figures:
        return None
    return Figure(max(one.head for one in figures), max(one.tail for one in figures))


def figure_column(block: Figure | None, header: float, left: float, right: float) -> FigureColumn | None:
    """The place of ``block`` under a header as wide as ``header``: the wider is flush right, the other in its middle.

    None where the column from ``left`` to ``right`` is too narrow to have the points below each other.
    """
    if block is None or block.head + block.tail > right - left + 0.01:
        return None
    width = block.head + block.tail
    middle = right - min(max(width, header), right - left) / 2
    return FigureColumn(middle - width / 2 + block.head, middle)


def aligns(column: Column) -> bool:
    """Whether the figures of a column stand at their decimal points."""
    return column.type == "number" and column.align is None


def _first(runs: Sequence[Run], count: int) -> list[Run]:
    """The first ``count`` characters, notes aside."""
    found = []
    for run in runs:
        if run.note:
            continue
        if count <= 0:
            break
        found.append(msgspec.structs.replace(run, text=run.text[:count]))
        count -= len(run.text)
    return found
