"""The workbook inside a chart: what opens when someone edits its data in Word.

A fixed package of five parts (ECMA-376 part 1, 18), written as text. Whatever an author wrote is a string of format
"@" (text), which stays one when its cell is edited; a figure is a number; formulas are ours alone.
"""

import io
import re
import zipfile
from collections.abc import Sequence
from decimal import Decimal
from functools import cache

from reportgen.model.chart_table import series_names
from reportgen.model.document import ChartData
from reportgen.word.native.derived import Derived
from reportgen.word.runs import escaped

SHEET = "Sheet1"  # what the chart's references name
_EPOCH = (1980, 1, 1, 0, 0, 0)
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_LOOKS_ENCODED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")  # ST_Xstring: _x0041_ would be read as A
_TEXT, _SHARE, _FIRST = 1, 2, 4  # cell formats: text; a share, its decimals added; figures by their decimals
_FIXED = {
    "[Content_Types].xml": (
        f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{_KIND}.styles+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_KIND}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_KIND}.worksheet+xml"/></Types>'
    ),
    "_rels/.rels": (
        f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
    ),
    "xl/_rels/workbook.xml.rels": (
        f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="rId2" Type="{_RELATIONS}/styles" Target="styles.xml"/></Relationships>'
    ),
    "xl/workbook.xml": (
        f'{_HEAD}<workbook xmlns="{_MAIN}" xmlns:r="{_RELATIONS}">'
        f'<sheets><sheet name="{SHEET}" sheetId="1" r:id="rId1"/></sheets></workbook>'
    ),
}


@cache
def column(index: int) -> str:
    """The letters of a column, 0 for A, 26 for AA."""
    found = ""
    while index >= 0:
        index, place = divmod(index, 26)
        found, index = chr(65 + place) + found, index - 1
    return found


def decimals(words: str) -> int:
    """How many decimals a figure is printed with."""
    return len(words.partition(".")[2]) if words[-1:].isdigit() else 0


def number_format(words: str) -> str:
    """The format that prints a figure as ``words`` do: as many decimals, a true minus."""
    return _format(decimals(words))


@cache
def _format(count: int) -> str:
    plain = "0" + ("." + "0" * count if count else "")
    return f"{plain};\N{MINUS SIGN}{plain}"


def chart_workbook(data: ChartData, derived: Derived | None = None) -> bytes:
    """Categories in column A from row 2, a series in each further column, ``derived`` shares in the last."""
    heads = ["", *series_names(data), *([derived.head] if derived else ())]
    last = column(len(heads) - 1)
    most = max((decimals(word) for series in data.series for word in series.words), default=0)
    rows = [_row(1, [_text(f"{column(at)}1", head) for at, head in enumerate(heads)])]
    for at, category in enumerate(data.categories):
        cells = [_text(f"A{at + 2}", category)]
        for index, series in enumerate(data.series, 1):
            cells.append(_figure(f"{column(index)}{at + 2}", series.values[at], series.words[at]))
        if derived:
            cells.append(_formula(f"{last}{at + 2}", derived, at))
        rows.append(_row(at + 2, cells))
    sheet = (
        f'{_HEAD}<worksheet xmlns="{_MAIN}"><dimension ref="A1:{last}{len(data.categories) + 1}"/>'
        '<sheetFormatPr defaultRowHeight="15"/><cols><col min="1" max="1" width="24" customWidth="1"/></cols>'
        f"<sheetData>{''.join(rows)}</sheetData></worksheet>"
    )
    return _zipped({**_FIXED, "xl/styles.xml": _styles(most), "xl/worksheets/sheet1.xml": sheet})


def _row(number: int, cells: Sequence[str]) -> str:
    return f'<row r="{number}">{"".join(cells)}</row>'


def _text(place: str, text: str) -> str:
    if not text:
        return ""
    shown = escaped(_LOOKS_ENCODED.sub("_x005F_", text) if "_x" in text else text)
    return f'<c r="{place}" s="{_TEXT}" t="inlineStr"><is><t xml:space="preserve">{shown}</t></is></c>'


def _figure(place: str, value: Decimal | None, words: str) -> str:
    return "" if value is None else f'<c r="{place}" s="{_FIRST + decimals(words)}"><v>{value:f}</v></c>'


def _formula(place: str, derived: Derived, at: int) -> str:
    value, words = derived.values[at], derived.words[at]
    look = _SHARE + ("." in words)
    if value is None:
        return f'<c r="{place}" s="{look}" t="str"><f>{escaped(derived.formulas[at])}</f><v>{escaped(words)}</v></c>'
    return f'<c r="{place}" s="{look}"><f>{escaped(derived.formulas[at])}</f><v>{value:f}</v></c>'


@cache
def _styles(most: int) -> str:
    """The part of styles with formats for figures of up to ``most`` decimals."""
    formats = "".join(f'<numFmt numFmtId="{164 + at}" formatCode="{_format(at)}"/>' for at in range(most + 1))
    formats += f'<numFmt numFmtId="{165 + most}" formatCode="0.0%"/>'
    ids = [0, 49, 9, 165 + most, *range(164, 165 + most)]
    looks = "".join(
        f'<xf numFmtId="{id}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>' for id in ids
    )
    return (
        f'{_HEAD}<styleSheet xmlns="{_MAIN}"><numFmts count="{most + 2}">{formats}</numFmts>'
        '<fonts count="1"><font><sz val="11"/><name val="宋体"/><family val="3"/><charset val="134"/></font></fonts>'
        '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/>'
        '</fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
        '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
        f'<cellXfs count="{len(ids)}">{looks}</cellXfs>'
        '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
    )


def _zipped(files: dict[str, str]) -> bytes:
    """Stored, not packed: the draft packs the workbook as a whole, which costs less and packs better."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name, text in files.items():
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.create_system = 0
            archive.writestr(entry, text.encode("utf-8"))
    return buffer.getvalue()
