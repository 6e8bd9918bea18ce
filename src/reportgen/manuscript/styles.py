"""What styles say of their paragraphs: names, outline levels, lists (ISO 29500-1, 17.7)."""

import re
from collections.abc import Iterator

from reportgen.manuscript.names import Element, W

_HEADING = re.compile(r"heading (\d)", re.IGNORECASE)
_LONGEST_CHAIN = 50
_NO_LEVEL = 9  # Word's word for running text


class Styles:
    """The style part; an unknown style says nothing."""

    def __init__(self, root: Element | None) -> None:
        found = [] if root is None else list(root.iter(f"{W}style"))
        self._styles = {style.get(f"{W}styleId", ""): style for style in found}
        self._default = next(
            (style.get(f"{W}styleId", "") for style in found
             if style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") in ("1", "true", "on")), "",
        )  # fmt: skip
        self._hidden: dict[str | None, bool] = {}
        self._levels: dict[str, int] = {}
        self._lists: dict[str, tuple[str, str | None, str]] = {}  # style -> list, level, style it is from

    def paragraph_id(self, properties: Element | None) -> str:
        """The id of a paragraph's style: its own or the default one."""
        own = value_of(properties, "pStyle")
        return self._default if own is None else own

    def name(self, id: str | None) -> str:
        """A style's name as Word shows it; "" where there is none."""
        style = self._styles.get(id or "")
        return "" if style is None else value_of(style, "name") or ""

    def level(self, id: str, properties: Element | None) -> int:
        """A heading's level from 1, 0 for a paragraph that is none: said by itself, its style, or its style's name."""
        own = value_of(properties, "outlineLvl")
        if own is not None:
            return _level(own)
        if id not in self._levels:
            said = next((value for one in self._chain(id) if (value := _inside(one, "pPr", "outlineLvl"))), None)
            named = _HEADING.fullmatch(self.name(id))
            self._levels[id] = _level(said) if said is not None else int(named[1]) if named else 0
        return self._levels[id]

    def hides(self, id: str | None) -> bool:
        """Whether a style hides its text."""
        if id not in self._hidden:
            said = (one.find(f"{W}rPr/{W}vanish") for one in self._chain(id or ""))
            self._hidden[id] = next((is_on(found) for found in said if found is not None), False)
        return self._hidden[id]

    def list_of(self, id: str, properties: Element | None) -> tuple[str, str | None, str]:
        """(list, level, style it is from) of a paragraph; the list is "0" for none, the level None where unsaid."""
        own = None if properties is None else properties.find(f"{W}numPr")
        level, number = value_of(own, "ilvl"), value_of(own, "numId")
        if number is not None:
            return number, level, ""
        if id not in self._lists:
            self._lists[id] = self._inherited(id)
        said, inherited, style = self._lists[id]
        return said, level if level is not None else inherited, style

    def _inherited(self, id: str) -> tuple[str, str | None, str]:
        """What a style says of a list; a level of its own goes with the list of the style it is based on."""
        level = None
        for one in self._chain(id):
            numbers = one.find(f"{W}pPr/{W}numPr")
            level = level if level is not None else value_of(numbers, "ilvl")
            number = value_of(numbers, "numId")
            if number is not None:
                return number, level, one.get(f"{W}styleId", "")
        return "0", None, ""

    def _chain(self, id: str) -> Iterator[Element]:
        """A style and those it is based on; a ring, or a chain that no template has, ends."""
        seen: set[str] = set()
        while id in self._styles and id not in seen and len(seen) < _LONGEST_CHAIN:
            seen.add(id)
            yield self._styles[id]
            id = value_of(self._styles[id], "basedOn") or ""


def value_of(element: Element | None, name: str) -> str | None:
    """The ``w:val`` of a child; None where there is no such child."""
    found = None if element is None else element.find(f"{W}{name}")
    return None if found is None else found.get(f"{W}val", "")


def is_on(element: Element) -> bool:
    """Whether a property that is there or not is on."""
    return element.get(f"{W}val", "1") in ("1", "true", "on")


def _inside(style: Element, group: str, name: str) -> str | None:
    return value_of(style.find(f"{W}{group}"), name)


def _level(said: str) -> int:
    return int(said) + 1 if said.isdigit() and int(said) < _NO_LEVEL else 0
