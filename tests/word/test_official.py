"""The draft of theme official: GB/T 9704 told to Word, and its pages as LibreOffice lays them out."""

import re
from collections import Counter
from pathlib import Path
from typing import Any

import msgspec
import pytest

from reportgen.model.document import Document, PageSetup
from reportgen.theme import Theme, apply, load_theme, merged, settled, written_theme
from reportgen.units import POINTS_PER_MM, TRIMS
from reportgen.word import write_draft
from support.docx_lint import faults
from support.docx_reading import W, around, fields, part, sections
from support.drafting import final
from support.every_kind import document_of, write_every_kind
from support.libreoffice import SOFFICE, laid_out
from support.pdf_reading import CharacterBox, character_boxes
from support.project import write_project

RED = "C8102E"


@pytest.fixture(scope="module")
def official() -> Theme:
    return final(load_theme("official"))


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Document:
    return document_of(write_every_kind(tmp_path_factory.mktemp("official")))


@pytest.fixture(scope="module")
def made(report: Document, official: Theme) -> bytes:
    data = write_draft(report, official, {}, None)
    assert not faults(data)
    return data


def numbers(section: Any, name: str) -> dict[str, int]:
    return {key.removeprefix(W): int(value) for key, value in section.find(f"{W}{name}").attrib.items()}


def style(data: bytes, name: str) -> Any:
    found = part(data, "word/styles.xml").iter(f"{W}style")
    return next(one for one in found if one.find(f"{W}name").get(f"{W}val") == name)


def fonts(data: bytes, name: str) -> tuple[str, str]:
    one = style(data, name).find(f"{W}rPr/{W}rFonts")
    return one.get(f"{W}ascii"), one.get(f"{W}eastAsia")


def test_the_sheet_is_gb_9704s(made: bytes) -> None:
    for one in sections(made):
        assert numbers(one, "pgSz") == {"w": 11906, "h": 16838}
        margins = numbers(one, "pgMar")
        assert (margins["top"], margins["left"], margins["right"], margins["bottom"]) == (2098, 1587, 1474, 1984)
        assert 11906 - margins["left"] - margins["right"] == pytest.approx(156 * POINTS_PER_MM * 20, abs=2)
        grid = one.find(f"{W}docGrid")
        assert grid.attrib == {f"{W}type": "lines", f"{W}linePitch": "579"}
        depth = 16838 - margins["top"] - margins["bottom"]
        assert depth // 579 == depth // 578 == 22  # one twip more a line would still be 22, two too many
    settings = part(made, "word/settings.xml")
    for name in ("mirrorMargins", "evenAndOddHeaders"):
        assert settings.find(f"{W}{name}") is not None
    assert settings.find(f"{W}characterSpacingControl").get(f"{W}val") == "compressPunctuation"


def test_type_is_fang_song_with_hei_kai_and_the_small_title_song(made: bytes) -> None:
    assert fonts(made, "Normal") == ("仿宋", "仿宋")
    body = style(made, "Normal")
    assert body.find(f"{W}rPr/{W}sz").get(f"{W}val") == "32"
    assert body.find(f"{W}rPr/{W}spacing").get(f"{W}val") == "-5"
    assert body.find(f"{W}pPr/{W}spacing").get(f"{W}line") == "579"
    assert body.find(f"{W}pPr/{W}ind").get(f"{W}firstLineChars") == "200"
    assert body.find(f"{W}pPr/{W}autoSpaceDE").get(f"{W}val") == "0"
    assert fonts(made, "heading 1") == ("方正小标宋简体", "方正小标宋简体")
    assert fonts(made, "heading 2") == ("楷体", "楷体")
    assert fonts(made, "heading 3") == ("仿宋", "仿宋")
    heading = style(made, "heading 2")
    assert heading.find(f"{W}pPr/{W}ind").get(f"{W}firstLineChars") == "200"
    assert heading.find(f"{W}rPr/{W}b").get(f"{W}val") == "0"
    level = part(made, "word/numbering.xml").find(f"{W}abstractNum/{W}lvl[2]/{W}pPr/{W}ind")
    assert level.get(f"{W}firstLine") == "640"  # the indent of a numbered heading is its list's
    table = part(made, "word/fontTable.xml")
    named = {
        one.get(f"{W}name"): one.find(f"{W}altName").get(f"{W}val")
        for one in table
        if one.find(f"{W}altName") is not None
    }
    assert "FangSong" in named["仿宋"] and "宋体" in named["方正小标宋简体"]


@pytest.mark.parametrize(
    ("asked", "last"),
    [("微软雅黑 Light", "黑体"), ("等线 Light", "黑体"), ("华文中宋", "SimSun"), ("微软雅黑", "SimHei")],
)
def test_a_font_that_a_theme_names_for_its_weight_has_others_in_its_place(
    report: Document, asked: str, last: str
) -> None:
    """Where it is not installed Word takes the next: the family's, then what every Windows has."""
    theme = load_theme("civic")
    heading = msgspec.structs.replace(theme.draft.styles["heading1"], east_asia=asked)
    draft = msgspec.structs.replace(theme.draft, styles={**theme.draft.styles, "heading1": heading})
    data = write_draft(report, msgspec.structs.replace(theme, draft=draft), {}, None)
    assert not faults(data)
    (font,) = (one for one in part(data, "word/fontTable.xml") if one.get(f"{W}name") == asked)
    others = font.find(f"{W}altName").get(f"{W}val").split(",")
    assert others[-1] == last
    assert asked not in others
    assert font.find(f"{W}charset").get(f"{W}val") == "86"


def test_red_is_on_the_covers_alone_and_nothing_is_blue(made: bytes) -> None:
    red = set()
    for one in part(made, "word/styles.xml").iter(f"{W}style"):
        colours = {each.get(f"{W}{key}") for each in one.iter() for key in ("color", "fill")} - {None, "auto"}
        colours |= {each.get(f"{W}val") for each in one.iter(f"{W}color")}
        for colour in colours:
            if colour == RED:
                red.add(one.find(f"{W}name").get(f"{W}val"))
            else:
                assert colour[:2] == colour[2:4] == colour[4:], (one.find(f"{W}name").attrib, colour)  # a grey
    assert red == {"Title"}


def test_page_numbers_stand_outside_and_count_from_the_text(made: bytes) -> None:
    front, text, back = sections(made)
    feet = {}
    for name, one in (("front", front), ("text", text), ("back", back)):
        named = around(made, one)
        assert not [what for what, _ in named if what == "header"]
        feet |= {(name, kind): part(made, foot).find(f"{W}p") for (_, kind), foot in named.items()}
    for kind, side in (("default", "right"), ("even", "left")):
        for name in ("front", "text"):
            foot = feet[name, kind]
            assert foot.find(f"{W}pPr/{W}ind").get(f"{W}{side}") == "280"  # one character of 14 points
            assert foot.find(f"{W}pPr/{W}jc").get(f"{W}val") == side
            assert "".join(foot.itertext()) == "—  PAGE 1 —"
            dashes = [one for one in foot.iter(f"{W}r") if "—" in "".join(one.itertext())]
            assert all(one.find(f"{W}rPr/{W}rFonts").get(f"{W}hint") == "eastAsia" for one in dashes)
        assert "".join(feet["back", kind].itertext()) == ""
    assert numbers(text, "pgNumType") == {"start": 1}
    assert text.find(f"{W}type").get(f"{W}val") == "nextPage"
    assert front.find(f"{W}pgNumType").attrib == {f"{W}fmt": "upperRoman"}
    assert back.find(f"{W}pgNumType") is None
    assert fonts(made, "footer") == ("宋体", "宋体")


def test_heads_of_a_draft_name_the_section_at_the_edge_and_the_draft_at_the_spine(report: Document) -> None:
    """A loose sheet of a draft tells what it belongs to; a final file has the page's number alone, as papers have."""
    which, tab = "征求意见稿\u3000第1稿", "\t"
    for chosen, named in ((None, ""), (frozenset({"edu"}), "示例市教育局")):
        data = write_draft(report, load_theme("official"), {}, chosen)
        assert not faults(data)
        found = [one for one in sections(data) if ("header", "even") in around(data, one)]
        at = next(at for at, one in enumerate(found) if one.find(f"{W}pgNumType[@{W}start]") is not None)
        front, text = found[:at], found[at]
        assert front[0].find(f"{W}titlePg") is not None  # nothing above the cover or the title page
        for kind in ("default", "even"):
            assert list(fields(data, around(data, text)["header", kind])) == [("STYLEREF 1", named)]
        assert said(data, around(data, text)["header", "default"]) == which + tab + named
        assert said(data, around(data, text)["header", "even"]) == named + tab + which
        titles = [said(data, around(data, one)["header", "even"]).split(tab)[0] for one in front]
        assert titles == (["填改说明"] if chosen else ["目录", "填改说明"])
    (*_, back) = sections(data := write_draft(report, load_theme("official"), {}, None))
    assert said(data, around(data, back)["header", "default"]) == ""


def said(data: bytes, name: str) -> str:
    """What a head or foot says, the results of its fields with it."""
    runs = part(data, name).iter(f"{W}t", f"{W}tab")
    return "".join("\t" if one.tag == f"{W}tab" and one.get(f"{W}val") is None else one.text or "" for one in runs)


def test_one_department_alone_is_counted_from_its_first_page(report: Document, official: Theme) -> None:
    data = write_draft(report, official, {}, frozenset({"edu"}))
    assert not faults(data)
    (only,) = sections(data)
    assert [one.get(f"{W}type") for one in only.iter(f"{W}footerReference")] == ["default", "even"]
    assert only.find(f"{W}pgNumType") is None


@pytest.mark.parametrize("trim", ["A5", "16开", "大16开", "32开", "B5", "170x240"])
@pytest.mark.parametrize("name", ["civic", "official"])
def test_a_trim_reaches_word(report: Document, name: str, trim: str) -> None:
    theme = apply(load_theme(name), PageSetup(trim=trim))
    data = write_draft(report, theme, {}, None)
    assert not faults(data)
    width, height = TRIMS.get(trim, (170, 240))
    body = load_theme(name).draft.styles["body"]
    cell = (body.size or 0) + (body.tracking or 0)
    for one in sections(data):
        assert numbers(one, "pgSz") == {"w": round(width * POINTS_PER_MM * 20), "h": round(height * POINTS_PER_MM * 20)}
        margins = numbers(one, "pgMar")
        measure = (round(width * POINTS_PER_MM * 20) - margins["left"] - margins["right"]) / 20
        depth = (round(height * POINTS_PER_MM * 20) - margins["top"] - margins["bottom"]) / 20
        assert measure / cell == pytest.approx(round(measure / cell), abs=0.01)
        assert depth / theme.draft.grid == pytest.approx(round(depth / theme.draft.grid), abs=0.05)
        assert min(margins["left"], margins["right"], margins["top"], margins["bottom"]) > 10 * POINTS_PER_MM * 20
        assert margins["header"] < margins["top"] and margins["footer"] < margins["bottom"]
        if name == "official":
            assert measure == pytest.approx(theme.page.measure, abs=0.1)
            assert margins["left"] == pytest.approx(20 * theme.page.inner, abs=1)
    stops = {int(one.get(f"{W}pos")) for one in style(data, "toc 1").iter(f"{W}tab")}
    assert len(stops) == 1 and abs(stops.pop() - measure * 20) <= 2
    for table in part(data, "word/document.xml").iter(f"{W}tbl"):
        columns = [int(one.get(f"{W}w")) for one in table.find(f"{W}tblGrid")]
        assert sum(columns) <= measure * 20 + 2


@pytest.mark.parametrize("name", ["civic", "official"])
def test_a_small_sheet_keeps_figures_and_the_cover_whole(report: Document, name: str) -> None:
    """A5: no percentage is wider than its column, the cover's blanks shrink with the sheet."""
    theme, own = apply(load_theme(name), PageSetup(trim="A5")), load_theme(name)
    data = write_draft(report, theme, {}, None)
    tables = list(part(data, "word/document.xml").iter(f"{W}tbl"))
    told = [table.find(f"{W}tblPr/{W}tblDescription") for table in tables]
    bars = next(
        table for table, text in zip(tables, told, strict=True) if "序时" in str(text is not None and text.attrib)
    )
    columns = [int(one.get(f"{W}w")) / 20 for one in bars.find(f"{W}tblGrid")]
    size = theme.draft.styles["table_text"].size or 0
    assert columns[2] >= 2.5 * size + 10  # 98.3% with the blanks beside it
    assert sum(columns) == pytest.approx(theme.draft.width - theme.draft.left - theme.draft.right, abs=0.2)
    share = (theme.draft.height - theme.draft.top - theme.draft.bottom) / (
        own.draft.height - own.draft.top - own.draft.bottom
    )
    for role in ("cover_title", "cover_issuer"):
        before, after = own.draft.styles[role].before or 0, theme.draft.styles[role].before or 0
        assert after == pytest.approx(before * share)
        assert after < 0.7 * before
    assert theme.draft.styles["heading2"] == own.draft.styles["heading2"]


def test_a_title_is_set_smaller_where_that_saves_a_line_with_a_scrap(tmp_path: Path) -> None:
    def sizes(title: str, name: str) -> list[str]:
        report = f"title: {title}\nissuer: 示例市\nedition: {{period: 2025年, date: 2025-07-15}}\n"
        project = write_project(tmp_path / f"{name}{len(title)}", report=report + "sections: [sections/cover.yaml]\n")
        data = write_draft(document_of(project), load_theme(name), {}, None)
        assert not faults(data)
        runs = [run for run in part(data, "word/document.xml").iter(f"{W}r") if "".join(run.itertext()) == title]
        return [one.get(f"{W}val") for run in runs for one in run.iter(f"{W}sz")]

    assert sizes("示" * 10, "official") == []  # fits: 10 of 42 points on 442
    assert sizes("示" * 13, "official") == ["68"]
    assert sizes("示" * 20, "official") == []  # two lines at its own size
    assert sizes("示" * 16, "civic") == []
    assert sizes("示" * 17, "civic") == ["50"]


def test_margins_too_wide_for_the_drafts_type_are_its_own(report: Document) -> None:
    page = PageSetup(
        trim="32开", top="80mm", bottom="60mm"
    )  # 44 mm: six lines of the booklet's type, not of the draft's
    theme = apply(load_theme("civic"), page)
    draft = theme.draft
    assert (draft.width, draft.height) == (theme.page.width, theme.page.height)
    assert draft.height - draft.top - draft.bottom >= 6 * draft.grid
    assert not faults(write_draft(report, theme, {}, None))


@pytest.mark.parametrize(
    "written",
    [
        {"cards": {"borders": None}}, {"table": {"borders": None}}, {"bullet": {"based_on": None}},
        {"progress": {"borders": None, "margins": None}}, {"body": {"size": None, "line": None}},
    ],
)  # fmt: skip
def test_a_draft_without_what_a_theme_took_away(report: Document, written: dict[str, object]) -> None:
    theme = settled(merged(written_theme("civic"), {"draft": {"styles": written}}))
    assert not faults(write_draft(report, theme, {}, None))


def test_no_margin_at_all_is_still_a_sheet_that_word_takes(report: Document) -> None:
    theme = apply(load_theme("official"), PageSetup(top="0mm", bottom="0mm", inner="0mm", outer="0mm"))
    for one in sections(write_draft(report, theme, {}, None)):
        margins = numbers(one, "pgMar")
        assert min(margins.values()) == 0
        assert margins["left"] == margins["right"] == margins["top"] == 0


def test_mirrored_margins_leave_no_page_without_its_footer(report: Document) -> None:
    """Word then has headers and footers of even pages, and shows none where a section names none."""
    civic = load_theme("civic")
    look = msgspec.structs.replace(civic.draft.look, mirrored=True)
    theme = msgspec.structs.replace(civic, draft=msgspec.structs.replace(civic.draft, look=look))
    for one in sections(write_draft(report, theme, {}, None)):
        for name in ("header", "footer"):
            kinds = [each.get(f"{W}type") for each in one.iter(f"{W}{name}Reference")]
            assert kinds == ["default", "even"]


def test_margins_and_type_reach_a_draft_on_the_booklets_sheet_alone() -> None:
    page = PageSetup(inner="30mm", size="四号", leading="26pt")
    official, civic = (apply(load_theme(name), page) for name in ("official", "civic"))
    assert civic.draft == load_theme("civic").draft
    draft, body = official.draft, official.draft.styles["body"]
    assert draft.left == pytest.approx(30 * POINTS_PER_MM)
    assert (body.size or 0) + (body.tracking or 0) == pytest.approx(14, abs=0.05)
    assert draft.grid == body.line == pytest.approx(26, abs=0.1)
    measure = draft.width - draft.left - draft.right
    assert measure / 14 == pytest.approx(round(measure / 14), abs=0.01)
    assert draft.styles["heading1"].size == pytest.approx(22 * 14 / 15.75, abs=0.1)


HAN = "".join(chr(code) for code in range(0x4E00, 0x9FA6) if chr(code).encode("gb2312", "ignore"))
ALONE = "title: 示例\nissuer: 示例市\nedition: {period: 2025年, date: 2025-07-15}\nsections: [sections/edu.yaml]\n"


@pytest.fixture(scope="module")
def grid(official: Theme, tmp_path_factory: pytest.TempPathFactory) -> list[list[CharacterBox]]:
    """The characters of each page, as LibreOffice lays a draft of nothing but Han out with the project's own fonts."""
    folder = tmp_path_factory.mktemp("grid")
    text = "".join(HAN[7 * at % len(HAN)] for at in range(2000))
    section = f"id: edu\nname: 局\nshort: 局\nblocks:\n  - {text}\n"
    project = write_project(folder / "p", report=ALONE, edu=section)
    draft = write_draft(document_of(project), official, {}, None)
    return character_boxes(laid_out(draft, folder).read_bytes())


@pytest.mark.slow
@pytest.mark.skipif(SOFFICE is None, reason="no LibreOffice")
def test_a_page_of_han_has_22_lines_of_28(grid: list[list[CharacterBox]]) -> None:
    page = [one for one in grid[1] if "\u4e00" <= one.char <= "\u9fff"]
    top, pitch = (297 - 37) * POINTS_PER_MM, 225 * POINTS_PER_MM / 22
    lines = Counter(int((top - (one.bottom + one.top) / 2) / pitch) for one in page)
    assert len(lines) == 22
    assert set(lines.values()) == {28}
    assert min(one.left for one in page) >= 26 * POINTS_PER_MM - 0.5  # a left-hand page: its spine is at the right
    assert max(one.right for one in page) <= 182 * POINTS_PER_MM + 0.5
    assert max(one.top for one in page) <= (297 - 37) * POINTS_PER_MM
    assert min(one.bottom for one in page) >= 35 * POINTS_PER_MM


@pytest.mark.slow
@pytest.mark.skipif(SOFFICE is None, reason="no LibreOffice")
def test_page_numbers_as_laid_out(grid: list[list[CharacterBox]]) -> None:
    for at, page in enumerate(grid[:3]):
        foot = [one for one in page if one.top < 35 * POINTS_PER_MM and one.char.strip()]
        assert "".join(one.char for one in foot) == f"—{at + 1}—"
        dash = foot[0]
        assert 297 - (dash.bottom + dash.top) / 2 / POINTS_PER_MM == pytest.approx(37 + 225 + 7, abs=1)
        if at % 2 == 0:
            assert foot[-1].right == pytest.approx((210 - 26) * POINTS_PER_MM - 14, abs=2)
        else:
            assert foot[0].left == pytest.approx(26 * POINTS_PER_MM + 14, abs=2)
    assert re.fullmatch("[0-9]", foot[1].char)


def test_the_title_of_a_table_stays_with_it(made: bytes) -> None:
    keep = f"{W}pPr/{W}keepNext"
    styles = part(made, "word/styles.xml").iter(f"{W}style")
    kept = {style.get(f"{W}styleId") for style in styles if style.find(keep) is not None}
    between: list[str] = []
    for table in part(made, "word/document.xml").iter(f"{W}tbl"):
        above = list(table.itersiblings(f"{W}p", preceding=True))
        named = [one.find(f"{W}pPr/{W}pStyle") for one in above]
        names = ["" if one is None else one.get(f"{W}val") for one in named]
        title = names.index("Caption") if "Caption" in names else 0
        if set(names[:title]) <= {"Gap", "TableUnit"}:
            between += names[:title]
            assert all(one.find(keep) is not None or name in kept
                       for one, name in zip(above[:title], names[:title], strict=True))  # fmt: skip
    assert "Gap" in between
