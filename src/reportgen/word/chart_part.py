"""Charts that Word draws itself, so that a department can edit their data.

python-pptx writes the plot; four things are mended: axis ids must not be negative, every shape needs a fill of its
own (readers without our theme draw none), texts need East Asian fonts, and the workbook is ours (``workbook.py``).
"""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any, cast

import msgspec
from lxml import etree

from reportgen.model.document import ChartData, ChartSeries
from reportgen.theme import Theme
from reportgen.word.chart_ends import figure_range, is_crowded, label_shifts, plot_place, turn_of
from reportgen.word.runs import attribute, escaped
from reportgen.word.workbook import number_format

_C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SPACES = f'xmlns:c="{_C}" xmlns:a="{_A}" xmlns:r="{_R}"'
_LABEL_SIZE = 10.0
_WHITE = "FFFFFF"
_LINES = ("line", "slope")  # kinds that are line charts to Word


class _Paint(msgspec.Struct, frozen=True):
    """The colours and fonts of a chart; colours without #."""

    palette: tuple[str, ...]
    ink: str
    grey: str
    rule: str
    track: str
    latin: str
    east_asia: str

    def text(self, size: float, colour: str, bold: bool = False) -> str:
        """``c:txPr`` of a text."""
        weight = ' b="1"' if bold else ' b="0"'
        return (
            f'<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="{round(size * 100)}"{weight}>'
            f'{_solid(colour)}<a:latin typeface="{attribute(self.latin)}"/>'
            f'<a:ea typeface="{attribute(self.east_asia)}"/>'
            '</a:defRPr></a:pPr><a:endParaRPr lang="zh-CN"/></a:p></c:txPr>'
        )

    def over(self, fill: str) -> str:
        """The colour of text that is legible on ``fill``."""
        red, green, blue = (int(fill[at : at + 2], 16) / 255 for at in (0, 2, 4))
        return _WHITE if 0.2126 * red**2.2 + 0.7152 * green**2.2 + 0.0722 * blue**2.2 < 0.22 else self.ink


def chart_xml(data: ChartData, theme: Theme, height: float, span: tuple[Decimal, Decimal] | None = None) -> bytes:
    """The chart part of ``data``, ``height`` points high; its workbook is its relationship ``rId1``.

    ``span``: it is one of several panels, which share this scale and have their series' name as title.
    """
    caption = theme.draft.styles["caption"]
    paint = _Paint(
        palette=tuple(colour.removeprefix("#") for colour in theme.palette),
        ink=theme.colours["ink"][1:], grey=theme.colours["grey"][1:], rule=theme.colours["rule"][1:],
        track=theme.colours["track"][1:],
        latin=caption.ascii, east_asia=caption.east_asia,
    )  # fmt: skip
    space: Any = etree.fromstring(_written(data).encode("utf-8"))
    for name in ("axId", "crossAx"):
        for element in space.iter(f"{{{_C}}}{name}"):
            element.set("val", str(element.get("val")).lstrip("-"))
    plot = next(element for element in _one(space, "plotArea") if element.tag.endswith("Chart"))
    for labels in plot.findall(f"{{{_C}}}dLbls"):
        plot.remove(labels)
    shifts = [label_shifts(data, end, (height, _LABEL_SIZE)) for end in (0, 1)] if data.type == "slope" else []
    for index, element in enumerate(plot.findall(f"{{{_C}}}ser")):
        _dress_series(element, index, data, paint, shifts)
    _dress_plot(plot, data.type)
    _dress_axes(space, data, paint)
    _dress_space(space, data, paint, crowded=is_crowded(shifts))
    if span is not None:
        _make_panel(space, data.series[0].name, span, paint)
    return etree.tostring(space, xml_declaration=True, encoding="UTF-8", standalone=True)


def _written(data: ChartData) -> str:
    from pptx.chart import data as pptx_data  # only a draft with charts pays for it
    from pptx.chart import xmlwriter
    from pptx.enum.chart import XL_CHART_TYPE

    kinds = {
        "column": XL_CHART_TYPE.COLUMN_CLUSTERED,
        "bar": XL_CHART_TYPE.BAR_CLUSTERED,
        "line": XL_CHART_TYPE.LINE_MARKERS,
        "slope": XL_CHART_TYPE.LINE_MARKERS,
        "area": XL_CHART_TYPE.AREA if len(data.series) == 1 else XL_CHART_TYPE.AREA_STACKED,
        "stacked": XL_CHART_TYPE.COLUMN_STACKED,
        "doughnut": XL_CHART_TYPE.DOUGHNUT,
    }
    written: Any = cast(Any, pptx_data).CategoryChartData()  # python-pptx has types, but not here
    written.categories = data.categories
    for series in data.series:
        written.add_series(series.name, [None if value is None else _plain(value) for value in series.values])
    xml: str = cast(Any, xmlwriter).ChartXmlWriter(kinds[data.type], written).xml
    return xml


def _plain(value: Decimal) -> str:
    return format(value, "f")


def _one(parent: Any, name: str) -> Any:
    return next(parent.iter(f"{{{_C}}}{name}"))


def _made(xml: str) -> Any:
    return etree.fromstring(f"<made {_SPACES}>{xml}</made>")[0]


def _solid(colour: str) -> str:
    return f'<a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>'


def _shape(fill: str, edge: str = "") -> str:
    line = f'<a:ln w="12700">{_solid(edge)}</a:ln>' if edge else "<a:ln><a:noFill/></a:ln>"
    return f"<c:spPr>{_solid(fill)}{line}</c:spPr>"


def _stroke(colour: str, width: float, dash: str = "") -> str:
    style = f'<a:prstDash val="{dash}"/>' if dash else ""
    return f'<c:spPr><a:ln w="{round(width * 12700)}">{_solid(colour)}{style}</a:ln></c:spPr>'


def _fills(index: int, data: ChartData, paint: _Paint) -> tuple[str, list[str]]:
    """The fill of a series, and of each of its points."""
    own = paint.palette[index % len(paint.palette)]
    count = len(data.categories)
    if data.type == "slope":  # its lines are the categories: those the title speaks of stand out
        own = paint.palette[0] if index in data.emphasis or not data.emphasis else paint.rule
        return own, [own] * count
    if data.type == "doughnut":
        others = (paint.rule, paint.grey, paint.track) if data.emphasis else paint.palette
        turn = 0
        points = []
        for at in range(count):
            if at in data.emphasis:
                points.append(paint.palette[0])
            else:
                points.append(others[turn % len(others)])
                turn += 1
        return own, points
    if data.emphasis and len(data.series) == 1:
        return paint.rule, [paint.palette[0] if at in data.emphasis else paint.rule for at in range(count)]
    return own, [own] * count


def _dress_series(
    element: Any, index: int, data: ChartData, paint: _Paint, shifts: Sequence[Mapping[int, float]]
) -> None:
    series = data.series[index]
    for name in ("spPr", "marker", "dPt", "dLbls", "invertIfNegative", "smooth"):
        for old in element.findall(f"{{{_C}}}{name}"):
            element.remove(old)
    fill, points = _fills(index, data, paint)
    crowded = is_crowded(shifts)
    if crowded and not data.emphasis:
        fill = paint.palette[turn_of(data, index) % len(paint.palette)]
        points = [fill] * len(points)
    at = list(element).index(_one(element, "tx")) + 1
    made: list[str] = []
    if data.type in _LINES:
        made += [_stroke(fill, 1.25 if crowded else 2.25), _marker(fill, fill)]
        made += [
            f'<c:dPt><c:idx val="{point}"/>{_marker(colour, colour)}<c:bubble3D val="0"/></c:dPt>'
            for point, colour in enumerate(points) if colour != fill
        ]  # fmt: skip
    elif data.type == "area":  # CT_AreaSer knows no negative fill, and a point is no shape of its own
        made.append(_shape(fill, _WHITE if len(data.series) > 1 else ""))
    else:
        edge = _WHITE if data.type == "doughnut" else ""
        made.append(_shape(fill, edge))
        made += ['<c:invertIfNegative val="0"/>'] if data.type != "doughnut" else []
        made += [
            f'<c:dPt><c:idx val="{point}"/>'
            f"{'' if data.type == 'doughnut' else '<c:invertIfNegative val=' + chr(34) + '0' + chr(34) + '/>'}"
            f'<c:bubble3D val="0"/>{_shape(colour, edge)}</c:dPt>'
            for point, colour in enumerate(points) if colour != fill or data.type == "doughnut"
        ]  # fmt: skip
    made.append(
        _both_ends(series, index in data.emphasis, [moved.get(index, 0.0) for moved in shifts], paint, crowded=crowded)
        if data.type == "slope"
        else _labels(series, fill, points, data, paint)
    )
    for offset, xml in enumerate(made):
        element.insert(at + offset, _made(xml))
    if data.type in _LINES:
        element.append(_made('<c:smooth val="0"/>'))


def _marker(fill: str, edge: str) -> str:
    return f'<c:marker><c:symbol val="circle"/><c:size val="6"/>{_shape(fill, edge)}</c:marker>'


_MOST_IN_PANEL = 6
_MOST_LABELS = 30  # in one plot; more would lie upon each other


def _is_labelled(data: ChartData) -> bool:
    """Whether every mark says its figure; otherwise the plot has a scale."""
    if data.type == "slope":
        return True
    if data.panels and len(data.categories) > _MOST_IN_PANEL:
        return False
    if data.type == "area" or (data.type == "line" and len(data.series) > 2):
        return False
    return data.type == "doughnut" or len(data.series) * len(data.categories) <= _MOST_LABELS


_POSITIONS = {"column": "outEnd", "bar": "outEnd", "line": "t", "stacked": "ctr", "doughnut": ""}


def _labels(series: ChartSeries, fill: str, points: list[str], data: ChartData, paint: _Paint) -> str:
    """Data labels; a point has one of its own where its decimals or its ground differ from the series'."""
    inside = data.type in ("stacked", "doughnut")
    if not _is_labelled(data):
        return f"<c:dLbls>{_shown(False)}</c:dLbls>"
    known = zip(series.values, series.words, strict=True)
    codes = [number_format(words if value is not None else "0") for value, words in known]
    usual = max(sorted(set(codes)), key=codes.count)
    place = _POSITIONS[data.type]
    own = []
    for at, (code, colour) in enumerate(zip(codes, points, strict=True)):
        ink = paint.over(colour) if inside else paint.ink
        bold = at in data.emphasis
        if series.values[at] is not None and (code != usual or bold or (inside and colour != fill)):
            own.append(f'<c:dLbl><c:idx val="{at}"/>{_label(code, paint.text(_LABEL_SIZE, ink, bold), place)}</c:dLbl>')
    ink = paint.over(fill) if inside else paint.ink
    return f"<c:dLbls>{''.join(own)}{_label(usual, paint.text(_LABEL_SIZE, ink), place)}</c:dLbls>"


def _both_ends(series: ChartSeries, bold: bool, shifts: Sequence[float], paint: _Paint, *, crowded: bool) -> str:
    """A line's first figure at its left, its last one with its name at its right; ``shifts`` keep them apart.

    In a crowd the name stands at both.
    """
    own = []
    for at, (value, words) in enumerate(zip(series.values, series.words, strict=True)):
        if value is not None:
            code, text = number_format(words), paint.text(_LABEL_SIZE, paint.ink, bold)
            text = text.replace("<a:bodyPr/>", '<a:bodyPr wrap="none"/>')  # a name on two lines would lie on others
            label = _label(code, text, "r" if at else "l", named=bool(at) or crowded)
            if abs(shifts[at]) > 0.002 or crowded:
                aside = (0.03 if at else -0.03) if crowded else 0
                moved = f'<c:x val="{aside}"/><c:y val="{shifts[at]:.4f}"/>'
                label = f"<c:layout><c:manualLayout>{moved}</c:manualLayout></c:layout>{label}"
            own.append(f'<c:dLbl><c:idx val="{at}"/>{label}</c:dLbl>')
    return f"<c:dLbls>{''.join(own)}{_shown(False)}</c:dLbls>"


def _label(code: str, text: str, place: str, *, named: bool = False) -> str:
    position = f'<c:dLblPos val="{place}"/>' if place else ""
    return (
        f'<c:numFmt formatCode="{attribute(code)}" sourceLinked="0"/>'
        "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
        f"{text}{position}{_shown(True, named=named)}"
    )


def _shown(value: bool, *, named: bool = False) -> str:
    separator = "<c:separator> </c:separator>" if named else ""
    return (
        f'<c:showLegendKey val="0"/><c:showVal val="{int(value)}"/><c:showCatName val="0"/>'
        f'<c:showSerName val="{int(named)}"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>{separator}'
    )


def _dress_plot(plot: Any, kind: str) -> None:
    """Gaps between bars, the hole of a ring."""
    for name in ("gapWidth", "overlap", "holeSize", "firstSliceAng"):
        for old in plot.findall(f"{{{_C}}}{name}"):
            plot.remove(old)
    last = plot.findall(f"{{{_C}}}ser")[-1]
    if kind == "doughnut":
        plot.append(_made('<c:firstSliceAng val="0"/>'))
        plot.append(_made('<c:holeSize val="62"/>'))
    elif kind not in (*_LINES, "area"):
        last.addnext(_made(f'<c:overlap val="{100 if kind == "stacked" else 0}"/>'))
        last.addnext(_made('<c:gapWidth val="67"/>'))


def _dress_axes(space: Any, data: ChartData, paint: _Paint) -> None:
    """A line for the categories, none for the values: the labels say them. Lines without labels keep a scale."""
    for axis in _axes(space):
        is_value = axis.tag.endswith("valAx")
        for name in ("majorGridlines", "minorGridlines", "spPr", "txPr", "title", "numFmt"):
            for old in axis.findall(f"{{{_C}}}{name}"):
                axis.remove(old)
        has_scale = is_value and not _is_labelled(data)
        _one(axis, "delete").set("val", "1" if is_value and not has_scale else "0")
        for name in ("majorTickMark", "minorTickMark"):
            for mark in axis.findall(f"{{{_C}}}{name}"):
                mark.set("val", "none")
        if data.type == "bar" and not is_value:
            _one(axis, "orientation").set("val", "maxMin")  # the first category on top
        tick = _one(axis, "tickLblPos")
        tick.set("val", "low")  # below the plot even where bars are negative
        tick.addnext(_made(paint.text(_LABEL_SIZE, paint.ink)))
        tick.addnext(_made(_stroke(paint.rule, 0.75)))
        if is_value and data.type not in _LINES and all(value is None or value >= 0 for value in _values(data)):
            _one(axis, "scaling").append(_made('<c:min val="0"/>'))  # a bar's length is its figure
        if is_value and data.type == "slope":
            low, high = figure_range(data)
            _one(axis, "scaling").append(_made(f'<c:max val="{_plain(high)}"/>'))
            _one(axis, "scaling").append(_made(f'<c:min val="{_plain(low)}"/>'))
        if is_value and data.baseline is not None:
            _one(axis, "scaling").append(_made(f'<c:min val="{_plain(data.baseline)}"/>'))
        if has_scale:
            _one(axis, "axPos").addnext(
                _made(f"<c:majorGridlines>{_stroke(paint.rule, 0.5, 'dash')}</c:majorGridlines>")
            )


def _make_panel(space: Any, name: str, span: tuple[Decimal, Decimal], paint: _Paint) -> None:
    """The series' name above the plot, and the scale that all panels share."""
    title = (
        f'<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="{round(_LABEL_SIZE * 100)}" b="1"/>'
        f'</a:pPr><a:r><a:rPr lang="zh-CN" sz="{round(_LABEL_SIZE * 100)}" b="1">{_solid(paint.ink)}'
        f'<a:latin typeface="{attribute(paint.latin)}"/><a:ea typeface="{attribute(paint.east_asia)}"/></a:rPr>'
        f'<a:t>{escaped(name)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>'
    )
    chart = _one(space, "chart")
    _one(chart, "autoTitleDeleted").set("val", "0")
    if name:
        chart.insert(0, _made(title))
    scaling = _one(_one(space, "valAx"), "scaling")
    for old in (*scaling.findall(f"{{{_C}}}min"), *scaling.findall(f"{{{_C}}}max")):
        scaling.remove(old)
    for tag, value in (("max", span[1]), ("min", span[0])):  # in the schema's order
        scaling.append(_made(f'<c:{tag} val="{_plain(value)}"/>'))


def _values(data: ChartData) -> Iterator[Decimal | None]:
    return (value for series in data.series for value in series.values)


def _axes(space: Any) -> Iterator[Any]:
    for name in ("catAx", "valAx"):
        yield from space.iter(f"{{{_C}}}{name}")


def _dress_space(space: Any, data: ChartData, paint: _Paint, *, crowded: bool) -> None:
    chart = _one(space, "chart")
    if space.find(f"{{{_C}}}roundedCorners") is None:
        _one(space, "date1904").addnext(_made('<c:roundedCorners val="0"/>'))
    for name in ("title", "autoTitleDeleted", "legend", "dispBlanksAs", "showDLblsOverMax"):
        for old in chart.findall(f"{{{_C}}}{name}"):
            chart.remove(old)
    chart.insert(0, _made('<c:autoTitleDeleted val="1"/>'))
    area = _one(chart, "plotArea")
    if data.type == "slope":  # room for names at the right, and a height that labels can be reckoned by
        for old in area.findall(f"{{{_C}}}layout"):
            area.remove(old)
        area.insert(0, _made(f"<c:layout><c:manualLayout>{plot_place(crowded=crowded)}</c:manualLayout></c:layout>"))
    if (len(data.series) > 1 and data.type != "slope") or data.type == "doughnut":
        side = "r" if data.type == "doughnut" else "t"
        area.addnext(
            _made(
                f'<c:legend><c:legendPos val="{side}"/><c:overlay val="0"/>'
                f"{paint.text(_LABEL_SIZE, paint.ink)}</c:legend>"
            )
        )
    chart.append(_made('<c:dispBlanksAs val="gap"/>'))
    for name in ("spPr", "txPr"):
        for old in space.findall(f"{{{_C}}}{name}"):
            space.remove(old)
    space.append(_made("<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"))
    space.append(_made(paint.text(_LABEL_SIZE, paint.ink)))
    space.append(_made('<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData>'))
