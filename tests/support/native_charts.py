"""Word's own charts as a reader finds them: chart parts with what they cache, workbooks with what they hold."""

import io
import zipfile
from collections.abc import Iterator
from decimal import Decimal
from typing import Any, NamedTuple

import msgspec
from lxml import etree

from reportgen.model.blocks import DRAWN_IN_WORD, Chart
from reportgen.model.document import ChartData, ChartSeries, Document
from reportgen.model.walk import blocks_inside

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_P = "{http://schemas.openxmlformats.org/package/2006/relationships}"
Rows = list[tuple[str, list[str | None], list[Decimal | None]]]  # of each series: name, categories, values


class Native(NamedTuple):
    """A chart of the document as Word draws it, its part, its workbook, its alternative text."""

    data: ChartData
    chart: Any
    workbook: bytes
    alt: str


def drawn_in(document: Document) -> list[ChartData]:
    """What Word has to draw, in order: a chart for each panel, a line for each category of a slope."""
    return [_lacking(one) for data in charts_of(document) for one in as_drawn(data)]


def _lacking(data: ChartData) -> ChartData:
    """With categories that say which of their figures are missing."""
    from reportgen.model.chart_table import series_names

    between = " " if data.type in ("bar", "target") else "\n"
    names, found = series_names(data), []
    for at, category in enumerate(data.categories):
        missing = [name for name, one in zip(names, data.series, strict=True) if one.values[at] is None]
        each = between + "、".join(f"{name}—" for name in missing)
        found.append(category + ("" if not missing else " —" if len(missing) == len(names) else each))
    return msgspec.structs.replace(data, categories=tuple(found))


def charts_of(document: Document) -> list[ChartData]:
    """The charts in the order of the document."""
    return [
        document.charts[id]
        for entry in document.flow
        for id, block, _ in blocks_inside(entry.block, entry.id, ())
        if isinstance(block, Chart)
    ]


def as_drawn(data: ChartData) -> Iterator[ChartData]:
    """One chart as Word's charts; none where it is a picture."""
    if data.type in DRAWN_IN_WORD:
        return
    if data.panels:
        yield from (msgspec.structs.replace(data, series=(one,)) for one in data.series)
    elif data.type == "slope":
        rows = tuple(
            ChartSeries(name, tuple(one.values[at] for one in data.series), tuple(one.words[at] for one in data.series))
            for at, name in enumerate(data.categories)
        )
        yield msgspec.structs.replace(data, categories=tuple(one.name for one in data.series), series=rows)
    else:
        yield data


def natives(document: Document, draft: bytes) -> list[Native]:
    """Every chart of a draft with what the document says of it."""
    return [Native(data, *found) for data, found in zip(drawn_in(document), parts(draft), strict=True)]


def parts(docx: bytes) -> list[tuple[Any, bytes, str]]:
    """Chart part, workbook and alternative text of every chart, in the order of the text."""
    found = []
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        targets = targets_of(archive, "word/document.xml")
        for inline in etree.fromstring(archive.read("word/document.xml")).iter("{*}inline", "{*}anchor"):
            for chart in inline.iter(f"{C}chart"):
                name = targets[chart.get(f"{_R}id")]
                root = etree.fromstring(archive.read(name))
                book = targets_of(archive, name)[root.find(f"{C}externalData").get(f"{_R}id")]
                found.append((root, archive.read(book), inline.find("{*}docPr").get("descr", "")))
    return found


def targets_of(archive: zipfile.ZipFile, part: str) -> dict[str, str]:
    """The parts that a part refers to, by the ids of its relationships."""
    folder, _, file = part.rpartition("/")
    found = {}
    for one in etree.fromstring(archive.read(f"{folder}/_rels/{file}.rels")).iter(f"{_P}Relationship"):
        target = one.get("Target")
        steps = [] if target.startswith("/") else folder.split("/")
        for step in target.lstrip("/").split("/"):
            if step == "..":
                steps.pop()
            else:
                steps.append(step)
        found[one.get("Id")] = "/".join(steps)
    return found


def series_of(chart: Any) -> list[Any]:
    """The series by their columns in the sheet; the line along an area is the same column again."""
    found: dict[str, Any] = {}
    for one in chart.iter(f"{C}ser"):
        found.setdefault(one.find(f"{C}val/{C}numRef/{C}f").text, one)
    return list(found.values())


def cached(chart: Any) -> Rows:
    """What the chart part itself holds, series by series."""
    return [
        (
            "".join(one.find(f"{C}tx").itertext(f"{C}v")),
            list(_points(one.find(f"{C}cat"))),
            [None if text is None else Decimal(text) for text in _points(one.find(f"{C}val"))],
        )
        for one in series_of(chart)
    ]


def _points(parent: Any) -> list[str | None]:
    found: list[str | None] = [None] * int(next(parent.iter(f"{C}ptCount")).get("val"))
    for point in parent.iter(f"{C}pt"):
        found[int(point.get("idx"))] = point.find(f"{C}v").text or ""
    return found


def held(chart: Any, workbook: bytes) -> Rows:
    """What the cells hold that the chart's series refer to."""
    sheet, sheet_name = cells(workbook), name_of_sheet(workbook)
    found = []
    for one in series_of(chart):
        assert {reference.text.partition("!")[0] for reference in one.iter(f"{C}f")} == {sheet_name}
        name, categories, values = (one.find(f"{C}{tag}").find(f".//{C}f").text for tag in ("tx", "cat", "val"))
        figures = [sheet.get(place) for place in _places(values)]
        found.append(
            (
                sheet.get(_places(name)[0], ""),
                [sheet.get(place) for place in _places(categories)],
                [None if text is None else Decimal(text) for text in figures],
            )
        )
    return found


def _places(reference: str) -> list[str]:
    """Sheet1!$B$2:$B$4 -> B2, B3, B4."""
    ends = reference.partition("!")[2].replace("$", "").split(":")
    letters = ends[0].rstrip("0123456789")
    first, last = int(ends[0][len(letters) :]), int(ends[-1].lstrip(letters))
    return [f"{letters}{row}" for row in range(first, last + 1)]


def cells(workbook: bytes) -> dict[str, str]:
    """The cells of the first sheet as text; of a formula its result."""
    found = {}
    for cell in sheet_of(workbook).iter(f"{_S}c"):
        inline = cell.find(f"{_S}is")
        found[cell.get("r")] = "".join(inline.itertext()) if inline is not None else cell.find(f"{_S}v").text
    return found


def sheet_of(workbook: bytes) -> Any:
    """The root of the first sheet."""
    with zipfile.ZipFile(io.BytesIO(workbook)) as archive:
        return etree.fromstring(archive.read("xl/worksheets/sheet1.xml"))


def name_of_sheet(workbook: bytes) -> str:
    """The name of the only sheet."""
    with zipfile.ZipFile(io.BytesIO(workbook)) as archive:
        (sheet,) = etree.fromstring(archive.read("xl/workbook.xml")).iter(f"{_S}sheet")
    return str(sheet.get("name"))


def formulas(workbook: bytes) -> dict[str, str]:
    """The formulas by cell."""
    return {one.getparent().get("r"): one.text for one in sheet_of(workbook).iter(f"{_S}f")}


def number_formats(workbook: bytes) -> dict[str, str]:
    """The format of each cell."""
    with zipfile.ZipFile(io.BytesIO(workbook)) as archive:
        styles = etree.fromstring(archive.read("xl/styles.xml"))
    codes = {one.get("numFmtId"): one.get("formatCode") for one in styles.iter(f"{_S}numFmt")}
    codes |= {"0": "General", "9": "0%", "49": "@"}
    looks = [codes[one.get("numFmtId")] for one in styles.find(f"{_S}cellXfs")]
    return {one.get("r"): looks[int(one.get("s"))] for one in sheet_of(workbook).iter(f"{_S}c")}


def said(data: ChartData) -> Rows:
    """The same of the document, with the heads of its columns."""
    from reportgen.model.chart_table import series_names

    names = series_names(data)
    return [(name, list(data.categories), list(one.values)) for name, one in zip(names, data.series, strict=True)]


def label_formats(element: Any) -> dict[int, str]:
    """The format of each point's label, for those of a series that have one."""
    labels = element.find(f"{C}dLbls")
    found = {}
    count = int(element.find(f"{C}val//{C}ptCount").get("val"))
    for at in range(count if labels.find(f"{C}showVal").get("val") == "1" else 0):
        found[at] = labels.find(f"{C}numFmt").get("formatCode")
    for one in labels.iterchildren(f"{C}dLbl"):
        at = int(one.find(f"{C}idx").get("val"))
        if one.find(f"{C}delete") is not None:
            found.pop(at, None)
        else:
            found[at] = one.find(f"{C}numFmt").get("formatCode")
    return found
