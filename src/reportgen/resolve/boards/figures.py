"""The numbers of a board in words: a figure with its unit, what it is compared with, its bar, its change."""

from decimal import Decimal

import msgspec

from reportgen.diagnostics import Diagnostics, Spot
from reportgen.indicators import Indicator, say
from reportgen.indicators.wording import percent, plain
from reportgen.model.boards import BoardCard, BoardFigure, BoardLine, BoardRow
from reportgen.model.document import Document, ProgressData
from reportgen.model.runs import text_of
from reportgen.resolve.boards.clauses import ways
from reportgen.resolve.figures import card_of, find
from reportgen.source.folding import joined_lines

_MOST_COUNTED = 40  # marks of a strip
_MAGNITUDES = ("万", "亿", "千", "百")
_FIELDS = {"completion": "completion", "share": "share", "yoy": "yoy"}


def figure_of(
    document: Document, card: BoardCard, spot: Spot, sink: Diagnostics, *, bar: bool = True
) -> BoardFigure | None:
    """``card`` in words, None after a report. ``bar``: whether its completion may be drawn."""
    at = Spot(spot.file, (*spot.path, "indicator")) if spot.path else spot
    one = find(document.booklet.register, card.indicator, at, sink)
    if one is None:
        return None
    label = joined_lines(text_of(card.label, document)) or one.name
    note = None if card.note is None else joined_lines(text_of(card.note, document))
    if card.form != "value":
        made = _percentage(one, card, label, note or "")
        if made is None:
            sink.error("indicator-figure-missing", at, id=card.indicator, form=card.form, field=_FIELDS[card.form])
            return None
    else:
        made = _value(one, label, note)
    if not bar:
        made = msgspec.structs.replace(made, percent=None, percent_words="", count=None)
    rows = [_row(document, row, spot, index, sink) for index, row in enumerate(card.rows)]
    return msgspec.structs.replace(made, rows=tuple(row for row in rows if row is not None))


def _percentage(one: Indicator, card: BoardCard, label: str, note: str) -> BoardFigure | None:
    """A figure in per cent; the actual one stands beside its label."""
    share = one.share.percent if one.share is not None else None
    number = {"completion": one.progress, "share": share, "yoy": one.yoy}[card.form]
    if number is None:
        return None
    aside = "" if one.value is None else say(one, "value")
    if card.form == "yoy":
        return BoardFigure(label, plain(number), "%", _notes(note), aside)
    return BoardFigure(label, plain(number), "%", _notes(note), aside, percent=number)


def _value(one: Indicator, label: str, note: str | None) -> BoardFigure:
    words = card_of(one, label, note)
    made = BoardFigure(words.label, words.number, words.unit, _notes(words.note))
    done, share = one.progress, one.share.percent if one.share is not None else None
    if one.unit == "%" and one.value is not None and 0 <= one.value <= 100 and one.upper is None:
        made = msgspec.structs.replace(made, percent=one.value)
    elif done is not None:
        said = "" if plain(done) in made.note else f"完成全年{percent(done)}"
        made = msgspec.structs.replace(made, percent=done, percent_words=said, count=_counted(one))
    elif share is not None:
        said = "" if plain(share) in made.note else f"占{percent(share)}"
        made = msgspec.structs.replace(made, percent=share, percent_words=said)
    if one.yoy is not None and one.value is not None:
        made = _growing(made, one.yoy, say(one, "change"))
    return made


def _growing(made: BoardFigure, change: Decimal, words: str) -> BoardFigure:
    """With its change on the year before, which is not said twice."""
    if "同比" in made.note and made.note != "同比" + words:
        return made
    notes = () if made.note == "同比" + words else made.notes
    return msgspec.structs.replace(made, notes=notes, growth=change, growth_words=percent(abs(change)))


def _notes(note: str) -> tuple[str, ...]:
    """How a note may be said, the whole of it as it is written."""
    return tuple(dict.fromkeys((note, *ways(note)))) if note else ()


def _counted(one: Indicator) -> tuple[int, int] | None:
    """Done and all, where they are things that can be counted out: 17 of 20."""
    if one.value is None or one.target is None or one.rough is not None or one.upper is not None:
        return None
    if one.value != int(one.value) or one.target != int(one.target) or one.unit.startswith(_MAGNITUDES):
        return None
    done, whole = int(one.value), int(one.target)
    return (done, whole) if 0 <= done <= whole and 2 <= whole <= _MOST_COUNTED else None


def _row(document: Document, row: BoardRow, spot: Spot, index: int, sink: Diagnostics) -> BoardLine | None:
    at = Spot(spot.file, (*spot.path, "rows", index, "indicator"))
    one = find(document.booklet.register, row.indicator, at, sink)
    if one is None:
        return None
    if one.value is None:
        sink.error("indicator-figure-missing", at, id=row.indicator, form="value", field="value")
        return None
    label = joined_lines(text_of(row.label, document)) or one.name
    growth = "" if one.yoy is None else percent(abs(one.yoy))
    return BoardLine(label, say(one, "value"), note=growth, growth=one.yoy)


def row_of(data: ProgressData) -> BoardLine:
    """A bar of completion: its note says how much of what."""
    note = data.actual
    if data.target and "target" not in data.pending:
        note = f"{data.actual}，全年{data.target}" if data.actual else f"全年{data.target}"
    return BoardLine(data.label, data.words, note, data.percent)
