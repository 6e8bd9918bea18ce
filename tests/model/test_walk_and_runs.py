"""Walking blocks, and prose into runs: the one place where inlines become text."""

from pathlib import Path

from reportgen.content import load_project
from reportgen.diagnostics import Diagnostics
from reportgen.model.blocks import Callout, Paragraph, Table
from reportgen.model.document import Document
from reportgen.model.inlines import Prose, Text
from reportgen.model.markup import parse
from reportgen.model.runs import Run, runs_of, text_of
from reportgen.model.walk import blocks_inside, indicator_refs, inlines_of, marked_proses, proses, references
from reportgen.resolve import resolve
from support.project import SECTION, write_project


def document(folder: Path, section: str = SECTION) -> Document:
    sink = Diagnostics()
    loaded = load_project(write_project(folder, edu=section), sink)
    assert loaded.booklet is not None
    made = resolve(loaded.booklet, sink)
    assert list(sink) == []
    return made


def test_every_prose_of_the_sample_is_walked_with_its_path(tmp_path: Path) -> None:
    section = document(tmp_path).booklet.sections[-1]
    found = {path: text for path, prose in proses(section) if (text := prose.inlines)}
    assert ("headline",) in found
    assert ("blocks", 1, "text") in found
    assert ("blocks", 2, "columns", 1, "title") in found
    assert ("blocks", 2, "rows", 0, "cells", 1, "text") in found
    assert ("blocks", 3, "categories", 0) in found
    marked = [path for path, _ in marked_proses(section)]
    assert marked == [("headline",), ("blocks", 1, "text"), ("blocks", 2, "rows", 0, "cells", 1, "text")]


def test_blocks_inside_a_container_have_ids_and_paths() -> None:
    inner = Paragraph(text=Prose((Text("甲"),)))
    outer = Callout(blocks=(inner, Callout(blocks=(inner,))))
    walked = [(id, type(block).__name__, path) for id, block, path in blocks_inside(outer, "s/0", ("blocks", 0))]
    assert walked == [
        ("s/0", "Callout", ("blocks", 0)),
        ("s/0/blocks/0", "Paragraph", ("blocks", 0, "blocks", 0)),
        ("s/0/blocks/1", "Callout", ("blocks", 0, "blocks", 1)),
        ("s/0/blocks/1/blocks/0", "Paragraph", ("blocks", 0, "blocks", 1, "blocks", 0)),
    ]


def test_indicators_and_references_are_found_at_any_depth_in_order() -> None:
    prose = parse("${a.a}**${a.b}*${a.c}*[](#x)**[甲](https://x.cn)[乙](#y)")
    assert [one.id for one in indicator_refs(prose)] == ["a.a", "a.b", "a.c"]
    assert [one.target for one in references(prose)] == ["x", "y"]
    assert len(list(inlines_of(prose))) == 9


def test_runs_say_numbers_and_references_with_their_look(tmp_path: Path) -> None:
    made = document(tmp_path)
    prose = parse("食堂**${edu.canteens}**，见[](#main)、[上表](#main)，[网](https://x.cn)*着*\\\n完")
    anchor = "#" + made.targets["main"].anchor
    assert runs_of(prose, made) == (
        Run("食堂"),
        Run("37所", strong=True, indicator=("edu.canteens", "value")),
        Run("，见"),
        Run("表1", link=anchor, reference="main"),
        Run("、"),
        Run("上表", link=anchor, reference="main"),
        Run("，"),
        Run("网", link="https://x.cn"),
        Run("着", emphasis=True),
        Run("\n完"),
    )  # fmt: skip
    assert text_of(prose, made) == "食堂37所，见表1、上表，网着\n完"


def test_neighbours_of_one_look_are_one_run_but_two_numbers_stay_two(tmp_path: Path) -> None:
    section = SECTION.replace("。\n  - kind: table", "，${edu.canteens|number}${edu.canteens|unit}。\n  - kind: table")
    made = document(tmp_path, section)
    runs = runs_of(parse("${edu.canteens|number}${edu.canteens|number}"), made)
    assert [run.text for run in runs] == ["37", "37"]
    assert [run.text for run in runs_of(parse("*甲**乙***"), made)] == ["甲", "乙"]


def test_no_prose_is_no_text(tmp_path: Path) -> None:
    assert text_of(None, document(tmp_path)) == ""


def test_the_tree_is_shared_not_changed(tmp_path: Path) -> None:
    made = document(tmp_path)
    table = made.booklet.sections[-1].blocks[2]
    assert isinstance(table, Table)
    assert table.rows[0].cells[1].text == parse("${edu.canteens|number}")
