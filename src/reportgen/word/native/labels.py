"""Data labels: a point has one of its own only where it differs from its series'."""

from collections import Counter
from collections.abc import Sequence

import msgspec

from reportgen.word.native.paint import BARE, LABEL, Paint
from reportgen.word.runs import attribute, escaped

_LABELS = "{CE6537A1-D6FC-4f65-9D91-7224C49458BB}"  # the extension of labels ([MS-ODRAWXML] 2.24.3)
_SERIES = "{02D57815-91ED-43cb-92C2-25804820EDAC}"  # the extension that names these cells
_SPACE = 'xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart"'


class Label(msgspec.Struct, frozen=True):
    """How a point's figure is told. ``share``: what stands beside it, read from the sheet's column of shares;
    ``break_``: on a line of its own; ``named``: the series' name before it; ``shift``: from its place, as a share of
    the chart's width and height; ``place``: "" for the kind's own.
    """

    code: str
    words: str
    ink: str
    place: str = ""
    bold: bool = False
    turned: bool = False
    named: bool = False
    shift: tuple[float, float] | None = None
    share: str = ""
    break_: bool = False

    @property
    def common(self) -> tuple[object, ...] | None:
        """What it shares with other labels; None where it must be one of its own."""
        if self.shift is not None or self.share or self.named:
            return None
        return (self.code, self.ink, self.place, self.bold, self.turned)


def labels_xml(labels: Sequence[Label | None], paint: Paint, series: int, *, leaders: bool = True) -> str:
    """``c:dLbls`` of a series, a label or None for each point; ``leaders``: lines lead to those that are moved."""
    kinds = Counter(label.common for label in labels if label is not None and label.common is not None)
    usual = kinds.most_common(1)[0][0] if kinds else None
    own, example = [], None
    for at, label in enumerate(labels):
        if label is None:
            if usual is not None:
                own.append(f'<c:dLbl><c:idx val="{at}"/><c:delete val="1"/></c:dLbl>')
        elif usual is not None and label.common == usual:
            example = label
        else:
            own.append(f'<c:dLbl><c:idx val="{at}"/>{_own(label, paint, (series, at))}</c:dLbl>')
    general = _dressed(example, paint) if example else shown(False)
    if any(label is not None and label.shift is not None for label in labels):
        lead = f'<c15:showLeaderLines val="{int(leaders)}"/>'  # Word has none where nothing says so
        general += f'<c:extLst><c:ext uri="{_LABELS}" {_SPACE}>{lead}</c:ext></c:extLst>'
    return f"<c:dLbls>{''.join(own)}{general}</c:dLbls>"


def _own(label: Label, paint: Paint, point: tuple[int, int]) -> str:
    layout = ""
    if label.shift is not None:
        x, y = label.shift
        layout = f'<c:layout><c:manualLayout><c:x val="{x:.4f}"/><c:y val="{y:.4f}"/></c:manualLayout></c:layout>'
    if not label.share:
        return layout + _dressed(label, paint)
    extension = f'<c:extLst><c:ext uri="{_LABELS}" {_SPACE}><c15:showDataLabelsRange val="1"/></c:ext></c:extLst>'
    return layout + _told(label, paint, point) + _dressed(label, paint) + extension


def _told(label: Label, paint: Paint, point: tuple[int, int]) -> str:
    """Figure and share as fields, so that both follow an edit."""
    look = paint.look(LABEL, label.ink, bold=label.bold)

    def field(kind: str, turn: int, text: str) -> str:
        id = f"{{00000000-0000-4000-8{turn:03X}-{point[0]:04X}{point[1]:08X}}}"
        return f'<a:fld id="{id}" type="{kind}">{look}<a:pPr/><a:t>{escaped(text)}</a:t></a:fld>'

    value, share = field("VALUE", 0, label.words), field("CELLRANGE", 1, label.share)
    between, after = ("", "") if label.break_ else (f"<a:r>{look}<a:t>{mark}</a:t></a:r>" for mark in "（）")
    start = f"<a:p><a:pPr><a:defRPr {paint.traits(LABEL, label.ink, bold=label.bold)}</a:defRPr></a:pPr>"
    between = f"</a:p>{start}" if label.break_ else between
    return (
        f'<c:tx><c:rich><a:bodyPr wrap="none"/><a:lstStyle/>{start}{value}{between}{share}{after}</a:p></c:rich></c:tx>'
    )


def _dressed(label: Label, paint: Paint) -> str:
    body = 'rot="-5400000" vert="horz"' if label.turned else 'wrap="none"'  # LibreOffice breaks figures of wide fonts
    position = f'<c:dLblPos val="{label.place}"/>' if label.place else ""
    text = "" if label.share else paint.text(LABEL, label.ink, bold=label.bold, body=body)
    return (
        f'<c:numFmt formatCode="{attribute(label.code)}" sourceLinked="0"/>{BARE}{text}{position}'
        f"{shown(True, named=label.named)}"
    )


def shown(value: bool, *, named: bool = False) -> str:
    """Which parts a label has."""
    separator = "<c:separator> </c:separator>" if named else ""
    return (
        f'<c:showLegendKey val="0"/><c:showVal val="{int(value)}"/><c:showCatName val="0"/>'
        f'<c:showSerName val="{int(named)}"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>{separator}'
    )


def shares_xml(reference: str, words: Sequence[str]) -> str:
    """``c:extLst`` of a series whose labels read ``words`` from the cells ``reference``."""
    points = "".join(f'<c:pt idx="{at}"><c:v>{escaped(word)}</c:v></c:pt>' for at, word in enumerate(words))
    return (
        f'<c:extLst><c:ext uri="{_SERIES}" {_SPACE}><c15:datalabelsRange><c15:f>{reference}</c15:f>'
        f'<c15:dlblRangeCache><c:ptCount val="{len(words)}"/>{points}</c15:dlblRangeCache>'
        "</c15:datalabelsRange></c:ext></c:extLst>"
    )
