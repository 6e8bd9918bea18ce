"""The pages counted for the contents are those that LibreOffice lays out, for every kind of block, few and many."""

import io
import itertools
import re
from pathlib import Path
from typing import Any

import docx
import msgspec
import pytest
import yaml

from reportgen.content import load_project
from reportgen.diagnostics import Diagnostics
from reportgen.model.blocks import Contents, Cover, EndNotes, Index, Overview
from reportgen.model.document import Document
from reportgen.resolve import resolve
from reportgen.theme import Theme, load_theme
from reportgen.word import write_draft
from support.content_sizes import INDICATORS, KINDS, Maker, Size
from support.every_kind import png
from support.libreoffice import READABLE, laid_out, page_words

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not READABLE, reason="no LibreOffice or no pdftotext"),
]
OF_THE_WHOLE = (Contents, Cover, EndNotes, Index, Overview)  # one of them in a report, not one in a department
# A kind that cannot be empty; a form wider than its sheet; terms that may be explained once.
LEFT_OUT = {("Indicators", "least"), ("Ballot", "many"), ("Glossary", "least"), ("Glossary", "one")}
COPIES: dict[Size, int] = {"least": 12, "one": 8, "many": 1}


def project(folder: Path, size: Size) -> tuple[Document, list[str]]:
    """A department for each kind, with so many blocks of it between two lines; the names of departments."""
    kinds = [
        kind for kind in KINDS if kind not in OF_THE_WHOLE and (kind.__name__, size) not in LEFT_OUT
    ]  # fmt: skip
    counts = itertools.count(0, 5000)
    files: dict[str, Any] = {"contents": {"id": "contents", "role": "front", "blocks": [{"kind": "contents"}]}}
    for kind in kinds:
        maker = Maker(size)
        maker.count = next(counts)  # no two ids alike
        blocks = ["先写一段。", *(maker.block(kind) for _ in range(COPIES[size])), "末一段。"]
        files[kind.__name__] = {"id": kind.__name__.lower(), "name": f"第{kind.__name__}局", "blocks": blocks}
    files["End"] = {"id": "end", "name": "第End局", "blocks": ["先写一段。"]}
    report = {
        "title": "示例", "issuer": "示例市", "sections": [f"sections/{name}.yaml" for name in files],
        "edition": {"period": "2025年", "elapsed": 50, "date": "2025-07-15"},
    }  # fmt: skip
    (folder / "sections").mkdir()
    for name, value in ({f"sections/{name}": one for name, one in files.items()} | {"report": report}).items():
        (folder / f"{name}.yaml").write_text(yaml.safe_dump(value, allow_unicode=True, sort_keys=False), "utf-8")
    (folder / "indicators.yaml").write_text(yaml.safe_dump(INDICATORS, allow_unicode=True), "utf-8")
    (folder / "dot.png").write_bytes(png(40, 20))
    sink = Diagnostics()
    loaded = load_project(folder, sink, display="demo")
    assert loaded.booklet is not None
    document = resolve(loaded.booklet, sink)
    assert not sink.has_errors, {one.code for one in sink if one.severity == "error"}
    return document, [name for name in files if name != "contents"]


def counted(draft: bytes) -> dict[str, int]:
    """The page of each department as the contents say it."""
    found = {}
    for paragraph in docx.Document(io.BytesIO(draft)).paragraphs:
        entry = re.search(r"第([A-Za-z]+)局\s.*?([0-9]+)$", paragraph.text, re.DOTALL)
        if entry is not None and paragraph.style is not None and paragraph.style.name.lower() == "toc 1":
            found[entry[1]] = int(entry[2])
    return found


def final(name: str) -> Theme:
    theme = load_theme(name)
    return msgspec.structs.replace(theme, word=msgspec.structs.replace(theme.word, mode="final"))


@pytest.mark.parametrize("name", ["civic", "official"])
@pytest.mark.parametrize("size", list(COPIES))
def test_every_kind_takes_the_pages_that_are_counted_for_it(tmp_path: Path, size: Size, name: str) -> None:
    document, departments = project(tmp_path, size)
    draft = write_draft(document, final(name), {}, None)
    said = counted(draft)
    assert list(said) == departments
    pages = page_words(laid_out(draft, tmp_path / "laid-out"))
    found = {
        one: next(at for at, page in enumerate(pages) if f"第{one}局先写一段" in page) for one in departments
    }  # fmt: skip
    assert len(pages) > 60
    off = {
        one: (said[after] - said[one], found[after] - found[one]) for one, after in itertools.pairwise(departments)
    }  # fmt: skip
    assert {one: both for one, both in off.items() if abs(both[0] - both[1]) > 1} == {}
    assert sum(said for said, _ in off.values()) == pytest.approx(sum(found for _, found in off.values()), abs=2)
