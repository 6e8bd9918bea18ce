"""Where pages stand on a sheet, in points: gaps at cut edges, none at folds; creep; the paper around them."""

import msgspec

from reportgen.press.geometry import Rect
from reportgen.press.job import Job
from reportgen.press.order import Cell, Sheet
from reportgen.units import POINTS_PER_MM

CLEARANCE = 1 * POINTS_PER_MM  # between the bleed and the marks, so that no mark touches what is printed
LENGTH = 5 * POINTS_PER_MM  # of a crop or fold mark
_RIM = 2 * POINTS_PER_MM  # of paper beyond the marks


class Standing(msgspec.Struct, frozen=True):
    """A page on a sheet: its trim, the part of the sheet it may print on, which side its spine is."""

    cell: Cell
    trim: Rect
    field: Rect


class Face(msgspec.Struct, frozen=True):
    """One side of a sheet, ready to be drawn: all in points from the paper's lower left corner.

    ``block``: around all trims as if nothing crept; ``folds``: x of upright folds, y of the level one.
    """

    paper: tuple[float, float]
    block: Rect
    bleed: float
    standing: tuple[Standing, ...]
    upright_folds: tuple[float, ...]
    level_folds: tuple[float, ...]


def margin(job: Job) -> float:
    """The paper needed around the block."""
    return job.bleed + (CLEARANCE + LENGTH + _RIM if job.marks else 0.0)


def needed(sheet: Sheet, size: tuple[float, float], job: Job) -> tuple[float, float]:
    """Width and height of the paper that a sheet takes at least, marks with it."""
    across, up = _block(sheet, size, job)
    return across + 2 * margin(job), up + 2 * margin(job)


def _block(sheet: Sheet, size: tuple[float, float], job: Job) -> tuple[float, float]:
    width, height = size
    last = sheet.columns - 1
    return _left(last, width, job) + width, (sheet.rows - 1) * (height + 2 * job.bleed) + height


def _left(column: int, width: float, job: Job) -> float:
    """Left edge of a column: two pages share a spine, pairs stand two bleeds apart."""
    pair, second = divmod(column, 2)
    return pair * (2 * width + 2 * job.mill + 2 * job.bleed) + second * (width + 2 * job.mill)


def face(sheet: Sheet, cells: tuple[Cell, ...], size: tuple[float, float], job: Job) -> Face:
    """Lay ``cells`` out; on paper of the job's own size in its middle, else on as much as is needed."""
    width, height = size
    across, up = _block(sheet, size, job)
    paper = job.sheet or needed(sheet, size, job)
    left, bottom = (paper[0] - across) / 2, (paper[1] - up) / 2
    standing = []
    for cell in cells:
        x = left + _left(cell.column, width, job)
        y = bottom + cell.row * (height + 2 * job.bleed)
        standing.append(_standing(cell, Rect(x, y, x + width, y + height), sheet.columns > 1, job))
    upright: list[float] = []
    for pair in range(sheet.columns // 2):
        upright.append(left + _left(2 * pair, width, job) + width + job.mill)
        if pair:
            upright.append(left + _left(2 * pair, width, job) - job.bleed)
    level = tuple(bottom + row * (height + 2 * job.bleed) - job.bleed for row in range(1, sheet.rows))
    return Face(
        paper=paper, block=Rect(left, bottom, left + across, bottom + up), bleed=job.bleed, standing=tuple(standing),
        upright_folds=tuple(sorted(upright)), level_folds=level,
    )  # fmt: skip


def _standing(cell: Cell, trim: Rect, has_spine: bool, job: Job) -> Standing:
    """A page moved to its spine by what the leaves around it take; it prints on its own side of the spine only."""
    if not has_spine:
        return Standing(cell, trim, trim.grown(job.bleed))
    spine_is_right = cell.column % 2 == 0
    spine = trim.right + job.mill if spine_is_right else trim.left - job.mill
    moved = trim.moved(cell.depth * job.creep * (1 if spine_is_right else -1), 0.0)
    field = moved.grown(job.bleed)
    if spine_is_right:
        field = msgspec.structs.replace(field, right=min(field.right, spine))
    else:
        field = msgspec.structs.replace(field, left=max(field.left, spine))
    return Standing(cell, moved, field)
