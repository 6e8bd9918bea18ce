"""A template of a theme's own: with other margins its stops go along; as it is, contents are as close as without."""

import re
from typing import Any

import msgspec
import pytest

from reportgen.model.document import Document
from reportgen.theme import Theme, load_theme
from reportgen.word import write_draft, write_specimen
from reportgen.word.contents_pitch import with_contents_on_a_page
from support.docx_reading import W, part
from support.every_kind import document_of, write_every_kind
from support.word_templates import changed, drafted

_FORMER, _EDGE = "8640", "6706"  # twips: civic's text, and between margins of 2600
_STOPPED = ("toc 1", "toc 2", "table of figures", "header", "footer", "稿次")


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Document:
    return document_of(write_every_kind(tmp_path_factory.mktemp("measure")))


@pytest.fixture(scope="module")
def civic() -> Theme:
    return load_theme("civic")


def narrowed(xml: bytes) -> bytes:
    return re.sub(rb'(<w:pgMar [^>]*w:right=")\d+("[^>]* w:left=")\d+', rb"\g<1>2600\g<2>2600", xml)


def stops(holder: Any) -> list[tuple[str, str]]:
    return [(one.get(f"{W}val"), one.get(f"{W}pos")) for one in holder.iterfind(f"{W}pPr/{W}tabs/{W}tab")]


def style(data: bytes, name: str) -> Any:
    return part(data, "word/styles.xml").find(f"{W}style/{W}name[@{W}val='{name}']/..")


def test_stops_at_the_edge_go_along_with_other_margins(report: Document, civic: Theme) -> None:
    data = changed(write_specimen(civic), {"word/document.xml": narrowed})
    assert stops(style(data, "toc 1")) == [("right", _FORMER)]
    made = drafted(report, civic, data)
    for name in _STOPPED:
        assert stops(style(made, name)) == [("right", _EDGE)], name


@pytest.mark.parametrize(
    ("tabs", "moved"),
    [
        ((("center", "3000"), ("right", "8641")), [("center", "3000"), ("right", _EDGE)]),
        ((("clear", _FORMER), ("right", _EDGE)), [("right", _EDGE)]),  # whose editor moved it
        ((("clear", _FORMER), ("right", "9000")), [("clear", _EDGE), ("right", "9000")]),
        ((("right", "7000"),), [("right", "7000")]),  # which someone set into the margin by hand
    ],
)
def test_stops_of_a_foot_itself_go_along(
    report: Document, civic: Theme, tabs: tuple[tuple[str, str], ...], moved: list[tuple[str, str]]
) -> None:
    said = "".join(f'<w:tab w:val="{kind}" w:pos="{at}"/>' for kind, at in tabs)

    def stopped(xml: bytes) -> bytes:
        return xml.replace(b"</w:pPr>", f"<w:tabs>{said}</w:tabs></w:pPr>".encode(), 1)

    data = changed(write_specimen(civic), {"word/document.xml": narrowed, "word/footer1.xml": stopped})
    made = drafted(report, civic, data)
    feet = [part(made, f"word/footer{at}.xml") for at in (1, 2, 3)]
    assert moved in [stops(one) for root in feet for one in root.iter(f"{W}p")]


def test_a_style_that_runs_into_the_margin_keeps_its_stops(report: Document, civic: Theme) -> None:
    def wider(xml: bytes) -> bytes:
        named = xml.index(b'<w:name w:val="footer"/>')
        at, end = xml.index(b'w:pos="8640"', named), xml.index(b"<w:ind ", named)
        return xml[:at] + b'w:pos="7400"' + xml[at + 12 : end] + b'<w:ind w:right="-800" ' + xml[end + 7 :]

    data = changed(write_specimen(civic), {"word/document.xml": narrowed, "word/styles.xml": wider})
    assert stops(style(drafted(report, civic, data), "footer")) == [("right", "7400")]


@pytest.fixture(scope="module")
def full(report: Document, civic: Theme) -> Theme:
    """Civic on a page that the contents run over by little."""
    for bottom in range(50, 600, 10):
        theme = msgspec.structs.replace(civic, draft=msgspec.structs.replace(civic.draft, bottom=float(bottom)))
        if with_contents_on_a_page(report, theme) != theme.draft:
            return theme
    raise AssertionError("contents that fit or do not, whatever the page")


def spacing(data: bytes, name: str) -> dict[str, str]:
    found = style(data, name).find(f"{W}pPr/{W}spacing").attrib
    return {key.removeprefix(W): value for key, value in found.items() if value != "0"}


def test_contents_are_set_closer_in_a_template_nobody_changed(report: Document, full: Theme) -> None:
    plain, made = write_draft(report, full, {}, None), drafted(report, full, write_specimen(full))
    for name in ("toc 1", "toc 2", "table of figures"):
        assert spacing(made, name) == spacing(plain, name) != spacing(write_specimen(full), name)


def test_contents_stay_as_far_apart_as_a_template_sets_them(report: Document, full: Theme) -> None:
    def further(xml: bytes) -> bytes:
        at = xml.index(b'w:line="', xml.index(b'<w:name w:val="toc 1"/>'))
        return xml[:at] + b'w:line="420"' + xml[xml.index(b'"', at + 8) + 1 :]

    data = changed(write_specimen(full), {"word/styles.xml": further})
    made = drafted(report, full, data)
    assert [spacing(made, name) for name in ("toc 1", "toc 2")] == [spacing(data, name) for name in ("toc 1", "toc 2")]
