"""A ballot: departments by grades with a box to tick in each, how to fill it in beside samples, a code at the foot.

Measures are those of an A4 page of 156 mm of type; on a smaller one columns are narrower and a leaf has fewer rows,
boxes and rows keep their size.
"""

from collections.abc import Sequence
from math import floor
from typing import NamedTuple

import msgspec

from reportgen.drawing import Rect
from reportgen.model.blocks import Ballot
from reportgen.model.forms import BallotData, BallotRow
from reportgen.model.runs import Run
from reportgen.typeset.forms import BOX, ROW, FormSheet, form_name
from reportgen.typeset.pages.piece import Piece, PlacedLine
from reportgen.typeset.setting import Setting, set_title, stacked
from reportgen.typeset.text import SetLine, set_line
from reportgen.units import POINTS_PER_MM as MM

_HEAD = 10.0 * MM
_GROUP = 8.0 * MM  # the row above it that names what is judged
_TALLEST = 12.0 * MM  # of a row, where there are few
_DROP = 3.0 * MM  # more above the instructions, where there is room
_SAMPLES = 42.0 * MM  # wide
_SAMPLE_HEAD = 7.0 * MM
_SAMPLE_GAP = 3.0 * MM
_GAP = 11.0 * MM  # above the table, where there is room
_LEAST_GAP = 3.0 * MM
_GRADE = 22.0 / 156.0  # of the measure: a grade's column
_NUMBER = 12.0 * MM
_CODE = (24.0 * MM, 20.0 * MM)  # on pages of this measure and more, and below
_WIDE = 120.0 * MM
_CLOSE = 1.45  # em from line to line of instructions on small pages


class _Columns(NamedTuple):
    """Widths in points: numbers, departments, one grade; ``groups``: so many stand side by side; ``role`` of names."""

    number: float
    name: float
    grade: float
    groups: int
    role: str


class _Row(NamedTuple):
    """Boxes of a sample, ``step`` apart."""

    boxes: int
    step: float

    @property
    def width(self) -> float:
        """To the word behind them."""
        return (self.boxes - 1) * self.step + BOX + 1.5 * MM


def set_ballot(block: Ballot, id: str, setting: Setting) -> list[Piece]:
    """A leaf for as many departments as fit on it, each whole in itself: one can be handed in without the others."""
    data = setting.document.forms[id]
    assert isinstance(data, BallotData)
    if not data.rows:
        return []  # reported by resolve
    columns = _columns(data, setting)
    if columns is None:
        setting.text.sink.error("ballot-wide", setting.text.spot)
        return []
    trial = _Sheet(data, setting, columns, again=True)
    if trial.room(_LEAST_GAP) < max(trial.height(row, ROW) for row in data.rows):
        setting.text.sink.error("form-full", setting.text.spot)
        return []
    pieces: list[Piece] = []
    groups: Sequence[str] = data.groups or ("",)
    for begin in range(0, len(groups), columns.groups):
        shares = _shares(data, columns, setting)
        fullest = max(sum(trial.height(row, ROW) for row in rows) for rows in shares)
        drop = max(0.0, min(_DROP, trial.room(_GAP) - fullest))
        for turn, rows in enumerate(shares):
            sheet = _Sheet(data, setting, columns, form_name(block, id, setting), drop, again=bool(pieces))
            told = "" if turn or columns.groups >= len(groups) else "Reach-on" if begin else "Reach"
            sheet.fill(rows, range(begin, min(begin + columns.groups, len(groups))), said=begin > 0, told=told)
            anchor = "" if pieces else setting.document.anchors[id]
            pieces.append(sheet.piece(anchor))
    return pieces


def _columns(data: BallotData, setting: Setting) -> _Columns | None:
    """As many groups side by side as there is room for; None where not even one has room.

    Names of departments are of the larger size where they and the heads of the grades then fit on a line each.
    """
    number = setting.line(data.heads[0], "form_grade_small").width + _inset(setting) + 6.0
    number = max(number, min(_NUMBER, 0.077 * setting.measure))
    least = max(9.0 * MM, max(_half(grade, setting) for grade in data.grades) + 1.5 * MM)
    whole = max(_wanted(grade, setting) for grade in data.grades) + 1.0 * MM
    for groups in range(max(1, len(data.groups)), 0, -1):
        count = groups * len(data.grades)
        for role in ("form_name", "form_small"):
            longest = max(setting.line(row.name, role).width for row in data.rows) + 2.5 * MM
            grade = min(_GRADE * setting.measure, (setting.measure - number - longest) / count)
            if grade >= max(whole, least):
                return _Columns(number, setting.measure - number - count * grade, grade, groups, role)
        half = 0.5 * (setting.measure - number)
        grade = max(least, min(_GRADE * setting.measure, (setting.measure - number - min(longest, half)) / count))
        name = setting.measure - number - count * grade
        if name >= 7.5 * setting.style("form_small").size:
            return _Columns(number, name, grade, groups, "form_small")
    return None


def _inset(setting: Setting) -> float:
    """What the first column keeps from the edge of a header row on a colour."""
    look = setting.theme.looks.table
    return look.inset if look.fill else 0.0


def _wanted(grade: str, setting: Setting) -> float:
    """How wide a grade is as it is best read: on one line, one of four characters and more on two."""
    return _half(grade, setting) if len(grade) > 3 else setting.line(grade, "form_grade_small").width


def _half(grade: str, setting: Setting) -> float:
    """How wide a grade is on two lines."""
    return max(setting.line(part, "form_grade_small").width for part in _halves(grade))


def _halves(grade: str) -> tuple[str, str]:
    """A grade on two lines: 基本 and 满意, 不 and 了解."""
    at = 1 if len(grade) < 4 and grade[0] in "不未较很" else (len(grade) + 1) // 2
    return grade[:at], grade[at:]


def _shares(data: BallotData, columns: _Columns, setting: Setting) -> list[Sequence[BallotRow]]:
    """The departments of each leaf, about as many on each as on the others."""
    trial = _Sheet(data, setting, columns, again=True)
    room = trial.room(_LEAST_GAP)
    heights = [trial.height(row, ROW) for row in data.rows]
    counts: list[int] = []
    taken = 0.0
    for height in heights:
        if counts and taken + height <= room + 0.01:
            counts[-1] += 1
            taken += height
        else:
            counts.append(1)
            taken = height
    even = -(-len(heights) // len(counts))
    if all(sum(heights[at : at + even]) <= room + 0.01 for at in range(0, len(heights), even)):
        counts = [min(even, len(heights) - at) for at in range(0, len(heights), even)]
    shares: list[Sequence[BallotRow]] = []
    at = 0
    for count in counts:
        shares.append(data.rows[at : at + count])
        at += count
    return shares


class _Sheet(FormSheet):
    """A ballot's page. ``top``: where the instructions end. ``drop``: more blank above them."""

    def __init__(
        self, data: BallotData, setting: Setting, columns: _Columns, name: str = "", drop: float = 0.0, *, again: bool
    ) -> None:  # fmt: skip
        super().__init__(setting, name, again=again)
        self.data, self.columns = data, columns
        y = self.title(data.title, data.subtitle)
        self.top = self._how(y + 0.4 * setting.style("form_text").leading + drop)
        self.code = _CODE[0] if setting.measure >= _WIDE else _CODE[1]
        self.low = self.foot_top() - 3.0 * MM
        self.head = _HEAD + (_GROUP if data.groups else 0.0)
        self.inset = _inset(setting)

    def foot_top(self) -> float:
        """How far down the table may reach, measured without drawing."""
        trial = FormSheet(self.setting)
        return trial.foot(self.data.foot, self.code)

    def room(self, gap: float) -> float:
        """What rows may take."""
        return self.low - self.top - gap - self.head

    # --- how to fill it in

    def _how(self, y: float) -> float:
        """Instructions with the samples at their right, or below them where that is too narrow; where they end.

        On small pages they are of the smaller size, closer together: rows to tick are worth more.
        """
        setting, data = self.setting, self.data
        role, pitch = "form_text", setting.style("form_text").leading
        if self.measure < _WIDE:
            role = "form_small"
            pitch = min(pitch, _CLOSE * setting.style(role).size)
        size = setting.style(role).size
        hang = 2.0 * size
        beside = self.measure - _SAMPLES - 8.0 * MM
        longest = max(setting.line_of(setting.runs(one), role).width for one in data.instructions)
        side = bool(data.samples) and hang + min(longest, 18.0 * size) <= beside
        room = (beside if side else self.measure) - hang
        lines: list[PlacedLine] = [(0.0, y + self.first("form_head", pitch), setting.line(data.how, "form_head"))]
        at = y + pitch
        for number, prose in enumerate(data.instructions, 1):
            made = setting.ragged(setting.runs(prose), role, room)
            lines.append((0.0, at + self.first(role, pitch), setting.line(f"{number}.", role)))
            lines += stacked(made, pitch, at + self.first(role, pitch), hang)
            at += pitch * len(made)
        self.say(lines, again=self.again)
        if not data.samples:
            return at
        if side:
            return max(at, self._samples_beside(y, pitch))
        return self._samples_below(at)

    def _samples_beside(self, y: float, pitch: float) -> float:
        setting, data = self.setting, self.data
        left = self.measure - _SAMPLES + 5.0 * MM
        self.say([(left, y + self.first("form_head", pitch), setting.line(data.sample, "form_head"))], again=self.again)
        for index in range(len(data.samples)):
            self._sample(index, left, y + pitch * (index + 1), pitch, _Row(min(len(data.grades), 4), 6.6 * MM))
        foot = y + pitch * (len(data.samples) + 1)
        self.under.append(Rect(left - 5.0 * MM, y, 0.4, foot - y, setting.colour("ink")))
        return foot

    def _samples_below(self, y: float) -> float:
        """In one row behind their word or below it, of fewer boxes if need be; else in as many rows as they take."""
        head = self.setting.line(self.data.sample, "form_head")
        total = len(self.data.samples)
        rows = [_Row(min(len(self.data.grades), count), 6.0 * MM) for count in (4, 3)]
        behind = head.width + 1.5 * _SAMPLE_GAP
        for left in (behind, 0.0):
            for row in rows:
                step = self._sample_width(row) + _SAMPLE_GAP
                if left + total * step - _SAMPLE_GAP <= self.measure:
                    return self._samples_from(y, left, row, total)
        step = self._sample_width(rows[1]) + _SAMPLE_GAP
        return self._samples_from(y, 0.0, rows[1], max(1, int((self.measure + _SAMPLE_GAP) / step)))

    def _samples_from(self, y: float, left: float, row: _Row, abreast: int) -> float:
        """Rows of samples, ``abreast`` in each, from ``left``: behind their word, or at 0 below it; where they end."""
        head = self.setting.line(self.data.sample, "form_head")
        high = ROW if left else _SAMPLE_HEAD
        self.say([(0.0, y + self.first("form_head", high), head)], again=self.again)
        y += 0.0 if left else _SAMPLE_HEAD - 1.0 * MM
        step = self._sample_width(row) + _SAMPLE_GAP
        for index in range(len(self.data.samples)):
            down, across = divmod(index, abreast)
            self._sample(index, left + across * step, y + down * ROW, ROW, row)
        return y + ROW * -(-len(self.data.samples) // abreast)

    def _sample_width(self, row: _Row) -> float:
        return row.width + max(self.setting.line(one, "form_small").width for one in self.data.samples)

    def _sample(self, index: int, x: float, y: float, pitch: float, row: _Row) -> None:
        """Boxes as they are ticked rightly, wrongly, not at all, and the word for it."""
        ticked = (1, 2, 0)[index]
        for box in range(row.boxes):
            self.box(x + box * row.step, y + (pitch - BOX) / 2, ticked=box < ticked)
        word = self.setting.line(self.data.samples[index], "form_small")
        self.say([(x + row.width, y + self.first("form_small", pitch), word)], again=self.again)

    # --- the table

    def fill(self, rows: Sequence[BallotRow], groups: range, *, said: bool, told: str) -> None:
        """The table with ``rows`` and ``groups``; ``said``: names of departments stand on a leaf before.

        ``told``: the role of heads of groups that stand on several leaves, so that a reader has them in one row.
        """
        spare = self.room(_LEAST_GAP) - sum(self.height(row, ROW) for row in rows)
        least = ROW if spare <= 0 else max(ROW, min(_TALLEST, 0.8 * (self.room(_GAP)) / len(rows)))
        heights = [self.height(row, least) for row in rows]
        gap = max(_LEAST_GAP, min(_GAP, self.low - self.top - self.head - sum(heights)))
        top = self.top + gap
        y = top + self.head
        self._heads(top, groups, told)
        for index, height in enumerate(heights):
            if index % 2:
                at = y + sum(heights[:index])
                self.under.append(Rect(0.0, at, self.measure, height, self.setting.colour("band")))
        for index, (row, height) in enumerate(zip(rows, heights, strict=True)):
            self._row(row, y, height, groups, said=said)
            y += height
            last = index == len(rows) - 1
            self.rule(y - (0.8 if last else 0.2), 0.8 if last else 0.4, "ink" if last else "rule")
        self._uprights(top, y, groups)
        self.foot(self.data.foot, self.code)
        self.tear_line(self.data.foot.stub)

    def _lines(self, row: BallotRow) -> tuple[str, tuple[SetLine, ...]]:
        """A department's name, never abbreviated: on several lines where it is longer than its column."""
        room = self.columns.name - 2.0 * MM
        role = self.columns.role
        return role, set_title(self.setting, (Run(row.name),), role, room)

    def height(self, row: BallotRow, least: float) -> float:
        """Of a department's row."""
        role, lines = self._lines(row)
        return max(least, len(lines) * self.setting.style(role).leading + 3.0 * MM if len(lines) > 1 else 0.0)

    def _heads(self, top: float, groups: range, told: str) -> None:
        """The header row, as the theme has them: between rules or on a colour."""
        setting, data, columns, again = self.setting, self.data, self.columns, self.again
        fill = setting.theme.looks.table.fill
        colour = setting.style("table_header").colour if fill else setting.colour("ink")
        if fill:
            self.under.append(Rect(0.0, top, self.measure, self.head, fill))
        else:
            self.rule(top, 0.8)
            self.rule(top + self.head - 0.4, 0.4)
        foot = top + self.head - _HEAD
        anew = again and not told
        self.begin(told, 0)
        for place, group in enumerate(groups if data.groups else ()):
            left = self._left(place * len(data.grades))
            wide = columns.grade * len(data.grades)
            names = setting.ragged((Run(data.groups[group]),), "form_grade_small", wide - 1.0 * MM, colour)
            pitch = setting.style("form_grade_small").leading
            first = top + (_GROUP - pitch * len(names)) / 2 + self.first("form_grade_small")
            for index, line in enumerate(names):
                self.centred(line, left + wide / 2, first + index * pitch, again=anew)
            self.under.append(Rect(left + 1.0 * MM, foot - 0.25, wide - 2.0 * MM, 0.25, colour))
        self.end(told)
        size = self._grade_size()
        number = setting.line(data.heads[0], "form_grade_small", colour)
        self.say([(self.inset, foot + self.first("form_grade_small", _HEAD), number)], again=again)
        name, drop = self._sized(data.heads[1], size, colour)
        self.say([(columns.number, foot + drop, name)], again=again)
        self.begin(told, 1)
        for place in range(len(groups) * len(data.grades)):
            middle = self._left(place) + columns.grade / 2
            self._grade(data.grades[place % len(data.grades)], middle, (foot, size), colour, again=anew)
        self.end(told)

    def _grade_size(self) -> float:
        """The largest size at which every grade stands on a line; 0: they need two."""
        largest, least = (self.setting.style(role).size for role in ("form_grade", "form_grade_small"))
        widest = max(self.setting.line(grade, "form_grade").width for grade in self.data.grades)
        size = min(largest, floor(2.0 * largest * (self.columns.grade - 1.0 * MM) / widest) / 2.0)
        return size if size >= least else 0.0

    def _sized(self, text: str, size: float, colour: str) -> tuple[SetLine, float]:
        """A head of ``size`` (0: the smaller one), and its baseline in the header row."""
        role = "form_grade" if size else "form_grade_small"
        look = self.setting.look(role, colour)
        if size:
            look = msgspec.structs.replace(look, size=size)
        return set_line(self.setting.text, (Run(text),), look), self.setting.baseline(_HEAD, look.size)

    def _grade(self, grade: str, middle: float, how: tuple[float, float], colour: str, *, again: bool) -> None:
        """The head of a column, on two lines of the smaller size where one has no room; ``how``: its top, its size."""
        y, size = how
        line, drop = self._sized(grade, size, colour)
        if line.width <= self.columns.grade - 1.0 * MM:
            self.centred(line, middle, y + drop, again=again)
            return
        role = "form_grade_small"
        pitch = self.setting.style(role).leading
        for part, at in zip(_halves(grade), (-pitch / 2, pitch / 2), strict=True):
            self.centred(self.setting.line(part, role, colour), middle, y + drop + at, again=again)

    def _left(self, place: int) -> float:
        """The left edge of a grade's column, counted over all groups side by side."""
        return self.columns.number + self.columns.name + place * self.columns.grade

    def _row(self, row: BallotRow, y: float, height: float, groups: range, *, said: bool) -> None:
        setting, data, columns = self.setting, self.data, self.columns
        number = setting.line(str(row.number), "form_small")
        middle = self.inset + setting.line(data.heads[0], "form_grade_small").width / 2
        self.centred(number, middle, y + self.first("form_small", height), again=said)
        role, lines = self._lines(row)
        pitch = setting.style(role).leading
        first = y + (height - pitch * len(lines)) / 2 + self.first(role)
        self.say(stacked(lines, pitch, first, columns.number), again=said)
        for place, group in enumerate(groups):
            judged = f"{row.name}：{data.groups[group]}" if data.groups else row.name
            name = f"{row.section}#{group + 1}" if data.groups else row.section
            question = judged if data.groups else f"{row.name}：{data.asked}"
            for at, grade in enumerate(data.grades):
                x = self._left(place * len(data.grades) + at) + (columns.grade - BOX) / 2
                top = y + (height - BOX) / 2
                self.tick(x, top, "choice", name, f"{judged}：{grade}", value=grade, question=question)

    def _uprights(self, top: float, foot: float, groups: range) -> None:
        """A rule before each group, a fine one before a grade that is not part of the scale; none on a colour."""
        data, ink = self.data, self.setting.colour("ink")
        fill = self.setting.theme.looks.table.fill
        for place in range(len(groups)):
            if data.groups and len(groups) > 1:
                begin = top + (self.head if fill else 0.0)
                self.under.append(Rect(self._left(place * len(data.grades)), begin, 0.4, foot - begin, ink))
            if data.aside:
                x = self._left((place + 1) * len(data.grades) - 1)
                begin = top + self.head - (0.0 if fill else _HEAD)
                self.under.append(Rect(x, begin, 0.4, foot - begin, ink))
