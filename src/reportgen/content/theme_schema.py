"""The schema of theme and brand files: of a theme all can be left out, since the theme below it says it."""

from typing import Any

import msgspec

from reportgen.theme import EXTENDS, LIGHT, Brand, Theme, WrittenFonts, theme_names, written_theme

_WHOLE = ("Hue", "BrandLogo", "WrittenFile")  # types that are written whole: their required keys are
_OF_LIGHT = ("colours", "palette", "hues", "looks", "styles", "draft", "opening")


def as_written(components: dict[str, Any]) -> dict[str, Any]:
    """The definitions of ``components`` (msgspec's, with ``Theme`` or ``Brand`` among them) as theme files may be."""
    found = {name: one for name, one in components.items() if name not in ("OwnFonts", "OwnFile")}
    for name in _of_themes() & found.keys():
        found[name] = _lengths_as_text(found[name] if name in _WHOLE else _optional(found[name]))
    if "Theme" in found:
        found["Theme"] = _with_roles(found["Theme"])
    if "Draft" in found:
        roles = _roles(written_theme("civic")["draft"]["styles"], "DraftStyle")
        found["Draft"]["properties"]["styles"] = roles
    return found


def _of_themes() -> set[str]:
    """The names of the types that theme files and brand files are made of."""
    _, components = msgspec.json.schema_components([Theme, Brand, WrittenFonts], ref_template="#/$defs/{name}")
    return set(components)


def _optional(definition: dict[str, Any]) -> dict[str, Any]:
    """Nothing has to be written; null takes away what the theme below says."""
    properties = {key: _or_nothing(one) for key, one in definition["properties"].items()}
    return {**{key: one for key, one in definition.items() if key != "required"}, "properties": properties}


def _lengths_as_text(value: Any) -> Any:
    """Lengths may be written with their unit."""
    if isinstance(value, dict):
        changed = {"type": ["string", "number"]} if value.get("x-written") == "length" else {}
        return {name: _lengths_as_text(inner) for name, inner in value.items()} | changed
    return [_lengths_as_text(one) for one in value] if isinstance(value, list) else value


def _or_nothing(one: dict[str, Any]) -> dict[str, Any]:
    written = {name: inner for name, inner in one.items() if name not in ("default", "description")}
    if isinstance(written.get("additionalProperties"), dict):
        written["additionalProperties"] = {"anyOf": [written["additionalProperties"], {"type": "null"}]}
    forms = written["anyOf"] if set(written) == {"anyOf"} else [written]
    return {"anyOf": [*(form for form in forms if form != {"type": "null"}), {"type": "null"}]}


def _with_roles(definition: dict[str, Any]) -> dict[str, Any]:
    """A theme file's own keys, and the names that it may use for colours and styles: those of the themes that ship."""
    civic = written_theme("civic")
    colours = sorted({name for theme in theme_names() for name in written_theme(theme)["colours"]})
    properties = {
        EXTENDS: {"type": "string"},
        **definition["properties"],
        "fonts": {"anyOf": [{"$ref": f"#/$defs/{WrittenFonts.__name__}"}, {"type": "null"}]},
        "styles": _roles(civic["styles"], "Style"),
        "colours": {
            "type": "object",
            "properties": {name: {"type": "string", "x-written": "colour"} for name in colours},
            "additionalProperties": False,
        },
    }
    light = {key: properties[key] for key in _OF_LIGHT}
    properties[LIGHT] = {"type": "object", "properties": light, "additionalProperties": False}
    return {**definition, "properties": properties, "required": [EXTENDS]}


def _roles(written: dict[str, Any], kind: str) -> dict[str, Any]:
    reference = {"$ref": f"#/$defs/{kind}"}
    return {"type": "object", "properties": dict.fromkeys(written, reference), "additionalProperties": False}
