"""Rows of people: a figure stands for so many, as round an amount as there is room for; exact values beside them."""

import re
from decimal import ROUND_HALF_UP, Decimal

from matplotlib.path import Path as Outline
from matplotlib.transforms import Affine2D

from reportgen.charts.rows import RowLabels, row_labels
from reportgen.charts.sheet import GAP, Sheet
from reportgen.model.chart_figures import tidy
from reportgen.model.document import ChartData

_TALL = 0.82  # of the grid, for a figure
_PITCH = 0.46  # of the grid, from one figure to the next
_ROUND = (1, 2, 5)
_VALUE_SHARE = 0.18
_MYRIAD = 10_000


def draw_people(sheet: Sheet, data: ChartData) -> float:
    """Draw and return the height. The values are known to be zero or more."""
    series = data.series[0]
    values = [sheet.value(word, sheet.width * _VALUE_SHARE) for word in series.words]
    widest = max(words.width for words in values) + 2 * GAP
    labels = row_labels(sheet, data.categories, sheet.width - widest)
    left = labels.width + widest
    if not labels.above and sheet.width - left < sheet.width * 0.3:
        names = tuple(sheet.lettering.lines(text, sheet.label, sheet.width) for text in data.categories)
        labels = RowLabels(names, 0.0, True)
        left = widest
    pitch = sheet.grid * _PITCH
    each = amount(series.values, int((sheet.width - left) / pitch))
    y = _key(sheet, left, f"＝{_said(each, data.unit)}")
    for row, value in enumerate(series.values):
        lines, over = labels.lines[row], labels.over(row)
        height = max(sheet.grid * 1.25, labels.tallest)
        middle = y + over + height / 2
        if over:
            for index, words in enumerate(lines):
                sheet.put(words, 0.0, y + (index + 0.5) * over / len(lines) + 1.5 + words.centre)
        else:
            sheet.put_lines(lines, 0.0, middle)
        sheet.put(values[row], left - GAP, middle + values[row].centre, align=1.0)
        many = 0 if value is None else int((value / each).quantize(Decimal(1), ROUND_HALF_UP))
        tall = sheet.grid * _TALL
        places = [(left + (at + 0.5) * pitch, middle - tall / 2) for at in range(many)]
        if places:
            sheet.shape(_figures(places, tall), fill=sheet.paints.bar(data, 0, row))
        y += over + height
    return y


def amount(values: tuple[Decimal | None, ...], most: int) -> Decimal:
    """What one figure stands for: 1, 2 or 5 times a power of ten, so that no row has more than ``most`` figures."""
    known = [value for value in values if value]
    if not known:
        return Decimal(1)
    largest = max(known)
    finest = min(0, *(int(value.normalize().as_tuple().exponent) for value in known))  # no half a person
    power = max(finest, largest.adjusted() - len(str(most)))
    while True:
        for step in _ROUND:
            each = Decimal(step).scaleb(power)
            if (largest / each).quantize(Decimal(1), ROUND_HALF_UP) <= most:
                return each
        power += 1


def _said(each: Decimal, unit: str) -> str:
    """An amount in the unit of the values: 5万人, 200人, 20万人."""
    unit = re.split("[，、：]", unit)[-1]
    if each >= _MYRIAD and not unit.startswith(("万", "亿")):
        return f"{tidy(each / _MYRIAD)}万{unit}"
    return tidy(each) + unit


def _figures(places: list[tuple[float, float]], tall: float) -> Outline:
    """Standing people ``tall`` high whose heads' tops are at ``places``: a head and a body with round shoulders."""
    wide, round_ = 0.36, 0.16  # of the height
    half, corner = wide / 2, wide / 2 - 0.01
    body = Outline(
        [
            (-half, 1.0), (-half, 0.32 + corner), (-half, 0.32), (-half + corner, 0.32), (half - corner, 0.32),
            (half, 0.32), (half, 0.32 + corner), (half, 1.0), (-half, 1.0),
        ],
        [
            Outline.MOVETO, Outline.LINETO, Outline.CURVE3, Outline.CURVE3, Outline.LINETO, Outline.CURVE3,
            Outline.CURVE3, Outline.LINETO, Outline.CLOSEPOLY,
        ],
    )  # fmt: skip
    head = Outline.unit_circle().transformed(Affine2D().scale(round_ * 0.9).translate(0.0, round_ * 0.9))
    figure = Outline.make_compound_path(head, body)
    return Outline.make_compound_path(
        *(figure.transformed(Affine2D().scale(tall).translate(*place)) for place in places)
    )


def _key(sheet: Sheet, left: float, text: str) -> float:
    """A figure and what it stands for, above the rows; returns the height it takes."""
    tall = sheet.grid * 0.6
    middle = sheet.grid / 2
    grey = sheet.colour("grey")
    words = sheet.value(text, sheet.width - left - tall, grey, regular=True)
    sheet.shape(_figures([(left + tall / 3, middle - tall / 2)], tall), fill=grey)
    sheet.put(words, left + tall * 0.75, middle + words.centre)
    return sheet.grid
