"""Notes as a reader of the booklet finds them: marks in the text, notes at the foot or at an end."""

from pathlib import Path

import msgspec
import pytest

from reportgen.charts import plates
from reportgen.content import load_project
from reportgen.diagnostics import Diagnostics
from reportgen.drawing import Anchor, GlyphRun, Line, LinkArea, Page, Pages, Rect
from reportgen.model.document import Document
from reportgen.resolve import resolve
from reportgen.theme import NoteLook, load_theme
from reportgen.typeset import typeset
from support.every_kind import write_every_kind
from support.marks_reading import all_text, note_text, own_runs
from support.setting import fonts, set_blocks

THEME = load_theme("civic")
PAGE = THEME.page
NOTE = THEME.style("note")
PLAIN = "{opening: plain}"
LONG = "本项按登记的竣工日期统计，已经开工而没有竣工的不计在内；分期交付的，以最后一期的日期为准。" * 3


def notes_on(page: Page) -> list[GlyphRun]:
    return list(own_runs(page.marks, notes=True))


def run_of(page: Page, text: str) -> GlyphRun:
    """The run of the document's text that holds ``text``."""
    return next(run for run in own_runs(page.marks) if text in run.text)


def test_the_mark_is_small_and_high_in_the_text_and_whole_before_its_note(tmp_path: Path) -> None:
    (page,) = set_blocks(tmp_path, "  - 全市平稳^[注文。]。\n", page=PLAIN).pages
    mark, word = run_of(page, "①"), run_of(page, "全市平稳")
    assert mark.size == pytest.approx(0.6 * word.size)
    assert mark.y < word.y - 0.3 * word.size
    assert mark.colour == word.colour
    label, text = notes_on(page)
    assert (label.text, text.text) == ("①", "注文。")
    assert (label.size, label.y) == (NOTE.size, text.y)


def test_lines_of_a_note_hang_below_its_words_at_the_very_foot(tmp_path: Path) -> None:
    (page,) = set_blocks(tmp_path, f"  - 全市平稳^[{LONG}]。\n", page=PLAIN).pages
    label, first, *rest = notes_on(page)
    assert label.x == pytest.approx(PAGE.inner)
    assert len({round(run.y, 2) for run in (first, *rest)}) >= 3
    assert all(run.x == pytest.approx(first.x) for run in rest)
    assert first.x >= label.x + NOTE.size
    steps = [later.y - before.y for before, later in zip((first, *rest), rest, strict=False)]
    assert steps == pytest.approx([NOTE.leading] * len(steps))
    foot = PAGE.height - PAGE.bottom
    assert rest[-1].y == pytest.approx(foot - NOTE.leading + 0.5 * NOTE.leading + 0.43 * NOTE.size, abs=0.01)


def test_a_rule_of_a_quarter_of_the_measure_stands_between_text_and_notes(tmp_path: Path) -> None:
    (page,) = set_blocks(tmp_path, "  - 全市平稳^[甲]，运行^[乙]。\n", page=PLAIN).pages
    (rule,) = [mark for mark in page.marks if isinstance(mark, Rect) and mark.width == PAGE.measure / 4]
    label = notes_on(page)[0]
    assert run_of(page, "全市平稳").y < rule.y < label.y - NOTE.size
    (without,) = set_blocks(tmp_path / "b", "  - 全市平稳。\n", page=PLAIN).pages
    assert not [mark for mark in without.marks if isinstance(mark, Rect) and mark.width == PAGE.measure / 4]


def test_mark_and_note_lead_to_each_other(tmp_path: Path) -> None:
    (page,) = set_blocks(tmp_path, "  - 全市平稳^[甲]，运行^[乙]。\n", page=PLAIN).pages
    places = {mark.name: mark.y for mark in page.marks if isinstance(mark, Anchor)}
    links = {mark.target: mark for mark in page.marks if isinstance(mark, LinkArea)}
    assert links.keys() == {"#note1", "#note2", "#mark1", "#mark2"}
    for number, run in enumerate(run for run in notes_on(page) if run.text in "①②"):
        note, mark = links[f"#note{number + 1}"], links[f"#mark{number + 1}"]
        assert mark.y < run.y < mark.y + mark.height and mark.x == pytest.approx(run.x)
        assert mark.y - NOTE.leading < places[f"note{number + 1}"] <= mark.y + 0.01
        assert places[f"mark{number + 1}"] <= note.y + 0.01


def test_a_note_in_every_place_stands_on_the_page_of_its_mark(tmp_path: Path) -> None:
    blocks = """\
  - {kind: heading, text: '标题^[标题注]'}
  - {kind: bullets, items: ['一项^[列表注]']}
  - {kind: quote, text: '引文^[引文注]', by: '某人^[署名注]'}
  - {kind: callout, title: '提示^[框题注]', blocks: ['文字^[框内注]']}
  - kind: table
    title: '表题^[表题注]'
    columns: [项]
    rows: [['一格^[表格注]']]
    source: '来源^[来源注]'
"""
    (page,) = set_blocks(tmp_path, blocks, page=PLAIN, head="headline: '一句^[导语注]'\n").pages
    assert note_text(Pages((page,), (), "", "", "", "", "", "")) == (
        "①导语注②标题注③列表注④引文注⑤署名注⑥框题注⑦框内注⑧表题注⑨表格注⑩来源注"
    )


def test_a_board_has_its_notes_at_the_foot_and_its_mark_in_the_colour_of_the_words(tmp_path: Path) -> None:
    (page,) = set_blocks(tmp_path, "  - 甲。\n", head="headline: 食堂完工^[含改造。]\n").pages
    assert run_of(page, "①").colour == THEME.colours["paper"]
    assert notes_on(page)[0].y > PAGE.height / 2
    assert notes_on(page)[0].colour == THEME.colours["ink"]


def test_what_is_said_again_on_a_page_has_no_mark(tmp_path: Path) -> None:
    """A table's caption where it goes on, contents, running heads."""
    rows = "".join(f"      - [第{number}行]\n" for number in range(60))
    table = f"  - kind: table\n    title: '长表^[注]'\n    columns: [项]\n    rows:\n{rows}"
    first, second, *_ = set_blocks(tmp_path, table, page=PLAIN).pages
    assert "长表①" in all_text(first).replace("\u3000", "")
    assert "续表1" in all_text(second)
    assert "①" not in all_text(second)


def test_every_one_of_many_notes_is_set_once_in_order(tmp_path: Path) -> None:
    count = 300
    words = "".join(f"字词文^[第{number}条]" for number in range(count))
    pages = set_blocks(tmp_path, f"  - {words}\n", page=PLAIN)
    said = note_text(pages)
    at = [said.find(f"第{number}条") for number in range(count)]
    assert at == sorted(at) and at[0] > 0
    assert said.count("条") == count
    for page in pages.pages:
        marks = {mark.target for mark in page.marks if isinstance(mark, LinkArea) and mark.target.startswith("#note")}
        notes = {"#" + mark.name for mark in page.marks if isinstance(mark, Anchor) and mark.name.startswith("note")}
        assert marks == notes


def booklet(folder: Path, look: NoteLook) -> tuple[Document, Pages]:
    write_every_kind(folder, "  - 床位^[甲注]。\n  - {kind: heading, text: '标题^[乙注]'}\n  - 末段。\n")
    edu = (folder / "edu.yaml").read_text(encoding="utf-8")
    edu = edu.replace("  - 罕用字", "  - 学位^[丙注]。\n  - 罕用字").replace(
        "headline: 食堂完工${edu.canteens}，**新增学位**${edu.places}", "headline: '食堂完工^[丁注]'"
    )
    (folder / "edu.yaml").write_text(edu, encoding="utf-8")
    loaded = load_project(folder, Diagnostics())
    assert loaded.booklet is not None
    sink = Diagnostics()
    document = resolve(loaded.booklet, sink, look)
    theme = msgspec.structs.replace(THEME, notes=look)
    drawn = plates(document, theme, fonts(), PAGE.measure, sink)
    pages = typeset(document, theme, fonts(), drawn, sink)
    assert not list(sink), list(sink)
    return document, pages


def test_contents_and_outline_say_headings_and_headlines_without_marks(tmp_path: Path) -> None:
    document, pages = booklet(tmp_path, NoteLook())
    contents = next(page for page in pages.pages if "目录" in all_text(page))
    assert "食堂完工" in all_text(contents)
    assert not {"①", "②"} & set(all_text(contents))
    assert "标题" in [entry.text.partition("）")[2] for entry in pages.outline]
    assert [note.mark for note in document.notes] == ["①", "②", "①", "②"]


def test_notes_at_the_end_of_a_section_stand_under_their_heading_without_a_rule(tmp_path: Path) -> None:
    _, pages = booklet(tmp_path, NoteLook(place="end"))
    texts = [all_text(page) for page in pages.pages]
    ends = [page for page, text in zip(pages.pages, texts, strict=True) if "注释" in text]
    assert len(ends) == 2
    for page, words in zip(ends, ("①丁注②丙注", "①甲注②乙注"), strict=True):
        assert "".join(run.text for run in notes_on(page)) == words
        heading = run_of(page, "注释")
        first = notes_on(page)[0]
        assert heading.y < first.y < heading.y + 2 * PAGE.grid
        assert not [mark for mark in page.marks if isinstance(mark, Rect) and mark.width == PAGE.measure / 4]
    assert [entry.text for entry in pages.outline].count("注释") == 2


def test_notes_at_the_end_of_the_booklet_stand_before_the_back_cover(tmp_path: Path) -> None:
    _, pages = booklet(tmp_path, NoteLook("end", "bracketed", "booklet"))
    assert note_text(pages) == "[1]丁注[2]丙注[3]甲注[4]乙注"
    assert [at for at, page in enumerate(pages.pages) if notes_on(page)] == [len(pages.pages) - 2]


def lines_under(page: Page) -> list[tuple[float, float]]:
    """The left and right ends of the lines under names, in order."""
    return sorted((mark.x1, mark.x2) for mark in page.marks if isinstance(mark, Line))


def names(folder: Path, words: str) -> list[tuple[float, float]]:
    (page,) = set_blocks(folder, f"  - '{words}'\n", page=PLAIN).pages
    return lines_under(page)


def test_neighbouring_names_have_each_its_line(tmp_path: Path) -> None:
    first, second = names(tmp_path, "[张三]{.name}[李四]{.name}来")
    assert second[0] - first[1] >= 10.5 / 8 - 0.01
    assert first[1] - first[0] == pytest.approx(2 * 10.5 - 10.5 / 8, abs=0.1)


def test_one_name_has_one_line_whatever_its_looks_which_only_a_mark_interrupts(tmp_path: Path) -> None:
    ((left, right),) = names(tmp_path / "a", "[张**三**李四]{.name}来")
    assert right - left == pytest.approx(4 * 10.5 - 10.5 / 8, abs=0.1)
    assert len(names(tmp_path / "b", "[张三^[注]李四]{.name}来")) == 2
    assert len(names(tmp_path / "c", "[[张三]{.name}传]{.name}[李四]{.name}来")) == 2
