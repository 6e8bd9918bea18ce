"""A booklet as far as a draft goes that has only some of its chapters: what a department gets and sends back."""

from collections.abc import Iterator, Sequence

import msgspec

from reportgen.manuscript import Paragraph
from reportgen.parity.booklet import Booklet, Entry
from reportgen.parity.rules import label_of
from reportgen.parity.stream import Stream, squeezed


def of_part(booklet: Booklet, printed: Stream, paragraphs: Sequence[Paragraph]) -> tuple[Booklet, Stream]:
    """The booklet and its text, of the draft's chapters alone; its notes are those on their pages.

    A chapter is known by its title in the outline; one that the draft does not have is no difference here.
    """
    titles = {squeezed(one.title) for one in paragraphs if one.level == 1}
    starts = list(_starts(booklet, printed))
    ends = [start for start, _ in starts[1:]] + [printed.length]
    kept = [(start, end) for (start, one), end in zip(starts, ends, strict=False) if squeezed(one.text) in titles]
    pages = {page for start, end in kept for page in range(printed.place(start), printed.place(end - 1) + 1)}
    outline = []
    inside = False
    for entry in booklet.outline:
        inside = squeezed(entry.text) in titles if entry.level == 1 else inside
        outline += [entry] if inside else []
    own = msgspec.structs.replace(booklet, outline=tuple(outline), notes=booklet.notes.only(pages))
    return own, printed.parts(kept)


def _starts(booklet: Booklet, printed: Stream) -> Iterator[tuple[int, Entry]]:
    """Where each chapter begins in the text: its title on its page, with the number before it."""
    text, at = printed.text, 0
    for entry in booklet.outline:
        if entry.level != 1:
            continue
        title = squeezed(entry.text)
        label, ordinal = label_of(title)
        bare = title.removeprefix(label)
        found = text.find(bare, at)
        while found >= 0 and printed.place(found) != entry.page:
            found = text.find(bare, found + 1)
        if found < 0:
            continue
        begin = next((one for one in (label, ordinal) if one and text.endswith(one, at, found)), "")
        at = found + len(bare)
        yield found - len(begin), entry
