"""Words of cells in drafts end between words, and not with a line of one character."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from reportgen.model.pieces import atoms_of, is_scrap
from reportgen.model.words import inner_breaks
from reportgen.theme import load_theme
from reportgen.word import write_draft
from reportgen.word.label_lines import moved_in
from reportgen.word.table_widths import text_width
from support.docx_lint import W
from support.docx_reading import part
from support.every_kind import document_of
from support.project import write_project


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
