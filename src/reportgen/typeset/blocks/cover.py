"""Front and back cover: the horizon is the time elapsed; every column is a task of this edition."""

from collections.abc import Sequence

import msgspec

from reportgen.drawing import Begin, End, Mark, Rect
from reportgen.model.blocks import Cover
from reportgen.model.brand import LogoPlace
from reportgen.model.runs import Run
from reportgen.typeset.codes import code_in_corner, contact_on
from reportgen.typeset.finish import draw_finish
from reportgen.typeset.horizon import Paints, Water, draw_columns
from reportgen.typeset.logo import logo_marks
from reportgen.typeset.pages.piece import Piece, PlacedLine, as_artifact
from reportgen.typeset.setting import LESSER, Setting, stacked
from reportgen.typeset.skyline import below_columns
from reportgen.typeset.tasks import Group, cover_alt, groups_of
from reportgen.typeset.text import SetLine, place_line, set_title

_MARGIN = 36.0
_HORIZON = 0.624  # of the height: where sky and sea meet when half of the time has elapsed, and at the year's end
_RANGE = (0.52, 0.74)  # within which the surface rises with the time
_RISE = 0.00535  # of the height, for each per cent of the time
_FIRST = 0.1337  # of the height: the first line's baseline
_LOGO = 22.0  # from the page's edge to a logo
_TITLE = 0.78  # of the room between the margins: a title's lines are no longer
_FOOT = 34.0  # from the page's edge to the last line
_CLEAR = 26.0  # from what is written in the sky to the highest column's figure
_KEY = 14.5  # from line to line of the key
# Of the title's own size, and the most lines: the first with which it fits.
_SIZES = ((1.0, 3), (0.8, 3), (0.63, 4), (0.5, 5), (0.4, 7), (0.3, 12))
_STEPS = 72.0  # from the title's last baseline to the rule of the steps
_APART = 21.0  # between two steps
_LEAD = 2.0  # em of a step's word: where its sentence begins
_LEAST = 96.0  # width of a step; narrower, and they stand below each other
_CODE = 90.0  # what a code takes of the water, with its blank


def set_cover(block: Cover, setting: Setting) -> list[Piece]:
    """A page of its own, drawn from its own corner."""
    for share in LESSER:
        sheet = _Sheet(block, setting.lessened(share))
        if not block.back:
            sheet.front()
            break
        if sheet.back() <= sheet.horizon - 12.0:
            break
    height = setting.theme.page.height
    return [Piece(height, tuple(sheet.lines), under=tuple(sheet.marks), sheet=True, page="next", opens=True)]


class _Sheet:
    """The cover as it is drawn. Where a theme wants no areas of colour, the sea is paper below a line."""

    def __init__(self, block: Cover, setting: Setting) -> None:
        self.block, self.setting = block, setting
        self.report = setting.document.booklet.report
        page = setting.theme.page
        self.width, self.height = page.width, page.height
        self.room = page.width - 2 * _MARGIN
        self.elapsed = self.report.edition.elapsed
        self.horizon = _horizon(self.elapsed) * page.height
        self.lines: list[PlacedLine] = []
        self.marks: list[Mark] = []
        self.filled = setting.filled
        self.word = "paper" if self.filled else "ink"  # in the water

    def logo(self) -> None:
        """Above the first line, as large as there is room for."""
        top, first = _LOGO, _FIRST * self.height
        place: LogoPlace = "back" if self.block.back else "cover"
        foot = first - 0.95 * self.setting.style("cover_period").size - 14.0
        self.marks += logo_marks(place, (_MARGIN, top, self.room, foot - top), "left", self.setting)

    # --- the front

    def front(self) -> None:
        """Period and title in the sky, the issuer and the author's lines in the sea, the tasks between them."""
        setting, report = self.setting, self.report
        self.logo()
        first = _FIRST * self.height
        period = setting.ragged((Run(report.edition.period),), "cover_period", self.room)
        y = self._stack(period, "cover_period", first)
        y = self._title(report.title, y)
        if report.subtitle:
            subtitle = setting.ragged((Run(report.subtitle),), "cover_line", self.room)
            pitch = setting.style("cover_line").leading
            y = self._stack(subtitle, "cover_line", y + 2 * pitch) - pitch
        foot = self.height - _FOOT
        words = [setting.line_of(setting.runs(prose), "cover_note", self._faint()) for prose in self.block.lines]
        pitch = setting.style("cover_note").leading
        issuers = setting.ragged((Run(report.issuer),), "cover_issuer", 0.5 * self.room, self.word)
        taken = max(pitch * (len(words) - 1), setting.style("cover_issuer").leading * (len(issuers) - 1))
        self._sea()
        low = foot - taken - 12.0
        code: list[Mark] = []
        if self.block.shows_contact:
            said, code = code_in_corner(self.width - _MARGIN, low - 6.0, setting)
            self.lines += said
            low -= _CODE if code else 0.0
        groups = groups_of(setting)
        if groups:
            key = self._key(groups, y)
            water = Water(_MARGIN, self.width - _MARGIN, self.horizon, key + _CLEAR, low - below_columns(setting))
            draw = draw_columns if self.elapsed < 100 else draw_finish
            self.marks += [Begin("Figure", alt=cover_alt(groups)), *draw(groups, water, self._paints(), setting), End()]
        self._surface()
        self.marks += code
        leading = setting.style("cover_issuer").leading
        self.lines += stacked(issuers, leading, foot - leading * (len(issuers) - 1), _MARGIN)
        for index, line in enumerate(words):
            self.lines.append((self.width - _MARGIN - line.width, foot - pitch * (len(words) - 1 - index), line))

    def _stack(self, lines: Sequence[SetLine], role: str, first: float) -> float:
        """Set lines below each other; where the next would stand."""
        pitch = self.setting.style(role).leading
        self.lines += stacked(lines, pitch, first, _MARGIN)
        return first + pitch * len(lines)

    def _title(self, words: str, first: float) -> float:
        """The title on even lines, as large as leaves the sky to the columns; its last baseline."""
        setting, own = self.setting, self.setting.look("cover_title")
        style = setting.style("cover_title")
        for share, most in _SIZES:
            look = msgspec.structs.replace(own, size=own.size * share)
            lines = set_title(setting.text, (Run(words),), look, self.room * (_TITLE if share == 1.0 else 1.0))
            if len(lines) <= most and first + style.leading * share * len(lines) < self.horizon - 0.1 * self.height:
                break
        pitch = style.leading * look.size / style.size
        first -= style.leading - pitch
        self.lines += stacked(lines, pitch, first, _MARGIN)
        return first + pitch * (len(lines) - 1)

    def _key(self, groups: Sequence[Group], last: float) -> float:
        """How to read the columns, flush right: beside the last line, or below it where that is long; its foot."""
        setting = self.setting
        tasks = [task for group in groups for task in group.tasks]
        there = sum(task.percent >= self.elapsed for task in tasks)
        reached, mark = "达线", f"水面就是时间的线：{_time(self.elapsed)}序时{self.elapsed:g}%"
        if self.elapsed >= 100:
            reached, mark = "完成", "橙线是全年目标；浅色是没有完成的部分"
        lines = [
            setting.line(f"{len(tasks)}项任务，{there}项{reached}", "group_title"),
            setting.line("一根柱，一项任务；柱高是完成率，%", "label", "grey"),
            setting.line(mark, "label", "grey"),
        ]
        left = self.width - _MARGIN - max(line.width for line in lines)
        if left < _MARGIN:
            return last
        first = last - 2 * _KEY
        beside = [(y + 0.2 * line.size) for x, y, line in self.lines if x + line.width + 24.0 > left]
        first = max([first, *(y + 14.0 for y in beside)])
        made: list[Mark] = []
        for index, line in enumerate(lines):
            made += place_line(line, self.width - _MARGIN - line.width, first + index * _KEY)
        self.marks += as_artifact(*made)
        return max(last, first + 2 * _KEY)

    def _faint(self) -> str:
        return "" if self.filled else "grey"

    def _sea(self) -> None:
        if self.filled:
            sea = Rect(0.0, self.horizon, self.width, self.height - self.horizon, self.setting.colour("primary"))
            self.marks.append(sea)

    def _surface(self) -> None:
        """The line of the time; at the year's end there is none, but paper needs an edge."""
        if self.elapsed < 100:
            self.marks.append(Rect(0.0, self.horizon - 0.75, self.width, 1.5, self.setting.colour("accent")))
        elif not self.filled:
            self.marks.append(Rect(0.0, self.horizon, self.width, 0.8, self.setting.colour("primary")))

    def _paints(self) -> Paints:
        if self.filled:
            return Paints("primary", "primary", "primary", "deep", self.word)
        return Paints("primary", "primary", "paper", "track", self.word)

    # --- the back

    def back(self) -> float:
        """What to do next, where to read more, whom to call; the sea runs round the spine. Where it reaches the sea."""
        setting, report = self.setting, self.report
        self._sea()
        self._surface()
        self.logo()
        y = self._back_title(_FIRST * self.height)
        if self.block.steps:
            reached = self._more(self._steps(y + min(_STEPS, 0.09 * self.height)))
        else:
            y += 1.25 * setting.style("cover_line").leading + setting.style("back_title").leading
            reached = self._more(y if self.block.lines else _FIRST * self.height)
        foot = self.height - _FOOT
        if self.block.shows_contact:
            lines, marks = contact_on((reached, self.horizon), foot - 18.0, _MARGIN, setting)
            self.lines += lines
            self.marks += marks
        words = setting.line(f"{report.edition.period}\u3000{report.title}", "cover_foot", self.word)
        issuer = setting.line(report.issuer, "cover_issuer", self.word)
        apart = words.width + issuer.width + 24.0 > self.room
        pitch = setting.style("cover_foot").leading
        if apart:
            made = setting.ragged((Run(words.text),), "cover_foot", self.room, self.word)
            after = setting.ragged((Run(issuer.text),), "cover_issuer", self.room, self.word)
            both = (*made, *after)
            self.lines += stacked(both, pitch, foot - pitch * (len(both) - 1), _MARGIN)
        else:
            self.lines += [(_MARGIN, foot, words), (self.width - _MARGIN - issuer.width, foot, issuer)]
        return reached

    def _back_title(self, y: float) -> float:
        """The first line: light down to its last break, heavy below it; its last baseline."""
        setting = self.setting
        last = y
        for prose in self.block.lines[:1]:
            for part, look in zip(_lead(setting.runs(prose)), ("cover_period", "back_title"), strict=True):
                made = setting.ragged(part, look, self.room) if part else ()
                pitch = setting.style(look).leading
                self.lines += stacked(made, pitch, y, _MARGIN)
                y += pitch * len(made)
                last = y - pitch if made else last
        return last

    def _steps(self, top: float) -> float:
        """Up to three beside each other, each hung from a rule: a word, then a sentence; where the next line goes."""
        setting, steps = self.setting, self.block.steps
        across = len(steps) if (self.room - _APART * 2) / 3 >= _LEAST else 1
        width = (self.room - _APART * (max(across, 3) - 1)) / max(across, 3) if across > 1 else self.room
        head, text = setting.style("group_title"), setting.style("source")
        foot = top
        for index, step in enumerate(steps):
            x = _MARGIN + (index % across) * (width + _APART)
            y = top if across > 1 else foot
            self.marks.append(Rect(x, y - 0.8, width, 0.8, setting.colour("ink")))
            word = setting.line(step.word, "group_title", "primary")
            self.lines.append((x, y + 22.0, word))
            indent = max(_LEAD * head.size, word.width + 0.6 * head.size)
            lines = set_title(setting.text, setting.runs(step.text), setting.look("label"), width - indent)
            self.lines += stacked(lines, text.leading, y + 21.0, x + indent)
            foot = max(foot, y + 21.0 + text.leading * len(lines) + (18.0 if across == 1 else 0.0))
        return foot + (36.0 if across > 1 else 18.0)

    def _more(self, y: float) -> float:
        """The further lines, below each other; the last baseline."""
        last = y
        style = self.setting.style("cover_line")
        for prose in self.block.lines[1:]:
            made = self.setting.ragged(self.setting.runs(prose), "cover_line", self.room)
            self.lines += stacked(made, style.leading, y, _MARGIN)
            y += style.leading * (len(made) + 0.25)
            last = y - 1.25 * style.leading
        return last


def _horizon(elapsed: float) -> float:
    """Where sky and sea meet, of the height: the more time has gone the higher, so that columns keep their scale."""
    if elapsed >= 100:
        return _HORIZON
    return min(max(_HORIZON - _RISE * (elapsed - 50), _RANGE[0]), _RANGE[1])


def _time(elapsed: float) -> str:
    return "时间过半，" if elapsed == 50 else ""


def _lead(title: tuple[Run, ...]) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
    """What stands above the last break that the author made in a title, and what stands below it.

    It is set as the period on the front cover is, so that both covers begin with a light line over a heavy one.
    """
    at = max((index for index, run in enumerate(title) if "\n" in run.text), default=-1)
    if at < 0:
        return (), title
    run = title[at]
    above, _, below = run.text.rpartition("\n")
    parts = [msgspec.structs.replace(run, text=text) for text in (above, below)]
    lead = (*title[:at], *parts[:1]) if above else title[:at]
    return lead, (*parts[1:], *title[at + 1 :]) if below else title[at + 1 :]
