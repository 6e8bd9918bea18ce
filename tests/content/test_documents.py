"""What docs/content.md and `reportgen init` show must be what the program takes."""

import re
from importlib import resources
from pathlib import Path

import jsonschema
import pytest

from reportgen.content import SCHEMA_KINDS, load_project, reference, schema
from reportgen.content.convert import written_kinds
from reportgen.content.schema import Language
from reportgen.diagnostics import Diagnostics
from reportgen.resolve import resolve
from reportgen.source import Source, load
from support.project import REPORT, ROOT, run

PAGE = (ROOT / "docs" / "content.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^```yaml (\w+)\n(.*?)^```", PAGE, re.M | re.S)


def value_of(text: str) -> object:
    sink = Diagnostics()
    value = load(Source("example", text), sink)
    assert list(sink) == []
    return value


def test_there_are_examples_of_the_register_and_of_a_section() -> None:
    assert {kind for kind, _ in EXAMPLES} >= {"indicators", "section"}


@pytest.mark.parametrize(("kind", "text"), EXAMPLES, ids=[kind for kind, _ in EXAMPLES])
def test_each_example_fits_the_schema_for_editors(kind: str, text: str) -> None:
    jsonschema.Draft202012Validator(schema(kind)).validate(value_of(text))
    jsonschema.Draft202012Validator(schema()).validate(value_of(text))


def test_the_examples_make_a_project_without_a_complaint(tmp_path: Path) -> None:
    sections = {f"{at}.yaml": text for at, (kind, text) in enumerate(EXAMPLES) if kind == "section"}
    report = re.sub(r"sections: .*", f"sections: [{', '.join(sections)}]", REPORT)
    for name, text in (
        ("report.yaml", report), ("indicators.yaml", dict(EXAMPLES)["indicators"]), *sections.items()
    ):  # fmt: skip
        (tmp_path / name).write_text(text, encoding="utf-8")
    sink = Diagnostics()
    booklet = load_project(tmp_path, sink).booklet
    assert booklet is not None
    document = resolve(booklet, sink)
    assert list(sink) == []
    assert document.values["education.canteens", "value"] == "37所"


def test_the_page_tells_every_kind_of_block() -> None:
    untold = [kind for kind in written_kinds() if f"kind: {kind}" not in PAGE and f"`{kind}`" not in PAGE]
    assert [kind for kind in untold if kind != "paragraph"] == []  # a line of text is one


def test_the_page_tells_the_keys_that_are_used_most() -> None:
    """Every key of a report, of the register and of tables, charts, cards and pictures, where most are used."""
    definitions = schema()["$defs"]
    names = ("Report", "Edition", "PageSetup", "Contact", "Indicator", "Share", "Contents", "Cover", "Section",
             "Table", "Column", "Row", "Cell", "Chart", "Series", "KeyFigures", "Card", "Progress", "Picture",
             "Bullets", "Heading", "Imprint", "Foreword", "Ballot", "Opinions", "Qr")  # fmt: skip
    untold = [
        f"{name}.{key}" for name in names for key in definitions[name]["properties"]
        if not re.search(rf"(?<![\w-]){key}(?![\w-])", PAGE)
    ]  # fmt: skip
    assert untold == []


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_reference_tells_every_key_of_every_type(language: Language) -> None:
    told = reference(None, language)
    for name, definition in schema(None, language)["$defs"].items():
        block = len(definition.get("properties", {}).get("kind", {}).get("enum", ())) == 1  # its kind heads the table
        keys = [key for key in definition.get("properties", {}) if not (key == "kind" and block) and key != "tags"]
        rows = "".join(rf"\| `{key}` \|.*\n(?:\| `tags` \|.*\n)?" for key in keys)
        title, meaning = re.escape(definition["title"]), re.escape(definition["description"].replace("|", "\\|"))
        table = rf"\|.*\n\|---.*\n(?:\| `tags` \|.*\n)?{rows}" if keys else ""
        assert re.search(rf"^#+ {title}.*\n\n{meaning}\n\n?{table}", told, re.M), name
    for kind in written_kinds():
        assert told.count(f"`kind: {kind}`") == 1
    assert "$ref" not in told and "None" not in told


def test_the_reference_in_docs_is_the_program_s(tmp_path: Path) -> None:
    page = (ROOT / "docs" / "keys.md").read_text(encoding="utf-8")
    done = run("schema", "--format", "markdown", cwd=tmp_path)
    assert page.endswith("\n\n" + done.stdout), "run: make keys"


def test_each_row_of_the_table_of_forms_prints_what_it_says() -> None:
    from reportgen.content.convert import convert
    from reportgen.indicators import Register, say

    register, _ = convert(value_of(dict(EXAMPLES)["indicators"]), Register, Source("f", ""), Diagnostics())
    rows = re.findall(r"^\| `\$\{([\w.]+)(?:\\\|(\w+))?\}` \| (\S+) \|", PAGE, re.M)
    assert len(rows) >= 7
    for id, form, printed in rows:
        assert say(register[id], form or "value") == printed


def test_every_error_code_that_the_page_shows_exists() -> None:
    from reportgen.diagnostics.catalogue import CATALOGUE

    shown = re.findall(r"error\[([\w-]+)\]|explain ([\w-]+)", PAGE)
    assert shown and all((one or other) in CATALOGUE for one, other in shown)


def starter_files() -> list[tuple[str, str]]:
    folder = resources.files("reportgen.cli") / "starter"
    found = []
    for path in sorted(Path(str(folder)).rglob("*.yaml")):
        kind = {"report.yaml": "report", "indicators.yaml": "indicators"}.get(path.name, "section")
        found.append((kind, path.read_text(encoding="utf-8")))
    return found


@pytest.mark.parametrize(("kind", "text"), starter_files())
def test_the_starter_fits_the_schema(kind: str, text: str) -> None:
    jsonschema.Draft202012Validator(schema(kind)).validate(value_of(text))


@pytest.mark.parametrize("kind", [None, *SCHEMA_KINDS])
def test_the_schema_is_one_and_describes_every_key(kind: str | None) -> None:
    made = schema(kind)
    jsonschema.Draft202012Validator.check_schema(made)
    assert made["title"]
    bare = [
        f"{name}.{key}"
        for name, definition in made["$defs"].items()
        for key, one in definition.get("properties", {}).items()
        if not one.get("description") and "const" not in one and one.get("enum") is None
    ]
    assert bare == []
    assert [name for name, one in made["$defs"].items() if not one.get("title") or not one.get("description")] == []


def errors(kind: str, text: str) -> list[str]:
    return [one.message for one in jsonschema.Draft202012Validator(schema(kind)).iter_errors(value_of(text))]


def test_the_schema_refuses_what_the_program_refuses() -> None:
    assert errors("section", "id: edu\nname: x\nblocks: [甲, {kind: paragraph, text: 乙}]") == []
    assert errors("section", "id: edu\nnam: x")
    assert errors("section", "id: Edu")
    assert errors("section", "id: edu\nblocks: [{kind: tabel}]")
    assert errors("section", "id: edu\nblocks: [{kind: opening, name: x}]")  # made from the section, never written
    assert errors("section", "id: edu\nblocks: [{kind: callout, blocks: [甲, [乙]]}]")
    assert errors("indicators", "a.b: {name: x, valu: 3}")
    assert errors("indicators", "教育.食堂: {name: x, value: 3}")
    assert errors("report", "title: x")


def test_figures_may_keep_their_digits_in_the_register() -> None:
    assert errors("indicators", "a.b: {name: x, value: 5.60}\nc.d: {name: y, value: 5.6, rough: 近}") == []


def test_init_writes_the_line_by_which_editors_find_the_schema(tmp_path: Path) -> None:
    assert run("init", "p", cwd=tmp_path).returncode == 0
    files = sorted((tmp_path / "p").rglob("*.yaml"))
    assert files
    for path in files:
        first = path.read_text(encoding="utf-8").splitlines()[0]
        named = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first)
        assert named, path
        target = (path.parent / named[1]).resolve()
        assert target.is_file() and target.is_relative_to(tmp_path / "p")
