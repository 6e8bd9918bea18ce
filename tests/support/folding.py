"""Folding paper: sheets with pages on both sides, folded in half until one page is left, then read leaf by leaf.

Nothing here knows an imposition formula. A pile of paper is a grid of stacks; a stack is layers from top to bottom,
each with what its upper and its lower face show and whether that stands upright.
"""

from typing import NamedTuple

from reportgen.press.order import Binding, Sheet


class Side(NamedTuple):
    page: int
    upright: bool


class Layer(NamedTuple):
    upper: Side
    lower: Side


class Leaf(NamedTuple):
    recto: int
    verso: int
    upright: bool


Grid = dict[tuple[int, int], list[Layer]]  # column from the left, row from the bottom -> layers, the top one first


def flat(sheet: Sheet) -> Grid:
    """The sheet on the table, its front up: the back's columns are seen from behind."""
    front = {(cell.column, cell.row): Side(cell.place, not cell.turned) for cell in sheet.front}
    back = {(sheet.columns - 1 - cell.column, cell.row): Side(cell.place, not cell.turned) for cell in sheet.back}
    assert front.keys() == back.keys()
    return {place: [Layer(front[place], back[place])] for place in front}


def fold_sideways(grid: Grid, onto_right: bool) -> Grid:
    """Fold one half over the other about the upright line in the middle: what was on top lies inside."""
    columns = 1 + max(column for column, _ in grid)
    half = columns // 2
    folded: Grid = {}
    for (column, row), layers in grid.items():
        mirror = columns - 1 - column
        moving = column < half if onto_right else column >= half
        if not moving:
            over = [Layer(layer.lower, layer.upper) for layer in reversed(grid[mirror, row])]
            folded[column - half if onto_right else column, row] = over + layers
    return folded


def fold_down(grid: Grid) -> Grid:
    """Fold the upper half down about the level line in the middle: what is turned over stands on its head."""
    rows = 1 + max(row for _, row in grid)
    folded: Grid = {}
    for (column, row), layers in grid.items():
        if row < rows // 2:
            over = [
                Layer(Side(one.lower.page, not one.lower.upright), Side(one.upper.page, not one.upper.upright))
                for one in reversed(grid[column, rows - 1 - row])
            ]
            folded[column, row] = over + layers
    return folded


def fold_and_read(sheets: list[Sheet], binding: Binding) -> list[Leaf]:
    """Nest ``sheets`` (the first outside), fold at the spine last, open the booklet and read its leaves in order.

    Before folding a front lies face down, so that its outer pages end outside.
    """
    piles = []
    for sheet in sheets:
        # turned over sideways: the back is up
        grid = {
            (sheet.columns - 1 - column, row): [Layer(one.lower, one.upper) for one in reversed(layers)]
            for (column, row), layers in flat(sheet).items()
        }
        # Folded until two pages lie side by side at the spine. A right-hand bound sheet folds the other way round.
        while 1 + max(column for column, _ in grid) > 2:
            grid = fold_sideways(grid, onto_right=binding == "right")
            if any(row for _, row in grid):
                grid = fold_down(grid)
        if any(row for _, row in grid):
            grid = fold_down(grid)
        piles.append(grid)
    left = [layer for grid in reversed(piles) for layer in grid[0, 0]]
    right = [layer for grid in reversed(piles) for layer in grid[1, 0]]
    closed = fold_sideways({(0, 0): left, (1, 0): right}, onto_right=binding == "left")
    return [Leaf(one.upper.page, one.lower.page, one.upper.upright and one.lower.upright) for one in closed[0, 0]]
