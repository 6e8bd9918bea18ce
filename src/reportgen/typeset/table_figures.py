"""Columns of figures: decimal points below each other, the header over the middle (typography specification 6.8)."""

import re
from collections.abc import Sequence

import msgspec

from reportgen.model.blocks import Column
from reportgen.model.runs import Run
from reportgen.typeset.setting import Setting
from reportgen.typeset.text import SetLine

# One number with what stands around it: −3.5, ≥95, 约23.55, 12.5%, 4800余万平方米. Two (63%～68%) have no one point.
_NUMBER = re.compile(r"(?P<head>\D*\d+(?:[,\u2009\u00a0\u202f ]\d{3}(?!\d))*)(?:\.\d+)?(?P<rest>\D*)", re.DOTALL)
_MISSING = frozenset(("—", "——", "…", "……", "–", "-"))


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
    found = _NUMBER.fullmatch("".join(run.text for run in runs if not run.note))
    if found is None:
        return None
    if len(runs) == 1 and len(found["head"]) == len(whole.text):
        return Figure(whole.width, 0.0)
    head = setting.line_of(_first(runs, len(found["head"])), role).width
    return Figure(head, whole.width - head)


def is_missing(runs: Sequence[Run]) -> bool:
    """Whether a cell says that there is no figure."""
    return "".join(run.text for run in runs if not run.note) in _MISSING


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
