"""Theme files as written: laid over each other, then settled into what the types hold.

A theme file says only what it changes of the theme it is ``extends``. Lengths may be written as 22mm, 五号 or 10.5pt,
colours by their names in ``colours``: so that whoever changes a colour there changes it everywhere.
"""

import re
from collections.abc import Mapping
from typing import Any, Literal

import msgspec

from reportgen.theme.theme import Theme
from reportgen.units import parse_length

EXTENDS = "extends"
LIGHT = "light"  # what a theme file says otherwise where ink is to be saved
InkUse = Literal["full", "light"]
HEX = re.compile(r"#[0-9A-Fa-f]{6}")

_PAGE = ("width", "height", "top", "bottom", "inner", "outer", "grid")
_STYLE = ("size", "leading", "left", "right", "before", "after")
_DRAFT = ("width", "height", "top", "bottom", "left", "right", "header", "footer", "grid")
POSTER_COLOURS = (
    "hero", "on_hero", "second", "fill", "track", "leading", "strip", "on_strip", "strip_title", "growth",
)  # fmt: skip
_DRAFT_STYLE = ("size", "line", "tracking", "left", "hanging", "right", "before", "after")


def merged(below: Mapping[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    """``above`` laid over ``below``: mappings key by key, everything else as a whole; null takes a key away."""
    found = dict(below)
    for key, value in above.items():
        under = found.get(key)
        if value is None:
            found.pop(key, None)
            continue
        if key == LIGHT and isinstance(value, dict):
            value = _kept(under or {}, value)
        elif isinstance(value, dict):
            value = merged(under if isinstance(under, dict) else {}, value)  # nulls inside take nothing away
        found[key] = value
    return found


def _kept(below: Mapping[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    """As ``merged``, but nulls stay: what they take away is laid below only later."""
    found = dict(below)
    for key, value in above.items():
        under = found.get(key)
        found[key] = _kept(under if isinstance(under, dict) else {}, value) if isinstance(value, dict) else value
    return found


def printed(written: Mapping[str, Any], ink: InkUse) -> Mapping[str, Any]:
    """What ``written`` says of an edition in full colour, or of one that saves ink."""
    return merged(written, written.get(LIGHT) or {}) if ink == "light" else written


def settled(written: Mapping[str, Any]) -> Theme:
    """The theme that ``written`` says, with every length in points and every colour as its hexadecimal value.

    Raises msgspec.ValidationError, ValueError or KeyError for one that does not hold.
    """
    colours = {name: str(value).upper() for name, value in written["colours"].items()}
    draft = written["draft"]
    looks = dict(written.get("looks", {}))
    if "table" in looks:
        looks["table"] = _lengths(looks["table"], ("inset", "rule", "close"))
        if looks["table"].get("fill"):
            looks["table"]["fill"] = colour(looks["table"]["fill"], colours)
    if "furniture" in looks:
        looks["furniture"] = _lengths(looks["furniture"], ("inset", "drop", "thumb"))
    if "poster" in looks:
        looks["poster"] = _poster(looks["poster"], colours)
    value = {
        **written,
        "page": _lengths(written["page"], _PAGE),
        "colours": colours,
        "palette": [colour(one, colours) for one in written["palette"]],
        "hues": [{key: colour(one, colours) for key, one in hue.items()} for hue in written.get("hues", ())],
        "looks": looks,
        "inks": {str(name).upper(): inks for name, inks in written.get("inks", {}).items()},
        "styles": {
            role: {**_lengths(style, _STYLE), "colour": colour(style["colour"], colours)}
            for role, style in written["styles"].items()
        },
        "draft": {
            **_lengths(draft, _DRAFT),
            "styles": {role: _draft_style(style, colours) for role, style in draft["styles"].items()},
        },
    }
    value.pop(EXTENDS, None)
    value.pop(LIGHT, None)
    return msgspec.convert(value, Theme, strict=False)  # 0.10 comes as text, so that its digits are kept


def colour(written: object, colours: Mapping[str, str]) -> str:
    """``#RRGGBB`` of a colour written so or by its name. Raises ValueError."""
    if isinstance(written, str):
        if HEX.fullmatch(written):
            return written.upper()
        if written in colours:
            return colours[written]
    raise ValueError(written)


def _poster(written: Mapping[str, Any], colours: Mapping[str, str]) -> dict[str, Any]:
    found = _lengths(written, ("radius",))
    for key in POSTER_COLOURS:
        if found.get(key):
            found[key] = colour(found[key], colours)
    if "tiles" in found:
        found["tiles"] = [colour(one, colours) for one in found["tiles"]]
    return found


def _lengths(value: Mapping[str, Any], keys: tuple[str, ...]) -> dict[str, Any]:
    found = dict(value)
    for key in keys:
        if type(found.get(key)) is str:
            found[key] = parse_length(found[key])
    return found


def _draft_style(style: Mapping[str, Any], colours: Mapping[str, str]) -> dict[str, Any]:
    """A Word style: its colours without the number sign, as Word writes them."""
    found = _lengths(style, _DRAFT_STYLE)
    for key in ("colour", "shading", "head"):
        if found.get(key):
            found[key] = colour(found[key], colours)[1:]
    if "borders" in found:
        found["borders"] = {
            side: [_length(weight), colour(paint, colours)[1:], _length(distance)]
            for side, (weight, paint, distance) in found["borders"].items()
        }
    if "tabs" in found:
        found["tabs"] = [[_length(at), leader] for at, leader in found["tabs"]]
    if "margins" in found:
        found["margins"] = [_length(one) for one in found["margins"]]
    return found


def _length(written: str | float) -> float:
    return parse_length(written)
