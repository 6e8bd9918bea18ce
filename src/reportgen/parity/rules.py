"""What a booklet and its draft may say differently, each by a rule of its own (docs/parity.md); nothing else may."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from reportgen.manuscript import Paragraph
from reportgen.parity.booklet import Booklet
from reportgen.parity.hunks import Alignment, Hunk
from reportgen.parity.stream import Aside, Stream, squeezed

FIGURE = re.compile(r"\d+(?:[,.]\d+)*")
_LABEL = re.compile(r"([一二三四五六七八九十百]+)、")
_NUMERALS = str.maketrans("〇零一二三四五六七八九", "00123456789")
_YEAR = re.compile(r"[〇零一二三四五六七八九]{4}")
SIGNS = dict.fromkeys(map(ord, "●◐○▲△■□◆◇"))  # of states: beside a bar, in an overview the booklet draws them
_NEAR = 2  # pages that a float may be away from where it is written
_LONG = 4_000  # characters; in more than that nothing is looked for letter by letter
_LIKE = 0.6  # of its characters: what a float whose words were changed still shares with itself
_BEYOND = re.compile("[\u3251-\u325f\u32b1-\u32bf]")  # ㉑ to ㊿
_Written = tuple[int, Aside]  # where in the draft a float stands


def label_of(title: str) -> tuple[str, str]:
    """The number that a chapter's title begins with, 一、, and as a board has it, 01; both "" where it has none."""
    found = _LABEL.match(title)
    return (found[0], f"{_count(found[1]):02}") if found is not None else ("", "")


def with_labels(booklet: Booklet) -> Stream:
    """The booklet's text where a department's number on its board, 01, is the 一、 of the outline on that page."""
    text, edits, at = booklet.text.text, [], 0
    for entry in booklet.outline:
        title = squeezed(entry.text)
        label, ordinal = label_of(title) if entry.level == 1 else ("", "")
        printed = ordinal + title.removeprefix(label)
        found = text.find(printed, at) if label else -1
        while found >= 0 and booklet.text.place(found) < entry.page:
            found = text.find(printed, found + 1)
        if found >= 0 and booklet.text.place(found) == entry.page:
            at = found + len(printed)
            edits.append((found, found + len(ordinal), label))
    return booklet.text.edited(edits)


def with_floats(printed: Stream, floats: Sequence[Stream], drafted: Stream) -> Stream:
    """The booklet's text with its floats where the draft has them, on their page or ``_NEAR`` it.

    A float that the draft does not have there stays where it is printed, and is found missing.
    """
    standing = [one for one in printed.asides if any(one.stream is float_ for float_ in floats)]
    written = [(there, one) for one in standing if (there := _only(one.stream.text, drafted)) >= 0]
    near = list(_near(printed, drafted, sorted(written, key=lambda one: one[0])))
    rest, places = _without(drafted, [(there, aside) for _, there, aside in near])
    found = [(at, float(place), aside) for (at, _, aside), place in zip(near, places, strict=True)]
    if len(near) < len(standing):
        alignment = Alignment(printed.text, rest.text, rest.begins)
        free = [hunk for hunk in alignment.hunks if not hunk.is_only_first]
        left = [one for one in standing if not any(one is other for _, _, other in near)]
        found += [(*_home(one, printed, rest, free), one) for one in left]
    found.sort(key=lambda one: one[:2])  # at one place of the booklet's text as they are written
    return printed.edited((at, at, aside.stream) for at, _, aside in found)


def _near(printed: Stream, drafted: Stream, written: Sequence[_Written]) -> Iterator[tuple[int, int, Aside]]:
    """The floats that stand near the place where they are written, each with that place in both texts, in order.

    What is around the floats is aligned without them: between two of them a heading would be taken for chance.
    """
    rest, places = _without(drafted, written)
    alignment = Alignment(printed.text, rest.text, rest.begins)
    for (there, aside), place in zip(written, places, strict=True):
        at = alignment.place(place)
        if abs(printed.place(at) - aside.stream.place(0)) <= _NEAR:
            yield at, there, aside


def _without(drafted: Stream, written: Sequence[_Written]) -> tuple[Stream, list[int]]:
    """The draft's text without floats that were found in it, and where in it each of them would stand."""
    places: list[int] = []
    gone = 0
    for there, aside in written:
        places.append(there - gone)
        gone += aside.stream.length
    return drafted.edited((there, there + aside.stream.length, "") for there, aside in written), places


def _only(text: str, drafted: Stream) -> int:
    """Where the draft has ``text``, as paragraphs of their own and once; else -1."""
    there = drafted.text.find(text) if text else -1
    again = there >= 0 and drafted.text.find(text, there + 1) >= 0
    return -1 if there < 0 or again or not (drafted.begins(there) and drafted.begins(there + len(text))) else there


def _home(aside: Aside, printed: Stream, drafted: Stream, free: Sequence[Hunk]) -> tuple[int, float]:
    """Where in the booklet's text, and behind what of the draft, a float would stand, were it none."""
    text, page = aside.stream.text, aside.stream.place(0)
    best, at, there = _LIKE, aside.at, float(drafted.length)
    for hunk in free:
        if not text or abs(printed.place(hunk.start) - page) > _NEAR:
            continue
        said = drafted.text[hunk.from_ : hunk.to]
        share = 1.0 if text in said else 0.0
        if not share and len(said) < _LONG:
            matcher = SequenceMatcher(None, text, said, autojunk=False)
            share = sum(one.size for one in matcher.get_matching_blocks()) / len(text)
        if share > best:
            best, at, there = share, hunk.start, hunk.from_ + 0.5  # what begins where the hunk does is before it
    return at, there


def is_sign(paragraph: Paragraph) -> bool:
    """Whether a cell has nothing but signs of states, which the booklet draws beside its bars."""
    words = squeezed(paragraph.words)
    return paragraph.cell is not None and bool(words) and not words.translate(SIGNS)


def is_mark(printed: str, drafted: str, *, bare: bool = False) -> bool:
    """Whether marks of notes are all that differs: Word has circled figures up to 20, those beyond are in brackets.

    ``bare``: before the notes themselves, where LibreOffice saves no brackets.
    """
    return drafted == _BEYOND.sub(_bracketed, printed) or (bare and drafted == _BEYOND.sub(_number, printed))


def _number(mark: re.Match[str]) -> str:
    return f"{unicodedata.numeric(mark[0]):g}"


def _bracketed(mark: re.Match[str]) -> str:
    return f"[{_number(mark)}]"


def is_year(printed: str, drafted: str, page: int, pages: int) -> bool:
    """Whether a cover writes the year in Chinese figures (二〇二五) where the draft has 2025."""
    on_cover = page in (1, pages)
    return on_cover and _YEAR.fullmatch(printed) is not None and printed.translate(_NUMERALS) == drafted


def _count(words: str) -> int:
    """十二 -> 12, 一百零五 -> 105."""
    total = digit = 0
    for one in words:
        if one in "十百":
            total += max(digit, 1) * (10 if one == "十" else 100)
            digit = 0
        else:
            digit = "零一二三四五六七八九".index(one)
    return total + digit
