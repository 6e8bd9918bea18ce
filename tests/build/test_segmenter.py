"""A theme that has words found by jieba is refused where jieba is not installed: the layout must not hang on that."""

import importlib.util
from pathlib import Path

import pytest

from reportgen.build.conductor import prepare
from reportgen.content import load_project, place_of
from reportgen.diagnostics import Diagnostics
from support.project import REPORT, write_project


@pytest.mark.parametrize("installed", [True, False])
def test_a_missing_segmenter_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, installed: bool) -> None:
    write_project(tmp_path, report=REPORT + "theme: ours.yaml\n")
    (tmp_path / "ours.yaml").write_text("extends: civic\ntypography: {word_breaks: jieba}\n", encoding="utf-8")
    find = importlib.util.find_spec
    if not installed:
        monkeypatch.setattr(importlib.util, "find_spec", lambda name, *more: None if name == "jieba" else find(name))
    sink = Diagnostics()
    loaded = load_project(tmp_path, sink)
    prepare(loaded, sink)
    told = [(one.code, place_of(one.where, loaded.sources)) for one in sink]
    assert [code for code, _ in told] == ([] if installed else ["theme-segmenter"])
    assert all(place is not None and place.file.endswith("report.yaml") for _, place in told)
