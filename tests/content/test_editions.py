"""Editions: what they pick of a report, what they call it, and what is told of the rest."""

from pathlib import Path

import pytest

from reportgen.content import Choice, Loaded, edition_names, load_project, place_of
from reportgen.diagnostics import Diagnostics, Spot
from reportgen.model.blocks import AnyBlock, Glossary, Heading, Paragraph
from reportgen.model.document import Document
from reportgen.model.glossary import printed_terms
from reportgen.model.runs import text_of
from reportgen.model.walk import blocks_inside
from reportgen.resolve import resolve

REPORT = """\
title: 全册
issuer: 示例市
edition: {period: 2025年上半年, date: 2025-07-15}
sections: [cover.yaml, edu.yaml, civil.yaml, annex.yaml]
"""
FILES = {
    "report.yaml": REPORT,
    "indicators.yaml": "{}\n",
    "cover.yaml": "id: cover\nrole: front\nblocks: [{kind: cover}]\n",
    "edu.yaml": """\
id: edu
name: 教育局
blocks:
  - {kind: heading, text: 学校}
  - 学校一段。
  - {kind: paragraph, text: 学校里的民生。, tags: [民生]}
  - {kind: heading, text: 食堂, tags: [民生, 重点]}
  - 食堂一段。
  - {kind: heading, text: 食堂细项, level: 3}
  - 细项一段，见[](#roads)和[民政](#civil)，还有[](#civil)。
  - {kind: heading, text: 其他}
  - {kind: callout, title: 提示, blocks: [甲。, {kind: paragraph, text: 乙。, tags: [民生]}]}
  - {kind: table, title: 学位, id: seats, columns: [项], rows: [[一]]}
  - {kind: columns, blocks: [左。, {kind: heading, text: 栏里, level: 3}]}
""",
    "civil.yaml": """\
id: civil
name: 民政局
tags: [养老]
blocks:
  - 民政一段，医共体。
  - {kind: table, title: 道路, id: roads, columns: [项], rows: [[一]]}
""",
    "annex.yaml": """\
id: annex
role: back
name: 附录
blocks:
  - {kind: glossary, entries: [{term: 食堂, text: 吃饭的地方。}, {term: 医共体, text: 一体。}]}
""",
}


def project(folder: Path, **editions: str) -> Path:
    (folder / "editions").mkdir(parents=True)
    for name, text in FILES.items():
        (folder / name).write_text(text, encoding="utf-8")
    for name, text in editions.items():
        (folder / "editions" / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder


def loaded(folder: Path, choice: Choice) -> tuple[Loaded, Diagnostics]:
    sink = Diagnostics()
    return load_project(folder, sink, choice=choice), sink


def texts(found: Loaded, section: str) -> list[str]:
    """The words of paragraphs and headings that are left of a section, the title of any other block."""
    assert found.booklet is not None
    (one,) = (one for one in found.booklet.sections if one.id == section)
    document = resolve(found.booklet, Diagnostics())
    return [said(block, document) for top in one.blocks for _, block, _ in blocks_inside(top, "", ())]


def said(block: AnyBlock, document: Document) -> str:
    if isinstance(block, Paragraph | Heading):
        return text_of(block.text, document)
    return text_of(getattr(block, "title", None), document)


def ids(found: Loaded) -> list[str]:
    assert found.booklet is not None
    return [section.id for section in found.booklet.sections]


def test_the_whole_report_is_what_nobody_picks_from(tmp_path: Path) -> None:
    found, sink = loaded(project(tmp_path / "p", digest="title: 摘编\n"), Choice())
    assert ids(found) == ["cover", "edu", "civil", "annex"] and not len(sink)
    assert found.booklet is not None and found.booklet.report.title == "全册"


def test_an_edition_says_in_place_of_the_report_what_it_says(tmp_path: Path) -> None:
    digest = (
        "title: 摘编\nsubtitle: ''\nperiod: 2025年\ndate: 2025-08-01\ncutoff: 截至7月\ntheme: official\n"
        "page: {trim: A4}\nnumbered: false\n"
    )
    found, sink = loaded(project(tmp_path / "p", digest=digest), Choice("digest"))
    assert found.booklet is not None and not len(sink)
    report = found.booklet.report
    assert (report.title, report.issuer, report.theme, report.page.trim) == ("摘编", "示例市", "official", "A4")
    assert (report.edition.period, report.edition.date, report.edition.cutoff) == ("2025年", "2025-08-01", "截至7月")
    assert [section.numbered for section in found.booklet.sections] == [None, False, False, None]


def test_sections_in_the_order_of_the_report(tmp_path: Path) -> None:
    found, _ = loaded(project(tmp_path / "p", one="sections: [civil, cover]\n"), Choice("one"))
    assert ids(found) == ["cover", "civil"]


def test_left_out_are_sections_kinds_and_blocks_and_headings_with_nothing_below(tmp_path: Path) -> None:
    folder = project(tmp_path / "p", one="leave_out: {sections: [civil], kinds: [columns, callout], blocks: [seats]}\n")
    found, sink = loaded(folder, Choice("one"))
    assert not len(sink)
    assert ids(found) == ["cover", "edu", "annex"]
    assert texts(found, "edu")[-1].startswith("细项一段"), "其他 has nothing left below it"


def test_a_section_of_which_nothing_is_left_goes(tmp_path: Path) -> None:
    found, _ = loaded(project(tmp_path / "p", one="leave_out: {kinds: [glossary]}\n"), Choice("one"))
    assert ids(found) == ["cover", "edu", "civil"]


def test_tags_pick_blocks_what_stands_below_headings_and_whole_sections(tmp_path: Path) -> None:
    found, sink = loaded(project(tmp_path / "p"), Choice(tags=("民生",)))
    assert not len(sink)
    assert ids(found) == ["cover", "edu", "annex"], "front and back matter without tags stays"
    assert texts(found, "edu") == [
        "学校", "学校里的民生。", "食堂", "食堂一段。", "食堂细项", "细项一段，见全册表2和民政，还有民政局。",
        "其他", "提示", "乙。",
    ]  # fmt: skip
    found, _ = loaded(tmp_path / "p", Choice(tags=("养老",)))
    assert ids(found) == ["cover", "civil", "annex"]
    found, _ = loaded(tmp_path / "p", Choice(tags=("养老", "重点")))
    assert texts(found, "edu") == ["食堂", "食堂一段。", "食堂细项", "细项一段，见表1和民政，还有民政局。"]


def test_what_is_referred_to_but_not_picked_is_told_and_said_in_words(tmp_path: Path) -> None:
    found, _ = loaded(project(tmp_path / "p", one="sections: [edu]\n"), Choice("one"))
    assert found.booklet is not None
    sink = Diagnostics()
    document = resolve(found.booklet, sink)
    told = [(one.code, one.arguments["id"], one.arguments["words"]) for one in sink]
    assert told == [
        ("reference-left-out", "roads", "全册表2"), ("reference-left-out", "civil", "民政"),
        ("reference-left-out", "civil", "民政局"),
    ]  # fmt: skip
    assert document.numbers["edu/9"] == "表1", "numbered anew"


def test_places_are_those_of_the_file_whatever_is_left_out(tmp_path: Path) -> None:
    found, _ = loaded(project(tmp_path / "p"), Choice(tags=("民生",)))
    assert found.booklet is not None
    sink = Diagnostics()
    resolve(found.booklet, sink)
    places = [place_of(one.where, found.sources) for one in sink]
    lines = FILES["edu.yaml"].splitlines()
    assert {place.line for place in places if place} == {
        next(at for at, line in enumerate(lines, 1) if "细项一段" in line)
    }
    section = next(section for section in found.booklet.sections if section.id == "edu")
    callout = next(at for at, block in enumerate(section.blocks) if getattr(block, "blocks", None))
    place = place_of(Spot("edu.yaml", ("blocks", callout, "blocks", 0, "text")), found.sources)
    assert place is not None and "乙。" in lines[place.line - 1][place.column - 1 :][:3]


def test_terms_that_an_edition_does_not_use_are_not_printed(tmp_path: Path) -> None:
    found, _ = loaded(project(tmp_path / "p", one="sections: [edu, annex]\n"), Choice("one"))
    assert found.booklet is not None
    sink = Diagnostics()
    document = resolve(found.booklet, sink)
    assert "term-unused" not in {one.code for one in sink}
    entry = document.flow[-1]
    assert isinstance(entry.block, Glossary)
    assert [term.term for _, term in printed_terms(entry.block, entry.id, document)] == ["食堂"]


def test_an_unknown_edition_is_told_with_the_nearest_name(tmp_path: Path) -> None:
    folder = project(tmp_path / "p", digest="title: 摘编\n", health="title: 卫生\n")
    assert edition_names(folder) == ("digest", "health")
    _, sink = loaded(folder, Choice("digst"))
    (one,) = sink
    assert (one.code, one.suggestion, one.where) == ("edition-unknown", "digest", None)


@pytest.mark.parametrize("name", ["../report", "a/b", "", "."])
def test_a_name_is_no_way_out_of_the_folder(tmp_path: Path, name: str) -> None:
    found, sink = loaded(project(tmp_path / "p", digest="title: 摘编\n"), Choice(name))
    assert found.booklet is not None and found.booklet.report.title == "全册"
    assert [one.code for one in sink] == (["edition-unknown"] if name else [])


def test_faults_of_the_report_are_told_at_their_places_and_nothing_is_picked(tmp_path: Path) -> None:
    folder = project(tmp_path / "p", one="tags: [民生]\n")
    broken = FILES["civil.yaml"].replace("id: roads", "id: seats")
    (folder / "civil.yaml").write_text(broken, encoding="utf-8")
    found, sink = loaded(folder, Choice("one"))
    (one,) = sink
    place = place_of(one.where, found.sources)
    assert one.code == "content-duplicate-id" and place is not None
    assert "seats" in broken.splitlines()[place.line - 1]
    assert ids(found) == ["cover", "edu", "civil", "annex"]
