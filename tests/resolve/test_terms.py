"""Terms of a glossary: marked where the text uses them first, told when nobody uses them."""

from pathlib import Path

import pytest

from reportgen.content import load_project
from reportgen.diagnostics import Diagnostics
from reportgen.model.blocks import Bullets, Paragraph
from reportgen.model.document import Document, term_id
from reportgen.model.runs import runs_of
from reportgen.model.walk import proses
from reportgen.resolve import resolve
from support.project import write_project

REPORT = "title: 示例\nissuer: 示例市\nedition: {period: 2025年, date: 2025-07-15}\nsections: [sections/edu.yaml]\n"


def resolved(folder: Path, blocks: str, entries: str) -> tuple[Document, list[str]]:
    glossary = f"  - kind: glossary\n    entries:\n{entries}"
    edu = f"id: edu\nname: 示例局\nheadline: 医共体建成\nblocks:\n{blocks}{glossary}"
    sink = Diagnostics()
    loaded = load_project(write_project(folder, report=REPORT, edu=edu), sink)
    assert loaded.booklet is not None, list(sink)
    document = resolve(loaded.booklet, sink)
    return document, [f"{one.code} {one.arguments.get('term', '')}" for one in sink]


def marked(document: Document) -> list[tuple[str, str]]:
    """The marked words in the order of the text, each with where it leads."""
    return [
        (run.text, run.link)
        for entry in document.flow if isinstance(entry.block, Paragraph | Bullets)
        for _, prose in proses(entry.block)
        for run in runs_of(prose, document) if run.underline == "term"
    ]  # fmt: skip


def text(document: Document) -> str:
    return "".join(
        run.text
        for entry in document.flow if isinstance(entry.block, Paragraph | Bullets)
        for _, prose in proses(entry.block) for run in runs_of(prose, document)
    )  # fmt: skip


def test_the_first_use_in_running_text_is_marked_and_leads_to_the_entry(tmp_path: Path) -> None:
    entries = "      - {term: 医共体, text: 几家医院结成一体。}\n      - {term: 分类覆盖率, text: 开展的户数占比。}\n"
    blocks = "  - {kind: heading, text: 医共体}\n  - 先说分类覆盖率，再说医共体。\n  - 医共体又来了，分类覆盖率也是。\n"
    document, told = resolved(tmp_path, blocks, entries)
    assert told == []
    anchors = ["#" + document.anchors[term_id("edu/3", index)] for index in (1, 0)]
    assert marked(document) == [("分类覆盖率", anchors[0]), ("医共体", anchors[1])]
    assert text(document) == "先说分类覆盖率，再说医共体。医共体又来了，分类覆盖率也是。"


@pytest.mark.parametrize(
    ("written", "entry", "found"),
    [
        ("“双招双引”要做好。", "{term: “双招双引”, text: 合称。}", ["双招双引"]),
        ("棚改启动。", "{term: 棚户区改造, text: 拆除重建。, also: [棚改]}", ["棚改"]),
        ("说**加重的医共体**和医共体。", "{term: 医共体, text: 一体。}", ["医共体"]),
        ("DRGs不是，DRG付费才是。", "{term: DRG, text: 分组。}", ["DRG"]),
        ("注里先说^[医共体。]，再说医共体。", "{term: 医共体, text: 一体。}", ["医共体"]),
    ],
)
def test_forms_marks_and_latin_words(tmp_path: Path, written: str, entry: str, found: list[str]) -> None:
    document, told = resolved(tmp_path, f"  - {written}\n", f"      - {entry}\n")
    assert told == []
    assert [words for words, _ in marked(document)][: len(found)] == found or "^[" in written
    plain = written.replace("*", "").replace("^[医共体。]", "①")
    assert text(document) == plain


def test_a_longer_term_is_not_taken_for_a_shorter_one(tmp_path: Path) -> None:
    entries = "      - {term: 幼儿园, text: 学前机构。}\n      - {term: 配套幼儿园, text: 同步建设的。}\n"
    document, told = resolved(tmp_path, "  - 配套幼儿园建成，幼儿园也多了。\n", entries)
    assert told == []
    assert [words for words, _ in marked(document)] == ["配套幼儿园", "幼儿园"]


def test_of_two_terms_that_overlap_the_first_is_marked(tmp_path: Path) -> None:
    entries = "      - {term: 居家医养, text: 送到家里。}\n      - {term: 医养结合, text: 合在一起。}\n"
    document, told = resolved(tmp_path, "  - 居家医养结合得好。\n", entries)
    assert told == []
    assert [words for words, _ in marked(document)] == ["居家医养"]
    assert text(document) == "居家医养结合得好。"


def test_a_term_in_a_table_is_used_but_not_marked(tmp_path: Path) -> None:
    blocks = "  - {kind: table, columns: [项], rows: [[海绵城市]]}\n"
    document, told = resolved(tmp_path, blocks, "      - {term: 海绵城市, text: 吸水的城市。}\n")
    assert told == [] and not document.first_uses


def test_in_callouts_and_columns_too(tmp_path: Path) -> None:
    blocks = (
        "  - {kind: callout, title: 海绵城市, blocks: [说的是医共体。]}\n  - {kind: columns, blocks: [说的是棚改。]}\n"
    )
    entries = "".join(f"      - {{term: {term}, text: 如此。}}\n" for term in ("海绵城市", "医共体", "棚改"))
    document, told = resolved(tmp_path, blocks, entries)
    assert told == []
    assert sum(map(len, document.first_uses.values())) == 2


def test_what_other_entries_say_is_no_use(tmp_path: Path) -> None:
    entries = "      - {term: 医共体, text: 和海绵城市无关。}\n      - {term: 海绵城市, text: 吸水的城市。}\n"
    _, told = resolved(tmp_path, "  - 说的是医共体。\n", entries)
    assert told == ["term-unused 海绵城市"]
