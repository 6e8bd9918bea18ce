"""The words of a document in reading order: what the text of every output is compared with."""

from collections.abc import Iterator
from typing import assert_never

import msgspec

from reportgen.model.blocks import (
    DRAWN_IN_WORD,
    Agenda,
    AnyBlock,
    Ballot,
    Bullets,
    Callout,
    Chart,
    Columns,
    Contents,
    Cover,
    EndNotes,
    Foreword,
    Glossary,
    Heading,
    Imprint,
    Index,
    Indicators,
    KeyFigures,
    Landscape,
    Names,
    Opening,
    Opinions,
    Overview,
    PageBreak,
    Paragraph,
    Picture,
    Plans,
    Problems,
    Progress,
    Projects,
    Promises,
    Qr,
    Questions,
    Quote,
    Table,
    Timeline,
)
from reportgen.model.chart_table import chart_table
from reportgen.model.document import Document, OverviewData
from reportgen.model.forms import BallotData, FormData, OpinionsData
from reportgen.model.imprint import imprint_rows
from reportgen.model.inlines import Prose
from reportgen.model.runs import runs_of, text_of
from reportgen.model.table_bars import has_bars, without_bars
from reportgen.qr import shown
from support.form_words import ballot_words, opinion_words

GAP = "\u3000"  # between a caption's number and its title


def document_words(
    document: Document, chosen: frozenset[str] | None = None, *, printed: bool = False
) -> list[str]:  # fmt: skip
    """Every paragraph, cell and label that has words, in order; the table of contents is furniture.

    ``printed``: as the booklet has them, not the draft; only an overview is another thing there.

    The marks of notes are among them, the notes themselves are not: see ``note_words``.
    """
    sections = document.booklet.sections
    found: list[str] = []
    for entry in document.flow:
        if chosen is None or sections[entry.section].id in chosen:
            found += _words(entry.block, entry.id, document, printed=printed)
    return [words for words in found if words]


def note_words(document: Document) -> list[str]:
    """The notes in order, each with its mark."""
    return [note.mark + text_of(note.prose, document) for note in document.notes]


def _words(block: AnyBlock, id: str, document: Document, *, printed: bool = False) -> Iterator[str]:
    def say(prose: Prose | None) -> str:
        return "" if prose is None else "".join(run.text for run in runs_of(prose, document))

    number = document.numbers.get(id, "")
    match block:
        case Cover():
            yield from _cover(block, document)
        case Contents() | Index() | PageBreak() | EndNotes():
            return
        case Questions(items=questions):
            for one in questions:
                yield "问：" + say(one.question)
                yield from (("" if index else "答：") + say(text) for index, text in enumerate(one.answer))
        case Timeline(title=title, events=events, source=source):
            yield say(title)
            for event in events:
                yield from (event.date, say(event.text))
            yield say(source)
        case Imprint(title=title):
            yield say(title)
            for label, text in imprint_rows(block, document):
                yield from (label, say(text))
        case Foreword(salutation=salutation, text=text, by=by, date=date):
            yield from (say(salutation), *map(say, text), *map(say, by), date)
        case Glossary(entries=entries):
            for entry in entries:
                yield entry.term + GAP + say(entry.text)
        case Opening(name=name, headline=headline, people=people):
            yield from (number + say(name), say(headline), *(one.words for one in people))
        case Heading(text=text):
            yield number + say(text)
        case Paragraph(text=text):
            yield say(text)
        case Bullets(items=items, ordered=ordered, style=style, lead=lead):
            for index, item in enumerate(items):
                label = "一二三四五六七八九"[index] + "是" if style == "spoken" else f"{index + 1}." if ordered else ""
                yield (say(lead) if index == 0 else "") + label + say(item)
        case Table():
            if block.title is not None:
                yield number + GAP + say(block.title)
            yield from (block.unit, say(block.summary))
            yield from (say(column.title) for column in block.columns)
            yield from (say(cell.text) for row in block.rows for cell in row.cells)
            yield say(block.source)
        case Agenda() | Indicators() | Names() | Problems() | Projects():
            table = document.tables[id]
            # the heads of bars are furniture, as bars are
            yield from _words(without_bars(table) if has_bars(table) else table, id, document)
        case Plans():
            yield from _plans(block, id, document) if printed else _words(document.tables[id], id, document)
        case Promises():
            yield from _promises(document, id, printed=printed)
        case Chart():
            reading = f"{document.charts[id].reading}。" if block.reading else ""
            yield from (number + GAP + say(block.title), block.unit, reading)
            if block.data == "table" or (not printed and block.type in DRAWN_IN_WORD):
                yield from _words(chart_table(document.charts[id]), f"{id}/data", document)
            yield say(block.source)
        case KeyFigures():
            for card in document.cards[id]:
                yield from (card.label, card.number + card.unit, card.note)
        case Progress():
            yield say(block.title)
            elapsed = document.booklet.report.edition.elapsed
            yield from ("任务", f"序时{elapsed:g}%" if elapsed < 100 else "", "完成率", "全年目标")
            for bar in document.progress[id]:
                yield "" if printed else _sign(bar.status, document)  # drawn there
                yield from (bar.label, bar.words, bar.target)
            yield say(block.source)
        case Overview():
            yield say(block.title)
            yield from (_on_the_page if printed else _overview)(document.overviews[id], document)
            yield say(block.source)
        case Picture(caption=caption, credit=credit):
            yield GAP.join(([] if caption is None else [number, say(caption)]) + ([say(credit)] if credit else []))
        case Qr():
            contact = document.booklet.report.contact
            own = contact.words if contact is not None and not block.address else ""
            yield say(block.caption) or own
            yield shown(block.address or (contact.address if contact is not None else ""))
        case Ballot():
            yield from ballot_words(_ballot(document.forms[id]), say, printed=printed)
        case Opinions():
            yield from opinion_words(_opinions(document.forms[id]), say, printed=printed)
        case Callout(title=title, blocks=blocks):
            yield say(title)
            for index, child in enumerate(blocks):
                yield from _words(child, f"{id}/blocks/{index}", document)
        case Columns(blocks=blocks) | Landscape(blocks=blocks):
            for index, child in enumerate(blocks):
                yield from _words(child, f"{id}/blocks/{index}", document)
        case Quote(text=text, by=by):
            yield from map(say, text)
            yield "" if by is None else "——" + say(by)
        case _:
            assert_never(block)


def _promises(document: Document, id: str, *, printed: bool) -> Iterator[str]:
    """The counts as large numbers below the title in print, as a line in the draft."""
    table = document.tables[id]
    if not printed or id not in document.counts:
        yield from _words(table, id, document)
        return
    whole = list(_words(msgspec.structs.replace(table, summary=None), id, document))
    titled = 1 if table.title is not None else 0
    yield from whole[:titled]
    for card in document.counts[id]:
        yield (card.light.sign + "\u00a0" if card.light else "") + card.label
        yield card.number + card.unit
    yield from whole[titled:]


def _plans(block: Plans, id: str, document: Document) -> Iterator[str]:
    """As the numbered cards of civic say it, or the chips of bright."""
    if block.title is not None:
        yield document.numbers[id] + GAP + text_of(block.title, document)
    dated = any(item.deadline is not None for item in block.items)
    chips = document.booklet.report.theme == "bright"
    for index, (item, goal) in enumerate(zip(block.items, document.counts[id], strict=True)):
        number = "一二三四五六七八九"[index] + "是"
        yield (goal.number + goal.unit or number) if chips else number
        yield from (text_of(item.item, document), text_of(item.text, document))
        if chips:
            yield from (text_of(item.lead, document), text_of(item.deadline, document))
            continue
        if item.indicator is not None:
            yield "目标" + goal.number + goal.unit
        if item.deadline is not None or dated:
            yield "时限" + (text_of(item.deadline, document) or "未列时限")
        yield "牵头" + text_of(item.lead, document) if item.lead is not None else ""
    yield text_of(block.source, document)


def _cover(block: Cover, document: Document) -> Iterator[str]:
    report = document.booklet.report
    lines = [text_of(line, document) for line in block.lines]
    if block.back:
        yield from lines[:1]
        for step in block.steps:
            yield step.word + GAP + text_of(step.text, document)
        yield from (*lines[1:], *_contact(document), f"{report.edition.period}{GAP}{report.title}", report.issuer)
    else:
        yield from (report.edition.period, report.title, report.subtitle, report.issuer, *lines)


def _ballot(data: FormData) -> BallotData:
    assert isinstance(data, BallotData)
    return data


def _opinions(data: FormData) -> OpinionsData:
    assert isinstance(data, OpinionsData)
    return data


def _contact(document: Document) -> Iterator[str]:
    contact = document.booklet.report.contact
    if contact is not None:
        yield contact.words if contact.address else ""
        for site in contact.sites:
            yield site.name + GAP + shown(site.address)
        yield contact.phone + GAP + contact.hotline_name if contact.phone else ""


def _overview(data: OverviewData, document: Document) -> Iterator[str]:
    """As the draft says it: how many tasks, the count of each state, then a row for each department."""
    states = [task.status for task in data.tasks]
    elapsed = document.booklet.report.edition.elapsed
    time = f"序时{elapsed:g}%。" if elapsed < 100 else ""
    if states:
        yield f"可比进度的任务共{len(states)}项。{time}"
        for status, word in _counted(elapsed):
            yield from (_sign(status, document) + "\u00a0" + word, f"{states.count(status)}项")
    yield from ("部门", "关键数字", "任务", "完成率")
    for cell in data.cells:
        yield from (cell.name, "".join(_sign(status, document) for status in cell.states))
        if cell.card is not None:
            yield from (f"{cell.card.number}{cell.card.unit}", cell.card.label)
        yield from ("未列年度目标", "—") if cell.bar is None else (cell.bar.label, cell.bar.words)


def _sign(status: str, document: Document) -> str:
    outlined = document.booklet.report.theme == "official"
    return {"done": "●", "on-course": "◐", "behind": "△" if outlined else "▲", "unknown": "○"}[status]


def _counted(elapsed: float) -> tuple[tuple[str, str], ...]:
    """At the year's end a task is done or not."""
    if elapsed >= 100:
        return (("done", "完成"), ("behind", "未完成"))
    return (("done", "完成"), ("on-course", "正常"), ("behind", "滞后"))


def _on_the_page(data: OverviewData, document: Document) -> Iterator[str]:
    """As the booklet says it: the figures of each state with their count, then a cell for each department."""
    for status, word in _counted(document.booklet.report.edition.elapsed) if data.tasks else ():
        own = [task for task in data.tasks if task.status == status]
        yield from (task.words.removesuffix("%") for task in own)
        yield from (word, f"{len(own)}项")
    for cell in data.cells:
        yield document.numbers.get(cell.opening, "").rstrip("、") + cell.name
        if cell.card is not None:
            yield from (cell.card.number + cell.card.unit, cell.card.label)
        yield from ("未列年度目标，不计进度",) if cell.bar is None else (cell.bar.label, cell.bar.words)
