"""Text operators (ISO 32000-1, 9.4): where the characters of a page stand, as boxes from start to end of a string."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pikepdf

from reportgen.press.geometry import IDENTITY, Matrix, Rect, after, shift
from reportgen.press.preflight.state import thinness

if TYPE_CHECKING:  # reading knows lettering; types alone go the other way
    from reportgen.press.preflight.reading import Reader

_UNSEEN = (3, 7)  # rendering modes that paint nothing


def _begin(reader: "Reader", _: list[Any]) -> None:
    reader.pen.matrix = reader.pen.line = IDENTITY


def _font(reader: "Reader", operands: list[Any]) -> None:
    reader.state.font = reader.shelf.font(reader.named("/Font", operands[0]))
    reader.state.size = float(operands[1])


def _sets(name: str, scale: float = 1.0) -> Callable[["Reader", list[Any]], None]:
    def does(reader: "Reader", operands: list[Any]) -> None:
        setattr(reader.state, name, float(operands[0]) * scale)

    return does


def _mode(reader: "Reader", operands: list[Any]) -> None:
    reader.state.shown = int(operands[0])


def _move(reader: "Reader", operands: list[Any]) -> None:
    reader.pen.line = after(shift(float(operands[0]), float(operands[1])), reader.pen.line)
    reader.pen.matrix = reader.pen.line


def _move_and_lead(reader: "Reader", operands: list[Any]) -> None:
    reader.state.leading = -float(operands[1])
    _move(reader, operands)


def _next_line(reader: "Reader", _: list[Any]) -> None:
    _move(reader, [0.0, -reader.state.leading])


def _matrix(reader: "Reader", operands: list[Any]) -> None:
    a, b, c, d, e, f = (float(one) for one in operands)
    reader.pen.matrix = reader.pen.line = (a, b, c, d, e, f)


def _show(reader: "Reader", operands: list[Any]) -> None:
    _show_parts(reader, [operands[0]])


def _show_array(reader: "Reader", operands: list[Any]) -> None:
    _show_parts(reader, operands[0])


def _quote(reader: "Reader", operands: list[Any]) -> None:
    _next_line(reader, [])
    _show_parts(reader, [operands[-1]])


def _double_quote(reader: "Reader", operands: list[Any]) -> None:
    reader.state.blank, reader.state.spacing = float(operands[0]), float(operands[1])
    _quote(reader, operands)


def _show_parts(reader: "Reader", parts: Any) -> None:
    """Strings and the numbers between them: note the box from the first character to the last."""
    state = reader.state
    font, size = state.font, state.size
    along = 0.0  # in text space
    start: float | None = None
    end = 0.0
    for part in parts:
        if not isinstance(part, pikepdf.String):
            along -= float(part) / 1000 * size * (1.0 if font.vertical else state.stretch)
            continue
        text = bytes(part)
        inked = text.strip(b" ") if font.code_bytes == 1 else text
        if inked and start is None:
            start = along + _advance(reader, text[: len(text) - len(text.lstrip(b" "))] if inked != text else b"")
        step = _advance(reader, text)
        along += step
        if inked:
            end = along - (_advance(reader, text[len(text.rstrip(b" ")) :]) if inked != text else 0.0)
    if start is not None and state.shown not in _UNSEEN:
        _note(reader, start, end)
    reader.pen.matrix = after(shift(0.0, along) if font.vertical else shift(along, 0.0), reader.pen.matrix)


def _advance(reader: "Reader", text: bytes) -> float:
    """How far ``text`` moves on, in text space: downwards is negative in vertical writing."""
    state = reader.state
    count, width, blanks = state.font.advances(text)
    if state.font.vertical:
        return -count * (state.size - state.spacing) if count else 0.0
    return (width * state.size + count * state.spacing + blanks * state.blank) * state.stretch


def _note(reader: "Reader", start: float, end: float) -> None:
    state = reader.state
    font, size = state.font, state.size
    if font.vertical:
        box = Rect(-size / 2, min(start, end), size / 2, max(start, end))
    else:
        low, high = sorted((font.descent * size, font.ascent * size))
        box = Rect(min(start, end), low + state.rise, max(start, end), high + state.rise)
    matrix: Matrix = after(reader.pen.matrix, state.matrix)
    seen = reader.seen(box.seen_through(matrix))
    if seen.empty:
        return
    fills = state.shown % 4 in (0, 2)
    paint = state.fill if fills else state.stroke
    reader.notes.lettered(paint, seen, abs(size) * thinness(matrix), (font.name, font.kind, font.embedded))
    if fills and isinstance(state.fill_pattern, pikepdf.Object):
        reader.paint_pattern(state.fill_pattern, seen)


LETTERING: dict[str, Callable[["Reader", list[Any]], None]] = {
    "BT": _begin, "Tf": _font, "Tc": _sets("spacing"), "Tw": _sets("blank"), "Tz": _sets("stretch", 0.01),
    "TL": _sets("leading"), "Ts": _sets("rise"), "Tr": _mode, "Td": _move, "TD": _move_and_lead, "T*": _next_line,
    "Tm": _matrix, "Tj": _show, "TJ": _show_array, "'": _quote, '"': _double_quote,
}  # fmt: skip
