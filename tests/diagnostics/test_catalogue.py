"""The catalogue: every code can happen, speaks both languages and explains itself."""

import ast
import re
from pathlib import Path

import pytest

from reportgen.cli.show import help_text, message
from reportgen.diagnostics import Diagnostic, Diagnostics, Place, Spot
from reportgen.diagnostics.catalogue import CATALOGUE
from support.project import ROOT, run

SOURCE = ROOT / "src" / "reportgen"
FIELD = re.compile(r"\{([a-z_]+)\}")


def literals() -> set[str]:
    """Every string in the program's code, the catalogue and docstrings aside."""
    found = set()
    for path in SOURCE.rglob("*.py"):
        if "catalogue" in path.parts:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                found.add(node.value)
    return found


def test_every_code_can_happen_and_every_code_used_exists() -> None:
    used = literals()
    assert [code for code in CATALOGUE if code not in used] == []
    families = {code.split("-")[0] for code in CATALOGUE}
    called = set()
    for path in SOURCE.rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        called |= set(re.findall(r"(?:error|warning|report|refuse|FontError|MarkupError)\(\s*\"([a-z0-9-]+)\"", text))
    assert {code for code in called if code.split("-")[0] in families and "-" in code} - CATALOGUE.keys() == set()


@pytest.mark.parametrize("code", sorted(CATALOGUE))
def test_an_entry_is_whole(code: str) -> None:
    entry = CATALOGUE[code]
    assert re.fullmatch(r"[a-z]+(-[a-z0-9]+)+", code)
    for text in (entry.zh, entry.en, entry.explain_zh, entry.explain_en):
        assert text.strip() == text != ""
    for text in (entry.zh, entry.en, entry.help_zh, entry.help_en):
        assert "\n" not in text
    assert bool(entry.help_zh) == bool(entry.help_en)
    assert set(FIELD.findall(entry.zh)) == set(FIELD.findall(entry.en))
    assert set(FIELD.findall(entry.help_zh)) == set(FIELD.findall(entry.help_en))
    assert re.search(r"[\u4e00-\u9fff]", entry.zh) and re.search(r"[a-z]{3}", entry.en)


def test_every_call_fills_the_fields_of_its_text() -> None:
    """By the code's own calls: a literal code, then the arguments by name."""
    faults = []
    for path in sorted(SOURCE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            first = node.args[0]
            if not (isinstance(first, ast.Constant) and first.value in CATALOGUE):
                continue
            given = {word.arg for word in node.keywords}
            entry = CATALOGUE[first.value]
            needed = set(FIELD.findall(entry.zh + entry.help_zh))
            if None not in given and not needed <= given | {"written"} and not _is_markup(node):
                faults.append(f"{path.name}:{node.lineno} {first.value}: {needed - given}")
    assert faults == []


def _is_markup(node: ast.Call) -> bool:
    return isinstance(node.func, ast.Name) and node.func.id == "MarkupError"


def test_explain_knows_every_code_in_both_languages(tmp_path: Path) -> None:
    for lang in ("zh", "en"):
        listed = run("explain", "list", "--lang", lang, cwd=tmp_path).stdout
        assert {line.split()[0] for line in listed.splitlines()} == set(CATALOGUE)


def test_a_slip_in_the_code_gets_a_proposal(tmp_path: Path) -> None:
    done = run("explain", "indicator-unknwon", cwd=tmp_path)
    assert done.returncode == 2 and "indicator-unknown" in done.stderr


def test_arguments_fill_the_text_and_can_do_no_harm() -> None:
    sink = Diagnostics()
    sink.error("indicator-unknown", None, id="a{form}\x1b[31m\u202e" + "长" * 300)
    (one,) = sink
    for language in ("zh", "en"):
        said = message(one, language)
        assert "{form}" in said  # braces of an argument are its own
        assert "\x1b" not in said and "\u202e" not in said and len(said) < 300
    assert help_text(Diagnostic("error", "indicator-unknown", None, {}, "a.b"), "zh") == "是不是“a.b”？"


def test_the_sink_keeps_order_and_says_a_thing_once() -> None:
    sink = Diagnostics()
    assert not sink.has_errors and len(sink) == 0
    sink.warning("font-fang-missing", None)
    sink.error("file-empty", Place("a", 1, 1))
    sink.error("file-empty", Place("a", 1, 1))
    sink.error("file-empty", Spot("a"))
    sink.add(Diagnostic("warning", "font-fang-missing", None))
    assert [(one.severity, one.code) for one in sink] == [
        ("warning", "font-fang-missing"), ("error", "file-empty"), ("error", "file-empty"),
    ]  # fmt: skip
    assert sink.has_errors


def test_thousands_of_errors_are_collected_quickly_enough_to_be_told() -> None:
    sink = Diagnostics()
    for number in range(20_000):
        sink.error("indicator-unknown", Spot("a", ("blocks", number)), id=str(number))
        sink.error("indicator-unknown", Spot("a", ("blocks", number)), id=str(number))
    assert len(sink) == 20_000
