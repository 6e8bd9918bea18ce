"""Plans as cards: numbered on panels with goal, deadline and lead beside a hairline, or with their goals on chips."""

from collections.abc import Sequence

import msgspec

from reportgen.drawing import Mark, Rect
from reportgen.model.blocks import PlanItem, Plans
from reportgen.model.document import CardData
from reportgen.model.numerals import spoken_label
from reportgen.model.runs import Run
from reportgen.typeset.pages.piece import Piece, PlacedLine, restated
from reportgen.typeset.setting import Setting, stacked
from reportgen.typeset.shapes import box
from reportgen.typeset.text import SetLine, told

_BLOCK = 36.0  # width of the block with a plan's number
_PAD = 4.5  # above and below the lines of a card
_APART = 9.0  # between cards
_BESIDE = (0.19, 0.3)  # of the measure: a plan of that width has its text beside it, from there on
_LINES = 15.0  # em: text beside has lines of that length at least
_ASIDE = 0.32  # of the measure: what goal, deadline and lead may take
_WHOLE = 10  # lines: a card of more goes on over the page
_CHIP = (96.0, 38.5)
_RADIUS = 8.5
_GAP = 14.4  # between a chip and its plan
_BETWEEN = 12.5  # two chips

_Aside = list[tuple[SetLine | None, SetLine]]  # lines of goal, deadline and lead, each with its name at the first


def set_plans(block: Plans, id: str, setting: Setting) -> list[Piece]:
    """Caption, a card for each plan, source."""
    goals = setting.document.counts[id]
    dated = any(item.deadline is not None for item in block.items)
    asides = [_aside(item, goal, setting, dated=dated) for item, goal in zip(block.items, goals, strict=True)]
    named = max((name.width for one in asides for name, _ in one if name is not None), default=0.0) + _APART
    taken = max((named + words.width for one in asides for _, words in one), default=0.0)
    pieces = _caption(block, id, setting)
    first = len(pieces)
    for number, (item, goal) in enumerate(zip(block.items, goals, strict=True), 1):
        if setting.theme.looks.has_chips:
            card = _on_chip(item, goal, (number, len(block.items)), id, setting)
        else:
            card = _on_panel(item, number, asides[number - 1], (named, taken), setting)
        pieces += map(restated, card)
    if not first:
        anchor = setting.document.anchors.get(id)
        anchors = (anchor,) if anchor else ()
        pieces[0] = msgspec.structs.replace(pieces[0], before=setting.grid / 2, snap=True, anchors=anchors)
    if block.source is not None:
        style = setting.style("source")
        lines = setting.ragged(setting.runs(block.source), "source", setting.measure)
        pieces[-1] = msgspec.structs.replace(pieces[-1], keep=1)
        placed = stacked(lines, style.leading, setting.baseline(style.leading, style.size))
        pieces.append(Piece(style.leading * len(lines), placed))
    pieces[-1] = msgspec.structs.replace(pieces[-1], after=setting.blank)
    return pieces


def _caption(block: Plans, id: str, setting: Setting) -> list[Piece]:
    if block.title is None:
        return []
    style = setting.style("caption")
    runs = (Run(setting.document.numbers[id] + "\u3000"), *setting.runs(block.title))
    lines = setting.ragged(runs, "caption", setting.measure)
    placed = stacked(lines, style.leading, setting.baseline(style.leading, style.size))
    anchors = (setting.document.anchors[id],)
    height = style.leading * len(lines)
    return [Piece(height, placed, before=setting.grid / 2, snap=True, keep=1, anchors=anchors)]


def _on_panel(item: PlanItem, number: int, aside: _Aside, widths: tuple[float, float], setting: Setting) -> list[Piece]:
    """A numbered card; ``widths`` of the names in all asides, and of all asides as a whole."""
    left = _BLOCK + 11.0
    named, taken = widths
    edge = setting.measure - (taken + 2 * _APART if taken else 0.0)  # of the hairline
    right = edge - _APART
    title = setting.ragged(setting.runs(item.item), "caption", right - left)
    at = left
    text: tuple[SetLine, ...] = ()
    if item.text is not None:
        beside, begin = (share * setting.measure for share in _BESIDE)
        room = right - begin
        if len(title) == 1 and title[0].width <= beside and room >= _LINES * setting.style("label").size:
            at = begin
        text = setting.ragged(setting.runs(item.text), "label", right - at)
    titles = 0 if at > left else len(title)  # lines above the text
    count = max(titles + len(text), len(title), len(aside))
    if count > _WHOLE:
        return _long(
            spoken_label(number), (*title, *text, *(one for pair in aside for one in pair if one is not None)), setting
        )
    foot = setting.baseline(setting.row, setting.style("label").size)
    height = count * setting.row + 2 * _PAD
    top = _PAD + foot
    middle = top + (count - 1) * setting.row / 2
    label = setting.line(spoken_label(number), "caption", "paper")
    lines: list[PlacedLine] = [((_BLOCK - label.width) / 2, middle, label)]
    down = middle if len(title) == 1 and not text else top
    lines += [(left, down + index * setting.row, line) for index, line in enumerate(title)]
    lines += [(at, top + (titles + index) * setting.row, line) for index, line in enumerate(text)]
    for index, (name, words) in enumerate(aside):
        y = (top if len(aside) > 1 else middle) + index * setting.row
        if name is not None:
            lines.append((edge + _APART, y, name))
        lines.append((edge + _APART + named, y, words))
    marks: list[Mark] = [*_ground(height, setting)]
    if aside:
        marks.append(Rect(edge, 1.5 * _PAD, 0.4, height - 3 * _PAD, setting.colour("rule")))
    return [Piece(height, tuple(lines), under=tuple(marks), after=_APART)]


def _ground(height: float, setting: Setting) -> tuple[Mark, Mark]:
    panel = Rect(_BLOCK, 0.0, setting.measure - _BLOCK, height, setting.colour("band"))
    return Rect(0.0, 0.0, _BLOCK, height, setting.colour("primary")), panel


def _aside(item: PlanItem, goal: CardData, setting: Setting, *, dated: bool) -> _Aside:
    """How much, when and who; ``dated``: another plan has a deadline, so that one without says so."""
    found: _Aside = []
    if item.indicator is not None and goal.number:
        figure = setting.ragged((Run(goal.number + goal.unit),), "label_medium", _ASIDE * setting.measure)
        found += [
            (setting.line("目标", "label", "grey") if index == 0 else None, line) for index, line in enumerate(figure)
        ]
    for name, words in (("时限", item.deadline), ("牵头", item.lead)):
        label = setting.line(name, "label", "grey")
        room = _ASIDE * setting.measure - label.width - _APART
        if words is not None:
            lines = setting.ragged(setting.runs(words), "label_medium", room)
        elif name == "时限" and dated:
            lines = setting.ragged((Run("未列时限"),), "label", room, "grey")
        else:
            continue
        found += [(label if index == 0 else None, line) for index, line in enumerate(lines)]
    return found


def _long(label: str, lines: Sequence[SetLine], setting: Setting) -> list[Piece]:
    """A card of many lines, a piece for each, whose ground goes on."""
    foot = setting.baseline(setting.row, setting.style("label").size)
    number = setting.line(label, "caption", "paper")
    pieces = []
    for index, line in enumerate(lines):
        ends = (_PAD if index == 0 else 0.0, _PAD if index == len(lines) - 1 else 0.0)
        height = setting.row + sum(ends)
        own: tuple[PlacedLine, ...] = ((_BLOCK + 11.0, ends[0] + foot, line),)
        if index == 0:
            own = (((_BLOCK - number.width) / 2, ends[0] + foot, number), *own)
        keep = 1 if index in (0, len(lines) - 2) else 0
        pieces.append(Piece(height, own, under=_ground(height, setting), keep=keep, after=_APART if ends[1] else 0.0))
    return pieces


def _on_chip(item: PlanItem, goal: CardData, place: tuple[int, int], id: str, setting: Setting) -> list[Piece]:
    """A plan beside its goal; ``place``: its number, and that of the last one."""
    width = min(_CHIP[0], 0.3 * setting.measure)
    left = width + _GAP
    whole = [words for words in (item.lead, item.deadline) if words is not None]
    aside = [
        setting.ragged(setting.runs(words), "label", _ASIDE * setting.measure, "" if words is item.lead else "grey")
        for words in whole
    ]
    beside = [line for lines in aside for line in lines]
    taken = max((line.width for line in beside), default=0.0)
    room = setting.measure - left - (taken + _GAP if beside else 0.0)
    title = setting.ragged(setting.runs(item.item), "caption", room)
    text = setting.ragged(setting.runs(item.text), "label", room) if item.text is not None else ()
    pitch = 0.85 * setting.row
    style = setting.style("label")
    count = max(len(title) + len(text), len(beside))
    chip = _chip(goal, width, setting.hue(id.partition("/")[0]).text, setting)
    ground = box((0.0, 0.0), (width, _CHIP[1]), _RADIUS, setting.hue(id.partition("/")[0]).fill)
    if count > _WHOLE:
        return _far(chip, ground, (left, (*title, *text, *beside)), setting)
    height = max(_CHIP[1], count * pitch)
    foot = setting.baseline(pitch, style.size)
    lines: list[PlacedLine] = [(x, y + (height - _CHIP[1]) / 2, line) for x, y, line in chip]
    top = foot + (height - pitch * (len(title) + len(text))) / 2
    lines += [(left, top + index * pitch, line) for index, line in enumerate((*title, *text))]
    top = foot + (height - pitch * len(beside)) / 2
    lines += [(setting.measure - line.width, top + index * pitch, line) for index, line in enumerate(beside)]
    panel = box((0.0, (height - _CHIP[1]) / 2), (width, _CHIP[1]), _RADIUS, setting.hue(id.partition("/")[0]).fill)
    last = place[0] == place[1]
    rule = () if last else (_rule(left, height, setting),)
    return [Piece(height, tuple(lines), under=(panel, *rule), after=0.0 if last else _BETWEEN)]


def _rule(left: float, height: float, setting: Setting) -> Mark:
    return Rect(left, height + _BETWEEN / 2 - 0.2, setting.measure - left, 0.4, setting.colour("rule"))


def _chip(goal: CardData, width: float, colour: str, setting: Setting) -> list[PlacedLine]:
    """A goal in the middle of its chip, as large as it fits: figure and unit, a word, else the plan's number."""
    number, unit = setting.line("", "label"), None
    for role in ("card_small", "card_least", "label"):
        sized = role if role != "label" else ""
        figure = goal.number or goal.label
        if not goal.unit and role == "card_small" and not figure[:1].isdigit():
            continue  # words are smaller than figures
        number = told(setting.line(figure, f"{sized}_number" if sized else "label_strong", colour))
        unit = told(setting.line(goal.unit, f"{sized}_unit" if sized else "label", colour)) if goal.unit else None
        if number.width + (unit.width + 2.5 if unit else 0.0) <= width - 8.0:
            break
    whole = number.width + (unit.width + 2.5 if unit else 0.0)
    left = max(2.0, (width - whole) / 2)
    y = _CHIP[1] / 2 + 0.36 * number.size
    found: list[PlacedLine] = [(left, y, number)]
    if unit is not None:
        found.append((left + number.width + 2.5, y, unit))
    return found


def _far(
    chip: Sequence[PlacedLine], ground: Mark, words: tuple[float, Sequence[SetLine]], setting: Setting
) -> list[Piece]:
    """A plan of many lines, a piece for each, its chip at the first."""
    left, lines = words
    foot = setting.baseline(setting.row, setting.style("label").size)
    first = max(setting.row, _CHIP[1])
    pieces = [Piece(first, (*chip, (left, foot, lines[0])), under=(ground,), keep=1)]
    pieces += [
        Piece(setting.row, ((left, foot, line),), keep=1 if at == len(lines) - 3 else 0)
        for at, line in enumerate(lines[1:])
    ]
    pieces[-1] = msgspec.structs.replace(pieces[-1], after=_BETWEEN)
    return pieces
