"""The one place of this room that knows all kinds of blocks: mypy names the arm that a new kind lacks."""

from collections.abc import Mapping
from typing import assert_never

from reportgen.model.blocks import (
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
    Tabular,
    Timeline,
)
from reportgen.model.document import BlockId
from reportgen.word.blocks.ballot import write_ballot
from reportgen.word.blocks.bullets import write_bullets
from reportgen.word.blocks.callout import write_callout
from reportgen.word.blocks.chart import write_chart
from reportgen.word.blocks.columns import write_columns
from reportgen.word.blocks.contents import write_contents
from reportgen.word.blocks.cover import write_cover
from reportgen.word.blocks.endnotes import write_end_notes
from reportgen.word.blocks.foreword import write_foreword
from reportgen.word.blocks.glossary import write_glossary
from reportgen.word.blocks.heading import write_heading
from reportgen.word.blocks.imprint import write_imprint
from reportgen.word.blocks.index import write_index
from reportgen.word.blocks.keyfigures import write_keyfigures
from reportgen.word.blocks.landscape import write_landscape
from reportgen.word.blocks.opening import write_opening
from reportgen.word.blocks.opinions import write_opinions
from reportgen.word.blocks.overview import write_overview
from reportgen.word.blocks.pagebreak import write_pagebreak
from reportgen.word.blocks.paragraph import write_paragraph
from reportgen.word.blocks.picture import write_picture
from reportgen.word.blocks.progress import write_progress
from reportgen.word.blocks.qr import write_qr
from reportgen.word.blocks.questions import write_questions
from reportgen.word.blocks.quote import write_quote
from reportgen.word.blocks.table import write_table
from reportgen.word.blocks.timeline import write_timeline
from reportgen.word.story import Story


def write_block(block: AnyBlock, id: BlockId, story: Story, pictures: Mapping[BlockId, bytes]) -> None:
    """``block`` with everything in it, at the end of the story."""

    def inside(child: AnyBlock, child_id: BlockId) -> None:
        write_block(child, child_id, story, pictures)

    story.use_block(id)
    match block:
        case Paragraph():
            write_paragraph(block, story)
        case Heading():
            write_heading(block, id, story)
        case Opening():
            write_opening(block, id, story)
        case Bullets():
            write_bullets(block, story)
        case Quote():
            write_quote(block, story)
        case Questions():
            write_questions(block, story)
        case Callout():
            write_callout(block, id, story, inside)
        case Columns():
            write_columns(block, id, story, inside)
        case Landscape():
            write_landscape(block, id, story, inside)
        case Chart():
            write_chart(block, id, story, pictures, inside)
        case EndNotes():
            write_end_notes(block, story)
        case Ballot():
            write_ballot(block, id, story)
        case Opinions():
            write_opinions(block, id, story)
        case PageBreak():
            write_pagebreak(story)
        case Contents():
            write_contents(block, story)
        case Glossary():
            write_glossary(block, id, story)
        case Foreword():
            write_foreword(block, story)
        case Index():
            write_index(block, id, story)
        case Imprint():
            write_imprint(block, story)
        case Cover():
            write_cover(block, story)
        case _:
            _write_figures(block, id, story)


def _write_figures(
    block: Table | Tabular | KeyFigures | Progress | Overview | Picture | Qr | Timeline, id: BlockId, story: Story
) -> None:
    match block:
        case Table():
            write_table(block, id, story)
        case Agenda() | Indicators() | Names() | Plans() | Problems() | Projects() | Promises():
            write_table(story.document.tables[id], id, story)
        case KeyFigures():
            write_keyfigures(id, story)
        case Progress():
            write_progress(block, id, story)
        case Overview():
            write_overview(block, id, story)
        case Timeline():
            write_timeline(block, id, story)
        case Picture():
            write_picture(block, id, story)
        case Qr():
            write_qr(block, story)
        case _:
            assert_never(block)
