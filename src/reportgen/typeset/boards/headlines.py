"""Where a headline is broken: after one of its own marks, where that will do, else between words."""

from collections.abc import Sequence

from reportgen.drawing import Colour
from reportgen.typeset.boards.canvas import Canvas, Type
from reportgen.typeset.text import SetLine

_MARKS = "，；：。！？、"
Found = tuple[Type, tuple[SetLine, ...]]


def after_a_mark(canvas: Canvas, headline: str, types: Sequence[tuple[Type, float]], colour: Colour) -> Found | None:
    """The headline on two lines, broken after a mark as evenly as can be, in the first of ``types`` that holds it.

    Each type has a measure of its own. None where no such break will do, or the author has made one.
    """
    for type, width in () if "\n" in headline else types:
        found = []
        for at in range(2, len(headline) - 1):
            if headline[at - 1] in _MARKS:
                pair = tuple(canvas.line(part, type, colour) for part in (headline[:at], headline[at:]))
                if canvas.fit(pair, width):
                    found.append((abs(pair[0].width - pair[1].width), at, pair))
        if found:
            return type, min(found, key=lambda one: one[:2])[2]
    return None


def set_headline(canvas: Canvas, found: Found, x: float, y: float) -> float:
    """The lines below each other, the ink of each beginning at ``x``; the last baseline."""
    type, lines = found
    for index, line in enumerate(lines):
        canvas.place(line, x - canvas.bearing(line.text, type), y + index * canvas.pitch(type))
    return y + (len(lines) - 1) * canvas.pitch(type)
