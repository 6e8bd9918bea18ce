"""The axes of a plot: a line for the categories; figures for the values only where no labels say them."""

from decimal import Decimal

from reportgen.word.native.frame import Frame, Plot, Scale, width_of
from reportgen.word.native.paint import LABEL, SCALE, stroke

CATEGORIES, VALUES = 1, 2  # ids of the two
IDS = f'<c:axId val="{CATEGORIES}"/><c:axId val="{VALUES}"/>'
_BETWEEN = 8.0  # points between names where not all are printed


def axes_xml(frame: Frame, plot: Plot) -> str:
    """``c:catAx`` and ``c:valAx``; "" for a kind without them."""
    if plot.scale is None:
        return ""
    return _categories(frame, plot) + _values(frame, plot, plot.scale)


def _categories(frame: Frame, plot: Plot) -> str:
    paint = frame.paint
    zero = plot.scale is not None and (plot.scale.low is None or plot.scale.low <= 0)
    line = stroke(paint.colour("ink" if zero and plot.element != "line" else "rule"), 0.75)
    turns = {"level": 'rot="0" vert="horz"', "turned": 'rot="-5400000" vert="horz"', "thinned": ""}
    rules = f"<c:majorGridlines>{stroke(paint.colour('rule'), 0.75)}</c:majorGridlines>" if plot.uprights else ""
    skip = f'<c:tickLblSkip val="{_every(frame)}"/>' if frame.names == "thinned" else ""
    names = paint.text(LABEL, paint.colour("ink"), body=turns[frame.names])
    return (
        f'<c:catAx><c:axId val="{CATEGORIES}"/><c:scaling>'
        f'<c:orientation val="{"maxMin" if plot.reversed_ else "minMax"}"/></c:scaling><c:delete val="0"/>'
        f'<c:axPos val="{"l" if plot.lying else "b"}"/>{rules}<c:numFmt formatCode="General" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
        f'<c:tickLblPos val="low"/>{line}{names}'  # below negative bars too
        f'<c:crossAx val="{VALUES}"/><c:crosses val="{"min" if plot.uprights else "autoZero"}"/>'
        f'<c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/>{skip}<c:noMultiLvlLbl val="1"/></c:catAx>'
    )


def _every(frame: Frame) -> int:
    """Which names are printed: every so many that they do not touch."""
    widest = max(map(width_of, frame.data.categories)) + _BETWEEN
    return max(1, -int(-widest // frame.step(scaled=True)))


def _values(frame: Frame, plot: Plot, scale: Scale) -> str:
    paint = frame.paint
    grid = f"<c:majorGridlines>{stroke(paint.colour('track'), 0.5)}</c:majorGridlines>" if scale.is_shown else ""
    high = "" if scale.high is None else f'<c:max val="{_plain(scale.high)}"/>'
    low = "" if scale.low is None else f'<c:min val="{_plain(scale.low)}"/>'
    step = "" if scale.step is None else f'<c:majorUnit val="{_plain(scale.step)}"/>'
    return (
        f'<c:valAx><c:axId val="{VALUES}"/><c:scaling><c:orientation val="minMax"/>{high}{low}</c:scaling>'
        f'<c:delete val="{int(not scale.is_shown)}"/><c:axPos val="{"b" if plot.lying else "l"}"/>{grid}'
        '<c:numFmt formatCode="General;\N{MINUS SIGN}General" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>'
        f"<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>{paint.text(SCALE, paint.colour('grey'))}"
        f'<c:crossAx val="{CATEGORIES}"/><c:crosses val="{"max" if plot.reversed_ else "autoZero"}"/>'
        f'<c:crossBetween val="{"midCat" if plot.uprights else "between"}"/>{step}</c:valAx>'
    )


def _plain(value: Decimal) -> str:
    return f"{value:f}"
