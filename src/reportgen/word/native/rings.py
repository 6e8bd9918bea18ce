"""A whole and its parts: a ring from 12 o'clock with figures and shares on it, their names at its side."""

from math import cos, pi, sin, sqrt

import msgspec

from reportgen.model.spread import spread
from reportgen.word.native.derived import derived_shares
from reportgen.word.native.frame import Frame, Plot, width_of
from reportgen.word.native.labels import Label
from reportgen.word.native.paint import LABEL, WHITE, shape

_HOLE = 62  # per cent
_SMALL = 0.07  # of the whole: a part without room for its figure
_OUT = 12.0  # points from the ring to a figure beside it
_PITCH = 13.0  # of figures one below the other
_MARGIN, _NARROW = 0.12, 0.04  # of the height, above and below: with figures outside the ring, without


def plot_ring(frame: Frame) -> Plot:
    """The parts in the order of the categories; small ones have their figures outside."""
    data, marks = frame.data, frame.paint.marks
    shares = derived_shares(data)
    colours = [marks.part(data, at) for at in range(frame.count)]
    labels = [frame.label(0, at, "", ink=marks.on(colour)) for at, colour in enumerate(colours)]
    margin = _NARROW
    if shares is not None:
        labels = [
            None if label is None else msgspec.structs.replace(label, share=word, break_=True)
            for label, word in zip(labels, shares.words, strict=True)
        ]
        parts = [float(value or 0) for value in shares.values]
        if any(0 < part < _SMALL for part in parts):
            margin = _MARGIN
            labels = _moved(frame, labels, parts, margin)
    points = "".join(
        f'<c:dPt><c:idx val="{at}"/><c:bubble3D val="0"/>{shape(colour, WHITE)}</c:dPt>'
        for at, colour in enumerate(colours)
    )
    return Plot(
        "doughnut", '<c:varyColors val="1"/>', [shape(colours[0], WHITE) + points], [labels],
        tail=f'<c:firstSliceAng val="0"/><c:holeSize val="{_HOLE}"/>', place=_place(frame, margin), legend="r",
    )  # fmt: skip


def _moved(frame: Frame, labels: list[Label | None], parts: list[float], margin: float) -> list[Label | None]:
    """``labels`` with those of small parts beside the ring, one below the other at either side."""
    radius = frame.height * (1 - 2 * margin) / 2
    middle = radius * (1 + _HOLE / 100) / 2  # where a label stands by itself
    found = list(labels)
    angles = [(sum(parts[:at]) + part / 2) * 2 * pi for at, part in enumerate(parts)]
    for side in (1, -1):
        small = [
            at for at, part in enumerate(parts)
            if 0 < part < _SMALL and labels[at] is not None and (sin(angles[at]) >= 0) == (side > 0)
        ]  # fmt: skip
        small.sort(key=lambda at: -cos(angles[at]))
        wanted = [-cos(angles[at]) * (radius + LABEL) for at in small]
        half = frame.height / 2 - LABEL
        for at, y in zip(small, spread(wanted, _PITCH, -half, half) or wanted, strict=True):
            label = labels[at]
            assert label is not None  # only those that are told are small
            beside = sqrt(max(radius**2 - y**2, 0.0)) + _OUT + width_of(f"{label.words}（{label.share}）") / 2
            shift = (
                (side * beside - middle * sin(angles[at])) / frame.width,
                (y + middle * cos(angles[at])) / frame.height,
            )
            found[at] = msgspec.structs.replace(label, ink=frame.paint.colour("ink"), shift=shift, break_=False)
    return found


def _place(frame: Frame, margin: float) -> str:
    """A square at the left of the middle, so that ring and names stand together."""
    side = frame.height * (1 - 2 * margin)
    left = (frame.width * 0.36 - side / 2) / frame.width
    return (
        '<c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
        f'<c:x val="{left:.4f}"/><c:y val="{margin}"/><c:w val="{side / frame.width:.4f}"/>'
        f'<c:h val="{1 - 2 * margin:.4f}"/>'
    )
