"""The YAML 1.2 core schema (chapter 10.3.2): what a plain scalar means."""

import re

_NULL = frozenset(("", "~", "null", "Null", "NULL"))
_BOOL = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_INT = re.compile(r"[-+]?[0-9]+")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_MAY_BE_SPECIAL = frozenset("0123456789-+.~nNtTfF")


_KINDS = {dict: "mapping", list: "list", str: "text", bool: "true/false", int: "number", float: "number"}


def kind_of(value: object) -> str:
    """What a plain value is, as messages name it (see the catalogue's words)."""
    return _KINDS.get(type(value), "null")


def plain_value(text: str) -> object:
    """The value of a plain scalar. A number whose digits would not survive (5.60, 007, 1e3) stays text.

    So that a figure is printed as it was typed; where a number is wanted, the text converts to it exactly.
    """
    if text[:1] not in _MAY_BE_SPECIAL and text:
        return text
    if text in _NULL:
        return None
    if text in _BOOL:
        return _BOOL[text]
    if len(text) <= 17 and _FLOAT.fullmatch(text):
        number: int | float = int(text) if _INT.fullmatch(text) else float(text)
        return number if repr(number) == text else text
    return text
