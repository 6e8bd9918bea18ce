"""The whole language of a report. A struct is a kind of block; its tag is its YAML name (``kind:``)."""

from reportgen.model.blocks.block import ID_FORM, Block, Id, Place
from reportgen.model.blocks.chart import DRAWN_IN_WORD, MOST_SERIES, PANELLED, Chart, ChartType, Series
from reportgen.model.blocks.figures import Card, KeyFigures, Overview, Picture, Progress, ProgressItem
from reportgen.model.blocks.kinds import MADE, AnyBlock, Callout, Columns, Tabular
from reportgen.model.blocks.lists import NameHeads, NameItem, Names
from reportgen.model.blocks.matter import Contents, Cover, Foreword, Glossary, Imprint, ImprintRow, Qr, Term
from reportgen.model.blocks.table import Cell, Column, Row, Table
from reportgen.model.blocks.text import (
    Bullets,
    EndNotes,
    Event,
    Heading,
    Opening,
    PageBreak,
    Paragraph,
    Person,
    Question,
    Questions,
    Quote,
    Timeline,
)

__all__ = [
    "DRAWN_IN_WORD",
    "ID_FORM",
    "MADE",
    "MOST_SERIES",
    "PANELLED",
    "AnyBlock",
    "Block",
    "Bullets",
    "Callout",
    "Card",
    "Cell",
    "Chart",
    "ChartType",
    "Column",
    "Columns",
    "Contents",
    "Cover",
    "EndNotes",
    "Event",
    "Foreword",
    "Glossary",
    "Heading",
    "Id",
    "Imprint",
    "ImprintRow",
    "KeyFigures",
    "NameHeads",
    "NameItem",
    "Names",
    "Opening",
    "Overview",
    "PageBreak",
    "Paragraph",
    "Person",
    "Picture",
    "Place",
    "Progress",
    "ProgressItem",
    "Qr",
    "Question",
    "Questions",
    "Quote",
    "Row",
    "Series",
    "Table",
    "Tabular",
    "Term",
    "Timeline",
]
