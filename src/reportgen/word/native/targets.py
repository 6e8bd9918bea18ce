"""Bars against their targets: what is done fills the outline of what is asked."""

from decimal import Decimal

import msgspec

from reportgen.model.chart_figures import Magnitude, zero_ticks
from reportgen.word.native.derived import derived_shares
from reportgen.word.native.frame import LEGEND, Frame, Plot, figures, from_zero, width_of
from reportgen.word.native.labels import Label
from reportgen.word.native.paint import shape

_BESIDE = 8.0  # blank that a figure needs with its own width
_NAMES = 0.4  # of the width, at most, for names of rows
_LEAST = 0.3  # of the width, for the bars
_KEEP = '<c:invertIfNegative val="0"/>'
_EDGE = 0.75


def plot_targets(frame: Frame) -> Plot:
    """One bar over the other where both figures have room, else one below the other."""
    paint, shares = frame.paint, derived_shares(frame.data)
    assert shares is not None  # of a target there always are
    done, asked = (_told(frame, index) for index in (0, 1))
    done = [
        label if label is None or value is None else msgspec.structs.replace(label, share=word)
        for label, word, value in zip(done, shares.words, shares.values, strict=True)
    ]
    names = min(max(map(width_of, frame.data.categories)) + _BESIDE, frame.width * _NAMES)
    room = max((width_of(_words(label)) for label in (*done, *asked)), default=0.0) + _BESIDE
    length = max(frame.width - names - room, frame.width * _LEAST)
    places = _places(frame, done, length)
    fill = paint.colour("primary")
    target = shape("", paint.colour("ink"), _EDGE)
    if places is None:
        target = shape(paint.colour("track"), paint.colour("ink"), _EDGE)
    else:
        inside = paint.marks.on(fill)
        done = [_placed(label, place[0], inside) for label, place in zip(done, places, strict=True)]
        asked = [_placed(label, place[1], inside) for label, place in zip(asked, places, strict=True)]
    gap, overlap = (35, 0) if places is None else (67, 100)
    return Plot(
        "bar", '<c:barDir val="bar"/><c:grouping val="clustered"/><c:varyColors val="0"/>',
        [shape(fill) + _KEEP, target + _KEEP], [done, asked],
        tail=f'<c:gapWidth val="{gap}"/><c:overlap val="{overlap}"/>',
        scale=from_zero(frame, figures(frame.data), shown=False), legend="t", lying=True, reversed_=True,
        place=_place(frame, names, length),
    )  # fmt: skip


def _place(frame: Frame, names: float, length: float) -> str:
    """Between the names of rows and the figures at the longest bar's end, below the legend."""
    top = LEGEND / frame.height
    return (
        '<c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
        f'<c:x val="{names / frame.width:.4f}"/><c:y val="{top:.4f}"/>'
        f'<c:w val="{length / frame.width:.4f}"/><c:h val="{0.98 - top:.4f}"/>'
    )


def _words(label: Label | None) -> str:
    if label is None:
        return ""
    return label.words + (f"（{label.share}）" if label.share else "")


def _told(frame: Frame, series: int) -> list[Label | None]:
    return [frame.label(series, at, "outEnd") for at in range(frame.count)]


def _placed(label: Label | None, place: str, inside: str) -> Label | None:
    if label is None or place == "outEnd":
        return label
    return msgspec.structs.replace(label, place=place, ink=inside)


def _places(frame: Frame, done: list[Label | None], length: float) -> list[tuple[str, str]] | None:
    """Where the two figures of each row stand: the longer bar's at its end, the other's inside its own, or beside it
    in the room that is left; None where one of them has no room.
    """
    if frame.height - LEGEND < 14.0 * frame.count:  # points for a row
        return None
    known = [value for row in figures(frame.data) for value in row if value is not None]
    if any(value < 0 for value in known):
        return None
    size = Magnitude(known)
    scale = length / zero_ticks([[size.of(value) for value in known]])[-1]
    found = []
    for at, (actual, target) in enumerate(zip(*figures(frame.data), strict=True)):
        lengths = [size.of(value or Decimal(0)) * scale for value in (actual, target)]
        told = _words(done[at])
        wide = width_of(told) + _BESIDE
        if lengths[1] >= lengths[0]:
            if not told or lengths[0] >= wide:
                found.append(("inEnd", "outEnd"))
            elif lengths[1] - lengths[0] >= wide:
                found.append(("outEnd", "outEnd"))
            else:
                return None
        elif lengths[1] >= width_of(frame.data.series[1].words[at]) + _BESIDE or target is None:
            found.append(("outEnd", "inEnd"))
        else:
            return None
    return found
