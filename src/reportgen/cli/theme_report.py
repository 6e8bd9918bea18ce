"""A theme on offer as people read it and as programs do."""

import unicodedata
from collections.abc import Iterable, Sequence

import click

from reportgen.cli.language import language, say
from reportgen.content import Offered
from reportgen.fonts import FACE_NAMES
from reportgen.theme import Theme
from reportgen.units import POINTS_PER_MM, TRIMS

_MAIN = ("ink", "primary", "secondary", "accent", "red")  # of the colours that a theme names
_FAMILIES = {"song": ("宋体", "Song"), "hei": ("黑体", "Hei"), "kai": ("楷体", "Kai"), "fang": ("仿宋", "FangSong")}
_WEIGHTS = {
    "light": ("细", "light"), "regular": ("常规", "regular"), "medium": ("中", "medium"),
    "semibold": ("半粗", "semibold"), "bold": ("粗", "bold"), "black": ("特粗", "black"),
}  # fmt: skip
_SAME = 0.6  # mm: what a trim of that name may differ


def as_lines(offered: Offered, picture: str, *, swatches: bool) -> list[str]:
    """The theme in a few lines; ``picture`` is where it was drawn, "" for nowhere; ``swatches``: colours are shown."""
    name = click.style(offered.name, bold=True)
    lines = [f"{name}  {_plain(offered.title)}".rstrip()]
    described = _plain(_described(offered))
    if described:
        lines.append(f"  {described}")
    theme = offered.theme
    if theme is None:
        lines.append("  " + say("有错，用不了（见上）", "has errors and cannot be used (see above)"))
    else:
        lines += [
            _line(say("开本", "page"), _page(theme)), _line(say("字体", "faces"), _roles(theme)),
            _line("", _faces(theme)),
            _line(say("颜色", "colours"), _colours(theme, swatches=swatches)),
            _line(say("Word 稿", "Word draft"), _sheet(theme.draft.width, theme.draft.height)),
        ]  # fmt: skip
    if offered.lineage:
        lines.append(_line(say("继承", "extends"), " → ".join(offered.lineage)))
    if offered.chosen_in:
        lines.append(_line(say("用于", "used by"), _joined(offered.chosen_in)))
    if picture:
        lines.append(_line(say("样张", "picture"), picture))
    return lines


def _line(head: str, text: str) -> str:
    wide = sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in head)
    return f"  {head}{' ' * (12 - wide)}{text}"


def _plain(text: str) -> str:
    """A text of a file's author on one line of a terminal, without control characters."""
    return "".join(char for char in " ".join(text.split()) if unicodedata.category(char) not in ("Cc", "Cf", "Cs"))


def _described(offered: Offered) -> str:
    said = offered.description
    return (said.en or said.zh) if language() == "en" else (said.zh or said.en)


def _mm(points: float) -> str:
    return f"{points / POINTS_PER_MM:.1f}".removesuffix(".0")


def _trim(width: float, height: float) -> str:
    """The name of a trim of these sides in points, "" for none."""
    sides = (width / POINTS_PER_MM, height / POINTS_PER_MM)
    for name, trim in TRIMS.items():
        if all(abs(one - other) < _SAME for one, other in zip(sides, trim, strict=True)):
            return name
    return ""


def _sheet(width: float, height: float) -> str:
    named = _trim(width, height)
    size = f"{_mm(width)} × {_mm(height)} {say('毫米', 'mm')}"
    return f"{named}{say('，', ', ')}{size}" if named else size


def _page(theme: Theme) -> str:
    page, characters, lines = theme.page, *_count(theme)
    area = f"{_mm(page.measure)} × {_mm(page.depth)}"
    return _sheet(page.width, page.height) + say(
        f"；版心 {area} 毫米，每行 {characters} 字，每页 {lines} 行",
        f"; type area {area} mm, {lines} lines of {characters} characters",
    )


def _count(theme: Theme) -> tuple[int, int]:
    """Characters of body text in a line, and lines on a page."""
    return int(theme.page.measure / theme.style("body").size + 1e-6), round(theme.page.depth / theme.page.grid)


def used_faces(theme: Theme) -> list[str]:
    """The faces that the roles of the booklet are set in, in the order of the house."""
    used = {face for style in theme.styles.values() for face in (style.face, style.strong)}
    return [name for name in FACE_NAMES if name in used]


def _roles(theme: Theme) -> str:
    body, name = theme.style("body"), theme.style("section_name")
    return say(
        f"正文 {_face(body.face)} {body.size:g}/{body.leading:.4g} 磅，部门名称 {_face(name.face)} {name.size:g} 磅",
        f"body {_face(body.face)} {body.size:g}/{body.leading:.4g} pt, departments {_face(name.face)} {name.size:g} pt",
    )


def _faces(theme: Theme) -> str:
    english = language() == "en"
    families: dict[str, list[str]] = {}
    for face in used_faces(theme):
        family, weight = face.split("-")
        families.setdefault(family, []).append(weight)
    parts = []
    for family, weights in families.items():
        names = say("、", ", ").join(_WEIGHTS[weight][english] for weight in weights)
        plain = weights == ["regular"]
        parts.append(_FAMILIES[family][english] + ("" if plain else say(f"（{names}）", f" ({names})")))
    own = dict.fromkeys(file.file for file in (*theme.fonts.faces.values(), *theme.fonts.latin.values()))
    return _joined(parts) + (say("；自备 ", "; of its own: ") + _joined(map(_plain, own)) if own else "")


def _face(name: str) -> str:
    family, weight = name.split("-")
    english = language() == "en"
    plain = weight == "regular"
    return _FAMILIES[family][english] + ("" if plain else (" " if english else "") + _WEIGHTS[weight][english])


def _colours(theme: Theme, *, swatches: bool) -> str:
    parts = [_colour(name, value, swatches) for name, value in main_colours(theme).items()]
    hues = dict.fromkeys(hue.fill for hue in theme.hues)
    said = _joined(parts)
    if hues:
        said += say("；部门 ", "; departments ") + " ".join(_colour("", one, swatches) for one in hues)
    return said


def main_colours(theme: Theme) -> dict[str, str]:
    """The colours that are seen first, by name: each value once."""
    found: dict[str, str] = {}
    for name in _MAIN:
        unseen = name == "red" and theme.looks.cover != "masthead"  # a red head is drawn on no other cover
        if name in theme.colours and theme.colours[name] not in found.values() and not unseen:
            found[name] = theme.colours[name]
    return found


def _colour(name: str, value: str, swatches: bool) -> str:
    red, green, blue = (int(value[at : at + 2], 16) for at in (1, 3, 5))
    swatch = click.style("  ", bg=(red, green, blue)) + " " if swatches else ""
    return swatch + " ".join(filter(None, (name, value)))


def _joined(parts: Iterable[str]) -> str:
    return say("、", ", ").join(parts)


def as_data(themes: Sequence[tuple[Offered, str]]) -> list[dict[str, object]]:
    """The themes for programs, each with the path of its picture, "" for none: lengths in mm, type in points."""
    return [
        {
            "name": one.name, "title": one.title, "description": {"zh": one.description.zh, "en": one.description.en},
            "extends": list(one.lineage), "used_by": list(one.chosen_in), "sound": one.theme is not None,
            **({} if one.theme is None else _facts(one.theme)), "picture": picture or None,
        }
        for one, picture in themes
    ]  # fmt: skip


def _facts(theme: Theme) -> dict[str, object]:
    page, body = theme.page, theme.style("body")
    characters, lines = _count(theme)
    own = theme.fonts
    return {
        "page": {
            "trim": _trim(page.width, page.height) or None, "size_mm": [_rounded(page.width), _rounded(page.height)],
            "type_area_mm": [_rounded(page.measure), _rounded(page.depth)],
            "characters": characters, "lines": lines,
        },
        "body_pt": {"face": body.face, "size": round(body.size, 2), "leading": round(body.leading, 2)},
        "faces": used_faces(theme),
        "own_fonts": {name: file.file for name, file in sorted({**own.latin, **own.faces}.items())},
        "colours": dict(theme.colours), "main_colours": main_colours(theme), "palette": list(theme.palette),
        "hues": [hue.fill for hue in theme.hues],
        "draft_mm": [_rounded(theme.draft.width), _rounded(theme.draft.height)],
    }  # fmt: skip


def _rounded(points: float) -> float:
    return round(points / POINTS_PER_MM, 2)
