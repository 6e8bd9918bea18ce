"""The JSON Schema (draft 2020-12) of content files, from the model's own types: what editors complete and check."""

from typing import Any, Literal

import msgspec

from reportgen.content import keys
from reportgen.content.sugar import PENDING
from reportgen.content.theme_schema import as_written
from reportgen.indicators import Register
from reportgen.model.blocks import MADE
from reportgen.model.document import Report, Section
from reportgen.model.editions import EditionFile
from reportgen.model.inlines import Prose
from reportgen.theme import Brand, Theme, WrittenFonts

Kind = Literal["report", "section", "indicators", "edition", "theme", "brand"]
Language = Literal["zh", "en"]
SCHEMA_KINDS: tuple[Kind, ...] = ("report", "section", "indicators", "edition", "theme", "brand")
_TYPES: dict[Kind, tuple[Any, keys.Both]] = {
    "report": (Report, ("report.yaml", "report.yaml")),
    "section": (Section, ("部分文件", "section file")),
    "edition": (EditionFile, ("选本 editions/*.yaml", "editions/*.yaml")),
    "indicators": (Register, ("登记簿 indicators.yaml", "indicators.yaml")),
    "theme": (Theme, ("主题文件 themes/*.yaml", "theme file")),
    "brand": (Brand, ("品牌文件 brand.yaml", "brand file")),
}

_LISTS = {
    "Quote": ("text",),
    "Question": ("answer",),
    "Foreword": ("text", "by"),
}  # lists for which a plain string may stand
_TAGS = frozenset(str(made.__struct_config__.tag) for made in MADE)
_REFERENCES = [{"$ref": f"#/$defs/{made.__name__}"} for made in MADE]


def schema(kind: Kind | None = None, language: Language = "zh") -> dict[str, Any]:
    """The schema of one kind of file, or of any of them, with its explanations in ``language``."""
    kinds: tuple[Kind, ...] = SCHEMA_KINDS if kind is None else (kind,)
    types = [_TYPES[one][0] for one in kinds] + ([WrittenFonts] if "theme" in kinds else [])
    roots, components = msgspec.json.schema_components(types, schema_hook=_hook, ref_template="#/$defs/{name}")
    at = 0 if language == "zh" else 1
    for made in MADE:
        components.pop(made.__name__, None)
    components = as_written(components)
    definitions = {name: _explained(name, _sweetened(name, one, at), at) for name, one in components.items()}
    head: dict[str, Any] = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    if kind is not None:
        return head | {"title": _TYPES[kind][1][at]} | roots[0] | {"$defs": _mended(definitions)}
    title = ("reportgen 内容文件", "reportgen content")[at]
    return head | {"title": title, "anyOf": list(roots[: len(kinds)]), "$defs": _mended(definitions)}


def _hook(kind: type) -> dict[str, Any]:
    if kind is Prose:
        return {"type": "string"}
    raise NotImplementedError(kind)


def _mended(value: Any) -> Any:
    """What msgspec's schema says otherwise than content files are: decimals are numbers, made kinds never written."""
    if isinstance(value, dict):
        if value.get("format") == "decimal":
            rest = {name: inner for name, inner in value.items() if name not in ("type", "format")}
            return rest | {"type": ["number", "string"]}  # text where digits would be lost: 5.60
        if "mapping" in value and "propertyName" in value:
            kinds = {name: ref for name, ref in value["mapping"].items() if name not in _TAGS}
            return {**value, "mapping": kinds}
        return {name: _mended(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [_mended(one) for one in value if one not in _REFERENCES]
    return value


def _explained(name: str, definition: dict[str, Any], at: int) -> dict[str, Any]:
    """The definition with its name and the meaning of each key."""
    properties = {
        key: one | {"description": keys.MEANINGS[f"{name}.{key}"][at]}
        for key, one in definition.get("properties", {}).items()
    }
    told = {"title": keys.NAMES[name][at], "description": keys.MEANINGS[name][at]}
    return definition | told | {"properties": properties}


def _sweetened(name: str, definition: dict[str, Any], at: int) -> dict[str, Any]:
    """Allow the short written forms (see ``sugar``) beside the full ones."""
    properties = definition.get("properties", {})
    short: dict[str, list[dict[str, Any]]] = {}
    cell: dict[str, Any] = {"type": ["string", "number", "null"], "description": keys.SHORT_CELL[at]}
    if "blocks" in properties:
        short["blocks"] = [{"type": "string", "description": keys.SHORT_PARAGRAPH[at]}]
    if name == "Table":
        cells = {"anyOf": [cell, {"$ref": "#/$defs/Cell"}]}
        short["columns"] = [{"type": "string", "description": keys.SHORT_COLUMN[at]}]
        short["rows"] = [{"type": "array", "items": cells, "description": keys.SHORT_ROW[at]}]
    if name == "Row":
        short["cells"] = [cell]
    if name == "BoardCard":
        short["rows"] = [{"type": "string", "description": keys.SHORT_FIGURE[at]}]
    if name == "Board":
        figure = {"type": "string", "description": keys.SHORT_FIGURE[at]}
        properties["hero"] = {**properties["hero"], "anyOf": [figure, *properties["hero"]["anyOf"]]}
        _shorten(properties, "cards", figure)
        _shorten(properties, "plans", {"type": "string", "description": keys.SHORT_PLAN[at]})
    if name == "Indicator":
        forms = [{"const": PENDING}, *properties["share"]["anyOf"]]  # of figures: any text, see ``_mended``
        properties["share"] = {**properties["share"], "anyOf": forms}
    for key in _LISTS.get(name, ()):
        properties[key] = {**properties[key], "type": ["array", "string"]}
    for key, forms in short.items():
        full = properties[key]["items"]
        properties[key] = {**properties[key], "items": {"anyOf": [*forms, full]}}
    return definition


def _shorten(properties: dict[str, Any], key: str, form: dict[str, Any]) -> None:
    """Allow a short form among the items of a list that may also be null."""
    properties[key] = {
        **properties[key],
        "anyOf": [
            {**one, "items": {"anyOf": [form, one["items"]]}} if "items" in one else one
            for one in properties[key]["anyOf"]
        ],
    }
