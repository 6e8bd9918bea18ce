"""Front and back cover: the horizon is the time elapsed; every column is a task of this edition."""

from collections.abc import Sequence

import msgspec

from reportgen.drawing import Mark, Rect
from reportgen.model.blocks import Cover
from reportgen.model.runs import Run
from reportgen.typeset.codes import code_in_corner, contact_on
from reportgen.typeset.pages.piece import Piece, PlacedLine
from reportgen.typeset.setting import Setting, set_title, stacked
from reportgen.typeset.text import SetLine

_MARGIN = 36.0
_FOOT = 70.0  # of the sea's lower part: what columns leave free
_HORIZON = 0.624  # of the height: where sky and sea meet
_FULL = 0.535  # of the height: 0 to 100 %
_COLUMN = 0.68  # of the step


def set_cover(block: Cover, setting: Setting) -> list[Piece]:
    """A page of its own, drawn from its own corner."""
    return [_back(block, setting) if block.back else _front(block, setting)]


def _front(block: Cover, setting: Setting) -> Piece:
    report = setting.document.booklet.report
    page = setting.theme.page
    style = setting.style("cover_title")
    room = page.width - 2 * _MARGIN
    period = setting.ragged((Run(report.edition.period),), "cover_period", room)
    title = set_title(setting, (Run(report.title),), "cover_title", room)
    first = 0.1337 * page.height
    lines: list[PlacedLine] = list(stacked(period, style.leading, first, _MARGIN))
    y = first + style.leading * len(period)
    lines += stacked(title, style.leading, y, _MARGIN)
    y += style.leading * len(title)
    under = setting.style("cover_line")
    if report.subtitle:
        subtitle = setting.ragged((Run(report.subtitle),), "cover_line", room)
        lines += stacked(subtitle, under.leading, y - style.leading + 2 * under.leading, _MARGIN)
    foot = page.height - 34.0
    issuer = setting.line(report.issuer, "cover_issuer", "paper")
    lines.append((_MARGIN, foot, issuer))
    notes = _extra(block, foot, setting)
    lines += notes
    horizon = _HORIZON * page.height
    code: list[Mark] = []
    free = _FOOT
    if block.shows_contact:
        low = min([foot, *(baseline for _, baseline, _ in notes)]) - 18.0
        said, code = code_in_corner(page.width - _MARGIN, low, setting)
        lines += said
        free = page.height - low + 90.0 if code else _FOOT
    sea = _sea((horizon, page.height - free), y, setting)
    return Piece(page.height, tuple(lines), under=(*sea, *code), sheet=True, page="next", opens=True)


def _extra(block: Cover, foot: float, setting: Setting) -> list[PlacedLine]:
    """The author's further lines, flush right above the foot."""
    page = setting.theme.page
    made: list[SetLine] = [setting.line_of(setting.runs(prose), "cover_note", "paper") for prose in block.lines]
    pitch = setting.style("cover_note").leading
    return [
        (page.width - _MARGIN - line.width, foot - pitch * (len(made) - 1 - index), line)
        for index, line in enumerate(made)
    ]


def _sea(sea: tuple[float, float], sky_from: float, setting: Setting) -> tuple[Mark, ...]:
    """``sea``: the horizon, and how far down the columns may reach."""
    page = setting.theme.page
    horizon = sea[0]
    marks: list[Mark] = [Rect(0.0, horizon, page.width, page.height - horizon, setting.colour("primary"))]
    groups = _groups(setting)
    if groups:
        marks += _columns(groups, sea, sky_from, setting)
    marks.append(Rect(0.0, horizon - 0.75, page.width, 1.5, setting.colour("accent")))
    return tuple(marks)


def _groups(setting: Setting) -> list[list[float]]:
    """The completions of all tasks in per cent, by section."""
    found: dict[str, list[float]] = {}
    for block, bars in setting.document.progress.items():
        known = [min(100.0, float(bar.percent)) for bar in bars if bar.percent is not None]
        found.setdefault(block.split("/")[0], []).extend(known)
    return [bars for bars in found.values() if bars]


def _columns(
    groups: Sequence[Sequence[float]], sea: tuple[float, float], sky_from: float, setting: Setting
) -> list[Mark]:
    """Above the water what is done beyond the time elapsed, below it what is behind."""
    page = setting.theme.page
    horizon, depth = sea
    elapsed = setting.document.booklet.report.edition.elapsed
    full = _FULL * page.height
    if elapsed < 100:  # the tallest column stays clear of the title
        full = min(full, (horizon - sky_from) / (100 - elapsed) * 100)
    if elapsed > 0:
        full = min(full, (depth - horizon) / elapsed * 100)
    count = sum(len(bars) for bars in groups)
    gap = 8.0
    room = page.width - 2 * _MARGIN - gap * (len(groups) - 1)
    step = min(room / (count - 1 + _COLUMN), 60.0) if count > 1 else 60.0
    width = _COLUMN * step
    zero = horizon + full * elapsed / 100
    marks: list[Mark] = []
    x = _MARGIN
    for bars in groups:
        for percent in bars:
            top = zero - full * percent / 100
            if top < horizon:
                marks.append(Rect(x, top, width, horizon - top, setting.colour("primary")))
            marks.append(Rect(x, max(top, horizon), width, zero - max(top, horizon), setting.colour("deep")))
            x += step
        x += gap
    return marks


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


def _back(block: Cover, setting: Setting) -> Piece:
    report = setting.document.booklet.report
    page = setting.theme.page
    horizon = _HORIZON * page.height
    room = page.width - 2 * _MARGIN
    lines: list[PlacedLine] = []
    style = setting.style("cover_line")
    y = 0.1337 * page.height
    for index, prose in enumerate(block.lines):
        runs = setting.runs(prose)
        role = "back_title" if index == 0 else "cover_line"
        lead, runs = _lead(runs) if index == 0 else ((), runs)
        for part, look in ((lead, "cover_period"), (runs, role)):
            made = setting.ragged(part, look, room) if part else ()
            pitch = setting.style(look).leading
            lines += stacked(made, pitch, y, _MARGIN)
            y += pitch * len(made)
        y += style.leading if index == 0 else 0.25 * style.leading
    foot = page.height - 34.0
    more, codes = _contact(block, y, setting)
    lines += more
    lines.append((_MARGIN, foot, setting.line(f"{report.edition.period}\u3000{report.title}", "cover_foot", "paper")))
    issuer = setting.line(report.issuer, "cover_issuer", "paper")
    lines.append((page.width - _MARGIN - issuer.width, foot, issuer))
    marks: list[Mark] = [
        Rect(0.0, horizon, page.width, page.height - horizon, setting.colour("primary")),
        Rect(0.0, horizon - 0.75, page.width, 1.5, setting.colour("accent")),
    ]
    return Piece(page.height, tuple(lines), under=(*marks, *codes), sheet=True, page="next", opens=True)


def _contact(block: Cover, sky_from: float, setting: Setting) -> tuple[list[PlacedLine], list[Mark]]:
    """What the report says of itself elsewhere, in the sky below ``sky_from`` and in the sea."""
    if not block.shows_contact:
        return [], []
    page = setting.theme.page
    return contact_on((sky_from, _HORIZON * page.height), page.height - 34.0 - 18.0, _MARGIN, setting)
