"""What a draft tells its editors, and that a final file has none of it."""

from pathlib import Path
from typing import Any

import pytest

from reportgen.model.document import Document
from reportgen.theme import load_theme, theme_names
from reportgen.word import write_draft
from support.document_words import document_words
from support.docx_lint import W, faults
from support.docx_reading import paragraph_texts, part
from support.drafting import MARKS, final, without_draft_marks
from support.every_kind import document_of, write_every_kind
from support.project import REPORT, SECTION, run, write_project

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
    assert words(draft, "header1").endswith("\u3000送审稿目录")
    assert words(draft, "footer1").startswith("第3稿第 ")
    issuer = document.booklet.report.issuer
    assert "稿" not in words(finished, "header1") and words(finished, "footer1").startswith(issuer)


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


def test_figures_of_cards_bars_and_tables_are_asked_for(asking: Document) -> None:
    draft = write_draft(asking, load_theme("civic"), {}, None)
    cells = [
        (["".join(t.text for t in p.iter(f"{W}t")) for p in cell.iter(f"{W}p")], cell.find(f"{W}tcPr/{W}shd"))
        for cell in part(draft, "word/document.xml").iter(f"{W}tc")
    ]
    grey = {"|".join(texts) for texts, ground in cells if ground is not None and ground.get(f"{W}fill") == "ECEFF2"}
    assert {"食堂完工|【待补】", "新增学位|3895个", "【待补】", "50%", "40对", "50", "20", "40"} <= grey
    assert not {"指标", "单位", "所", "结对学校", "进度"} & grey


def test_the_booklet_and_final_files_print_a_dash(asking: Document) -> None:
    finished = write_draft(asking, final(load_theme("civic")), {}, None)
    assert paragraph_texts(finished, contents=False) == document_words(asking)
    assert "食堂完成—，学位同比—，结对20对，占—。" in document_words(asking, printed=True)


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


def test_check_tells_where_a_figure_is_to_be_written(tmp_path: Path) -> None:
    write_project(tmp_path / "demo", indicators=PENDING, edu=ASKING)
    for arguments, code in ((("check", "demo"), 0), (("check", "demo", "--strict"), 3)):
        done = run(*arguments, cwd=tmp_path)
        assert done.returncode == code
        for place in ("1:35", "1:56", "2:53", "3:64"):
            assert f"demo/indicators.yaml:{place}: warning[indicator-pending]" in done.stderr, done.stderr
    assert run("build", "demo", cwd=tmp_path).returncode == 0
    assert run("build", "demo", "--strict", cwd=tmp_path).returncode == 3
