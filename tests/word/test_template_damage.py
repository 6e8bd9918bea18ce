"""Whatever a template's parts say, a draft is made of it, or it is refused with a reason."""

import random
import re

import pytest

from reportgen.model.document import Document
from reportgen.opc import OpcError
from reportgen.theme import draft_fault, load_theme
from reportgen.word import borrow, read_template, write_draft, write_specimen
from support.docx_lint import faults
from support.every_kind import document_of, write_every_kind
from support.word_templates import changed, office, saved

CIVIC = load_theme("civic")
TEMPLATES = (saved(office()), write_specimen(CIVIC))
_PARTS = ("styles", "styles", "document", "numbering", "settings", "header1", "fontTable")
_VALUES = (
    "0", "-1", "99999999999", "x", "", "1e9", "nan", "inf", "12pt", "true", "none", "a b", "0.5", "-32768", "中",
    "100000",
)  # fmt: skip


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Document:
    return document_of(write_every_kind(tmp_path_factory.mktemp("damage")))


def _damaged(xml: bytes, chance: random.Random) -> bytes:
    """Values replaced by others, attributes and elements taken out or doubled."""
    text = xml.decode()
    for _ in range(chance.randint(1, 8)):
        attributes = list(re.finditer(r' w:\w+="([^"]*)"', text))
        elements = list(re.finditer(r"<w:\w+( [^<>]*)?/>", text))
        if not attributes or not elements:
            break
        one, other = chance.choice(attributes), chance.choice(elements)
        match chance.randrange(5):
            case 0 | 1:
                text = text[: one.start(1)] + chance.choice(_VALUES) + text[one.end(1) :]
            case 2:
                text = text[: one.start()] + text[one.end() :]
            case 3:
                text = text[: other.start()] + text[other.end() :]
            case _:
                text = text[: other.start()] + other[0] + text[other.start() :]
    return text.encode()


@pytest.mark.parametrize("seed", range(16))
def test_a_damaged_template_makes_a_sound_draft_or_none(report: Document, seed: int) -> None:
    chance = random.Random(seed)
    data = changed(chance.choice(TEMPLATES), {f"word/{chance.choice(_PARTS)}.xml": lambda xml: _damaged(xml, chance)})
    try:
        borrowed = borrow(read_template(data, "brand.docx"), CIVIC.draft)
    except OpcError as error:
        assert error.arguments["file"] == "brand.docx"
        return
    if draft_fault(borrowed.draft) is None:
        assert not faults(write_draft(report, CIVIC, {}, None, borrowed))
