"""What lists of tasks have in common: numbers, the columns that are used, lights, groups, counts."""

from collections.abc import Callable, Mapping, Sequence
from typing import Literal, Protocol, TypeVar

import msgspec

from reportgen.diagnostics import Spot
from reportgen.model.blocks import Cell, Column, Row, Table
from reportgen.model.inlines import Prose
from reportgen.model.statuses import Status
from reportgen.resolve.tabular.given import At
from reportgen.resolve.tabular.lights import Lights
from reportgen.resolve.tabular.parts import ColumnKind, cell, column, group_row, grouped


class _Item(Protocol):
    @property
    def group(self) -> str:
        """The name of its group, "" for none."""


class _List(Protocol):
    @property
    def title(self) -> Prose | None:
        """Its title."""

    @property
    def source(self) -> Prose | None:
        """What stands below it."""

    @property
    def id(self) -> str | None:
        """Its name for references."""


Task = TypeVar("Task", bound=_Item)
Content = Callable[[Task, str], Prose | None]  # what a task has in a column; None for nothing


class Shape(msgspec.Struct, frozen=True):
    """What the columns are called, in their order, and the lights; where it is said how many are in which state.

    ``kinds``: those of columns that are not text. ``shares``: of the measure, where another column takes what is left.
    """

    heads: Mapping[str, str]
    kinds: Mapping[str, ColumnKind] = {}
    shares: Mapping[str, float] = {}
    state: str = "状态"
    counts: Literal["above", "last row", "none"] = "above"
    always: tuple[Status, ...] = ()  # states that are counted even where no task is in them


def table_of_tasks(
    block: _List, tasks: Sequence[Task], states: Sequence[Status], shape: Shape, content: Content[Task], lights: Lights
) -> Table:
    """A row for each task: its number, what it has of the columns, its light if any task has one."""
    lit = any(one != "unknown" for one in states)
    used = [field for field in shape.heads if any(content(task, field) is not None for task in tasks)]
    columns = [
        column("序号", "number"),
        *(_column(shape, field) for field in used),
    ]
    if lit:
        columns.append(column(shape.state, "number", "left"))
    rows: list[Row] = []
    number = 0
    for group, members in grouped(zip(tasks, states, strict=True), [task.group for task in tasks]):
        if group:
            rows.append(group_row(f"{group}（{len(members)}{lights.unit}）", len(columns)))
        for task, own in members:
            number += 1
            cells = [cell(str(number)), *(cell(content(task, field) or _missing(field, shape)) for field in used)]
            rows.append(Row(cells=(*cells, lights.cell(own)) if lit else tuple(cells)))
    summary = lights.summary(states, shape.always) if lit and shape.counts != "none" else None
    if summary is not None and shape.counts == "last row":
        rows.append(Row(cells=(Cell(text=summary, columns=len(columns)),), total=True))
        summary = None
    return Table(
        title=block.title, summary=summary, columns=tuple(columns), rows=tuple(rows), source=block.source, id=block.id
    )


def _column(shape: Shape, field: str) -> Column:
    return column(shape.heads[field], shape.kinds.get(field, "text"), width=shape.shares.get(field))


def _missing(field: str, shape: Shape) -> str:
    return "—" if shape.kinds.get(field) == "number" else ""


def item_at(at: At, index: int) -> At:
    """The places inside item ``index`` of a list."""

    def here(*more: str | int) -> Spot:
        return at("items", index, *more)

    return here
