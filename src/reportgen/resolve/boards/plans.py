"""Plans of a department for the strip at a board's foot: its own list, or what is left of the year's tasks."""

import re

from reportgen.diagnostics import Diagnostics, Spot
from reportgen.indicators import Indicator, say
from reportgen.indicators.wording import plain
from reportgen.model.blocks import AnyBlock, Bullets, Heading, PlanItem, Plans, Progress
from reportgen.model.boards import MOST_PLANS, Board, BoardPlan, BoardStep
from reportgen.model.document import Document
from reportgen.model.inlines import Prose
from reportgen.model.runs import text_of
from reportgen.model.walk import indicator_refs
from reportgen.resolve.boards.clauses import first_clause, ways
from reportgen.resolve.figures import find
from reportgen.source.folding import joined_lines

_AHEAD = re.compile("下半年|下一步|下阶段|明年|全年安排|计划|安排|打算|接下来|今后")
_QUOTED = re.compile("“([^“”]{2,6})”")
_ORDINALS = "一二三四五六七八九十"
_LONGEST_TITLE = 8
_LONGEST_WORD = 6

Strip = tuple[
    str, tuple[BoardStep, ...], int, bool
]  # title, steps, how many more there are, whether they are left over


def plans_of(
    document: Document, board: Board, blocks: tuple[tuple[str, AnyBlock], ...], spot: Spot, sink: Diagnostics
) -> Strip:
    """The author's choice; else the section's list of plans; else what the year's tasks still lack."""
    title, found = _list(document, blocks)
    if board.plans is not None:
        steps = [_chosen(document, plan, spot, index, sink) for index, plan in enumerate(board.plans)]
        return title or "接下来", tuple(step for step in steps if step is not None), 0, False
    made: list[BoardStep] = []
    if isinstance(found, Plans):
        made = [_planned(document, item) for item in found.items]
    elif isinstance(found, Bullets):
        ordinals = _ORDINALS if found.style == "spoken" else ""
        made = [_step(document, item, ordinals[index : index + 1]) for index, item in enumerate(found.items)]
    if made:
        return title or "接下来", tuple(made[:MOST_PLANS]), max(0, len(made) - MOST_PLANS), False
    left = _left_over(document, blocks)
    return "全年任务还差", tuple(left[:MOST_PLANS]), max(0, len(left) - MOST_PLANS), True


def _list(document: Document, blocks: tuple[tuple[str, AnyBlock], ...]) -> tuple[str, Bullets | Plans | None]:
    """The heading of, and the last list or plans under a heading that looks ahead; else of the last spoken list."""
    heading = ""
    ahead: tuple[str, Bullets | Plans | None] = "", None
    spoken: tuple[str, Bullets | Plans | None] = "", None
    for _, block in blocks:
        if isinstance(block, Heading):
            heading = joined_lines(text_of(block.text, document))
        elif isinstance(block, Bullets | Plans):
            title = heading if len(heading) <= _LONGEST_TITLE else ""
            if isinstance(block, Plans) or _AHEAD.search(heading):
                ahead = title, block
            elif block.style == "spoken":
                spoken = title, block
    return ahead if ahead[1] is not None else spoken


def _chosen(document: Document, plan: BoardPlan, spot: Spot, index: int, sink: Diagnostics) -> BoardStep | None:
    text = joined_lines(text_of(plan.text, document))
    if not plan.indicator:
        return BoardStep(plan.word, "", (text,), is_word=True)
    at = Spot(spot.file, (*spot.path, "plans", index, "indicator"))
    one = find(document.booklet.register, plan.indicator, at, sink)
    if one is None:
        return None
    if one.target is None and one.value is None:
        sink.error("indicator-figure-missing", at, id=plan.indicator, form="target", field="target")
        return None
    number, unit = _parted(one, say(one, "value" if one.target is None else "target"))
    return BoardStep(number, unit, (text,))


def _planned(document: Document, item: PlanItem) -> BoardStep:
    """A plan of its own kind: its goal, its word or what it is stands large."""
    text = joined_lines(text_of(item.item, document)).strip()
    one = document.booklet.register.get(item.indicator or "")
    if one is not None and one.target is not None:
        number, unit = _parted(one, say(one, "target"))
        return BoardStep(number, unit, (text,))
    if item.word or len(text) <= _LONGEST_WORD:
        return BoardStep(
            item.word or text, "", (text if item.word else joined_lines(text_of(item.text, document)),), is_word=True
        )
    return BoardStep("", "", (text,), is_word=True)


def _step(document: Document, item: Prose, ordinal: str) -> BoardStep:
    """A plan of the list: its first figure, a word that its first clause quotes or its ``ordinal`` stands large."""
    text = joined_lines(text_of(item, document)).strip()
    for ref in indicator_refs(item):
        one = document.booklet.register.get(ref.id)
        words = document.values.get((ref.id, ref.form), "")
        if one is None or ref.form not in ("value", "target", "exact") or not words:
            continue
        number, unit = _parted(one, words)
        return BoardStep(number, unit, ways(text, words))
    quoted = _QUOTED.search(first_clause(text))
    if quoted is not None:
        rest = "" if text.strip("“”。") == quoted[1] else text
        return BoardStep(quoted[1], "", ways(rest, quoted[1]) if rest else ("",), is_word=True)
    if len(text.rstrip("。")) <= 6:
        return BoardStep(text.rstrip("。"), "", ("",), is_word=True)
    return BoardStep(f"{ordinal}是" if ordinal else "", "", ways(text, ""), is_word=True)


def _parted(one: Indicator, words: str) -> tuple[str, str]:
    """A figure and the unit behind it."""
    if one.unit and words.endswith(one.unit):
        return words.removesuffix(one.unit), one.unit
    return words, ""


def _left_over(document: Document, blocks: tuple[tuple[str, AnyBlock], ...]) -> list[BoardStep]:
    """For each task of the year that is not done what it still lacks: its target less its actual figure."""
    found: dict[str, BoardStep] = {}
    for id, block in blocks:
        if not isinstance(block, Progress):
            continue
        for item, data in zip(block.items, document.progress.get(id, ()), strict=False):
            one = document.booklet.register.get(item.indicator)
            if one is None or one.value is None or one.target is None or one.rough or one.upper is not None:
                continue
            if one.value < one.target:
                step = BoardStep(plain(one.target - one.value), one.unit, (data.label,))
                found.setdefault(item.indicator, step)
    return list(found.values())
