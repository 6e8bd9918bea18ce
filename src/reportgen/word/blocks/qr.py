"""A QR code as a picture, its words beside it in a table without rules."""

from reportgen.model.blocks import Qr
from reportgen.model.runs import Run
from reportgen.qr import shown, written
from reportgen.units import POINTS_PER_MM
from reportgen.word.cells import CENTRED, cell, row, table
from reportgen.word.codes import code_drawing
from reportgen.word.runs import twips
from reportgen.word.story import Story

_QUIET = 1.3  # the picture has its quiet zone in it


def write_qr(block: Qr, story: Story) -> None:
    """Picture and words in two cells."""
    contact = story.document.booklet.report.contact
    address = block.address or (contact.address if contact is not None else "")
    if not address:
        return  # reported by resolve
    side = min(_QUIET * block.size * POINTS_PER_MM, 0.5 * story.measure)
    content, said = "", ""
    if block.caption is not None:
        content, said = story.runs(block.caption)
    elif not block.address and contact is not None:
        content, said = story.words(contact.words), contact.words
    typed = story.all_runs((Run(shown(address), link=written(address)),))
    words = story.cell_paragraph("callout_title", content, '<w:keepNext w:val="0"/>') if said else ""
    words += story.cell_paragraph("cover_line", typed)
    picture = story.cell_paragraph("figure", code_drawing(address, side, story), '<w:keepNext w:val="0"/>')
    story.before_table()
    widths = [twips(side) + 120, story.width - twips(side) - 120]
    cells = cell(widths[0], picture) + cell(widths[1], words, properties=CENTRED)
    story.parts.append(table(story.sheet.ids["bar"], widths, row(cells), description=f"二维码：{address}"))
    story.pages.solid(side)
    story.after_table()
