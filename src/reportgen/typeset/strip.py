"""The tasks of a department below its key numbers, where it opens: each against its plan, said in full further on."""

from collections.abc import Sequence

import msgspec

from reportgen.drawing import Line, Mark
from reportgen.model.document import ProgressData
from reportgen.model.statuses import Status, status_word
from reportgen.typeset.pages.piece import Piece, as_artifact
from reportgen.typeset.pages.sheet import stacked_items
from reportgen.typeset.scene import room_below
from reportgen.typeset.setting import Setting
from reportgen.typeset.shapes import box
from reportgen.typeset.statuses import status_colour, status_mark
from reportgen.typeset.text import SetLine, place_line

_TITLE = "对着计划看进度"
_FEW, _MOST = 4, 12  # so many stand below each other; so many in two columns
_PITCH = 1.0  # of the grid: from row to row where they stand below each other
_TWO = 1.4  # where each has its bar below its name
_GUTTER = 21.0
_BAR = 7.4  # a bar is so high
_SHARES = (0.31, 0.45)  # of the measure: where a bar begins, how long it is
_APART, _FIELD = 3.0, 12.0  # between two fields; a field's height
_MARK = 11.0  # from a light's left edge to the name


def below_board(section: str, cards: Sequence[Piece], setting: Setting) -> list[Piece]:
    """The strip for the foot of the page that ``section`` opens on, below its ``cards``; none where it has no room.

    The first that has room: bars beside their names, bars below them in two columns, a field for each task.
    """
    bars = _bars(section, setting)
    if not bars:
        return []
    room = room_below(setting.section(section), setting)
    for made in (_in_rows, _in_columns, _in_fields):
        strip = made(bars, setting)
        if strip is not None:
            depth = stacked_items(enumerate((*cards, strip)), setting.grid)[1] - strip.after
            if depth <= room:
                return [strip]
    return []


def _bars(section: str, setting: Setting) -> list[ProgressData]:
    """The section's tasks of known completion; what two blocks show counts once."""
    found = {
        (bar.label, bar.percent): bar
        for block, bars in setting.document.progress.items() if block.split("/", 1)[0] == section
        for bar in bars if bar.percent is not None
    }  # fmt: skip
    return list(found.values())


def _said(bar: ProgressData, setting: Setting) -> SetLine:
    """How much of how much, or the share alone where the plan is not told."""
    actual, target = bar.actual, bar.target
    if not actual or not target:
        return setting.line(bar.words, "label_strong")
    same = next((at for at in range(1, len(actual)) if target.endswith(actual[at:]) and actual[at].isalpha()), 0)
    return setting.line(f"{actual[:same] if same else actual} / {target}", "label_strong")


def _title(setting: Setting) -> tuple[list[Mark], float]:
    """The title, and its baseline."""
    style = setting.style("group_title")
    foot = setting.baseline(style.leading, style.size)
    return list(place_line(setting.line(_TITLE, "group_title"), 0.0, foot)), foot


def _head(setting: Setting) -> tuple[list[Mark], float]:
    """The title, with what the fine line in the bars is; and the height it takes."""
    marks, foot = _title(setting)
    style = setting.style("group_title")
    elapsed = setting.document.booklet.report.edition.elapsed
    if elapsed < 100:
        time = setting.line(f"序时{elapsed:g}%", "label")
        x = setting.measure - time.width
        marks += place_line(time, x, foot)
        middle = foot - 0.36 * time.size
        marks.append(Line(x - 5.0, middle - 5.0, x - 5.0, middle + 5.0, 0.9, setting.colour("accent")))
    return marks, style.leading + 0.35 * setting.grid


def _drawn(bar: ProgressData, at: tuple[float, float], length: float, setting: Setting) -> list[Mark]:
    """A bar from ``at``, the middle of its left end, with the line of the time elapsed."""
    x, y = at
    marks: list[Mark] = [box((x, y - _BAR / 2), (length, _BAR), _BAR / 2, setting.colour("track"))]
    share = min(max(float(bar.percent or 0), 0.0), 100.0) / 100
    if share:
        done = (max(share * length, _BAR), _BAR)
        marks.append(box((x, y - _BAR / 2), done, _BAR / 2, status_colour(bar.status, setting)))
    elapsed = setting.document.booklet.report.edition.elapsed
    if elapsed < 100:
        time = x + length * elapsed / 100
        marks.append(Line(time, y - _BAR / 2 - 1.8, time, y + _BAR / 2 + 1.8, 0.9, setting.colour("accent")))
    return marks


def _in_rows(bars: Sequence[ProgressData], setting: Setting) -> Piece | None:
    """Name, bar and figures beside each other; None for too many, or where a name or figures have no room."""
    if len(bars) > _FEW:
        return None
    names = [setting.line(bar.label, "label_medium") for bar in bars]
    said = [_said(bar, setting) for bar in bars]
    left, length = (share * setting.measure for share in _SHARES)
    if any(line.width > left - _MARK - 8.0 for line in names):
        return None
    if any(line.width > setting.measure - left - length - 8.0 for line in said):
        return None
    marks, top = _head(setting)
    pitch = _PITCH * setting.grid
    for index, bar in enumerate(bars):
        foot = top + pitch * index + setting.baseline(pitch, names[index].size)
        middle = foot - 0.36 * names[index].size
        marks += status_mark(bar.status, 3.4, middle, setting)
        marks += place_line(names[index], _MARK, foot)
        marks += _drawn(bar, (left, middle), length, setting)
        marks += place_line(said[index], setting.measure - said[index].width, foot)
    return _piece(marks, top + pitch * len(bars), setting)


def _in_columns(bars: Sequence[ProgressData], setting: Setting) -> Piece | None:
    """Two columns, each bar below its name and its figures; None where these have no room beside each other."""
    if len(bars) > _MOST:
        return None
    width = (setting.measure - _GUTTER) / 2
    names = [setting.line(bar.label, "label_medium") for bar in bars]
    said = [_said(bar, setting) for bar in bars]
    if any(_MARK + name.width + 6.0 + line.width > width for name, line in zip(names, said, strict=True)):
        said = [setting.line(bar.words, "label_strong") for bar in bars]
    if any(_MARK + name.width + 6.0 + line.width > width for name, line in zip(names, said, strict=True)):
        return None
    marks, top = _head(setting)
    pitch, rows = _TWO * setting.grid, -(-len(bars) // 2)
    for index, bar in enumerate(bars):
        x, y = index // rows * (width + _GUTTER), top + pitch * (index % rows)
        foot = y + 0.72 * setting.grid
        marks += status_mark(bar.status, x + 3.4, foot - 0.36 * names[index].size, setting)
        marks += place_line(names[index], x + _MARK, foot)
        marks += place_line(said[index], x + width - said[index].width, foot)
        marks += _drawn(bar, (x, foot + 0.46 * setting.grid), width, setting)
    return _piece(marks, top + pitch * rows, setting)


def _in_fields(bars: Sequence[ProgressData], setting: Setting) -> Piece | None:
    """A field for each task in the colour of its state, those furthest first; each state's mark, word and number."""
    marks, foot = _title(setting)
    elapsed = setting.document.booklet.report.edition.elapsed
    states: list[Status] = [bar.status for bar in sorted(bars, key=lambda bar: -float(bar.percent or 0))]
    x = setting.measure
    for status in reversed(list(dict.fromkeys(states))):
        line = setting.line(f"{status_word(status, elapsed)}{states.count(status)}项", "label")
        x -= line.width
        marks += place_line(line, x, foot)
        x -= _MARK - 3.4
        marks += status_mark(status, x, foot - 0.36 * line.size, setting)
        x -= 3.4 + line.size
    step = (setting.measure + _APART) / len(states)
    if x < setting.line(_TITLE, "group_title").width or step < 2 * _APART:
        return None
    top = setting.style("group_title").leading + 0.35 * setting.grid
    for index, status in enumerate(states):
        size = (step - _APART, _FIELD)
        marks.append(box((index * step, top), size, 0.5 * _BAR, status_colour(status, setting)))
    return _piece(marks, top + _FIELD, setting)


def _piece(marks: Sequence[Mark], height: float, setting: Setting) -> Piece:
    grid = setting.grid / 4
    return msgspec.structs.replace(
        Piece(-(-height // grid) * grid, over=as_artifact(*marks)), before=setting.grid, after=setting.grid
    )
