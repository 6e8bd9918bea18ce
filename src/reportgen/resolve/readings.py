"""One sentence that a chart's data say: what someone would read aloud from it. Exact, and nothing but the figures."""

import re
import unicodedata
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Context, Decimal, localcontext

import msgspec

from reportgen.indicators.wording import plain
from reportgen.model.document import ChartData, ChartSeries

_EXACT = Context(prec=700, Emax=10**6, Emin=-(10**6))  # differences of figures as long as YAML may write them
_COUNTS = "零一两三四五六七八九十"
_HIGH = re.compile("[%％‰℃°]|百分点|分|岁|级|度|倍")  # measured, not counted: 高, not 多
_LONG = re.compile("年|个月|天|日|个?工作日|小时|分钟|公里|千米|米")
_UNIT = re.compile(r"(?:[\u3400-\u9fff/·]{1,8}|[%％‰℃°])$")
_TIME = re.compile("年|月|季|日|周|旬")
_COUNTED = re.compile("[0-9０-９一二三四五六七八九十上下初末同]")

Point = tuple[str, Decimal, str]  # name, figure, figure as printed


class _Measure(msgspec.Struct, frozen=True):
    """How one speaks of figures in a unit: 最多 and 多 of what is counted, 最高 and 高 of what is measured."""

    unit: str
    more: str  # 多 高 长 大
    less: str  # 少 低 小
    grow: str
    shrink: str

    @property
    def most(self) -> str:
        return "最" + self.more

    @property
    def least(self) -> str:
        return "最" + self.less

    def figure(self, word: str) -> str:
        """A figure as printed, with its unit."""
        return word + self.unit

    def gap(self, one: Decimal, other: Decimal) -> str:
        """By how much two figures differ; of percentages that is 百分点."""
        unit = {"%": "个百分点", "％": "个百分点", "‰": "个千分点"}.get(self.unit, self.unit)
        return plain(abs(one - other)) + unit


def measure_of(unit: str) -> _Measure:
    """What to call figures whose unit is written ``unit``: 个, 单位：万人, 同比，%."""
    said = re.split("[：:，,、；; ]", unit.strip())[-1]
    if not said:
        return _Measure("", "大", "小", "增加", "减少")
    if _HIGH.fullmatch(said):
        return _Measure(said, "高", "低", "上升", "下降")
    if _LONG.fullmatch(said):
        return _Measure(said, "长", "短", "增加", "减少")
    return _Measure(
        said if _UNIT.match(said) else "", "多", "少", "增加", "减少"
    )  # 处（个） cannot stand in a sentence


def reading_of(data: ChartData) -> str:
    """The sentence without its full stop; "" where there is nothing to say (no figure is known)."""
    values = [value for series in data.series for value in series.values if value is not None]
    if not values or not all(value.is_finite() for value in values):
        return ""
    measure = measure_of(data.unit)
    with localcontext(_EXACT):
        match data.type:
            case "doughnut":
                return _shares(data, measure)
            case "target":
                return _against_targets(data, measure)
            case "slope" if len(data.series) == 2:
                return _changes(data, measure)
            case "strip" if len(data.series) > 1:
                return _counted(data, measure)
            case "dots":
                return _compared(data, measure_of("%"))
            case "stacked" | "area" if len(data.series) > 1 and min(values) >= 0 and not data.panels:
                return _stacks(data, measure)
            case _:
                return _compared(data, measure)


# --- words


def ends_in_words(name: str) -> bool:
    """Whether a figure can follow at once: 2023 and 5所 would be heard as 20235所."""
    return not name or unicodedata.category(name[-1]) in ("Lo", "Pe", "Pf")  # 年, ）, ”


def items(count: int, word: str = "项") -> str:
    """两项, 三项 … 12项."""
    return (_COUNTS[count] if count < len(_COUNTS) else str(count)) + word


def percentage(part: Decimal, whole: Decimal) -> str:
    """``part`` of ``whole`` with at most one decimal: 56.5%, 50%."""
    exact = (part * 100 / whole).quantize(Decimal("0.1"), ROUND_HALF_UP)
    return plain(exact).removesuffix(".0") + "%"


def is_time(names: Sequence[str]) -> bool:
    """Whether the categories follow each other in time: 1月, 2月; 上半年, 下半年; 2018年, 2019年."""
    return len(names) > 1 and all(_TIME.search(name) and _COUNTED.search(name) for name in names)


def _points(names: Sequence[str], series: ChartSeries) -> list[Point]:
    rows = zip(names, series.values, series.words, strict=False)
    return [(" ".join(name.split()), value, words) for name, value, words in rows if value is not None]


def _named(points: Sequence[Point]) -> str:
    return "、".join(name for name, _, _ in points)


# --- what stands out


def leading(points: Sequence[Point], measure: _Measure, scope: str = "") -> str:
    """三项中新开工最多，为45个，比竣工多12个: the highest, and how far it is ahead of the next."""
    best = max(figure for _, figure, _ in points)
    first = [point for point in points if point[1] == best]
    words = measure.figure(first[0][2])
    if len(points) == 1:
        return f"{scope}{first[0][0]}为{words}"
    scope = scope or f"{items(len(points))}中"
    if len(first) == len(points):
        return f"{scope.removesuffix('中')}相同，都是{words}"
    if len(first) > 3:
        return f"{scope}有{items(len(first))}并列{measure.most}，都是{words}"
    if len(first) > 1:
        return f"{scope}{_named(first)}并列{measure.most}，都是{words}"
    second = max((point for point in points if point[1] < best), key=lambda point: point[1])
    return f"{scope}{first[0][0]}{measure.most}，为{words}，比{second[0]}{measure.more}{measure.gap(best, second[1])}"


def trend(points: Sequence[Point], measure: _Measure) -> str:
    """从2017年的73.1岁上升到2019年的75.5岁: the way from the first figure to the last, and a peak between."""
    first, last = points[0], points[-1]
    start, end = measure.figure(first[2]), measure.figure(last[2])
    if len(points) == 1:
        return f"{first[0]}为{start}"
    if first[1] == last[1]:
        said = f"{first[0]}和{last[0]}都是{end}"
    else:
        verb = measure.grow if last[1] > first[1] else measure.shrink
        said = f"从{first[0]}的{start}{verb}到{last[0]}的{end}，{verb}{measure.gap(first[1], last[1])}"
    highest = max(points, key=lambda point: point[1])
    lowest = min(points, key=lambda point: point[1])
    if highest[1] > max(first[1], last[1]):
        said += f"，{highest[0]}{measure.most}，为{measure.figure(highest[2])}"
    elif lowest[1] < min(first[1], last[1]):
        said += f"，{lowest[0]}{measure.least}，为{measure.figure(lowest[2])}"
    return said


def _compared(data: ChartData, measure: _Measure) -> str:
    """Bars, columns, lines: one series by its order or its way in time, several against each other."""
    if len(data.series) == 1:
        points = _points(data.categories, data.series[0])
        return trend(points, measure) if is_time(data.categories) else leading(points, measure)
    if is_time(data.categories):
        return _last_of_all(data, measure)
    if len(data.series) == 2:
        return _two(data, measure)
    points = [
        (f"{name}的{series.name}" if series.name else name, value, words)
        for series in data.series
        for name, value, words in _points(data.categories, series)
    ]
    return leading(points, measure)


def _column(data: ChartData, at: int) -> list[Point]:
    """The series' figures of one category."""
    return [
        (series.name or f"第{index}组", value, words)
        for index, series in enumerate(data.series, 1)
        for value, words in zip(series.values[at : at + 1], series.words[at : at + 1], strict=False)
        if value is not None
    ]


def _last_of_all(data: ChartData, measure: _Measure) -> str:
    """Where several series have come to by the last category that has figures of most."""
    columns = [_column(data, at) for at in range(len(data.categories))]
    full = [at for at, column in enumerate(columns) if len(column) == len(data.series)]
    at = (full or [at for at, column in enumerate(columns) if column])[-1]
    said = leading(columns[at], measure)
    return f"{data.categories[at]}{'，' if said[0] in _COUNTS or said[0].isdigit() else ''}{said}"


def _two(data: ChartData, measure: _Measure) -> str:
    """今年 against 去年, category by category."""
    one, other = data.series
    pairs = [
        (name, left, right)
        for name, left, right in zip(data.categories, one.values, other.values, strict=False)
        if left is not None and right is not None
    ]
    if not pairs or not one.name or not other.name:
        return leading([point for series in data.series for point in _points(data.categories, series)], measure)
    up = [pair for pair in pairs if pair[2] > pair[1]]
    down = [pair for pair in pairs if pair[2] < pair[1]]
    most, rest, front, back = (up, down, other.name, one.name)
    if len(down) > len(up):
        most, rest, front, back = down, up, one.name, other.name
    if not most:
        return f"{items(len(pairs))}{one.name}和{other.name}都相同"
    widest = max(most + rest, key=lambda pair: abs(pair[1] - pair[2]))
    gap = (measure.more if widest in most else measure.less) + measure.gap(widest[1], widest[2])
    if len(pairs) == 1:
        return f"{widest[0]}{front}比{back}{gap}"
    if len(most) == len(pairs):
        said = f"{items(len(pairs))}都是{front}{measure.more}于{back}"
    else:
        said = f"{items(len(pairs))}中有{items(len(most))}{front}{measure.more}于{back}"
        said += f"，{items(len(rest))}{measure.less}于{back}" if rest else ""
    return f"{said}，相差最大的是{widest[0]}，{front}{gap}"


def _changes(data: ChartData, measure: _Measure) -> str:
    """How many rose and how many fell, and which of them most."""
    before, after = data.series
    rows = zip(data.categories, before.values, after.values, before.words, after.words, strict=False)
    known = [(name, a, b, said, now) for name, a, b, said, now in rows if a is not None and b is not None]
    if not known:
        return ""
    up, down = (sum(sign * (b - a) > 0 for _, a, b, _, _ in known) for sign in (1, -1))
    most = max(known, key=lambda row: abs(row[2] - row[1]))
    name, start, end = most[0], measure.figure(most[3]), measure.figure(most[4])
    verb = measure.grow if most[2] > most[1] else measure.shrink
    change = f"{name}从{start}{verb}到{end}"
    if len(known) == 1 or not up + down:
        return change if up + down else f"{items(len(known)) if len(known) > 1 else name}没有变化"
    same = len(known) - up - down
    parts = [f"{items(count)}{what}" for count, what in ((up, measure.grow), (down, measure.shrink), (same, "持平"))
             if count]  # fmt: skip
    head = f"{items(len(known))}都{verb}" if len(parts) == 1 else f"{items(len(known))}中{'，'.join(parts)}"
    return f"{head}，变化最大的是{name}，从{start}到{end}"


# --- wholes and targets


def _shares(data: ChartData, measure: _Measure) -> str:
    points = _points(data.categories, data.series[0])
    whole = sum((figure for _, figure, _ in points), Decimal(0))
    if whole <= 0 or min(figure for _, figure, _ in points) < 0:
        return ""
    best = max(points, key=lambda point: point[1])
    total = "" if measure.unit in ("%", "％") else f"合计{measure.figure(_tidy(whole))}，"
    if len(points) == 1:
        return f"{best[0]}为{measure.figure(best[2])}"
    ties = [point for point in points if point[1] == best[1]]
    share = percentage(best[1], whole)
    if len(ties) == len(points):
        return f"{total}{items(len(points))}各占{share}"
    if len(ties) > 1:
        return f"{total}{_named(ties)}并列最多，各占{share}"
    return f"{total}{best[0]}最多，占{share}"


def _stacks(data: ChartData, measure: _Measure) -> str:
    """Wholes by category, and what the last or the largest is mostly made of."""
    wholes: list[Point] = []
    for at, name in enumerate(data.categories):
        known = _column(data, at)
        if known:
            whole = sum((value for _, value, _ in known), Decimal(0))
            wholes.append((name, whole, _tidy(whole)))
    if is_time(data.categories):
        said, of = "合计" + trend(wholes, measure), wholes[-1]
    else:
        said, of = "合计数" + leading(wholes, measure), max(wholes, key=lambda point: point[1])
    name, part, _ = max(_column(data, data.categories.index(of[0])), key=lambda point: point[1])
    if not of[1]:
        return said
    return f"{said}；其中{name}占{percentage(part, of[1])}"


def _against_targets(data: ChartData, measure: _Measure) -> str:
    if len(data.series) != 2:
        return ""
    rows = [
        (name, done, goal)
        for name, done, goal in zip(data.categories, data.series[0].values, data.series[1].values, strict=False)
        if done is not None and goal is not None and goal > 0
    ]
    if not rows:
        return ""
    ordered = sorted(rows, key=lambda row: row[1] / row[2])
    worst, best = ordered[0], ordered[-1]
    if len(rows) == 1:
        left = f"，还差{measure.gap(worst[1], worst[2])}" if worst[1] < worst[2] else "，达到目标"
        return f"{worst[0]}完成{percentage(worst[1], worst[2])}{left}"
    reached = sum(done >= goal for _, done, goal in rows)
    if reached == len(rows):
        return f"{items(len(rows))}都达到目标，完成率最高的是{best[0]}，为{percentage(best[1], best[2])}"
    head = f"{items(len(rows))}中{items(reached)}达到目标" if reached else f"{items(len(rows))}都未达到目标"
    gap = measure.gap(worst[1], worst[2])
    return f"{head}，完成率最低的是{worst[0]}，为{percentage(worst[1], worst[2])}，还差{gap}"


def _counted(data: ChartData, measure: _Measure) -> str:
    """20个中完成17个，还有3个: of how many so many are done; of several, the whole and who is furthest behind."""
    last = data.series[-1]
    rows = [
        (name, done, whole)
        for name, done, whole in zip(data.categories, data.series[0].values, last.values, strict=False)
        if done is not None and whole is not None and whole > 0
    ]
    if not rows:
        return ""
    unit = measure.unit
    done = sum((row[1] for row in rows), Decimal(0))
    whole = sum((row[2] for row in rows), Decimal(0))
    if done >= whole:
        end = "，全部完成" if done == whole else f"，超出{_tidy(done - whole)}{unit}"
    else:
        end = f"，还有{_tidy(whole - done)}{unit}没有完成"
    name = rows[0][0] if len(rows) == 1 else f"{items(len(rows))}合计"
    said = f"{name}{'' if ends_in_words(name) else '，'}{_tidy(whole)}{unit}中完成{_tidy(done)}{unit}{end}"
    behind = max(rows, key=lambda row: row[2] - row[1])
    if len(rows) > 1 and behind[2] > behind[1]:
        said += f"，剩得最多的是{behind[0]}，{_tidy(behind[2] - behind[1])}{unit}"
    return said


def _tidy(number: Decimal) -> str:
    text = plain(number)
    return text.rstrip("0").rstrip(".") if "." in text else text
