"""What stands around the type area: running head and folio, at the outer edge."""

from reportgen.drawing import Mark, Rect
from reportgen.model.document import Section
from reportgen.typeset.logo import logo_marks, sized
from reportgen.typeset.pages.piece import as_artifact
from reportgen.typeset.pages.sheet import Sheet
from reportgen.typeset.setting import Setting
from reportgen.typeset.text import SetLine, place_line

_LIGHT = 1 / 3  # of a thumb's width where ink is saved
_HEAD_LINES = 1.25  # grid lines above the type area
_LOGO = 1.6  # em of the running head: a logo beside it
_WIDEST = 0.5  # of its room that a logo takes at most: see ``logo_marks``
_FOOT_LINES = 1.75  # grid lines below it


def furniture(sheet: Sheet, folio: str, left: float, setting: Setting) -> tuple[Mark, ...]:
    """Running head (not where a section opens) and page number, as artifacts; ``folio`` "": a page without a number."""
    page = setting.theme.page
    look = setting.theme.looks.furniture
    section = setting.document.booklet.sections[sheet.section]
    marks: list[Mark] = list(_thumb(sheet, section, setting))
    words = _words(section, setting)
    place = max(page.top - _HEAD_LINES * page.grid, 0.4 * page.top)
    opens = sheet.items[0].piece.opens
    mark, taken = ((), 0.0) if opens else _logo(sheet, (left, place), setting)
    marks += mark
    if look.running_head and words and not opens:
        head = _fitting(words, setting.theme.page.measure - taken, setting)
        marks += place_line(head, _outer(head, sheet, left, 0.0, setting), place)
    if folio:
        number = setting.line(look.folio.replace("{page}", folio), "folio")
        marks += place_line(number, _outer(number, sheet, left, look.inset, setting), _foot(setting))
    return as_artifact(*marks)


def _words(section: Section, setting: Setting) -> str:
    """The section's name; behind the number on its board, where that is how its theme counts departments."""
    name = section.short or section.name
    counted = setting.theme.opening == "board" and setting.theme.looks.board != "scene" and section.role == "department"
    number = setting.ordinal(f"{section.id}/head") if counted else ""
    return f"{number}\u3000{name}" if number and name else name


def _thumb(sheet: Sheet, section: Section, setting: Setting) -> tuple[Mark, ...]:
    """A band at the outer edge in the department's hue; not where it opens, nor in front and back matter."""
    page, width = setting.theme.page, setting.theme.looks.furniture.thumb
    if not width or section.role != "department" or (sheet.items and sheet.items[0].piece.opens):
        return ()
    width *= 1.0 if setting.filled else _LIGHT
    recto = sheet.number % 2 == 1 or not setting.theme.facing
    return (Rect(page.width - width if recto else 0.0, 0.0, width, page.height, setting.hue(section.id).fill),)


def _logo(sheet: Sheet, corner: tuple[float, float], setting: Setting) -> tuple[tuple[Mark, ...], float]:
    """The brand's logo at the inner edge of the running head's line, and what it takes of that line."""
    left, place = corner
    measure, size = setting.theme.page.measure, setting.style("running_head").size
    tall = min(_LOGO * size, place - 6.0)
    found = sized("head", 0.4 * measure, tall, setting)
    if found is None:
        return (), 0.0
    recto = sheet.number % 2 == 1 or not setting.theme.facing
    foot = place + 0.25 * size
    room = (left if recto else left + measure - found[2], foot - found[3], found[2] / _WIDEST, found[3])
    return logo_marks("head", room, "left", setting), found[2] + 2 * size


def _fitting(words: str, measure: float, setting: Setting) -> SetLine:
    """A running head that ``measure`` holds: a longer name gives its end for an ellipsis."""
    line = setting.line(words, "running_head")
    while line.width > measure and words:
        words = words[: min(len(words) - 1, int(len(words) * measure / line.width))]
        line = setting.line(words + "……", "running_head")
    return line


def _foot(setting: Setting) -> float:
    """The baseline of the page number."""
    page = setting.theme.page
    area = page.height - page.bottom
    drop = setting.theme.looks.furniture.drop
    if drop is not None:
        return area + drop + 0.38 * setting.style("folio").size  # the em box centred on it
    return min(area + _FOOT_LINES * page.grid, area + 0.6 * page.bottom)


def _outer(line: SetLine, sheet: Sheet, left: float, inset: float, setting: Setting) -> float:
    """The left edge of a line that stands ``inset`` from the type area's outer edge."""
    recto = sheet.number % 2 == 1 or not setting.theme.facing
    return left + setting.theme.page.measure - line.width - inset if recto else left + inset
