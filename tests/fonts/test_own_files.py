"""Font files of the user's own: what they are, what is wrong with them, which instance of them is meant."""

import random
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from reportgen.fonts import FontBook, OwnFile, OwnFonts, open_fonts
from support.own_fonts import CHARACTERS, GROWTH, LEFT, WIDENING, advance, build, collect, right_edge

MAKES = {
    "TrueType": {},
    "CFF": {"kind": "cff"},
    "CFF2": {"kind": "cff2"},
    "variable": {"variable": True},
    "2048 units": {"kind": "cff", "upem": 2048},
}


def book(folder: Path, **own: object) -> FontBook:
    """The fonts with ``own`` (OwnFile's fields) in place of song-bold."""
    return open_fonts(own=OwnFonts(faces={"song-bold": OwnFile(**own)}), own_folder=folder)


def told(folder: Path, **own: object) -> list[tuple[str, bool]]:
    return [(one.code, one.fatal) for one in book(folder, **own).remarks]


@pytest.mark.parametrize("make", MAKES)
def test_every_make_gives_glyphs_advances_and_ink(make: str, tmp_path: Path) -> None:
    build(tmp_path / "a", **MAKES[make])
    found = book(tmp_path, file="a", axes=(("wght", 400),) if make in ("CFF2", "variable") else ())
    assert found.remarks == ()
    face = found.face("song-bold")
    for char in CHARACTERS.replace(" ", ""):
        glyph = face.glyph(char)
        assert glyph
        assert face.advance(glyph) == pytest.approx(advance(char), abs=0.25)
        assert face.ink(glyph) == pytest.approx((LEFT, right_edge(char)), abs=0.5)
    assert face.glyph("京") == 0
    assert (face.ascent, face.descent) == pytest.approx((880, -120), abs=0.25)


def test_the_place_on_an_axis(tmp_path: Path) -> None:
    build(tmp_path / "v.ttf", variable=True)
    expected = {
        "heaviest": ({"axes": (("wght", 900),)}, 1.0),
        "named": ({"instance": "semi-bold"}, 0.5),
        "named, then moved": ({"instance": "Semi Bold", "axes": (("wght", 400),)}, 0.0),
        "the face's own weight, 700": ({}, 0.6),
    }
    for case, (own, share) in expected.items():
        face = book(tmp_path, file="v.ttf", **own).face("song-bold")
        glyph = face.glyph("A")
        assert face.advance(glyph) == pytest.approx(500 + WIDENING * share, abs=0.5), case
        assert face.ink(glyph)[1] == pytest.approx(right_edge("A") + GROWTH * share, abs=0.5), case
    assert face.postscript_name == "Own_700wght"
    assert face.weight == 700


def test_a_weight_beyond_the_axis_is_the_nearest(tmp_path: Path) -> None:
    build(tmp_path / "v.ttf", variable=True)
    with TTFont(tmp_path / "v.ttf") as font:
        font["fvar"].axes[0].maxValue = 600
        font["fvar"].instances = []
        font.save(tmp_path / "w.ttf")
    assert book(tmp_path, file="w.ttf").face("song-bold").postscript_name == "Own_600wght"


@pytest.mark.parametrize(
    ("own", "code", "says"),
    [
        ({"instance": "Heavy"}, "font-instance", "Regular、Semi Bold"),
        ({"axes": (("wght", 950),)}, "font-instance", "wght 100–900"),
        ({"axes": (("wdth", 100),)}, "font-instance", "wght 100–900"),
        ({"axes": (("wght", float("nan")),)}, "font-instance", "wght 100–900"),
    ],
)
def test_no_such_instance(own: dict, code: str, says: str, tmp_path: Path) -> None:
    build(tmp_path / "v.ttf", variable=True)
    (remark,) = book(tmp_path, file="v.ttf", **own).remarks
    assert (remark.code, remark.fatal, remark.arguments["known"]) == (code, True, says)


def test_a_static_font_has_no_axes(tmp_path: Path) -> None:
    build(tmp_path / "a.ttf")
    assert told(tmp_path, file="a.ttf", axes=(("wght", 400),)) == [("font-not-variable", True)]
    assert told(tmp_path, file="a.ttf", instance="Bold") == [("font-not-variable", True)]


def test_a_collection_wants_an_index(tmp_path: Path) -> None:
    one = build(tmp_path / "a.ttf", name="First", characters="的一是国，。 A")
    two = build(tmp_path / "b.ttf", name="Second")
    collect(tmp_path / "c.ttc", [one, two])
    for index in (None, 2, -1):
        (remark,) = book(tmp_path, file="c.ttc", index=index).remarks
        assert (remark.code, remark.arguments["fonts"]) == ("font-collection", "0 First Regular、1 Second Regular")
    assert book(tmp_path, file="c.ttc", index=1).face("song-bold").postscript_name == "Second"
    assert book(tmp_path, file="c.ttc", index=0).face("song-bold").postscript_name == "First"
    collect(tmp_path / "single.ttc", [two])
    assert told(tmp_path, file="single.ttc") == []
    assert told(tmp_path, file="a.ttf", index=0) == []
    assert told(tmp_path, file="a.ttf", index=1) == [("font-collection", True)]


@pytest.mark.parametrize(
    ("head", "kind"),
    [(b"wOF2", "WOFF2"), (b"wOFF", "WOFF"), (b"%!PS-AdobeFont", "Type 1"), (b"\x80\x01xx", "Type 1"), (b"GIF8", "?")],
)
def test_other_formats_are_named(head: bytes, kind: str, tmp_path: Path) -> None:
    (tmp_path / "a.ttf").write_bytes(head + bytes(100))
    (remark,) = book(tmp_path, file="a.ttf").remarks
    assert (remark.code, remark.arguments["kind"]) == ("font-own-format", kind)


def test_files_that_are_not_there(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "empty.ttf").touch()
    assert told(tmp_path, file="none.ttf") == [("font-own-missing", True)]
    assert told(tmp_path, file="folder") == [("font-own-missing", True)]
    assert told(tmp_path, file="n" * 5000) == [("font-own-missing", True)]
    assert told(tmp_path, file="empty.ttf") == [("font-own-damaged", True)]


@pytest.mark.parametrize("table", ["OS/2", "cmap", "head", "hhea", "hmtx", "maxp", "glyf"])
def test_a_missing_table_is_named(table: str, tmp_path: Path) -> None:
    """Renamed in the directory: fontTools would not write such a file."""
    data = build(tmp_path / "a.ttf").read_bytes()
    at = data.index(table.encode())
    (tmp_path / "a.ttf").write_bytes(data[:at] + b"XXXX" + data[at + 4 :])
    (remark,) = book(tmp_path, file="a.ttf").remarks
    assert remark.fatal
    if table == "glyf":
        assert remark.code == "font-no-outlines"
    else:
        assert (remark.code, remark.arguments["table"]) == ("font-own-damaged", table)


def test_a_font_without_a_space(tmp_path: Path) -> None:
    build(tmp_path / "a.ttf", characters="的一是国，。")
    assert told(tmp_path, file="a.ttf") == [("font-own-no-space", True)]


def test_a_font_without_common_characters_is_used_and_told(tmp_path: Path) -> None:
    build(tmp_path / "a.ttf", characters="的A ")
    found = book(tmp_path, file="a.ttf")
    assert [(one.code, one.fatal, one.arguments["chars"]) for one in found.remarks] == [
        ("font-own-lacks", False, "一是国，。")
    ]
    assert found.choose("的", "song-bold").face == "song-bold"


@pytest.mark.parametrize(
    ("fs_type", "codes"),
    [
        (0x0000, []),
        (0x0008, []),
        (0x0004, [("font-preview-print", False)]),
        (0x0002, [("font-not-embeddable", True)]),
        (0x000C, []),  # before version 3 several bits: the least restrictive counts
        (0x0006, [("font-preview-print", False)]),
        (0x0100, [("font-no-subsetting", True)]),
        (0x0208, [("font-bitmap-only", True)]),
        (0x0302, [("font-not-embeddable", True), ("font-no-subsetting", True), ("font-bitmap-only", True)]),
    ],
)
def test_permission_to_embed(fs_type: int, codes: list, tmp_path: Path) -> None:
    build(tmp_path / "a.ttf", fs_type=fs_type)
    found = book(tmp_path, file="a.ttf")
    assert [(one.code, one.fatal) for one in found.remarks] == codes
    refused = any(fatal for _, fatal in codes)
    assert found.face("song-bold").postscript_name == ("BookletSong-Bold" if refused else "Own")
    assert told(tmp_path, file="a.ttf", licence="合同 2024-031") == []  # the author answers for it


@pytest.mark.parametrize(
    ("licence", "known"),
    [
        ("Licensed under the SIL Open Font License, Version 1.1.", True),
        ("https://scripts.sil.org/OFL", True),
        ("GPL version 3 with font embedding exception", True),
        ("Licensed under the GPL", False),
        ("All rights reserved.\nNo\x1b[31m embedding. " + "x" * 300, False),
        ("", False),
    ],
)
def test_licences(licence: str, known: bool, tmp_path: Path) -> None:
    build(tmp_path / "a.ttf", licence=licence)
    remarks = book(tmp_path, file="a.ttf").remarks
    assert [one.code for one in remarks] == ([] if known else ["font-licence-unknown"])
    for one in remarks:
        said = one.arguments["licence"]
        assert said.isprintable() and said and len(said) <= 60
        assert not one.fatal


def test_an_empty_glyph_counts_as_missing(tmp_path: Path) -> None:
    build(tmp_path / "a.ttf")
    with TTFont(tmp_path / "a.ttf") as font:
        cmap = font.getBestCmap()
        for table in font["cmap"].tables:
            table.cmap[ord("京")] = cmap[0x20]  # as fonts do that fill up their range
            table.cmap[0x2003] = cmap[0x20]
        font.save(tmp_path / "b.ttf")
    found = book(tmp_path, file="b.ttf")
    assert found.choose("京", "song-bold").face == "song-bold.shipped"
    assert found.choose("\u2003", "song-bold").face == "song-bold"


def test_broken_files_are_told_of_and_break_nothing(tmp_path: Path) -> None:
    """Cut short, bytes changed, wild offsets: a remark or a usable face, never another exception."""
    chance = random.Random(20)
    sources = [build(tmp_path / f"{index}", **make).read_bytes() for index, make in enumerate(MAKES.values())]
    codes = set()
    for turn in range(250):
        data = bytearray(sources[turn % len(sources)])
        if turn % 3 == 0:
            data = data[: chance.randrange(len(data))]
        elif turn % 3 == 1:
            for _ in range(chance.randrange(1, 8)):
                data[chance.randrange(4, len(data))] = chance.randrange(256)
        else:
            for _ in range(3):
                data[chance.randrange(12, 200)] = chance.choice((0, 127, 255))
        (tmp_path / "x").write_bytes(data)
        found = book(tmp_path, file="x")
        codes |= {one.code for one in found.remarks}
        face = found.face("song-bold")
        for char in CHARACTERS:
            face.ink(face.glyph(char))
            face.digit(char)
        face.shape(CHARACTERS)
    assert {"font-own-damaged", "font-own-no-space"} <= codes


def test_a_hostile_name_cannot_reach_the_file(tmp_path: Path) -> None:
    build(tmp_path / "a.ttf")
    with TTFont(tmp_path / "a.ttf") as font:
        font["name"].setName("A/B>> /JS (x) 字", 6, 3, 1, 0x409)
        font.save(tmp_path / "b.ttf")
        font["name"].setName("宋体", 6, 3, 1, 0x409)
        font.save(tmp_path / "c.ttf")
    assert book(tmp_path, file="b.ttf").face("song-bold").postscript_name == "ABJSx"
    assert book(tmp_path, file="c.ttf").face("song-bold").postscript_name == "song-bold"
