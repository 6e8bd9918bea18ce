"""The notes at a page's foot: whole with their mark, long ones split over pages (typography specification 6.9)."""

from collections.abc import Callable, Sequence

import msgspec

from reportgen.typeset.pages.piece import Piece

_EACH_SIDE = 2  # lines of a split note that must stand on either page

Note = tuple[Piece, ...]  # its lines


class Foot(msgspec.Struct, frozen=True):
    """What a document's notes look like: the lines of note ``n``, and what stands between the text and the notes."""

    note: Callable[[int], Note]
    separator: Piece


class Taken(msgspec.Struct, frozen=True):
    """Lines for this page's foot, in order, and those that go over to the next page's."""

    here: tuple[Piece, ...]
    over: tuple[Piece, ...] = ()


def marks_in(piece: Piece) -> list[int]:
    """The numbers of the notes whose marks stand in ``piece``."""
    own = [number for _, _, line in piece.lines for number in line.notes]
    return own + [number for _, _, inner in piece.inner for number in marks_in(inner)] if piece.inner else own


def taken(notes: Sequence[Note], room: float, *, force: bool = False) -> Taken | None:
    """The lines of ``notes`` in ``room`` points of a page's foot; None where their marks must go to the next page.

    Only the last note may go on over the page, with two lines at least on either. ``force``: as many lines as there is
    room for.
    """
    lines = [line for note in notes for line in note]
    fit, height = 0, 0.0
    for line in lines:
        height += line.height
        if height > room:
            break
        fit += 1
    if fit == len(lines):
        return Taken(tuple(lines))
    last = len(notes[-1])
    begun = fit - (len(lines) - last)  # lines of the last note that there is room for
    cut = min(begun, last - _EACH_SIDE)
    if cut >= _EACH_SIDE:
        at = len(lines) - last + cut
        return Taken(tuple(lines[:at]), tuple(lines[at:]))
    if force:
        return Taken(tuple(lines[:fit]), tuple(lines[fit:]))
    return None
