"""What every set paragraph must be, judged by its painted glyphs and the specification's tables."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from reportgen.diagnostics import Diagnostics
from reportgen.fonts import FontBook
from reportgen.model.runs import Run
from reportgen.theme import Typography
from reportgen.typeset.text import TextSetting, set_paragraph
from support.line_reading import CLOSING, EM, FINAL_STOPS, INNER_STOPS, LOOK, OPENING, Painted, gaps, painted
from support.line_rules import Rules, ends, expected_text, western_quotes

EXACT = 0.01  # points: how near a justified line ends to its measure
HUNDREDTH = 0.002  # em: what rounding in the painter's numbers makes
LOOSEST = 0.25  # em a gap: wider ones are reported (4.2)
_CLOSERS = frozenset(CLOSING + INNER_STOPS + FINAL_STOPS)
_OPENERS = frozenset(OPENING)


class Found(NamedTuple):
    """What was counted over many paragraphs, and what is wrong with them."""

    counts: Counter[str]
    faults: list[str]


def new_found() -> Found:
    return Found(Counter(), [])


def check_paragraph(
    setting: TextSetting, runs: Sequence[Run], measure: float, found: Found, *, indent: float = 0.0
) -> None:
    """Set ``runs`` in ``measure`` points and add to ``found`` what is wrong."""
    setting.sink = Diagnostics()
    lines = set_paragraph(setting, runs, LOOK, measure, indent=indent)
    codes = {one.code for one in setting.sink}
    counts, faults = found
    text = "".join(line.text for line in lines)
    wanted = expected_text("".join(run.text for run in runs))
    if text != wanted:
        faults.append(f"{measure:g} pt: {wanted!r} became {text!r}")
        return
    where = f"{measure:g} pt, {wanted[:40]}…"
    rules = Rules(text, strict=setting.rules.typography.prohibition == "strict")
    western = western_quotes(text)
    stops = ends([line.text for line in lines])
    forced = [fault for at in stops if (fault := rules.fault(at))]
    cut = [fault for at in stops if (fault := rules.address_fault(at))]
    if forced and "typeset-overfull" not in codes:
        faults.append(f"{where}: broken by force {forced}, reported {sorted(codes)}")
    if "typeset-overfull" in codes and not forced and not cut:
        faults.append(f"{where}: nothing was broken by force, but it is reported")
    counts["cut"] += len(cut)
    counts["forced"] += len(forced)
    counts["lines"] += len(lines)
    counts["characters"] += len(text)
    at, widest = 0, 0.0
    for number, line in enumerate(lines):
        glyphs = painted(line, setting.book)
        last = number == len(lines) - 1
        left = indent if number == 0 else 0.0
        if not glyphs:
            faults.append(f"{where}: line {number} is empty")
            continue
        edges = left - glyphs[0].left, measure - glyphs[-1].right
        if at not in western and abs(edges[0]) > EXACT:
            faults.append(f"{where}: {line.text} begins {edges[0]:.3f} pt before its edge")
        if at + len(line.text) - 1 not in western and (edges[1] < -EXACT or (not last and edges[1] > EXACT)):
            if edges[1] > 0 and rules.is_solid(at, at + len(line.text)):
                counts["solid"] += 1
            else:
                faults.append(f"{where}: {line.text} ends {edges[1]:.3f} pt before its measure")
        opened = check_gaps(glyphs, at, western, found, where)
        widest = max(widest, opened)
        at += len(line.text)
    if widest > LOOSEST + HUNDREDTH and "typeset-loose" not in codes:
        faults.append(f"{where}: a gap of {widest:.3f} em more than natural is not reported")
    counts["loose"] += "typeset-loose" in codes
    counts["runts"] += "typeset-runt" in codes
    counts["paragraphs"] += 1


def check_gaps(glyphs: Sequence[Painted], start: int, western: set[int], found: Found, where: str) -> float:
    """No Han drawn together, adjacent marks compressed; the widest gap between two Han, in em."""
    counts, faults = found
    opened = 0.0
    pairs: list[tuple[str, float, float]] = []
    at = start
    for (one, after), gap in zip(pairwise(glyphs), gaps(glyphs), strict=True):
        left, right = one.text, after.text
        at += len(left)
        if at in western or at - 1 in western:
            continue
        if (_is_han(left) or left in _OPENERS) and (_is_han(right) or right in _CLOSERS):
            opened = max(opened, gap)  # naturally nothing
            if gap < -HUNDREDTH:
                faults.append(f"{where}: {left}{right} drawn together by {-gap:.3f} em")
        else:
            wanted = _natural(left, right)
            if wanted is not None:
                pairs.append((left + right, gap, wanted))
        if after.ink[1] > after.ink[0] and one.ink[1] > one.ink[0] and after.ink[0] < one.ink[1]:
            faults.append(f"{where}: {left} and {right} overlap")
    for pair, gap, wanted in pairs:
        counts["pairs"] += 1
        if (opened and gap <= wanted + opened + HUNDREDTH) or (not opened and gap <= wanted + LOOSEST):
            counts["compressed"] += 1
        else:
            faults.append(f"{where}: {pair} stand {gap:.3f} em apart")
    return opened


def _is_han(char: str) -> bool:
    return "\u3400" <= char <= "\u9fff"


def _natural(left: str, right: str) -> float | None:
    """Blank between the bodies of two adjacent marks after compression (3.2); None for other neighbours."""
    if right in _OPENERS:
        return 0.0 if left in _OPENERS else 0.5 if left in _CLOSERS else None
    return 0.0 if left in _CLOSERS and right in _CLOSERS else None


def sweep(
    book: FontBook, cases: Iterable[tuple[Sequence[Run], float]], *, indent: float = 2 * EM, **choices: Any
) -> Found:
    """Every case set and checked; ``choices`` are the theme's."""
    setting = TextSetting(book, Diagnostics(), Typography(**choices))
    found = new_found()
    for runs, measure in cases:
        check_paragraph(setting, runs, measure, found, indent=indent)
    return found
