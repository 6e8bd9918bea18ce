"""Reads every page of a file and sums up."""

from collections.abc import Sequence

import pikepdf

from reportgen.press.boxes import Leaf
from reportgen.press.opening import UNREADABLE
from reportgen.press.preflight.facts import Edge, FontFact, PageFacts, Report, SpaceFact, Use
from reportgen.press.preflight.judging import Limits
from reportgen.press.preflight.noting import Notes
from reportgen.press.preflight.reading import BudgetError, Reader, Shelf, operators


def look(pdf: pikepdf.Pdf, leaves: Sequence[Leaf], limits: Limits, bleed: float) -> Report:
    """The facts of all pages, whose boxes are ``leaves``; ``bleed`` is how far beyond the trim is looked at."""
    shelf = Shelf()
    each = [
        _page(page, Notes(number, leaf, limits, bleed), leaf, bleed, shelf)
        for number, (page, leaf) in enumerate(zip(pdf.pages, leaves, strict=True), 1)
    ]
    return _summed(each, leaves)


def _page(page: pikepdf.Page, notes: Notes, leaf: Leaf, bleed: float, shelf: Shelf) -> PageFacts:
    reader = Reader(notes, shelf, leaf.upright, leaf.bleed(bleed).seen_through(leaf.upright))
    try:
        reader.read(operators(page), page.resources)
    except (BudgetError, *UNREADABLE):
        notes.facts.whole = False
    return notes.close()


def _summed(each: list[PageFacts], leaves: Sequence[Leaf]) -> Report:
    trims: dict[tuple[float, float], int] = {}
    for leaf in leaves:
        size = round(leaf.size[0], 2), round(leaf.size[1], 2)
        trims[size] = trims.get(size, 0) + 1
    lines = [(page.thinnest, page.number) for page in each if page.thinnest is not None]
    texts: list[tuple[float, Edge, int]] = [
        (distance, edge, page.number) for page in each for edge, distance in page.nearest.items()
    ]
    inks = [(-page.ink, page.number) for page in each if page.ink > 0]
    most = min(inks, default=None)
    return Report(
        pages=len(each), trims=tuple((*size, count) for size, count in trims.items()),
        trim_said=all(leaf.said for leaf in leaves), fonts=_fonts(each), spaces=_spaces(each),
        pictures=tuple(picture for page in each for picture in page.pictures),
        thinnest_line=min(lines, default=None), nearest_text=min(texts, default=None),
        most_ink=(-most[0], most[1]) if most else None,
        transparent=tuple(page.number for page in each if page.transparent), each=tuple(each),
    )  # fmt: skip


def _fonts(each: list[PageFacts]) -> tuple[FontFact, ...]:
    pages: dict[tuple[str, str, bool], list[int]] = {}
    for page in each:
        for font in page.fonts:
            pages.setdefault(font, []).append(page.number)
    return tuple(FontFact(*font, tuple(numbers)) for font, numbers in sorted(pages.items()))


def _spaces(each: list[PageFacts]) -> tuple[SpaceFact, ...]:
    uses: dict[tuple[str, str], set[Use]] = {}
    pages: dict[tuple[str, str], set[int]] = {}
    for page in each:
        for name, family, use in page.spaces:
            uses.setdefault((name, family), set()).add(use)
            pages.setdefault((name, family), set()).add(page.number)
    return tuple(SpaceFact(*key, tuple(sorted(uses[key])), tuple(sorted(pages[key]))) for key in sorted(uses))
