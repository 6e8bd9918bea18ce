"""Terms and where the text uses them first: a side table, so that neither the text nor its lines change."""

from collections.abc import Iterable, Iterator, Mapping

import msgspec

from reportgen.diagnostics import Diagnostics, Spot
from reportgen.model.blocks import (
    AnyBlock,
    Bullets,
    Callout,
    Columns,
    Foreword,
    Glossary,
    Landscape,
    Paragraph,
    Questions,
    Quote,
    Timeline,
)
from reportgen.model.document import Document, FirstUse, term_id
from reportgen.model.inlines import Prose, Text
from reportgen.model.runs import text_of
from reportgen.model.walk import inlines_of, proses

# A mark in a title, in a cell or on a board would be louder than what it says.
_RUNNING = (Paragraph, Bullets, Quote, Questions, Timeline, Foreword)
_QUOTES = "“”‘’《》「」"
_APART = "\n"  # between two texts, so that no term is found across them


class Used(msgspec.Struct, frozen=True):
    """A block of the text with its address and where it is written."""

    id: str
    block: AnyBlock
    spot: Spot


class _Form(msgspec.Struct, frozen=True):
    """What is looked for, the address of what explains it, and where that is written."""

    words: str
    entry: str
    spot: Spot


Uses = dict[int, tuple[FirstUse, ...]]


def first_uses(document: Document, blocks: Iterable[Used], sink: Diagnostics) -> tuple[Uses, frozenset[str]]:
    """For each text of the tree, by its identity, the terms that it uses first; and the entries that an edition drops.

    A term that nobody uses is reported. In an edition that does not hold the whole report it is not printed instead.
    """
    blocks = tuple(blocks)
    forms = tuple(_forms(blocks, sink))
    if not forms:
        return {}, frozenset()
    used = [one for one in blocks if not isinstance(one.block, Glossary)]
    texts = [inline for one in used for inline in _running(one.block)]
    found: dict[str, tuple[int, _Form]] = {}  # entry -> place of its first use in all texts, and the form used there
    whole = _APART.join(text.text for text in texts)
    for form in forms:
        place = _find(whole, form.words, forms)
        if place >= 0 and (form.entry not in found or place < found[form.entry][0]):
            found[form.entry] = place, form
    unused = _unused(document, used, forms, found)
    if not document.booklet.whole:
        for form in unused:
            sink.warning("term-unused", form.spot, term=form.words)
    places = sorted((at, at + len(form.words), form.entry) for at, form in found.values())
    uses: dict[int, list[FirstUse]] = {}
    begin = last = at = 0
    for text in texts:
        end = begin + len(text.text)
        while at < len(places) and places[at][0] < end:
            first, stop, entry = places[at]
            if first >= last:  # of two that overlap the first is marked
                use = FirstUse(first - begin, stop - begin, document.anchors[entry])
                uses.setdefault(id(text), []).append(use)
                last = stop
            at += 1
        begin = end + len(_APART)
    dropped = frozenset(form.entry for form in unused) if document.booklet.whole else frozenset[str]()
    return {name: tuple(some) for name, some in uses.items()}, dropped


def _forms(blocks: Iterable[Used], sink: Diagnostics) -> Iterator[_Form]:
    """All forms of all terms; one that is explained before is an error."""
    seen: set[str] = set()
    for one in blocks:
        if not isinstance(one.block, Glossary):
            continue
        for index, term in enumerate(one.block.entries):
            for number, written in enumerate((term.term, *term.also)):
                path = ("entries", index, *(("also", number - 1) if number else ("term",)))
                spot = Spot(one.spot.file, (*one.spot.path, *path))
                words = written.strip(_QUOTES) or written
                if words in seen:
                    sink.error("term-twice", spot, term=words)
                    continue
                seen.add(words)
                yield _Form(words, term_id(one.id, index), spot)


def _running(block: AnyBlock) -> Iterator[Text]:
    """The stretches of plain characters of running text, in order."""
    if not isinstance(block, _RUNNING):
        return
    for _, prose in proses(block):
        for inline in inlines_of(prose):
            if type(inline) is Text and inline.text:
                yield inline


def _find(whole: str, words: str, forms: Iterable[_Form]) -> int:
    """Where ``words`` stand first in ``whole``, not as a part of a longer form or of a Latin word; -1 for nowhere."""
    longer = [(one.words, one.words.find(words)) for one in forms if words in one.words and one.words != words]
    at = whole.find(words)
    while at >= 0:
        covered = any(whole.startswith(other, at - inside) for other, inside in longer if at >= inside)
        if not covered and not _cuts_word(whole, at, at + len(words)):
            return at
        at = whole.find(words, at + 1)
    return -1


def _cuts_word(whole: str, begin: int, end: int) -> bool:
    """Whether a Latin word or a figure goes on over one of the two places."""
    return any(
        0 < at < len(whole) and whole[at - 1 : at + 1].isascii() and whole[at - 1 : at + 1].isalnum()
        for at in (begin, end)
    )


def _unused(
    document: Document, used: Iterable[Used], forms: Iterable[_Form], found: Mapping[str, object]
) -> list[_Form]:
    """The first form of each term that stands nowhere in the booklet: not in a title, table or chart either."""
    missing: dict[str, list[_Form]] = {}
    for form in forms:
        if form.entry not in found:
            missing.setdefault(form.entry, []).append(form)
    if not missing:
        return []
    whole = _APART.join(_all_words(document, used))
    return [some[0] for some in missing.values() if not any(form.words in whole for form in some)]


def _all_words(document: Document, used: Iterable[Used]) -> Iterator[str]:
    """Everything that is printed outside glossaries, as near as terms go."""
    for section in document.booklet.sections:
        yield section.name
        yield text_of(section.headline, document)
    for one in used:
        if isinstance(one.block, Callout | Columns | Landscape):  # their blocks are among ``used``
            yield text_of(getattr(one.block, "title", None), document)
            continue
        for _, prose in proses(one.block):
            yield _with_notes(prose, document)
    for cards in document.cards.values():
        yield from (f"{card.label}{card.note}" for card in cards)
    for bars in document.progress.values():
        yield from (bar.label for bar in bars)


def _with_notes(prose: Prose, document: Document) -> str:
    notes = (inline.text for inline in inlines_of(prose) if type(inline) is Text)
    return text_of(prose, document) + _APART + "".join(notes)
