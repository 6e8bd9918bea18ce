"""Word's own charts: what they show, and what the sheet behind them says (ISO 29500-1, 21.2)."""

import re
from collections.abc import Iterator, Mapping, Sequence

from reportgen.manuscript.formats import number_of, plainly, shown
from reportgen.manuscript.names import Element
from reportgen.manuscript.value import NativeChart, Series
from reportgen.manuscript.workbooks import Workbook, workbook_of
from reportgen.opc import OpcError
from reportgen.opc.package import OpcFile

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_LABELS = "{http://schemas.microsoft.com/office/drawing/2012/chart}datalabelsRange"
_CACHED = "{http://schemas.microsoft.com/office/drawing/2012/chart}dlblRangeCache"
_SHARE = re.compile(r"[（(\s]*(\d{1,9}(?:\.\d{1,9})?%)[)）]?")
_MOST_POINTS = 10_000
_MOST_BYTES = 64 * 2**20  # of all workbooks


class Charts:
    """The charts of a file by their relationships; each is read once."""

    def __init__(self, package: OpcFile, part: str) -> None:
        self._package = package
        self._targets = {
            id: one.target for id, one in package.relations(part).items() if one.kind == "chart" and not one.outside
        }
        self._known: dict[str, NativeChart | None] = {}
        self._left = _MOST_BYTES

    def __call__(self, drawing: Element) -> Iterator[NativeChart]:
        """The charts in a drawing. Raises OpcError for a part that is not safe to read."""
        for one in drawing.iter(f"{C}chart"):
            name = self._targets.get(one.get(f"{_R}id", ""), "")
            if name not in self._known:
                self._known[name] = self._read(name) if name in self._package else None
            if (found := self._known[name]) is not None:
                yield found

    def _read(self, name: str) -> NativeChart | None:
        root = self._package.xml(name)
        book = self._workbook(root, name)
        series: dict[str, Series] = {}
        categories: tuple[str, ...] = ()
        sheet: tuple[str, ...] = ()
        shares: tuple[str, ...] = ()
        for at, one in enumerate(root.iter(f"{C}ser")):
            values = one.find(f"{C}val")
            key = _reference(values) or str(at)
            if values is None or key in series:  # a second plot of the same cells: the edge of an area
                continue
            made, said = _series(one, book)
            if next(one.iterancestors()).tag == f"{C}lineChart" and any(
                _is_edge_of(made, other) for other in series.values()
            ):
                continue
            if not series:
                categories, sheet = _names(one.find(f"{C}cat")), _of_sheet(book, one.find(f"{C}cat"))
            series[key] = made
            shares = shares or said
        if not series:
            return None
        count = max(len(categories), *(len(one.shown) for one in series.values()))
        categories += tuple(str(at + 1) for at in range(len(categories), count))
        return NativeChart(categories, tuple(series.values()), sheet, shares)

    def _workbook(self, root: Element, name: str) -> Workbook | None:
        """The sheet behind a chart; None where there is none, or nobody could open it."""
        outside = root.find(f"{C}externalData")
        relation = None if outside is None else self._package.relations(name).get(outside.get(f"{_R}id", ""))
        if relation is None or relation.outside or relation.target not in self._package:
            return None
        try:
            data = self._package.part(relation.target)
        except OpcError:
            return None
        self._left -= len(data)
        return workbook_of(data, relation.target) if self._left >= 0 else None


def _series(element: Element, book: Workbook | None) -> tuple[Series, tuple[str, ...]]:
    """A series, and the shares that its labels say, () for none."""
    values, labels = element.find(f"{C}val"), element.find(f"{C}dLbls")
    cache = values.find(f".//{C}numCache")
    usual = "" if cache is None else cache.findtext(f"{C}formatCode") or ""
    codes = {_index(one): one.get("formatCode", usual) for one in _all(cache, "pt")}
    stored = _points(cache)
    codes |= _label_codes(labels, len(stored))
    figures = [_shown(one, codes.get(at, usual)) for at, one in enumerate(stored)]
    told = [(figure, "") for figure in figures]
    for at, label in _written(labels, figures, _points(element.find(f".//{_LABELS}/{_CACHED}"))).items():
        if at < len(told):
            told[at] = label
    name = element.find(f"{C}tx")
    said, sheet = _cells(name), _of_sheet(book, name)
    shares = tuple(share for _, share in told)
    return Series(
        "" if name is None else "".join(said) or (name.findtext(f"{C}v") or ""),
        tuple(one for one, _ in told),
        tuple(map(_plain, stored)),
        tuple(map(_plain, _of_sheet(book, values))),
        sheet[0] if sheet else None,
    ), shares if any(shares) else ()


def _is_edge_of(line: Series, area: Series) -> bool:
    """Whether a line is an area's edge: LibreOffice gives it cells of its own."""
    return line.name == area.name and line.kept == area.kept


def _shown(said: str, code: str) -> str:
    number = number_of(said)
    return said if number is None else shown(number, code)


def _plain(said: str) -> str:
    number = number_of(said)
    return said if number is None else plainly(number)


def _names(element: Element | None) -> tuple[str, ...]:
    cache = None if element is None else element.find(f".//{C}numCache")
    code = "" if cache is None else cache.findtext(f"{C}formatCode") or ""
    return tuple(_shown(one, code) if cache is not None else one for one in _cells(element))


def _cells(element: Element | None) -> tuple[str, ...]:
    """What is kept of cells with the chart: of several levels of names the one next to the plot."""
    if element is None:
        return ()
    for name in ("strCache", "numCache", "lvl", "strLit", "numLit"):
        found = element.find(f".//{C}{name}")
        if found is not None:
            return _points(found)
    return ()


def _points(cache: Element | None) -> tuple[str, ...]:
    if cache is None:
        return ()
    points = {_index(one): one.findtext(f"{C}v") or "" for one in cache.iter(f"{C}pt")}
    size = cache.find(f"{C}ptCount")
    said = "" if size is None else size.get("val", "")
    count = int(said) if said.isascii() and said.isdigit() and len(said) < 6 else 0
    count = min(max(count, max(points, default=-1) + 1), _MOST_POINTS)
    return tuple(points.get(at, "") for at in range(count))


def _index(point: Element) -> int:
    said = point.get("idx") or point.get("val") or ""
    return int(said) if said.isascii() and said.isdigit() and len(said) < 6 else 0


def _is_deleted(label: Element) -> bool:
    found = label.find(f"{C}delete")
    return found is not None and found.get("val", "1") in ("1", "true")


def _label_codes(labels: Element | None, count: int) -> Mapping[int, str]:
    """Formats that labels have of their own, by point."""
    if labels is None:
        return {}
    usual = _code(labels)
    found = {} if usual is None else dict.fromkeys(range(count), usual)
    for one in labels.iterchildren(f"{C}dLbl"):
        own, index = _code(one), one.find(f"{C}idx")
        if own is not None and index is not None:
            found[_index(index)] = own
        elif _is_deleted(one) and index is not None:
            found.pop(_index(index), None)  # what has no label is in the format of its cell
    return found


def _code(labels: Element) -> str | None:
    found = labels.find(f"{C}numFmt")
    return None if found is None or found.get("sourceLinked") in ("1", "true") else found.get("formatCode", "")


def _written(
    labels: Element | None, figures: Sequence[str], range_: Sequence[str]
) -> Mapping[int, tuple[str, str]]:  # fmt: skip
    """Figure and share of the labels that have words of their own, by point: fields that follow the sheet, or typed."""
    found = {}
    for one in _all(labels, "dLbl"):
        rich, index = one.find(f"{C}tx/{C}rich"), one.find(f"{C}idx")
        at = -1 if rich is None or index is None else _index(index)
        if not 0 <= at < len(figures):
            continue
        known = {"VALUE": figures[at], "CELLRANGE": range_[at] if at < len(range_) else ""}
        text = "\n".join(
            "".join(
                known.get(part.get("type", "")) or part.findtext(f"{_A}t") or ""
                for part in line.iter(f"{_A}r", f"{_A}fld")
            )
            for line in rich.iter(f"{_A}p")
        )
        share = _SHARE.search(text)
        figure = text if share is None else text[: share.start()] + text[share.end() :]
        if text.strip():
            found[at] = (figure.strip(), share[1]) if share is not None and figure.strip() else (text.strip(), "")
    return found


def _all(parent: Element | None, name: str) -> Iterator[Element]:
    return iter(()) if parent is None else parent.iter(f"{C}{name}")


def _reference(element: Element | None) -> str:
    found = None if element is None else element.find(f".//{C}f")
    return "" if found is None else found.text or ""


def _of_sheet(book: Workbook | None, element: Element | None) -> tuple[str, ...]:
    """What the sheet has where ``element`` refers to; () where it does not."""
    reference = _reference(element)
    found: Sequence[str] | None = book.cells(reference) if book is not None and reference else None
    return () if found is None else tuple(found)
