"""Headers and footers of a template on pages that lie on their side: as wide as the text is there."""

from collections.abc import Mapping

from lxml import etree

from reportgen.word.template.looks import line_of
from reportgen.word.template.merging import put_property
from reportgen.word.template.names import W, number_of

Stops = Mapping[int, tuple[str, str]]  # where a stop is, in twips -> its kind and its leader
_RIGHT = ("right", "end")
_EDGE = 0.8  # of the measure: a right stop beyond belongs to the edge of the text, as far from it as it is
_MIDDLE = (0.4, 0.6)  # of the measure: where a centred stop is that of the middle
_INSIDE = frozenset(f"{W}{name}" for name in ("txbxContent", "tc"))  # whose lines are as wide as these are
_SAME = 0.02  # of the measure: how much a table may be wider or narrower than the text


def stops_of_styles(styles: bytes) -> tuple[dict[str, Stops], Stops]:
    """The stops of each paragraph style with what it inherits, by its id; and those of text without a style."""
    root = etree.fromstring(styles)
    known = {str(one.get(f"{W}styleId")): one for one in root.iterchildren(f"{W}style")}
    found: dict[str, Stops] = {}
    default: Stops = {}
    for id, style in known.items():
        if style.get(f"{W}type", "paragraph") != "paragraph":
            continue
        stops: Stops = {}
        for one in reversed(list(line_of(id, known))):
            stops = _with(stops, one.find(f"{W}pPr/{W}tabs"))
        found[id] = stops
        if style.get(f"{W}default") in ("1", "true", "on"):
            default = stops
    return found, default


def turn(root: etree._Element, styles: bytes, upright: int, across: int) -> None:
    """Let the stops of a header or footer, and tables as wide as the text, follow it from ``upright`` to ``across``."""
    by_style, default = stops_of_styles(styles)
    for paragraph in root.iter(f"{W}p"):
        if any(one.tag in _INSIDE for one in paragraph.iterancestors()):
            continue
        named = paragraph.find(f"{W}pPr/{W}pStyle")
        inherited = default if named is None else by_style.get(str(named.get(f"{W}val")), default)
        _turn_stops(paragraph, inherited, upright, across)
    for table in root.iterchildren(f"{W}tbl"):
        _widen(table, upright, across)


def _with(stops: Stops, tabs: etree._Element | None) -> Stops:
    """Stops with those that a style or paragraph sets and clears."""
    found = dict(stops)
    for one in () if tabs is None else tabs.iterchildren(f"{W}tab"):
        at = round(number_of(one.get(f"{W}pos")) or 0.0)
        if one.get(f"{W}val") == "clear":
            found.pop(at, None)
        else:
            found[at] = (str(one.get(f"{W}val")), str(one.get(f"{W}leader", "")))
    return found


def _turn_stops(paragraph: etree._Element, inherited: Stops, upright: int, across: int) -> None:
    properties = paragraph.find(f"{W}pPr")
    own = None if properties is None else properties.find(f"{W}tabs")
    stops = _with(inherited, own)
    turned = {_place(at, kind, upright, across): (kind, leader) for at, (kind, leader) in stops.items()}
    if turned.keys() == stops.keys():
        return
    said = {at: ("clear", "") for at in inherited if at not in turned}
    said |= {at: one for at, one in turned.items() if inherited.get(at) != one}
    if properties is None:
        properties = etree.Element(f"{W}pPr")
        paragraph.insert(0, properties)
    put_property(properties, "tabs", f"<w:tabs>{''.join(_tab(at, *said[at]) for at in sorted(said))}</w:tabs>")


def _tab(at: int, kind: str, leader: str) -> str:
    led = f' w:leader="{leader}"' if leader else ""
    return f'<w:tab w:val="{kind}"{led} w:pos="{at}"/>'


def _place(at: int, kind: str, upright: int, across: int) -> int:
    if kind in _RIGHT and at >= _EDGE * upright:
        return across - (upright - at)
    if kind == "center" and _MIDDLE[0] * upright <= at <= _MIDDLE[1] * upright:
        return round(at * across / upright)
    return at


def _widen(table: etree._Element, upright: int, across: int) -> None:
    """A table as wide as the text, with its columns in the same shares."""
    columns = list(table.iterfind(f"{W}tblGrid/{W}gridCol"))
    widths = [number_of(one.get(f"{W}w")) or 0.0 for one in columns]
    if abs(sum(widths) - upright) > _SAME * upright:
        return
    measures = [*columns, *table.iterfind(f"{W}tr/{W}tc/{W}tcPr/{W}tcW"), *table.iterfind(f"{W}tblPr/{W}tblW")]
    for one in measures:
        width = number_of(one.get(f"{W}w"))
        if width and one.get(f"{W}type", "dxa") == "dxa":
            one.set(f"{W}w", str(round(width * across / upright)))
