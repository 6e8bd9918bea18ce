"""The text of notes as lines, for the foot of a page or an end (typography specification 6.9)."""

from collections.abc import Callable, Iterable, Sequence
from functools import cache

import msgspec

from reportgen.drawing import Begin, End, LinkArea, Rect
from reportgen.model.document import Document, mark_anchor, note_anchor
from reportgen.typeset.pages.foot import Foot, Note
from reportgen.typeset.pages.piece import Piece, as_artifact
from reportgen.typeset.pages.sheet import Sheet
from reportgen.typeset.setting import Setting, set_text

_ROLE = "note"
_GAP = 0.25  # em between a mark and its note
_SPLIT = 4  # lines: two on either page
_RULE_SHARE = 0.25  # of the measure: the rule above the notes
_RULE_WEIGHT = 0.4  # points
_RULE_AT = 0.55  # of the separator's height


def foot_of(setting: Setting) -> Foot | None:
    """The notes of the document for the foot of its pages; None where there are none, or they stand at an end."""
    if not setting.document.notes or setting.theme.notes.place == "end":
        return None
    note: Callable[[int], Note] = cache(lambda number: note_pieces(setting, number))
    return Foot(note, _separator(setting))


def _separator(setting: Setting) -> Piece:
    """A short rule with a blank on either side, as high as a line of notes."""
    height = setting.style(_ROLE).leading
    rule = Rect(0.0, _RULE_AT * height, _RULE_SHARE * setting.measure, _RULE_WEIGHT, setting.colour("ink"))
    return Piece(height, under=as_artifact(rule))


def notes_depth(setting: Setting, numbers: Sequence[int]) -> float:
    """How much of a page's foot the notes ``numbers`` want: of a long one so many lines that it may be split."""
    if not numbers or setting.theme.notes.place == "end":
        return 0.0
    leading = setting.style(_ROLE).leading
    return leading + leading * sum(min(len(note_pieces(setting, number)), _SPLIT) for number in numbers)


def note_pieces(setting: Setting, number: int) -> tuple[Piece, ...]:
    """The lines of the document's note ``number`` (from 1), a piece each: its mark, the text beside it.

    The mark leads back to where the note is called. What cannot be set well is reported at the note's place.
    """
    entry = setting.document.notes[number - 1]
    style = setting.style(_ROLE)
    label = setting.line(entry.mark, _ROLE)
    hang = max(style.size, label.width) + _GAP * style.size
    outer = setting.text.spot
    setting.text.spot = entry.spot
    pieces = set_text(setting, setting.runs(entry.prose), _ROLE, left=hang)
    setting.text.spot = outer
    if not pieces:  # a note of nothing but words that are not known: reported by resolve
        pieces = [Piece(style.leading)]
    foot = setting.baseline(style.leading, style.size)
    back = LinkArea(0.0, foot - 0.88 * style.size, label.width, 1.1 * style.size, "#" + mark_anchor(number), entry.mark)
    first = msgspec.structs.replace(
        pieces[0], lines=((0.0, foot, label), *pieces[0].lines), over=(back,), anchors=(note_anchor(number),)
    )
    return tuple(_as_note(piece, number) for piece in (first, *pieces[1:]))


def _as_note(piece: Piece, number: int) -> Piece:
    """A line that says that it is part of a note; notes stand close, off the grid of the text."""
    begin = Begin("Note", key=note_anchor(number))
    return msgspec.structs.replace(piece, under=(begin, *piece.under), over=(*piece.over, End()), snap=False)


def order_on(sheets: Iterable[Sheet], document: Document) -> list[int]:
    """The places of notes among the document's (from 1), as they follow each other at the feet of ``sheets``."""
    places = {note_anchor(number): number for number in range(1, len(document.notes) + 1)}
    lines = (item.piece for sheet in sheets for item in sheet.items if item.flow < 0)
    return [places[anchor] for line in lines for anchor in line.anchors if anchor in places]


def renumbered(document: Document, order: Sequence[int]) -> Document:
    """``document`` with the notes ``order`` numbered in this order: where cells go on over a page together, or a float
    waits for another, marks do not follow each other as they are written. Each count keeps its own numbers.
    """
    notes, places = list(document.notes), dict(document.note_numbers)
    counts: dict[int, list[int]] = {}
    for number in order:
        counts.setdefault(document.note_counts[document.notes[number - 1].section], []).append(number)
    for numbers in counts.values():
        for place, number in zip(sorted(numbers), numbers, strict=True):
            slot, entry = document.notes[place - 1], document.notes[number - 1]
            notes[place - 1] = msgspec.structs.replace(entry, number=slot.number, mark=slot.mark)
            places[id(entry.note)] = place
    return msgspec.structs.replace(document, notes=tuple(notes), note_numbers=places)
