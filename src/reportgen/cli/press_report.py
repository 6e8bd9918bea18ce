"""The preflight as people read it and as programs do."""

from collections.abc import Callable, Iterable

from reportgen.cli.language import language, say
from reportgen.diagnostics.catalogue.words import spoken
from reportgen.press import Report
from reportgen.units import POINTS_PER_MM

_SHOWN = 8  # names of a list


def as_lines(report: Report) -> list[str]:
    """The facts, a line for each kind; what is wrong with them stands in the diagnostics."""
    return [
        _line(say("成品", "trim"), _trims(report)), _line(say("字体", "fonts"), _fonts(report)),
        _line(say("颜色", "colours"), _spaces(report)), _line(say("墨量", "ink"), _ink(report)),
        _line(say("图片", "pictures"), _pictures(report)), _line(say("线条", "lines"), _lines(report)),
        _line(say("文字", "text"), _text(report)), _line(say("透明", "transparency"), _transparency(report)),
    ]  # fmt: skip


def _line(head: str, text: str) -> str:
    return f"  {head}{' ' * (14 - len(head)) if language() == 'en' else '  '}{text}"


def _none() -> str:
    return say("无", "none")


def _mm(points: float) -> str:
    return f"{points / POINTS_PER_MM:.1f}".removesuffix(".0")


def _trims(report: Report) -> str:
    several = len(report.trims) > 1
    parts = [
        f"{_mm(width)} × {_mm(height)} {say('毫米', 'mm')}" + (say(f"（{n} 页）", f" ({n} pages)") if several else "")
        for width, height, n in report.trims
    ]
    whence = "TrimBox" if report.trim_said else say("文件没有 TrimBox", "no TrimBox in the file")
    return f"{_joined(parts)}{say('，', ', ')}{whence}"


def _fonts(report: Report) -> str:
    if not report.fonts:
        return _none()
    bare = [font.name for font in report.fonts if not font.embedded]
    count = len(report.fonts)
    if bare:
        return say(f"{count} 种，没有嵌入：{_joined(bare)}", f"{count}, not embedded: {_joined(bare)}")
    names = _joined(font.name for font in report.fonts)
    return say(f"{count} 种，全部嵌入：{names}", f"{count}, all embedded: {names}")


def _spaces(report: Report) -> str:
    chinese = language() == "zh"
    parts = []
    for space in report.spaces:
        uses = [spoken(use)[not chinese] for use in space.uses]
        parts.append(f"{space.name}{say('（', ' (')}{say('、', ', ').join(uses)}{say('）', ')')}")
    return _joined(parts) or _none()


def _ink(report: Report) -> str:
    if report.most_ink is None:
        return say("没有印版颜色", "no colours of plates")
    ink, page = report.most_ink
    most = f"{ink * 100:.0f}"
    return say(f"最多 {most}%（第 {page} 页；图片不算）", f"at most {most} % (page {page}; without pictures)")


def _pictures(report: Report) -> str:
    if not report.pictures:
        return _none()
    worst = min(report.pictures, key=lambda picture: picture.dpi)
    count, dpi = len(report.pictures), f"{worst.dpi:.0f}"
    return say(f"{count} 幅，最低 {dpi} dpi（第 {worst.page} 页）", f"{count}, {dpi} dpi or more (page {worst.page})")


def _lines(report: Report) -> str:
    if report.thinnest_line is None:
        return _none()
    width, page = report.thinnest_line
    return say(f"最细 {width:.3g} 点（第 {page} 页）", f"{width:.3g} pt or wider (page {page})")


def _text(report: Report) -> str:
    if report.nearest_text is None:
        return _none()
    distance, edge, page = report.nearest_text
    zh, en = spoken(edge)
    near = _mm(distance)
    return say(
        f"离裁切线最近 {near} 毫米（第 {page} 页，{zh}边）", f"{near} mm or more from the trim (page {page}, {en})"
    )


def _transparency(report: Report) -> str:
    if not report.transparent:
        return _none()
    count = len(report.transparent)
    return say(f"{count} 页用了", f"on {count} page{'s' * (count != 1)}")


def _joined(parts: Iterable[str]) -> str:
    names = list(parts)
    shown = names[:_SHOWN] + ["…"] * (len(names) > _SHOWN)
    return say("、", ", ").join(shown)


def as_data(report: Report) -> dict[str, object]:
    """The same for programs: lengths in mm, line widths in points, each picture and font with its pages."""
    return {
        "trims_mm": [
            {"width": _rounded(width), "height": _rounded(height), "pages": pages}
            for width, height, pages in report.trims
        ],
        "trim_box": report.trim_said,
        "multiple_of_4": report.pages % 4 == 0,
        "fonts": [
            {"name": font.name, "kind": font.kind, "embedded": font.embedded, "pages": list(font.pages)}
            for font in report.fonts
        ],
        "colour_spaces": [
            {"name": space.name, "family": space.family, "uses": list(space.uses), "pages": list(space.pages)}
            for space in report.spaces
        ],
        "most_ink_percent": _placed(report.most_ink, lambda ink: round(ink * 100, 1)),
        "pictures": [
            {
                "page": picture.page, "pixels": list(picture.pixels), "bits": picture.bits,
                "dpi": round(picture.dpi, 1),
                "size_mm": [_rounded(side) for side in picture.size], "colour_space": picture.space,
            }
            for picture in report.pictures
        ],
        "thinnest_line_pt": _placed(report.thinnest_line, lambda width: round(width, 4)),
        "nearest_text_mm": None if report.nearest_text is None else {
            "value": _rounded(report.nearest_text[0]), "edge": report.nearest_text[1], "page": report.nearest_text[2],
        },
        "transparent_pages": list(report.transparent),
    }  # fmt: skip


def _placed(fact: tuple[float, int] | None, rounded: Callable[[float], float]) -> dict[str, float] | None:
    return None if fact is None else {"value": rounded(fact[0]), "page": fact[1]}


def _rounded(points: float) -> float:
    return round(points / POINTS_PER_MM, 2)
