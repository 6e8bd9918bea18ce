"""Problems and what is done about them as a table."""

from collections.abc import Mapping

from reportgen.model.blocks import ProblemItem, Problems, Table
from reportgen.model.inlines import Prose
from reportgen.model.statuses import Status
from reportgen.resolve.tabular.given import At, Given
from reportgen.resolve.tabular.lights import Lights, check_deadline
from reportgen.resolve.tabular.tasks import Shape, item_at, table_of_tasks

_HEADS: Mapping[str, str] = {"problem": "问题", "measure": "整改措施", "owner": "责任单位", "deadline": "时限"}
_WORDS: Mapping[Status, str] = {
    "done": "已整改", "on-course": "整改中", "partial": "部分整改", "stopped": "未整改", "unknown": "未列状态",
}  # fmt: skip


def table_of_problems(block: Problems, given: Given, at: At) -> Table:
    """Problem, measure, owner and deadline, as far as any has them; the counts above."""
    states = [item.status or "unknown" for item in block.items]
    for index, (item, state) in enumerate(zip(block.items, states, strict=True)):
        check_deadline(item.deadline, state, given, item_at(at, index))
    return table_of_tasks(block, block.items, states, Shape(_HEADS, state="整改情况"), _content, Lights(given, _WORDS))


def _content(item: ProblemItem, field: str) -> Prose | None:
    found: Prose | None = getattr(item, field)
    return found
