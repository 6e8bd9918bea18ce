"""Every kind of file and block with every key, as Markdown tables: the schema for people who read."""

from collections.abc import Iterator
from typing import Any

from reportgen.content import keys
from reportgen.content.schema import SCHEMA_KINDS, Kind, Language, schema

_MOST_CHOICES = 40
_MANY = 8  # types that one key takes: too many to be named one by one
_WORDS: dict[str, tuple[str, str]] = {
    "string": ("文字", "text"), "number": ("数字", "number"), "integer": ("整数", "integer"),
    "boolean": ("true 或 false", "true or false"), "array": ("列表", "list"), "object": ("键: 值", "mapping"),
}  # fmt: skip
_WRITTEN = {"length": ("长度", "length"), "colour": ("颜色", "colour")}


def reference(kind: Kind | None = None, language: Language = "zh") -> str:
    """The keys of one kind of file, or of all, as Markdown in ``language``: a table for each type."""
    return "\n".join(_Writer(language).lines(SCHEMA_KINDS if kind is None else (kind,))) + "\n"


class _Writer:
    """Tells each type where it is first used, so that what a key takes stands right below it."""

    def __init__(self, language: Language) -> None:
        self._language: Language = language
        self._told: set[str] = set()
        self._definitions: dict[str, Any] = {}

    def lines(self, kinds: tuple[Kind, ...]) -> Iterator[str]:
        for number, kind in enumerate(kinds):
            root = schema(kind, self._language)
            self._definitions = root["$defs"]
            if number:
                yield ""
            yield f"## {root['title']}"
            if kind == "section":
                yield ""
                yield from self._of_all_blocks()
            for name in _referred(root.get("$ref"), root.get("additionalProperties")):
                yield from self._type(name, "", 3)

    def _say(self, zh: str, en: str) -> str:
        return zh if self._language == "zh" else en

    def _of_all_blocks(self) -> Iterator[str]:
        yield self._say(
            f"写“可用记号”的地方，可以写 {keys.PROSE[0].replace('可用 ', '`').replace('、', '`、`')}`。"
            "每种内容块都可以写 `tags`：标签，按标签出选本时用。",
            "“with marks” means prose: "
            + keys.PROSE[1].removeprefix("Prose: ").removesuffix(".").replace(", ", "`, `").join("``")
            + ". Every block may have `tags`, by which editions pick.",
        )

    def _type(self, name: str, used_by: str, level: int) -> Iterator[str]:
        """The table of a type, then those of the types that its keys take."""
        if name in self._told:
            return
        self._told.add(name)
        definition = self._definitions[name]
        properties = definition.get("properties", {})
        tag = self._tag(name)
        heading = f"`kind: {tag}`" if tag else f"`{used_by}`" if used_by else ""
        yield ""
        yield f"{'#' * level} {definition['title']} {heading}".rstrip()
        yield ""
        yield _cell(definition["description"])
        rows = [(key, one) for key, one in properties.items() if not (tag and key in ("kind", "tags"))]
        if rows:
            yield ""
            yield f"| {self._say('键', 'key')} | {self._say('写什么', 'takes')} | {self._say('意思', 'meaning')} |"
            yield "|---|---|---|"
        for key, one in rows:
            yield f"| `{key}` | {_cell(self._takes(one, key in definition.get('required', ())))} | {self._means(one)} |"
        for key, one in rows:
            if self._are_names(one):
                names = self._say("、", ", ").join(f"`{name}`" for name in one["properties"])
                yield ""
                yield self._say(f"`{key}` 的名称：{names}。", f"Names of `{key}`: {names}.")
        for key, one in rows:
            for inner in _referred(one):
                yield from self._type(inner, key, 3 if self._tag(inner) else 4)

    def _tag(self, name: str) -> str:
        """What a block of this type writes as its ``kind``; "" for other types."""
        kinds = self._definitions[name].get("properties", {}).get("kind", {}).get("enum", ())
        return str(kinds[0]) if len(kinds) == 1 else ""

    def _takes(self, one: dict[str, Any], required: bool) -> str:
        prose = self._say("，可用记号", ", with marks") if self._prose in one["description"] else ""
        return self._form(one) + prose + (self._say("，必写", ", required") if required else "")

    def _means(self, one: dict[str, Any]) -> str:
        """The meaning of a key; that it takes prose is told beside it."""
        said = one["description"].replace(self._prose, "").strip(" ；")
        return _cell(said or self._say("文字", "The text."))

    @property
    def _prose(self) -> str:
        return keys.PROSE[self._language == "en"]

    def _form(self, one: dict[str, Any]) -> str:
        """What a key takes, in words."""
        if "$ref" in one:
            return self._named(one["$ref"])
        if "anyOf" in one:
            return self._say(" 或 ", " or ").join(dict.fromkeys(self._alternatives(one)))
        if "enum" in one:
            more = self._say("……", " …") if len(one["enum"]) > _MOST_CHOICES else ""
            return self._say("、", ", ").join(f"`{choice}`" for choice in one["enum"][:_MOST_CHOICES]) + more
        if "x-written" in one:
            return self._say(*_WRITTEN[one["x-written"]])
        if isinstance(one.get("additionalProperties"), dict) or self._are_names(one):
            values = [*one.get("properties", {}).values(), one.get("additionalProperties")]
            return self._say("名称: ", "name: ") + self._form(values[0])
        if "prefixItems" in one:
            parts = ", ".join(self._form(each) for each in one["prefixItems"])
            return f"[{parts}]"
        kinds = one.get("type", "object")
        words = [
            _WORDS[each][self._language == "en"]
            for each in ([kinds] if isinstance(kinds, str) else kinds)
            if each != "null"
        ]
        form = self._say(" 或 ", " or ").join(words)
        if isinstance(one.get("items"), dict):
            inner = self._form(one["items"])
            return self._say(f"列表：{inner}", f"list of {inner}") + self._bounds(one)
        return form + self._bounds(one)

    def _are_names(self, one: dict[str, Any]) -> bool:
        """Whether the keys of a mapping are names of things of one sort."""
        return len({self._form(inner) for inner in one.get("properties", {}).values()}) == 1

    def _alternatives(self, one: dict[str, Any]) -> Iterator[str]:
        """Each of the forms that a key may take; many types together are blocks."""
        named = [each for each in one["anyOf"] if "$ref" in each]
        if len(named) > _MANY:
            yield self._say("内容块", "blocks")
        for each in one["anyOf"]:
            if "anyOf" in each:
                yield from self._alternatives(each)
            elif each != {"type": "null"} and not (len(named) > _MANY and "$ref" in each):
                yield self._form(each)

    def _bounds(self, one: dict[str, Any]) -> str:
        """Limits of a number, a text's length, a list's."""
        least = one.get("minimum", one.get("minLength", one.get("minItems"))) or 0
        most = one.get("maximum", one.get("maxLength", one.get("maxItems")))
        above = one.get("exclusiveMinimum")
        if above is not None:
            upper = "" if most is None else self._say(f"、不超过 {most:g}", f", at most {most:g}")
            return self._say(f"，大于 {above:g}", f", above {above:g}") + upper
        if most is None:
            return ""
        unit = ""
        if "maxLength" in one:
            unit = self._say(" 字", " characters")
        elif "maxItems" in one:
            unit = self._say(" 项", " items")
        if unit and least <= 1:
            return self._say(f"，最多 {most}{unit}", f", at most {most}{unit}")
        return self._say("，", ", ") + f"{least:g}–{most:g}{unit}"

    def _named(self, reference: str) -> str:
        definition = self._definitions[reference.rsplit("/", 1)[1]]
        return str(definition["title"])


def _referred(*values: Any) -> Iterator[str]:
    """The types that values of a schema refer to, in their order."""
    for value in values:
        if isinstance(value, str) and value.startswith("#/$defs/"):
            yield value.rsplit("/", 1)[1]
        elif isinstance(value, dict):
            yield from _referred(*(inner for name, inner in value.items() if name not in ("default", "description")))
        elif isinstance(value, list):
            yield from _referred(*value)


def _cell(text: str) -> str:
    """Words of ours inside a Markdown table."""
    return text.replace("|", "\\|")
