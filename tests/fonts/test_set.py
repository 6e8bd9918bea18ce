"""The committed font set: what the manifest, the program's own table and the files say of each other."""

import hashlib
import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from fontTools.ttLib import TTFont

from reportgen.fonts import FACE_NAMES, FACES, open_fonts

ROOT = Path(__file__).parents[2]
FONTS = ROOT / "fonts"
RENAMED = [name for name in FACE_NAMES if name != "song-regular"]
RESERVED = ("LXGW", "霞鹜", "Source", "Noto", "Fandol")
PRIMARY_NAME_IDS = {1, 2, 3, 4, 6, 16, 17, 18, 20, 21, 22, 25}


@pytest.fixture(scope="module")
def manifest():
    content = yaml.safe_load((FONTS / "fonts.yaml").read_text(encoding="utf-8"))
    return {face["name"]: face for face in content["faces"]}


def test_manifest_and_runtime_table_name_the_same_files(manifest):
    assert tuple(manifest) == tuple(FACES) == FACE_NAMES
    for name, row in FACES.items():
        assert (manifest[name]["file"], manifest[name]["sha256"]) == (row.file, row.sha256)


@pytest.mark.parametrize("name", FACE_NAMES)
def test_file_is_the_pinned_one(name, manifest):
    data = (FONTS / FACES[name].file).read_bytes()
    assert hashlib.sha256(data).hexdigest() == FACES[name].sha256
    assert len(data) == manifest[name]["bytes"]


@pytest.mark.parametrize("name", FACE_NAMES)
def test_file_has_the_coverage_the_manifest_claims(name, manifest):
    face = open_fonts().face(name)
    claimed = manifest[name]["coverage"]
    for key, count in (("tgscc-8105", "of_8105"), ("gb2312-hanzi-6763", "gb2312_hanzi")):
        listed = (FONTS / "build/lists" / f"{key}.txt").read_text(encoding="utf-8").split()
        assert sum(bool(face.glyphs[char]) for char in listed) == claimed[count]
    assert claimed["of_8105"] == (6638 if name == "fang-regular" else 8105)


@pytest.mark.parametrize("family", ["Song", "Hei"])
def test_weights_of_a_family_have_the_same_characters_and_the_same_widths_of_hanzi(family):
    """So that a style may change its weight and no word changes its face; Song Regular, whole, has more."""
    cut = [row for row in FACES.values() if f"Booklet{family}" in row.file and row.name != "song-regular"]
    assert len(cut) >= 3
    mapped = []
    for row in cut:
        with TTFont(FONTS / row.file, lazy=True) as font:
            mapped.append(font.getBestCmap().keys())
    assert all(one == mapped[0] for one in mapped)
    faces = [open_fonts().face(row.name) for row in cut]
    listed = (FONTS / "build/lists/tgscc-8105.txt").read_text(encoding="utf-8").split()
    for face in faces:
        assert {face.advances[face.glyphs[char]] for char in listed} == {1000.0}


def test_weights_of_a_family_grow_darker_in_their_order():
    for family in ("song", "hei"):
        rows = [row for row in FACES.values() if row.name.startswith(family)]
        assert [row.weight for row in rows] == sorted({row.weight for row in rows})
        assert [row.ink for row in rows] == sorted({row.ink for row in rows})


def test_song_regular_is_the_upstream_file(manifest):
    assert manifest["song-regular"]["sha256"] == manifest["song-regular"]["source"]["sha256"]


@pytest.mark.parametrize("name", FACE_NAMES)
def test_fonts_allow_embedding_and_have_truetype_outlines(name):
    with TTFont(FONTS / FACES[name].file, lazy=True) as font:
        assert font["OS/2"].fsType in (0, 8)
        assert "glyf" in font
        assert "CFF " not in font


@pytest.mark.parametrize("name", RENAMED)
def test_modified_fonts_bear_no_upstream_name(name):
    with TTFont(FONTS / FACES[name].file, lazy=True) as font:
        records = [(record.nameID, str(record)) for record in font["name"].names]
    for number, text in records:
        if number in PRIMARY_NAME_IDS:
            assert not any(word.casefold() in text.casefold() for word in RESERVED), (number, text)
    kept = dict(records)
    assert "Copyright" in kept[0] or "(c)" in kept[0]
    assert "Licen" in kept[13]
    assert kept[10].startswith("Subset of ")


def test_fang_extends_the_exception():
    with TTFont(FONTS / FACES["fang-regular"].file, lazy=True) as font:
        assert "extend the exception" in font["name"].getDebugName(13)
    assert "As a special exception" in (FONTS / "gpl/COPYING").read_text(encoding="utf-8")
    assert "**We extend it**" in (FONTS / "gpl/README.md").read_text(encoding="utf-8")


def test_licence_texts_are_there():
    assert "SIL OPEN FONT LICENSE Version 1.1" in (FONTS / "OFL.txt").read_text(encoding="utf-8")
    copyrights = (FONTS / "COPYRIGHT.md").read_text(encoding="utf-8")
    assert all(word in copyrights for word in ("Adobe", "Google", "LXGW", "霞鹜", "Klee", "Fandol"))


def test_recipes_are_the_manifests_sources(manifest, monkeypatch):
    spec = importlib.util.spec_from_file_location("recipes", FONTS / "build/recipes.py")
    recipes = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, "recipes", recipes)  # dataclasses look their module up
    spec.loader.exec_module(recipes)
    assert {one.name: one.source.sha256 for one in recipes.RECIPES} == {
        name: face["source"]["sha256"] for name, face in manifest.items()
    }


@pytest.mark.slow
def test_building_again_gives_the_committed_bytes():
    sources = os.environ.get("REPORTGEN_FONT_SOURCES")
    if not sources:
        pytest.skip("REPORTGEN_FONT_SOURCES names no folder of upstream fonts")
    command = [sys.executable, str(FONTS / "build/build_fonts.py"), "--sources", sources, "--check"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
