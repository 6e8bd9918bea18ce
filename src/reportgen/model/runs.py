"""Prose into runs: the one place where inlines become text, for the typesetter and for Word alike."""

from collections.abc import Iterable, Iterator
from typing import Literal

import msgspec

from reportgen.model.document import Document, FirstUse, note_anchor
from reportgen.model.inlines import (
    Bar,
    Emphasis,
    IndicatorRef,
    Inline,
    Light,
    LineBreak,
    Link,
    Name,
    Note,
    Prose,
    Reference,
    Spaced,
    Strong,
    Text,
)
from reportgen.model.statuses import Status


class Run(msgspec.Struct, frozen=True, gc=False):
    """Characters of one look; "\\n" is a forced break. ``link`` is "#anchor" or an address.

    ``note``: this run is the mark of the document's note of that number, from 1. ``underline``: 专名号 under a proper
    name, 甲式书名号 (wavy) under a title, dots under the first use of a term; ``goes_on``: under the same line as the
    run before. ``light``: the mark of that state, which has its colour. ``spaced``: its characters stand an em apart.
    """

    text: str
    strong: bool = False
    emphasis: bool = False
    link: str = ""
    reference: str = ""  # the author's id that a cross-reference points to
    indicator: tuple[str, str] | None = None  # (id, form)
    note: int = 0
    underline: Literal["", "name", "title", "term"] = ""
    goes_on: bool = False
    use: str = ""  # the anchor that an index leads to
    light: Status | None = None
    spaced: bool = False


def is_plain(prose: Prose, document: Document) -> bool:
    """Whether ``prose`` is one stretch of plain characters, without a mark."""
    inlines = prose.inlines
    return len(inlines) == 1 and type(inlines[0]) is Text and id(inlines[0]) not in document.first_uses


def runs_of(prose: Prose, document: Document) -> tuple[Run, ...]:
    """The runs of ``prose`` with numbers and references filled in; neighbours of one look are joined."""
    inlines = prose.inlines
    if is_plain(prose, document):  # the common case, kept cheap
        return (Run(inlines[0].text),)  # type: ignore[union-attr]  # one Text
    return tuple(_joined(_runs(inlines, document, Run(""))))


def quoted_runs(prose: Prose, document: Document) -> tuple[Run, ...]:
    """The runs of ``prose`` where it is said again (contents, a caption continued): without the marks of its notes."""
    return tuple(run for run in runs_of(prose, document) if not run.note)


def text_of(prose: Prose | None, document: Document) -> str:
    """The plain text of ``prose``, without the marks of notes; "" for None."""
    return "" if prose is None else "".join(run.text for run in quoted_runs(prose, document))


def _runs(inlines: Iterable[Inline], document: Document, look: Run) -> Iterator[Run]:
    for inline in inlines:
        match inline:
            case Text(text):
                uses = document.first_uses.get(id(inline))
                if uses is None:
                    yield msgspec.structs.replace(look, text=text)
                else:
                    yield from _with_terms(text, uses, look)
            case Strong(children):
                yield from _runs(children, document, msgspec.structs.replace(look, strong=True))
            case Emphasis(children):
                yield from _runs(children, document, msgspec.structs.replace(look, emphasis=True))
            case Link(url, children):
                yield from _runs(children, document, msgspec.structs.replace(look, link=url))
            case Reference(target, text):
                found = document.targets.get(target)
                words = text or (found.label if found else "")
                link = "#" + found.anchor if found and found.anchor else ""
                yield msgspec.structs.replace(look, text=words, link=link, reference=target)
            case IndicatorRef(name, form):
                words = document.values.get((name, form), "")
                use = document.uses.get(id(inline), "") if document.uses else ""
                yield msgspec.structs.replace(look, text=words, indicator=(name, form), use=use)
            case Note():
                number = document.note_numbers.get(id(inline), 0)
                if number:
                    mark = document.notes[number - 1].mark
                    yield Run(mark, look.strong, link="#" + note_anchor(number), note=number)
            case Name(kind, children):
                yield from _underlined(_joined(_runs(children, document, look)), kind)
            case Light(sign, status):
                yield msgspec.structs.replace(look, text=sign, light=status)
            case Spaced(text):
                yield msgspec.structs.replace(look, text=text, spaced=True)
            case LineBreak():
                yield msgspec.structs.replace(look, text="\n")
            case Bar():
                pass  # no text: the figure beside it says it


def _with_terms(text: str, uses: Iterable[FirstUse], look: Run) -> Iterator[Run]:
    """``text`` with its first uses of terms as runs of their own."""
    at = 0
    for use in uses:
        yield msgspec.structs.replace(look, text=text[at : use.start])
        link = look.link or "#" + use.anchor
        yield msgspec.structs.replace(look, text=text[use.start : use.end], link=link, underline="term")
        at = use.end
    yield msgspec.structs.replace(look, text=text[at:])


def _underlined(runs: Iterable[Run], kind: Literal["name", "title"]) -> Iterator[Run]:
    """Runs under one line, which marks of notes interrupt; the outer of two lines is the one that is drawn."""
    begun = False
    for run in runs:
        if run.note:
            begun = False
            yield run
        else:
            yield msgspec.structs.replace(run, underline=kind, goes_on=begun)
            begun = True


def _joined(runs: Iterable[Run]) -> Iterator[Run]:
    last: Run | None = None
    for run in runs:
        if not run.text:
            continue
        alone = run.indicator is not None or run.underline or run.note or run.light or run.spaced
        if last is not None and not alone and msgspec.structs.replace(run, text=last.text) == last:
            last = msgspec.structs.replace(last, text=last.text + run.text)
            continue
        if last is not None:
            yield last
        last = run
    if last is not None:
        yield last
