"""The conductor's one call: a Booklet in, a Document out, every fault of reference reported."""

import difflib
import hashlib
from collections.abc import Iterable, Iterator

import msgspec

from reportgen.diagnostics import Diagnostics, Spot
from reportgen.model.blocks import (
    AnyBlock,
    Ballot,
    Bullets,
    Callout,
    Chart,
    Columns,
    Glossary,
    Heading,
    KeyFigures,
    Opening,
    Opinions,
    Overview,
    Picture,
    Progress,
    Qr,
    Table,
    Tabular,
    Timeline,
)
from reportgen.model.boards import Board
from reportgen.model.document import (
    Booklet,
    CaptionItem,
    CardData,
    Document,
    Entry,
    OutlineItem,
    OverviewData,
    PictureData,
    ProgressData,
    Target,
    opening_of,
    term_id,
)
from reportgen.model.forms import FormData
from reportgen.model.inlines import TO_COME, Prose
from reportgen.model.runs import text_of
from reportgen.model.statuses import Marks
from reportgen.model.walk import Path, blocks_inside, indicator_refs, marked_proses, notes_in, references
from reportgen.resolve import figures
from reportgen.resolve.boards import chosen_boards
from reportgen.resolve.charts import chart_data
from reportgen.resolve.codes import check_code, check_contact
from reportgen.resolve.columns import check_columns
from reportgen.resolve.forms import form_of
from reportgen.resolve.indexes import Placed, with_indexes
from reportgen.resolve.landscape import check_landscape
from reportgen.resolve.left_out import left_out_targets
from reportgen.resolve.notes import Found, counts_of, number_notes, with_end_notes
from reportgen.resolve.numbering import number_blocks
from reportgen.resolve.overviews import overview_of
from reportgen.resolve.people import check_people
from reportgen.resolve.pictures import read_picture
from reportgen.resolve.tables import check_cells
from reportgen.resolve.tabular import Given, tabled
from reportgen.resolve.terms import Used, first_uses
from reportgen.resolve.titles import Titled, in_one_line, with_titles
from reportgen.theme import NoteLook

_FOOT_NOTES = NoteLook()


class _Placed(msgspec.Struct, frozen=True):
    """A block at any depth with its address."""

    id: str
    block: AnyBlock
    section: int
    path: Path
    file: str

    def spot(self, *more: str | int) -> Spot:
        return Spot(self.file, (*self.path, *more))


class _Chosen(msgspec.Struct, frozen=True):
    """What an author chose for a board: no block, but with texts of its own."""

    block: Board
    section: int
    path: Path
    file: str


def resolve(
    booklet: Booklet, sink: Diagnostics, note_look: NoteLook = _FOOT_NOTES, *, flowing: bool = False,
    marks: Marks = "filled", chips: bool = False,
) -> Document:  # fmt: skip
    """``booklet`` with numbers, anchors, references, indicator words, chart figures, pictures and notes beside it.

    ``note_look`` is the theme's: it decides the marks of notes and whether they are gathered at an end. ``flowing``:
    departments do not begin pages. ``marks`` is how the theme shows what is late, ``chips`` whether goals are on some.
    """
    flow = tuple(_flow(booklet))
    placed = tuple(_placed(flow))
    marked = (*_marked(placed), *_marked(_chosen(booklet)))
    counts = counts_of(booklet.sections, note_look, flowing=flowing)
    notes, note_numbers = number_notes(_notes(marked), counts, note_look, sink)
    if note_look.place == "end":
        level = 2 if note_look.restart == "section" else 1
        flow = with_end_notes(flow, notes, counts, level, tuple(section.id for section in booklet.sections))
        placed = tuple(_placed(flow))
    numbers = number_blocks((one.id, one.block) for one in placed)
    tables, tallies = _tables(placed, Given(booklet.register, booklet.report.edition, marks, sink, chips))
    anchors = {id: _anchor(id) for one in placed for id in _anchored(one)}
    values = _values(booklet, marked, tables.values(), sink)
    document = Document(
        booklet=booklet, flow=flow, numbers=numbers, anchors=anchors, targets={}, outline=(), values=values,
        pending=figures.pending_of(booklet, values, sink), charts={}, cards={}, progress={}, pictures={}, tables=tables,
        counts=tallies, forms=_forms(booklet, placed, sink), notes=notes, note_numbers=note_numbers, note_counts=counts,
    )  # fmt: skip
    document = msgspec.structs.replace(document, targets=_targets(document, placed, sink))
    check_people(booklet, sink)
    check_landscape(flow, sink)
    _check_references(document, marked, sink)
    check_contact(booklet, sink)
    for one in placed:
        if isinstance(one.block, Table):
            check_cells(one.block, one.file, one.path, sink)
        elif isinstance(one.block, Columns | Callout):
            check_columns(one.block, one.file, one.path, sink)
        elif isinstance(one.block, Bullets) and one.block.lead is not None and one.block.style == "spoken":
            sink.error("list-lead", one.spot("lead"))
        elif isinstance(one.block, Qr):
            check_code(one.block, booklet, one.spot(), sink)
    document = msgspec.structs.replace(
        document,
        outline=tuple(_outline(document, placed)),
        captions=tuple(_captions(document, placed)),
        charts={
            one.id: chart_data(document, one.block, one.spot, sink) for one in placed if isinstance(one.block, Chart)
        },
        cards=_cards(document, placed, sink),
        progress=_progress(document, placed, sink),
        pictures=_pictures(document, placed, sink),
        logo=_logo(booklet, sink),
    )
    used = (Used(one.id, one.block, one.spot()) for one in placed)
    uses, unused = first_uses(document, used, sink)
    document = msgspec.structs.replace(
        document, overviews=_overviews(document, placed, sink), first_uses=uses, unused_terms=unused
    )
    document = msgspec.structs.replace(document, boards=chosen_boards(document, sink))
    return with_indexes(document, (Placed(one.id, one.block, one.section, one.spot()) for one in placed), sink)


_ANCHORED = (Opening, Heading, Table, Tabular, Chart, Picture, Progress, Overview, Timeline, Ballot, Opinions)


def _flow(booklet: Booklet) -> Iterator[Entry]:
    for index, (section, file) in enumerate(zip(booklet.sections, booklet.files, strict=True)):
        if section.name:
            yield Entry(f"{section.id}/head", opening_of(section), index, Spot(file, ("name",)))
        for position, block in enumerate(section.blocks):
            yield Entry(f"{section.id}/{position}", block, index, Spot(file, ("blocks", position)))


def _placed(flow: Iterable[Entry]) -> Iterator[_Placed]:
    for entry in flow:
        for id, block, path in blocks_inside(entry.block, entry.id, entry.spot.path):
            yield _Placed(id, block, entry.section, path, entry.spot.file)


def _chosen(booklet: Booklet) -> Iterator[_Chosen]:
    for index, (section, file) in enumerate(zip(booklet.sections, booklet.files, strict=True)):
        if section.board is not None:
            yield _Chosen(section.board, index, ("board",), file)


def _anchored(one: _Placed) -> Iterator[str]:
    """The addresses of a block that something may lead to."""
    if isinstance(one.block, _ANCHORED):
        yield one.id
    elif isinstance(one.block, Glossary):
        yield from (term_id(one.id, index) for index in range(len(one.block.entries)))


def _anchor(id: str) -> str:
    """A stable name, short enough for a Word bookmark (40 characters)."""
    return "r" + hashlib.sha256(id.encode()).hexdigest()[:12]


def _prose_spot(one: _Placed | _Chosen, path: Path, find: str) -> Spot:
    """Where ``find`` stands in a prose of a block; the parts of an opening are keys of the section itself."""
    whole = path if isinstance(one.block, Opening) else (*one.path, *path)
    return Spot(one.file, whole, find=find)


_Marked = tuple[_Placed | _Chosen, Path, Prose]


def _marked(placed: Iterable[_Placed | _Chosen]) -> Iterator[_Marked]:
    """Every prose with marks, of the block it stands in; a container's children stand in ``placed`` themselves."""
    for one in placed:
        for path, prose in marked_proses(one.block):
            if path[0] != "blocks":
                yield one, path, prose


def _notes(marked: Iterable[_Marked]) -> Iterator[Found]:
    for one, path, prose in marked:
        for note in notes_in(prose):
            spot = _prose_spot(one, path, "^[")
            yield Found(note, type(one.block), str(path[0]), one.section, spot)


def _values(
    booklet: Booklet, marked: Iterable[_Marked], made: Iterable[Table], sink: Diagnostics
) -> dict[tuple[str, str], str]:
    """The words of every indicator that is quoted, by authors or by tables that were ``made`` of what they wrote."""
    values: dict[tuple[str, str], str] = {}
    for one, path, prose in marked:
        for ref in indicator_refs(prose):
            if (ref.id, ref.form) in values and ref.id != TO_COME:  # that is told wherever it stands
                continue
            said = figures.words(booklet.register, ref.id, ref.form, _prose_spot(one, path, "${" + ref.id), sink)
            if said is not None:
                values[ref.id, ref.form] = said
    quoted = (ref for table in made for _, prose in marked_proses(table) for ref in indicator_refs(prose))
    for ref in quoted:
        if (ref.id, ref.form) not in values:
            said = figures.said(booklet.register, ref.id, ref.form)  # what cannot be said is reported where it stands
            if said is not None:
                values[ref.id, ref.form] = said
    return values


def _tables(placed: Iterable[_Placed], given: Given) -> tuple[dict[str, Table], dict[str, tuple[CardData, ...]]]:
    """The tables of lists that are written by meaning, and what is counted above them."""
    made = {one.id: tabled(one.block, given, one.spot) for one in placed if isinstance(one.block, Tabular)}
    return {id: one.table for id, one in made.items()}, {id: one.counts for id, one in made.items() if one.counts}


def _targets(document: Document, placed: tuple[_Placed, ...], sink: Diagnostics) -> dict[str, Target]:
    """What may be referred to by its id, with what a reference says of it."""
    targets = left_out_targets(document.booklet)
    titles: dict[str, Titled] = {}
    for one in placed:
        if not isinstance(one.block, _ANCHORED):
            continue
        name = one.block.id
        if name is None:
            continue
        label = ""
        match one.block:
            case Opening(name=title):
                titles[name] = Titled(title, one.spot("name"))
            case Heading(text=title):
                titles[name] = Titled(title, one.spot("text"))
            case Progress(title=title) | Overview(title=title) | Timeline(title=title):
                titles[name] = Titled(title, one.spot("title"))
            case Ballot() | Opinions():
                titles[name] = Titled(document.forms[one.id].title, one.spot("title"))
            case _:
                label = document.numbers.get(one.id, "")
        targets[name] = Target(one.id, document.anchors[one.id], label)
    return with_titles(document, targets, titles, sink)


def _check_references(document: Document, marked: Iterable[_Marked], sink: Diagnostics) -> None:
    for one, path, prose in marked:
        for reference in references(prose):
            target = document.targets.get(reference.target)
            spot = _prose_spot(one, path, "#" + reference.target)
            if target is None:
                near = difflib.get_close_matches(reference.target, document.targets, n=1, cutoff=0.6)
                sink.error("reference-unknown", spot, suggestion=near[0] if near else None, id=reference.target)
            elif not target.anchor:
                sink.warning("reference-left-out", spot, id=reference.target, words=reference.text or target.label)
            elif not target.label and not reference.text:
                sink.error("reference-without-number", spot, id=reference.target)


def _outline(document: Document, placed: tuple[_Placed, ...]) -> Iterator[OutlineItem]:
    for one in placed:
        match one.block:
            case Opening(name=title):
                level = 1
            case Heading(text=title, level=level):
                pass
            case Ballot() | Opinions():
                title = document.forms[one.id].title
                level = 2 if document.booklet.sections[one.section].name else 1
            case _:
                continue
        number = document.numbers.get(one.id, "")
        text, lines = in_one_line(title, document), text_of(title, document)
        yield OutlineItem(level, number, text, document.anchors[one.id], one.id, lines)


def _captions(document: Document, placed: tuple[_Placed, ...]) -> Iterator[CaptionItem]:
    """What is numbered as a chart or a table, each with its title or caption."""
    for one in placed:
        number = document.numbers.get(one.id, "")
        if number.startswith(("图", "表")):
            title: Prose | None = getattr(one.block, "title", None) or getattr(one.block, "caption", None)
            assert title is not None, one.id  # else it has no number
            credit: Prose | None = getattr(one.block, "credit", None)
            yield CaptionItem(number, title, document.anchors[one.id], credit)


def _cards(document: Document, placed: tuple[_Placed, ...], sink: Diagnostics) -> dict[str, tuple[CardData, ...]]:
    found = {}
    for one in placed:
        if not isinstance(one.block, KeyFigures):
            continue
        cards = []
        for index, card in enumerate(one.block.cards):
            spot = one.spot("cards", index, "indicator")
            indicator = figures.find(document.booklet.register, card.indicator, spot, sink)
            if indicator is not None:
                note = None if card.note is None else text_of(card.note, document)
                cards.append(figures.card_of(indicator, text_of(card.label, document), note))
        found[one.id] = tuple(cards)
    return found


def _progress(
    document: Document, placed: tuple[_Placed, ...], sink: Diagnostics
) -> dict[str, tuple[ProgressData, ...]]:
    elapsed = document.booklet.report.edition.elapsed
    found = {}
    for one in placed:
        if not isinstance(one.block, Progress):
            continue
        bars = []
        for index, item in enumerate(one.block.items):
            spot = one.spot("items", index, "indicator")
            indicator = figures.find(document.booklet.register, item.indicator, spot, sink)
            if indicator is not None:
                bars.append(figures.progress_of(indicator, text_of(item.label, document), elapsed))
        found[one.id] = tuple(bars)
    return found


def _overviews(document: Document, placed: tuple[_Placed, ...], sink: Diagnostics) -> dict[str, OverviewData]:
    found = {}
    for one in placed:
        if isinstance(one.block, Overview):
            found[one.id] = overview_of(document)
            if not found[one.id].cells:
                sink.error("overview-empty", one.spot())
    return found


def _forms(booklet: Booklet, placed: tuple[_Placed, ...], sink: Diagnostics) -> dict[str, FormData]:
    return {
        one.id: form_of(one.block, booklet, one.spot(), sink)
        for one in placed
        if isinstance(one.block, Ballot | Opinions)
    }


def _logo(booklet: Booklet, sink: Diagnostics) -> PictureData | None:
    logo = booklet.logo
    return None if logo is None else read_picture(booklet.folder, logo.file, logo.spot, sink)


def _pictures(document: Document, placed: tuple[_Placed, ...], sink: Diagnostics) -> dict[str, PictureData]:
    found = {}
    for one in placed:
        if isinstance(one.block, Picture):
            picture = read_picture(document.booklet.folder, one.block.file, one.spot("file"), sink)
            if picture is not None:
                found[one.id] = picture
    return found
