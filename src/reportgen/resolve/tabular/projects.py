"""Lists of projects as tables."""

from collections.abc import Mapping

from reportgen.diagnostics import Spot
from reportgen.model.blocks import Cell, Column, ProjectItem, Projects, Row, Table
from reportgen.model.inlines import Inline, LineBreak, Prose, Text
from reportgen.model.statuses import Status
from reportgen.resolve.tabular.given import At, Given
from reportgen.resolve.tabular.lights import Lights, check_deadline, judged
from reportgen.resolve.tabular.parts import cell, column, group_row, grouped

_HEADS: Mapping[str, str] = {
    "item": "事项", "goal": "年度目标", "progress": "进展", "owner": "责任单位", "deadline": "时限",
}  # fmt: skip


def table_of_projects(block: Projects, given: Given, at: At) -> Table:
    """Number, item, goal, progress, owners, deadline and light, as far as any project has them; the counts."""
    lights = Lights(given, unit="件" if block.livelihood else "项")
    states = [_state(item, index, given, at) for index, item in enumerate(block.items)]
    lit = any(state != "unknown" for state in states)
    used = [field for field in _HEADS if any(_content(item, field) is not None for item in block.items)]
    columns = _columns(block, used, lit=lit)
    rows: list[Row] = []
    number = 0
    for group, members in grouped(zip(block.items, states, strict=True), [item.group for item in block.items]):
        if group:
            rows.append(group_row(f"{group}（{len(members)}{lights.unit}）", len(columns)))
        for item, state in members:
            number += 1
            cells = [cell(str(number)), *(cell(_content(item, field)) for field in used)]
            rows.append(Row(cells=(*cells, lights.cell(state)) if lit else tuple(cells)))
    summary = lights.summary(states) if lit else None
    if block.livelihood and summary is not None:
        rows.append(Row(cells=(Cell(text=summary, columns=len(columns)),), total=True))
        summary = None
    return Table(
        title=block.title, summary=summary, columns=columns, rows=tuple(rows), source=block.source, id=block.id
    )


def _state(item: ProjectItem, index: int, given: Given, at: At) -> Status:
    def here(*more: str | int) -> Spot:
        return at("items", index, *more)

    state = judged(item.status, item.indicator, given, here)
    check_deadline(item.deadline, state, given, here)
    return state


def _columns(block: Projects, used: list[str], *, lit: bool) -> tuple[Column, ...]:
    heads = {**_HEADS, "item": "实事项目"} if block.livelihood else _HEADS
    columns = [column("序号", "number")]
    columns += [column(heads[field]) for field in used]
    return (*columns, column("状态", "number", "left")) if lit else tuple(columns)


def _content(item: ProjectItem, field: str) -> Prose | None:
    return _owners(item) if field == "owner" else getattr(item, field)


def _owners(item: ProjectItem) -> Prose | None:
    """Who leads, and below who supports."""
    parts: list[Inline] = list(item.lead.inlines) if item.lead is not None else []
    if item.support is not None:
        if parts:
            parts.append(LineBreak())
        parts += [Text("配合："), *item.support.inlines]
    return Prose(tuple(parts)) if parts else None
