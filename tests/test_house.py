"""The house rules that no linter holds: homes of foreign libraries, sizes of rooms, nothing of anyone's machine."""

import ast
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "src" / "reportgen"

# library -> the rooms that may import it
HOMES = {
    "yaml": {"source", "theme"},  # theme: own files, trusted
    "markdown_it": {"model/markup.py", "model/markup"},
    "uharfbuzz": {"fonts"},
    "matplotlib": {"charts"},
    "numpy": {"charts"},
    "reportlab": {"pdf"},
    "docx": {"word"},
    "lxml": {"word", "opc"},
    "pikepdf": {"press", "parity"},
    "pypdfium2": {"raster"},
    "PIL": {"raster", "pdf"},
    "click": {"cli"},
    "rich": {"cli"},
    "segno": {"qr"},
    "pyphen": {"typeset/text/hyphenation.py", "typeset/text/hyphenation"},
}
MAX_FILE_LINES = 400
MAX_FUNCTION_LINES = 60
MAX_PARAMETERS = 7
BANNED_NAMES = {"utils", "util", "common", "helpers", "helper", "base", "core", "manager", "misc"}

FILES = sorted(SOURCE.rglob("*.py"))


def _imports(tree: ast.AST) -> set[str]:
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module.split(".")[0])
    return found


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_file(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    tree = ast.parse(text)
    place = path.relative_to(SOURCE).as_posix()
    faults = []
    if len(text.splitlines()) > MAX_FILE_LINES:
        faults.append(f"{len(text.splitlines())} lines")
    if path.stem in BANNED_NAMES or path.parent.name in BANNED_NAMES:
        faults.append("a name that says nothing")
    for library in _imports(tree) & HOMES.keys():
        if not any(place == home or place.startswith(home + "/") for home in HOMES[library]):
            faults.append(f"imports {library}, whose home is {sorted(HOMES[library])}")
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            given = node.args.posonlyargs + node.args.args + node.args.kwonlyargs
            count = sum(argument.arg not in ("self", "cls") for argument in given)
            if length > MAX_FUNCTION_LINES:
                faults.append(f"{node.name}: {length} lines")
            if count > MAX_PARAMETERS and not place.startswith("cli/"):  # a command has as many as its options
                faults.append(f"{node.name}: {count} parameters")
    assert not faults, f"{place}: {faults}"


def test_every_exception_to_a_rule_gives_its_reason() -> None:
    pattern = re.compile(r"#\s*(noqa|type: ignore|pragma|fmt: off)(?P<rest>.*)")
    bare = []
    for path in FILES:
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            found = pattern.search(line)
            if found and "#" not in found["rest"] and not re.search(r"\]\s+\S+", found["rest"]):
                bare.append(f"{path.relative_to(SOURCE)}:{number}")
    assert not bare


def test_nothing_names_a_machine() -> None:
    tracked = (
        subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False)
        .stdout.decode()
        .split("\0")
    )
    # split so that this very file does not contain what it looks for
    pattern = re.compile("(?<![a-z])/" + "work/|/" + "root/|/" + "farm/|" + "farm" + "-")
    bad = []
    for name in filter(None, tracked):
        path = ROOT / name
        if path.suffix in (".ttf", ".png", ".jpg", ".docx", ".pdf") or not path.is_file():
            continue
        if pattern.search(path.read_text(encoding="utf-8", errors="ignore")):
            bad.append(name)
    assert not bad


def test_version_is_told_once() -> None:
    import tomllib

    import reportgen

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["version"] == reportgen.__version__
