"""The faces of the booklet inside a draft: whole, covered as the standard says, read where none is installed."""

import io
import re
import shutil
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import pytest

from reportgen.fonts import open_fonts
from reportgen.model.document import Document
from reportgen.theme import Theme, load_theme
from reportgen.word import borrow, embed, read_template, write_draft
from support.docx_lint import faults
from support.docx_reading import W, paragraph_texts, part
from support.every_kind import document_of, write_every_kind
from support.libreoffice import SOFFICE
from support.project import REPORT, run, write_project
from support.word_templates import office, saved

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
FONTS = Path(__file__).parents[2] / "fonts"
_CONFIGURATION = '<?xml version="1.0"?><fontconfig><dir>{}</dir><cachedir>{}</cachedir></fontconfig>'
_LATIN = Path("/usr/share/fonts/truetype/liberation")


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Document:
    return document_of(write_every_kind(tmp_path_factory.mktemp("embedding")))


@pytest.fixture(scope="module")
def civic() -> Theme:
    return load_theme("civic")


@pytest.fixture(scope="module")
def made(report: Document, civic: Theme) -> bytes:
    data = write_draft(report, civic, {}, None, None, embed(civic.draft, open_fonts()))
    assert not faults(data)
    return data


def embedded(data: bytes) -> dict[tuple[str, str], bytes]:
    """(family, Regular or Bold) -> the font as its part gives it back."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        relations = part(data, "word/_rels/fontTable.xml.rels")
        targets = {one.get("Id"): one.get("Target") for one in relations}
        found = {}
        for font in part(data, "word/fontTable.xml"):
            for entry in font:
                kind = re.fullmatch(rf"{re.escape(W)}embed(Regular|Bold)", entry.tag)
                if kind:
                    covered = archive.read(f"word/{targets[entry.get(f'{R}id')]}")
                    found[font.get(f"{W}name"), kind[1]] = uncovered(covered, entry.get(f"{W}fontKey"))
    return found


def uncovered(data: bytes, key: str) -> bytes:
    """As ISO/IEC 29500-1 17.8.1 tells it: the key's digits from the last to the first, twice over 32 bytes."""
    digits = key.strip("{}").replace("-", "")
    reverse = [int(digits[at : at + 2], 16) for at in range(30, -2, -2)]
    return bytes(byte ^ reverse[at % 16] for at, byte in enumerate(data[:32])) + data[32:]


def test_each_face_that_the_styles_use_is_there_whole(made: bytes) -> None:
    found = embedded(made)
    shipped = {path.read_bytes() for path in FONTS.glob("*.ttf")}
    assert found.keys() == {
        ("Booklet Hei", "Regular"), ("Booklet Hei", "Bold"), ("Booklet Kai", "Regular"), ("Noto Serif SC", "Regular"),
    }  # fmt: skip
    assert set(found.values()) <= shipped
    assert part(made, "word/settings.xml").find(f"{W}embedTrueTypeFonts") is not None


def test_styles_name_what_is_embedded_and_readers_without_it_find_another(made: bytes) -> None:
    families = {family for family, _ in embedded(made)}
    table = {one.get(f"{W}name"): one for one in part(made, "word/fontTable.xml")}
    named = set()
    for fonts in part(made, "word/styles.xml").iter(f"{W}rFonts"):
        named |= {fonts.get(f"{W}{axis}") for axis in ("ascii", "eastAsia")} - {None}
    assert named - {"MS Gothic"} == families
    assert "宋体" in table["Noto Serif SC"].find(f"{W}altName").get(f"{W}val").split(",")
    body = next(one for one in part(made, "word/styles.xml").iter(f"{W}style") if one.get(f"{W}styleId") == "Normal")
    assert body.find(f"{W}rPr/{W}rFonts").get(f"{W}eastAsiaTheme") == "minorEastAsia"
    assert b"Noto Serif SC" in zip_bytes(made, "word/theme/theme1.xml")


def zip_bytes(data: bytes, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name)


def test_the_same_fonts_give_the_same_bytes(report: Document, civic: Theme, made: bytes) -> None:
    again = write_draft(report, civic, {}, None, None, embed(civic.draft, open_fonts()))
    assert again == made


def test_the_text_is_the_same_and_no_font_is_in_a_draft_unasked(report: Document, civic: Theme, made: bytes) -> None:
    plain = write_draft(report, civic, {}, None)
    assert paragraph_texts(plain, contents=False) == paragraph_texts(made, contents=False)
    with zipfile.ZipFile(io.BytesIO(plain)) as archive:
        assert not [name for name in archive.namelist() if name.endswith(".odttf")]


def test_with_a_template_the_styles_that_it_lacks_are_in_the_embedded_faces(report: Document, civic: Theme) -> None:
    fonts = embed(civic.draft, open_fonts())
    borrowed = borrow(read_template(saved(office()), "brand.docx"), fonts.draft)
    data = write_draft(report, civic, {}, None, borrowed, fonts)
    assert not faults(data)
    styles: dict[str, Any] = {
        one.find(f"{W}name").get(f"{W}val"): one for one in part(data, "word/styles.xml").iter(f"{W}style")
    }
    assert styles["Normal"].find(f"{W}rPr/{W}rFonts").get(f"{W}eastAsia") == "仿宋"  # the template's
    assert styles["导语"].find(f"{W}rPr/{W}rFonts").get(f"{W}eastAsia") == "Booklet Hei"


def test_a_font_that_has_no_face_is_told(tmp_path: Path) -> None:
    folder = write_project(tmp_path / "demo", report=REPORT + "theme: themes/ours.yaml\n")
    (folder / "themes").mkdir()
    (folder / "themes/ours.yaml").write_text(
        "extends: civic\nword: {embed_fonts: true}\ndraft: {styles: {heading1: {east_asia: 汉仪大宋}}}\n",
        encoding="utf-8",
    )
    done = run("check", ".", "--format", "text", cwd=folder)
    assert "themes/ours.yaml:2:21" in done.stderr + done.stdout
    assert "汉仪大宋" in done.stderr + done.stdout


@pytest.mark.slow
@pytest.mark.skipif(SOFFICE is None or shutil.which("pdffonts") is None, reason="needs LibreOffice and Poppler")
def test_libreoffice_sets_the_text_in_them_where_none_is_installed(made: bytes, tmp_path: Path) -> None:
    """With fonts of Latin letters alone on the machine."""
    (tmp_path / "fonts.conf").write_text(_CONFIGURATION.format(_LATIN, tmp_path / "cache"), encoding="utf-8")
    (tmp_path / "draft.docx").write_bytes(made)
    environment = {"FONTCONFIG_FILE": str(tmp_path / "fonts.conf"), "HOME": str(tmp_path), "PATH": "/usr/bin:/bin"}
    subprocess.run(
        [str(SOFFICE), "--headless", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--convert-to", "pdf",
         "--outdir", tmp_path, tmp_path / "draft.docx"],
        check=True, capture_output=True, timeout=180, env=environment,
    )  # fmt: skip
    listed = subprocess.run(["pdffonts", tmp_path / "draft.pdf"], check=True, capture_output=True, text=True).stdout
    assert {"BookletHei-Regular", "BookletKai-Regular", "NotoSerifSC-Regular"} <= set(re.findall(r"\+(\S+)", listed))
