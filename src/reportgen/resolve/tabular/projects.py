"""Lists of projects as tables."""

from collections.abc import Mapping

from reportgen.model.blocks import ProjectItem, Projects, Table
from reportgen.model.inlines import Inline, LineBreak, Prose, Text
from reportgen.model.statuses import Status
from reportgen.resolve.tabular.given import At, Given
from reportgen.resolve.tabular.lights import Lights, check_deadline, judged
from reportgen.resolve.tabular.tasks import Shape, item_at, table_of_tasks

_HEADS: Mapping[str, str] = {
    "item": "事项", "goal": "年度目标", "progress": "进展", "owner": "责任单位", "deadline": "时限",
}  # fmt: skip


def table_of_projects(block: Projects, given: Given, at: At) -> Table:
    """Item, goal, progress, owners and deadline, as far as any project has them; counts above, or in the last row."""
    lights = Lights(given, unit="件") if block.livelihood else Lights(given)
    states = [_state(item, lights, item_at(at, index)) for index, item in enumerate(block.items)]
    if block.livelihood:
        shape = Shape({**_HEADS, "item": "实事项目"}, counts="last row")
        return table_of_tasks(block, block.items, states, shape, _content, lights)
    return table_of_tasks(block, block.items, states, Shape(_HEADS), _content, lights)


def _state(item: ProjectItem, lights: Lights, at: At) -> Status:
    state = judged(item.status, item.indicator, lights, at)
    check_deadline(item.deadline, state, lights.given, at)
    return state


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
