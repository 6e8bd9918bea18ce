"""The whole language of a report on one page. A struct is a kind of block; its tag is its YAML name (``kind:``)."""

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from reportgen.model.inlines import Prose

# "$" alone would let a line feed pass at the end.
Id = Annotated[str, Meta(pattern=r"^[a-z0-9][a-z0-9_.-]*$(?!\n)", max_length=64, description="Name for references.")]

Place = Annotated[
    Literal["here", "top", "bottom"],
    Meta(description="In print: where it is written, or at the head or foot of the nearest page with room."),
]


class Block(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="kind"):
    """What all kinds share."""


class Cover(Block, frozen=True, kw_only=True, tag="cover"):
    """The front cover; its title, period and issuer are the report's. ``back`` makes the back cover."""

    back: bool = False
    lines: Annotated[tuple[Prose, ...], Meta(description="Further lines, e.g. where to find more.")] = ()


class Contents(Block, frozen=True, kw_only=True, tag="contents"):
    """Table of contents, with page numbers and links."""

    title: str = "目录"
    depth: Annotated[int, Meta(ge=1, le=3)] = 1


class Heading(Block, frozen=True, kw_only=True, tag="heading"):
    """A heading inside a section, numbered 一、（一）1.（1） by level; level 1 is the section's own name."""

    text: Prose
    level: Annotated[int, Meta(ge=1, le=4)] = 2
    numbered: bool = True
    id: Id | None = None


class Opening(Block, frozen=True, kw_only=True, tag="opening"):
    """The head of a section: its name (a level-1 heading) and its headline as a sentence. Made from the section."""

    name: Prose
    headline: Prose | None = None
    numbered: bool = True
    id: Id | None = None


class Paragraph(Block, frozen=True, kw_only=True, tag="paragraph"):
    """Running text; in YAML a plain string among blocks is a paragraph."""

    text: Prose


class Bullets(Block, frozen=True, kw_only=True, tag="bullets"):
    """A list; ordered lists are numbered 1. 2. 3. or 一是 二是 三是 (``style: spoken``).

    ``lead`` is what stands before the first item (附件：); all items are then set below each other after it.
    """

    items: Annotated[tuple[Prose, ...], Meta(min_length=1)]
    ordered: bool = False
    style: Literal["plain", "spoken"] = "plain"
    lead: Annotated[Prose | None, Meta(description="Words before the first item; the items stand after them.")] = None


class Column(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A table column. ``number`` aligns at the decimal point; width is relative to the other columns'."""

    title: Prose
    type: Literal["text", "number", "label"] = "text"
    width: Annotated[float, Meta(gt=0, le=100, description="Relative width; left out: by content.")] | None = None
    align: Literal["left", "center", "right"] | None = None


class Cell(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A cell that spans columns or rows; a cell without spans is written as a plain string."""

    text: Prose
    columns: Annotated[int, Meta(ge=1, le=64)] = 1
    rows: Annotated[int, Meta(ge=1, le=1000)] = 1


class Row(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A row of cells; ``total`` sets it off. A row without marks is written as a plain list."""

    cells: tuple[Cell, ...]
    total: bool = False


class Table(Block, frozen=True, kw_only=True, tag="table"):
    """A table with one header row, repeated on every page it runs to."""

    title: Prose | None = None
    columns: Annotated[tuple[Column, ...], Meta(min_length=1, max_length=24)]
    rows: tuple[Row, ...]
    unit: Annotated[str, Meta(description="Unit of all figures, printed above the table at the right.")] = ""
    source: Prose | None = None
    id: Id | None = None


class Series(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One series of a chart: a figure or an indicator (``department.indicator`` or ``…|form``) for each category."""

    name: str = ""
    values: Annotated[tuple[int | float | str | None, ...], Meta(min_length=1, max_length=200)]


ChartType = Literal[
    "column", "bar", "line", "area", "stacked", "slope", "doughnut", "target", "strip", "dots", "people"
]
# Kinds that Word has no chart for: pictures of the plate.
DRAWN_IN_WORD: frozenset[ChartType] = frozenset(("target", "strip", "dots", "people"))

PANELLED: frozenset[ChartType] = frozenset(("column", "line", "area"))  # kinds of which small multiples are made
MOST_SERIES = 6  # in one drawing; with panels there may be more


class Chart(Block, frozen=True, kw_only=True, tag="chart"):
    """A chart; ``type: target`` sets actual figures against targets (two series: actual, target), ``type: slope``
    has a line for each category (two series: before, after). ``strip`` has a mark for each item (done, under way if
    there is such a series, all), ``dots`` a hundred for each percentage, ``people`` rows of figures.
    """

    type: ChartType
    title: Annotated[Prose, Meta(description="A statement, not a topic.")]
    categories: Annotated[tuple[Prose, ...], Meta(min_length=1, max_length=200)]
    series: Annotated[tuple[Series, ...], Meta(min_length=1, max_length=24)]
    unit: str = ""
    emphasis: Annotated[tuple[int, ...], Meta(description="Categories (from 1) that the title speaks of.")] = ()
    panels: Annotated[bool, Meta(description="Each series in a panel of its own, all on one scale.")] = False
    baseline: Annotated[int | float | None, Meta(description="Where the scale of a line chart starts.")] = None
    reading: Annotated[bool, Meta(description="Print what the data say, as one sentence below the chart.")] = False
    data: Annotated[Literal["table"] | None, Meta(description="Print the figures as a table below the chart.")] = None
    source: Prose | None = None
    alt: str = ""
    place: Place = "here"
    id: Id | None = None


class Card(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A key number: the indicator, and a line of comparison below it."""

    indicator: str
    label: Prose | None = None
    note: Prose | None = None


class KeyFigures(Block, frozen=True, kw_only=True, tag="keyfigures"):
    """A row of key-number cards."""

    cards: Annotated[tuple[Card, ...], Meta(min_length=1, max_length=8)]


class ProgressItem(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One bar: an indicator with a completion; ``label`` replaces the indicator's name."""

    indicator: str
    label: Prose | None = None


class Progress(Block, frozen=True, kw_only=True, tag="progress"):
    """Bars of completion against the year, with the mark of time elapsed (序时)."""

    title: Prose | None = None
    items: Annotated[tuple[ProgressItem, ...], Meta(min_length=1, max_length=40)]
    source: Prose | None = None
    id: Id | None = None


class Overview(Block, frozen=True, kw_only=True, tag="overview"):
    """All departments at a glance, made from their own blocks.

    Every task by its completion, how many are in which state, each department's first key number and first bar.
    """

    title: Annotated[Prose | None, Meta(description="What the figures say, as a sentence.")] = None
    source: Prose | None = None
    id: Id | None = None


class Picture(Block, frozen=True, kw_only=True, tag="picture"):
    """A PNG or JPEG file inside the project folder."""

    file: str
    alt: Annotated[str, Meta(min_length=1)]
    caption: Prose | None = None
    width: Annotated[float, Meta(gt=0, le=1, description="Share of the measure.")] = 1.0
    place: Place = "here"
    id: Id | None = None


class Callout(Block, frozen=True, kw_only=True, tag="callout"):
    """A remark set off from the text; holds blocks."""

    title: Prose | None = None
    blocks: "Annotated[tuple[AnyBlock, ...], Meta(min_length=1)]"


class Columns(Block, frozen=True, kw_only=True, tag="columns"):
    """Text in columns side by side, filled to one depth. Holds blocks: text, lists, quotations, headings, pictures."""

    count: Annotated[int, Meta(ge=2, le=3, description="How many columns.")] = 2
    blocks: "Annotated[tuple[AnyBlock, ...], Meta(min_length=1)]"


class Quote(Block, frozen=True, kw_only=True, tag="quote"):
    """A quotation set apart, in Kai, of one paragraph or several."""

    text: Annotated[tuple[Prose, ...], Meta(min_length=1)]
    by: Prose | None = None


class EndNotes(Block, frozen=True, kw_only=True, tag="endnotes"):
    """Notes of the text in one place, by their numbers in the document. Made where the theme wants them at an end."""

    notes: tuple[int, ...]


class PageBreak(Block, frozen=True, kw_only=True, tag="pagebreak"):
    """The next block starts on a new page."""


AnyBlock = (
    Cover
    | Contents
    | Heading
    | Opening
    | Paragraph
    | Bullets
    | Table
    | Chart
    | KeyFigures
    | Progress
    | Overview
    | Picture
    | Callout
    | Columns
    | Quote
    | PageBreak
    | EndNotes
)
MADE = (Opening, EndNotes)  # kinds that nobody writes
