"""The sample is complete: it loads without a word from the checker, and each department has all its parts."""

import re
from decimal import Decimal

import msgspec
import pytest

from content_sample.reading import DEPARTMENTS, document, prose_of, sample, section
from reportgen.content import Choice, edition_names, load_project
from reportgen.diagnostics import Diagnostics
from reportgen.model.blocks import (
    Bullets,
    Chart,
    Cover,
    Heading,
    Imprint,
    KeyFigures,
    Paragraph,
    Plans,
    Progress,
    Questions,
    Table,
)
from reportgen.model.document import Document
from reportgen.model.runs import text_of
from reportgen.resolve import resolve
from support.project import SAMPLE


def test_there_is_nothing_to_report() -> None:
    assert [(one.code, one.where) for one in sample()[1]] == []


def test_the_sections_stand_in_order() -> None:
    ids = [one.id for one in document().booklet.sections]
    front, back = ids[:5], ids[-5:]
    assert front == ["cover", "contents", "about", "reading", "overview"]
    assert tuple(ids[5:-5]) == DEPARTMENTS
    assert back == ["annex", "glossary", "sources", "index", "back-cover"]
    covers = [section(id).blocks[0] for id in ("cover", "back-cover")]
    assert [isinstance(one, Cover) and one.back for one in covers] == [False, True]


@pytest.mark.parametrize("id", DEPARTMENTS)
def test_a_department_has_all_its_parts(id: str) -> None:
    one = section(id)
    headline = text_of(one.headline, document())
    assert 8 <= len(headline) <= 30
    assert not headline.endswith("。")
    assert isinstance(one.blocks[0], KeyFigures)
    assert 3 <= len(one.blocks[0].cards) <= 4
    assert any(isinstance(block, Chart) for block in one.blocks)
    headings = [text_of(block.text, document()) for block in one.blocks if isinstance(block, Heading)]
    assert headings[-1] == "下半年安排"
    assert len(headings) >= 3
    plans = next(at for at, block in enumerate(one.blocks) if isinstance(block, Heading) and block.id == f"{id}-plans")
    assert any(isinstance(block, Bullets | Plans) for block in one.blocks[plans:])
    assert sum(isinstance(block, Paragraph) for block in one.blocks) >= 3


def test_departments_with_completions_show_their_progress() -> None:
    register = document().booklet.register
    measured = {id.split(".")[0] for id, one in register.items() if one.progress is not None}
    shown = {id for id in DEPARTMENTS if any(isinstance(block, Progress) for block in section(id).blocks)}
    assert shown == measured


def test_the_charts_are_of_many_kinds() -> None:
    kinds = {block.type for id in DEPARTMENTS for block in section(id).blocks if isinstance(block, Chart)}
    assert kinds == {"column", "bar", "doughnut", "target"}


def test_the_annex_lists_every_figure_of_the_half_year_and_every_plan() -> None:
    doc = document()
    figures, plans = [block for block in section("annex").blocks if isinstance(block, Table)]
    names = {text_of(row.cells[0].text, doc) for row in figures.rows}
    planned = {text_of(row.cells[-2].text, doc) for row in plans.rows}
    for one in doc.booklet.register.values():
        assert one.name in (names if one.value is not None else planned)
    assert len(figures.rows) >= 80  # runs over several pages


def test_terms_of_the_glossary_are_used_in_the_booklet() -> None:
    doc = document()
    used = "\n".join(words for id, words in prose_of(doc) if not id.startswith("glossary/"))
    for id, words in prose_of(doc, "glossary"):
        if "　" in words:
            for term in words.partition("　")[0].split("、"):
                assert term in used or re.sub("[“”]", "", term) in used, (id, term)


def said(doc: Document, kind: type, id: str) -> str:
    """All words of the blocks of one kind in a section: prose, card figures and chart values."""
    words = []
    for entry in doc.flow:
        if entry.id.startswith(id + "/") and isinstance(entry.block, kind):
            words += [text for block, text in prose_of(doc, id) if block == entry.id]
            words += [card.number + card.unit for card in doc.cards.get(entry.id, ())]
            if entry.id in doc.charts:
                words += [word for series in doc.charts[entry.id].series for word in series.words]
    return "\n".join(words)


def test_one_value_changed_in_the_register_changes_it_everywhere() -> None:
    booklet = document().booklet
    old = booklet.register["civil.named"]
    register = dict(booklet.register) | {"civil.named": msgspec.structs.replace(old, value=Decimal(43))}
    changed = resolve(msgspec.structs.replace(booklet, register=register), Diagnostics())
    for kind in (Paragraph, KeyFigures, Table, Chart):
        assert re.search(r"(?<!\d)42(?!\d)", said(document(), kind, "civil")), kind
        assert re.search(r"(?<!\d)43(?!\d)", said(changed, kind, "civil")), kind
        assert not re.search(r"(?<!\d)42(?!\d)", said(changed, kind, "civil")), kind


@pytest.mark.parametrize("name", edition_names(SAMPLE))
def test_every_edition_is_whole(name: str) -> None:
    sink = Diagnostics()
    loaded = load_project(SAMPLE, sink, SAMPLE.name, Choice(name))
    assert loaded.booklet is not None
    document = resolve(loaded.booklet, sink)
    assert [(one.code, one.where) for one in sink] == []
    assert len(document.booklet.sections) < len(document.booklet.whole)


def test_questions_name_nothing_that_is_not_there() -> None:
    questions = [block for block in section("reading").blocks if isinstance(block, Questions)]
    assert [len(block.items) for block in questions] == [3]
    (imprint,) = (block for block in section("sources").blocks if isinstance(block, Imprint))
    assert imprint.rounding
