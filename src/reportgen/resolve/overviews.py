"""All departments at a glance, gathered from their cards and bars: an overview says nothing else than they do."""

from decimal import Decimal

from reportgen.model.blocks import Opening
from reportgen.model.document import CardData, Document, OverviewCell, OverviewData, ProgressData


def overview_of(document: Document) -> OverviewData:
    """The departments of ``document``, whose cards and bars are known, in their order."""
    bars: dict[str, list[ProgressData]] = {}  # by section, in the order of the text
    for id, found in document.progress.items():
        bars.setdefault(_section(id), []).extend(found)
    cards: dict[str, CardData] = {}
    for id, found_cards in document.cards.items():
        if found_cards:
            cards.setdefault(_section(id), found_cards[0])
    cells: list[OverviewCell] = []
    tasks: list[ProgressData] = []
    for entry in document.flow:
        section = document.booklet.sections[entry.section]
        if not isinstance(entry.block, Opening) or section.role != "department":
            continue
        own = [bar for bar in bars.get(section.id, ()) if bar.percent is not None]
        tasks += own
        cells.append(
            OverviewCell(
                number=document.numbers.get(entry.id, "").rstrip("、"),
                name=section.short or section.name,
                opening=entry.id,
                card=cards.get(section.id),
                bar=own[0] if own else None,
                states=tuple(bar.status for bar in _furthest_first(own)),
            )
        )
    return OverviewData(tuple(_furthest_first(tasks)), tuple(cells))


def _section(id: str) -> str:
    return id.split("/")[0]


def _furthest_first(bars: list[ProgressData]) -> list[ProgressData]:
    """By completion; equal ones stay in the order of the text."""
    return sorted(bars, key=lambda bar: -(bar.percent or Decimal(0)))
