"""Which function sets which kind of block: mypy names the arm that is missing."""

from typing import assert_never

import msgspec

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
from reportgen.typeset.blocks.ballot import set_ballot
from reportgen.typeset.blocks.bullets import set_bullets
from reportgen.typeset.blocks.callout import set_callout
from reportgen.typeset.blocks.chart import set_chart
from reportgen.typeset.blocks.chips import set_chips
from reportgen.typeset.blocks.columns import set_columns
from reportgen.typeset.blocks.contents import set_contents
from reportgen.typeset.blocks.cover import set_cover
from reportgen.typeset.blocks.endnotes import set_end_notes
from reportgen.typeset.blocks.foreword import set_foreword
from reportgen.typeset.blocks.glossary import set_glossary
from reportgen.typeset.blocks.heading import set_heading
from reportgen.typeset.blocks.imprint import set_imprint
from reportgen.typeset.blocks.index import set_index
from reportgen.typeset.blocks.keyfigures import set_keyfigures
from reportgen.typeset.blocks.landscape import set_landscape
from reportgen.typeset.blocks.leaders import set_leaders
from reportgen.typeset.blocks.masthead import set_masthead
from reportgen.typeset.blocks.opening import set_opening
from reportgen.typeset.blocks.opinions import set_opinions
from reportgen.typeset.blocks.overview import set_overview
from reportgen.typeset.blocks.paragraph import set_paragraph_block
from reportgen.typeset.blocks.picture import set_picture
from reportgen.typeset.blocks.plans import set_plans
from reportgen.typeset.blocks.progress import set_progress
from reportgen.typeset.blocks.promises import set_counts
from reportgen.typeset.blocks.qr import set_qr
from reportgen.typeset.blocks.questions import set_questions
from reportgen.typeset.blocks.quote import set_quote
from reportgen.typeset.blocks.table import set_table
from reportgen.typeset.blocks.timeline import set_timeline
from reportgen.typeset.blocks.towers import set_towers
from reportgen.typeset.full_covers import reported
from reportgen.typeset.pages.piece import Piece
from reportgen.typeset.setting import Setting

_COVERS = {"horizon": set_cover, "masthead": set_masthead, "towers": set_towers}
_CONTENTS = {"digest": set_contents, "leaders": set_leaders, "chips": set_chips}


def set_block(block: AnyBlock, id: str, setting: Setting) -> list[Piece]:
    """The pieces of ``block``, with the anchors that indexes lead to; a page break has none (the flow sees to it)."""
    pieces = _set(block, id, setting)
    uses = setting.document.block_uses.get(id)
    if uses and pieces:
        pieces[0] = msgspec.structs.replace(pieces[0], anchors=(*pieces[0].anchors, *uses))
    return pieces


def _set(block: AnyBlock, id: str, setting: Setting) -> list[Piece]:
    match block:
        case Paragraph():
            return set_paragraph_block(block, setting)
        case Heading():
            return set_heading(block, id, setting)
        case Opening():
            return set_opening(block, id, setting, set_block)
        case Bullets():
            return set_bullets(block, setting)
        case Quote():
            return set_quote(block, setting)
        case Questions():
            return set_questions(block, setting)
        case Callout():
            return set_callout(block, id, setting, set_block)
        case Columns():
            return set_columns(block, id, setting, set_block)
        case Landscape():
            return set_landscape(block, id, setting, set_block)
        case EndNotes():
            return set_end_notes(block, setting)
        case PageBreak():
            return []
        case Ballot():
            return set_ballot(block, id, setting)
        case Opinions():
            return set_opinions(block, id, setting)
        case Cover() | Contents() | Glossary() | Imprint() | Foreword() | Index():
            return _set_matter(block, id, setting)
        case _:
            return _set_figures(block, id, setting)


def _set_matter(
    block: Cover | Contents | Glossary | Imprint | Foreword | Index, id: str, setting: Setting
) -> list[Piece]:
    looks = setting.theme.looks
    match block:
        case Cover():
            return reported(_COVERS[looks.cover](block, setting), setting)
        case Contents():
            return _CONTENTS[looks.contents](block, setting)
        case Glossary():
            return set_glossary(block, id, setting)
        case Foreword():
            return set_foreword(block, setting)
        case Index():
            return set_index(id, setting)
        case Imprint():
            return set_imprint(block, setting)
        case _:
            assert_never(block)


def _set_figures(
    block: Table | Tabular | Chart | KeyFigures | Progress | Overview | Picture | Qr | Timeline,
    id: str,
    setting: Setting,
) -> list[Piece]:
    match block:
        case Table():
            return set_table(block, id, setting)
        case Agenda() | Names():
            return set_table(setting.document.tables[id], id, setting, listed=True)
        case Indicators() | Problems() | Projects():
            return set_table(setting.document.tables[id], id, setting)
        case Plans():
            if setting.theme.looks.cards == "open":
                return set_table(setting.document.tables[id], id, setting)
            return set_plans(block, id, setting)
        case Promises():
            return set_table(setting.document.tables[id], id, setting, set_counts(id, setting))
        case Chart():
            return set_chart(block, id, setting, set_block)
        case KeyFigures():
            return set_keyfigures(id, setting)
        case Progress():
            return set_progress(block, id, setting)
        case Overview():
            return set_overview(block, id, setting)
        case Timeline():
            return set_timeline(block, id, setting)
        case Picture():
            return set_picture(block, id, setting)
        case Qr():
            return set_qr(block, setting)
        case _:
            assert_never(block)
