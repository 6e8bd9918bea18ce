"""Build the committed font set from the named upstream files.

    python fonts/build/build_fonts.py --sources DIR [--only song-bold --only kai-regular] [--check]

DIR is searched for the files of ``recipes.py`` by name (unpacked npm and Debian packages will do); each must
have the pinned SHA-256. The same sources give the same bytes: no clock is read, HarfBuzz's table packer is
switched off, and ``--check`` compares with the committed files instead of writing. fontTools decides some
bytes, so its version stands in the manifest.
"""

import argparse
import hashlib
import importlib.util
import sys
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path
from types import ModuleType

from characters import kept_characters
from fontTools import subset
from fontTools.ttLib import TTFont
from manifest import write_manifest, write_pins
from recipes import RECIPES, Recipe, Source

FONTS = Path(__file__).parent.parent

# Substitutions and placements that Chinese text, Latin words in it, and vertical text may ask for.
_FEATURES = [
    "locl", "ccmp", "liga", "fwid", "hwid", "pwid", "halt", "palt", "vhal", "vpal", "vert", "vrt2",
    "chws", "vchw", "kern", "mark",
]  # fmt: skip

# 0 copyright, 5 version, 7 trademark, 8-9, 11-12 makers, 13-14 licence: the upstream's own words stay.
_KEPT_NAMES = (0, 5, 7, 8, 9, 11, 12, 13, 14)
_WINDOWS_ENGLISH = (3, 1, 0x409)
_RIBBI_STYLES = ("Regular", "Bold")

_FANDOL_LICENCE = (
    "GNU General Public License, version 3 or later, with the font exception: if you create a document which "
    "uses this font, and embed this font or unaltered portions of this font into the document, this font does "
    "not by itself cause the resulting document to be covered by the GNU General Public License. The makers "
    "of this converted version extend the exception to it."
)


class BuildError(Exception):
    """A source that is missing or not the pinned one, or a font that may not be embedded."""


def find_source(folder: Path, source: Source) -> Path:
    """The file of ``source`` anywhere under ``folder``. Raises BuildError unless its digest is the pinned one."""
    for path in sorted(folder.rglob(Path(source.file).name)):
        if hashlib.sha256(path.read_bytes()).hexdigest() == source.sha256:
            return path
    raise BuildError(f"{source.file} of {source.package} {source.version} ({source.sha256[:12]}…) is not in {folder}")


def build(recipe: Recipe, source: Path) -> bytes:
    """The bytes of one face. Raises BuildError when the font's fsType forbids embedding."""
    if recipe.how == "copy":
        return source.read_bytes()
    font = TTFont(source, recalcTimestamp=False)
    font.cfg["fontTools.ttLib.tables.otBase:USE_HARFBUZZ_REPACKER"] = False
    if font["OS/2"].fsType not in (0, 8):
        raise BuildError(f"{recipe.name}: fsType {font['OS/2'].fsType} forbids embedding")
    keep_characters(font, kept_characters())
    if recipe.how == "convert":
        _conversion().to_quadratic(font)
    rename(font, recipe)
    return _saved(font)


def keep_characters(font: TTFont, characters: Iterable[int]) -> None:
    """Cut ``font`` down to ``characters`` and what the kept features make of them, in place."""
    options = subset.Options()
    options.layout_features = _FEATURES
    options.hinting = False
    options.notdef_outline = True
    options.glyph_names = False
    options.legacy_kern = False
    options.name_IDs = ["*"]
    options.name_languages = ["*"]
    options.drop_tables += ["STAT", "gasp"]  # STAT speaks of axes that a static font has not
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=characters)
    cutter.subset(font)


def rename(font: TTFont, recipe: Recipe) -> None:
    """Give ``font`` its own names (IDs 1 to 4, 6, 16, 17) and keep its upstream's copyright and licence.

    Reserved font names must not stay in a modified version: "LXGW" and "霞鹜" are reserved, in every language.
    """
    table = font["name"]
    kept = {number: table.getDebugName(number) or "" for number in _KEPT_NAMES}
    if recipe.how == "convert":
        kept[13] = _FANDOL_LICENCE
    is_ribbi = recipe.style in _RIBBI_STYLES
    full = recipe.family if recipe.style == "Regular" else f"{recipe.family} {recipe.style}"
    postscript = f"{recipe.family.replace(' ', '')}-{recipe.style}"
    names = {
        **kept,
        1: recipe.family if is_ribbi else full,
        2: recipe.style if is_ribbi else "Regular",
        3: f"{postscript};{recipe.source.version};{recipe.source.sha256[:12]}",
        4: full,
        6: postscript,
        10: f"Subset of {recipe.upstream_name}, made for reportgen; see COPYRIGHT.md.",
        16: recipe.family,
        17: recipe.style,
    }
    if recipe.how == "convert":
        names[10] = f"Subset of {recipe.upstream_name}, outlines converted, made for reportgen; see README.md."
    table.names = []
    for number, text in sorted(names.items()):
        if text:
            table.setName(text, number, *_WINDOWS_ENGLISH)


def _conversion() -> ModuleType:
    path = FONTS / "gpl" / "convert_fang.py"
    spec = importlib.util.spec_from_file_location("convert_fang", path)
    if spec is None or spec.loader is None:
        raise BuildError("fonts/gpl/convert_fang.py is missing")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _saved(font: TTFont) -> bytes:
    out = BytesIO()
    font.save(out, reorderTables=True)
    return out.getvalue()


def _replace(path: Path, data: bytes) -> None:
    """Write beside and rename: a program that has the old file mapped goes on with it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_suffix(".new")
    beside.write_bytes(data)
    beside.replace(path)


def main() -> int:
    """Build or check what the command line asks for; 1 when a check found a difference."""
    parser = argparse.ArgumentParser(description="Build the booklet's fonts.")
    parser.add_argument("--sources", type=Path, required=True, help="folder that holds the upstream files")
    parser.add_argument("--only", action="append", choices=[recipe.name for recipe in RECIPES])
    parser.add_argument("--check", action="store_true", help="compare with the committed files, write nothing")
    asked = parser.parse_args()
    different = 0
    for recipe in RECIPES:
        if asked.only and recipe.name not in asked.only:
            continue
        data = build(recipe, find_source(asked.sources, recipe.source))
        target = FONTS / recipe.file
        if asked.check:
            same = target.is_file() and target.read_bytes() == data
            different += not same
            print(f"{recipe.name}: {'same' if same else 'DIFFERENT'}, {len(data):,} bytes")
        else:
            _replace(target, data)
            print(f"{recipe.name}: written, {len(data):,} bytes", flush=True)
    if not asked.check:
        write_manifest(FONTS, RECIPES)
        write_pins(FONTS, RECIPES)
    return 1 if different else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except BuildError as error:
        sys.exit(str(error))
