"""Bytes into text: encodings people really save, and characters nobody means."""

from pathlib import Path

import pytest

from reportgen.diagnostics import Diagnostics
from reportgen.source import Source, read

TEXT = "title: 示例市\nname: 全市经济运行总体平稳，民生改善。\n"


def reading(folder: Path, data: bytes) -> tuple[Source | None, list[tuple[str, int, int]]]:
    path = folder / "a.yaml"
    path.write_bytes(data)
    sink = Diagnostics()
    source = read(path, "p/a.yaml", sink)
    assert all(one.where.file == "p/a.yaml" for one in sink)
    return source, [(one.code, one.where.line, one.where.column) for one in sink]


@pytest.mark.parametrize("data", [TEXT.encode(), b"\xef\xbb\xbf" + TEXT.encode()])
def test_utf8_with_and_without_a_byte_order_mark(tmp_path: Path, data: bytes) -> None:
    assert reading(tmp_path, data) == (Source("p/a.yaml", TEXT), [])


@pytest.mark.parametrize(
    ("data", "code", "line", "column"),
    [
        (TEXT.encode("gbk"), "encoding-gbk", 1, 8),
        ("# note\nname: 镕\n".encode("gb18030"), "encoding-gbk", 2, 7),
        (TEXT.encode("utf-16"), "encoding-utf16", 1, 1),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), "encoding-utf16", 1, 1),
        (b"a: 1\nb: caf\xe9\n", "encoding-not-utf8", 2, 7),
        (TEXT.encode() + b"x: \xff", "encoding-not-utf8", 3, 4),
        (TEXT.encode()[:-3], "encoding-not-utf8", 2, 22),
        ("a: 中\x0b文".encode(), "control-character", 1, 5),
        (b"a: 1\nb: x\x00y", "control-character", 2, 5),
        (b"a: \x07", "control-character", 1, 4),
        ("a: x\u2028y".encode(), "control-character", 1, 5),
        ("a: x\x85y".encode(), "control-character", 1, 5),
        ("a: \ufffe".encode(), "control-character", 1, 4),
        (b"a: 1\rb: 2\r", "control-character", 1, 5),
    ],
)
def test_refused_with_its_place(tmp_path: Path, data: bytes, code: str, line: int, column: int) -> None:
    assert reading(tmp_path, data) == (None, [(code, line, column)])


def test_windows_line_ends_and_tabs_are_read(tmp_path: Path) -> None:
    assert reading(tmp_path, b"a: 1\r\nb:\t2\r\n")[1] == []


def test_a_file_too_large_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    with path.open("wb") as file:
        file.truncate(16 * 1024 * 1024 + 1)
    sink = Diagnostics()
    assert read(path, "a.yaml", sink) is None
    assert [one.code for one in sink] == ["file-too-large"]


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    sink = Diagnostics()
    assert read(tmp_path, "a.yaml", sink) is None  # a folder
    assert [one.code for one in sink] == ["file-unreadable"]
