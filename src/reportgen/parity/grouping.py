"""Hunks that a person sees as one: all that touch the same paragraph of the draft."""

import re
from collections.abc import Callable, Iterator, Sequence

import msgspec

from reportgen.parity.hunks import Alignment, Hunk
from reportgen.parity.pairing import parts
from reportgen.parity.stream import Stream

CAPTION = re.compile(r"[图表]\d+(?:[-.—]\d+)?")
_ENDS = "。！？；：”"
_NEVER_FIRST = "，。、；：！？）」”’》"  # of a paragraph
_FEW = 2  # characters: what is shorter and stands elsewhere too is no move
_MUCH = 2  # times a paragraph: what the booklet has in its place is more than that paragraph
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


def groups(
    hunks: Sequence[Hunk], alignment: Alignment, drafted: Stream,
    is_alone: Callable[[Hunk], bool] = lambda _: False,
) -> Iterator[Group]:  # fmt: skip
    """The groups, in order; ``is_alone``: whether what the draft lacks there was a paragraph of its own."""
    printed = alignment.first
    new = {drafted.text[one.from_ : one.to] for one in hunks if one.is_only_second}
    moved = {text for one in hunks if (text := printed[one.start : one.end]) in new and len(text) >= _FEW}
    open_: Group | None = None
    for hunk in hunks:
        alone = hunk.is_only_first and (printed[hunk.start : hunk.end] in moved or is_alone(hunk))
        first, last = _touched(hunk, printed, drafted, alone=alone)
        if open_ is not None and last >= first and first <= open_.last:
            open_ = Group(open_.start, max(open_.end, hunk.end), open_.first, max(open_.last, last), open_.from_)
            continue
        if open_ is not None:
            yield _whole(open_, alignment, drafted)
        open_ = Group(hunk.start, hunk.end, first, last, hunk.from_)
    if open_ is not None:
        yield _whole(open_, alignment, drafted)


def _touched(hunk: Hunk, printed: str, drafted: Stream, *, alone: bool) -> tuple[int, int]:
    """The paragraphs that a hunk changes; none (1, 0) for what is missing between two; ``alone``: is so by itself."""
    if not hunk.is_only_first:
        return drafted.place(hunk.from_), drafted.place(hunk.to - 1)
    if not drafted.begins(hunk.from_):
        return drafted.place(hunk.from_), drafted.place(hunk.from_)
    lost = printed[hunk.start : hunk.end]
    if len(lost) >= _SHORT or alone or CAPTION.match(lost) or not hunk.from_:
        return 1, 0
    goes_on = drafted.text[hunk.from_ : hunk.from_ + 1] in _NEVER_FIRST
    begins = printed[hunk.start - 1 : hunk.start] in _ENDS and lost[-1] not in _ENDS
    own = drafted.place(hunk.from_ if hunk.from_ < drafted.length and (goes_on or begins) else hunk.from_ - 1)
    return own, own


def apart(group: Group, printed: str, drafted: Stream) -> list[Group]:
    """A group of several paragraphs as what became of each: changed, new, missing. One where nothing is alike."""
    numbers = range(group.first, group.last + 1)
    said = [drafted.text[drafted.start_of(one) : drafted.start_of(one + 1)] for one in numbers]
    piece = printed[group.start : group.end]
    if not piece or not said or (len(said) == 1 and len(piece) <= _MUCH * len(said[0]) + _SHORT):
        return [group]
    found = parts(piece, said)
    if all(one.paragraph < 0 for one in found):
        return [group]
    made: list[Group] = []
    number = group.first
    for one in found:
        start, end = group.start + one.start, group.start + one.end
        if one.paragraph < 0:
            if made and end - start < _SHORT and made[-1].last >= made[-1].first and made[-1].end == start:
                made[-1] = msgspec.structs.replace(made[-1], end=end)
            else:
                made.append(Group(start, end, 1, 0, drafted.start_of(number)))
            continue
        own = group.first + one.paragraph
        if number < own:
            made.append(Group(start, start, number, own - 1, drafted.start_of(number)))
        made.append(Group(start, end, own, own, drafted.start_of(own)))
        number = own + 1
    if number <= group.last:
        made.append(Group(group.end, group.end, number, group.last, drafted.start_of(number)))
    return made


def _whole(group: Group, alignment: Alignment, drafted: Stream) -> Group:
    """With all that the booklet has of the paragraphs it touches."""
    if group.last < group.first:
        return group
    start = alignment.place(drafted.start_of(group.first))
    end = alignment.place_of_end(drafted.start_of(group.last + 1))
    return msgspec.structs.replace(group, start=min(start, group.start), end=max(end, group.end))
