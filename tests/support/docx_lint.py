"""Faults in a DOCX that make Word complain or lose something, and that no schema finds."""

import io
import posixpath
import zipfile
from collections import Counter
from collections.abc import Iterator
from typing import Any

from lxml import etree

from support.docx_ids import id_faults

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_MOST_COLUMNS = 63  # Word's own limit


def faults(data: bytes) -> list[str]:
    """Every fault found, told in words; a sound file has none."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = archive.namelist()
        parts = {name: etree.fromstring(archive.read(name)) for name in names if name.endswith((".xml", ".rels"))}
    found = list(_package(names, parts))
    beside = ("word/header", "word/footer", "word/footnotes", "word/endnotes")
    stories = [name for name in parts if name == "word/document.xml" or name.startswith(beside)]
    for name in stories:
        root = parts[name]
        found += [f"{name}: {fault}" for fault in _fields(root)]
        found += [f"{name}: {fault}" for fault in _tables(root)]
        found += [f"{name}: {fault}" for fault in _targets(name, root, parts)]
    found += _notes(parts)
    body = parts["word/document.xml"]
    found += _bookmarks(body)
    found += id_faults(parts)
    found += [
        f"drawing without description: {one.get('name')}" for one in body.iter(f"{_WP}docPr") if not one.get("descr")
    ]
    return found


def _package(names: list[str], parts: dict[str, Any]) -> Iterator[str]:
    yield from _repeated("part", names)
    if names[0] != "[Content_Types].xml":
        yield "content types do not come first"
    for name, root in parts.items():
        if not name.endswith(".rels"):
            continue
        folder = posixpath.dirname(posixpath.dirname(name))
        for relation in root.iter(_RELATIONSHIP):
            target = relation.get("Target")
            if relation.get("TargetMode") == "External":
                yield f"{name}: points outside: {target}"
                continue
            path = target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            if path not in names:
                yield f"{name}: no part {path}"


def _repeated(what: str, values: list[Any]) -> list[str]:
    return [f"{what} used {count} times: {value}" for value, count in Counter(values).items() if count > 1]


def _bookmarks(body: Any) -> list[str]:
    starts = list(body.iter(f"{W}bookmarkStart"))
    ends = [one.get(f"{W}id") for one in body.iter(f"{W}bookmarkEnd")]
    ids = [one.get(f"{W}id") for one in starts]
    names = [one.get(f"{W}name") for one in starts]
    found = _repeated("bookmark id", ids) + _repeated("bookmark name", names) + _repeated("bookmark end", ends)
    found += [f"bookmark id {id} is never closed" for id in ids if id not in ends]
    found += [f"bookmark end {id} without a start" for id in ends if id not in ids]
    found += [f"bookmark name too long: {name}" for name in names if len(name) > 40]
    return found


def _fields(root: Any) -> Iterator[str]:
    depth = 0
    for element in root.iter(f"{W}fldChar"):
        kind = element.get(f"{W}fldCharType")
        depth += {"begin": 1, "end": -1}.get(kind, 0)
        if depth < 0:
            yield "field end without a beginning"
            depth = 0
    if depth:
        yield f"{depth} fields are never closed"


def _tables(root: Any) -> Iterator[str]:
    for cell in root.iter(f"{W}tc"):
        if len(cell) == 0 or cell[-1].tag != f"{W}p":
            yield "cell that does not end with a paragraph"
    for table in root.iter(f"{W}tbl"):
        grid = [int(column.get(f"{W}w")) for column in table.iterchildren(f"{W}tblGrid") for column in column]
        if len(grid) > _MOST_COLUMNS:
            yield f"table of {len(grid)} columns"
        following = table.getnext()
        if following is not None and following.tag == f"{W}tbl":
            yield "two tables without a paragraph between them grow together"
        for row in table.iterchildren(f"{W}tr"):
            yield from _row(row, grid)


def _row(row: Any, grid: list[int]) -> Iterator[str]:
    column = 0
    for cell in row.iterchildren(f"{W}tc"):
        span = cell.find(f"{W}tcPr/{W}gridSpan")
        count = 1 if span is None else int(span.get(f"{W}val"))
        width = int(cell.find(f"{W}tcPr/{W}tcW").get(f"{W}w"))
        if width != sum(grid[column : column + count]):
            yield f"cell {width} wide over columns {grid[column : column + count]}"
        column += count
    if column != len(grid):
        yield f"row of {column} columns in a grid of {len(grid)}"


def _notes(parts: dict[str, Any]) -> Iterator[str]:
    """Notes that nothing calls, calls of no note, separators that the settings do not name."""
    for kind in ("footnote", "endnote"):
        calls = [one.get(f"{W}id") for one in parts["word/document.xml"].iter(f"{W}{kind}Reference")]
        root = parts.get(f"word/{kind}s.xml")
        notes = [] if root is None else list(root.iter(f"{W}{kind}"))
        ids = [one.get(f"{W}id") for one in notes if one.get(f"{W}type") is None]
        separators = [one.get(f"{W}id") for one in notes if one.get(f"{W}type") is not None]
        named = [one.get(f"{W}id") for one in parts["word/settings.xml"].iterfind(f"{W}{kind}Pr/{W}{kind}")]
        yield from _repeated(f"{kind} id", [*ids, *separators])
        yield from _repeated(f"{kind} called", calls)
        if sorted(calls) != sorted(ids):
            yield f"{kind}s {ids} are called as {calls}"
        if separators != named or (notes and len(separators) != 2):
            yield f"{kind} separators {separators}, in the settings {named}"
        for note in notes:
            if note[-1].tag != f"{W}p":
                yield f"{kind} that does not end with a paragraph"


def _targets(part: str, root: Any, parts: dict[str, Any]) -> Iterator[str]:
    """Styles, lists, relationships and bookmarks that are named but not there."""
    styles = {one.get(f"{W}styleId") for one in parts["word/styles.xml"].iter(f"{W}style")}
    lists = {one.get(f"{W}numId") for one in parts["word/numbering.xml"].iter(f"{W}num")} | {"0"}
    marks = {one.get(f"{W}name") for one in parts["word/document.xml"].iter(f"{W}bookmarkStart")}
    for tag in ("pStyle", "rStyle", "tblStyle"):
        for element in root.iter(f"{W}{tag}"):
            if element.get(f"{W}val") not in styles:
                yield f"no style {element.get(f'{W}val')}"
    for element in root.iter(f"{W}numId"):
        if element.get(f"{W}val") not in lists:
            yield f"no list {element.get(f'{W}val')}"
    for element in root.iter(f"{W}hyperlink"):
        anchor = element.get(f"{W}anchor")
        if anchor is not None and anchor not in marks:
            yield f"link to no bookmark {anchor}"
    for element in root.iter(f"{W}instrText"):
        words = (element.text or "").split()
        if words[:1] in (["REF"], ["PAGEREF"]) and words[1] not in marks:
            yield f"field to no bookmark {words[1]}"
    related = {
        relation.get("Id")
        for relations in [parts.get(part.replace("word/", "word/_rels/") + ".rels")]
        if relations is not None
        for relation in relations.iter(_RELATIONSHIP)
    }
    for element in root.iter():
        for name in (f"{_R}id", f"{_R}embed"):
            if element.get(name) is not None and element.get(name) not in related:
                yield f"no relationship {element.get(name)}"
