"""The chart part (ECMA-376 part 1, 21.2), written as text: a report of 400 departments has 800 charts."""

from collections.abc import Sequence
from decimal import Decimal
from typing import assert_never

from reportgen.model.chart_table import series_names
from reportgen.model.document import ChartData
from reportgen.word.native.areas import plot_areas
from reportgen.word.native.axes import IDS, axes_xml
from reportgen.word.native.bars import plot_bars, plot_stacked
from reportgen.word.native.derived import Derived
from reportgen.word.native.ends import turned_place
from reportgen.word.native.frame import Edge, Frame, Plot, Room
from reportgen.word.native.labels import labels_xml, shares_xml
from reportgen.word.native.lines import plot_lines, plot_slopes
from reportgen.word.native.names import LEAST, names_room, names_stand
from reportgen.word.native.paint import BARE, LABEL, Paint
from reportgen.word.native.rings import plot_ring
from reportgen.word.native.targets import plot_targets
from reportgen.word.native.workbook import SHEET, column, number_format
from reportgen.word.runs import escaped

_HEAD = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
    '<c:date1904 val="0"/><c:lang val="zh-CN"/><c:roundedCorners val="0"/><c:chart>'
)


def chart_xml(
    data: ChartData, paint: Paint, size: tuple[float, float], derived: Derived | None = None,
    span: tuple[Decimal, Decimal] | None = None,
) -> str:  # fmt: skip
    """The chart part of ``data``, ``size`` points wide and high; its workbook is its relationship ``rId1``.

    ``derived``: shares in the workbook's last column; ``span``: it is one of several panels, which share this scale
    and have their series' name as title.
    """
    frame = _frame(data, paint, size, span)
    plot = _plot(frame)
    series = "".join(
        _series(frame, (at, at), (plot.looks[at], plot.closing), _labels(frame, plot, at, derived))
        for at in range(len(data.series))
    )
    place = plot.place or turned_place(frame, plot)
    layout = f"<c:layout><c:manualLayout>{place}</c:manualLayout></c:layout>" if place else "<c:layout/>"
    ids = IDS if plot.scale is not None else ""
    title = "" if span is None else _title(data.series[0].name, paint)
    element = f"c:{plot.element}Chart"
    plots = f"<{element}>{plot.head}{series}{plot.tail}{ids}</{element}>{_edge(frame, plot.edge)}"
    return (
        f'{_HEAD}{title}<c:autoTitleDeleted val="{int(not title)}"/><c:plotArea>{layout}'
        f"{plots}{axes_xml(frame, plot)}{BARE}</c:plotArea>"
        f'{_legend(plot, paint)}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        f"{BARE}{paint.text(LABEL, paint.colour('ink'))}"
        '<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    )


def _frame(
    data: ChartData, paint: Paint, size: tuple[float, float], span: tuple[Decimal, Decimal] | None
) -> Frame:  # fmt: skip
    width, height = size
    names = names_stand(Room(data, width, span))
    upper = max(height - names_room(data, names), height * LEAST)
    return Frame(data, width, span, paint, height, names, upper)


def _plot(frame: Frame) -> Plot:
    match frame.data.type:
        case "column" | "bar":
            return plot_bars(frame)
        case "stacked":
            return plot_stacked(frame)
        case "target":
            return plot_targets(frame)
        case "line":
            return plot_lines(frame)
        case "slope":
            return plot_slopes(frame)
        case "area":
            return plot_areas(frame)
        case "doughnut":
            return plot_ring(frame)
        case "strip" | "dots" | "people":
            raise ValueError(frame.data.type)  # their marks are drawn
        case _:
            assert_never(frame.data.type)


def _edge(frame: Frame, edge: Edge | None) -> str:
    """A second plot on the same axes: the line along an area, of the same cells."""
    if edge is None:
        return ""
    look = f'{edge.look}<c:marker><c:symbol val="none"/></c:marker>'
    turn = len(frame.data.series)
    labels = labels_xml(edge.labels, frame.paint, turn)
    series = _series(frame, (0, turn), (look, '<c:smooth val="0"/>'), (labels, ""))
    head = '<c:grouping val="standard"/><c:varyColors val="0"/>'
    return f'<c:lineChart>{head}{series}<c:marker val="1"/>{IDS}</c:lineChart>'


def _labels(frame: Frame, plot: Plot, index: int, derived: Derived | None) -> tuple[str, str]:
    """Labels of a series, and at its end the shares that they read from the sheet."""
    labels = plot.labels[index]
    shares = ""
    if derived is not None and any(label is not None and label.share for label in labels):
        letters = column(len(frame.data.series) + 1)
        shares = shares_xml(f"{SHEET}!${letters}$2:${letters}${frame.count + 1}", derived.words)
    return labels_xml(labels, frame.paint, index, leaders=plot.leaders), shares


def _series(frame: Frame, place: tuple[int, int], looks: tuple[str, str], labels: tuple[str, str]) -> str:
    """``c:ser``. ``place``: its column of figures, its turn; ``looks`` and ``labels``: what stands before its data, and
    behind them.
    """
    data = frame.data
    index, turn = place
    letter, last = column(index + 1), frame.count + 1
    name = escaped(series_names(data)[index])
    return (
        f'<c:ser><c:idx val="{turn}"/><c:order val="{turn}"/><c:tx><c:strRef><c:f>{SHEET}!${letter}$1</c:f>'
        f'<c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>{name}</c:v></c:pt></c:strCache></c:strRef></c:tx>'
        f"{looks[0]}{labels[0]}"
        f"<c:cat><c:strRef><c:f>{SHEET}!$A$2:$A${last}</c:f><c:strCache>"
        f'<c:ptCount val="{frame.count}"/>{_names(data.categories)}</c:strCache></c:strRef></c:cat>'
        f"<c:val><c:numRef><c:f>{SHEET}!${letter}$2:${letter}${last}</c:f><c:numCache>{_cached(data, index)}"
        f"</c:numCache></c:numRef></c:val>{looks[1]}{labels[1]}</c:ser>"
    )


def _names(names: Sequence[str]) -> str:
    return "".join(f'<c:pt idx="{at}"><c:v>{escaped(name)}</c:v></c:pt>' for at, name in enumerate(names))


def _cached(data: ChartData, index: int) -> str:
    """The figures as the sheet has them, with its formats."""
    series = data.series[index]
    codes = [number_format(words) for words in series.words]
    usual = max(sorted(set(codes)), key=codes.count)
    points = "".join(
        f'<c:pt idx="{at}"{_own_format(code, usual)}><c:v>{value:f}</c:v></c:pt>'
        for at, (value, code) in enumerate(zip(series.values, codes, strict=True))
        if value is not None
    )
    return f'<c:formatCode>{usual}</c:formatCode><c:ptCount val="{len(codes)}"/>{points}'


def _own_format(code: str, usual: str) -> str:
    return "" if code == usual else f' formatCode="{code}"'


def _legend(plot: Plot, paint: Paint) -> str:
    if not plot.legend:
        return ""
    text = paint.text(LABEL, paint.colour("ink"))
    return f'<c:legend><c:legendPos val="{plot.legend}"/><c:overlay val="0"/>{text}</c:legend>'


def _title(name: str, paint: Paint) -> str:
    """The series' name above a panel."""
    if not name:
        return ""
    look = paint.look(LABEL, paint.colour("ink"), bold=True)
    return (
        f"<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:r>{look}<a:t>{escaped(name)}</a:t></a:r></a:p>"
        '</c:rich></c:tx><c:overlay val="0"/></c:title>'
    )
