"""What a block becomes before its page is known: pieces that are never split, each with its place below the last."""

from collections.abc import Iterator
from typing import Literal, Protocol

import msgspec

from reportgen.drawing import (
    Anchor,
    Begin,
    End,
    Field,
    GlyphRun,
    Image,
    Line,
    LinkArea,
    Mark,
    Path,
    Plate,
    Rect,
    Segment,
)
from reportgen.model.document import mark_anchor
from reportgen.typeset.text import SetLine, place_line

PlacedLine = tuple[float, float, SetLine]  # left edge, baseline, line; relative to the piece's top-left corner
Band = tuple[float, float, str]  # top, bottom, colour; as wide as the page


class Stock(Protocol):
    """What a piece holds that may go on over the page: a tall row's lines, text in columns."""

    def take(self, room: float) -> "tuple[Piece, Piece] | None":
        """A piece of at most ``room`` points and one with the rest; None where a page may not end so early in it.

        Only asked for less than all of it.
        """


class Flexible(Protocol):
    """What can be drawn lower than it is, its type as large as before."""

    def height(self, share: float) -> float:
        """Its height in points where it may shrink to ``share`` of it; no less than what keeps it legible."""

    def drawn(self, share: float) -> "Piece":
        """Lines and marks of a piece of that height, nothing else."""


class Piece(msgspec.Struct, frozen=True):
    """A strip of the type area. Lengths in points; all marks relative to the piece's own top-left corner.

    ``before`` and ``after``: blank above and below; of two that meet the larger counts, at the head and foot of a page
    neither. ``head``: blank above it at the head of a page. ``keep``: how many of the pieces that follow must stand
    on the same page. ``snap``: begins on a line of the grid; ``sits``: ends on one. ``page``: begins a page of its own.
    ``sheet``: is a whole page without furniture, its marks relative to the trim. ``repeat``: pieces set again above
    this one when it begins a page (a table's header). ``cut``: marks at the lower edge where the page ends below it
    inside the block. ``opens``: a page that begins with it has no running head. ``pliable``: its blank above may go
    where that saves a page. ``place``: it, with the pieces it keeps, goes to the head ("top") or the foot ("bottom") of
    a page. ``stock``: what it holds, where it may be split all the same. ``flexible``: what may be lower than it is,
    where that saves a page. ``inner``: pieces inside it, each at its place from the piece's corner, painted in their
    order after its own marks.
    """

    height: float
    lines: tuple[PlacedLine, ...] = ()
    under: tuple[Mark, ...] = ()
    over: tuple[Mark, ...] = ()
    before: float = 0.0
    after: float = 0.0
    head: float = 0.0
    keep: int = 0
    snap: bool = False
    sits: bool = False
    page: str = ""  # "", "next" or "recto"
    sheet: bool = False
    opens: bool = False
    pliable: bool = False
    place: Literal["", "top", "bottom"] = ""
    anchors: tuple[str, ...] = ()
    bands: tuple[Band, ...] = ()
    repeat: "tuple[Piece, ...]" = ()
    cut: tuple[Mark, ...] = ()
    stock: Stock | None = None
    flexible: Flexible | None = None
    inner: "tuple[tuple[float, float, Piece], ...]" = ()


class Rule(msgspec.Struct, frozen=True):
    """A vertical rule at the left of pieces, ``width`` points wide."""

    width: float
    colour: str

    def beside(self, piece: Piece, above: float) -> Rect:
        """The rule beside ``piece``, begun ``above`` points higher."""
        return Rect(0.0, -above, self.width, piece.height + above, self.colour)


class _Indented(msgspec.Struct, frozen=True):
    """A piece's stock moved to the right with it."""

    stock: Stock
    left: float
    rule: Rule | None

    def take(self, room: float) -> tuple[Piece, Piece] | None:
        """As the stock itself; the rule goes on beside the rest."""
        found = self.stock.take(room)
        return found and (indented(found[0], self.left, self.rule), indented(found[1], self.left, self.rule))


def split(piece: Piece, room: float) -> tuple[Piece, Piece] | None:
    """A part of ``piece`` that is at most ``room`` high, where ``piece`` begins, and the rest; None: it stays whole."""
    parts = None if piece.stock is None else piece.stock.take(room)
    if parts is None:
        return None
    head = msgspec.structs.replace(
        parts[0], before=piece.before, snap=piece.snap, sits=piece.sits, page=piece.page, opens=piece.opens,
        pliable=piece.pliable, anchors=piece.anchors,
    )  # fmt: skip
    return head, msgspec.structs.replace(parts[1], after=piece.after, keep=piece.keep)


def marks_of(piece: Piece, x: float, y: float) -> list[Mark]:
    """The marks of ``piece`` with its corner at (x, y); bands are the page's, not the piece's."""
    marks: list[Mark] = [Anchor(name, x, y) for name in piece.anchors]
    marks.extend(moved(mark, x, y) for mark in piece.under)
    for left, baseline, line in piece.lines:
        marks.extend(Anchor(mark_anchor(number), x, y) for number in line.notes)
        marks.extend(Anchor(name, x, y) for name in line.uses)
        marks.extend(place_line(line, x + left, y + baseline))
    marks.extend(moved(mark, x, y) for mark in piece.over)
    for left, top, inner in piece.inner:
        marks.extend(marks_of(inner, x + left, y + top))
    return marks


def anchors_in(piece: Piece) -> Iterator[str]:
    """The anchors of ``piece`` and of all inside it."""
    yield from piece.anchors
    for _, _, line in piece.lines:
        if line.uses:
            yield from line.uses
    for _, _, inner in piece.inner:
        yield from anchors_in(inner)


def indented(piece: Piece, left: float, rule: Rule | None = None, above: float = 0.0) -> Piece:
    """``piece`` moved to the right by ``left``, with a ``rule`` beside it and ``above`` points of the blank over it."""
    under = tuple(moved(mark, left, 0.0) for mark in piece.under)
    return msgspec.structs.replace(
        piece,
        lines=tuple((x + left, y, line) for x, y, line in piece.lines),
        under=under if rule is None else (rule.beside(piece, above), *under),
        over=tuple(moved(mark, left, 0.0) for mark in piece.over),
        cut=tuple(moved(mark, left, 0.0) for mark in piece.cut),
        repeat=tuple(indented(one, left, rule) for one in piece.repeat),
        inner=tuple((x + left, y, one) for x, y, one in piece.inner),
        stock=_Indented(piece.stock, left, rule) if piece.stock is not None else None,
        flexible=None,
    )


def as_artifact(*marks: Mark) -> tuple[Mark, ...]:
    """Marks that are the page's and not the text's: furniture, legends, labels of scales."""
    return (Begin("Artifact"), *marks, End())


class _RoleOfStock(msgspec.Struct, frozen=True):
    """A piece's stock in the role of its piece."""

    stock: Stock
    role: str

    def take(self, room: float) -> tuple[Piece, Piece] | None:
        """As the stock itself."""
        found = self.stock.take(room)
        return found and (in_role(found[0], self.role), in_role(found[1], self.role))


class _RoleOfFlexible(msgspec.Struct, frozen=True):
    """What may be drawn lower, in the role of its piece."""

    flexible: Flexible
    role: str

    def height(self, share: float) -> float:
        """As it is without a role."""
        return self.flexible.height(share)

    def drawn(self, share: float) -> Piece:
        """Lines and marks in their role."""
        return in_role(self.flexible.drawn(share), self.role)


def in_role(piece: Piece, role: str) -> Piece:
    """``piece`` with all it says in a structure element of that role."""
    return msgspec.structs.replace(
        piece,
        under=(Begin(role), *piece.under),
        over=(*piece.over, End()),
        inner=tuple((x, y, in_role(one, role)) for x, y, one in piece.inner),
        stock=_RoleOfStock(piece.stock, role) if piece.stock is not None else None,
        flexible=_RoleOfFlexible(piece.flexible, role) if piece.flexible is not None else None,
    )


def beside(piece: Piece, label: tuple[PlacedLine, ...], *, several: bool, first: bool) -> Piece:
    """``piece``, a line of a text, with the line of its label that stands beside it.

    ``several``: the label has more lines than one, so that lines of both take turns: each says which it is then, and
    whether it is the ``first`` of its own.
    """
    if not several:
        return msgspec.structs.replace(piece, lines=(*label, *piece.lines))
    role = "Cell" if first else "Cell-on"
    sides = [in_role(Piece(piece.height, lines), f"{role}-{at}") for at, lines in enumerate((label, piece.lines))]
    return msgspec.structs.replace(piece, lines=(), inner=(*piece.inner, *((0.0, 0.0, one) for one in sides)))


def restated(piece: Piece) -> Piece:
    """``piece`` as what the draft says in another form: cards for a table, a drawing with words for a sentence."""
    return in_role(piece, "Restated")


def as_furniture(piece: Piece) -> Piece:
    """``piece`` as it is set again on a later page: the text has said its words once."""
    marks = [mark for x, y, line in piece.lines for mark in place_line(line, x, y)]
    return Piece(piece.height, under=piece.under, over=as_artifact(*marks, *piece.over))


def moved(mark: Mark, x: float, y: float) -> Mark:
    """``mark`` moved by (x, y)."""
    match mark:
        case GlyphRun():
            return GlyphRun(
                mark.face, mark.size, mark.colour, mark.x + x, mark.y + y, mark.glyphs, mark.text, mark.shifts,
                mark.clusters, mark.actual, mark.weight, mark.angle, mark.spacing,
            )  # fmt: skip
        case Rect():
            return Rect(mark.x + x, mark.y + y, mark.width, mark.height, mark.fill)
        case Line():
            return Line(
                mark.x1 + x, mark.y1 + y, mark.x2 + x, mark.y2 + y, mark.width, mark.colour, mark.dash, mark.round_cap
            )
        case Path():
            return _moved_path(mark, x, y)
        case Image() | LinkArea() | Anchor() | Field():
            return msgspec.structs.replace(mark, x=mark.x + x, y=mark.y + y)
        case Begin() | End():
            return mark


def _moved_path(path: Path, x: float, y: float) -> Path:
    segments: list[Segment] = []
    for segment in path.segments:
        match segment:
            case ("C", x1, y1, x2, y2, x3, y3):
                segments.append(("C", x1 + x, y1 + y, x2 + x, y2 + y, x3 + x, y3 + y))
            case ("M" | "L" as operator, x1, y1):
                segments.append((operator, x1 + x, y1 + y))
            case _:
                segments.append(segment)
    clip = path.clip
    if clip is not None:
        clip = (clip[0] + x, clip[1] + y, clip[2], clip[3])
    return msgspec.structs.replace(path, segments=tuple(segments), clip=clip)


def fitted(plate: Plate, width: float, height: float) -> Plate:
    """``plate``, made smaller as a whole where it is larger than ``width`` by ``height``."""
    factor = min(1.0, width / plate.width, height / plate.height)
    if factor > 0.999:
        return plate
    return Plate(plate.width * factor, plate.height * factor, tuple(_scaled(mark, factor) for mark in plate.marks))


def is_figure(piece: Piece) -> bool:
    """Whether ``piece`` is a picture or chart and nothing else."""
    return bool(piece.over) and isinstance(piece.over[0], Begin) and piece.over[0].role == "Figure" and not piece.under


def lessened(figure: Piece, height: float) -> Piece:
    """A picture or chart made smaller as a whole."""
    marks = tuple(_scaled(mark, height / figure.height) for mark in figure.over)
    return msgspec.structs.replace(figure, height=height, over=marks)


def _scaled(mark: Mark, factor: float) -> Mark:
    match mark:
        case GlyphRun():
            return msgspec.structs.replace(mark, x=mark.x * factor, y=mark.y * factor, size=mark.size * factor)
        case Rect() | Image() | LinkArea() | Field():
            return msgspec.structs.replace(
                mark, x=mark.x * factor, y=mark.y * factor, width=mark.width * factor, height=mark.height * factor
            )
        case Line():
            return msgspec.structs.replace(
                mark, x1=mark.x1 * factor, y1=mark.y1 * factor, x2=mark.x2 * factor, y2=mark.y2 * factor,
                width=mark.width * factor, dash=tuple(part * factor for part in mark.dash),
            )  # fmt: skip
        case Path():
            return _scaled_path(mark, factor)
        case Anchor():
            return Anchor(mark.name, mark.x * factor, mark.y * factor)
        case Begin() | End():
            return mark


def _scaled_path(path: Path, factor: float) -> Path:
    segments: list[Segment] = []
    for segment in path.segments:
        match segment:
            case ("C", x1, y1, x2, y2, x3, y3):
                segments.append(("C", x1 * factor, y1 * factor, x2 * factor, y2 * factor, x3 * factor, y3 * factor))
            case ("M" | "L" as operator, x1, y1):
                segments.append((operator, x1 * factor, y1 * factor))
            case _:
                segments.append(segment)
    clip = path.clip
    if clip is not None:
        clip = (clip[0] * factor, clip[1] * factor, clip[2] * factor, clip[3] * factor)
    dash = tuple(part * factor for part in path.dash)
    return msgspec.structs.replace(
        path, segments=tuple(segments), stroke_width=path.stroke_width * factor, dash=dash, clip=clip
    )
