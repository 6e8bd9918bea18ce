"""The pages that contents and lists give are those of LibreOffice within one, on small sheets too."""

import re
import shutil
from pathlib import Path

import pypdfium2
import pytest

from reportgen.theme import theme_names
from support.docx_lint import W
from support.docx_reading import part
from support.libreoffice import READABLE, laid_out, page_words
from support.project import ROOT, run

pytestmark = [pytest.mark.slow, pytest.mark.skipif(not READABLE, reason="no LibreOffice or no pdftotext")]
_BLANK = re.compile(r"\s")
_ENTRIES = ("TOC1", "TOC2", "TOC3", "Figures", "TableofFigures", "TableOfFigures")


def listed(data: bytes) -> dict[str, int]:
    """Entry of the contents or of a list -> the page that it gives; those of front matter are left out."""
    found = {}
    for paragraph in part(data, "word/document.xml").iter(f"{W}p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        if style is not None and style.get(f"{W}val") in _ENTRIES:
            runs = paragraph.iter(f"{W}t", f"{W}tab")
            said = "".join("\t" if one.tag == f"{W}tab" else one.text or "" for one in runs)
            words, tab, page = said.rpartition("\t")  # the first may stand in the code of the field
            if tab and page.strip().isdigit():
                found[_BLANK.sub("", words)] = int(page)
    return found


@pytest.mark.parametrize("trim", ["A5", "16开"])
@pytest.mark.parametrize("sample", ["qingdao-2019h1", "gongkai-shuzhi-sample"])
@pytest.mark.parametrize("name", theme_names())
def test_pages_are_those_of_libreoffice_within_one(name: str, sample: str, trim: str, tmp_path: Path) -> None:
    project = tmp_path / sample
    shutil.copytree(ROOT / "content" / sample, project)
    with (project / "report.yaml").open("a", encoding="utf-8") as report:
        report.write(f"\npage: {{trim: {trim}}}\n")
    done = run("build", sample, "--to", "docx", "--theme", name, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    data = (tmp_path / "out" / sample / "draft.docx").read_bytes()
    said = listed(data)
    assert len(said) > 30 and sum(entry.startswith(("图", "表")) for entry in said) > 15
    pdf = laid_out(data, tmp_path / "laid")
    headings = {
        _BLANK.sub("", one.get_title()): one.get_dest().get_index() for one in pypdfium2.PdfDocument(pdf).get_toc()
    }
    begins = min(headings[entry] for entry, page in said.items() if page == 1 and entry in headings)
    pages = page_words(pdf)
    for entry, page in said.items():
        at = headings.get(entry)
        if at is None:  # a caption: on the first page behind the lists that has its words
            at = next(number for number, words in enumerate(pages) if number >= begins and entry in words)
        assert abs(page - (at - begins + 1)) <= 1, (entry, page, at - begins + 1)
