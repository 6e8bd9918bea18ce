"""A theme file of the user's own, looked through key by key: what it may change is what the theme below it has."""

import difflib
import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

import msgspec
from msgspec import inspect

from reportgen.source import kind_of
from reportgen.theme.fonts import WrittenFonts, is_inside
from reportgen.theme.theme import Theme
from reportgen.theme.typography import spaces_fault
from reportgen.theme.written import EXTENDS, HEX, LIGHT
from reportgen.units import TRIMS, parse_length

Path = tuple[str | int, ...]
_LARGEST = 4000.0  # points: the longest side that a page may have
_SMALLEST = 1.0  # points: type and pitch; Word counts in half points
_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?([eE][-+]?[0-9]+)?")  # as YAML and JSON write it: no nan, no 1_000
_INTEGER = re.compile(r"-?[0-9]+(\.0+)?")
_OF_LIGHT = ("colours", "palette", "hues", "looks", "styles", "draft", "opening")
_FILES = {"file": "theme-font-file", "template": "theme-template-file"}
_NAMED = (("colours",), ("styles",), ("draft", "styles"))  # whose names are those of the theme below, and no others


class Fault(msgspec.Struct, frozen=True):
    """What is wrong at ``path`` (at its key where ``key`` says so): a code of the catalogue with its arguments."""

    code: str
    path: Path
    arguments: Mapping[str, str] = {}
    key: bool = False
    suggestion: str | None = None


def fault(code: str, path: Path, *, key: bool = False, suggestion: str | None = None, **arguments: str) -> Fault:
    """A fault with its arguments by name."""
    return Fault(code, path, arguments, key, suggestion)


@cache
def _type(kind: type) -> inspect.StructType:
    found = inspect.type_info(kind)
    assert isinstance(found, inspect.StructType)
    return found


def faults(value: Mapping[str, Any], below: Mapping[str, Any]) -> Iterator[Fault]:
    """Every fault of ``value``, which is to be laid over ``below``; both as written."""
    colours = frozenset(below["colours"])
    rest = {key: one for key, one in value.items() if key not in (EXTENDS, "fonts", LIGHT)}
    keys = sorted({field.encode_name for field in _type(Theme).fields} | {EXTENDS, LIGHT})
    under = _Below(below, colours, tuple(keys), _laid_styles(value, below))
    yield from _struct(rest, _type(Theme), (), under)
    if value.get("fonts") is not None:
        yield from _struct(value["fonts"], _type(WrittenFonts), ("fonts",), under)
    above, base = value.get("typography"), below.get("typography", {})
    field = spaces_fault(above, base) if isinstance(above, dict) else None
    if field is not None:
        yield fault("theme-autospace", ("typography", field))
    if value.get(LIGHT) is not None:
        yield from _light_faults(value[LIGHT], under)


def shaped_faults(value: Mapping[str, Any], kind: type, below: Mapping[str, Any]) -> Iterator[Fault]:
    """Every fault of ``value`` as a file of another ``kind`` that goes with the theme ``below``."""
    known = tuple(sorted(field.encode_name for field in _type(kind).fields))
    yield from _struct(value, _type(kind), (), _Below(below, frozenset(below["colours"]), known, {}))


def _light_faults(value: Any, under: "_Below") -> Iterator[Fault]:
    """What is wrong with the part of a theme file that is for saving ink: of a theme it may change looks alone."""
    if not isinstance(value, dict):
        yield _wrong("mapping", value, (LIGHT,))
        return
    for key in value:
        if key not in _OF_LIGHT:
            yield _unknown(key, (LIGHT,), _OF_LIGHT)
    own = {key: one for key, one in value.items() if key in _OF_LIGHT}
    for one in _struct(own, _type(Theme), (), under):
        yield msgspec.structs.replace(one, path=(LIGHT, *one.path))


def _laid_styles(value: Mapping[str, Any], below: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    draft = value.get("draft")
    above = draft.get("styles") if isinstance(draft, dict) else None
    found = {role: dict(style) for role, style in below["draft"]["styles"].items()}
    for role, style in above.items() if isinstance(above, dict) else ():
        if role in found and isinstance(style, dict):
            found[role] |= style
    return found


class _Below(msgspec.Struct, frozen=True):
    """What a key is held against: the theme below as written, the names of colours, the keys of a theme file.

    ``draft_styles`` are the Word styles as they would be, so far as they are mappings at all.
    """

    theme: Mapping[str, Any]
    colours: frozenset[str]
    keys: tuple[str, ...]
    draft_styles: Mapping[str, Mapping[str, Any]]

    def names(self, path: Path) -> tuple[str, ...]:
        found: Any = self.theme
        for step in path:
            found = found[step]
        return tuple(found)


def _unknown(name: str, path: Path, known: tuple[str, ...]) -> Fault:
    near = difflib.get_close_matches(name, known, n=1, cutoff=0.6)
    if "：" in name:
        return fault("content-fullwidth-colon", (*path, name), key=True, written=name)
    return fault(
        "content-unknown-key", (*path, name), key=True, suggestion=near[0] if near else None,
        key_name=name, keys="、".join(known),
    )  # fmt: skip


def _struct(value: Any, kind: inspect.StructType, path: Path, below: _Below) -> Iterator[Fault]:
    if not isinstance(value, dict):
        yield _wrong("mapping", value, path)
        return
    fields = {field.encode_name: field.type for field in kind.fields}
    needed = {field.encode_name for field in kind.fields if field.required}
    known = tuple(fields) if path else below.keys
    if path[:-1] == ("draft", "styles"):
        yield from _fixed(value, path, below)
    if path[:1] in (("fonts",), ("hues",), ("logo",)):  # all else is there in the theme below
        yield from (fault("content-missing-key", path, key_name=name) for name in sorted(needed - value.keys()))
    for name, inner in value.items():
        if inner is None and name in fields and name not in needed:
            continue  # taken away: its default holds again
        if name in fields:
            yield from _value(inner, fields[name], (*path, name), below)
        else:
            yield _unknown(name, path, known)


def _fixed(value: dict[str, Any], path: Path, below: _Below) -> Iterator[Fault]:
    """What of a Word style is not for a theme to choose: other styles, lists and fields go by it."""
    styles = below.draft_styles
    own = below.theme["draft"]["styles"].get(path[-1])
    if own is None:
        return
    kind = own.get("kind", "paragraph")
    for key, default in (("kind", "paragraph"), ("builtin", "")):
        fixed = own.get(key, default)
        if value.get(key) not in (None, fixed):
            yield _not_among(value[key], (fixed or "—",), (*path, key))
    taken = [one.get("name") for role, one in styles.items() if role != path[-1]]
    if isinstance(value.get("name"), str) and (value["name"] in taken or not value["name"].strip()):
        yield _not_among(value["name"], (own["name"],), (*path, "name"))
    same = tuple(role for role, one in styles.items() if (one.get("kind") or "paragraph") == kind)
    if value.get("next") is not None and value["next"] not in same:
        yield _not_among(value["next"], same, (*path, "next"))
    if value.get("based_on") is not None:
        # one that is not itself based on this style: what a style inherits has an end
        free = tuple(role for role in same if path[-1] not in _line(role, styles))
        if value["based_on"] not in free:
            yield _not_among(value["based_on"], free or ("—",), (*path, "based_on"))


def _line(role: str, styles: Mapping[str, Mapping[str, Any]]) -> tuple[str, ...]:
    """A style and all that it inherits from."""
    found: list[str] = []
    while role and role not in found:
        found.append(role)
        role = str(styles.get(role, {}).get("based_on") or "")
    return tuple(found)


def _not_among(value: Any, choices: tuple[str, ...], path: Path) -> Fault:
    near = difflib.get_close_matches(str(value), choices, n=1, cutoff=0.5)
    return fault(
        "content-choice", path, suggestion=near[0] if near else None, written=_shown(value), choices="、".join(choices)
    )


def _mapping(value: Any, kind: inspect.DictType, path: Path, below: _Below) -> Iterator[Fault]:
    if not isinstance(value, dict):
        yield _wrong("mapping", value, path)
        return
    name_type = kind.key_type
    known: tuple[str, ...] = below.names(path) if path in _NAMED else ()
    if path == ("measures",):
        known = tuple(TRIMS)
    if isinstance(name_type, inspect.LiteralType):
        known = tuple(str(one) for one in name_type.values)
    for name, inner in value.items():
        if known and name not in known:
            yield _unknown(name, path, known)
        elif path == ("inks",) and not HEX.fullmatch(str(name)):  # not by name: another theme may change what it means
            yield fault("theme-ink", (*path, name), key=True, written=str(name))
        elif inner is not None or path in _NAMED:  # what a theme needs by name cannot be taken away
            yield from _value(inner, kind.value_type, (*path, name), below)


def _value(value: Any, kind: inspect.Type, path: Path, below: _Below) -> Iterator[Fault]:
    if isinstance(kind, inspect.Metadata):
        written = (kind.extra or {}).get("written")
        if written == "length":
            yield from _length(value, path)
            return
        if written == "colour":
            yield from _colour(value, path, below)
            return
        if written in _FILES and isinstance(value, str):
            if not is_inside(value):
                yield fault(_FILES[written], path, written=value)
            return
        kind = kind.type
    match kind:
        case inspect.StructType():
            yield from _struct(value, kind, path, below)
        case inspect.DictType():
            yield from _mapping(value, kind, path, below)
        case inspect.UnionType(types=types):
            if value is not None:  # nothing, or the one thing it can be as it is written
                kinds = [one for one in types if not isinstance(one, inspect.NoneType)]
                if len(kinds) > 1 and not isinstance(value, str | dict):
                    yield _wrong("text / mapping", value, path)
                else:
                    yield from _value(value, kinds[isinstance(value, dict) and len(kinds) > 1], path, below)
        case inspect.VarTupleType(item_type=item, min_length=least):
            yield from _list(value, item, least or 0, path, below)
        case inspect.TupleType(item_types=items):
            yield from _row(value, items, path, below)
        case _:
            yield from _scalar(value, kind, path)


def _list(value: Any, item: inspect.Type, least: int, path: Path, below: _Below) -> Iterator[Fault]:
    if not isinstance(value, list):
        yield _wrong("list", value, path)
    elif len(value) < least:
        yield fault("content-too-few", path, least=str(least), found=str(len(value)))
    else:
        for index, one in enumerate(value):
            yield from _value(one, item, (*path, index), below)


def _row(value: Any, items: tuple[inspect.Type, ...], path: Path, below: _Below) -> Iterator[Fault]:
    """A list of fixed length, each of its items with a type of its own."""
    if not isinstance(value, list):
        yield _wrong("list", value, path)
    elif len(value) < len(items):
        yield fault("content-too-few", path, least=str(len(items)), found=str(len(value)))
    elif len(value) > len(items):
        yield fault("content-too-many", path, most=str(len(items)), found=str(len(value)))
    else:
        for index, (one, item) in enumerate(zip(value, items, strict=True)):
            yield from _value(one, item, (*path, index), below)


def _length(value: Any, path: Path) -> Iterator[Fault]:
    try:
        if isinstance(value, bool) or value is None:
            raise ValueError(value)
        points = parse_length(value)
    except (ValueError, TypeError):
        yield fault("theme-length", path, written=_shown(value))
        return
    if path[-1] == "tracking":  # the one length that may be negative: characters drawn together
        least = -_LARGEST
    else:
        least = _SMALLEST if path[-1] in ("size", "leading", "grid", "width", "height") else 0.0
    if not least <= points <= _LARGEST:
        yield fault("theme-length", path, written=_shown(value))


def _colour(value: Any, path: Path, below: _Below) -> Iterator[Fault]:
    named = below.colours if path[0] != "colours" else frozenset()
    if isinstance(value, str) and (HEX.fullmatch(value) or value in named):
        return
    near = difflib.get_close_matches(str(value), sorted(named), n=1, cutoff=0.6)
    yield fault(
        "theme-colour", path, suggestion=near[0] if near else None,
        written=_shown(value), names="、".join(sorted(below.colours)),
    )  # fmt: skip


def _scalar(value: Any, kind: inspect.Type, path: Path) -> Iterator[Fault]:
    if isinstance(kind, inspect.LiteralType):
        choices = [str(one) for one in kind.values]
        if not isinstance(value, str) or value not in choices:
            yield _not_among(value, tuple(choices), path)
    elif isinstance(kind, inspect.BoolType):
        if not isinstance(value, bool):
            yield _wrong("true/false", value, path)
    elif isinstance(kind, inspect.StrType):
        if not isinstance(value, str):
            yield _wrong("text", value, path)
    elif isinstance(kind, inspect.IntType | inspect.FloatType):
        yield from _number(value, kind, path)


def _number(value: Any, kind: inspect.IntType | inspect.FloatType, path: Path) -> Iterator[Fault]:
    whole = isinstance(kind, inspect.IntType)
    written = value if isinstance(value, str) else repr(value)
    if isinstance(value, bool) or not (_INTEGER if whole else _NUMBER).fullmatch(written):
        yield _wrong("integer" if whole else "number", value, path)
        return
    number = float(written)
    least = kind.ge if kind.ge is not None else 0
    if number < least or (kind.le is not None and number > kind.le) or number > _LARGEST:
        most = kind.le if kind.le is not None else _LARGEST
        yield fault("content-bounds", path, written=_shown(value), bounds=f"{least:g} ≤ n ≤ {most:g}")


def _wrong(expected: str, value: Any, path: Path) -> Fault:
    return fault("content-type", path, expected=expected, found=kind_of(value))


def _shown(value: object) -> str:
    return "null" if value is None else str(value)
