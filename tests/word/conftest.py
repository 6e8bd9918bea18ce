"""The report with every kind of block, read once, and its draft."""

from collections.abc import Callable
from pathlib import Path

import pytest

from reportgen.model.document import Document
from reportgen.theme import Theme, load_theme
from reportgen.word import write_draft
from support.docx_lint import faults
from support.drafting import final
from support.every_kind import document_of, write_every_kind
from support.project import SECTION, write_project


@pytest.fixture(scope="session")
def theme() -> Theme:
    return final(load_theme("civic"))


@pytest.fixture(scope="session")
def document(tmp_path_factory: pytest.TempPathFactory) -> Document:
    return document_of(write_every_kind(tmp_path_factory.mktemp("report")))


@pytest.fixture(scope="session")
def draft(document: Document, theme: Theme) -> bytes:
    data = write_draft(document, theme, {}, None)
    assert not faults(data)
    return data


@pytest.fixture
def write(tmp_path: Path, theme: Theme) -> Callable[[str], tuple[Document, bytes]]:
    """Blocks of one department, as YAML, to their document and their draft, which the lint has passed."""

    def written(blocks: str) -> tuple[Document, bytes]:
        head = SECTION.partition("blocks:\n")[0]
        document = document_of(write_project(tmp_path, edu=f"{head}blocks:\n{blocks}"))
        data = write_draft(document, theme, {}, None)
        assert not faults(data)
        return document, data

    return written
