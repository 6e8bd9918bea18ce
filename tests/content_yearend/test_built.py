"""The built handbook: the same words in the same order in print and in Word, a sound file, no text off a page."""

import re
from pathlib import Path

import msgspec
import pytest

from content_yearend.reading import DEPARTMENTS, YEAREND, document, sample, section
from reportgen.charts import plates
from reportgen.diagnostics import Diagnostics
from reportgen.drawing import Begin, Pages
from reportgen.typeset import typeset
from reportgen.units import POINTS_PER_MM
from support.boards import faults as board_faults
from support.boards import laid
from support.document_words import document_words
from support.docx_lint import faults
from support.docx_reading import paragraph_texts
from support.drafting import without_draft_marks
from support.marks_reading import own_text
from support.pdf_reading import characters_outside, poppler_texts
from support.project import run


@pytest.fixture(scope="module")
def pages() -> Pages:
    prepared, sink = sample()[0], Diagnostics()
    drawn = plates(prepared.document, prepared.theme, prepared.fonts, prepared.theme.page.measure, sink)
    found = typeset(prepared.document, prepared.theme, prepared.fonts, drawn, sink)
    assert list(sink) == []
    return found


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("out")
    finished = run("build", YEAREND, "-o", out, "--strict", cwd=out)
    assert finished.returncode == 0, finished.stdout + finished.stderr
    return out / YEAREND.name


def squeezed(texts: list[str]) -> str:
    return re.sub(r"\s+", "", "".join(texts))


def test_print_and_word_have_the_same_words_in_order(pages: Pages, built: Path) -> None:
    draft = without_draft_marks((built / "draft.docx").read_bytes())
    ids = [one.id for one in document().booklet.sections]
    here = ids.index("overview")  # a picture of its own on the page, a table in Word; so are the covers
    inner = squeezed([own_text(msgspec.structs.replace(pages, pages=pages.pages[1:]))])
    before, after = frozenset(ids[1:here]), frozenset(ids[here + 1 : -1])
    assert inner.startswith(squeezed(document_words(document(), before, printed=True)))
    assert squeezed(document_words(document(), after, printed=True)) in inner
    written = squeezed(paragraph_texts(draft, contents=False))
    assert squeezed(document_words(document(), frozenset(ids[1:-1]))) in written


def test_the_drafts_are_sound_packages(built: Path) -> None:
    drafts = sorted(built.rglob("*.docx"))
    assert len(drafts) == 1 + len(DEPARTMENTS)
    for path in drafts:
        assert not faults(path.read_bytes()), path.name


def test_the_booklet_reads_back_and_stays_on_its_pages(built: Path) -> None:
    pdf = (built / "booklet.pdf").read_bytes()
    texts = poppler_texts(pdf)
    assert 36 <= len(texts) <= 64  # what a stapled booklet holds; parts of official begin a page
    assert characters_outside(pdf) == []
    assert "虚构" in texts[-1]
    assert any("不对应任何真实的城市" in re.sub(r"\s", "", words) for words in texts[:4])


def test_the_edition_on_what_was_not_done_is_clean_and_short(tmp_path: Path) -> None:
    finished = run("check", YEAREND, cwd=tmp_path)
    assert (finished.returncode, finished.stderr.count("warning[")) == (0, 0), finished.stderr
    finished = run("build", YEAREND, "--edition", "zhenggai", "--to", "pdf", "-o", tmp_path, "--strict", cwd=tmp_path)
    assert finished.returncode == 0, finished.stderr
    texts = poppler_texts((tmp_path / YEAREND.name / "editions" / "zhenggai" / "booklet.pdf").read_bytes())
    words = re.sub(r"\s", "", "".join(texts))
    assert 8 <= len(texts) <= 16
    assert "不对应任何真实的城市" in words
    for id in DEPARTMENTS:
        assert section(id).name in words
    assert "问题和整改" in words
    assert "指标完成情况" not in words


def test_each_department_has_a_board_that_hides_nothing() -> None:
    """Nothing over an edge; the tasks that were not finished are among those shown."""
    made, codes = laid(YEAREND, "official")
    assert set(codes) <= {"font-fang-missing"}
    assert [board.section for board, _ in made] == list(DEPARTMENTS)
    for board, page in made:
        assert list(board_faults(page, margin=18 * POINTS_PER_MM, least=14.0)) == []
        drawn = [mark.alt for mark in page.marks if isinstance(mark, Begin)]
        late = [row for row in board.rows if row.percent is not None and row.percent < 100]
        assert late, board.section
        assert all(row.label + row.words in drawn for row in late)
