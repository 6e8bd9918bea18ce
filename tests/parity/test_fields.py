"""Results of fields in a draft: compared as they stand on the page, whoever wrote the field and however."""

from typing import Any

import pytest
from lxml import etree

from reportgen.diagnostics import Diagnostics
from reportgen.parity import Difference, read_and_compare
from support import docx_editing as edit
from support.both_files import every_kind_with
from support.docx_editing import W, paragraph

BLOCKS = """\
  - {kind: heading, text: 街道办的实事}
  - kind: table
    id: done
    title: 各街道办成的事
    columns: [街道, 路灯]
    rows: [[东街道, 换了新灯], [西街道, 还没有换]]
  - 各街道的路灯换到哪里了，见[](#done)，别的写在后面。
"""
SAYS = "各街道的路灯"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, bytes]:
    return every_kind_with(tmp_path_factory.mktemp("fields"), BLOCKS)


def differences(built: tuple[bytes, bytes], change: edit.Change) -> tuple[Difference, ...]:
    found = Diagnostics()
    report = read_and_compare(built[0], edit.edited(built[1], change), "draft.docx", found)
    assert report is not None and not len(found), list(found)
    return report.differences


def fields(root: Any, code: str) -> list[tuple[Any, list[Any], str]]:
    """Complex fields that stand in one parent: all their runs, those of the result, the code."""
    found = []
    for begin in root.iter(f"{W}fldChar"):
        if begin.get(f"{W}fldCharType") != "begin":
            continue
        runs, result, said, behind = [begin.getparent()], [], "", False
        while (run := runs[-1].getnext()) is not None:
            runs.append(run)
            kind = run.find(f"{W}fldChar")
            kind = None if kind is None else kind.get(f"{W}fldCharType")
            if kind in ("begin", "end"):
                break
            said += "" if behind else "".join(one.text or "" for one in run.iter(f"{W}instrText"))
            result += [run] if behind else []
            behind = behind or kind == "separate"
        if said.split()[:1] == [code] and kind == "end":
            found.append((runs, result, said))
    assert found, code
    return found


def simple(root: Any, code: str) -> None:
    """As some programs write a field: one element around its result."""
    for runs, result, said in fields(root, code):
        made = etree.Element(f"{W}fldSimple")
        made.set(f"{W}instr", said)
        runs[0].addprevious(made)
        for run in runs:
            run.getparent().remove(run)
        made.extend(result)


def unlinked(root: Any, code: str) -> None:
    """As Ctrl+Shift+F9 leaves it: what the field said, as text."""
    for runs, result, _ in fields(root, code):
        for run in runs:
            if run not in result:
                run.getparent().remove(run)


@pytest.mark.parametrize("code", ["REF", "SEQ", "PAGEREF"])
def test_a_field_in_its_other_form_says_the_same(built: tuple[bytes, bytes], code: str) -> None:
    assert differences(built, lambda root: simple(root, code)) == ()


@pytest.mark.parametrize("code", ["REF", "SEQ"])
def test_a_field_that_became_text_says_the_same(built: tuple[bytes, bytes], code: str) -> None:
    assert differences(built, lambda root: unlinked(root, code)) == ()


@pytest.mark.parametrize("form", [None, simple, unlinked], ids=["complex", "simple", "text"])
def test_a_reference_that_was_typed_over_is_told(built: tuple[bytes, bytes], form: Any) -> None:
    def change(root: Any) -> None:
        (_, result, _), *_ = fields(paragraph(root, SAYS), "REF")
        words = [one for run in result for one in run.iter(f"{W}t")]
        words[0].text = "表88"
        for one in words[1:]:
            one.text = ""
        if form is not None:
            form(root, "REF")

    (one,) = differences(built, change)
    assert (one.kind, one.heading.endswith("街道办的实事")) == ("figure", True), one
    assert "见表88，" in one.drafted and "见表88" not in one.printed, one


def test_a_number_of_a_page_that_was_typed_over_is_none(built: tuple[bytes, bytes]) -> None:
    """Each of the two has its own pages: docs/parity.md."""

    def change(root: Any) -> None:
        for _, result, _ in fields(root, "PAGEREF"):
            for one in (text for run in result for text in run.iter(f"{W}t")):
                one.text = "888"

    assert differences(built, change) == ()
