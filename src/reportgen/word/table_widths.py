"""The widths of a table's columns in a draft: figures keep what they need, words share what is left."""

import re
from collections.abc import Sequence

import msgspec

from reportgen.model.blocks import Column
from reportgen.model.columns import Need, eased, fitted, not_below
from reportgen.word.pagination import em_width

_LATIN = 0.06  # em: what letters and the figures of some fonts are wider than half an em
_WIDE = re.compile("[A-Z%@&]")
_WIDER = 0.3  # em: what these are, beside
_AUTOSPACE = 0.25  # em: the blank that Word sets between Han characters and figures
_MEETING = re.compile(r"(?<=[\u2e80-\u9fff])(?=[0-9A-Za-z])|(?<=[0-9A-Za-z%])(?=[\u2e80-\u9fff])")  # where it sets one
_SURE = 0.1  # em: what rounding takes
_LOSS = 1.0  # em: the blank at the end of a line that a mark or a figure had no room in
_TALL = 4.1  # em: what a name beside several rows claims at most
_OPEN_ENDED = ("text", "label", "quoted")
# What columns claim for as long as all have room for it: figures no more than this share of the measure, words and
# headers so many em.
_CLAIMS = ((1 / 3, 5.0, 3.0), (1 / 4, 5.0, 2.0), (1 / 4, 4.0, 2.0), (1 / 5, 2.0, 2.0), (1 / 6, 2.0, 1.0))


class Text(msgspec.Struct, frozen=True):
    """A cell of one column: its row (-1: the header's), what it says, its size, how many rows it reaches over.

    ``more``: points that it takes at its right for its point to stand below the others'.
    """

    row: int
    words: str
    size: float
    rows: int = 1
    more: float = 0.0


def text_width(text: str) -> float:
    """The width in em of words on one line, with the blanks that Word sets in it, at most."""
    latin = len(text) - (len(text.encode("utf-8")) - len(text)) / 2
    taken = em_width(text) + _AUTOSPACE * len(_MEETING.findall(text))
    return taken + _LATIN * max(0.0, latin) + _WIDER * len(_WIDE.findall(text)) if latin else taken


def column_widths(
    columns: Sequence[Column], cells: Sequence[Sequence[Text]], besides: Sequence[float], measure: float, size: float
) -> list[float]:
    """Widths in points that add up to ``measure``; ``cells`` and what stands ``besides`` are by column.

    Widths given by the author are shares, but for what a column does not need and another would wrap without. Else
    nothing wraps where there is room, and the columns of words take what is left; where there is none, as little wraps
    as can be. ``size`` is that of the table's text.
    """
    needs = _needs(columns, cells, besides, measure, size)
    naturals = [need.natural for need in needs]
    given = [column.width for column in columns]
    if all(width is not None for width in given):
        known = sum(width or 0.0 for width in given)
        shares = [(width or 0.0) / known * measure for width in given]
        return not_below(eased(shares, naturals), [need.least for need in needs])
    needs = _with_wishes(needs, given, measure)
    widths = naturals if sum(naturals) <= measure else fitted(needs, measure, _LOSS * size)
    return _filled(columns, widths, naturals, measure)


def is_crowded(
    columns: Sequence[Column], cells: Sequence[Sequence[Text]], besides: Sequence[float], measure: float, size: float
) -> bool:
    """Whether the columns have no room for the least that they claim; arguments as of ``column_widths``."""
    return sum(need.least for need in _needs(columns, cells, besides, measure, size)) > measure


def _with_wishes(needs: Sequence[Need], given: Sequence[float | None], measure: float) -> list[Need]:
    """Columns that have widths where others have none: shares of the measure, as far as half the room goes."""
    wished = sum(width or 0.0 for width in given)
    if not wished:
        return list(needs)
    share = min(0.8, wished) * measure / wished
    extra = [
        max(0.0, min((width or 0.0) * share, need.natural) - need.least)
        for need, width in zip(needs, given, strict=True)
    ]
    room = max(0.0, measure - sum(need.least for need in needs)) / 2
    part = min(1.0, room / sum(extra)) if sum(extra) else 0.0
    return [
        msgspec.structs.replace(need, least=need.least + more * part)
        for need, more in zip(needs, extra, strict=True)
    ]  # fmt: skip


def _filled(
    columns: Sequence[Column], widths: Sequence[float], naturals: Sequence[float], measure: float
) -> list[float]:
    """What is left goes to columns that lack something, then to those of words in the share of what they have."""
    spare = max(0.0, measure - sum(widths))
    lacks = [max(0.0, natural - width) for natural, width in zip(naturals, widths, strict=True)]
    part = min(1.0, spare / sum(lacks)) if sum(lacks) else 0.0
    widths = [width + lack * part for width, lack in zip(widths, lacks, strict=True)]
    spare = max(0.0, measure - sum(widths))
    taking = [at for at, column in enumerate(columns) if column.is_words and column.width is None]
    taking = taking or [at for at, column in enumerate(columns) if column.width is None]
    whole = sum(widths[at] for at in taking) or 1.0
    return [width + (spare * width / whole if at in taking else 0.0) for at, width in enumerate(widths)]


def _needs(
    columns: Sequence[Column], cells: Sequence[Sequence[Text]], besides: Sequence[float], measure: float, size: float
) -> list[Need]:
    parts = [
        tuple((one.row, tuple(_width(line, one) for line in one.words.split("\n")), one.rows) for one in column)
        for column in cells
    ]
    widest = [_widest(column, found) for column, found in zip(cells, parts, strict=True)]
    leasts: list[float] = []
    for figures, words, heads in _CLAIMS:
        leasts = [
            beside + max(
                min(body, (words + _SURE) * size if column.type in _OPEN_ENDED else figures * measure),
                min(head, (heads + _SURE) * size),
            )
            for column, (body, head), beside in zip(columns, widest, besides, strict=True)
        ]  # fmt: skip
        if sum(leasts) <= measure:
            break
    return [Need(least, beside, found) for least, beside, found in zip(leasts, besides, parts, strict=True)]


def _width(line: str, one: Text) -> float:
    return (text_width(line) + _SURE) * one.size + one.more if line else 0.0


def _widest(column: Sequence[Text], parts: Sequence[tuple[int, tuple[float, ...], int]]) -> tuple[float, float]:
    """The widest line of a column's cells, and of its header."""
    body = head = 0.0
    for one, (_, widths, _) in zip(column, parts, strict=True):
        if one.row < 0:
            head = max(head, *widths)
        else:
            # a name beside several rows has as many lines for nothing
            body = max(body, *(min(wide, _TALL * one.size) if one.rows > 1 else wide for wide in widths))
    return body, head
