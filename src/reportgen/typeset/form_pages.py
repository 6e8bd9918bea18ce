"""The pages of a booklet that can be filled in, as a file of their own: the same pages, nothing is laid anew."""

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from reportgen.drawing import Anchor, Begin, End, Field, Mark, Page, Pages
from reportgen.model.document import Document
from reportgen.typeset.book import booklet
from reportgen.typeset.forms import PRINT_ONLY


def form_pages(pages: Iterable[Page]) -> tuple[Page, ...]:
    """The pages with fields, without what is on paper alone: the tear-off line and its words."""
    return tuple(
        msgspec.structs.replace(page, marks=tuple(_on_screen(page.marks)))
        for page in pages
        if any(isinstance(mark, Field) for mark in page.marks)
    )


def forms_of(document: Document, pages: Sequence[Page]) -> Pages:
    """``pages``, which ``form_pages`` found, with what a painter must know: the title is that of the forms."""
    whole = booklet(document, tuple(pages))
    anchors = {mark.name for page in pages for mark in page.marks if isinstance(mark, Anchor)}
    outline = tuple(msgspec.structs.replace(one, level=1) for one in whole.outline if one.anchor in anchors)
    titles = dict.fromkeys(one.text for one in outline)
    return msgspec.structs.replace(whole, outline=outline, title="、".join(titles), subject=whole.title)


def _on_screen(marks: Sequence[Mark]) -> Iterator[Mark]:
    depth = 0  # of structure elements inside one that is on paper alone
    for mark in marks:
        if depth:
            depth += isinstance(mark, Begin) - isinstance(mark, End)
        elif isinstance(mark, Begin) and mark.key == PRINT_ONLY:
            depth = 1
        else:
            yield mark
