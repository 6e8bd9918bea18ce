"""All kinds of blocks, and those that hold others."""

from typing import Annotated

from msgspec import Meta

from reportgen.model.blocks.block import Block
from reportgen.model.blocks.chart import Chart
from reportgen.model.blocks.figures import KeyFigures, Overview, Picture, Progress
from reportgen.model.blocks.forms import Ballot, Opinions
from reportgen.model.blocks.lists import Agenda, Indicators, Names, Plans, Problems, Projects, Promises
from reportgen.model.blocks.matter import Contents, Cover, Foreword, Glossary, Imprint, Index, Qr
from reportgen.model.blocks.table import Table
from reportgen.model.blocks.text import (
    Bullets,
    EndNotes,
    Heading,
    Opening,
    PageBreak,
    Paragraph,
    Questions,
    Quote,
    Timeline,
)
from reportgen.model.inlines import Prose


class Callout(Block, frozen=True, kw_only=True, tag="callout"):
    """A remark set off from the text; holds blocks."""

    title: Prose | None = None
    blocks: "Annotated[tuple[AnyBlock, ...], Meta(min_length=1)]"


class Columns(Block, frozen=True, kw_only=True, tag="columns"):
    """Text in columns side by side, filled to one depth. Holds blocks: text, lists, quotations, headings, pictures."""

    count: Annotated[int, Meta(ge=2, le=3, description="How many columns.")] = 2
    blocks: "Annotated[tuple[AnyBlock, ...], Meta(min_length=1)]"


# Written by meaning, set as the tables that ``resolve`` makes of them.
Tabular = Agenda | Indicators | Names | Plans | Problems | Projects | Promises


class Landscape(Block, frozen=True, kw_only=True, tag="landscape"):
    """Wide tables and charts on pages of their own, turned by a quarter: heads at the left of the upright page."""

    blocks: "Annotated[tuple[AnyBlock, ...], Meta(min_length=1)]"


AnyBlock = (
    Cover
    | Contents
    | Glossary
    | Heading
    | Opening
    | Paragraph
    | Bullets
    | Table
    | Agenda
    | Indicators
    | Names
    | Plans
    | Problems
    | Projects
    | Promises
    | Chart
    | KeyFigures
    | Progress
    | Overview
    | Picture
    | Qr
    | Ballot
    | Opinions
    | Callout
    | Columns
    | Landscape
    | Quote
    | Questions
    | Timeline
    | Imprint
    | Foreword
    | Index
    | PageBreak
    | EndNotes
)
MADE = (Opening, EndNotes)  # kinds that nobody writes
