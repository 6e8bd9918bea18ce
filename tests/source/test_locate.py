"""From a path of keys to line and column."""

import pytest

from reportgen.diagnostics import Place, Spot
from reportgen.source import Source, locate

TEXT = """\
# a comment
id: edu
blocks:
  - 一段${edu.x}文字
  - kind: table
    rows:
      - [甲, "乙${edu.y}"]
  - |
    第一行
    第二行${edu.z}
  - 折行的文字
    在${edu.w}这里
𠂇: {𠂉: 值}
"""
SOURCE = Source("f.yaml", TEXT)


@pytest.mark.parametrize(
    ("path", "more", "line", "column"),
    [
        ((), {}, 2, 1),
        (("id",), {}, 2, 5),
        (("id",), {"key": True}, 2, 1),
        (("blocks",), {}, 4, 3),
        (("blocks",), {"key": True}, 3, 1),
        (("blocks", 0), {"offset": 2}, 4, 7),
        (("blocks", 0, "text"), {"offset": 2}, 4, 7),  # the short form leaves "text" out
        (("blocks", 0, "text"), {"find": "${edu.x"}, 4, 7),
        (("blocks", 1, "rows", 0, "cells", 1, "text"), {"find": "${edu.y"}, 7, 15),
        (("blocks", 1, "rows", 0, "cells", 1, "text"), {"offset": 1}, 7, 15),
        (("blocks", 2), {"find": "${edu.z"}, 10, 8),
        (("blocks", 3), {"find": "${edu.w"}, 12, 6),
        (("blocks", 9), {}, 4, 3),
        (("nothing", "here"), {}, 2, 1),
        (("𠂇", "𠂉"), {}, 13, 8),
    ],
)  # fmt: skip
def test_places(path: tuple[str | int, ...], more: dict[str, object], line: int, column: int) -> None:
    place = locate(SOURCE, Spot("f.yaml", path, **more))
    assert (place.file, place.line, place.column) == ("f.yaml", line, column)


def test_the_caret_is_as_long_as_what_was_looked_for() -> None:
    assert locate(SOURCE, Spot("f.yaml", ("blocks", 0), find="${edu.x")).length == 7


def test_a_file_that_breaks_off_has_places_as_far_as_it_goes() -> None:
    assert locate(Source("f", "a: 1\nb:\n  c: [1, 2"), Spot("f", ("b", "c", 1))) == Place("f", 3, 10)
    assert locate(Source("f", ""), Spot("f", ("a",))) == Place("f", 1, 1)


def test_a_thousand_places_of_one_large_file() -> None:
    # Reading the file again for each one would take minutes.
    text = "blocks:\n" + "  - 全市经济运行总体平稳，稳中有进。\n" * 20_000
    places = [locate(Source("f", text), Spot("f", ("blocks", index))) for index in range(0, 20_000, 20)]
    assert [place.line for place in places] == list(range(2, 20_002, 20))
