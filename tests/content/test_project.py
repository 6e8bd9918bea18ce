"""A project folder as its authors meet it: all errors in one run, each at its place."""

import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.content import Loaded, load_project, place_of
from reportgen.content.convert import convert
from reportgen.diagnostics import Diagnostics
from reportgen.indicators import Register
from reportgen.model.blocks import Paragraph, Table
from reportgen.model.document import Report, Section
from reportgen.resolve import resolve
from reportgen.source import Source
from support.project import REPORT, write_project

Found = tuple[str, str, int, int]


def loading(folder: Path, display: str = "") -> tuple[Loaded, list[Found]]:
    """Load and resolve; the diagnostics as (code, file, line, column) in order of place."""
    sink = Diagnostics()
    loaded = load_project(folder, sink, display)
    if loaded.booklet is not None:
        resolve(loaded.booklet, sink)
    found = []
    for one in sink:
        place = place_of(one.where, loaded.sources)
        assert place is not None
        found.append((one.code, place.file, place.line, place.column))
    return loaded, sorted(found, key=lambda one: one[1:])


def with_section(folder: Path, text: str) -> tuple[Loaded, list[tuple[str, int, int]]]:
    loaded, found = loading(write_project(folder, edu=text))
    assert {file for _, file, _, _ in found} <= {"sections/edu.yaml"}
    return loaded, [(code, line, column) for code, _, line, column in found]


def suggestion(folder: Path, text: str) -> str | None:
    sink = Diagnostics()
    loaded = load_project(write_project(folder, edu=text), sink)
    assert loaded.booklet is not None
    resolve(loaded.booklet, sink)
    (one,) = sink
    return one.suggestion


@pytest.mark.parametrize(
    "written", ["|\n  示例市\n  工作成绩单\n", '"示例市\\n工作成绩单"\n', ">\n  示例市\n\n  工作成绩单\n\n"]
)
def test_a_title_is_one_line_however_it_is_written(tmp_path: Path, written: str) -> None:
    """No line end of a name, a unit or a title is printed: only prose has line breaks, where its author asks."""
    report = REPORT.replace("示例市工作成绩单\n", written)
    loaded, found = loading(write_project(tmp_path, report=report))
    assert found == [] and loaded.booklet is not None
    assert loaded.booklet.report.title == "示例市工作成绩单"


def test_a_name_of_blanks_is_none(tmp_path: Path) -> None:
    loaded, found = loading(write_project(tmp_path, report=REPORT + 'subtitle: " "\n'))
    assert found == [] and loaded.booklet is not None
    assert loaded.booklet.report.subtitle == ""


def test_a_good_project_is_read_without_a_word(tmp_path: Path) -> None:
    loaded, found = loading(write_project(tmp_path / "demo"))
    assert found == [] and loaded.booklet is not None
    booklet = loaded.booklet
    assert booklet.name == "demo"
    assert [section.id for section in booklet.sections] == ["cover", "contents", "edu"]
    assert booklet.files == ("sections/cover.yaml", "sections/contents.yaml", "sections/edu.yaml")
    assert isinstance(booklet.sections[2].blocks[1], Paragraph)  # a plain string
    table = booklet.sections[2].blocks[2]
    assert isinstance(table, Table) and len(table.rows[0].cells) == 2 and table.columns[1].type == "number"


def test_files_are_named_as_the_user_named_the_folder(tmp_path: Path) -> None:
    project = write_project(tmp_path, edu="id: edu\nnaem: x\n")
    assert loading(project, "here/p/")[1][0][1] == "here/p/sections/edu.yaml"


FAULTY = """\
id: edu
name: 示例市教育局
shrot: 市教育局
headline: ${edu.canteens|vlaue}食堂完工
blocks:
  - kind: tabel
    title: 甲
  - 完成${edu.cantens}。
  - kind: bullets
    items:
      - 甲
      - [乙]
      - 见[](#mian)。
      - ${edu.plases}
  - kind: heading
    level: 9
    text: 题
  - kind: keyfigures
    cards:
      - note: 没有指标
      - indicator: edu.nothing
  - kind: callout
    blocks:
      - 5
      - kind: quote
        text: 引${edu.x|
      - 又一处${edu.y}
"""


def test_one_run_tells_every_fault_where_it_is(tmp_path: Path) -> None:
    _, found = with_section(tmp_path, FAULTY)
    assert found == [
        ("content-unknown-key", 3, 1),
        ("indicator-form-unknown", 4, 11),
        ("content-kind-unknown", 6, 11),
        ("indicator-unknown", 8, 7),
        ("content-type", 12, 9),
        ("reference-unknown", 13, 13),
        ("indicator-unknown", 14, 9),
        ("content-bounds", 16, 12),
        ("content-missing-key", 20, 9),
        ("indicator-unknown", 21, 20),
        ("content-type", 24, 9),
        ("markup-indicator", 26, 16),
        ("indicator-unknown", 27, 12),
    ]


def test_faults_of_all_files_come_out_of_one_run(tmp_path: Path) -> None:
    report = REPORT.replace("issuer: 示例市人民政府\n", "isuer: 甲\n").replace(
        "sections/edu.yaml]", "none.yaml, sections/edu.yaml]"
    )
    project = write_project(
        tmp_path, report=report, indicators="edu.canteens: {nmae: 食堂, value: 37}\nedu.places: {name: 学位}\n",
        edu="id: Edu\nname: 教育局\nblocks:\n  - ${edu.places}\n  - ${edu.plases}\n", contents="id: c\nblocks: [\n",
    )  # fmt: skip
    assert loading(project)[1] == [
        ("content-missing-key", "indicators.yaml", 1, 15),
        ("content-unknown-key", "indicators.yaml", 1, 16),
        ("content-missing-key", "report.yaml", 1, 1),
        ("content-unknown-key", "report.yaml", 2, 1),
        ("file-missing", "report.yaml", 4, 57),
        ("yaml-flow", "sections/contents.yaml", 2, 10),
        ("content-id", "sections/edu.yaml", 1, 5),
        ("indicator-figure-missing", "sections/edu.yaml", 4, 5),
        ("indicator-unknown", "sections/edu.yaml", 5, 5),
    ]


def test_a_project_without_its_report_says_only_that(tmp_path: Path) -> None:
    loaded, found = loading(tmp_path)
    assert loaded.booklet is None and found == [("file-missing", "report.yaml", 1, 1)]


@pytest.mark.parametrize(
    ("slip", "meant"),
    [
        ("id: edu\nshrot: 甲\n", "short"),
        ("id: edu\nblocks:\n  - {kind: tabel}\n", "table"),
        ("id: edu\nrole: departmant\n", "department"),
        ("id: edu\nblocks:\n  - {kind: heading, text: 甲, levl: 2}\n", "level"),
        ("id: edu\nblocks:\n  - ${edu.canteen}\n", "edu.canteens"),
        ("id: edu\nblocks:\n  - ${edu.canteens|completed}\n", "completion"),
        ("id: edu\nblocks:\n  - {kind: heading, text: 甲, id: main}\n  - '[](#mian)'\n", "main"),
        ("id: edu\nzzzzzz: 甲\n", None),
    ],
)
def test_the_word_that_was_meant_is_proposed(tmp_path: Path, slip: str, meant: str | None) -> None:
    assert suggestion(tmp_path, slip) == meant


def test_links_out_of_the_project_are_not_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret.yaml"
    secret.write_text("id: secret\n", encoding="utf-8")
    project = write_project(tmp_path / "p", report=REPORT.replace("sections/edu.yaml", "link.yaml, loop.yaml"))
    (project / "link.yaml").symlink_to(secret)
    (project / "loop.yaml").symlink_to(project / "loop.yaml")
    assert [(code, line) for code, _, line, _ in loading(project)[1]] == [("file-outside", 4), ("file-missing", 4)]


def test_a_link_inside_the_project_is_good(tmp_path: Path) -> None:
    project = write_project(tmp_path, report=REPORT.replace("sections/edu.yaml", "link.yaml"))
    (project / "link.yaml").symlink_to("sections/edu.yaml")
    assert loading(project)[1] == []


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission(tmp_path: Path) -> None:
    project = write_project(tmp_path)
    (project / "sections/edu.yaml").chmod(0)
    assert [code for code, *_ in loading(project)[1]] == ["file-unreadable"]


def test_a_second_section_of_the_same_name_is_still_looked_at(tmp_path: Path) -> None:
    project = write_project(tmp_path, contents="id: edu\nblocks:\n  - ${edu.nothing}\n")
    assert [(code, file, line) for code, file, line, _ in loading(project)[1]] == [
        ("indicator-unknown", "sections/contents.yaml", 3),
        ("content-duplicate-id", "sections/edu.yaml", 1),
    ]


def test_figures_are_printed_as_they_were_typed(tmp_path: Path) -> None:
    register = "a.b: {name: 甲, value: 5.60, unit: 亿元}\na.c: {name: 乙, value: 1e3}\na.d: {name: 丙, value: -0.5}\n"
    loaded, _ = loading(write_project(tmp_path, indicators=register, edu="id: edu\nblocks:\n  - ${a.b}${a.c}${a.d}\n"))
    assert loaded.booklet is not None
    document = resolve(loaded.booklet, Diagnostics())
    assert [document.values[id, "value"] for id in ("a.b", "a.c", "a.d")] == ["5.60亿元", "1000", "−0.5"]


def test_cells_may_be_numbers(tmp_path: Path) -> None:
    section = (
        "id: edu\nblocks:\n  - kind: table\n    columns: [甲, 乙, 丙, 丁]\n    rows:\n      - [1, 2.50, null, 007]\n"
    )
    loaded, found = with_section(tmp_path, section)
    assert found == [] and loaded.booklet is not None
    table = loaded.booklet.sections[2].blocks[0]
    assert isinstance(table, Table)
    assert ["".join(part.text for part in cell.text.inlines) for cell in table.rows[0].cells] == [
        "1",
        "2.50",
        "",
        "007",
    ]


# --- the collector agrees with the types

WRONG = st.sampled_from(
    [None, True, 5, -1, 2.5, "甲", "${x", "Nan", "1e999", "a：b", [], ["甲"], {}, {"kind": "table"}, {"kind": 3}]
)
KEYS = st.sampled_from(
    ["id", "name", "role", "kind", "text", "level", "title", "columns", "rows", "items", "value", "blocks"]
)


def broken(good: object, data: st.DataObject) -> object:
    """``good`` with one thing in it changed, taken away or added."""
    if isinstance(good, dict) and good and data.draw(st.booleans()):
        key = data.draw(st.sampled_from(sorted(good)))
        return {**good, key: broken(good[key], data)}
    if isinstance(good, list) and good and data.draw(st.booleans()):
        at = data.draw(st.integers(0, len(good) - 1))
        return [*good[:at], broken(good[at], data), *good[at + 1 :]]
    if isinstance(good, dict) and data.draw(st.booleans()):
        return {**good, data.draw(KEYS): data.draw(WRONG)}
    return data.draw(WRONG)


GOOD: list[tuple[object, type]] = [
    (
        {
            "id": "a", "name": "甲", "role": "front", "numbered": False,
            "blocks": [
                {"kind": "heading", "text": "题", "level": 2, "id": "x"},
                {"kind": "table", "columns": [{"title": "甲", "width": 2}], "rows": [{"cells": [{"text": "乙"}]}]},
                {"kind": "bullets", "items": ["甲", "乙"], "style": "spoken"},
                {"kind": "callout", "blocks": [{"kind": "paragraph", "text": "甲"}]},
                {
                    "kind": "chart", "type": "bar", "title": "甲", "categories": ["乙"],
                    "series": [{"values": [1, "5.60"]}],
                },
            ],
        },
        Section,
    ),
    ({"a.b": {"name": "甲", "value": "5.60", "rough": "近", "share": {"of": "乙", "percent": 5}}}, Register),
    (
        {
            "title": "甲", "issuer": "乙", "edition": {"period": "丙", "date": "2025-01-01"}, "sections": ["a.yaml"],
            "page": {"trim": "A4"},
        },
        Report,
    ),
]  # fmt: skip


@settings(max_examples=600, deadline=None, derandomize=True)
@given(st.data(), st.sampled_from(GOOD))
def test_what_the_types_refuse_is_reported_and_nothing_else_happens(
    data: st.DataObject, good: tuple[object, type]
) -> None:
    value, kind = good
    sink = Diagnostics()
    assert convert(value, kind, Source("f", ""), sink)[0] is not None and len(sink) == 0
    value = broken(value, data)
    made, _ = convert(value, kind, Source("f", ""), sink)
    assert made is not None or len(sink) > 0
