"""Lines in the specification's test metrics."""

from pathlib import Path

import pytest

from support.line_reading import StubLines
from support.repertoire import repertoire


@pytest.fixture(scope="session")
def stub(tmp_path_factory: pytest.TempPathFactory) -> StubLines:
    return StubLines(tmp_path_factory.mktemp("stub"), repertoire(*Path(__file__).parent.glob("*.*")))
