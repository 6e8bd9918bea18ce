"""Character classes of Chinese setting (typography specification 1; CLREQ tables A; GB/T 15834-2011 5.1)."""

from typing import Final


class Class:
    """What a character is to the line. HAN is everything that stands in its own em.

    Plain integers, not an Enum: hashing an Enum member is a call of its own, and there is one for every character.
    """

    HAN: Final = 0
    OP: Final = 1  # opening marks: blank on the left
    CL: Final = 2  # closing marks: blank on the right
    CM: Final = 3  # 句内点号
    FS: Final = 4  # 句末点号
    MID: Final = 5  # 间隔号
    SOL: Final = 6  # 分隔号
    DSH: Final = 7  # 破折号, one atom of two characters
    ELL: Final = 8  # 省略号, one atom of two characters
    CON: Final = 9  # 连接号
    PRE: Final = 10  # 数字前缀
    SUF: Final = 11  # 数字后缀
    NUM: Final = 12
    LAT: Final = 13
    LOP: Final = 14  # half-width opening marks
    LCL: Final = 15  # half-width closing marks and stops
    SP: Final = 16
    NBSP: Final = 17
    IDSP: Final = 18
    URL: Final = 19
    BREAK: Final = 20  # forced break
    NOTE: Final = 21  # superscript note marks


KINDS: Final = range(22)
COUNT: Final = len(KINDS)

_SETS: dict[int, str] = {
    Class.OP: "“‘（〈《【〔〖〘［｛「『〝",
    Class.CL: "”’）〉》】〕〗〙］｝」』〞〟",
    Class.CM: "，、；：",
    Class.FS: "。？！．",
    Class.MID: "·",
    Class.SOL: "/／",
    Class.DSH: "⸺",
    Class.ELL: "…⋯",
    Class.CON: "—～〜–‐",
    Class.PRE: "￥¥$€£№±−≥≤≈",
    Class.SUF: "%‰％℃℉°′″㎡㎥㎏㎞",
    Class.NUM: "0123456789",
    Class.LOP: "([{",
    Class.LCL: ")]},.;:!?",
    Class.SP: " \t\u2002\u2003\u2009",
    Class.NBSP: "\u00a0\u202f",
    Class.IDSP: "\u3000",
    Class.BREAK: "\n",
}
_BY_CHARACTER = {char: kind for kind, chars in _SETS.items() for char in chars}

# Measure words that stay with their number where that costs little (2.2 e).
MEASURES = frozenset(
    "年月日时分秒万亿千百个项条件家所处座栋户套人名位次例单幅吨米里元倍成章节号期批场天周岁度级类种辆台亩公平小"
)

# Latin, Greek and Cyrillic letters with their marks, and ligatures of theirs: half-width by the font.
_LATIN_RANGES = (
    (0x21, 0x7E), (0xA1, 0x24F), (0x250, 0x2AF), (0x370, 0x3FF), (0x400, 0x52F), (0x1E00, 0x1FFF), (0xFB00, 0xFB06),
)  # fmt: skip
_FULL_WIDTH_LATIN1 = frozenset("×÷±·§¨°¶")

# Beside these no Han-Latin space is set: they bring their own width.
FULL_WIDTH_AFFIXES = frozenset("￥％℃℉㎡㎥㎏㎞№≥≤≈")


def class_of(char: str) -> int:
    """The class of one character, taken alone."""
    found = _BY_CHARACTER.get(char)
    if found is not None:
        return found
    code = ord(char)
    if (
        (code < 0x2E80 or code >= 0xFB00)
        and any(low <= code <= high for low, high in _LATIN_RANGES)
        and char not in _FULL_WIDTH_LATIN1
    ):
        return Class.LAT
    return Class.HAN


WESTERN = frozenset((Class.LAT, Class.NUM, Class.PRE, Class.SUF, Class.URL))  # a space stands between these and Han
MARKS = frozenset((Class.OP, Class.CL, Class.CM, Class.FS, Class.LOP, Class.LCL))
CLOSERS = frozenset((Class.CL, Class.CM, Class.FS))
