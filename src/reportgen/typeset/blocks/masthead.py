"""Front and back cover of an official document: a title in red like a document's head (版头), a double rule below it.

What is not red is black. All stands on the lines of the type area, which is centred on the cover.
"""

from collections.abc import Sequence

import msgspec

from reportgen.drawing import Mark, Rect
from reportgen.model.blocks import Cover
from reportgen.model.brand import LogoPlace
from reportgen.model.inlines import Prose
from reportgen.model.numerals import han_date, han_years
from reportgen.model.runs import Run
from reportgen.typeset.codes import Centred
from reportgen.typeset.logo import logo_marks
from reportgen.typeset.pages.piece import Piece, PlacedLine
from reportgen.typeset.setting import LESSER, Setting
from reportgen.typeset.spread import spread
from reportgen.typeset.text import SetLine, set_title

# Heights in lines of a page of 22; a smaller page takes its share.
_LINES = 22
_RULE, _PERIOD, _SUBTITLE, _DATE = 9, 10, 12, 21
_TITLE = 6.9  # the middle of the title's last line
_BACK_TITLE = 4
_THICK, _BLANK, _THIN = 3.4, 2.0, 1.0  # of the double rule, points: 1.2, 0.7 and 0.35 mm
_LOGO = 0.35  # of the head margin: where a logo begins
_SPREAD = 126 / 156  # of the measure: what the title is spread to
# Of the title's own size, and the most lines: the first with which it fits.
_SIZES = ((1.0, 1), (0.89, 1), (0.78, 1), (1.0, 2), (0.89, 2), (0.78, 2), (0.67, 2), (0.59, 3), (0.52, 3), (0.44, 4))


def set_masthead(block: Cover, setting: Setting) -> list[Piece]:
    """A page of its own, drawn from its own corner."""
    for share in LESSER:
        sheet = _Sheet(setting.lessened(share))
        sheet.logo("back" if block.back else "cover")
        if not block.back:
            _front(block, sheet)
            break
        if _back(block, sheet):
            break
    height = setting.theme.page.height
    return [Piece(height, tuple(sheet.lines), under=tuple(sheet.marks), sheet=True, page="next", opens=True)]


class _Sheet:
    """The cover as it is drawn."""

    def __init__(self, setting: Setting) -> None:
        self.setting = setting
        self.page = setting.theme.page
        self.left = (self.page.width - self.page.measure) / 2
        self.count = round(self.page.depth / self.page.grid)
        self.lines: list[PlacedLine] = []
        self.marks: list[Mark] = []

    def line_at(self, line: float) -> float:
        """The top of a line of the grid, given for a page of 22."""
        return self.page.top + round(line * self.count / _LINES) * self.page.grid

    def centred(self, lines: Sequence[SetLine], role: str, top: float) -> None:
        """Lines below each other, each in the middle of the page."""
        style = self.setting.style(role)
        foot = top + self.setting.baseline(style.leading, style.size)
        for index, line in enumerate(lines):
            self.lines.append(((self.page.width - line.width) / 2, foot + index * style.leading, line))

    def add(self, made: tuple[list[PlacedLine], list[Mark]]) -> None:
        """Lines and marks that are placed already."""
        self.lines += made[0]
        self.marks += made[1]

    def logo(self, place: LogoPlace) -> None:
        """In the middle above the type area."""
        top = _LOGO * self.page.top
        room = (self.left, top, self.page.measure, self.page.top - top - 10.0)
        self.marks += logo_marks(place, room, "center", self.setting)

    def double_rule(self, y: float) -> None:
        """A thick rule with a thin one below it, in red."""
        red = self.setting.colour("red")
        self.marks.append(Rect(self.left, y, self.page.measure, _THICK, red))
        self.marks.append(Rect(self.left, y + _THICK + _BLANK, self.page.measure, _THIN, red))


def _front(block: Cover, sheet: _Sheet) -> None:
    setting = sheet.setting
    report = setting.document.booklet.report
    _notes(block, sheet)
    _title(report.title, sheet)
    rule = sheet.line_at(_RULE)
    sheet.double_rule(rule)
    measure = sheet.page.measure
    top = max(sheet.line_at(_PERIOD), rule + sheet.page.grid)  # a low page has fewer lines than these are apart
    period = setting.ragged((Run(han_years(report.edition.period)),), "cover_period", measure)
    sheet.centred(period, "cover_period", top)
    below = top + len(period) * setting.style("cover_period").leading
    if report.subtitle:
        lines = setting.ragged((Run(report.subtitle),), "cover_line", measure)
        below = max(sheet.line_at(_SUBTITLE), below)
        sheet.centred(lines, "cover_line", below)
        below += len(lines) * setting.style("cover_line").leading
    issuer = setting.ragged((Run(report.issuer),), "cover_issuer", measure)
    pitch = setting.style("cover_issuer").leading
    date = sheet.line_at(_DATE)  # the issuer right above it, however few lines the page has
    sheet.centred(issuer, "cover_issuer", date - len(issuer) * pitch)
    if block.shows_contact:
        foot = date - (len(issuer) + 0.5) * pitch
        sheet.add(Centred(setting, brief=True).placed(below + 0.5 * sheet.page.grid, foot))
    sheet.centred((setting.line(han_date(report.edition.date), "cover_foot"),), "cover_foot", date)


def _notes(block: Cover, sheet: _Sheet) -> None:
    """The author's further lines at the head: two at its two ends where they fit beside each other."""
    setting, measure = sheet.setting, sheet.page.measure
    style = setting.style("cover_note")
    foot = sheet.page.top + setting.baseline(sheet.page.grid, style.size)
    made = [setting.line_of(setting.runs(prose), "cover_note") for prose in block.lines]
    if len(made) == 2 and sum(line.width for line in made) + 2 * style.size <= measure:
        sheet.lines.append((sheet.left, foot, made[0]))
        sheet.lines.append((sheet.left + measure - made[1].width, foot, made[1]))
        return
    for prose in block.lines:
        for line in setting.ragged(setting.runs(prose), "cover_note", measure):
            sheet.lines.append((sheet.left, foot, line))
            foot += style.leading


def _title(title: str, sheet: _Sheet) -> None:
    """The title on one line or a few, as large as it fits, spread to the width of a document's head."""
    setting, page = sheet.setting, sheet.page
    style = setting.style("cover_title")
    own = setting.look("cover_title")
    scale = min(1.0, page.measure / (28 * 15.75))
    for share, most in _SIZES:
        look = msgspec.structs.replace(own, size=own.size * share * scale)
        lines = set_title(setting.text, (Run(title),), look, page.measure)
        if len(lines) <= most:
            break
    wide = max(_SPREAD * page.measure, *(line.width for line in lines))
    pitch = style.leading * look.size / style.size
    middle = page.top + _TITLE * sheet.count / _LINES * page.grid
    for index, line in enumerate(lines):
        spaced = spread(line, wide, most=1.25)
        foot = middle + 0.38 * look.size - (len(lines) - 1 - index) * pitch
        sheet.lines.append(((page.width - spaced.width) / 2, foot, spaced))


def _back(block: Cover, sheet: _Sheet) -> bool:
    """The author's words above the rule, what report this is below it; whether there is room for all."""
    setting, measure, grid = sheet.setting, sheet.page.measure, sheet.page.grid
    report = setting.document.booklet.report
    words = f"{report.edition.period}\u3000{report.title}"
    foot = [
        *setting.ragged((Run(words),), "cover_foot", measure),
        *setting.ragged((Run(report.issuer),), "cover_foot", measure),
    ]
    first = sheet.line_at(_DATE) - (len(foot) - 1) * setting.style("cover_foot").leading
    said = _Said(block, sheet)
    top = sheet.line_at(_BACK_TITLE)
    contact = Centred(setting) if block.shows_contact else None
    if contact is not None and contact.least:  # on a low page the words give it room
        top = max(sheet.page.top, min(top, first - 2.5 * grid - contact.least - said.height))
    top = said.put(top)
    sheet.double_rule(first - grid)
    if contact is not None:
        sheet.add(contact.placed(top + 0.5 * grid, first - 2 * grid))
        top += 0.5 * grid + contact.least
    sheet.centred(foot, "cover_foot", first)
    return top <= first - 1.25 * grid


class _Said:
    """The author's words on the back: a title, steps with their words below each other, further lines."""

    def __init__(self, block: Cover, sheet: _Sheet) -> None:
        self.sheet = sheet
        setting, measure = sheet.setting, sheet.page.measure
        look = setting.style("cover_line")
        self.title = [line for one in block.lines[:1] for line in _lines(one, "back_title", sheet)]
        self.more = [line for one in block.lines[1:] for line in _lines(one, "code_site", sheet)]
        self.words = [setting.line_of((Run(step.word, strong=True),), "cover_line") for step in block.steps]
        self.lead = max((word.width for word in self.words), default=0.0) + look.size
        self.texts = [
            setting.ragged(setting.runs(step.text), "cover_line", measure - self.lead) for step in block.steps
        ]
        self.steps = sum(map(len, self.texts)) * look.leading
        grid = sheet.page.grid
        self.gaps = (grid if self.title else 0.0, grid / 2 if self.texts and self.more else 0.0)
        self.height = (
            len(self.title) * setting.style("back_title").leading + sum(self.gaps) + self.steps
            + len(self.more) * setting.style("code_site").leading
        )  # fmt: skip

    def put(self, top: float) -> float:
        """Set them from ``top`` on; where they end."""
        setting, sheet = self.sheet.setting, self.sheet
        sheet.centred(self.title, "back_title", top)
        top += len(self.title) * setting.style("back_title").leading + self.gaps[0]
        look = setting.style("cover_line")
        widest = max((line.width for lines in self.texts for line in lines), default=0.0)
        left = (sheet.page.width - self.lead - widest) / 2  # all begin there, in the middle as a whole
        foot = top + setting.baseline(look.leading, look.size)
        for word, lines in zip(self.words, self.texts, strict=True):
            sheet.lines.append((left, foot, word))
            for line in lines:
                sheet.lines.append((left + self.lead, foot, line))
                foot += look.leading
        top += self.steps + self.gaps[1]
        sheet.centred(self.more, "code_site", top)
        return top + len(self.more) * setting.style("code_site").leading


def _lines(prose: Prose, role: str, sheet: _Sheet) -> Sequence[SetLine]:
    return sheet.setting.ragged(sheet.setting.runs(prose), role, sheet.page.measure)
