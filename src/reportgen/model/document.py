"""Booklet: what the authors wrote. Document: the same tree with side tables beside it; no tree is ever changed."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from reportgen.diagnostics import Spot
from reportgen.indicators import Register
from reportgen.model.blocks import AnyBlock, ChartType, Id, Opening, Person, Table, Tags
from reportgen.model.boards import Board, BoardData
from reportgen.model.brand import Logo
from reportgen.model.contact import Contact
from reportgen.model.drafting import DraftRound
from reportgen.model.forms import FormData
from reportgen.model.icons import Icon
from reportgen.model.inlines import Light, Note, Prose, Text
from reportgen.model.lint import Lint
from reportgen.model.numerals import DATE_FORM
from reportgen.model.statuses import Status

BlockId = str  # "<section id>/3" or, inside a container, "<section id>/3/blocks/0"


class Edition(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What this edition is: period, time elapsed, date of issue."""

    period: Annotated[str, Meta(description="As printed: 2019年上半年.")]
    elapsed: Annotated[float, Meta(ge=0, le=100, description="Share of the year gone by, in per cent (序时).")] = 50.0
    date: Annotated[str, Meta(pattern=DATE_FORM, description="Date of the document, ISO.")]
    cutoff: Annotated[str, Meta(description="As printed: 数据截至2019年6月30日.")] = ""


class PageSetup(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Overrides of the theme's page and body type; lengths such as ``22mm``, ``11pt`` or ``五号``."""

    trim: str | None = None
    top: str | None = None
    bottom: str | None = None
    inner: str | None = None
    outer: str | None = None
    size: Annotated[str | None, Meta(description="Body size.")] = None
    leading: Annotated[str | None, Meta(description="Body line pitch.")] = None
    opening: Annotated[
        Literal["board", "plain"] | None, Meta(description="How departments open: on a coloured board, or plainly.")
    ] = None
    department_page: Annotated[
        Literal["recto", "next", "flow"] | None,
        Meta(description="Where departments begin: right-hand page, page, or not."),
    ] = None
    print: Annotated[
        Literal["full", "light"] | None, Meta(description="In full colour, or saving ink: no large areas of colour.")
    ] = None
    multiple: Annotated[int, Meta(ge=1, le=64, description="Pages come to a multiple of this.")] | None = None


class Section(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Front matter, a department, or back matter."""

    id: Id
    role: Literal["front", "department", "back"] = "department"
    name: Annotated[str, Meta(description="Full name; empty for a section without a heading (cover, contents).")] = ""
    short: Annotated[str, Meta(description="Short name for running heads and charts.")] = ""
    icon: Annotated[Icon | None, Meta(description="A picture for it: cross, book, house …")] = None
    headline: Annotated[Prose | None, Meta(description="The section's news as one sentence.")] = None
    people: Annotated[tuple[Person, ...], Meta(max_length=12, description="Who is in charge, as printed.")] = ()
    tags: Tags = ()
    numbered: bool | None = None  # None: departments are, front and back matter are not
    board: Annotated[Board | None, Meta(description="What its board shows; left out: chosen from the blocks.")] = None
    blocks: tuple[AnyBlock, ...] = ()


def opening_of(section: Section) -> Opening:
    """The block that opens ``section``: made from its own keys."""
    numbered = section.role == "department" if section.numbered is None else section.numbered
    name = Prose((Text(section.name),))
    return Opening(name=name, headline=section.headline, people=section.people, numbered=numbered, id=section.id)


class Report(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``report.yaml``: the project's own file."""

    title: str
    subtitle: str = ""
    issuer: str
    edition: Edition
    theme: str = "civic"
    brand: Annotated[str | None, Meta(description="A brand file: logo, colours, faces; laid over the theme.")] = None
    page: PageSetup = PageSetup()
    lint: Lint = Lint()
    contact: Contact | None = None
    draft: DraftRound = DraftRound()
    keywords: tuple[str, ...] = ()
    sections: Annotated[
        tuple[str, ...], Meta(min_length=1, description="Section files in order, relative to this file.")
    ]
    registers: Annotated[tuple[str, ...], Meta(description="Files of registered numbers.")] = ("indicators.yaml",)


class Booklet(msgspec.Struct, frozen=True, kw_only=True):
    """All that the authors wrote. ``files[i]`` is the file of ``sections[i]``; ``folder`` is for pictures only."""

    name: str
    folder: str
    report: Report
    sections: tuple[Section, ...]
    files: tuple[str, ...]
    register: Register
    register_spots: Mapping[str, Spot]
    report_file: str = "report.yaml"  # as named in messages
    logo: Logo | None = None  # of the brand
    whole: tuple[Section, ...] = ()  # of an edition: all sections, of which ``sections`` are picked
    said_in: Mapping[str, str] = {}  # of an edition: keys of the report that its file says otherwise -> that file

    def file_of(self, key: str) -> str:
        """The file that says ``key`` of the report, as named in messages."""
        return self.said_in.get(key, self.report_file)


class Entry(msgspec.Struct, frozen=True):
    """A block of the document's flow with its address. ``spot`` is where the author wrote it."""

    id: BlockId
    block: AnyBlock
    section: int
    spot: Spot


class NoteEntry(msgspec.Struct, frozen=True):
    """A note of the text: its number where the theme has the count begin anew, its mark as printed (①)."""

    note: Note
    number: int
    mark: str
    section: int
    spot: Spot

    @property
    def prose(self) -> Prose:
        """What the note says."""
        return Prose(self.note.children)


class Target(msgspec.Struct, frozen=True):
    """What a reference points to: its block, the anchor's name and the words that name it (表2, 第一节…)."""

    block: BlockId
    anchor: str
    label: str


class OutlineItem(msgspec.Struct, frozen=True):
    """A heading in the outline; ``number`` is "一、" or "" and is not part of ``text``.

    ``lines``: its text with the line feeds of breaks that are forced in it.
    """

    level: int
    number: str
    text: str
    anchor: str
    block: BlockId
    lines: str


class CaptionItem(msgspec.Struct, frozen=True):
    """A numbered block in a list of charts or tables; ``number`` is "图1" or "表2"."""

    number: str
    title: Prose
    anchor: str
    credit: Prose | None = None  # behind the title of a picture


class ChartSeries(msgspec.Struct, frozen=True):
    """A series with its figures known."""

    name: str
    values: tuple[Decimal | None, ...]
    words: tuple[str, ...]  # each value as printed beside its mark, without unit
    pending: tuple[int, ...] = ()  # which of them are still to come


class ChartData(msgspec.Struct, frozen=True):
    """A chart with its words and figures known: the one source for the plate and for Word's native chart."""

    type: ChartType
    title: str
    unit: str
    categories: tuple[str, ...]
    series: tuple[ChartSeries, ...]
    emphasis: tuple[int, ...]  # from 0
    alt: str
    panels: bool = False
    baseline: Decimal | None = None  # where a line's scale starts, if the author says so
    reading: str = ""  # what the data say, as one sentence without its full stop


class CardData(msgspec.Struct, frozen=True):
    """A key-number card in words. ``note`` is empty where there is nothing to compare with.

    ``light``: the mark of the state that it counts, before the label.
    """

    label: str
    number: str
    unit: str
    note: str
    light: Light | None = None
    pending: bool = False  # the figure is still to come


class ProgressData(msgspec.Struct, frozen=True):
    """A progress bar in words and figures; ``target`` is "" where none is published."""

    label: str
    percent: Decimal | None
    words: str  # "55%" or "—"
    target: str  # "20个" or ""
    actual: str
    status: Status
    pending: tuple[str, ...] = ()  # "completion", "target": which of its figures are still to come


class OverviewCell(msgspec.Struct, frozen=True):
    """A department in an overview: its number ("一" or ""), name, opening, first key number, first bar."""

    number: str
    name: str
    opening: BlockId
    card: CardData | None
    bar: ProgressData | None
    states: tuple[Status, ...]  # of all its bars whose completion is known, as sorted there


class OverviewData(msgspec.Struct, frozen=True):
    """All departments at a glance: their tasks of known completion, the furthest first, and a cell for each."""

    tasks: tuple[ProgressData, ...]
    cells: tuple[OverviewCell, ...]


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """Booklet plus everything that follows from it. Both renderers read this and decide none of it."""

    booklet: Booklet
    flow: tuple[Entry, ...]  # top-level blocks of all sections, in order
    numbers: Mapping[BlockId, str]  # heading: "一、"; chart and picture: "图1"; table: "表1"
    anchors: Mapping[BlockId, str]  # every heading, table, chart, picture, progress, overview
    targets: Mapping[str, Target]  # by the author's id
    outline: tuple[OutlineItem, ...]
    captions: tuple[CaptionItem, ...] = ()  # of all that is numbered 图1 or 表1, in order
    values: Mapping[tuple[str, str], str]  # (indicator, form) -> words
    pending: frozenset[tuple[str, str]] = frozenset()  # of these, those whose figure is still to come
    charts: Mapping[BlockId, ChartData]
    cards: Mapping[BlockId, tuple[CardData, ...]]
    progress: Mapping[BlockId, tuple[ProgressData, ...]]
    pictures: Mapping[BlockId, "PictureData"]
    logo: "PictureData | None" = None
    overviews: Mapping[BlockId, OverviewData] = {}
    forms: Mapping[BlockId, FormData] = {}
    tables: Mapping[BlockId, Table] = {}  # of the blocks that are written by meaning and set as tables
    counts: Mapping[
        BlockId, tuple[CardData, ...]
    ] = {}  # with those tables: how many are in each state; the goals of plans
    boards: Mapping[str, BoardData] = {}  # by section, where an author chose what a board shows
    notes: tuple[NoteEntry, ...] = ()  # in the order of the text
    note_numbers: Mapping[int, int] = {}  # id() of a Note of the tree -> its place in ``notes``, from 1
    unused_terms: frozenset[BlockId] = frozenset()  # of an edition: entries of glossaries that it does not print
    first_uses: Mapping[int, tuple["FirstUse", ...]] = {}  # id() of a Text of the tree -> terms it uses first
    indexes: Mapping[BlockId, tuple["IndexGroup", ...]] = {}
    uses: Mapping[int, str] = {}  # id() of an IndicatorRef of the tree -> the anchor of that use, where indexes ask
    block_uses: Mapping[BlockId, tuple[str, ...]] = {}  # the anchors of uses by a block as a whole
    note_counts: tuple[int, ...] = ()  # for each section the count that its notes go by


class FirstUse(msgspec.Struct, frozen=True, gc=False):
    """Where a text uses a term for the first time: characters [start, end), and the anchor of what explains it."""

    start: int
    end: int
    anchor: str


class IndexEntry(msgspec.Struct, frozen=True):
    """A line of an index: its words, the anchor of its own pages ("" for none), those of all its uses, in order."""

    words: str
    main: str
    uses: tuple[str, ...]


class IndexGroup(msgspec.Struct, frozen=True):
    """The entries of an index that begin with one letter of the alphabet, "#" for anything else."""

    letter: str
    entries: tuple[IndexEntry, ...]


def chapters_of(document: Document) -> tuple[BlockId, ...]:
    """What opens the numbered chapters of the whole report: a part that is built by itself keeps its number.

    Numbers are the whole's, flow and outline are the part's; no number but a chapter's ends with 、.
    """
    return tuple(id for id, number in document.numbers.items() if number.endswith("、"))


def term_id(glossary: BlockId, index: int) -> BlockId:
    """The address of entry ``index`` of a glossary: its anchor is among the document's."""
    return f"{glossary}/entries/{index}"


def note_anchor(number: int) -> str:
    """The anchor of the text of the document's note ``number``, from 1."""
    return f"note{number}"


def mark_anchor(number: int) -> str:
    """The anchor of the mark of the document's note ``number``, from 1."""
    return f"mark{number}"


class PictureData(msgspec.Struct, frozen=True):
    """A picture file read and checked: PNG or JPEG within the size limits."""

    data: bytes
    digest: str  # SHA-256 in hex
    format: Literal["png", "jpeg"]
    width: int  # pixels
    height: int
