"""Drafts on small sheets: what is one page each stays so, heads have room, no line is lost to rounding."""

import io
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest

from reportgen.model.document import Document, PageSetup
from reportgen.theme import Theme, apply, load_theme, theme_names
from reportgen.units import TRIMS
from reportgen.word import write_draft
from reportgen.word.pagination import em_width
from support.docx_lint import W, faults
from support.docx_reading import part, sections
from support.every_kind import document_of
from support.libreoffice import READABLE, laid_out, page_words
from support.project import REPORT, SECTION, write_project

CONTENT = Path(__file__).parents[2] / "content"
OWN = ("cover_title", "round_title", "round_text", "round_label", "signing_head")
ON_HOW_TO = ("howto_lead", "howto_head", "howto_column", "howto_cell", "howto_item", "howto_sample", "howto_check")
NAME = "示例市住房和城乡建设管理局"
# A title of twelve characters, a long name, a period that does not fit beside its label on a small page.
FULL = REPORT.replace("示例市工作", "示例市政府部门工作").replace("{period", "{cutoff: 数据截至2025年6月30日, period")

BACK_CONTACT = "contact: {address: 'https://example.org/a', hotline: 12345, hotline_name: 服务热线}\n"
BACK = """\
id: back
role: back
blocks:
  - kind: cover
    back: true
    lines: [听完述职，请您投票, 会议全程直播，评议结果和意见答复在活动专栏公布, 本册的城市、单位、人名和数字都是虚构的]
    steps:
      - {word: 读, text: 会前读完各部门的述职，把想问的记下来。}
      - {word: 问, text: 会上举手，当面问，当面答。}
      - {word: 投, text: 听完填好评议票，不记名，投进票箱。}
"""


@pytest.fixture(scope="module")
def document(tmp_path_factory: pytest.TempPathFactory) -> Document:
    section = SECTION.replace("name: 示例市教育局", f"name: {NAME}")
    assert NAME in section and "示例市政府部门" in FULL and "cutoff" in FULL
    return document_of(write_project(tmp_path_factory.mktemp("small"), report=FULL, edu=section))


def styles(data: bytes) -> dict[str, Any]:
    """What each style says, by its name."""
    found = part(data, "word/styles.xml").iterfind(f"{W}style")
    return {one.find(f"{W}name").get(f"{W}val"): one for one in found}


def size(style: Any) -> float:
    return int(style.find(f"{W}rPr/{W}sz").get(f"{W}val")) / 2


def on(name: str, trim: str) -> Theme:
    return apply(load_theme(name), PageSetup(trim=trim))


@pytest.mark.parametrize("name", theme_names())
@pytest.mark.parametrize("chosen", [None, frozenset({"edu"})])
def test_type_of_such_pages_is_as_small_as_the_sheet_asks(
    document: Document, name: str, chosen: frozenset[str] | None
) -> None:
    named = {role: style.name for role, style in load_theme(name).draft.styles.items()}
    sizes: dict[str, float] = {}
    for trim in (*TRIMS, "default"):
        theme = load_theme(name) if trim == "default" else on(name, trim)
        data = write_draft(document, theme, {}, chosen)
        assert not faults(data), trim
        found = styles(data)
        shown = {role: size(found[named[role]]) for role in ("howto_lead", "howto_cell", "howto_column")}
        assert min(shown.values()) >= 8, trim
        sizes[trim] = shown["howto_cell"]
    fewer = [sizes[trim] for trim in ("default", "16开", "A5", "32开")]
    assert fewer == sorted(fewer, reverse=True) and fewer[0] > fewer[-1]


def test_the_themes_own_sheet_leaves_its_styles_alone(document: Document) -> None:
    for name in theme_names():
        theme = load_theme(name)
        draft = styles(write_draft(document, theme, {}, frozenset({"edu"})))
        for role in (*OWN, *ON_HOW_TO):
            style = theme.draft.styles[role]
            if style.size is not None:
                assert size(draft[style.builtin or style.name]) == style.size, (name, role)


@pytest.mark.parametrize("name", theme_names())
def test_tables_and_titles_are_smaller_on_a_narrow_sheet(document: Document, name: str) -> None:
    named = {role: style.builtin or style.name for role, style in load_theme(name).draft.styles.items()}
    grid = round(load_theme(name).draft.grid * 20)
    sizes = []
    for trim in ("A4", "16开", "A5"):
        found = styles(write_draft(document, on(name, trim), {}, frozenset({"edu"})))
        sizes.append([size(found[named[role]]) for role in ("table_text", "table_head", "heading1", "lead")])
        line = int(found[named["heading1"]].find(f"{W}pPr/{W}spacing").get(f"{W}line"))
        assert (line == grid) == (name == "official")
    assert all(one > other > 0.75 * one for one, other in zip(sizes[0], sizes[2], strict=True))
    assert sizes == sorted(sizes, reverse=True) and min(map(min, sizes)) >= 8


@pytest.mark.parametrize(("trim", "said"), [("A4", "2025年上半年"), ("A5", "示例市政府部门"), ("32开", "征求意见稿")])
def test_a_head_says_less_beside_a_long_name_on_a_narrow_page(document: Document, trim: str, said: str) -> None:
    theme = on("civic", trim)
    draft = theme.draft
    room = (draft.width - draft.left - draft.right) / (draft.styles["header"].size or 9)
    heads = around(write_draft(document, theme, {}, frozenset({"edu"})))
    assert [head for head in heads if NAME in head]
    assert all(head.startswith(said) and "征求意见稿" in head for head in heads)
    assert max(em_width(head) for head in heads) + 1 <= room


def around(data: bytes) -> list[str]:
    """What the heads of odd pages say, the draft at the left."""
    names = [name for name in part_names(data) if re.fullmatch(r"word/header[0-9]+\.xml", name)]
    texts = ["".join(one.text or "" for one in part(data, name).iter(f"{W}t")) for name in names]
    return [text for text in texts if not text.startswith((NAME, "填改说明"))]


def part_names(data: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.namelist()


@pytest.mark.parametrize("name", theme_names())
def test_rounding_takes_no_line_of_a_page(document: Document, name: str) -> None:
    """Margins are made for whole lines: a twip less, and the last of them goes overleaf."""
    for trim in TRIMS:
        theme = on(name, trim)
        for one in sections(write_draft(document, theme, {}, frozenset({"edu"}))):
            page, margins = one.find(f"{W}pgSz"), one.find(f"{W}pgMar")
            depth = int(page.get(f"{W}h")) - int(margins.get(f"{W}top")) - int(margins.get(f"{W}bottom"))
            pitch = int(one.find(f"{W}docGrid").get(f"{W}linePitch"))
            lines = (theme.draft.height - theme.draft.top - theme.draft.bottom) / theme.draft.grid
            assert depth // pitch == round(lines), trim


@pytest.mark.slow
@pytest.mark.skipif(not READABLE, reason="no LibreOffice or no pdftotext")
@pytest.mark.parametrize("trim", ["16开", "B5", "A5", "32开"])
@pytest.mark.parametrize("name", theme_names())
def test_title_page_and_how_to_edit_are_a_page_each(document: Document, name: str, trim: str, tmp_path: Path) -> None:
    for chosen in (None, frozenset({"edu"})):
        pages = page_words(laid_out(write_draft(document, on(name, trim), {}, chosen), tmp_path / str(bool(chosen))))
        assert "联系人、电话" in pages[0] and "核改签字" in pages[0] and "部门负责人" in pages[0]
        at = next(at for at, page in enumerate(pages) if "看底色" in page)
        assert at == (1 if chosen else 2) and "改动都有修订痕迹" in pages[at]
        assert NAME in pages[at + 1]


@pytest.mark.slow
@pytest.mark.skipif(not READABLE, reason="no LibreOffice or no pdftotext")
@pytest.mark.parametrize("trim", ["A5", "32开"])
@pytest.mark.parametrize("name", theme_names())
def test_the_back_cover_is_a_page(name: str, trim: str, tmp_path: Path) -> None:
    report = FULL.replace("sections/edu.yaml]", "sections/edu.yaml, back.yaml]")
    folder = write_project(tmp_path / "back", report=report + BACK_CONTACT)
    (folder / "back.yaml").write_text(BACK, "utf-8")
    pages = page_words(laid_out(write_draft(document_of(folder), on(name, trim), {}, None), tmp_path / "laid"))
    assert "听完述职" in pages[-1] and "服务热线" in pages[-1]
    assert pages[-1].endswith("示例市人民政府") and "2025年上半年" in pages[-1]


@pytest.mark.slow
@pytest.mark.skipif(not READABLE, reason="no LibreOffice or no pdftotext")
@pytest.mark.parametrize("trim", ["16开", "A5"])
@pytest.mark.parametrize("name", theme_names())
def test_a_form_is_a_page_with_its_code(name: str, trim: str, tmp_path: Path) -> None:
    document = document_of(CONTENT / "gongkai-shuzhi-sample")
    forms = frozenset({"ballot", "opinions"})
    pages = page_words(laid_out(write_draft(document, on(name, trim), {}, forms), tmp_path))[-3:]
    for page, first, last in zip(
        pages,
        ("政府部门年终述职民主评议票", "意见建议征集表", "意见建议续页"),
        ("计票结果当场宣布", "可以接着写在背面", ""),
        strict=True,
    ):
        assert first in page and last in page, pages
