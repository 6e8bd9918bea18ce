"""What a reference says of a heading: its words, with what they refer to themselves."""

from collections.abc import Mapping

import msgspec

from reportgen.diagnostics import Diagnostics, Spot
from reportgen.model.document import Document, Target
from reportgen.model.inlines import Prose
from reportgen.model.runs import text_of
from reportgen.model.walk import references
from reportgen.source.folding import joined_lines


class Titled(msgspec.Struct, frozen=True):
    """The words of something that is referred to by them, and where they are written; None for no words."""

    title: Prose | None
    spot: Spot


def in_one_line(title: Prose | None, document: Document) -> str:
    """A title's text where it is quoted: a break that was forced in it is no part of its words."""
    return joined_lines(text_of(title, document))


def with_titles(
    document: Document, targets: Mapping[str, Target], titles: Mapping[str, Titled], sink: Diagnostics
) -> dict[str, Target]:
    """``targets`` with ``titles`` as their labels: those that others refer to first, for theirs hold them.

    Two that refer to each other could never be written out: an error at the reference that closes the circle, which
    says nothing.
    """
    found = dict(targets)
    document = msgspec.structs.replace(document, targets=found)
    asked = {
        name: [one.target for one in references(titled.title) if not one.text and one.target in titles]
        for name, titled in titles.items()
        if titled.title is not None
    }
    open_ones: list[tuple[str, list[str]]] = []
    begun: set[str] = set()
    for first in titles:
        if first not in begun:
            begun.add(first)
            open_ones.append((first, asked.get(first, [])[::-1]))
        while open_ones:
            name, waiting = open_ones[-1]
            if not waiting:
                found[name] = msgspec.structs.replace(found[name], label=in_one_line(titles[name].title, document))
                open_ones.pop()
                continue
            target = waiting.pop()
            if target not in begun:
                begun.add(target)
                open_ones.append((target, asked.get(target, [])[::-1]))
            elif any(target == other for other, _ in open_ones):
                spot = msgspec.structs.replace(titles[name].spot, find="#" + target)
                sink.error("reference-circle", spot, id=target)
    return found
