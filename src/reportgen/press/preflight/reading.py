"""Reads a page's operators and says what they paint where: enough of a PDF interpreter for a preflight."""

from collections.abc import Callable, Iterable
from typing import Any

import pikepdf

from reportgen.press.geometry import Matrix, Rect, after, applied, around
from reportgen.press.opening import UNREADABLE
from reportgen.press.preflight.colours import CMYK, GREY, RGB, UNKNOWN, Space, space_of
from reportgen.press.preflight.lettering import LETTERING
from reportgen.press.preflight.noting import Notes
from reportgen.press.preflight.state import Path, Pen, State, thinness
from reportgen.press.preflight.typefaces import Typeface, typeface

_DEEPEST = 12  # forms in forms
_MOST_OPERATORS = 1_000_000  # of a page, its forms as often as they are painted
_THIN = 5.0  # a filled rectangle so many times as long as wide is a line

Instructions = list[tuple[str, list[Any]]]


class Shelf:
    """What is read once for the whole file: fonts, colour spaces, the operators of forms."""

    def __init__(self) -> None:
        self.fonts: dict[tuple[int, int], Typeface] = {}
        self.forms: dict[tuple[int, int], Instructions] = {}

    def font(self, value: object) -> Typeface:
        """A font of the file."""
        key = value.objgen if isinstance(value, pikepdf.Object) else (0, 0)
        if key == (0, 0):
            return typeface(value)
        if key not in self.fonts:
            self.fonts[key] = typeface(value)
        return self.fonts[key]

    def form(self, stream: pikepdf.Stream) -> Instructions:
        """The operators of a form or pattern."""
        key = stream.objgen
        if key not in self.forms:
            self.forms[key] = operators(stream)
        return self.forms[key]


def operators(stream: pikepdf.Object | pikepdf.Page) -> Instructions:
    """Operators with their operands. Raises what ``UNREADABLE`` names."""
    return [(str(one.operator), list(one.operands)) for one in pikepdf.parse_content_stream(stream)]


class BudgetError(Exception):
    """The page has more operators than any page has."""


class Reader:
    """Reads one page; ``matrix`` takes its user space to where the notes measure, ``clip`` is what they look at."""

    def __init__(self, notes: Notes, shelf: Shelf, matrix: Matrix, clip: Rect) -> None:
        self.notes = notes
        self.shelf = shelf
        self.state = State(matrix, clip)
        self.path = Path()
        self.pen = Pen()
        self.resources: object = None
        self._base = matrix
        self._left = _MOST_OPERATORS
        self._depth = 0
        self._open: set[tuple[int, int]] = set()
        self._patterns: set[tuple[int, int]] = set()

    def read(self, instructions: Instructions, resources: object) -> None:
        """Read a content stream with its own resources; the state is as before afterwards. Raises BudgetError."""
        kept, outer, base, stack = self.state.kept(), self.resources, self._base, []
        self.resources, self._base = resources, self.state.matrix
        for operator, operands in instructions:
            self._left -= 1
            if self._left < 0:
                raise BudgetError
            try:
                if operator == "q":
                    stack.append(self.state.kept())
                elif operator == "Q":
                    if stack:
                        self.state = stack.pop()
                elif (does := _DOES.get(operator)) is not None:
                    does(self, operands)
            except UNREADABLE:
                self.notes.facts.whole = False
        self.state, self.resources, self._base = kept, outer, base

    def named(self, kind: str, name: object) -> object:
        """The resource of that kind and name; None where there is none."""
        held = self.resources.get(kind) if isinstance(self.resources, pikepdf.Dictionary) else None
        return held.get(str(name)) if isinstance(held, pikepdf.Dictionary) else None

    def seen(self, box: Rect) -> Rect:
        """What the clip leaves of a box."""
        return box.meet(self.state.clip)

    def within(self, stream: pikepdf.Stream, matrix: Matrix, clip: Rect | None) -> None:
        """Read a form or a pattern with what it brings; one within itself is passed over."""
        key = stream.objgen
        if key in self._open or self._depth >= _DEEPEST:
            return
        kept, path, pen = self.state, self.path, self.pen
        self.state = kept.kept()
        self.state.matrix = matrix
        if clip is not None:
            self.state.clip = clip
        self.path, self.pen = Path(), Pen()
        self._open.add(key)
        self._depth += 1
        try:
            own = stream.get("/Resources")
            self.read(self.shelf.form(stream), own if isinstance(own, pikepdf.Dictionary) else self.resources)
        finally:
            self._open.discard(key)
            self._depth -= 1
            self.state, self.path, self.pen = kept, path, pen

    def paint_path(self, fills: bool, strokes: bool) -> None:
        """Note the path's painting, take it as a clip where W said so, begin a new one."""
        path, state = self.path, self.state
        if path.points:
            box = around(path.points)
            seen = self.seen(box)
            if fills and not seen.empty:
                self._fill(box, seen)
            if strokes:
                half = state.width * thinness(state.matrix) / 2
                stroked = self.seen(box.grown(half))
                if not stroked.empty:
                    self.notes.painted(state.stroke, "line", stroked)
                    self.notes.lined(2 * half)
            if path.clips:
                state.clip = seen
        path.clear()

    def _fill(self, box: Rect, seen: Rect) -> None:
        path, state = self.path, self.state
        thin, long = sorted((box.width, box.height))
        is_line = path.pieces == 1 and len(path.points) in (4, 5) and long > _THIN * thin and long > 0
        if is_line and thin < 1:
            self.notes.lined(thin)
        self.notes.painted(state.fill, "line" if is_line and thin < 1 else "area", seen)
        if isinstance(state.fill_pattern, pikepdf.Object):
            self.paint_pattern(state.fill_pattern, seen)

    def paint_pattern(self, pattern: pikepdf.Object, seen: Rect) -> None:
        """Look into a pattern once a page: the operators of its cell, or its shading (ISO 32000-1, 8.7)."""
        if isinstance(pattern, pikepdf.Stream):
            if pattern.objgen not in self._patterns:
                self._patterns.add(pattern.objgen)
                self.within(pattern, after(matrix_of(pattern.get("/Matrix")), self._base), None)
        elif isinstance(pattern, pikepdf.Dictionary):
            shading = pattern.get("/Shading")
            if isinstance(shading, pikepdf.Dictionary | pikepdf.Stream):
                self.shade(shading, seen)

    def shade(self, shading: pikepdf.Object, seen: Rect) -> None:
        """Note a shading: its colours count as their space's first, since they are functions of the place."""
        space = space_of(shading.get("/ColorSpace"), self.resources)
        middle = {"rgb": (1.0, 0.0, 0.0), "cmyk": (1.0, 0.0, 0.0, 0.0)}.get(space.family, space.start)
        if not seen.empty:
            self.notes.painted((space, middle), "shading", seen)


def matrix_of(value: object) -> Matrix:
    """Six numbers of a file as a matrix; the identity where they are none."""
    if isinstance(value, pikepdf.Array | list) and len(value) == 6:
        a, b, c, d, e, f = (float(one) for one in value)
        return (a, b, c, d, e, f)
    return (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def _numbers(operands: Iterable[Any]) -> tuple[float, ...]:
    return tuple(float(one) for one in operands if not isinstance(one, pikepdf.Object))


def _points(count: int) -> Callable[[Reader, list[Any]], None]:
    """Path segments whose operands are ``count`` points."""

    def does(reader: Reader, operands: list[Any]) -> None:
        numbers = _numbers(operands)
        for at in range(0, 2 * count, 2):
            reader.path.points.append(applied(reader.state.matrix, numbers[at], numbers[at + 1]))

    return does


def _move(reader: Reader, operands: list[Any]) -> None:
    x, y = _numbers(operands)
    reader.path.points.append(applied(reader.state.matrix, x, y))
    reader.path.pieces += 1


def _rectangle(reader: Reader, operands: list[Any]) -> None:
    x, y, width, height = _numbers(operands)
    matrix = reader.state.matrix
    reader.path.points += [
        applied(matrix, x, y), applied(matrix, x + width, y), applied(matrix, x + width, y + height),
        applied(matrix, x, y + height),
    ]  # fmt: skip
    reader.path.pieces += 1


def _paints(fills: bool, strokes: bool) -> Callable[[Reader, list[Any]], None]:
    return lambda reader, _: reader.paint_path(fills, strokes)


def _clip(reader: Reader, _: list[Any]) -> None:
    reader.path.clips = True


def _matrix(reader: Reader, operands: list[Any]) -> None:
    reader.state.matrix = after(matrix_of(operands), reader.state.matrix)


def _width(reader: Reader, operands: list[Any]) -> None:
    reader.state.width = abs(float(operands[0]))


def _sets(space: Space, strokes: bool) -> Callable[[Reader, list[Any]], None]:
    def does(reader: Reader, operands: list[Any]) -> None:
        _take(reader, (space, _numbers(operands)), strokes)

    return does


def _take(reader: Reader, paint: tuple[Space, tuple[float, ...]], strokes: bool) -> None:
    if strokes:
        reader.state.stroke = paint
    else:
        reader.state.fill = paint
        reader.state.fill_pattern = None


def _chooses(strokes: bool) -> Callable[[Reader, list[Any]], None]:
    def does(reader: Reader, operands: list[Any]) -> None:
        space = space_of(operands[0], reader.resources)
        _take(reader, (space, space.start), strokes)

    return does


def _colours(strokes: bool) -> Callable[[Reader, list[Any]], None]:
    def does(reader: Reader, operands: list[Any]) -> None:
        space = (reader.state.stroke if strokes else reader.state.fill)[0]
        _take(reader, (space, _numbers(operands)), strokes)
        if not strokes and operands and isinstance(operands[-1], pikepdf.Name):
            reader.state.fill_pattern = reader.named("/Pattern", operands[-1])

    return does


def _graphics_state(reader: Reader, operands: list[Any]) -> None:
    given = reader.named("/ExtGState", operands[0])
    if not isinstance(given, pikepdf.Dictionary):
        return
    if "/LW" in given:
        reader.state.width = abs(float(given["/LW"]))
    font = given.get("/Font")
    if isinstance(font, pikepdf.Array) and len(font) == 2:
        reader.state.font, reader.state.size = reader.shelf.font(font[0]), float(font[1])
    clear = any(float(given.get(key, 1)) < 1 for key in ("/ca", "/CA"))
    blend = given.get("/BM", pikepdf.Name.Normal)
    mode = blend[0] if isinstance(blend, pikepdf.Array) and len(blend) else blend
    if clear or str(mode) not in ("/Normal", "/Compatible") or isinstance(given.get("/SMask"), pikepdf.Dictionary):
        reader.notes.facts.transparent = True


def _shading(reader: Reader, operands: list[Any]) -> None:
    shading = reader.named("/Shading", operands[0])
    if isinstance(shading, pikepdf.Dictionary | pikepdf.Stream):
        reader.shade(shading, reader.state.clip)


def _object(reader: Reader, operands: list[Any]) -> None:
    found = reader.named("/XObject", operands[0])
    if not isinstance(found, pikepdf.Stream):
        return
    kind = str(found.get("/Subtype"))
    if kind == "/Image":
        _picture(reader, found, reader.resources)
    elif kind == "/Form":
        matrix = after(matrix_of(found.get("/Matrix")), reader.state.matrix)
        clip = None
        box = found.get("/BBox")
        if isinstance(box, pikepdf.Array) and len(box) == 4:
            left, bottom, right, top = (float(one) for one in box)
            bounds = Rect(min(left, right), min(bottom, top), max(left, right), max(bottom, top))
            clip = reader.seen(bounds.seen_through(matrix))
            if clip.empty:
                return
        reader.within(found, matrix, clip)


def _inline(reader: Reader, operands: list[Any]) -> None:
    _picture(reader, operands[0].obj, reader.resources)


def _picture(reader: Reader, image: Any, resources: object) -> None:
    def entry(long: str, short: str) -> Any:
        return image.get(long, image.get(short))

    seen = reader.seen(Rect(0, 0, 1, 1).seen_through(reader.state.matrix))
    width, height = int(entry("/Width", "/W") or 0), int(entry("/Height", "/H") or 0)
    if seen.empty or width < 1 or height < 1:
        return
    space: Space | None
    if bool(entry("/ImageMask", "/IM")):
        space, bits = None, 1
        reader.notes.painted(reader.state.fill, "picture", seen)
    else:
        space, bits = space_of(entry("/ColorSpace", "/CS"), resources), int(entry("/BitsPerComponent", "/BPC") or 8)
        if space is UNKNOWN and str(entry("/Filter", "/F")) == "/JPXDecode":
            space = Space("JPEG 2000", "unknown")
    if isinstance(image.get("/SMask"), pikepdf.Stream):
        reader.notes.facts.transparent = True
    reader.notes.pictured((width, height), reader.state.matrix, seen, space, bits)


_DOES: dict[str, Callable[[Reader, list[Any]], None]] = {
    "m": _move, "l": _points(1), "c": _points(3), "v": _points(2), "y": _points(2), "re": _rectangle,
    "f": _paints(True, False), "F": _paints(True, False), "f*": _paints(True, False), "S": _paints(False, True),
    "s": _paints(False, True), "B": _paints(True, True), "B*": _paints(True, True), "b": _paints(True, True),
    "b*": _paints(True, True), "n": _paints(False, False), "W": _clip, "W*": _clip, "cm": _matrix, "w": _width,
    "g": _sets(GREY, False), "G": _sets(GREY, True), "rg": _sets(RGB, False), "RG": _sets(RGB, True),
    "k": _sets(CMYK, False), "K": _sets(CMYK, True), "cs": _chooses(False), "CS": _chooses(True),
    "sc": _colours(False), "scn": _colours(False), "SC": _colours(True), "SCN": _colours(True),
    "gs": _graphics_state, "sh": _shading, "Do": _object, "INLINE IMAGE": _inline, **LETTERING,
}  # fmt: skip
