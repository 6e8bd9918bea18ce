"""Words of cells in drafts end between words, and not with a line of one character."""

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.diagnostics import Diagnostics
from reportgen.model.blocks import Column
from reportgen.model.column_widths import Entry, Grid, column_widths
from reportgen.model.inlines import Prose, Text
from reportgen.model.pieces import Line, atoms_of, is_scrap
from reportgen.model.runs import Run
from reportgen.model.words import inner_breaks
from reportgen.theme import Typography, load_theme
from reportgen.typeset.text import Look, TextSetting, set_cell
from reportgen.word import write_draft
from reportgen.word.label_lines import moved_in
from reportgen.word.table_widths import text_width
from support.docx_lint import W
from support.docx_reading import part
from support.every_kind import document_of
from support.project import write_project
from support.setting import fonts

SIZE, BESIDE = 10.5, 5.0


def broken(text: str, room: float) -> list[str]:
    """Lines as Word makes them: as many characters as there is room for, marks with their neighbours."""
    lines, line = [], ""
    for atom in atoms_of(text):
        if line and sum(map(text_width, atoms_of(line + atom))) > room + 1e-6:
            lines.append(line)
            line = ""
        line += atom
    return [*lines, line]


def ended(text: str, room: float) -> list[str]:
    return broken(text, room - moved_in(text, room))


labels = st.text("城市道路和停车燃气供热农村垃圾分类海绵管廊", min_size=1, max_size=16)


@given(labels, st.floats(3.0, 12.0))
def test_no_label_ends_with_one_character_where_a_narrower_line_avoids_it(text: str, room: float) -> None:
    lines = ended(text, room)
    whole = broken(text, room)
    assert len(lines) == len(whole) and "".join(lines) == text
    if len(lines) == 1 or not is_scrap(lines[-1]):
        return
    for share in range(50, 100):  # no edge further in has as many lines and a longer last one
        tried = broken(text, room * share / 100)
        assert len(tried) != len(lines) or is_scrap(tried[-1]), (text, room, tried)


@given(labels, st.floats(3.0, 12.0))
def test_no_more_words_are_parted_than_without(text: str, room: float) -> None:
    inside = inner_breaks(text)

    def parted(lines: list[str]) -> int:
        return sum(len("".join(lines[:at])) in inside for at in range(1, len(lines)))

    before = broken(text, room)
    if not is_scrap(before[-1]):
        assert parted(ended(text, room)) <= parted(before)


@st.composite
def tables(draw: st.DrawFn) -> tuple[list[Column], list[list[str]]]:
    kinds = draw(st.lists(st.sampled_from(["text", "label", "number"]), min_size=2, max_size=7))
    count = draw(st.integers(1, 8))
    words = {"number": st.integers(0, 99999).map(str), "label": labels.map(lambda one: one[:9]), "text": labels}
    cells = [draw(st.lists(words[kind], min_size=count, max_size=count)) for kind in kinds]
    return [Column(title=Prose((Text("标题"),)), type=kind) for kind in kinds], cells


def shared_out(columns: list[Column], cells: list[list[str]], measure: float, parted: str) -> list[float]:
    """What each column has for its words, in em."""
    entries = [
        [Entry(at, (Line(one, text_width(one) * SIZE, parted),), SIZE) for at, one in enumerate(column)]
        for column in cells
    ]
    widths = column_widths(Grid(columns, entries, [BESIDE] * len(columns), measure, SIZE))
    return [(width - BESIDE) / SIZE for width in widths]


@settings(deadline=None)
@given(tables(), st.integers(250, 480))
def test_no_cell_of_a_draft_ends_with_one_character_where_columns_have_five(
    table: tuple[list[Column], list[list[str]]], measure: int
) -> None:
    columns, cells = table
    for column, room, texts in zip(columns, shared_out(columns, cells, measure, "characters"), cells, strict=True):
        for text in texts if column.type != "number" and room >= 4.99 else ():
            lines = ended(text, room)
            assert len(lines) == 1 or not is_scrap(lines[-1]), (room, lines)


@settings(deadline=None)
@given(tables(), st.integers(250, 480))
def test_no_cell_of_a_booklet_ends_with_one_character_where_columns_have_three(
    table: tuple[list[Column], list[list[str]]], measure: int
) -> None:
    columns, cells = table
    setting = TextSetting(fonts(), Diagnostics(), Typography())
    look = Look("song-regular", "song-bold", SIZE, "#000000")
    for column, room, texts in zip(columns, shared_out(columns, cells, measure, "words"), cells, strict=True):
        for text in texts if column.type != "number" and room >= 3.0 else ():
            lines = [line.text for line in set_cell(setting, (Run(text),), look, room * SIZE)]
            assert len(lines) == 1 or not is_scrap(lines[-1]), (room, lines)


def test_labels_of_the_samples_break_at_words() -> None:
    assert ended("供热和燃气", 4.2) == ["供热和", "燃气"]
    assert ended("道路和停车", 4.2) == ["道路和", "停车"]
    assert ended("新建改扩建幼儿园", 6.4) == ["新建改扩建", "幼儿园"]
    assert ended("海绵城市试点区达标面积", 8.9) == ["海绵城市试点区", "达标面积"]
    assert ended("超3688万平方米", 7.0) == ["超", "3688万平方米"] or ended("超3688万平方米", 7.0)[-1] != "米"
    assert ended("全年城镇新增就业8万人", 10.9) == ["全年城镇新增就业", "8万人"]
    assert ended("清洁能源供热超3688万平方米", 12.4) == ["清洁能源供热超", "3688万平方米"]
    assert moved_in("新增停车泊位", 7.0) == 0.0
    assert moved_in("供热燃气", 2.4) == 0.0


def test_a_headline_keeps_a_figure_with_its_unit(tmp_path: Path) -> None:
    """In the middle of the page it is moved in from both sides."""
    headline = "老旧小区整治改造工程今年上半年接着推进又开工了202.5万平方米"
    section = f"id: edu\nname: 示例局\nshort: 示例局\nheadline: {headline}\nblocks: [好。]\n"
    document = document_of(write_project(tmp_path, edu=section))
    for name, sides in (("civic", {"right"}), ("official", {"left", "right"})):
        body = part(write_draft(document, load_theme(name), {}, None), "word/document.xml")
        *_, found = (one for one in body.iter(f"{W}p") if "".join(one.itertext(f"{W}t")) == headline)
        indent = found.find(f"{W}pPr/{W}ind")
        assert indent is not None and {key.removeprefix(W) for key in indent.attrib} == sides, name
