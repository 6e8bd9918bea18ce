"""What may happen between two neighbours, as flat tables: the choices of a theme made into numbers once.

A pair of classes is looked up at ``left * COUNT + right``. Widths in em.
"""

from functools import lru_cache

from reportgen.theme import Typography
from reportgen.typeset.text.classes import CLOSERS, KINDS, WESTERN, Class

# Codes of breaks: what a line pays for ending there is PENALTIES[code].
# IN_WORD: inside a Han word of a title; HYPHEN: after a hyphen that is there; SOFT: a hyphen is added; in a title
# BEFORE_UNIT: 20.2万|平方米; IN_QUANTITY: elsewhere between the figure and the end of its unit.
FORBIDDEN, ALLOWED, DISCOURAGED, IN_WORD, HYPHEN, SOFT, BEFORE_UNIT, IN_QUANTITY = range(8)
INNER = frozenset((IN_WORD, BEFORE_UNIT, IN_QUANTITY))  # inside what a title or cell is not broken within
# A hyphen is worth a line whose gaps are a quarter em wide (r = 2, r³ = 8); the inside of a Han word less.
PENALTIES = (1e9, 0.0, 0.5, 1.5, 8.0, 8.0, 4.0, 6.0)

STUCK, LATIN = 1, 2

_TIGHT = frozenset((Class.LAT, Class.NUM, Class.PRE, Class.SUF, Class.LOP, Class.LCL, Class.URL))
_AFFIXED = (
    (Class.PRE, Class.NUM),
    (Class.NUM, Class.SUF),
    (Class.NUM, Class.CON),
)  # one unit at every level (2.2 c, f)
_BASIC_START = frozenset((Class.CL, Class.CM, Class.FS, Class.CON, Class.MID, Class.LCL))
_BASIC_END = frozenset((Class.OP, Class.LOP))
_STARTS = {
    "none": frozenset[int](),
    "basic": _BASIC_START,
    "gb": _BASIC_START | {Class.SOL, Class.SUF},
    "strict": _BASIC_START | {Class.SOL, Class.SUF, Class.DSH, Class.ELL},
}
_ENDS = {
    "none": frozenset[int](),
    "basic": _BASIC_END,
    "gb": _BASIC_END | {Class.SOL, Class.PRE},
    "strict": _BASIC_END | {Class.SOL, Class.PRE},
}
_BLANK = 0.5
_NEVER_OPENED = frozenset((Class.CON, Class.SOL, Class.NBSP))
_INSIDE = frozenset((Class.LAT, Class.NUM, Class.URL, Class.PRE, Class.SUF, Class.LOP, Class.LCL, Class.NOTE))


class Rules:
    """The tables of one theme's choices.

    ``pairs`` has four values of any two classes. The blank between them as they stand: their own blanks less what
    adjacent marks give up, or the Han-Latin space. How much of it a line may take back. The code of the break. STUCK
    where the last step of stretching may not open the gap (4.2), LATIN for a Han-Latin space, which opens by
    ``latin_opens`` before, else 0. ``plain``: marks fill their em.
    """

    def __init__(self, typography: Typography) -> None:
        self.typography = typography
        self.plain = typography.marks == "plain"
        self.latin_opens = typography.most_space - typography.autospace
        marks = typography.marks
        full = CLOSERS | {Class.OP} if marks == "quanjiao" else {Class.FS} if marks == "kaiming" else frozenset[int]()
        self.left_blank = tuple(_BLANK if kind in full and kind == Class.OP else 0.0 for kind in KINDS)
        self.right_blank = tuple(_BLANK if kind in full and kind != Class.OP else 0.0 for kind in KINDS)
        self.pairs = tuple(self._pair(left, right) for left in KINDS for right in KINDS)

    def _pair(self, left: int, right: int) -> tuple[float, float, int, int]:
        glue = self._glue(left, right)
        special = LATIN if self._space(left, right) > 0 else 0 if self._opens(left, right) else STUCK
        return glue, self.shrinks(left, right, glue), self._break(left, right), special

    def _break(self, left: int, right: int) -> int:
        level = self.typography.prohibition
        if right in (Class.NOTE, Class.SP, Class.BREAK) or Class.NBSP in (left, right):
            return FORBIDDEN
        if (left, right) in _AFFIXED or (left == right and left in (Class.DSH, Class.ELL)):
            return FORBIDDEN
        if right in _STARTS[level] or left in _ENDS[level]:
            return FORBIDDEN
        if left == Class.SP:
            return ALLOWED
        if left in _TIGHT and right in _TIGHT:
            return ALLOWED if right == Class.LOP and left == Class.SUF else FORBIDDEN
        return DISCOURAGED if (left, right) == (Class.CON, Class.NUM) else ALLOWED

    def _compressed(self, left: int, right: int) -> float:
        """What two adjacent marks give up between their inks (3.2)."""
        if left == Class.OP and right == Class.OP:
            return _BLANK
        if left in CLOSERS and right in CLOSERS:
            return _BLANK
        if left in CLOSERS and right == Class.OP:
            return 2 * _BLANK if self.typography.tight_pairs else _BLANK
        return 0.0

    def _space(self, left: int, right: int) -> float:
        if not (left == Class.HAN and right in WESTERN) and not (right == Class.HAN and left in WESTERN):
            return 0.0
        if Class.URL in (left, right) and not self.typography.address_space:
            return 0.0
        return self.typography.autospace

    def _glue(self, left: int, right: int) -> float:
        if right == Class.NOTE:  # the mark stands in the blank of the mark before it
            return 0.0
        blanks = self.right_blank[left] + self.left_blank[right]
        return max(0.0, blanks - self._compressed(left, right)) + self._space(left, right)

    def shrinks(self, left: int, right: int, glue: float) -> float:
        """How much a gap of ``glue`` may give (4.1): blanks of marks all, a Han-Latin space down to its least."""
        if glue <= 0.0:
            return 0.0
        blank = self.right_blank[left] + self.left_blank[right]
        if blank:
            kept = self.typography.keep_stop and left == Class.FS and right != Class.OP
            return 0.0 if kept else min(glue, blank)
        return max(0.0, glue - self.typography.least_space)

    def _opens(self, left: int, right: int) -> bool:
        """Step 3 of stretching leaves alone: inside words, numbers, dashes, beside 连接号 and 分隔号, before notes."""
        if right == Class.NOTE or left == Class.SP or {left, right} & _NEVER_OPENED:
            return False
        if left == right and left in (Class.DSH, Class.ELL):
            return False
        return not (left in _INSIDE and right in _INSIDE)


@lru_cache(maxsize=16)
def rules_of(typography: Typography) -> Rules:
    """The tables of ``typography``, made once."""
    return Rules(typography)
