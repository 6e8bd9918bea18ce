"""What a booklet says in another form than its draft: on cards, in an overview, as large numbers, in a drawing."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import accumulate, pairwise

from reportgen.manuscript import Paragraph
from reportgen.parity.rules import FIGURE, SIGNS
from reportgen.parity.stream import RUN, Aside, Stream, squeezed

_LONG = 4_000  # characters; in more than that nothing is looked for letter by letter
_LIKE = 0.3  # of its characters: what is told beside a cell that the booklet does not have
_WORDS = re.compile(r"[\u3400-\u9fff]{2,}")
# what cards, overviews and counts have of their own: names of their parts, states, 一是, what is not said
_LABELS = re.compile(r"时限|牵头|未列(时限|年度目标)|不计进度|(未?完成|正常|滞后)项?|[一二三四五六七八九十]+是")
_COUNT = re.compile(r"(\d+)项")
_ONE_COUNT = re.compile(r"\d+项")
_COUNTED = re.compile(r"([\u3400-\u9fff]+)(\d+项)")
_ORDINAL = re.compile("^[一二三四五六七八九十]+是")
_ELAPSED = re.compile(r"序时\d+(?:\.\d+)?%")
_NOTHING = ("—", "")
_MOST_ROWS, _MOST_COUNTS = 200, 40  # that are looked at one by one
_Numbered = tuple[int, Paragraph]  # a paragraph's place among those of the hunk


class Restated:
    """Cards, an overview, counts, a drawing: what the booklet says in another form than the draft's table or sentence.

    A cell that the draft has there must stand in the booklet's part word for word, but for heads of columns, numbers of
    rows and —. Of a sentence the figures must, or be their sum; the time elapsed (序时) is not counted. Every figure of
    the booklet's part must stand in the draft, and, where that is a table, every word at that place, labels aside.
    What stands together there, a state with its count, a row, must not be torn apart.
    """

    def __init__(self, asides: Sequence[Aside], drawn: Stream, drafted: str | None, known: frozenset[str]) -> None:
        """``drawn``: what drawings say; ``drafted``: the draft's text there, None for no table; ``known``: its figures.

        The scale and the labels of a drawing are its own: nothing of them need stand in the draft.
        """
        self._runs = "".join(one.text for one in asides)
        self._own = "".join(one.text for one in asides if one.stream is not drawn)
        said = [one.translate(SIGNS) for one in self._runs.split(RUN)]
        self._text = "".join(said)
        self._starts = {0, *accumulate(map(len, said))}  # of runs in the text: figures of two that meet are not one
        self._order = sorted(self._starts)
        self._figures = FIGURE.findall(self._runs)
        self._drafted, self._known = drafted, known
        self._counts = [
            (word, count) for word, count in pairwise(said)
            if _WORDS.fullmatch(word) and _ONE_COUNT.fullmatch(count)
        ]  # fmt: skip

    def has(self, paragraph: Paragraph) -> bool:
        """Whether a paragraph of the draft stands in the booklet's part."""
        words = _words_of(paragraph)
        if _is_exempt(paragraph, words) or self._find(words) >= 0:
            return True
        figures = FIGURE.findall(_ELAPSED.sub("", words))
        wholes = [str(sum(map(int, _COUNT.findall(text)))) for text in (self._text, words.partition("：")[2])]
        if paragraph.cell is not None or not figures:
            return False
        known = {word for word, _ in self._counts}
        if any(one[0] in known and one not in self._counts for one in _COUNTED.findall(words)):
            return False
        return all(one in self._figures or one in wholes for one in figures)

    def elsewhere(self, own: Sequence[Paragraph]) -> list[tuple[int, str, str]]:
        """What the booklet's part has, but not where the draft has it: its place in ``own``, both texts.

        That is a cell whose lines do not follow each other there: a state with the count of another one; and what
        stands in the row of another item.
        """
        cells: dict[tuple[int, int, int], list[_Numbered]] = {}  # by table, row, column
        for number, one in enumerate(own):
            if one.cell is not None and not _is_exempt(one, _words_of(one)):
                cells.setdefault((one.cell.table, one.cell.row, one.cell.grid), []).append((number, one))
        kept = {key: said for key, said in cells.items() if all(self.has(one) for _, one in said)}
        torn = {key for key, said in kept.items() if len(said) > 1 and not self._are_together(said)}
        joined = {"".join(_words_of(one) for _, one in said) for said in kept.values()}
        lost = ["".join(pair) for pair in self._counts if "".join(pair) not in joined]
        found = []
        alone = self._lost_between(0, len(self._text)) if torn else ""
        for key in torn:
            words = "".join(one.words.strip() for _, one in kept[key])
            printed = _nearest(words, lost[:_MOST_COUNTS]) or alone
            found.append((kept[key][0][0], printed, words))
        firsts: dict[int, int] = {}  # by table: the column of its items
        for table, _, column in cells:
            firsts[table] = min(column, firsts.get(table, column))
        tables: dict[int, dict[int, dict[int, list[_Numbered]]]] = {}
        for (table, row, column), said in kept.items():
            if (table, row, firsts[table]) in kept and (table, row, column) not in torn:
                tables.setdefault(table, {}).setdefault(row, {})[column] = said
        for table, rows in tables.items():
            found += self._in_other_rows(rows, firsts[table])
        return sorted(found)

    def _are_together(self, said: Sequence[_Numbered]) -> bool:
        words = [_words_of(one) for _, one in said]
        counted = _ONE_COUNT.fullmatch(words[-1]) is not None
        return self._find("".join(words), begins=counted) >= 0

    def _in_other_rows(
        self, rows: dict[int, dict[int, list[_Numbered]]], first: int
    ) -> Iterator[tuple[int, str, str]]:  # fmt: skip
        """What of a table's rows (by column) the booklet has, but beside the item of another row.

        An item is told by the ``first`` column. What belongs to it stands behind it, up to the next one, or, on a chip,
        before it: by the column. Where an item is not found once and in its order, nobody knows what is whose.
        """
        order = sorted(row for row, own in rows.items() if first in own)
        places = [self._places(_words_of(rows[row][first][0][1])) for row in order]
        begins = [place[0] for place in places if place]
        if not 1 < len(order) <= _MOST_ROWS or begins != sorted(begins) or any(len(one) != 1 for one in places):
            return
        bounds = [0, *begins, len(self._text)]
        for column in {column for own in rows.values() for column in own if column != first}:
            wrong: list[list[tuple[int, str, int, int]]] = [[], []]
            for at, row in enumerate(order):
                for number, one in rows[row].get(column, []):
                    for way, (low, high) in enumerate(((at + 1, at + 2), (at, at + 1))):
                        if self._find(_words_of(one), bounds[low], bounds[high]) < 0:
                            wrong[way].append((number, one.words.strip(), bounds[low], bounds[high]))
            for number, words, start, end in min(wrong, key=len):
                yield number, self._lost_between(start, end), words

    def _lost_between(self, low: int, high: int) -> str:
        """The one run of a part of the booklet's text that the draft does not have; "" for none, and for several."""
        places = [one for one in self._order if low <= one <= high]
        lost = [text for one in pairwise(places) if (text := self._text[slice(*one)]) not in (self._drafted or "")]
        lost = [one for one in lost if not (one.isdigit() or all(map(_LABELS.fullmatch, one.split("，"))))]
        return lost[0] if len(lost) == 1 else ""

    def _places(self, item: str) -> list[int]:
        """Where the booklet's part has an item's words, at the beginning of a run: the first place and another."""
        if _WORDS.search(item) is None:
            return []
        found: list[int] = []
        at = self._find(item, begins=True)
        while at >= 0 and len(found) < 2:
            found.append(at)
            at = self._find(item, at + 1, begins=True)
        return found

    def _find(self, words: str, low: int = 0, high: int | None = None, *, begins: bool = False) -> int:
        """Where the booklet's part has ``words``, no part of a longer figure; ``begins``: where a run does. -1: not."""
        text, end = self._text, len(self._text) if high is None else high
        at = text.find(words, low, end)
        while at >= 0:
            to = at + len(words)
            longer = at not in self._starts and words[:1].isdigit() and text[at - 1] in "0123456789."
            longer |= to not in self._starts and words[-1:].isdigit() and text[to].isdigit()
            if not longer and not (begins and at not in self._starts):
                return at
            at = text.find(words, at + 1, end)
        return -1

    def nearest(self, paragraph: Paragraph) -> str:
        """What the booklet's part says that is most like a paragraph it does not have; "" for nothing alike."""
        return _nearest(_words_of(paragraph), self._runs.split(RUN))

    def lost(self) -> list[str]:
        """What the booklet's part says that the draft does not."""
        said = self._drafted
        words = [] if said is None else [one for one in _WORDS.findall(self._own) if one not in said]
        words = [one for one in words if not _LABELS.fullmatch(one) and _ORDINAL.sub("", one) not in (said or "")]
        known = self._known
        return words + [one for one in FIGURE.findall(self._own) if one not in known and not one.startswith("0")]


def _words_of(paragraph: Paragraph) -> str:
    return squeezed(paragraph.words).translate(SIGNS)


def _is_exempt(paragraph: Paragraph, words: str) -> bool:
    """Whether a cell may say what the booklet does not: nothing, the head of a column, the number of a row."""
    cell = paragraph.cell
    return words in _NOTHING or (cell is not None and (cell.head or (cell.column == 1 and words.isdigit())))


def _nearest(words: str, said: Sequence[str]) -> str:
    words = squeezed(words).translate(SIGNS)
    if len(words) > _LONG:
        return ""
    shares = [(SequenceMatcher(None, one, words, autojunk=False).ratio(), one) for one in said]
    share, found = max(shares, default=(0.0, ""))
    return found if share > _LIKE else ""
