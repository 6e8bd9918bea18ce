"""Which style of a template is which role of the theme: by name, as in pandoc's reference document."""

from collections.abc import Mapping

import msgspec
from lxml import etree

from reportgen.theme import Draft, DraftStyle
from reportgen.word.template.names import W, builtin_names, plain

_KINDS = {"paragraph": "paragraph", "character": "character", "table": "table"}


class Matched(msgspec.Struct, frozen=True):
    """``ids``: role to the id of the template's style. ``taken``: role to the name that a style of another type has."""

    ids: Mapping[str, str]
    taken: Mapping[str, str]


def matched(styles: etree._Element, draft: Draft) -> Matched:
    """The roles that the style part ``styles`` of a template has a style for.

    A built-in style is found by its English or Chinese name, whatever its case; one of the theme's own by its exact
    name; both also by an alias that the template gives a style (``w:aliases``). Body text is the template's default
    paragraph style, whatever it is called: paragraphs of body text name none.
    """
    known = [_Known(one) for one in styles.iterchildren(f"{W}style")]
    ids: dict[str, str] = {}
    taken: dict[str, str] = {}
    for role, style in draft.styles.items():
        found = _find(known, style)
        if found is None:
            continue
        if found.kind == _KINDS[style.kind]:
            ids[role] = found.id
        else:
            taken[role] = found.name
    default = next((one.id for one in known if one.kind == "paragraph" and one.is_default), None)
    if default is not None:
        taken.pop("body", None)
        ids = {"body": default, **{role: id for role, id in ids.items() if role != "body"}}
    return Matched(_each_once(ids), taken)


class _Known:
    """A style of the template as it is looked for."""

    def __init__(self, style: etree._Element) -> None:
        name = style.find(f"{W}name")
        aliases = style.find(f"{W}aliases")
        self.name = "" if name is None else str(name.get(f"{W}val", ""))
        self.id = str(style.get(f"{W}styleId", ""))
        self.kind = str(style.get(f"{W}type", "paragraph"))
        self.is_default = style.get(f"{W}default") in ("1", "true", "on")
        written = "" if aliases is None else str(aliases.get(f"{W}val", ""))
        self.aliases = [one.strip() for one in written.replace("，", ",").split(",") if one.strip()]


def _find(known: list[_Known], style: DraftStyle) -> _Known | None:
    """The style of a name; of several built-in ones that of the file's own name, then one of the right type."""
    if style.builtin:
        for name in builtin_names(style.builtin):
            found = [one for one in known if plain(one.name) == name]
            if found:
                return next((one for one in found if one.kind == _KINDS[style.kind]), found[0])
        names = set(builtin_names(style.builtin))
        return next((one for one in known if one.kind == style.kind and names & set(map(plain, one.aliases))), None)
    found = [one for one in known if one.name == style.name]
    if found:
        return next((one for one in found if one.kind == _KINDS[style.kind]), found[0])
    return next((one for one in known if one.kind == style.kind and style.name in one.aliases), None)


def _each_once(ids: dict[str, str]) -> dict[str, str]:
    """No style for two roles: the first in the theme's order has it."""
    found: dict[str, str] = {}
    for role, id in ids.items():
        if id and id not in found.values():
            found[role] = id
    return found
