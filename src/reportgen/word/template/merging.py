"""The style and numbering parts of a draft with a template: the template's own, and what it lacks from the theme."""

from collections.abc import Mapping, Sequence

import msgspec
from lxml import etree

from reportgen.word.template.looks import line_of
from reportgen.word.template.names import W

_NO_LIST = "0"
_LEVELS = tuple(map(str, range(9)))
_POINTERS = (f"{W}basedOn", f"{W}next", f"{W}link")
# what stands before these in w:pPr (CT_PPrBase, ISO/IEC 29500-1 A.1)
_BEFORE = {
    "keepNext": ("pStyle",),
    "numPr": ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl"),
    "tabs": (
        "pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr", "suppressLineNumbers",
        "pBdr", "shd",
    ),
}  # fmt: skip
_BEFORE["spacing"] = (
    *_BEFORE["tabs"], "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap", "overflowPunct", "topLinePunct",
    "autoSpaceDE", "autoSpaceDN", "bidi", "adjustRightInd", "snapToGrid",
)  # fmt: skip


class Ties(msgspec.Struct, frozen=True):
    """What of the template's styles is not the template's: lists of headings, and what a style needs to work.

    ``lists``: the id of a style to (level from 0, list), which it is tied to whatever the template says. ``marks``: the
    same for a style that is tied so if the template ties it to nothing. ``stops``: the id of a style to its ``w:tabs``
    if it has no stop at the right. ``spacings``: the id of a style to the ``w:spacing`` that it has in this draft.
    ``keeps``: ids of styles that stay with the next paragraph unless the template says whether they do. ``numbers``:
    lists of the template by their number, to their number in the draft.
    """

    lists: Mapping[str, tuple[int, int]]
    marks: Mapping[str, tuple[int, int]]
    stops: Mapping[str, str]
    spacings: Mapping[str, str]
    keeps: frozenset[str]
    numbers: Mapping[str, int]


def merged_styles(styles: bytes, added: Sequence[str], ties: Ties) -> str:
    """The style part ``styles`` of a template with the styles ``added``, each an element with the prefix ``w``."""
    root = etree.fromstring(styles)
    known = {str(one.get(f"{W}styleId")): one for one in root.iterchildren(f"{W}style")}
    for id, style in known.items():
        for pointer in [one for one in style if one.tag in _POINTERS and one.get(f"{W}val") not in known]:
            style.remove(pointer)
        _tie(id, style, known, ties)
    for xml in added:
        wrapped = etree.fromstring(f'<w:styles xmlns:w="{W[1:-1]}">{xml}</w:styles>')
        root.extend(list(wrapped))
    return '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' + etree.tostring(root, encoding="unicode")


def _tie(id: str, style: etree._Element, known: Mapping[str, etree._Element], ties: Ties) -> None:
    own = style.find(f"{W}pPr/{W}numPr")
    if id in ties.lists:
        _put(style, "numPr", _list(*ties.lists[id]))
    elif own is not None:
        number = own.find(f"{W}numId")
        written = _NO_LIST if number is None else str(number.get(f"{W}val", _NO_LIST))
        if number is not None and written in ties.numbers:
            number.set(f"{W}val", str(ties.numbers[written]))
        elif written != _NO_LIST:
            style.find(f"{W}pPr").remove(own)  # type: ignore[union-attr]  # it holds what was just found in it
    if id in ties.marks and not any(one.find(f"{W}pPr/{W}numPr") is not None for one in line_of(id, known)):
        _put(style, "numPr", _list(*ties.marks[id]))
    if id in ties.stops and not any(_has_stop(one) for one in line_of(id, known)):
        _put(style, "tabs", ties.stops[id])
    if id in ties.keeps and not any(one.find(f"{W}pPr/{W}keepNext") is not None for one in line_of(id, known)):
        _put(style, "keepNext", "<w:keepNext/>")
    if id in ties.spacings:
        _put(style, "spacing", ties.spacings[id])


def _has_stop(style: etree._Element) -> bool:
    return any(one.get(f"{W}val") in ("right", "end") for one in style.iterfind(f"{W}pPr/{W}tabs/{W}tab"))


def _list(level: int, number: int) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


def _put(style: etree._Element, name: str, xml: str) -> None:
    """Give a style a paragraph property at its place, in place of the one it has."""
    properties = style.find(f"{W}pPr")
    if properties is None:
        properties = etree.Element(f"{W}pPr")
        run = next((one for one in style if one.tag in (f"{W}rPr", f"{W}tblPr", f"{W}trPr", f"{W}tcPr")), None)
        style.insert(len(style) if run is None else style.index(run), properties)
    put_property(properties, name, xml)


def put_property(properties: etree._Element, name: str, xml: str) -> None:
    """Put a property (``numPr``, ``tabs``, ``spacing``) at its place in ``w:pPr``, in place of the one there."""
    for old in properties.findall(f"{W}{name}"):
        properties.remove(old)
    before = {f"{W}{one}" for one in _BEFORE[name]}
    at = max((index + 1 for index, one in enumerate(properties) if one.tag in before), default=0)
    properties.insert(at, etree.fromstring(f'<w:pPr xmlns:w="{W[1:-1]}">{xml}</w:pPr>')[0])


def used_numbers(styles: bytes, passed_over: frozenset[str]) -> tuple[str, ...]:
    """The numbers of the lists that a template's styles are tied to, in the order of the styles.

    ``passed_over``: ids of styles that have lists of the draft's instead.
    """
    found: dict[str, None] = {}
    for style in etree.fromstring(styles).iterchildren(f"{W}style"):
        number = style.find(f"{W}pPr/{W}numPr/{W}numId")
        if number is not None and style.get(f"{W}styleId") not in passed_over:
            found[str(number.get(f"{W}val", _NO_LIST))] = None
    return tuple(number for number in found if number != _NO_LIST)


class Lists(msgspec.Struct, frozen=True):
    """Lists of a template as the draft has them: XML of their definitions and of themselves, and their new numbers."""

    definitions: str
    lists: str
    numbers: Mapping[str, int]


def taken_lists(numbering: bytes, wanted: Sequence[str], free: tuple[int, int], kept: frozenset[str]) -> Lists:
    """The lists ``wanted`` of a template's numbering part, numbered from ``free`` (definition, list) on.

    ``kept``: ids of the styles that they may be tied to; others have lists of the draft's, or are not there.
    """
    if not numbering:
        return Lists("", "", {})
    root = etree.fromstring(numbering)
    abstract = {str(one.get(f"{W}abstractNumId")): one for one in root.iterchildren(f"{W}abstractNum")}
    nums = {str(one.get(f"{W}numId")): one for one in root.iterchildren(f"{W}num")}
    definitions: dict[str, str] = {}  # old number of a definition -> new
    made: list[str] = []
    lists: list[str] = []
    numbers: dict[str, int] = {}
    for number in wanted:
        num = nums.get(number)
        pointer = None if num is None else num.find(f"{W}abstractNumId")
        old = "" if pointer is None else str(pointer.get(f"{W}val"))
        if num is None or pointer is None or old not in abstract:
            continue
        if old not in definitions:
            definitions[old] = str(free[0] + len(definitions))
            made.append(_definition(abstract[old], definitions[old], kept))
        numbers[number] = free[1] + len(numbers)
        pointer.set(f"{W}val", definitions[old])
        num.set(f"{W}numId", str(numbers[number]))
        for tied in [one for one in num.iter(f"{W}pStyle") if one.get(f"{W}val") not in kept]:
            tied.getparent().remove(tied)  # type: ignore[union-attr]  # it stands in a level
        lists.append(etree.tostring(num, encoding="unicode", with_tail=False))
    return Lists("".join(made), "".join(lists), numbers)


def _definition(element: etree._Element, number: str, kept: frozenset[str]) -> str:
    element.set(f"{W}abstractNumId", number)
    for level in element.findall(f"{W}lvl"):
        if level.get(f"{W}ilvl") not in _LEVELS:
            element.remove(level)
    for tied in [one for one in element.iter(f"{W}pStyle") if one.get(f"{W}val") not in kept]:
        tied.getparent().remove(tied)  # type: ignore[union-attr]  # it stands in a level
    return etree.tostring(element, encoding="unicode", with_tail=False)


def numbers_itself(style: str, styles: bytes, numbering: bytes) -> tuple[str, str] | None:
    """Format and text of the number that a template's list puts before paragraphs of a style; None without one."""
    if not numbering:
        return None
    known = {str(one.get(f"{W}styleId")): one for one in etree.fromstring(styles).iterchildren(f"{W}style")}
    for one in line_of(style, known):
        numbered = one.find(f"{W}pPr/{W}numPr")
        if numbered is None:
            continue
        number, level = numbered.find(f"{W}numId"), numbered.find(f"{W}ilvl")
        at = "0" if level is None else str(level.get(f"{W}val"))
        root = etree.fromstring(numbering)
        id = "" if number is None else str(number.get(f"{W}val"))
        pointer = root.find(f"{W}num[@{W}numId='{id}']/{W}abstractNumId") if id.isdigit() else None
        old = "" if pointer is None else str(pointer.get(f"{W}val"))
        found = (
            root.find(f"{W}abstractNum[@{W}abstractNumId='{old}']/{W}lvl[@{W}ilvl='{at}']") if old.isdigit() else None
        )
        if found is None:
            return None
        words = [found.find(f"{W}{name}") for name in ("numFmt", "lvlText")]
        form, text = ("" if one is None else str(one.get(f"{W}val", "")) for one in words)
        return None if form == "none" or not text else (form, text)
    return None
