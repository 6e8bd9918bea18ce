"""What stands around the type area: running head and folio, at the outer edge."""

from reportgen.drawing import Mark
from reportgen.typeset.pages.flow import Sheet
from reportgen.typeset.pages.piece import as_artifact
from reportgen.typeset.setting import Setting
from reportgen.typeset.text import SetLine, place_line

_HEAD_LINES = 1.25  # grid lines above the type area
_FOOT_LINES = 1.75  # grid lines below it


def furniture(sheet: Sheet, left: float, setting: Setting) -> tuple[Mark, ...]:
    """Running head (not where a section opens) and folio, as artifacts."""
    page = setting.theme.page
    marks: list[Mark] = []
    section = setting.document.booklet.sections[sheet.section]
    words = section.short or section.name
    if words and not sheet.items[0].piece.opens:
        head = setting.line(words, "running_head")
        marks += _outer(head, sheet, left, max(page.top - _HEAD_LINES * page.grid, 0.4 * page.top), setting)
    folio = setting.line(str(sheet.number), "folio")
    foot = page.height - page.bottom
    marks += _outer(folio, sheet, left, min(foot + _FOOT_LINES * page.grid, foot + 0.6 * page.bottom), setting)
    return as_artifact(*marks)


def _outer(line: SetLine, sheet: Sheet, left: float, foot: float, setting: Setting) -> tuple[Mark, ...]:
    recto = sheet.number % 2 == 1 or not setting.theme.facing
    x = left + setting.theme.page.measure - line.width if recto else left
    return place_line(line, x, foot)
