"""Faults of names and numbers in a DOCX: ids that are used twice or out of Word's range, names of what is not there."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_BITS = 2**31
_LONGEST_TAG = 64  # characters of a control's tag and title: Word's own dialog takes no more
# (element, attribute) of all that has a number; the least one that Word takes
_NUMBERS = (
    (f"{_WP}docPr", "id", 1), (f"{W}bookmarkStart", f"{W}id", 0), (f"{W}footnote", f"{W}id", -1),
    (f"{W}endnote", f"{W}id", -1), (f"{W}comment", f"{W}id", 0), (f"{W}abstractNum", f"{W}abstractNumId", 0),
    (f"{W}num", f"{W}numId", 1), (f"{W}ins", f"{W}id", 0), (f"{W}del", f"{W}id", 0),
)  # fmt: skip
_IN_STYLES = (
    ("basedOn", "style based on no style"),
    ("next", "style followed by no style"),
    ("link", "style linked to no style"),
)


def id_faults(parts: Mapping[str, Any]) -> Iterator[str]:
    """Every fault of the parts, by their names."""
    stories = [root for name, root in parts.items() if name.startswith("word/") and name.endswith(".xml")]
    yield from _numbers(stories)
    yield from _controls(stories)
    paras = [one.get(f"{_W14}paraId") for root in stories for one in root.iter(f"{W}p")]
    yield from _repeated("paraId", [one for one in paras if one is not None])
    yield from (f"paraId beyond 31 bits: {one}" for one in paras if one is not None and not 0 < int(one, 16) < _BITS)
    yield from _repeated("docPr id", [one.get("id") for root in stories for one in root.iter(f"{_WP}docPr")])
    yield from _styles(parts["word/styles.xml"], parts.get("word/numbering.xml"))
    if (numbering := parts.get("word/numbering.xml")) is not None:
        yield from _numbering(numbering, parts["word/styles.xml"])
    for root in stories:
        yield from (f"line feed in text: {one.text[:20]!r}" for one in root.iter(f"{W}t") if "\n" in (one.text or ""))


def _repeated(what: str, values: list[Any]) -> list[str]:
    return [f"{what} used {count} times: {value}" for value, count in Counter(values).items() if count > 1]


def _numbers(stories: list[Any]) -> Iterator[str]:
    for tag, attribute, least in _NUMBERS:
        name = tag.rpartition("}")[2]
        for root in stories:
            for one in root.iter(tag):
                if not least <= int(one.get(attribute)) < _BITS:
                    yield f"{name} id beyond 31 bits: {one.get(attribute)}"


def _controls(stories: list[Any]) -> Iterator[str]:
    properties = [one for root in stories for one in root.iter(f"{W}sdtPr")]
    ids = [one.get(f"{W}val") for sdt in properties for one in sdt.iterchildren(f"{W}id")]
    yield from _repeated("sdt id", ids)
    yield from (f"sdt id beyond 31 bits: {one}" for one in ids if not -_BITS <= int(one) < _BITS or int(one) == 0)
    for sdt in properties:
        for name in ("tag", "alias"):
            for one in sdt.iterchildren(f"{W}{name}"):
                if len(one.get(f"{W}val")) > _LONGEST_TAG:
                    yield f"{name} too long: {one.get(f'{W}val')}"


def _styles(styles: Any, numbering: Any) -> Iterator[str]:
    ids = [one.get(f"{W}styleId") for one in styles.iter(f"{W}style")]
    names = [one.find(f"{W}name").get(f"{W}val").lower() for one in styles.iter(f"{W}style")]
    yield from _repeated("style id", ids)
    yield from _repeated("style name", names)
    for tag, said in _IN_STYLES:
        for one in styles.iter(f"{W}{tag}"):
            if one.get(f"{W}val") not in ids:
                yield f"{said} {one.get(f'{W}val')}"
    lists = set() if numbering is None else {one.get(f"{W}numId") for one in numbering.iter(f"{W}num")}
    for one in styles.iter(f"{W}numId"):
        if one.get(f"{W}val") not in lists | {"0"}:
            yield f"style of no list {one.get(f'{W}val')}"


def _numbering(numbering: Any, styles: Any) -> Iterator[str]:
    abstract = [one.get(f"{W}abstractNumId") for one in numbering.iter(f"{W}abstractNum")]
    ids = {one.get(f"{W}styleId") for one in styles.iter(f"{W}style")}
    yield from _repeated("abstract list", abstract)
    yield from _repeated("list", [one.get(f"{W}numId") for one in numbering.iter(f"{W}num")])
    for one in numbering.iter(f"{W}num"):
        if (named := one.find(f"{W}abstractNumId").get(f"{W}val")) not in abstract:
            yield f"list of no abstract list {named}"
    for one in numbering.iter(f"{W}pStyle"):
        if one.get(f"{W}val") not in ids:
            yield f"list tied to no style {one.get(f'{W}val')}"
    for level in numbering.iter(f"{W}lvl"):
        if not 0 <= int(level.get(f"{W}ilvl")) < 9:
            yield f"level of a list out of range: {level.get(f'{W}ilvl')}"
