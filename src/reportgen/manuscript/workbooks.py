"""The workbook inside a chart, as far as the chart refers to its cells (ISO 29500-1, 18.3)."""

import re
from collections.abc import Mapping

from reportgen.manuscript.names import Element
from reportgen.opc import Limits, OpcError, open_package

_MB = 2**20
_LIMITS = Limits(file=16 * _MB, parts=500, part=8 * _MB, unpacked=32 * _MB)
_S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_RANGE = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})(?::\$?([A-Z]{1,3})\$?([0-9]{1,7}))?")
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")  # ST_Xstring
_MOST_CELLS = 10_000  # of a range


class Workbook:
    """The cells by sheet and place, read as they are asked for."""

    def __init__(self, data: bytes, file: str) -> None:
        """Raises OpcError for what is no workbook, or not safe to read."""
        self._package = open_package(data, file, _LIMITS)
        main = self._package.main
        relations = self._package.relations(main)
        self._targets = {
            sheet.get("name", ""): relations[id].target
            for sheet in self._package.xml(main).iter(f"{_S}sheet")
            if (id := sheet.get(f"{_R}id", "")) in relations and not relations[id].outside
        }
        kept = [one.target for one in relations.values() if one.kind == "sharedStrings" and not one.outside]
        self._strings = [
            _text(item) for name in kept if name in self._package for item in self._package.xml(name).iter(f"{_S}si")
        ]
        self._sheets: dict[str, Mapping[str, str]] = {}

    def cells(self, reference: str) -> tuple[str, ...] | None:
        """What stands in the cells of ``Sheet1!$B$2:$B$5``, "" for an empty one; None where nothing is referred to."""
        sheet, mark, place = reference.strip().rpartition("!")
        name = sheet[1:-1].replace("''", "'") if sheet.startswith("'") else sheet
        found = _RANGE.fullmatch(place)
        if not mark or found is None or name not in self._targets:
            return None
        first, top, last, bottom = found[1], int(found[2]), found[3] or found[1], int(found[4] or found[2])
        left, right = _number(first), _number(last)
        if not 0 < (right - left + 1) * (bottom - top + 1) <= _MOST_CELLS or bottom < top:
            return None
        cells = self._cells(name)
        return tuple(
            cells.get(f"{_letters(at)}{row}", "") for row in range(top, bottom + 1) for at in range(left, right + 1)
        )

    def _cells(self, name: str) -> Mapping[str, str]:
        if name not in self._sheets:
            target = self._targets[name]
            root = self._package.xml(target) if target in self._package else ()
            self._sheets[name] = {one.get("r", ""): self._said(one) for row in root for one in row.iter(f"{_S}c")}
        return self._sheets[name]

    def _said(self, cell: Element) -> str:
        if cell.get("t") == "inlineStr":
            return _text(cell)
        said = cell.findtext(f"{_S}v") or ""
        if cell.get("t") == "s":
            known = said.isascii() and said.isdigit() and len(said) < 8 and int(said) < len(self._strings)
            return self._strings[int(said)] if known else ""
        return _unescaped(said) if cell.get("t") == "str" else said


def workbook_of(data: bytes, file: str) -> Workbook | None:
    """A workbook; None for what nobody could open."""
    try:
        return Workbook(data, file)
    except OpcError:
        return None


def _text(element: Element) -> str:
    """The words of a string, without what is said how to read them (``rPh``)."""
    parts = [
        one.text or "" for one in element.iter(f"{_S}t")
        if not any(True for _ in one.iterancestors(f"{_S}rPh"))
    ]  # fmt: skip
    return _unescaped("".join(parts))


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)


def _number(letters: str) -> int:
    number = 0
    for one in letters:
        number = 26 * number + ord(one) - 64
    return number


def _letters(number: int) -> str:
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
