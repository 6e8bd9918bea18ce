"""Hunks that a person sees as one: all that touch the same paragraph of the draft."""

import re
from collections.abc import Iterator, Sequence

import msgspec

from reportgen.parity.hunks import Alignment, Hunk
from reportgen.parity.stream import Stream

CAPTION = re.compile(r"[图表]\d+(?:[-.—]\d+)?")
_SHORT = 12  # characters that are missing between two paragraphs are shown with the one before them


class Group(msgspec.Struct, frozen=True):
    """[start, end) of the booklet against the draft's paragraphs ``first`` to ``last``; none where last < first.

    ``from_`` is where in the draft it begins.
    """

    start: int
    end: int
    first: int
    last: int
    from_: int


def groups(hunks: Sequence[Hunk], alignment: Alignment, drafted: Stream) -> Iterator[Group]:
    """The groups, in order."""
    open_: Group | None = None
    for hunk in hunks:
        first, last = _touched(hunk, alignment.first, drafted)
        if open_ is not None and last >= first and first <= open_.last:
            open_ = Group(open_.start, max(open_.end, hunk.end), open_.first, max(open_.last, last), open_.from_)
            continue
        if open_ is not None:
            yield _whole(open_, alignment, drafted)
        open_ = Group(hunk.start, hunk.end, first, last, hunk.from_)
    if open_ is not None:
        yield _whole(open_, alignment, drafted)


def _touched(hunk: Hunk, printed: str, drafted: Stream) -> tuple[int, int]:
    """The paragraphs that a hunk changes; none (1, 0) for what is missing between two."""
    if not hunk.is_only_first:
        return drafted.place(hunk.from_), drafted.place(hunk.to - 1)
    if not drafted.begins(hunk.from_):
        return drafted.place(hunk.from_), drafted.place(hunk.from_)
    short = hunk.end - hunk.start < _SHORT and CAPTION.match(printed, hunk.start) is None
    if short and hunk.from_:
        before = drafted.place(hunk.from_ - 1)
        return before, before
    return 1, 0


def _whole(group: Group, alignment: Alignment, drafted: Stream) -> Group:
    """With all that the booklet has of the paragraphs it touches."""
    if group.last < group.first:
        return group
    start = alignment.place(drafted.start_of(group.first))
    end = alignment.place_of_end(drafted.start_of(group.last + 1))
    return msgspec.structs.replace(group, start=min(start, group.start), end=max(end, group.end))
