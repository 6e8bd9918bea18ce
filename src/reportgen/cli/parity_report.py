"""A comparison of booklet and draft as people read it and as programs do."""

from collections.abc import Iterator

from reportgen.cli.language import say
from reportgen.parity import KINDS, Difference, Kind, Report

_BESIDE = 16  # characters shown on either side of what differs
_LONGEST = 120  # of what differs itself

_OF_FIGURES = "0123456789.,"

_OF_BOTH = (("    手册：", "    booklet: "), ("    初稿：", "    draft:   "))
_OF_COLUMNS = (
    ("    手册有、初稿没有的列：", "    column in the booklet alone: "),
    ("    初稿多的列：", "    column in the draft alone: "),
)
_OF_SHEETS = (("    图上：", "    chart: "), ("    数据表：", "    sheet: "))

_TITLES: dict[Kind, tuple[str, str]] = {
    "heading": ("标题的字句不同", "headings with other words"),
    "level": ("标题的层级不同", "headings of another level"),
    "caption": ("题注不同", "captions"),
    "chart": ("图表不同", "charts"),
    "sheet": ("初稿的图表和它自己的数据表不同", "the draft's charts against their own sheets"),
    "column": ("表的列不同", "columns of tables"),
    "figure": ("数字不同", "figures"),
    "text": ("字句不同", "words"),
    "missing": ("初稿缺少", "missing in the draft"),
    "extra": ("初稿多出", "only in the draft"),
    "order": ("先后不同", "in another order"),
    "restated": ("卡片、总览同初稿的表不同", "cards and overviews against the draft's tables"),
    "note": ("注不同", "notes"),
}


def as_lines(report: Report, names: tuple[str, str], most: int | None) -> Iterator[str]:
    """What was compared, then the differences kind by kind, at most ``most`` of each."""
    booklet, draft = names
    yield say(f"{booklet}：{report.pages} 页；{draft}：{report.paragraphs} 段", _english_size(report, names))
    yield "  " + say(
        f"比较了标题 {report.headings[1]} 个，题注 {report.captions[1]} 条，图表 {report.charts[1]} 个，"
        f"数字 {report.figures[1]} 个，正文 {report.characters[1]} 字，注 {report.notes[1]} 字",
        f"compared: {report.headings[1]} headings, {report.captions[1]} captions, {report.charts[1]} charts, "
        f"{report.figures[1]} figures, {report.characters[1]} characters of text, {report.notes[1]} of notes",
    )
    if report.marks:
        yield "  " + say(f"征求意见稿的标记 {report.marks} 处，不比", f"marks of a draft, not compared: {report.marks}")
    if not report.differences:
        yield say("一致。", "Equal.")
        return
    for kind in KINDS:
        own = [one for one in report.differences if one.kind == kind]
        if own:
            yield ""
            yield say(f"{_TITLES[kind][0]}（{len(own)} 处）", f"{_TITLES[kind][1]} ({len(own)})")
            for one in own[:most]:
                yield from _difference(one)
            if most is not None and len(own) > most:
                rest = len(own) - most
                yield "  " + say(f"……还有 {rest} 处（--all 全部列出）", f"… and {rest} more (--all lists them)")
    yield ""
    count = len(report.differences)
    yield say(f"共 {count} 处不同。", f"{count} difference{'s' * (count != 1)}.")


def _english_size(report: Report, names: tuple[str, str]) -> str:
    return f"{names[0]}: {report.pages} pages; {names[1]}: {report.paragraphs} paragraphs"


def _difference(one: Difference) -> Iterator[str]:
    page = say(f"第 {one.page} 页", f"page {one.page}") if one.page else say("手册里没有", "not in the booklet")
    yield f"  {page}" + (f"　{one.heading}" if one.heading else "")
    printed, drafted = (text.replace("\n", "｜") for text in (one.printed, one.drafted))
    if one.kind == "level":
        levels = [
            say(f"{one} 级", f"level {one}") if one else say("不是标题", "no heading") for one in (printed, drafted)
        ]
        yield say(f"    手册：{levels[0]}；初稿：{levels[1]}", f"    booklet: {levels[0]}; draft: {levels[1]}")
    elif one.kind == "order":
        there = say(f"初稿在第 {one.other_page} 页的内容旁边", f"in the draft beside what is on page {one.other_page}")
        if one.other_page == one.page:
            there = say("初稿里在这一页的别处", "elsewhere on this page in the draft")
        yield f"    {_cut(printed)}"
        yield f"    {there}"
    else:
        printed, drafted = _apart(printed, drafted)
        both = {"sheet": _OF_SHEETS, "column": _OF_COLUMNS}.get(one.kind, _OF_BOTH)
        if printed:
            yield say(*both[0]) + printed
        if drafted:
            counted = one.paragraphs > 1 and one.kind != "column"  # which counts its rows
            several = say(f"（{one.paragraphs} 段）", f" ({one.paragraphs} paragraphs)") if counted else ""
            yield say(*both[1]) + drafted + several


def _apart(printed: str, drafted: str) -> tuple[str, str]:
    """Both texts around what differs, which stands in ‹ ›."""
    if not printed or not drafted:
        return _cut(printed), _cut(drafted)
    head = 0
    while head < min(len(printed), len(drafted)) and printed[head] == drafted[head]:
        head += 1
    tail = 0
    while tail < min(len(printed), len(drafted)) - head and printed[-1 - tail] == drafted[-1 - tail]:
        tail += 1
    while head and printed[head - 1] in _OF_FIGURES:
        head -= 1  # a figure is shown whole
    while tail and printed[len(printed) - tail] in _OF_FIGURES:
        tail -= 1
    blanks = 0  # behind what differs, which the booklet's text does not have
    while drafted[head : len(drafted) - tail - blanks][-1:].isspace():
        blanks += 1
    return _shown(printed, head, tail), _shown(drafted, head, tail + blanks)


def _shown(text: str, head: int, tail: int) -> str:
    before, after = text[:head], text[len(text) - tail :]
    if len(before) > _BESIDE:
        before = "…" + before[-_BESIDE:]
    if len(after) > _BESIDE:
        after = after[:_BESIDE] + "…"
    return f"{before}‹{_cut(text[head : len(text) - tail])}›{after}"


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def as_data(report: Report) -> dict[str, object]:
    """The same for programs: every difference, pairs are booklet and draft."""
    pairs = {"headings": report.headings, "captions": report.captions, "charts": report.charts}
    pairs |= {"figures": report.figures}
    pairs |= {"characters": report.characters, "characters_of_notes": report.notes}
    compared = {name: {"booklet": pair[0], "draft": pair[1]} for name, pair in pairs.items()}
    return {
        "equal": not report.differences, "pages": report.pages, "paragraphs": report.paragraphs,
        "compared": compared, "marks_of_a_draft": report.marks,
        "differences": [
            {
                "kind": one.kind, "page": one.page or None, "heading": one.heading, "booklet": one.printed,
                "draft": one.drafted, "paragraphs": one.paragraphs, "page_in_draft": one.other_page or None,
            }
            for one in report.differences
        ],
    }  # fmt: skip
