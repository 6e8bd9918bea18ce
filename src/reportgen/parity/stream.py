"""Text as one line of characters, without blanks, that knows where each of them comes from."""

import bisect
from collections.abc import Collection, Iterable, Set

import msgspec

RUN = "\x1f"  # between two pieces of a drawing's words: figures that are side by side are not one
_BLANKS = "\t\n\r \u00a0\u00ad\u2002\u2003\u2009\u200b\u202f\u3000\ufeff"
_TABLE = dict.fromkeys(map(ord, _BLANKS + "☐☑☒"))


def squeezed(text: str) -> str:
    """``text`` without blanks and boxes: where Han meets Latin, and beside a number, they are each renderer's own."""
    return text.translate(_TABLE)


class Aside(msgspec.Struct):
    """Text of another stream, [start, end), that stands at ``at``."""

    at: int
    stream: "Stream"
    start: int
    end: int

    @property
    def text(self) -> str:
        """What it says."""
        return self.stream.text[self.start : self.end]


class Stream:
    """Characters with the place they come from: a page, or a paragraph's number, both from 1."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self.length = 0
        self._starts: list[int] = []
        self._places: list[int] = []
        self.asides: list[Aside] = []

    def say(self, text: str, place: int) -> None:
        """More text from ``place``."""
        made = text if text == RUN else squeezed(text)
        if not self._places or self._places[-1] != place:
            if self._starts and self._starts[-1] == self.length:
                self._starts.pop()
                self._places.pop()
            self._starts.append(self.length)
            self._places.append(place)
        self._parts.append(made)
        self.length += len(made)

    def say_aside(self, other: "Stream", text: str, place: int) -> None:
        """Here stands text that belongs to ``other``."""
        last = self.asides[-1] if self.asides else None
        start = other.length
        other.say(text, place)
        if last is not None and last.at == self.length and last.stream is other and last.end == start:
            last.end = other.length
        else:
            self.asides.append(Aside(self.length, other, start, other.length))

    def new_aside(self) -> "Stream":
        """Another stream that stands here."""
        made = Stream()
        self.stands_aside(made)
        return made

    def stands_aside(self, other: "Stream") -> None:
        """Here stands another stream as a whole."""
        self.asides.append(Aside(self.length, other, 0, 0))

    @property
    def text(self) -> str:
        """All characters."""
        if len(self._parts) > 1:
            self._parts = ["".join(self._parts)]
        return self._parts[0] if self._parts else ""

    def place(self, at: int) -> int:
        """Where the character at ``at`` comes from; at the end, where the last one does; 0 where there is none."""
        return self._places[max(0, bisect.bisect_right(self._starts, at) - 1)] if self._places else 0

    def start_of(self, place: int) -> int:
        """Where the text from ``place`` begins, or would; places rise."""
        found = bisect.bisect_left(self._places, place)
        return self._starts[found] if found < len(self._starts) else self.length

    def begins(self, at: int) -> bool:
        """Whether a place begins at ``at``, or the text ends there."""
        found = bisect.bisect_left(self._starts, at)
        return at >= self.length or (found < len(self._starts) and self._starts[found] == at)

    def parts(self, ranges: "Iterable[tuple[int, int]]") -> "Stream":
        """The ranges [start, end) alone; what stands aside at a start belongs to what is before it."""
        made = Stream()
        for start, end in ranges:
            made._copy(self, start, end, first=False)
        return made

    def only(self, places: "Set[int]") -> "Stream":
        """What comes from these places."""
        made = Stream()
        ends = [*self._starts[1:], self.length]
        for start, end, place in zip(self._starts, ends, self._places, strict=False):
            if place in places:
                made.say(self.text[start:end], place)
        return made

    def edited(self, edits: "Iterable[tuple[int, int, str | Stream]]") -> "Stream":
        """The same with [start, end) exchanged for other text, at their places, or for another stream as it is.

        What stands aside where something is put in stands on either side of it then: nobody knows on which it was.
        """
        made = Stream()
        at, first = 0, True
        for start, end, new in sorted(edits, key=lambda edit: edit[:2]):
            made._copy(self, at, start, first=first)
            if isinstance(new, Stream):
                made._copy(new, 0, new.length, first=True)
            else:
                made.say(new, self.place(start))
            at, first = end, True
        made._copy(self, at, self.length, first=first)
        return made

    def filled(self, own: "Collection[Stream]") -> "Stream":
        """The same with ``own``, streams that stand aside, where they stand."""
        made, at = Stream(), 0
        for aside in self.asides:
            made._copy_text(self, at, aside.at)
            at = aside.at
            if any(aside.stream is one for one in own):
                made._copy(aside.stream, 0, aside.stream.length, first=True)
            else:
                made.asides.append(msgspec.structs.replace(aside, at=made.length))
        made._copy_text(self, at, self.length)
        return made

    def _copy(self, other: "Stream", start: int, end: int, *, first: bool) -> None:
        """The part [start, end) of another stream, what stands aside at its end too, and at its start if ``first``."""
        shift = self.length - start
        self.asides += [
            msgspec.structs.replace(one, at=one.at + shift)
            for one in other.asides
            if start < one.at <= end or (first and one.at == start)
        ]
        self._copy_text(other, start, end)

    def _copy_text(self, other: "Stream", start: int, end: int) -> None:
        text = other.text
        ends = [*other._starts[1:], other.length]
        for begin, stop, place in zip(other._starts, ends, other._places, strict=False):
            low, high = max(begin, start), min(stop, end)
            if low < high:
                self.say(text[low:high], place)
