"""The JSON Schema (draft 2020-12) of content files, from the model's own types: what editors complete and check."""

from typing import Any, Literal

import msgspec

from reportgen.indicators import Register
from reportgen.model.document import Report, Section
from reportgen.model.inlines import Prose

Kind = Literal["report", "section", "indicators"]
SCHEMA_KINDS: tuple[Kind, ...] = ("report", "section", "indicators")
_TYPES: dict[Kind, tuple[Any, str]] = {
    "report": (Report, "report.yaml"),
    "section": (Section, "section file"),
    "indicators": (Register, "indicators.yaml"),
}
_MARKUP = "Prose: **strong**, *emphasis*, [text](https://…), [](#id), ${department.indicator|form}."


def schema(kind: str | None = None) -> dict[str, Any]:
    """The schema of one kind of file, or of any of them."""
    kinds = SCHEMA_KINDS if kind is None else (kind,)
    types = [_TYPES[one][0] for one in kinds]  # type: ignore[index]  # click passes only the kinds above
    roots, components = msgspec.json.schema_components(types, schema_hook=_hook, ref_template="#/$defs/{name}")
    definitions = {name: _sweetened(name, one) for name, one in components.items()}
    definitions.pop("Opening", None)  # made from the section, never written
    head: dict[str, Any] = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    if kind is not None:
        head["title"] = _TYPES[kind][1]  # type: ignore[index]  # as above
        return head | roots[0] | {"$defs": _without_opening(definitions)}
    return head | {"title": "reportgen content", "anyOf": list(roots), "$defs": _without_opening(definitions)}


def _hook(kind: type) -> dict[str, Any]:
    if kind is Prose:
        return {"type": "string", "description": _MARKUP}
    raise NotImplementedError(kind)


def _without_opening(value: Any) -> Any:
    """Take the section's own head out of every choice of blocks."""
    if isinstance(value, dict):
        return {name: _without_opening(inner) for name, inner in value.items() if name != "opening"}
    if isinstance(value, list):
        return [_without_opening(one) for one in value if one != {"$ref": "#/$defs/Opening"}]
    return value


def _sweetened(name: str, definition: dict[str, Any]) -> dict[str, Any]:
    """Allow the short written forms (see ``sugar``) beside the full ones."""
    properties = definition.get("properties", {})
    short: dict[str, list[dict[str, Any]]] = {}
    if "blocks" in properties:
        short["blocks"] = [{"type": "string", "description": "A paragraph. " + _MARKUP}]
    if name == "Table":
        cell = {"$ref": "#/$defs/Cell"}
        plain = {"type": ["string", "number", "null"]}
        short["columns"] = [{"type": "string", "description": "A column's title."}]
        short["rows"] = [{"type": "array", "items": {"anyOf": [plain, cell]}, "description": "A row of cells."}]
    if name == "Row":
        short["cells"] = [{"type": ["string", "number", "null"]}]
    for key, forms in short.items():
        full = properties[key]["items"]
        properties[key] = {**properties[key], "items": {"anyOf": [*forms, full]}}
    return definition
