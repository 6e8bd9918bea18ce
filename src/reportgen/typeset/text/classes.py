"""Character classes of Chinese setting (typography specification 1; CLREQ tables A; GB/T 15834-2011 5.1)."""

from collections.abc import Callable
from typing import Final, TypeVar

T = TypeVar("T")


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


KINDS: Final = range(21)
COUNT: Final = len(KINDS)

_SETS: dict[int, str] = {
    Class.OP: "“‘（〈《【〔〖〘［｛「『〝",
    Class.CL: "”’）〉》】〕〗〙］｝」』〞〟",
    Class.CM: "，、；：",
    Class.FS: "。？！．",
    Class.MID: "·・‧•",
    Class.SOL: "/／",
    Class.CON: "—～〜–",
    Class.PRE: "￥¥$€£№±−",
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

# Latin, Greek and Cyrillic letters with their marks: half-width by the font.
_LATIN_RANGES = ((0x21, 0x7E), (0xA1, 0x24F), (0x250, 0x2AF), (0x370, 0x3FF), (0x400, 0x52F), (0x1E00, 0x1EFF))
_FULL_WIDTH_LATIN1 = frozenset("×÷±·§¨°¶")

# Beside these no Han-Latin space is set: they bring their own width.
FULL_WIDTH_AFFIXES = frozenset("￥％℃℉㎡㎥㎏㎞№")


def class_of(char: str) -> int:
    """The class of one character, taken alone."""
    found = _BY_CHARACTER.get(char)
    if found is not None:
        return found
    code = ord(char)
    if code < 0x2E80 and any(low <= code <= high for low, high in _LATIN_RANGES) and char not in _FULL_WIDTH_LATIN1:
        return Class.LAT
    return Class.HAN


def is_western(kind: int) -> bool:
    """Whether a Han-Latin space belongs between this class and a Han character."""
    return kind in (Class.LAT, Class.NUM, Class.PRE, Class.SUF, Class.URL)


# Break rule between two neighbours: 0 forbidden, 1 allowed, 2 discouraged (level gb, table 2.1 and 2.2).
NO_START = frozenset((Class.CL, Class.CM, Class.FS, Class.CON, Class.MID, Class.SOL, Class.SUF, Class.LCL))
NO_END = frozenset((Class.OP, Class.SOL, Class.PRE, Class.LOP))
_TIGHT = frozenset((Class.LAT, Class.NUM, Class.PRE, Class.SUF, Class.LOP, Class.LCL, Class.URL))


def _rule(left: int, right: int) -> int:
    if right in NO_START or left in NO_END:
        return 0
    if Class.NBSP in (left, right) or right in (Class.SP, Class.BREAK):
        return 0
    if left == Class.SP:
        return 1
    if left in _TIGHT and right in _TIGHT:
        return 1 if right == Class.LOP and left == Class.SUF else 0
    if left == Class.CON:
        return 2
    return 1


def _pairs(rule: Callable[[int, int], T]) -> tuple[T, ...]:
    """``rule`` of every pair of neighbours, at ``left * COUNT + right``: looking up is faster than asking."""
    return tuple(rule(left, right) for left in KINDS for right in KINDS)


BREAKS = _pairs(_rule)

# Adjacent marks that lose half an em between their inks (3.2).
_CLOSERS = (Class.CL, Class.CM, Class.FS)


def _compressed(left: int, right: int) -> float:
    if left == Class.OP and right == Class.OP:
        return 0.5
    if left in _CLOSERS and (right == Class.OP or right in _CLOSERS):
        return 0.5
    return 0.0


def _space(left: int, right: int) -> float:
    if left == Class.HAN and is_western(right):
        return 0.25
    return 0.25 if right == Class.HAN and is_western(left) else 0.0


_LEAST_SPACE = 0.125
LEFT_BLANK: tuple[float, ...] = tuple(0.5 if kind == Class.OP else 0.0 for kind in KINDS)
RIGHT_BLANK: tuple[float, ...] = tuple(0.5 if kind in _CLOSERS else 0.0 for kind in KINDS)


# Blank between two neighbours, in em: their own blanks, less compression, plus the Han-Latin space (5.1).
def _glue(left: int, right: int) -> float:
    return RIGHT_BLANK[left] + LEFT_BLANK[right] - _compressed(left, right) + _space(left, right)


GLUE = _pairs(_glue)


def shrinks(left: int, right: int, glue: float) -> float:
    """How much a gap may give (4.1): blanks of marks to nothing, a Han-Latin space to an eighth."""
    if glue <= 0.0:
        return 0.0
    blank = RIGHT_BLANK[left] + LEFT_BLANK[right]
    if blank:
        return min(glue, blank)
    return glue - _LEAST_SPACE if glue > _LEAST_SPACE else 0.0


SHRINKS = _pairs(lambda left, right: shrinks(left, right, _glue(left, right)))


def _stretches(left: int, right: int) -> bool:
    """Whether a justified line may open this gap in the last step (4.2, step 3)."""
    inside = (Class.LAT, Class.NUM, Class.URL, Class.PRE, Class.SUF, Class.LOP, Class.LCL)
    if left in inside and right in inside:
        return False
    return not {left, right} & {Class.CON, Class.SOL, Class.NBSP, Class.SP, Class.MID}


STRETCHES = _pairs(_stretches)
