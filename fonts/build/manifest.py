"""fonts.yaml, the manifest of the set, and the pins the program carries; both are written from the files."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

import fontTools
import yaml
from characters import DESCRIPTION, read_list
from fontTools.ttLib import TTFont
from recipes import Recipe

_HEAD = "# Written by fonts/build/build_fonts.py; do not edit. coverage counts code points of the file's cmap.\n"
_WHOLE = "the whole upstream file, not modified"


def coverage(path: Path) -> dict[str, int]:
    """How many characters the file maps, and how many of the standard lists are among them."""
    with TTFont(path, lazy=True) as font:
        mapped = set(font.getBestCmap())
    return {
        "mapped": len(mapped),
        "of_8105": len(mapped & read_list("tgscc-8105")),
        "gb2312_hanzi": len(mapped & read_list("gb2312-hanzi-6763")),
        "gb2312_symbols": len(mapped & read_list("gb2312-symbols")),
    }


def entry(fonts: Path, recipe: Recipe) -> dict[str, object]:
    """The manifest's entry of one face, read from its file."""
    path = fonts / recipe.file
    data = path.read_bytes()
    with TTFont(path, lazy=True) as font:
        units = font["head"].unitsPerEm
    source = recipe.source
    return {
        "name": recipe.name,
        "role": recipe.role,
        "file": recipe.file,
        "sha256": hashlib.sha256(data).hexdigest(),
        "bytes": len(data),
        "licence": source.licence,
        "source": {
            "package": source.package,
            "version": source.version,
            "file": source.file,
            "sha256": source.sha256,
            "face": recipe.upstream_name,
        },
        "made": recipe.how,
        "units_per_em": units,
        "coverage": {**coverage(path), "description": _WHOLE if recipe.how == "copy" else DESCRIPTION},
    }


def write_manifest(fonts: Path, recipes: Iterable[Recipe]) -> None:
    """Write fonts.yaml from the files that lie in ``fonts``."""
    content = {
        "built_with": f"fonttools {fontTools.version}",
        "faces": [entry(fonts, recipe) for recipe in recipes],
    }
    text = yaml.safe_dump(content, allow_unicode=True, sort_keys=False, width=110)
    (fonts / "fonts.yaml").write_text(_HEAD + text, encoding="utf-8")


def write_pins(fonts: Path, recipes: Iterable[Recipe]) -> None:
    """Write the digests into the package, where they cost nothing to read."""
    lines = [
        '"""Written by fonts/build/build_fonts.py: face name -> (file in the fonts folder, its SHA-256)."""',
        "",
        "PINS: dict[str, tuple[str, str]] = {",
    ]
    for recipe in recipes:
        digest = hashlib.sha256((fonts / recipe.file).read_bytes()).hexdigest()
        lines += [f'    "{recipe.name}": (', f'        "{recipe.file}",', f'        "{digest}",', "    ),"]
    lines.append("}\n")
    target = fonts.parent / "src" / "reportgen" / "fonts" / "pins.py"
    target.write_text("\n".join(lines), encoding="utf-8")
