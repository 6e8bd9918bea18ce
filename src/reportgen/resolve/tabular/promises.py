"""Promises and what came of them as a table, with how many were kept."""

from collections.abc import Mapping
from decimal import Decimal

from reportgen.model.blocks import PromiseItem, Promises, Table
from reportgen.model.document import CardData
from reportgen.model.inlines import IndicatorRef, Prose
from reportgen.model.statuses import Status
from reportgen.resolve.figures import status_of
from reportgen.resolve.tabular.given import At, Given
from reportgen.resolve.tabular.lights import Lights, judged
from reportgen.resolve.tabular.parts import ColumnKind
from reportgen.resolve.tabular.tasks import Shape, item_at, table_of_tasks

_KINDS: Mapping[str, ColumnKind] = {"promise": "quoted", "completion": "number"}
_WORDS: Mapping[Status, str] = {
    "done": "兑现", "on-course": "兑现中", "partial": "部分兑现", "stopped": "未兑现", "unknown": "未列结果",
}  # fmt: skip
_LARGE_FROM = 6  # promises: fewer are counted in a line
_COUNTED: tuple[Status, ...] = ("done", "partial", "stopped")  # told even where there is none: what readers look for


def table_of_promises(block: Promises, given: Given, at: At) -> tuple[Table, tuple[CardData, ...]]:
    """Promise, result, completion and owner, as far as any has them; the counts above, of many as large numbers too."""
    lights = Lights(given, _WORDS, rule=kept)
    states = [judged(item.status, item.indicator, lights, item_at(at, index)) for index, item in enumerate(block.items)]
    name = f"{block.made}承诺"
    heads = {"promise": name, "result": "兑现情况", "completion": "完成率", "owner": "责任单位"}
    shape = Shape(heads, _KINDS, _shares(block, given), "结果", always=_COUNTED)

    def content(item: PromiseItem, field: str) -> Prose | None:
        return _result(item, given) if field == "result" else _content(item, field, given)

    table = table_of_tasks(block, block.items, states, shape, content, lights)
    large = len(states) >= _LARGE_FROM and table.summary is not None
    return table, lights.cards(name, states, _COUNTED) if large else ()


def _shares(block: Promises, given: Given) -> Mapping[str, float]:
    """Promises and owners keep their widths beside results, which take what is left."""
    if not any(_result(item, given) is not None for item in block.items):
        return {}
    owned = any(item.owner is not None for item in block.items)
    measured = any(item.indicator is not None for item in block.items)
    return {"promise": 0.25 if owned and measured else 0.29, "owner": 0.16}


def kept(done: Decimal | None, elapsed: float) -> Status:
    """The state of a promise of which ``done`` per cent is kept: once the year is over it is kept in part or not."""
    state = status_of(done, elapsed)
    if state != "behind" or elapsed < 100 or done is None:
        return state
    return "partial" if done > 0 else "stopped"


def _content(item: PromiseItem, field: str, given: Given) -> Prose | None:
    if field == "completion":
        one = given.register.get(item.indicator or "")
        known = one is not None and (one.progress is not None or one.awaits("completion"))
        return Prose((IndicatorRef(item.indicator or "", "completion"),)) if known else None
    found: Prose | None = getattr(item, field)
    return found


def _result(item: PromiseItem, given: Given) -> Prose | None:
    """The author's words, else the indicator's name and actual figure."""
    one = given.register.get(item.indicator or "")
    if item.result is not None or one is None or (one.value is None and not one.awaits("value")):
        return item.result
    name = item.indicator or ""
    return Prose((IndicatorRef(name, "name"), IndicatorRef(name, "value")))
