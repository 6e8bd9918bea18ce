"""Bars of completion with one line for the time elapsed (序时) through all of them."""

from decimal import Decimal

import msgspec

from reportgen.drawing import Line, Mark, Rect
from reportgen.model.blocks import Progress
from reportgen.model.document import ProgressData
from reportgen.model.runs import Run
from reportgen.model.statuses import STATUSES, Status, progress_heads, status_word
from reportgen.typeset.pages.piece import Piece, PlacedLine, as_artifact, as_furniture
from reportgen.typeset.setting import Setting, stacked
from reportgen.typeset.shapes import box
from reportgen.typeset.statuses import status_colour, status_mark
from reportgen.typeset.text import SetLine, place_line

_PITCH, _CLOSE, _MANY = 1.25, 0.9, 6  # of the pitch of labels: from bar to bar; of more round ones than that
_BAR = 5.25
_ROUND = 7.4  # a bar with round ends
_SHARES = (0.327, 0.396)  # of the measure: where the bars begin, how long they are
_LEAST = 0.1  # of the measure: bars are that long at least
_PERCENT = 0.115  # of the measure: from the bar's end to the right edge of the percentages


def set_progress(block: Progress, id: str, setting: Setting) -> list[Piece]:
    """Title with the legend, a header with the time's label, a row for each bar, the source.

    Title and header come again above rows that go on over a page, two of which at least stand on either page.
    """
    bars = setting.document.progress.get(id, ())
    if not bars:
        return []  # reported by resolve
    scale = _scale(bars, setting)
    head = _header(scale, setting)
    pieces = _title(block, id, bars, setting)
    pieces.append(msgspec.structs.replace(head, keep=1, before=0.0 if pieces else setting.blank, snap=not pieces))
    pitch = _CLOSE if _rounded(setting) and len(bars) > _MANY else _PITCH
    rows = [_row(bar, scale, pitch * setting.row, setting) for bar in bars]
    repeat = (*_continued(block, setting), as_furniture(head))
    for index, row in enumerate(rows):
        keep = 1 if index in (0, len(rows) - 2) and index < len(rows) - 1 else 0
        rule = Rect(0.0, row.height, setting.measure, 0.4, setting.colour("rule"))
        under = row.under if index == len(rows) - 1 or _rounded(setting) else (*row.under, rule)
        pieces.append(msgspec.structs.replace(row, keep=keep, under=under, repeat=repeat, cut=_close(row, setting)))
    pieces[-1] = msgspec.structs.replace(pieces[-1], over=(*pieces[-1].over, *_close(pieces[-1], setting)))
    if block.source is not None:
        style = setting.style("source")
        lines = setting.ragged(setting.runs(block.source), "source", setting.measure)
        placed = stacked(lines, style.leading, setting.baseline(style.leading, style.size) + 2)
        pieces[-1] = msgspec.structs.replace(pieces[-1], keep=1)
        pieces.append(Piece(style.leading * len(lines), placed))
    pieces[-1] = msgspec.structs.replace(pieces[-1], after=setting.blank)
    if not pieces[0].anchors:
        pieces[0] = msgspec.structs.replace(pieces[0], anchors=(setting.document.anchors[id],))
    return pieces


def _rounded(setting: Setting) -> bool:
    """Whether bars have round ends and stand without rules."""
    return setting.theme.looks.progress == "rounded"


def _close(row: Piece, setting: Setting) -> tuple[Mark, ...]:
    if _rounded(setting):
        return ()
    return (Rect(0.0, row.height - 0.8, setting.measure, 0.8, setting.colour("ink")),)


def _title(block: Progress, id: str, bars: tuple[ProgressData, ...], setting: Setting) -> list[Piece]:
    legend, width = _legend(bars, setting)
    style = setting.style("group_title")
    foot = setting.baseline(style.leading, style.size)
    lines: tuple[SetLine, ...] = ()
    if block.title is not None:
        lines = setting.ragged(setting.runs(block.title), "group_title", setting.measure - width - style.size)
    height = style.leading * max(1, len(lines))
    shown = as_artifact(*_moved_down(legend, foot + height - style.leading, setting))
    return [
        Piece(
            height + setting.row / 4, stacked(lines, style.leading, foot), over=shown, before=setting.blank, snap=True,
            keep=2, anchors=(setting.document.anchors[id],),
        )
    ]  # fmt: skip


def _continued(block: Progress, setting: Setting) -> tuple[Piece, ...]:
    """The line above rows that go on. Furniture: the text has said it once."""
    if block.title is None:
        return ()
    line = setting.line_of((*setting.quoted(block.title), Run("（续）")), "caption_continued")
    if line.width > setting.measure:
        line = setting.line("（续上页）", "caption_continued")
    style = setting.style("caption")
    marks = place_line(line, 0.0, setting.baseline(style.leading, style.size))
    return (Piece(style.leading, over=as_artifact(*marks)),)


def _legend(bars: tuple[ProgressData, ...], setting: Setting) -> tuple[list[tuple[Status, float]], float]:
    """The statuses that occur with the left edges of their marks, and the legend's width."""
    found = {bar.status for bar in bars}
    shown: list[Status] = [status for status in STATUSES if status in found]
    widths = [_word(status, setting).width + 10.5 for status in shown]
    x = setting.measure - sum(widths) - 12 * (len(shown) - 1)
    total = setting.measure - x
    places: list[tuple[Status, float]] = []
    for status, width in zip(shown, widths, strict=True):
        places.append((status, x))
        x += width + 12
    return places, total


def _word(status: Status, setting: Setting) -> SetLine:
    return setting.line(status_word(status, setting.document.booklet.report.edition.elapsed), "label")


def _moved_down(legend: list[tuple[Status, float]], foot: float, setting: Setting) -> tuple[Mark, ...]:
    marks: list[Mark] = []
    for status, x in legend:
        marks += status_mark(status, x + 3.2, foot - 3.1, setting)
        marks += place_line(_word(status, setting), x + 10, foot)
    return tuple(marks)


class Scale(msgspec.Struct, frozen=True):
    """Where the bars begin, how long they are; the longest part of a percentage from its point on."""

    left: float
    length: float
    tail: float


def _scale(bars: tuple[ProgressData, ...], setting: Setting) -> Scale:
    """The bars' scale, shorter where a target is so long that it would reach the percentages."""
    left, length = _SHARES[0] * setting.measure, _SHARES[1] * setting.measure
    size = setting.style("label").size
    widest = max((setting.line(bar.target, "label").width for bar in bars if bar.target), default=0.0)
    over = left + length + _PERCENT * setting.measure + size - (setting.measure - widest)
    tails = (_percent(bar, setting).width - _whole(bar, setting) for bar in bars if bar.percent is not None)
    return Scale(left, max(_LEAST * setting.measure, length - max(0.0, over)), max(tails, default=0.0))


def _percent(bar: ProgressData, setting: Setting) -> SetLine:
    return setting.line(bar.words, "label_strong" if bar.percent is not None else "label")


def _whole(bar: ProgressData, setting: Setting) -> float:
    """The width of a percentage before its point."""
    return setting.line(bar.words.removesuffix("%").split(".")[0], "label_strong").width


def _elapsed(scale: Scale, setting: Setting) -> float:
    return scale.left + scale.length * setting.document.booklet.report.edition.elapsed / 100


def _header(scale: Scale, setting: Setting) -> Piece:
    """The scale's header; the time elapsed stands over its line and keeps clear of the columns' names."""
    style = setting.style("label")
    foot = setting.baseline(style.leading, style.size)
    left, length = scale.left, scale.length
    elapsed = setting.document.booklet.report.edition.elapsed
    heads = progress_heads(elapsed)
    task, done, target = (setting.line(heads[at], "table_header", "ink") for at in (0, 2, 3))
    done_at = left + length + _PERCENT * setting.measure - done.width
    lines: list[PlacedLine] = [(0.0, foot, task)]  # in the order of reading
    if heads[1]:
        line = setting.line_of((Run(heads[1], strong=True),), "table_header", "ink")
        x = min(_elapsed(scale, setting) - line.width / 2, done_at - style.size - line.width)
        lines.append((max(task.width + style.size / 2, x), foot, line))
    lines += [(done_at, foot, done), (setting.measure - target.width, foot, target)]
    if _rounded(setting):
        return Piece(style.leading, tuple(lines))
    ink = setting.colour("ink")
    under = (
        Rect(0.0, 0.0, setting.measure, 0.8, ink), Rect(0.0, style.leading - 0.4, setting.measure, 0.4, ink)
    )  # fmt: skip
    return Piece(style.leading, tuple(lines), under=under)


def _bar(at: tuple[float, float], length: float, colour: str, setting: Setting) -> Mark:
    """A bar from ``at``, the middle of its left end."""
    x, y = at
    if not _rounded(setting):
        return Rect(x, y - _BAR / 2, length, _BAR, colour)
    return box((x, y - _ROUND / 2), (length, _ROUND), _ROUND / 2, colour)


def _row(bar: ProgressData, scale: Scale, height: float, setting: Setting) -> Piece:
    """One bar; ``height`` with a name of one line."""
    row, pitch = setting.row, height
    left, length = scale.left, scale.length
    style = setting.style("label_medium")
    labels = setting.ragged((Run(bar.label),), "label_medium", left - 18)
    step = 0.75 * row
    height += step * (len(labels) - 1)
    foot = setting.baseline(pitch, style.size)
    middle = height / 2
    marks: list[Mark] = list(status_mark(bar.status, 3.4, middle, setting))
    marks.append(_bar((left, middle), length, setting.colour("track"), setting))
    if bar.percent is not None and bar.percent > 0:
        shown = float(min(bar.percent, Decimal(100))) / 100 * length
        marks.append(_bar((left, middle), shown, status_colour(bar.status, setting), setting))
    time = _elapsed(scale, setting)
    marks.append(Line(time, 0.0, time, height, 0.9, setting.colour("accent")))
    centred = foot + (height - pitch) / 2
    percent = _percent(bar, setting)
    right = left + length + _PERCENT * setting.measure
    begins = right - percent.width if bar.percent is None else right - scale.tail - _whole(bar, setting)
    lines: list[PlacedLine] = [(12.5, foot + step * index, line) for index, line in enumerate(labels)]
    lines.append((begins, centred, percent))  # points below each other
    if bar.target:
        target = setting.line(bar.target, "label")
        lines.append((setting.measure - target.width, centred, target))
    return Piece(height, tuple(lines), under=tuple(marks))
