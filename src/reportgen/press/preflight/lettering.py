"""Text operators (ISO 32000-1, 9.4): where the characters of a page stand, as boxes from start to end of a string."""

from collections.abc import Callable
from typing import Any, Protocol

import pikepdf

from reportgen.press.geometry import IDENTITY, Matrix, Rect, after, shift
from reportgen.press.preflight.noting import Notes
from reportgen.press.preflight.state import Pen, State, thinness
from reportgen.press.preflight.typefaces import Typeface

_UNSEEN = (3, 7)  # rendering modes that paint nothing


class Fonts(Protocol):
    """The fonts of a file, each read once."""

    def font(self, value: object) -> Typeface:
        """A font of the file."""


class Page(Protocol):
    """What text operators know of the page that is read."""

    state: State
    pen: Pen
    notes: Notes

    @property
    def shelf(self) -> Fonts:
        """The file's fonts."""

    def named(self, kind: str, name: object) -> object:
        """The resource of that kind and name; None where there is none."""

    def seen(self, box: Rect) -> Rect:
        """What the clip leaves of a box."""

    def paint_pattern(self, pattern: pikepdf.Object, seen: Rect) -> None:
        """Read what a pattern paints."""


def _begin(page: Page, _: list[Any]) -> None:
    page.pen.matrix = page.pen.line = IDENTITY


def _font(page: Page, operands: list[Any]) -> None:
    page.state.font = page.shelf.font(page.named("/Font", operands[0]))
    page.state.size = float(operands[1])


def _sets(name: str, scale: float = 1.0) -> Callable[[Page, list[Any]], None]:
    def does(page: Page, operands: list[Any]) -> None:
        setattr(page.state, name, float(operands[0]) * scale)

    return does


def _mode(page: Page, operands: list[Any]) -> None:
    page.state.shown = int(operands[0])


def _move(page: Page, operands: list[Any]) -> None:
    page.pen.line = after(shift(float(operands[0]), float(operands[1])), page.pen.line)
    page.pen.matrix = page.pen.line


def _move_and_lead(page: Page, operands: list[Any]) -> None:
    page.state.leading = -float(operands[1])
    _move(page, operands)


def _next_line(page: Page, _: list[Any]) -> None:
    _move(page, [0.0, -page.state.leading])


def _matrix(page: Page, operands: list[Any]) -> None:
    a, b, c, d, e, f = (float(one) for one in operands)
    page.pen.matrix = page.pen.line = (a, b, c, d, e, f)


def _show(page: Page, operands: list[Any]) -> None:
    _show_parts(page, [operands[0]])


def _show_array(page: Page, operands: list[Any]) -> None:
    _show_parts(page, operands[0])


def _quote(page: Page, operands: list[Any]) -> None:
    _next_line(page, [])
    _show_parts(page, [operands[-1]])


def _double_quote(page: Page, operands: list[Any]) -> None:
    page.state.blank, page.state.spacing = float(operands[0]), float(operands[1])
    _quote(page, operands)


def _show_parts(page: Page, parts: Any) -> None:
    """Strings and the numbers between them: note the box from the first character to the last."""
    state = page.state
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
            start = along + _advance(page, text[: len(text) - len(text.lstrip(b" "))] if inked != text else b"")
        step = _advance(page, text)
        along += step
        if inked:
            end = along - (_advance(page, text[len(text.rstrip(b" ")) :]) if inked != text else 0.0)
    if start is not None and state.shown not in _UNSEEN:
        _note(page, start, end)
    page.pen.matrix = after(shift(0.0, along) if font.vertical else shift(along, 0.0), page.pen.matrix)


def _advance(page: Page, text: bytes) -> float:
    """How far ``text`` moves on, in text space: downwards is negative in vertical writing."""
    state = page.state
    count, width, blanks = state.font.advances(text)
    if state.font.vertical:
        return -count * (state.size - state.spacing) if count else 0.0
    return (width * state.size + count * state.spacing + blanks * state.blank) * state.stretch


def _note(page: Page, start: float, end: float) -> None:
    state = page.state
    font, size = state.font, state.size
    if font.vertical:
        box = Rect(-size / 2, min(start, end), size / 2, max(start, end))
    else:
        low, high = sorted((font.descent * size, font.ascent * size))
        box = Rect(min(start, end), low + state.rise, max(start, end), high + state.rise)
    matrix: Matrix = after(page.pen.matrix, state.matrix)
    seen = page.seen(box.seen_through(matrix))
    if seen.empty:
        return
    fills = state.shown % 4 in (0, 2)
    paint = state.fill if fills else state.stroke
    page.notes.lettered(paint, seen, abs(size) * thinness(matrix), (font.name, font.kind, font.embedded))
    if fills and isinstance(state.fill_pattern, pikepdf.Object):
        page.paint_pattern(state.fill_pattern, seen)


LETTERING: dict[str, Callable[[Page, list[Any]], None]] = {
    "BT": _begin, "Tf": _font, "Tc": _sets("spacing"), "Tw": _sets("blank"), "Tz": _sets("stretch", 0.01),
    "TL": _sets("leading"), "Ts": _sets("rise"), "Tr": _mode, "Td": _move, "TD": _move_and_lead, "T*": _next_line,
    "Tm": _matrix, "Tj": _show, "TJ": _show_array, "'": _quote, '"': _double_quote,
}  # fmt: skip
