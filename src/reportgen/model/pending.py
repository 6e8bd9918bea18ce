"""Figures that are still to come: what the booklet prints as —, a draft asks for as 【待补】."""

from collections.abc import Iterator

import msgspec

from reportgen.model.blocks import AnyBlock, Heading, KeyFigures, Opening
from reportgen.model.document import CardData, ChartData, Document, OutlineItem, OverviewData, ProgressData
from reportgen.model.figures import PENDING
from reportgen.model.inlines import TO_COME, IndicatorRef
from reportgen.model.runs import text_of
from reportgen.model.walk import blocks_inside, indicator_refs
from reportgen.source.folding import joined_lines


def asked_for(document: Document) -> Document:
    """``document`` with 【待补】 wherever a figure is pending; the same object where none is."""
    cards = {id: tuple(map(_card, found)) for id, found in document.cards.items()}
    progress = {id: tuple(map(_bar, found)) for id, found in document.progress.items()}
    charts = {id: _chart(data) for id, data in document.charts.items()}
    if not document.pending and cards == document.cards and progress == document.progress and charts == document.charts:
        return document
    pending = (
        document.pending if charts == document.charts else document.pending | {(TO_COME, IndicatorRef(TO_COME).form)}
    )
    values = {**document.values, **dict.fromkeys(pending, PENDING)}
    overviews = {id: _overview(data) for id, data in document.overviews.items()}
    asking = msgspec.structs.replace(
        document, values=values, pending=pending, cards=cards, progress=progress, overviews=overviews, charts=charts
    )
    blocks = {
        id: block for entry in document.flow for id, block, _ in blocks_inside(entry.block, entry.id, ())
        if isinstance(block, KeyFigures | Opening | Heading)
    }  # fmt: skip
    cards |= {
        id: tuple(_noted(block, cards[id], asking)) for id, block in blocks.items() if isinstance(block, KeyFigures)
    }
    outline = tuple(_heading(item, blocks.get(item.block), asking) for item in document.outline)
    return msgspec.structs.replace(asking, outline=outline, cards=cards)


def _card(card: CardData) -> CardData:
    return msgspec.structs.replace(card, number=PENDING) if card.pending else card


def _noted(block: KeyFigures, cards: tuple[CardData, ...], asking: Document) -> Iterator[CardData]:
    """The line below a card, where the author wrote it."""
    for written, card in zip(block.cards, cards, strict=True):
        yield card if written.note is None else msgspec.structs.replace(card, note=text_of(written.note, asking))


def _bar(bar: ProgressData) -> ProgressData:
    if not bar.pending:
        return bar
    words = PENDING if "completion" in bar.pending else bar.words
    target = PENDING if "target" in bar.pending else bar.target
    return msgspec.structs.replace(bar, words=words, target=target)


def _chart(data: ChartData) -> ChartData:
    """The words of figures that are pending, and what the alternative text says of them."""
    if not any(one.pending for one in data.series):
        return data
    series = tuple(
        msgspec.structs.replace(
            one, words=tuple(PENDING if at in one.pending else word for at, word in enumerate(one.words))
        )
        for one in data.series
    )
    asked = [
        f"{data.categories[at]}{f'，{one.name}' if one.name and len(series) > 1 else ''}"
        for one in series for at in one.pending if at < len(data.categories)
    ]  # fmt: skip
    return msgspec.structs.replace(data, series=series, alt=f"{data.alt}{PENDING}：{'、'.join(asked)}。")


def _overview(data: OverviewData) -> OverviewData:
    cells = tuple(
        msgspec.structs.replace(
            cell, card=None if cell.card is None else _card(cell.card), bar=None if cell.bar is None else _bar(cell.bar)
        )
        for cell in data.cells
    )
    return msgspec.structs.replace(data, cells=cells)


def _heading(item: OutlineItem, block: AnyBlock | None, asking: Document) -> OutlineItem:
    """A heading that quotes what is pending says in the contents what it says itself."""
    title = block.name if isinstance(block, Opening) else block.text if isinstance(block, Heading) else None
    if title is None or not any((one.id, one.form) in asking.pending for one in indicator_refs(title)):
        return item
    return msgspec.structs.replace(item, text=joined_lines(text_of(title, asking)))
