"""``fonts`` of a theme file: as written, and as a theme holds it."""

from typing import Any

import msgspec
import pytest
from msgspec.structs import astuple, replace

from reportgen.fonts import OwnFile, OwnFonts
from reportgen.theme import faults, settle_fonts, written_theme
from reportgen.theme.fonts import WrittenFonts
from reportgen.theme.written import merged


def settled(written: dict[str, Any], theme_file: str = "ours.yaml") -> OwnFonts:
    return nameless(settle_fonts(written, theme_file))


def nameless(plain: object) -> OwnFonts:
    """Without the files that name the fonts, which one test looks at."""
    fonts = msgspec.convert(plain, OwnFonts)
    return OwnFonts(*({face: replace(one, named_in="") for face, one in files.items()} for files in astuple(fonts)))


def test_files_are_named_from_the_project() -> None:
    written = {"folder": "../type", "faces": {"kai-regular": "kai.ttf"}, "latin": {"song-bold": "sub/times.ttf"}}
    assert settled(written, "themes/ours.yaml") == OwnFonts(
        faces={"kai-regular": OwnFile("type/kai.ttf")}, latin={"song-bold": OwnFile("type/sub/times.ttf")}
    )
    assert (
        settled({"faces": {"kai-regular": "kai.ttf"}}, "themes/o.yaml").faces["kai-regular"].file
        == "themes/fonts/kai.ttf"
    )
    assert settled({"folder": ".", "faces": {"kai-regular": "kai.ttf"}}).faces["kai-regular"].file == "kai.ttf"
    assert settled({}) == OwnFonts()


def test_a_file_with_more_than_its_name() -> None:
    written = {
        "licence": "合同 1",
        "faces": {
            "song-regular": {"file": "a.ttc", "index": "2"},
            "song-bold": {"file": "v.ttf", "axes": {"wght": "700", "opsz": 12}, "licence": "合同 2"},
            "hei-bold": {"file": "v.ttf", "instance": "Bold"},
        },
    }
    assert settled(written).faces == {
        "song-regular": OwnFile("fonts/a.ttc", 2, licence="合同 1"),
        "song-bold": OwnFile("fonts/v.ttf", axes=(("opsz", 12.0), ("wght", 700.0)), licence="合同 2"),
        "hei-bold": OwnFile("fonts/v.ttf", instance="Bold", licence="合同 1"),
    }


def test_a_theme_laid_over_another_replaces_a_face_whole() -> None:
    below = settle_fonts(
        {"faces": {"song-bold": {"file": "a.ttc", "index": 1, "axes": {"wght": 600}}, "hei-bold": "h.ttf"}},
        "themes/a.yaml",
    )
    above = settle_fonts({"folder": "own", "faces": {"song-bold": "b.ttf"}, "latin": {"hei-bold": "l.ttf"}}, "b.yaml")
    assert below is not None and above is not None
    laid = merged(below, above)
    assert {face: one["named_in"] for face, one in laid["faces"].items()} == {
        "song-bold": "b.yaml", "hei-bold": "themes/a.yaml",
    }  # fmt: skip
    assert nameless(laid) == OwnFonts(
        faces={"song-bold": OwnFile("own/b.ttf"), "hei-bold": OwnFile("themes/fonts/h.ttf")},
        latin={"hei-bold": OwnFile("own/l.ttf")},
    )


@pytest.mark.parametrize(
    ("written", "code", "path"),
    [
        ({"faces": {"song-heavy": "a.ttf"}}, "content-unknown-key", ("faces", "song-heavy")),
        ({"faces": {"song-bold": {"index": 1}}}, "content-missing-key", ("faces", "song-bold")),
        ({"faces": {"song-bold": {"file": "a.ttf", "wght": 400}}}, "content-unknown-key",
         ("faces", "song-bold", "wght")),
        ({"faces": {"song-bold": {"file": "a.ttf", "axes": {"wght": "heavy"}}}}, "content-type",
         ("faces", "song-bold", "axes", "wght")),
        ({"faces": {"song-bold": ["a.ttf"]}}, "content-type", ("faces", "song-bold")),
        ({"faces": {"song-bold": ""}}, "theme-font-file", ("faces", "song-bold")),
        ({"latin": {"song-bold": "/usr/share/fonts/a.ttf"}}, "theme-font-file", ("latin", "song-bold")),
        ({"faces": {"song-bold": {"file": "C:a.ttf"}}}, "theme-font-file", ("faces", "song-bold", "file")),
        ({"folder": "fonts\\own", "faces": {"song-bold": "a.ttf"}}, "theme-font-file", ("folder",)),
        ({"folder": 3}, "content-type", ("folder",)),
        ({"face": {}}, "content-unknown-key", ("face",)),
        (["a.ttf"], "content-type", ()),
        ("a.ttf", "content-type", ()),
    ],
)  # fmt: skip
def test_what_does_not_hold_is_told_at_its_place(written: object, code: str, path: tuple[str, ...]) -> None:
    found = faults({"fonts": written}, written_theme("civic"))
    assert [(one.code, one.path) for one in found] == [(code, ("fonts", *path))]


def test_the_schema_of_what_is_written_can_be_told() -> None:
    assert "latin" in msgspec.json.schema(WrittenFonts)["$defs"]["WrittenFonts"]["properties"]
