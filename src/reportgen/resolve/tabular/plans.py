"""Plans as a table, with the goal of each as a large number or word."""

from collections.abc import Mapping

from reportgen.indicators import Indicator, say
from reportgen.model.blocks import PlanItem, Plans, Row, Table
from reportgen.model.document import CardData
from reportgen.model.figures import MISSING
from reportgen.model.inlines import IndicatorRef, Prose
from reportgen.model.numerals import spoken_label
from reportgen.resolve.figures import find
from reportgen.resolve.tabular.given import At, Given
from reportgen.resolve.tabular.parts import cell, column, prose
from reportgen.resolve.tabular.tasks import item_at

_HEADS: Mapping[str, str] = {
    "item": "事项", "text": "内容", "goal": "目标", "deadline": "时限", "lead": "牵头单位",
}  # fmt: skip
_WIDTHS: Mapping[str, float] = {"item": 0.22}  # of the measure, beside texts


def table_of_plans(block: Plans, given: Given, at: At) -> tuple[Table, tuple[CardData, ...]]:
    """Number, item, text, goal, deadline and lead, as far as any has them.

    A word in the place of a goal is in the table where the booklet's chips say it, for the draft says what they do.
    """
    goals = [_goal(item, given, item_at(at, index)) for index, item in enumerate(block.items)]
    words = [item.word if given.chips else "" for item in block.items]
    contents = [_contents(*one) for one in zip(block.items, goals, words, strict=True)]
    used = [field for field in _HEADS if any(one[field] is not None for one in contents)]
    rows = tuple(
        Row(cells=(cell(str(number)), *(cell(one[field], strong=field == "item") for field in used)))
        for number, one in enumerate(contents, 1)
    )
    columns = (
        column("序号", "number"),
        *(column(_HEADS[field], width=_WIDTHS.get(field) if "text" in used else None) for field in used),
    )
    table = Table(title=block.title, columns=columns, rows=rows, source=block.source, id=block.id)
    cards = (_card(*one, number) for number, one in enumerate(zip(goals, words, strict=True), 1))
    return table, tuple(cards)


def _goal(item: PlanItem, given: Given, at: At) -> Indicator | None:
    """The indicator whose target is the goal; one without a target is reported."""
    if item.indicator is None:
        return None
    one = find(given.register, item.indicator, at("indicator"), given.sink)
    if one is not None and one.target is None and not one.awaits("target"):
        given.sink.error("indicator-figure-missing", at("indicator"), id=item.indicator, form="target", field="target")
        return None
    return one


def _contents(item: PlanItem, goal: Indicator | None, word: str) -> dict[str, Prose | None]:
    named = prose(word) if word else None
    if goal is not None:
        named = Prose((IndicatorRef(item.indicator or "", "target"),))
    return {"item": item.item, "text": item.text, "goal": named, "deadline": item.deadline, "lead": item.lead}


def _card(goal: Indicator | None, word: str, number: int) -> CardData:
    """The goal with its unit, else the author's word, else the plan's place among them: 一是."""
    if goal is None:
        return CardData("", word, "", "") if word else CardData(spoken_label(number), "", "", "")
    if goal.target is None:
        return CardData("", MISSING, "", "", pending=True)
    words = say(goal, "target")
    unit = goal.unit if words.endswith(goal.unit) else ""
    return CardData("", words.removesuffix(unit) if unit else words, unit, "")
