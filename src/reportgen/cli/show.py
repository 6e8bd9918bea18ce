"""Diagnostics as people and as programs read them."""

import json
import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping

from reportgen.cli.language import Language
from reportgen.diagnostics import Diagnostic, Place
from reportgen.diagnostics.catalogue import CATALOGUE
from reportgen.diagnostics.catalogue.words import spoken

PlaceOf = Callable[[Diagnostic], Place | None]


def message(diagnostic: Diagnostic, language: Language) -> str:
    """The catalogue's text with the arguments filled in, and how often it holds in this text where that is not once."""
    entry = CATALOGUE[diagnostic.code]
    said = _filled(entry.en if language == "en" else entry.zh, diagnostic.arguments, language)
    if diagnostic.times == 1:
        return said
    return said + (f" ({diagnostic.times} in this text)" if language == "en" else f"（这一段共 {diagnostic.times} 处）")


def help_text(diagnostic: Diagnostic, language: Language) -> str:
    """What to do about it: the word meant, or the catalogue's advice; may be empty."""
    if diagnostic.suggestion:
        word = diagnostic.suggestion
        return f'did you mean "{word}"?' if language == "en" else f"是不是“{word}”？"
    entry = CATALOGUE[diagnostic.code]
    zh, en = entry.advice.get(diagnostic.arguments.get("expected", ""), (entry.help_zh, entry.help_en))
    return _filled(en if language == "en" else zh, diagnostic.arguments, language)


_FIELD = re.compile(r"\{([a-z_]+)\}")
_NAMING = ("expected", "found", "sheet", "edge", "use")  # arguments that are words of the catalogue's own


def _filled(text: str, arguments: Mapping[str, str], language: Language) -> str:
    """``text`` with {name} replaced; braces in the arguments or elsewhere mean nothing."""

    def said(field: re.Match[str]) -> str:
        value = arguments.get(field[1])
        if value is None:
            return field[0]
        return _visible(spoken(value)[language == "en"] if field[1] in _NAMING else value)

    return _FIELD.sub(said, text)


def _visible(text: str) -> str:
    """User text safe for a terminal: no control characters, not too long."""
    shown = "".join(c if unicodedata.category(c) not in ("Cc", "Cf", "Cs") else f"\\u{ord(c):04x}" for c in text)
    return shown if len(shown) <= 200 else shown[:199] + "…"


def as_text(diagnostic: Diagnostic, place: Place | None, source_line: str | None, language: Language) -> str:
    """``path:line:col: error[CODE]: text``, the source line with a caret, and help."""
    where = f"{place.file}:{place.line}:{place.column}: " if place else ""
    # The word before the code stays English so that editors and CI match one pattern in both languages.
    lines = [f"{where}{diagnostic.severity}[{diagnostic.code}]: {message(diagnostic, language)}"]
    if place and source_line is not None:
        shown, caret = _window(source_line, place.column, place.length)
        number = str(place.line)
        lines += [f"  {number} | {shown}", f"  {' ' * len(number)} | {caret}"]
    advice = help_text(diagnostic, language)
    if advice:
        lines.append(("  help: " if language == "en" else "  建议：") + advice)
    return "\n".join(lines)


def _window(line: str, column: int, length: int) -> tuple[str, str]:
    """At most about 90 columns of ``line`` around ``column``, and the caret line below it."""
    line = line.rstrip("\r\n").replace("\t", " ")
    start = max(0, column - 1 - 40)
    shown = ("…" if start else "") + _visible_line(line[start : start + 80])
    before = ("…" if start else "") + _visible_line(line[start : column - 1])
    marked = line[column - 1 : column - 1 + length][:60]
    return shown, " " * _columns(before) + "^" * max(1, _columns(marked))


def _visible_line(text: str) -> str:
    return "".join(
        c if unicodedata.category(c) not in ("Cc", "Cf", "Cs") else "\N{REPLACEMENT CHARACTER}" for c in text
    )


def _columns(text: str) -> int:
    """Columns on a terminal: wide characters take two (UAX #11)."""
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def as_json(diagnostics: Iterable[Diagnostic], place_of: PlaceOf, language: Language) -> str:
    """A JSON array, one object a diagnostic, sorted as given."""
    rows = []
    for one in diagnostics:
        place = place_of(one)
        rows.append(
            {
                "severity": one.severity,
                "code": one.code,
                "file": place.file if place else None,
                "line": place.line if place else None,
                "column": place.column if place else None,
                "message": message(one, language),
                "help": help_text(one, language),
                "arguments": one.arguments,
                "times": one.times,
            }
        )
    return json.dumps(rows, ensure_ascii=False, indent=2)


def in_order(diagnostics: Iterable[Diagnostic], place_of: PlaceOf) -> list[Diagnostic]:
    """Sorted by place; those without a place come first, errors before warnings."""
    ranks = {"error": 0, "warning": 1, "note": 2}

    def key(one: Diagnostic) -> tuple[object, ...]:
        place = place_of(one)
        where = (place.file, place.line, place.column) if place else ("", 0, 0)
        return (*where, ranks[one.severity], one.code, sorted(one.arguments.items()))

    return sorted(diagnostics, key=key)


def counted(errors: int, warnings: int, language: Language) -> str:
    """``2 errors, 1 warning``."""
    if language == "en":
        return f"{errors} error{'s' * (errors != 1)}, {warnings} warning{'s' * (warnings != 1)}"
    return f"{errors} 个错误，{warnings} 个警告"
