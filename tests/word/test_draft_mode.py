"""What a draft tells its editors, and that a final file has none of it."""

import io
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest

from reportgen.model.document import Document
from reportgen.theme import load_theme, theme_names
from reportgen.word import write_draft
from support.document_words import document_words
from support.docx_lint import W, faults
from support.docx_reading import headings, paragraph_texts, part
from support.drafting import MARKS, final, without_draft_marks
from support.every_kind import document_of, write_every_kind
from support.libreoffice import READABLE, laid_out, page_words
from support.project import REPORT, SECTION, run, write_project

W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
# Of canteens neither what is done nor what is planned is known yet; a share may be waited for too.
PENDING = """\
edu.canteens: {name: 食堂完工, value: 待补, unit: 所, target: 待补}
edu.places: {name: 新增学位, value: 3895, unit: 个, yoy: 待补}
edu.pairs: {name: 结对学校, value: 20, unit: 对, target: 40, share: 待补}
"""
ASKING = (
    SECTION
    + """\
  - kind: progress
    title: 进度
    items: [{indicator: edu.canteens}, {indicator: edu.pairs}]
  - 食堂完成${edu.canteens|completion}，学位同比${edu.places|change}，**结对${edu.pairs}**，占${edu.pairs|share}。
  - {kind: indicators, title: 指标, department: edu}
  - {kind: heading, text: "完成${edu.canteens}"}
  - 下半年${待补}，其余${ 待补 }。
"""
)


def character_styles(data: bytes) -> list[tuple[str, str]]:
    """(style, text) of every run of the text that has a character style, in order."""
    names = {one.get(f"{W}styleId"): one.find(f"{W}name").get(f"{W}val") for one in styles(data)}
    found = []
    for one in part(data, "word/document.xml").iter(f"{W}r"):
        style = one.find(f"{W}rPr/{W}rStyle")
        if style is not None:
            found.append((names[style.get(f"{W}val")], "".join(text.text for text in one.iter(f"{W}t"))))
    return found


def styles(data: bytes) -> list[Any]:
    return list(part(data, "word/styles.xml").iterfind(f"{W}style"))


def style_names(data: bytes) -> set[str]:
    return {one.find(f"{W}name").get(f"{W}val") for one in styles(data)}


def words(data: bytes, name: str) -> str:
    return "".join(one.text for one in part(data, f"word/{name}.xml").iter(f"{W}t"))


def test_heads_and_feet_say_which_draft_it_is_and_final_ones_do_not(tmp_path: Path) -> None:
    report = f"{REPORT}\ndraft: {{name: 送审稿, number: 3}}\n"
    document = document_of(write_project(tmp_path, report=report))
    theme = load_theme("civic")
    draft, finished = (write_draft(document, one, {}, None) for one in (theme, final(theme)))
    assert not faults(draft)
    assert words(draft, "header1") == "2025年上半年\u3000示例市工作成绩单\u3000送审稿目录"
    assert words(draft, "footer1").startswith("第3稿第 ")
    assert not [name for name in names(finished) if "稿" in words(finished, name)]
    assert words(finished, "footer1").startswith(document.booklet.report.issuer)


def test_pages_without_running_heads_say_it_too(tmp_path: Path) -> None:
    document = document_of(write_project(tmp_path))
    theme = load_theme("official")
    draft, finished = (write_draft(document, one, {}, None) for one in (theme, final(theme)))
    heads = {words(draft, name) for name in names(draft) if name.startswith("header")} - {""}
    assert heads and all("征求意见稿\u3000第1稿" in one for one in heads)
    assert not [name for name in names(finished) if name.startswith("header")]


def names(data: bytes) -> list[str]:
    """The headers and footers."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return [name[5:-4] for name in archive.namelist() if re.fullmatch(r"word/(header|footer)\d+\.xml", name)]


def test_the_command_line_chooses_the_mode(tmp_path: Path) -> None:
    write_project(tmp_path / "demo")
    made = {}
    for mode in ("draft", "final"):
        done = run("build", "demo", "--to", "docx", "--word-mode", mode, cwd=tmp_path)
        assert done.returncode == 0, done.stderr
        made[mode] = words((tmp_path / "out/demo/draft.docx").read_bytes(), "footer1")
    assert "第1稿" in made["draft"] and "稿" not in made["final"]
    (tmp_path / "demo/ours.yaml").write_text("extends: civic\nword: {mode: final}\n", "utf-8")
    assert run("build", "demo", "--to", "docx", "--theme", "demo/ours.yaml", cwd=tmp_path).returncode == 0
    assert words((tmp_path / "out/demo/draft.docx").read_bytes(), "footer1") == made["final"]


@pytest.fixture(scope="module")
def asking(tmp_path_factory: pytest.TempPathFactory) -> Document:
    """A report some of whose figures are still to come."""
    return document_of(write_project(tmp_path_factory.mktemp("asking"), indicators=PENDING, edu=ASKING), pending=True)


@pytest.mark.parametrize("name", theme_names())
def test_what_quotes_the_register_says_so(asking: Document, name: str) -> None:
    draft = write_draft(asking, load_theme(name), {}, None)
    assert not faults(draft)
    said = character_styles(draft)
    assert ("登记数", "3895个") in said
    assert ("登记数加重", "20对") in said
    assert ("待补", "【待补】") in said
    assert "【待补】" not in {text for style, text in said if style != "待补"}
    ground = next(one for one in styles(draft) if one.find(f"{W}name").get(f"{W}val") == "登记数")
    assert ground.find(f"{W}rPr/{W}shd").get(f"{W}fill") == ("E6E6E6" if name == "official" else "ECEFF2")
    text = "".join(paragraph_texts(draft))
    assert "上半年食堂完工【待补】，新增学位3895个。" in text
    assert "食堂完成【待补】，学位同比【待补】，结对20对，占【待补】。" in text
    assert "（一）完成【待补】" in text
    assert text.endswith("下半年【待补】，其余【待补】。")


def test_figures_of_cards_bars_and_tables_are_asked_for(asking: Document) -> None:
    draft = write_draft(asking, load_theme("civic"), {}, None)
    cells = [
        (["".join(t.text for t in p.iter(f"{W}t")) for p in cell.iter(f"{W}p")], cell.find(f"{W}tcPr/{W}shd"))
        for cell in part(draft, "word/document.xml").iter(f"{W}tc")
    ]
    grey = {"|".join(texts) for texts, ground in cells if ground is not None and ground.get(f"{W}fill") == "ECEFF2"}
    assert {"食堂完工|【待补】", "新增学位|3895个", "【待补】", "50%", "40对", "50", "20", "40"} <= grey
    assert not {"指标", "单位", "所", "结对学校", "进度"} & grey


def test_words_that_nobody_registered_are_on_white_ground(tmp_path: Path) -> None:
    """A column of ${待补} alone is free text that is still to come; beside registered figures it is one of them."""
    rows = "  - kind: table\n    columns: [任务, 内容, 完成]\n    rows:\n      - [甲, '${待补}', '${edu.canteens}']\n"
    section = SECTION + rows + "      - [乙, '', '${待补}']\n"
    draft = write_draft(document_of(write_project(tmp_path, edu=section), pending=True), load_theme("civic"), {}, None)
    table = next(one for one in part(draft, "word/document.xml").iter(f"{W}tbl") if "任务" in "".join(one.itertext()))
    grey = [[cell.find(f"{W}tcPr/{W}shd") is not None for cell in row.iter(f"{W}tc")] for row in table.iter(f"{W}tr")]
    assert grey[1:] == [[False, False, True], [False, False, True]]


def test_the_booklet_and_final_files_print_a_dash(asking: Document) -> None:
    finished = write_draft(asking, final(load_theme("civic")), {}, None)
    assert paragraph_texts(finished, contents=False) == document_words(asking)
    assert "食堂完成—，学位同比—，结对20对，占—。" in document_words(asking, printed=True)
    assert document_words(asking, printed=True)[-1] == "下半年—，其余—。"


@pytest.mark.parametrize("name", theme_names())
def test_a_final_file_has_the_text_of_a_draft_and_none_of_its_marks(
    asking: Document, name: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    every = document_of(write_every_kind(tmp_path_factory.mktemp("every")))
    theme = load_theme(name)
    for document, chosen in ((asking, None), (every, None), (asking, frozenset({"edu"}))):
        draft, finished = (write_draft(document, one, {}, chosen) for one in (theme, final(theme)))
        assert not faults(finished)
        assert set(MARKS) <= style_names(draft) and not set(MARKS) & style_names(finished)
        assert "待补" not in "".join(paragraph_texts(finished))
        assert not [style for style, _ in character_styles(finished) if style in MARKS]
        assert paragraph_texts(without_draft_marks(draft)) == paragraph_texts(finished)


def test_the_title_page_says_who_is_asked_for_what_and_by_when(tmp_path: Path) -> None:
    report = f"{REPORT}\ndraft: {{number: 2, due: 2025-07-20, contact: 某某 0532-1234}}\n"
    for name, which in (("civic", "征求意见稿第2稿"), ("official", "（征求意见稿\u3000第2稿）")):
        document = document_of(write_project(tmp_path / name, report=report))
        whole, own = (
            paragraph_texts(write_draft(document, load_theme(name), {}, one)) for one in (None, frozenset({"edu"}))
        )
        assert which in whole[:4] and which in own[:2] and "示例市工作成绩单" in own[:2]
        asked = [
            "数据时段", "2025年上半年", "请核内容", "全部正文，改法见填改说明", "返回期限", "2025年7月20日",
            "联系人、电话", "某某 0532-1234", "核改签字", "填报人", "审核人", "部门负责人", "日期",
        ]  # fmt: skip
        assert asked == whole[whole.index(asked[0]) :][: len(asked)]
        assert ["收稿部门", "示例市教育局", *asked] == own[own.index("收稿部门") :][: len(asked) + 2]
        assert "2.打印签字页，签字后与文件一并返回，2025年7月20日以前。" in whole


def test_what_nobody_wrote_is_filled_in_by_hand(asking: Document) -> None:
    texts = paragraph_texts(write_draft(asking, load_theme("civic"), {}, None))
    assert texts[texts.index("返回期限") + 1].replace("\u3000", "") == "年月日"
    assert texts[texts.index("联系人、电话") + 1] == "核改签字"
    assert "2.打印签字页，签字后与文件一并返回。" in texts


@pytest.mark.parametrize("name", theme_names())
def test_how_to_edit_stands_behind_the_contents_and_in_them(asking: Document, name: str) -> None:
    data = write_draft(asking, load_theme(name), {}, None)
    texts = paragraph_texts(data)
    first, second = (at for at, text in enumerate(texts) if text == "填改说明")
    assert texts[first - 1] == "目录" and "一、 示例市教育局" in texts[first:second]
    assert texts[second + 1 :].index("一、示例市教育局") == 30, "the whole page stands before the text"
    links = [one.get(f"{W}anchor") for one in part(data, "word/document.xml").iter(f"{W}hyperlink")]
    names = [one.get(f"{W}name") for one in part(data, "word/document.xml").iter(f"{W}bookmarkStart")]
    assert "_howto" in links and names.count("_howto") == 1
    assert [text for text in texts if text[:2] in ("1.", "2.", "3.")][:5] == [
        "1.打开修订：“审阅”选项卡，点“修订”；或按 Ctrl+Shift+E。",
        "2.说明依据：选中改动处，新建批注，写清文件名或统计口径。",
        "3.保持结构：不合并、拆分单元格，不换样式和字体，不删段落标记。",
        "1.仍存为 .docx 格式，文件名不变；不要接受或拒绝修订。",
        "2.打印签字页，签字后与文件一并返回。",
    ]
    assert len(list(part(data, "word/document.xml").iter(f"{{{W14}}}checkbox"))) == 4
    numbered = [number for _, number, _ in headings(data) if number]
    assert numbered[:1] == ["一、"], "the page counts none of the report's numbers"


def test_contents_are_in_the_order_of_pages_where_a_section_stands_before_them(tmp_path: Path) -> None:
    """A foreword in front of the contents, how to edit behind them, then the departments."""
    report = REPORT.replace("sections/contents.yaml", "sections/before.yaml, sections/contents.yaml")
    folder = write_project(tmp_path, report=report)
    before = "id: before\nrole: front\nname: 致代表\nblocks:\n  - 半年的账。\n"
    (folder / "sections/before.yaml").write_text(before, encoding="utf-8")
    texts = paragraph_texts(write_draft(document_of(folder), load_theme("civic"), {}, None))
    at = texts.index("目录")
    assert texts[at + 1 : at + 4] == ["致代表", "填改说明", "一、 示例市教育局"]


def test_how_to_edit_has_its_place_in_contents_further_down_too(tmp_path: Path) -> None:
    again = "id: again\nname: 附件\nblocks:\n  - {kind: contents, title: 再列一次, depth: 1}\n"
    report = REPORT.replace("sections/edu.yaml", "sections/edu.yaml, sections/again.yaml")
    folder = write_project(tmp_path, report=report)
    (folder / "sections/again.yaml").write_text(again, encoding="utf-8")
    texts = paragraph_texts(write_draft(document_of(folder), load_theme("civic"), {}, None))
    at = texts.index("再列一次")
    assert texts[at + 1 : at + 3] == ["填改说明", "一、 示例市教育局"]


@pytest.mark.slow
@pytest.mark.skipif(not READABLE, reason="no LibreOffice or no pdftotext")
@pytest.mark.parametrize("name", theme_names())
def test_title_page_and_how_to_edit_take_a_page_each(asking: Document, name: str, tmp_path: Path) -> None:
    for chosen in (None, frozenset({"edu"})):
        pages = page_words(laid_out(write_draft(asking, load_theme(name), {}, chosen), tmp_path / str(bool(chosen))))
        assert "核改签字" in pages[0] and "日期" in pages[0]
        at = next(at for at, page in enumerate(pages) if "看底色" in page)
        assert at == (1 if chosen else 2) and "改动都有修订痕迹" in pages[at]
        assert "食堂" not in pages[at] and "示例市教育局" in pages[at + 1]


def test_check_tells_where_a_figure_is_to_be_written(tmp_path: Path) -> None:
    write_project(tmp_path / "demo", indicators=PENDING, edu=ASKING)
    for arguments, code in ((("check", "demo"), 0), (("check", "demo", "--strict"), 3)):
        done = run(*arguments, cwd=tmp_path)
        assert done.returncode == code
        for place in ("1:35", "1:56", "2:53", "3:64"):
            assert f"demo/indicators.yaml:{place}: warning[indicator-pending]" in done.stderr, done.stderr
        assert "demo/sections/edu.yaml:29:8: warning[text-pending]" in done.stderr, done.stderr
    assert run("build", "demo", cwd=tmp_path).returncode == 0
    assert run("build", "demo", "--strict", cwd=tmp_path).returncode == 3
