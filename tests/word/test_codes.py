"""QR codes in a draft: pictures with alternative text that say their addresses, words beside them."""

import io
import zipfile
from pathlib import Path

import pytest
import zxingcpp
from lxml import etree
from PIL import Image

from reportgen.model.document import PageSetup
from reportgen.theme import apply, load_theme
from reportgen.word import write_draft
from support.docx_lint import W
from support.docx_reading import paragraph_texts, part
from support.every_kind import document_of, write_every_kind
from support.project import write_project

CONTACT = "https://www.example.gov.cn/2025h1?from=booklet"
BEDS = "https://www.example.gov.cn/%E6%B0%91%E6%94%BF/%E5%BA%8A%E4%BD%8D"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


def test_every_code_is_read_from_its_picture_where_it_stands(tmp_path: Path) -> None:
    document = document_of(write_every_kind(tmp_path))
    draft = write_draft(document, load_theme("civic"), {}, None)
    with zipfile.ZipFile(io.BytesIO(draft)) as archive:
        story = etree.fromstring(archive.read("word/document.xml"))
        links = etree.fromstring(archive.read("word/_rels/document.xml.rels"))
        targets = {one.get("Id"): one.get("Target") for one in links}
        said = {}
        for name in archive.namelist():
            if name.startswith("word/media/"):
                found = zxingcpp.read_barcodes(Image.open(io.BytesIO(archive.read(name))).convert("L"))
                said[name] = [one.text for one in found]
    shown = []
    for drawing in story.iter("{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}inline"):
        blip = next(drawing.iter(f"{A}blip"), None)
        if blip is None:
            continue
        codes = said["word/" + targets[blip.get(f"{R}embed")].removeprefix("/word/")]
        if codes:
            (alt,) = (one.get("descr") for one in drawing if one.tag.endswith("docPr"))
            shown.append((alt, codes))
    wide = "二维码：https://www.example.gov.cn/民政/床位"
    assert shown == [(f"二维码：{CONTACT}", [CONTACT]), (wide, [BEDS]), *[(f"二维码：{CONTACT}", [CONTACT])] * 3], (
        "in the text, on both forms, on the back cover"
    )
    texts = paragraph_texts(draft)
    assert texts.index("扫码看床位名单") + 1 == texts.index("www.example.gov.cn/民政/床位")
    assert "12345　政务服务便民热线" in texts


@pytest.mark.parametrize("trim", ["A4", "32开"])
def test_a_large_code_leaves_half_of_the_line_to_its_words(tmp_path: Path, trim: str) -> None:
    code = "  - {kind: qr, address: https://www.example.gov.cn/, caption: 扫码看名单, size: 60}\n"
    document = document_of(write_project(tmp_path, edu=f"id: edu\nname: 局\nblocks:\n{code}"))
    draft = write_draft(document, apply(load_theme("civic"), PageSetup(trim=trim)), {}, None)
    (table,) = [
        one for one in part(draft, "word/document.xml").iter(f"{W}tbl") if "扫码看名单" in "".join(one.itertext())
    ]
    picture, words = (int(one.get(f"{W}w")) for one in table.find(f"{W}tblGrid"))
    drawn = next(table.iter("{*}extent"))
    assert words >= 0.45 * (picture + words)
    assert int(drawn.get("cx")) / 635 <= picture and drawn.get("cx") == drawn.get("cy")
