"""Front and back cover of a book for everyone: towers as high as the tasks are done, the sun, waves and a strand.

Measures are those of a page of 148 by 210 millimetres, and grow with it.
"""

from collections.abc import Sequence

import msgspec

from reportgen.drawing import Begin, End, Mark, Rect
from reportgen.model.blocks import Cover
from reportgen.model.brand import LogoPlace
from reportgen.model.runs import Run
from reportgen.typeset.city import Site, draw_city
from reportgen.typeset.codes import code_in_corner, contact_on_dark
from reportgen.typeset.logo import Side, logo_marks
from reportgen.typeset.pages.piece import Piece, PlacedLine, as_artifact
from reportgen.typeset.setting import LESSER, Setting, stacked
from reportgen.typeset.shapes import disc, hill, outlined
from reportgen.typeset.tasks import Group, cover_alt, groups_of
from reportgen.typeset.text import SetLine, place_line, set_title

_MM = 72 / 25.4
_OWN = (148.0 * _MM, 210.0 * _MM)
_MARGIN = 14.0  # millimetres, as all that follow
_PERIOD, _TITLE = 24.0, 48.0  # baselines
_CODE = 34.0  # the foot of a code in the upper corner
_LOGO = 5.0  # where a logo's panel begins
_STRAND = 188.5  # where the strip at the foot begins
_CLEAR = 14.0  # points below the last line: with what its pitch leaves, 5 mm from the knife
_WAVES = (177.25, 185.6, 193.9)  # where the rows of half discs stand
_WAVE = 9.25  # their radius
_GROUND = 167.0  # what is seen of a tower ends there or a little lower, behind the waves
_TALL = 75.0  # of a tower of 100 %
_ROOF = 7.0
_STEP = 15.4  # from tower to tower where there are few
_SUN = (110.0, 112.0, 30.0)
# Of the title's own size, and the most lines: the first with which it fits.
_SIZES = ((1.0, 2), (0.89, 2), (0.79, 2), (0.79, 3), (0.63, 3), (0.5, 3), (0.5, 4), (0.4, 5), (0.3, 8))


def set_towers(block: Cover, setting: Setting) -> list[Piece]:
    """A page of its own, drawn from its own corner."""
    for share in LESSER:
        sheet = _Sheet(setting.lessened(share))
        if sheet.back(block) if block.back else sheet.front(block):
            break
    height = setting.theme.page.height
    return [
        Piece(
            height,
            tuple(sheet.lines),
            under=tuple(sheet.marks),
            over=tuple(sheet.over),
            sheet=True,
            page="next",
            opens=True,
        )
    ]


class _Sheet:
    """The cover as it is drawn; ``k`` makes points of the millimetres above."""

    def __init__(self, setting: Setting) -> None:
        self.setting = setting
        page = setting.theme.page
        self.width, self.height = page.width, page.height
        self.down = page.height / _OWN[1] * _MM
        self.k = min(page.width / _OWN[0], page.height / _OWN[1]) * _MM
        self.margin = _MARGIN / 148.0 * page.width
        self.room = page.width - 2 * self.margin
        self.lines: list[PlacedLine] = []
        self.marks: list[Mark] = []
        self.over: list[Mark] = []
        self.said: SetLine | None = None  # what the towers show
        if setting.filled:
            self.marks.append(Rect(0.0, 0.0, page.width, page.height, setting.colour("primary")))

    def logo(self, place: LogoPlace, side: Side, foot: float) -> None:
        """From the upper edge to ``foot``, on a panel of paper where there is colour."""
        top = _LOGO * self.down
        room = (self.margin, top, self.room, foot - top)
        self.marks += logo_marks(place, room, side, self.setting, dark=self.setting.filled)

    def front_logo(self, block: Cover, period: Sequence[SetLine]) -> None:
        """Beside the period where there is room, else above it."""
        size, line = self.setting.style("cover_period").size, _PERIOD * self.down
        if not block.shows_contact and len(period) == 1 and period[0].width < self.room / 2 - size:
            self.logo("cover", "right", line + 0.12 * size)
        else:
            self.logo("cover", "left", line - 1.4 * size)

    def front(self, block: Cover) -> bool:
        """Period, title, subtitle in the sky; issuer and further lines on the strand. Whether there is room for all."""
        report = self.setting.document.booklet.report
        if block.shows_contact:
            lines, marks = code_in_corner(self.width - self.margin, _CODE * self.down, self.setting, high=True)
            self.lines += lines
            self.marks += marks
        period = self._ragged((Run(report.edition.period),), "cover_period")
        self.front_logo(block, period)
        y = self._stack(period, "cover_period", _PERIOD * self.down) + 0.6 * self.setting.style("cover_title").size
        y = self._title(report.title, max(y, _TITLE * self.down))
        if report.subtitle:
            y = self._stack(self._ragged((Run(report.subtitle),), "cover_line"), "cover_line", y)
        self._landscape(y)
        return self._strand(report.issuer, [self.setting.runs(line) for line in block.lines])

    def back(self, block: Cover) -> bool:
        """The same shore without towers, the author's words in the sky. Whether there is room for all."""
        report = self.setting.document.booklet.report
        self.logo("back", "left", _PERIOD * self.down)
        y = _TITLE * self.down
        for prose in block.lines[:1]:
            y = self._stack(self._ragged(self.setting.runs(prose), "back_title"), "back_title", y)
            y += 0.5 * self.setting.style("back_title").leading
        y = self._steps(block, y)
        pitch = self.setting.style("cover_line").leading
        for prose in block.lines[1:]:
            y = self._stack(self._ragged(self.setting.runs(prose), "cover_line"), "cover_line", y) + 0.15 * pitch
        low = (_WAVES[0] - _WAVE) * self.down - 0.5 * self.margin
        if block.shows_contact:
            lines, marks = contact_on_dark((y, low), self.margin, self.room, self.setting)
            self.lines += lines
            self.marks += marks
            low = min(
                [low, *(top - line.size for _, top, line in lines), *(one.y for one in marks if isinstance(one, Rect))]
            )
        self._waves()
        fits = self._strand(f"{report.edition.period}\u3000{report.title}", [(Run(report.issuer),)])
        return fits and y - pitch < low

    def _steps(self, block: Cover, y: float) -> float:
        """A word in the strand's colour before each sentence; where the next line would stand."""
        style = self.setting.style("cover_line")
        for step in block.steps:
            word = self.setting.line(step.word, "cover_period")
            self.lines.append((self.margin, y, word))
            indent = max(2.0 * self.setting.style("cover_period").size, word.width + style.size)
            lines = self.setting.ragged(self.setting.runs(step.text), "cover_line", self.room - indent, style.colour)
            self.lines += stacked(lines, style.leading, y - 0.08 * word.size, self.margin + indent)
            y += style.leading * (max(1, len(lines)) + 0.6)
        return y + (0.8 * style.leading if block.steps else 0.0)

    def _ragged(self, runs: Sequence[Run], role: str) -> tuple[SetLine, ...]:
        """Lines in the colour of their role, links too."""
        return self.setting.ragged(runs, role, self.room, self.setting.style(role).colour)

    def _stack(self, lines: Sequence[SetLine], role: str, first: float) -> float:
        """Set lines below each other; where the next would stand."""
        pitch = self.setting.style(role).leading
        self.lines += stacked(lines, pitch, first, self.margin)
        return first + pitch * len(lines)

    def _title(self, words: str, first: float) -> float:
        """The title as large as it fits; where a line of small type below it would stand."""
        setting, own = self.setting, self.setting.look("cover_title")
        style, scale = setting.style("cover_title"), self.room / (120.0 * _MM)
        for share, most in _SIZES:
            look = msgspec.structs.replace(own, size=own.size * share * scale)
            lines = set_title(setting.text, (Run(words),), look, self.room)
            if len(lines) <= most:
                break
        pitch = style.leading * look.size / style.size
        first -= own.size * scale - look.size if own.size * scale > look.size else 0.0
        self.lines += stacked(lines, pitch, first, self.margin)
        return first + pitch * (len(lines) - 1) + 1.6 * setting.style("cover_line").leading

    def _landscape(self, sky: float) -> None:
        """Sun, towers and waves; ``sky``: no tower reaches above it."""
        x, y, r = (value * self.k for value in _SUN)
        groups = groups_of(self.setting)
        foot = _GROUND * self.down
        x, y = x / self.k / 148.0 * self.width, max(y / self.k * self.down, sky + r)
        y = min(y, foot - 0.4 * r)
        self.marks.append(Begin("Figure", alt=cover_alt(groups)) if groups else Begin("Artifact"))
        sun, colour = disc(x, y, r, self.setting.colour("sand")), self.setting.colour("sand")
        self.marks.append(sun if self.setting.filled else outlined(sun, colour, 3.0))
        if groups:
            self._city(groups, sky)
        else:
            self._waves(inside=True)
        self.marks.append(End())

    def _city(self, groups: Sequence[Group], sky: float) -> None:
        """The towers; on the strand what they show, where the issuer leaves room."""
        setting = self.setting
        ground, roof = _GROUND * self.down, _ROOF * self.k
        tall = min(_TALL * self.down, ground - sky - 1.4 * roof - 0.5 * setting.style("label").leading)
        bright = (_SUN[0] - _SUN[2]) / 148.0 * self.width
        site = Site(self.margin, self.room, ground, _WAVES[0] * self.down, tall, roof, _STEP * self.k, bright)
        marks, words = draw_city(groups, site, setting)
        self.marks += marks
        self._waves(inside=True)
        issuer = setting.line(setting.document.booklet.report.issuer, "cover_issuer")
        lines = (setting.line(one, "cover_note") for one in words)
        self.said = next((one for one in lines if issuer.width + 2 * issuer.size + one.width <= self.room), None)

    def _waves(self, *, inside: bool = False) -> None:
        """Three rows of half discs over the whole width, and the strand below them."""
        colours = [self.setting.colour(name) for name in ("secondary", "primary", "secondary")]
        r = _WAVE * self.k
        filled, paper = self.setting.filled, self.setting.colour("paper")
        made: list[Mark] = []
        for row, (y, colour) in enumerate(zip(_WAVES, colours, strict=True)):
            base = y * self.down
            x = 0.0 if row % 2 == 0 else r
            while x - r < self.width:
                wave = hill(x, base, r, colour)
                made.append(wave if filled else outlined(wave, colour, 1.2, paper))
                x += 2 * r
            below = Rect(0.0, base - 0.4, self.width, (self.height - base) if row == 2 else r, colour)
            made.append(below if filled else msgspec.structs.replace(below, y=base + 0.6, fill=paper))
        strand = Rect(0.0, _STRAND * self.down, self.width, self.height, self.setting.colour("sand"))
        deep = self.height - strand.y
        made.append(msgspec.structs.replace(strand, height=deep if filled else 3.0))
        if not filled:
            made.append(Rect(0.0, strand.y + 3.0, self.width, deep - 3.0, paper))
        self.marks += made if inside else [Begin("Artifact"), *made, End()]

    def _strand(self, words: str, more: Sequence[Sequence[Run]]) -> bool:
        """Issuer and further lines on the strip at the foot; whether it holds them."""
        setting = self.setting
        lines = self._ragged((Run(words),), "cover_issuer")
        notes = [line for runs in more for line in self._ragged(runs, "cover_note")]
        first, pitch = setting.style("cover_issuer"), setting.style("cover_note").leading
        depth = self.height - _STRAND * self.down
        taken = first.leading * len(lines) + pitch * len(notes)
        y = self.height - depth + max(2.0, min((depth - taken) / 2, depth - taken - _CLEAR))
        foot = y + setting.baseline(first.leading, first.size)
        self.lines += stacked(lines, first.leading, foot, self.margin)
        if self.said is not None:  # part of the drawing: its words are those of the alternative text
            self.over += as_artifact(*place_line(self.said, self.width - self.margin - self.said.width, foot))
        y += first.leading * len(lines)
        self.lines += stacked(notes, pitch, y + setting.baseline(pitch, setting.style("cover_note").size), self.margin)
        return taken <= depth - 4.0
