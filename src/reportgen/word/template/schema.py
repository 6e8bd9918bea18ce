"""What the parts of a Word file may hold (ISO/IEC 29500-1 and Office's own additions), as far as drafts borrow it.

The table ``schema.json`` is made by ``tools/word_schema.py`` out of the Open XML SDK's, which is what judges a draft.
"""

import re
from collections.abc import Callable, Mapping
from functools import cache
from importlib import resources
from typing import Any

import msgspec

_SWITCHED = {"''": ""}
_FRACTION = re.compile(r"-?[0-9]+\.[0-9]+")
_WHOLE = re.compile(r"-?[0-9]{1,19}")
_REAL = re.compile(r"-?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]{1,3})?")
_DIGITS = re.compile(r"[0-9A-Fa-f]*")
_Check = Callable[[str], str | None]  # a value -> the value as it is kept, None for one that is not of the type


_Places = tuple[tuple[tuple[str, ...], int, int | None], ...]
_Definition = tuple[Mapping[str, tuple[Any, ...]], _Places, int]


class _Table(msgspec.Struct, frozen=True):
    """The file ``schema.json``: names are written with the prefixes of ``spaces``; a type is "its name/its element"."""

    spaces: Mapping[str, str]
    roots: Mapping[str, str]
    passed_over: tuple[str, ...]
    values: Mapping[str, tuple[str, ...]]
    types: Mapping[str, int]
    definitions: tuple[_Definition, ...]


class Attribute(msgspec.Struct, frozen=True):
    """An attribute that an element may have."""

    required: bool
    checks: tuple[_Check, ...]

    def read(self, value: str) -> str | None:
        """The value as it is kept: a whole number where a fraction was written, without blanks around; else None."""
        for one in (value, value.strip()):
            if not self.checks:
                return one
            for check in self.checks:
                found = check(one)
                if found is not None:
                    return found
        return None


class Kind(msgspec.Struct, frozen=True):
    """What an element of a type may hold. ``children``: their place in the order, and their type, by name.

    ``places``: how many may stand at each place in the order, at least and at most.
    """

    attributes: Mapping[str, Attribute]
    children: Mapping[str, tuple[int, str]]
    places: tuple[tuple[int, int | None], ...]
    has_text: bool


@cache
def table() -> _Table:
    """The table, read once."""
    data = (resources.files("reportgen.word.template") / "schema.json").read_bytes()
    return msgspec.json.decode(data, type=_Table)


@cache
def kind_of(type: str) -> Kind:
    """What a type may hold."""
    attributes, places, has_text = table().definitions[table().types[type]]
    children = {
        qualified(one.rpartition("/")[2]): (at, one) for at, (names, _, _) in enumerate(places) for one in names
    }
    return Kind(
        {qualified(name): Attribute(bool(spec[0]), tuple(map(_check, spec[1:]))) for name, spec in attributes.items()},
        children, tuple((least, most) for _, least, most in places), bool(has_text),
    )  # fmt: skip


@cache
def root_kinds() -> Mapping[str, str]:
    """The types of what is borrowed, by the name of its outermost element."""
    return {qualified(name): type for name, type in table().roots.items()}


@cache
def passed_over() -> frozenset[str]:
    """Elements that drafts do not take, and whose loss nobody sees: marks of editing, stamps, extensions."""
    return frozenset(map(qualified, table().passed_over))


@cache
def prefixes() -> Mapping[str, str]:
    """The usual prefix of each namespace."""
    return {space: prefix for prefix, space in table().spaces.items()}


def qualified(name: str) -> str:
    """``w:val`` as XML parsers have it; a name without a prefix is in no namespace."""
    prefix, colon, local = name.partition(":")
    return f"{{{table().spaces[prefix]}}}{local}" if colon else name


def _check(spec: tuple[Any, ...]) -> _Check:
    what, *rest = spec
    match what:
        case "int":
            return _whole(rest[0], rest[1])
        case "real":
            return lambda value: value if _REAL.fullmatch(value) else None
        case "hex":
            return _hex(rest[0])
        case "of":
            known = _values(rest[0])
            return lambda value: value if value in known else None
        case "list":
            known = _values(rest[0])
            return lambda value: value if known.issuperset(value.split()) else None
        case _:
            return _text(*rest)


def _values(name: str) -> frozenset[str]:
    if name.startswith("="):
        return frozenset(_SWITCHED.get(one, one) for one in name[1:].split())
    return frozenset(table().values[name])


def _whole(least: int, most: int) -> _Check:
    def check(value: str) -> str | None:
        if _FRACTION.fullmatch(value):  # some programs write 276.0000007 for 276
            value = str(round(float(value)))
        return value if _WHOLE.fullmatch(value) and least <= int(value) <= most else None

    return check


def _hex(size: int) -> _Check:
    def check(value: str) -> str | None:
        return value if _DIGITS.fullmatch(value) and (not size or len(value) == 2 * size) else None

    return check


def _text(least: int, most: int, form: str, token: str = "") -> _Check:
    pattern = re.compile(form) if form else None

    def check(value: str) -> str | None:
        if not least <= len(value) <= (most or len(value)):
            return None
        if pattern is not None and not pattern.fullmatch(value):
            return None
        return None if token and value != " ".join(value.split()) else value

    return check
