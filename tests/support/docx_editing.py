"""Edits in a finished DOCX as a person or another program would make them: each changes one thing."""

import copy
import io
import zipfile
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LISTED = ("TOC", "TableOfFigures", "Index")  # ids of the styles of contents
MAIN = "word/document.xml"
Change = Callable[[Any], object]  # takes the root of a part


def edited(data: bytes, change: Change, name: str = MAIN) -> bytes:
    """The file with one part changed."""
    root = etree.fromstring(_parts(data)[name])
    change(root)
    return with_parts(data, {name: etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)})


def with_parts(data: bytes, parts: Mapping[str, bytes]) -> bytes:
    """The file with parts put in the place of its own, or added."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in {**_parts(data), **parts}.items():
            archive.writestr(name, content)
    return out.getvalue()


def package(parts: Mapping[str, bytes]) -> bytes:
    """A Word file of nothing but these parts: document, styles, numbering …"""
    kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    head, names = "http://schemas.openxmlformats.org/package/2006", [name for name in parts if name != "document"]
    rows = "".join(f'<Relationship Id="{name}" Type="{kinds}/{name}" Target="{name}.xml"/>' for name in names)
    main = f'<Relationship Id="a" Type="{kinds}/officeDocument" Target="word/document.xml"/>'
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", f'<Types xmlns="{head}/content-types"/>')
        for name, related in (("_rels/.rels", main), ("word/_rels/document.xml.rels", rows)):
            archive.writestr(name, f'<Relationships xmlns="{head}/relationships">{related}</Relationships>')
        for name, content in parts.items():
            archive.writestr(f"word/{name}.xml", content)
    return out.getvalue()


def _parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def words_of(element: Any) -> str:
    """All text in an element."""
    return "".join(one.text or "" for one in element.iter(f"{W}t"))


def paragraph(root: Any, words: str) -> Any:
    """The first paragraph whose text begins with ``words``, the contents aside."""
    return next(one for one in _paragraphs(root) if words_of(one).startswith(words))


def _paragraphs(root: Any) -> Iterator[Any]:
    for one in root.iter(f"{W}p"):
        style = one.find(f"{W}pPr/{W}pStyle")
        if style is None or not style.get(f"{W}val").startswith(_LISTED):
            yield one


def replace(old: str, new: str) -> Change:
    """In the first paragraph that says ``old``, in whichever runs."""

    def change(root: Any) -> None:
        found = next(one for one in _paragraphs(root) if old in words_of(one))
        low = words_of(found).index(old)
        high, at, said = low + len(old), 0, new
        for one in found.iter(f"{W}t"):
            text, end = one.text or "", at + len(one.text or "")
            if at < high and end > low:
                one.text = text[: max(0, low - at)] + said + text[max(0, high - at) :]
                one.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
                said = ""
            at = end

    return change


def drop(words: str) -> Change:
    """The paragraph that begins so."""

    def change(root: Any) -> None:
        found = paragraph(root, words)
        found.getparent().remove(found)

    return change


def drop_row(words: str) -> Change:
    """The row of a table that the paragraph beginning so stands in."""

    def change(root: Any) -> None:
        row = next(paragraph(root, words).iterancestors(f"{W}tr"))
        row.getparent().remove(row)

    return change


def swap(words: str) -> Change:
    """The paragraph that begins so with the paragraph that follows it."""

    def change(root: Any) -> None:
        found = paragraph(root, words)
        following = found.getnext()
        assert following.tag == f"{W}p"
        found.addprevious(following)

    return change


def restyle(words: str, style: str) -> Change:
    """The paragraph that begins so."""

    def change(root: Any) -> None:
        found = paragraph(root, words).find(f"{W}pPr/{W}pStyle")
        found.set(f"{W}val", style)

    return change


def insert(words: str, text: str) -> Change:
    """A copy of the paragraph that begins so, with other words, behind it."""

    def change(root: Any) -> None:
        found = paragraph(root, words)
        made = copy.deepcopy(found)
        runs = list(made.iter(f"{W}t"))
        for one in runs:
            one.text = ""
        runs[0].text = text
        found.addnext(made)

    return change


def track(old: str, new: str) -> Change:
    """Like ``replace``, as a tracked change of the whole run."""

    def change(root: Any) -> None:
        run = next(one for one in root.iter(f"{W}r") if old in words_of(one))
        made = copy.deepcopy(run)
        for one in made.iter(f"{W}t"):
            one.text = (one.text or "").replace(old, new, 1)
        inserted, deleted = (etree.Element(f"{W}{name}") for name in ("ins", "del"))
        for number, one in enumerate((inserted, deleted), 1):
            one.set(f"{W}id", str(900000 + number))
            one.set(f"{W}author", "某人")
        run.addprevious(inserted)
        run.addprevious(deleted)
        inserted.append(made)
        deleted.append(run)
        for one in deleted.iter(f"{W}t"):
            one.tag = f"{W}delText"

    return change
