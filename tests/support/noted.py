"""A report whose departments and back matter have notes, and its draft."""

from pathlib import Path

import msgspec

from reportgen.content import load_project
from reportgen.diagnostics import Diagnostics
from reportgen.model.document import Document
from reportgen.resolve import resolve
from reportgen.theme import NoteLook, Theme
from reportgen.word import write_draft
from support.docx_lint import faults
from support.every_kind import write_every_kind

EXTRA = """\
  - 床位^[见[](#main)和[网站](https://example.cn/notes)，共${civil.beds}。]与道路^[42条。]。
  - {kind: heading, text: '带注的标题^[标题的注。]', id: noted}
  - 见[](#noted)。
  - kind: table
    title: '题^[表的注。]'
    columns: [项]
    rows: [['格^[格的注。]'], {cells: ['计^[合计的注。]'], total: true}]
    source: '源^[来源的注。]'
"""


def noted_draft(
    folder: Path, theme: Theme, look: NoteLook, chosen: str = "", edu: str = "学位^[当年。]，学校^[两所。]。"
) -> tuple[Document, bytes]:
    """Two departments and the back matter have notes; ``edu`` are those of the first."""
    write_every_kind(folder, EXTRA)
    for name, words, noted in (
        ("edu", "  - 罕用字", f"  - {edu}\n  - 罕用字"),
        ("terms", "  - 一年过去的部分。", "  - 一年过去的部分^[按天数。]。"),
    ):
        text = (folder / f"{name}.yaml").read_text(encoding="utf-8")
        assert words in text
        (folder / f"{name}.yaml").write_text(text.replace(words, noted), encoding="utf-8")
    loaded = load_project(folder, Diagnostics())
    assert loaded.booklet is not None
    sink = Diagnostics()
    document = resolve(loaded.booklet, sink, look)
    assert not list(sink)
    changed = msgspec.structs.replace(theme, notes=look)
    data = write_draft(document, changed, {}, frozenset({chosen}) if chosen else None)
    assert not faults(data)
    assert data == write_draft(document, changed, {}, frozenset({chosen}) if chosen else None)
    return document, data
