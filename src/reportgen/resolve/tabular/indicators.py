"""Indicators against their targets as a table: every figure a reference to the register."""

import re
from collections.abc import Sequence

import msgspec

from reportgen.indicators import Indicator
from reportgen.model.blocks import Cell, Column, IndicatorItem, Indicators, Row, Table
from reportgen.model.inlines import Bar, IndicatorRef, Inline, LineBreak, Prose, Strong, Text
from reportgen.model.statuses import Status
from reportgen.resolve.figures import find, said, status_of
from reportgen.resolve.tabular.given import At, Given
from reportgen.resolve.tabular.lights import LATE, Lights
from reportgen.resolve.tabular.parts import cell, column, grouped, inlines, prose
from reportgen.resolve.tabular.tasks import item_at

_SHORT = 6  # characters of a remark that stands on one line
_PERIOD = re.compile("上半年|下半年|前三季度|[一二三四]季度")
_FIGURES = {"target": "target-figure", "actual": "figure", "completion": "completion-figure", "yoy": "arrow-figure"}


class _Line(msgspec.Struct, frozen=True):
    """An item with what is registered of it."""

    item: IndicatorItem
    one: Indicator
    state: Status

    def has(self, field: str) -> bool:
        """Whether there is anything to print in a column."""
        match field:
            case "unit":
                return bool(self.one.unit)
            case "note":
                return self.item.note is not None or bool(self.one.note)
            case "bar" | "state":
                return self.state != "unknown"
            case _:
                return said({"": self.one}, "", _FIGURES[field]) is not None


def table_of_indicators(block: Indicators, given: Given, at: At) -> Table:
    """Group, name, unit, target, actual, completion with a bar, change, state and remark, as far as any has them."""
    lights = Lights(given)
    lines = _lines(block, given, at)
    below = any(len(_note(line)) > _SHORT for line in lines)
    shown = [field for field in _ORDER if field != "note" or not below]
    used = ["name", *(field for field in shown if any(line.has(field) for line in lines))]
    groups = grouped(lines, [line.item.group for line in lines])
    parted = any(group for group, _ in groups)
    rows = []
    for group, members in groups:
        for index, line in enumerate(members):
            cells = [_cell(line, field, lights) for field in used]
            if parted and index == 0:
                cells.insert(0, Cell(text=prose(group), rows=len(members)))
            rows.append(Row(cells=tuple(cells)))
    columns = [_column(field, given) for field in used]
    if parted:
        columns.insert(0, column("类别", "label"))
    source = _with_remarks(lines, block.source) if below else block.source
    return Table(title=block.title, columns=tuple(columns), rows=tuple(rows), source=source, id=block.id)


_ORDER = ("unit", "target", "actual", "completion", "bar", "yoy", "state", "note")


def _lines(block: Indicators, given: Given, at: At) -> list[_Line]:
    """The rows that are known; what is not is reported, and so is a table without any."""
    items = block.items or _of_department(block.department, given)
    lines = []
    for index, item in enumerate(items):
        one = find(given.register, item.indicator, item_at(at, index)("indicator"), given.sink)
        if one is not None:
            lines.append(_Line(item, one, status_of(one.progress, given.edition.elapsed)))
    if not items:
        given.sink.error("indicators-empty", at(), department=block.department)
    return lines


def _of_department(name: str, given: Given) -> Sequence[IndicatorItem]:
    """What is registered under ``name.`` for the edition's own period, in the order of the register."""
    if not name:
        return ()
    return tuple(
        IndicatorItem(indicator=id)
        for id, one in given.register.items()
        if id.startswith(f"{name}.")
        and not one.period
        and (one.value is not None or one.completion is not None or one.awaits("value") or one.awaits("completion"))
    )


def _column(field: str, given: Given) -> Column:
    elapsed = given.edition.elapsed
    match field:
        case "name":
            return column("指标")
        case "unit":
            return column("单位", "number", "left")
        case "target":
            return Column(title=_two("年度", "目标"), type="number")
        case "actual":
            found = _PERIOD.search(given.edition.period)
            when = found[0] if found is not None else "全年" if elapsed >= 100 else ""
            return Column(title=_two(when, "实绩"), type="number") if when else column("实绩", "number")
        case "completion":
            return Column(title=_two("完成率", "%"), type="number")
        case "bar":
            head = _two("较目标", "百分点") if elapsed >= 100 else _two("进度", f"序时{elapsed:g}%")
            return Column(title=head, type="label")
        case "yoy":
            return Column(title=_two("同比", "%"), type="number")
        case "state":
            return column("结果" if elapsed >= 100 else "状态", "number", "left")
        case _:
            return column("备注", "number", "left")  # as wide as it is: names have what is left


def _with_remarks(lines: Sequence[_Line], source: Prose | None) -> Prose:
    """Remarks that are sentences, below the table: each once, after the names of those that it is about."""
    remarked = [line for line in lines if line.has("note")]
    parts: list[Inline] = [Text("注：")]
    for at, (_, members) in enumerate(grouped(remarked, [_note(line) for line in remarked])):
        for index, line in enumerate(members):
            if index or at:
                parts.append(Text("、" if index else "；"))
            parts.extend(line.item.label.inlines if line.item.label else (IndicatorRef(line.item.indicator, "name"),))
        own = members[0].item.note
        parts += [Text("："), *((Text(members[0].one.note),) if own is None else own.inlines)]
    if not _note(members[-1]).endswith("。"):
        parts.append(Text("。"))
    return Prose((*parts, *(source.inlines if source is not None else ())))


def _note(line: _Line) -> str:
    if line.item.note is None:
        return line.one.note
    return "".join(one.text for one in line.item.note.inlines if isinstance(one, Text))


def _two(first: str, second: str) -> Prose:
    return Prose((Text(first), LineBreak(), Text(second)))


def _cell(line: _Line, field: str, lights: Lights) -> Cell:
    item, one = line.item, line.one
    match field:
        case "name":
            if item.label is not None:
                return cell(item.label, strong=line.state in LATE)
            name: Inline = IndicatorRef(item.indicator, "name")
            return inlines(Strong((name,)) if line.state in LATE else name)
        case "unit":
            return inlines(IndicatorRef(item.indicator, "unit")) if one.unit else cell("")
        case "bar":
            return inlines(Bar(one.progress, lights.given.edition.elapsed, line.state))
        case "state":
            return lights.cell(line.state) if line.has("state") else cell("—")
        case "note":
            return cell(item.note if item.note is not None else one.note)
        case _:
            if not line.has(field):
                return cell("—")
            figure = IndicatorRef(item.indicator, _FIGURES[field])
            return inlines(Strong((figure,)) if field == "actual" else figure)
