"""Make src/reportgen/word/template/schema.json: what the parts of a Word file that drafts borrow may hold.

    python tools/word_schema.py FOLDER

FOLDER is "data" of https://github.com/dotnet/Open-XML-SDK (MIT): its validator judges drafts.

Only what can stand in styles, lists, fonts, themes, headers and footers of a draft is written: no marks of editing, no
objects, no extensions.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

OUT = Path(__file__).parent.parent / "src" / "reportgen" / "word" / "template" / "schema.json"
ROOTS = (
    "w:CT_Styles/w:styles", "w:CT_Numbering/w:numbering", "w:CT_HdrFtr/w:hdr", "w:CT_HdrFtr/w:ftr",
    "w:CT_FontsList/w:fonts", "a:CT_OfficeStyleSheet/a:theme",
)  # fmt: skip
# of w:document and w:settings only these are taken, each by itself
SETTINGS = (
    "mirrorMargins", "gutterAtTop", "evenAndOddHeaders", "bordersDoNotSurroundHeader", "bordersDoNotSurroundFooter",
    "defaultTabStop", "characterSpacingControl", "noLineBreaksAfter", "noLineBreaksBefore", "themeFontLang",
    "clrSchemeMapping",
)  # fmt: skip
SECTION = ("headerReference", "footerReference", "pgSz", "pgMar", "pgBorders", "pgNumType", "titlePg", "docGrid")
DRAWN = ("pic:CT_Picture/pic:pic", "wps:CT_WordprocessingShape/wps:wsp", "wpg:CT_WordprocessingGroup/wpg:wgp",
         "wpc:CT_WordprocessingCanvas/wpc:wpc")  # fmt: skip
SPACES = ("w", "a", "r", "wp", "pic", "wps", "wpg", "wpc", "wp14", "w14", "w15", "v", "o", "w10", "xml")
# whose schema does not name the effects of text that Word writes there, and older readers pass over
EFFECTS = ("w:CT_RPrBaseStyleable/w:rPr", "w:CT_RPrStyle/w:rPr", "w:CT_RPrList/w:rPr")
LEFT_OUT = frozenset(
    f"w:{name}" for name in (
        "sdt", "customXml", "smartTag", "ins", "del", "moveFrom", "moveTo", "proofErr", "permStart", "permEnd",
        "altChunk", "subDoc", "object", "control", "contentPart", "movie", "hyperlink", "sectPr", "sectPrChange",
        "rPrChange", "pPrChange", "tblPrChange", "tblGridChange", "trPrChange", "tcPrChange", "tblPrExChange",
        "numberingChange", "cellIns", "cellDel", "cellMerge", "footnoteReference", "endnoteReference",
        "commentReference", "annotationRef", "footnoteRef", "endnoteRef", "separator", "continuationSeparator",
        "delText", "delInstrText", "numPicBullet", "lvlPicBulletId", "rsid", "divId", "embedRegular", "embedBold",
        "embedItalic", "embedBoldItalic", "printerSettings", "background", "personal", "personalCompose",
        "personalReply",
    )
)  # fmt: skip
OUT_WORDS = ("Range", "bookmark", "conflict", "extLst", "hlinkClick", "hlinkHover", "hlinkMouse")
SEEN = ("m:", "w:contentPart", "w:movie")  # of what is left out, what would be missed
# what the validator asks for beside the types: None for an attribute that must be there
_WIDTH: dict[str, Any] = {"w:w": None, "w:type": None}
BEYOND: dict[str, dict[str, Any]] = {
    **{f"w:CT_TblWidth/w:{side}": _WIDTH for side in ("top", "bottom", "left", "right", "start", "end")},
    "w:CT_DecimalNumber/w:outlineLvl": {"w:val": [1, ["int", 0, 9]]},
}
NUMBERS = {
    "Int32Value": (-(2**31), 2**31 - 1), "UInt32Value": (0, 2**32 - 1), "Int64Value": (-(2**63), 2**63 - 1),
    "UInt16Value": (0, 65535), "ByteValue": (0, 255), "Int16Value": (-32768, 32767), "SByteValue": (-128, 127),
    "IntegerValue": (-(2**63), 2**63 - 1), "UInt64Value": (0, 2**64 - 1),
}  # fmt: skip
SWITCHES = {
    "OnOffValue": ["true", "false", "on", "off", "0", "1"], "BooleanValue": ["true", "false", "0", "1"],
    "TrueFalseValue": ["t", "f", "true", "false"], "TrueFalseBlankValue": ["t", "f", "true", "false", ""],
}  # fmt: skip
REALS = ("DoubleValue", "SingleValue", "DecimalValue")
Slot = dict[str, Any]


class Schema:
    """The types, by name and by class, and the values of enumerations."""

    def __init__(self, folder: Path) -> None:
        self.spaces = {one["Prefix"]: one["Uri"] for one in json.loads((folder / "namespaces.json").read_text("utf-8"))}
        self.types: dict[str, dict[str, Any]] = {}
        self.classes: dict[tuple[str, str], dict[str, Any]] = {}
        self.enums: dict[str, list[str]] = {}
        self.by_name: dict[str, list[str]] = {}
        for path in sorted((folder / "schemas").glob("*.json")):
            data = json.loads(path.read_text("utf-8"))
            space = data.get("TargetNamespace", "")
            for one in data.get("Types", ()):
                self.types[one["Name"]] = one
                self.classes[space, one["ClassName"]] = one
                one["space"] = space
            for one in data.get("Enums", ()):
                self.enums[one["Type"]] = [value["Value"] for value in one["Facets"]]
                self.by_name.setdefault(one["Name"], []).append(one["Type"])

    def line(self, name: str) -> Iterator[dict[str, Any]]:
        """A type and those that it is derived from."""
        found: dict[str, Any] | None = self.types[name]
        while found is not None:
            yield found
            found = self.classes.get((found["space"], found.get("BaseClass", "")))


def kept(name: str) -> bool:
    """Whether drafts take an element."""
    tag = name.rpartition("/")[2]
    prefix, _, local = tag.partition(":")
    return prefix in SPACES and tag not in LEFT_OUT and not any(word in local for word in OUT_WORDS)


def occurs(particle: dict[str, Any]) -> tuple[int, int | None]:
    """How often something stands there, at least and at most."""
    said = particle.get("Occurs")
    if said is None:
        return 1, 1
    last = said[-1]
    return last.get("Min", 0), last.get("Max")


def slots(particle: dict[str, Any]) -> list[Slot]:
    """Places in the order of the schema: {names, least, most}."""
    least, most = occurs(particle)
    kind = particle.get("Kind")
    if kind is None:
        return [{"names": [particle["Name"]], "least": least, "most": most}]
    if kind == "Any":
        return []
    items = [one for item in particle["Items"] for one in [slots(item)]]
    flat = [slot for item in items for slot in item]
    if kind in ("Sequence", "Group") and most == 1:
        for slot in flat if least == 0 else ():
            slot["least"] = 0
        return flat
    names = [one for slot in flat for one in slot["names"]]
    if not names:
        return []
    if kind in ("Choice",) and most == 1:
        if len(items) == 1:
            return items[0]
        if all(len(item) <= 1 for item in items):
            many = None if any(slot["most"] is None for slot in flat) else max(slot["most"] for slot in flat)
            need = min(least, min((slot["least"] for slot in flat), default=0))
            return [{"names": names, "least": need, "most": many}]
        return [{**slot, "least": 0} for slot in flat]
    if most is not None and most > 1:
        return [{"names": names, "least": least, "most": most}]
    need = least * (1 if any(slot["least"] for slot in flat) or kind == "Choice" else 0)
    return [{"names": names, "least": need, "most": None}]


def value(attribute: dict[str, Any], schema: Schema) -> list[Any]:
    """[required, what it may be …]: ["int", least, most], ["of", values], ["text", least, most, form] and so on."""
    required = False
    checks: dict[object, list[list[Any]]] = {}
    kind, _, inner = attribute["Type"].partition("<")
    inner = inner.rstrip(">")
    for number, one in enumerate(attribute.get("Validators", ())):
        if "Version" in one and not one.get("IsInitialVersion"):
            continue
        if one["Name"] == "RequiredValidator":
            required = not any(arg["Value"] == "False" for arg in one.get("Arguments", ()))
        if one["Name"] in ("RequiredValidator", "OfficeVersionValidator"):
            continue
        checks.setdefault(one.get("UnionId", f"own{number}"), []).append(check(one, kind))
    if kind == "EnumValue" or (kind == "ListValue" and "EnumValue" in inner):
        name = inner.rpartition("EnumValue<")[2].rpartition(".")[2]
        space = inner.rpartition("<")[2].rpartition(".")[0]
        found = schema.by_name.get(name, [])
        made = [["of" if kind == "EnumValue" else "list", pick(found, attribute, space)]]
    elif kind in SWITCHES:
        made = [["of", "=" + " ".join(one or "''" for one in SWITCHES[kind])]]
    elif kind in NUMBERS:
        least, most = NUMBERS[kind]
        for group in checks.values():
            for one in group:
                if one[0] == "int" and len(group) == 1:
                    least, most = max(least, one[1]), min(most, one[2])
        made = [["int", least, most]]
    elif kind in REALS:
        made = [["real"]]
    elif kind == "HexBinaryValue":
        size = next((one[1] for group in checks.values() for one in group if one[0] == "hex"), 0)
        made = [["hex", size]]
    elif kind == "StringValue":
        groups = list(checks.values())
        made = groups[0] if groups else []
    else:
        made = []
    return [int(required), *made]


def pick(found: list[str], attribute: dict[str, Any], space: str) -> str:
    """Of enumerations of one name that of the namespace."""
    if not found:
        raise SystemExit(f"no enumeration for {attribute}")
    if len(found) == 1:
        return found[0]
    prefixes = {"Wordprocessing": "w", "Drawing": "a", "Vml": "v", "Office": "o", "Word": "w10"}
    last = space.rpartition(".")[2]
    wanted = prefixes.get(last, "")
    return next((one for one in found if one.split(":")[0] == wanted), found[0])


def check(one: dict[str, Any], kind: str) -> list[Any]:
    """What a validator of the SDK's lets pass."""
    said = {arg["Name"]: arg["Value"] for arg in one.get("Arguments", ()) if "Name" in arg}
    if one["Name"] == "NumberValidator":
        least = int(said.get("MinInclusive", int(said.get("MinExclusive", -(2**63) - 1)) + 1))
        most = int(said.get("MaxInclusive", int(said.get("MaxExclusive", 2**63)) - 1))
        typed = one.get("Type", "")
        if "Unsigned" in typed or "unsigned" in typed or "NonNegative" in typed:
            least = max(least, 0)
        if "Min1" in typed:
            least = max(least, 1)
        if typed in ("xsd:double",):
            return ["real"]
        if typed.endswith(("DecimalNumber", "xsd:int", "DecimalNumberMax-1", "DecimalNumberMax-2", "xsd:integer")):
            least, most = max(least, -(2**31)), min(most, 2**31 - 1)
        return ["int", least, most]
    if one["Name"] == "EnumValidator":
        return ["of", one["Type"]]
    if one.get("Type") == "w:ST_HexColorRGB" or kind == "HexBinaryValue":
        return ["hex", int(said.get("Length", 0))]
    length = said.get("Length")
    least = int(length or said.get("MinLength", 0))
    most = int(length or said.get("MaxLength", 0))
    return ["text", least, most, said.get("Pattern", ""), *(["token"] if said.get("IsToken") == "True" else [])]


def made(schema: Schema) -> dict[str, Any]:
    """The table."""
    types: dict[str, Any] = {}
    enums: set[str] = set()
    passed_over: set[str] = set()
    waiting = [*ROOTS]
    for holder, names in (("w:CT_Settings/w:settings", SETTINGS), ("w:CT_SectPr/w:sectPr", SECTION)):
        children = {one["Name"].rpartition(":")[2]: one["Name"] for one in schema.types[holder]["Children"]}
        waiting += [children[name] for name in names]
    waiting += DRAWN
    alone = {one.rpartition("/")[2]: one for one in waiting}
    while waiting:
        name = waiting.pop()
        if name in types:
            continue
        line = list(schema.line(name))
        attributes: dict[str, Any] = {}
        for one in reversed(line):
            for attribute in one.get("Attributes", ()):
                name_of = attribute["QName"].removeprefix(":")
                if attribute["Type"] == "Base64BinaryValue":  # a drawing once more, in Office's own words
                    continue
                if ":" not in name_of or name_of.split(":")[0] in SPACES:
                    attributes[name_of] = value(attribute, schema)
        for attribute, spec in BEYOND.get(name, {}).items():
            attributes[attribute] = spec or [1, *attributes[attribute][1:]]
        particle = next((one["Particle"] for one in line if "Particle" in one), None)
        found = [] if particle is None else slots(particle)
        for slot in found:
            out = [one.rpartition("/")[2] for one in slot["names"] if not kept(one)]
            passed_over.update(one for one in out if one.split(":")[0] in SPACES and not one.startswith(SEEN))
            slot["names"] = list(dict.fromkeys(one for one in slot["names"] if kept(one)))
        if name.endswith("/a:graphicData"):
            found = [{"names": [*DRAWN], "least": 1, "most": 1}]
        if name in EFFECTS:
            whole = schema.types["w:CT_RPr/w:rPr"]["Particle"]
            found += [slot for slot in slots(whole) if slot["names"][0].startswith("w14:")]
        found = [slot for slot in found if slot["names"]]
        text = any(one.get("IsLeafText") for one in line)
        types[name] = [attributes, [[slot["names"], slot["least"], slot["most"]] for slot in found], int(text)]
        waiting += [one for slot in found for one in slot["names"]]
        for spec in attributes.values():
            enums.update(one[1] for one in spec[1:] if one[0] in ("of", "list") and not one[1].startswith("="))
    return {
        "notice": "From the Open XML SDK, Copyright (c) .NET Foundation and Contributors, under the MIT License.",
        "spaces": {prefix: schema.spaces[prefix] for prefix in SPACES},
        "roots": alone,
        "passed_over": sorted(passed_over),
        "values": {name: schema.enums[name] for name in sorted(enums)},
        **folded(types),
    }


def folded(types: dict[str, Any]) -> dict[str, Any]:
    """What many types hold is written once: the name of a type to the number of its definition."""
    numbers: dict[str, int] = {}
    for name in sorted(types):
        numbers.setdefault(json.dumps(types[name]), len(numbers))
    return {
        "types": {name: numbers[json.dumps(types[name])] for name in sorted(types)},
        "definitions": [json.loads(one) for one in numbers],
    }


def main() -> None:
    """Write it."""
    table = made(Schema(Path(sys.argv[1])))
    definitions = ",\n".join(json.dumps(one, separators=(",", ":")) for one in table.pop("definitions"))
    head = ",\n".join(f'"{key}":{json.dumps(one, separators=(",", ":"))}' for key, one in table.items())
    OUT.write_text(f'{{{head},\n"definitions":[\n{definitions}\n]}}\n', encoding="utf-8")


if __name__ == "__main__":
    main()
