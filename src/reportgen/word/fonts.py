"""The fonts that a draft names: what stands for one where it is not installed, and which of them are the theme's two.

Windows calls its Chinese fonts 宋体, 黑体, 楷体, 仿宋; WPS and older documents say 楷体_GB2312; macOS has none of these
and calls its own Songti SC, or STSong where Office brought it. ``w:altName`` (ISO/IEC 29500-1 17.8.3.1) lists them, so
that no machine shows just any font; where it knows none, class and pitch (PANOSE) choose.
"""

from collections.abc import Mapping

import msgspec

from reportgen.theme import Draft, DraftStyle
from reportgen.word.runs import attribute

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_NONE: Mapping[str, str] = {}
_NOTHING: Mapping[str, tuple[str, str]] = {}
_CHINESE, _LATIN, _JAPANESE = "86", "00", "80"  # character sets: GB 2312, Western, Shift-JIS


class Known(msgspec.Struct, frozen=True):
    """What Word is told of a font: names to take in its place, the nearest first; its class as PANOSE, 20 digits."""

    others: tuple[str, ...]
    panose: str
    family: str
    pitch: str
    charset: str = _CHINESE


_SONG = ("SimSun", "新宋体", "NSimSun", "华文宋体", "STSong", "Songti SC")
_HEI = ("SimHei", "华文黑体", "STHeiti", "Heiti SC")
_KAI = ("KaiTi", "楷体_GB2312", "KaiTi_GB2312", "华文楷体", "STKaiti", "Kaiti SC")
_FANG = ("FangSong", "仿宋_GB2312", "FangSong_GB2312", "华文仿宋", "STFangsong")
_KNOWN = {
    "宋体": Known(_SONG, "02010600030101010101", "auto", "variable"),
    "黑体": Known(_HEI, "02010609060101010101", "modern", "fixed"),
    "楷体": Known(_KAI, "02010609060101010101", "modern", "fixed"),
    "楷体_GB2312": Known(
        ("KaiTi_GB2312", "楷体", *(one for one in _KAI if "GB2312" not in one)),
        "02010609060101010101", "modern", "fixed",
    ),
    "仿宋": Known(_FANG, "02010609060101010101", "modern", "fixed"),
    "仿宋_GB2312": Known(
        ("FangSong_GB2312", "仿宋", *(one for one in _FANG if "GB2312" not in one)),
        "02010609060101010101", "modern", "fixed",
    ),
    "方正小标宋简体": Known(
        ("FZXiaoBiaoSong-B05S", "方正小标宋_GBK", "FZXiaoBiaoSong-B05", "华文中宋", "STZhongsong", "Songti SC", "宋体"),
        "02010601030101010101", "auto", "variable",
    ),
    # What a theme file may name for other weights of Hei and Song.
    "微软雅黑": Known(("Microsoft YaHei", "PingFang SC", "Heiti SC", "黑体", "SimHei"), "020B0503020204020204", "swiss",
                    "variable"),
    "微软雅黑 Light": Known(
        ("Microsoft YaHei Light", "等线 Light", "DengXian Light", "微软雅黑", "PingFang SC Light", "黑体"),
        "020B0502040204020203", "swiss", "variable",
    ),
    "等线": Known(("DengXian", "微软雅黑", "PingFang SC", "黑体"), "02010600030101010101", "auto", "variable"),
    "等线 Light": Known(
        ("DengXian Light", "微软雅黑 Light", "Microsoft YaHei Light", "等线", "PingFang SC Light", "黑体"),
        "02010600030101010101", "auto", "variable",
    ),
    "华文中宋": Known(("STZhongsong", "Songti SC", "宋体", "SimSun"), "02010600040101010101", "auto", "variable"),
    "Times New Roman": Known((), "02020603050405020304", "roman", "variable", _LATIN),
    "Arial": Known((), "020B0604020202020204", "swiss", "variable", _LATIN),
    "MS Gothic": Known(("ＭＳ ゴシック",), "020B0609070205080204", "modern", "fixed", _JAPANESE),
}  # fmt: skip

# Latin fonts that every machine has, or one as wide; Chinese ones have figures of half an em.
EVERYWHERE = frozenset(("Times New Roman", "Arial", "", *_KNOWN))


def font_table_xml(
    draft: Draft, taken: Mapping[str, str] = _NONE, embedded: Mapping[str, tuple[str, str]] = _NOTHING
) -> str:
    """The fonts that the styles name (ISO/IEC 29500-1 17.8.3.10).

    ``taken``: entries of a template's table by name. ``embedded``: what is in the file itself by its family's name, the
    font that it stands for, and its ``w:embedRegular`` and ``w:embedBold``.
    """
    latin = {style.ascii for style in draft.styles.values() if style.ascii}
    chinese = {style.east_asia for style in draft.styles.values() if style.east_asia}
    names = sorted(latin | chinese | taken.keys() | embedded.keys())
    made = "".join(
        _embedded(name, *embedded[name]) if name in embedded
        else taken.get(name) or _font(name, is_chinese=name in chinese)
        for name in names
    )  # fmt: skip
    return f"{_HEAD}<w:fonts {_W} {_R}>{made}</w:fonts>"


def _font(name: str, *, is_chinese: bool) -> str:
    known = _KNOWN.get(name)
    if known is None:
        known = Known((), "", "auto", "variable", _CHINESE if is_chinese else _LATIN)
    return _entry(name, known, known.others)


def _embedded(name: str, stands_for: str, parts: str) -> str:
    """A font in the file; a reader that takes none from files takes what it stands for."""
    known = _KNOWN[stands_for]
    return _entry(name, msgspec.structs.replace(known, pitch="variable"), (stands_for, *known.others), parts)


def _entry(name: str, known: Known, others: tuple[str, ...], parts: str = "") -> str:
    inner = f'<w:altName w:val="{attribute(",".join(others))}"/>' if others else ""
    inner += f'<w:panose1 w:val="{known.panose}"/>' if known.panose else ""
    inner += f'<w:charset w:val="{known.charset}"/><w:family w:val="{known.family}"/><w:pitch w:val="{known.pitch}"/>'
    return f'<w:font w:name="{attribute(name)}">{inner}{parts}</w:font>'


class Pair(msgspec.Struct, frozen=True):
    """A Latin and a Chinese font that go together."""

    latin: str
    chinese: str


class ThemeFonts(msgspec.Struct, frozen=True):
    """The theme's two pairs: of headings (major) and of text (minor). Who changes one there changes every style."""

    major: Pair
    minor: Pair

    def run_fonts(self, style: DraftStyle) -> str:
        """``w:rFonts`` of a style, "" where it names no font.

        A font that is the theme's is said to be so (17.3.2.26); its name stands beside for readers that know no themes.
        """
        made = ""
        if style.ascii:
            name = attribute(style.ascii)
            made += f' w:ascii="{name}" w:hAnsi="{name}" w:cs="{name}"'
            which = self._which(style.ascii, "latin")
            made += f' w:asciiTheme="{which}HAnsi" w:hAnsiTheme="{which}HAnsi"' if which else ""
        if style.east_asia:
            made += f' w:eastAsia="{attribute(style.east_asia)}"'
            which = self._which(style.east_asia, "chinese")
            made += f' w:eastAsiaTheme="{which}EastAsia"' if which else ""
        return f"<w:rFonts{made}/>" if made else ""

    def _which(self, name: str, script: str) -> str:
        """Text before headings: a theme that sets both in one font has text in it first of all."""
        return (
            "minor" if name == getattr(self.minor, script) else "major" if name == getattr(self.major, script) else ""
        )


def theme_fonts(draft: Draft) -> ThemeFonts:
    """The fonts of the first level of headings, and those of the text."""
    head, body = draft.styles["heading1"], draft.styles["body"]
    return ThemeFonts(
        Pair(head.ascii or body.ascii, head.east_asia or body.east_asia), Pair(body.ascii, body.east_asia)
    )


def font_scheme(draft: Draft, name: str) -> str:
    """``a:fontScheme`` of the theme part."""
    fonts = theme_fonts(draft)
    return (
        f'<a:fontScheme name="{attribute(name)}"><a:majorFont>{_scheme_pair(fonts.major)}</a:majorFont>'
        f"<a:minorFont>{_scheme_pair(fonts.minor)}</a:minorFont></a:fontScheme>"
    )


def _scheme_pair(pair: Pair) -> str:
    latin, chinese = attribute(pair.latin), attribute(pair.chinese)
    return (
        f'<a:latin typeface="{latin}"/><a:ea typeface="{chinese}"/><a:cs typeface=""/>'
        f'<a:font script="Hans" typeface="{chinese}"/>'
    )
