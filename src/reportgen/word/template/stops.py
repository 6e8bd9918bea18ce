"""Right stops of a template that stood at the edge of the theme's text, where the template has other margins."""

from collections.abc import Mapping

import msgspec
from lxml import etree

from reportgen.word.template.around import Around
from reportgen.word.template.names import W, number_of
from reportgen.word.template.reading import PageKind, Template

_SAME = 10  # twips: programs round what they save
_RIGHT = ("right", "end")


def with_stops_at_edge(template: Template, theirs: float, own: float) -> Template:
    """``template`` with right stops at the edge of its own text: whoever changes margins changes no stops.

    ``theirs`` is how wide the theme's text is, ``own`` how wide the template's, both in twips. A stop moves if it
    stands at the former edge; those of styles also if they stand beyond the new one, where nothing is seen of what they
    hold.
    """
    edge = round(own)
    if edge <= 0:  # no page to set text on, which is told elsewhere
        return template
    styles = etree.fromstring(template.styles)
    for properties in styles.iterfind(f"{W}style/{W}pPr"):
        _move(properties, theirs, edge, beyond=not _ends_further_out(properties))
    return msgspec.structs.replace(
        template, styles=etree.tostring(styles), heads=_moved(template.heads, theirs, edge),
        feet=_moved(template.feet, theirs, edge),
    )  # fmt: skip


def _moved(around: Mapping[PageKind, Around], theirs: float, edge: int) -> dict[PageKind, Around]:
    found: dict[PageKind, Around] = {}
    for kind, one in around.items():
        root = etree.fromstring(one.xml)
        for properties in root.iter(f"{W}pPr"):
            _move(properties, theirs, edge, beyond=False)
        found[kind] = msgspec.structs.replace(one, xml=etree.tostring(root))
    return found


def _ends_further_out(properties: etree._Element) -> bool:
    """Whether the lines of a style run into the margin: its stops stand there on purpose."""
    indent = properties.find(f"{W}ind")
    said = None if indent is None else number_of(indent.get(f"{W}right", indent.get(f"{W}end")))
    return said is not None and said < 0


def _move(properties: etree._Element, theirs: float, edge: int, *, beyond: bool) -> None:
    """Move the stops of a paragraph or style to ``edge``; where one stands there already they go."""
    tabs = properties.find(f"{W}tabs")
    if tabs is None:
        return
    stops = sorted(tabs.iterchildren(f"{W}tab"), key=_clears)  # what only clears gives way to a stop
    at = {one: number_of(one.get(f"{W}pos")) or 0.0 for one in stops}
    has_edge = any(abs(place - edge) <= _SAME and not _clears(one) for one, place in at.items())
    for one, place in at.items():
        if abs(place - edge) <= _SAME:
            continue
        is_right = one.get(f"{W}val") in _RIGHT
        former = (is_right or _clears(one)) and abs(place - theirs) <= _SAME  # what clears it goes along
        if not former and not (beyond and is_right and place > edge):
            continue
        if has_edge:
            tabs.remove(one)
        else:
            one.set(f"{W}pos", str(edge))
            has_edge = True
    tabs[:] = sorted(tabs, key=lambda one: number_of(one.get(f"{W}pos")) or 0.0)


def _clears(stop: etree._Element) -> bool:
    return stop.get(f"{W}val") == "clear"
