"""Booklet and draft side by side: headings, text in order, figures, captions, notes."""

import re
from collections.abc import Iterator, Sequence, Set
from difflib import SequenceMatcher

import msgspec

from reportgen.manuscript import Manuscript, Paragraph
from reportgen.parity.booklet import Booklet, Entry
from reportgen.parity.charting import Charts
from reportgen.parity.columns import Columns
from reportgen.parity.drafts import without_marks
from reportgen.parity.drawn import Drawn
from reportgen.parity.grouping import CAPTION, Group, apart, groups
from reportgen.parity.hunks import Alignment, Hunk
from reportgen.parity.part import of_part
from reportgen.parity.restating import Restated
from reportgen.parity.rules import FIGURE, is_mark, is_sign, is_year, with_floats, with_labels
from reportgen.parity.stream import Aside, Stream, squeezed
from reportgen.parity.value import Difference, Kind, Report

_CAPTIONS = ("caption", "题注")  # in the names of styles
_MANY = 5_000
_BEFORE = 300  # characters before a drawing, in which its caption stands
_FEW = 4  # characters: what is shorter and stands elsewhere too is no move
_NUMBER = re.compile(r"^(?:（[一二三四五六七八九十百]+）|[一二三四五六七八九十百]+、|（?\d+[.．、）])")  # of a heading
_QUANTITY = re.compile(r"(\d+(?:[,.]\d+)*)[余多]?([万亿%％‰]?)")  # 4800余万 and 4800万 are told as other words


def compare(booklet: Booklet, manuscript: Manuscript, *, part: bool = False) -> Report:
    """Every difference that no rule allows, in the booklet's order; ``part``: in the draft's own chapters."""
    kept, marks = without_marks(manuscript)
    paragraphs = [one for one in kept.paragraphs if not one.listed and not is_sign(one)]
    drafted = _stream(one.words for one in paragraphs)
    printed = with_labels(booklet)
    if part:
        booklet, printed = of_part(booklet, printed, paragraphs)
    printed = with_floats(printed, booklet.floats, drafted)
    columns = Columns(printed, paragraphs, drafted, _is_caption)
    text = _Text(booklet, printed, paragraphs, drafted, columns.alignment)
    if columns.differences:
        paragraphs = columns.paragraphs
        drafted, printed = _stream(one.words for one in paragraphs), columns.printed
        alignment = Alignment(printed.text, drafted.text, drafted.begins)
        text = _Text(booklet, printed, paragraphs, drafted, alignment)
    noted = _stream(one.text for one in kept.notes)
    charts = Charts(text.drawings(), paragraphs, _is_caption)
    differences = [*text.differences(charts.tables), *_note_differences(booklet, noted, part=part)]
    said = {squeezed(part) for one in differences for part in (one.printed, one.drafted) if part}
    differences += _tree_differences(booklet, paragraphs, said)
    differences = [*_without_relabelled(_with_moves(differences)), *charts.differences(), *columns.differences]
    return Report(
        pages=booklet.pages,
        paragraphs=len(paragraphs),
        headings=(len(booklet.outline), sum(one.level > 0 for one in paragraphs)),
        characters=(printed.length, drafted.length),
        figures=(len(FIGURE.findall(printed.text)), len(FIGURE.findall(drafted.text))),
        captions=(text.captions_printed, sum(map(_is_caption, paragraphs))),
        charts=charts.counts,
        notes=(booklet.notes.length, noted.length),
        marks=marks,
        differences=tuple(sorted(differences, key=lambda one: one.page)),
    )


def _stream(texts: Iterator[str]) -> Stream:
    stream = Stream()
    for number, text in enumerate(texts, 1):
        stream.say(text, number)
    return stream


def _is_caption(paragraph: Paragraph) -> bool:
    named = any(name in paragraph.style.lower() for name in _CAPTIONS)
    return named and CAPTION.match(squeezed(paragraph.words)) is not None


class _Text:
    """The text of both, aligned."""

    def __init__(
        self, booklet: Booklet, printed: Stream, paragraphs: Sequence[Paragraph], drafted: Stream, alignment: Alignment
    ) -> None:  # fmt: skip
        self._noted = booklet.notes.length > 0
        self._booklet, self._printed, self._paragraphs, self._drafted = booklet, printed, paragraphs, drafted
        self._alignment = alignment
        self._figures = frozenset(figure for one in paragraphs for figure in FIGURE.findall(squeezed(one.words)))
        self._titles = frozenset((squeezed(entry.text), entry.page) for entry in booklet.outline)
        self._tables: Set[int] = frozenset()
        self._lost: list[Difference] = []
        self._found: list[Difference] = []

    @property
    def captions_printed(self) -> int:
        """How many of the draft's captions the booklet has, and those that only it has."""
        missing = [one for one in self._found if one.kind == "caption"]
        return sum(map(_is_caption, self._paragraphs)) + sum(
            bool(one.printed and not one.drafted) - bool(one.drafted and not one.printed) for one in missing
        )

    def differences(self, tables: Set[int]) -> list[Difference]:
        """What differs in the text, what is restated aside; ``tables``: of the draft, compared as charts."""
        self._tables = tables
        hunks = [hunk for hunk in self._alignment.hunks if not self._is_allowed(hunk)]
        hunks = list(self._without_restated(hunks))
        found = [
            self._difference(one)
            for group in groups(hunks, self._alignment, self._drafted, self._is_alone)
            for one in apart(group, self._printed.text, self._drafted)
        ]
        found = [one for one in found if one.printed != squeezed(one.drafted)]  # the same, beside much that differs
        self._found = [*found, *self._lost]
        return self._found

    def drawings(self) -> list[tuple[Drawn, int, str]]:
        """The booklet's charts, where in the draft each would stand, what the booklet says before it."""
        found: dict[int, tuple[Drawn, int, str]] = {}
        for aside in self._printed.asides:
            if aside.stream is self._booklet.charted:
                there = self._drafted.place(max(0, self._alignment.place_in_second(aside.at) - 1))
                before = self._printed.text[max(0, aside.at - _BEFORE) : aside.at]
                for one in range(aside.start, aside.end):
                    found.setdefault(one, (self._booklet.charts[one], there, before))
        return [found[one] for one in sorted(found)]

    def _is_allowed(self, hunk: Hunk) -> bool:
        printed, drafted = self._printed.text[hunk.start : hunk.end], self._drafted.text[hunk.from_ : hunk.to]
        page, pages = self._printed.place(hunk.start), self._booklet.pages
        return is_year(printed, drafted, page, pages) or (self._noted and is_mark(printed, drafted))

    def _without_restated(self, hunks: Sequence[Hunk]) -> Iterator[Hunk]:
        """The hunks without what the booklet says in another form beside them."""
        booklet = self._booklet
        kinds = (booklet.restated, booklet.figures)
        asides = [one for one in self._printed.asides if any(one.stream is kind for kind in kinds)]
        used: set[tuple[int, int]] = set()  # stream, where in it
        for hunk in hunks:
            if next(self._without_tables(hunk), None) is None:
                continue  # what is restated beside it stands on either side of a float: it is another's
            own = [at for at, one in enumerate(asides) if hunk.start <= one.at <= hunk.end]
            if hunk.is_only_first or not own:
                yield from self._without_tables(hunk)
                continue
            used.update((id(asides[at].stream), asides[at].start) for at in own)
            yield from self._rest(hunk, [asides[at] for at in own])
        for one in asides:
            if one.stream is booklet.restated and one.text and (id(one.stream), one.start) not in used:
                used.add((id(one.stream), one.start))
                self._lose(self._restated([one], ""), one)

    def _restated(self, asides: Sequence[Aside], drafted: str | None) -> Restated:
        return Restated(asides, self._booklet.figures, drafted, self._figures)

    def _rest(self, hunk: Hunk, asides: Sequence[Aside]) -> Iterator[Hunk]:
        """What of a hunk's paragraphs is not said in another form; the hunk's own text of the booklet goes with it."""
        low = self._drafted.start_of(self._drafted.place(hunk.from_))
        high = self._drafted.start_of(self._drafted.place(hunk.to - 1) + 1)
        own = self._paragraphs[self._drafted.place(hunk.from_) - 1 : self._drafted.place(hunk.to - 1)]
        tabular = any(one.cell is not None for one in own)
        restated = self._restated(asides, self._drafted.text[low:high] if tabular else None)
        rest: list[tuple[int, int]] = []
        told: list[str] = []
        page = asides[0].stream.place(asides[0].start)
        new = self._new_columns(own, restated, asides[0])
        for at, end, paragraph, whole in self._pieces(hunk):
            if paragraph.cell is not None and (paragraph.cell.table, paragraph.cell.grid) in new:
                continue
            if not (whole and (self._is_charted(paragraph) or restated.has(paragraph))):
                nearest = restated.nearest(paragraph) if whole and paragraph.cell is not None else ""
                if nearest:
                    told.append(nearest)
                    self._lost.append(Difference("restated", page, self._heading(at), nearest, paragraph.words))
                elif rest and rest[-1][1] == at:
                    rest[-1] = rest[-1][0], end
                else:
                    rest.append((at, end))
        for number, printed, words in restated.elsewhere(own):
            told.append(printed)
            heading = self._heading(self._drafted.start_of(self._drafted.place(hunk.from_) + number))
            self._lost.append(Difference("restated", page, heading, printed, words))
        self._lose(restated, asides[0], told)
        yield from _of(hunk, rest)
        if not rest and hunk.end > hunk.start:
            yield Hunk(hunk.start, hunk.end, hunk.to, hunk.to)

    def _new_columns(
        self, own: Sequence[Paragraph], restated: Restated, aside: Aside
    ) -> Set[tuple[int, int]]:  # fmt: skip
        """Columns that a table has more than the booklet's part, each told; none where something of that is lost."""
        columns: dict[tuple[int, int], list[Paragraph]] = {}
        for one in own if not restated.lost() else ():
            if one.cell is not None and squeezed(one.words).strip("—"):
                columns.setdefault((one.cell.table, one.cell.grid), []).append(one)
        new = set()
        for column, cells in columns.items():
            said = [one for one in cells if one.cell is not None and not one.cell.head]
            if len(said) > 1 and not any(map(restated.has, said)):
                new.add(column)
                page = aside.stream.place(aside.start)
                heading = self._heading(self._drafted.start_of(1 + self._paragraphs.index(cells[0])))
                words = "\n".join(one.words.strip() for one in cells)
                self._lost.append(Difference("column", page, heading, "", words, len(cells)))
        return new

    def _without_tables(self, hunk: Hunk) -> Iterator[Hunk]:
        """A hunk apart from its drawing, without the tables that only the draft has for pictures."""
        pieces = list(self._pieces(hunk))
        rest = [(at, end) for at, end, paragraph, whole in pieces if not (whole and self._is_charted(paragraph))]
        if len(rest) == len(pieces) or (not rest and hunk.end > hunk.start):
            yield hunk
            return
        joined: list[tuple[int, int]] = []
        for at, end in rest:
            joined[-1:] = [(joined[-1][0], end)] if joined and joined[-1][1] == at else [*joined[-1:], (at, end)]
        yield from _of(hunk, joined)

    def _pieces(self, hunk: Hunk) -> Iterator[tuple[int, int, Paragraph, bool]]:
        """What a hunk has of each of the draft's paragraphs: from, to, which, whether it is all of it."""
        at = hunk.from_
        while at < hunk.to:
            number = self._drafted.place(at)
            end = min(hunk.to, self._drafted.start_of(number + 1))
            whole = self._drafted.begins(at) and self._drafted.begins(end)
            yield at, end, self._paragraphs[number - 1], whole
            at = end

    def _is_charted(self, paragraph: Paragraph) -> bool:
        return paragraph.cell is not None and paragraph.cell.table in self._tables

    def _lose(self, restated: Restated, aside: Aside, told: Sequence[str] = ()) -> None:
        """What the draft lacks of a part is told, but for what was ``told`` beside what the draft has instead."""
        lost = [one for one in restated.lost() if not any(one in words for words in told)]
        if lost:
            there = self._alignment.place_in_second(aside.at)
            page = aside.stream.place(aside.start)
            self._lost.append(Difference("restated", page, self._heading(there), "，".join(lost), ""))

    def _difference(self, group: Group) -> Difference:
        printed = self._printed.text[group.start : group.end]
        own = self._paragraphs[group.first - 1 : group.last]
        drafted = "\n".join(one.words.strip() for one in own if squeezed(one.words))
        page = self._printed.place(group.start if printed else max(0, group.start - 1))
        kind, heading = self._kind(group, own, printed, squeezed(drafted)), self._heading(group.from_ - (not own))
        return Difference(kind, page, heading, printed, drafted, max(1, group.last - group.first + 1))

    def _is_title(self, start: int, end: int) -> bool:
        return (self._printed.text[start:end], self._printed.place(start)) in self._titles

    def _is_alone(self, hunk: Hunk) -> bool:
        """Whether what the draft lacks was a heading, or stood between two rows of a table."""
        there = self._drafted.place(hunk.from_)
        cell = self._paragraphs[there - 1].cell if 0 < there <= len(self._paragraphs) else None
        above = self._paragraphs[there - 2].cell if there > 1 else None
        between = cell is not None and above is not None and cell.table == above.table and cell.row != above.row
        return between or self._is_title(hunk.start, hunk.end)

    def _kind(self, group: Group, own: Sequence[Paragraph], printed: str, drafted: str) -> Kind:
        if len(own) == 1 and own[0].level:
            return "heading"
        if not own and self._is_title(group.start, group.end):
            return "heading"
        if (len(own) == 1 and _is_caption(own[0])) or (not own and CAPTION.match(printed)):
            return "caption"
        if not printed:
            return "extra"
        if not drafted:
            return "missing"
        return "text" if _QUANTITY.findall(printed) == _QUANTITY.findall(drafted) else "figure"

    def _heading(self, there: int) -> str:
        """The heading that stands above a place of the draft."""
        at = min(self._drafted.place(there), len(self._paragraphs)) - 1
        while at >= 0 and not self._paragraphs[at].level:
            at -= 1
        return self._paragraphs[at].words.strip() if at >= 0 else ""


def _of(hunk: Hunk, ranges: Sequence[tuple[int, int]]) -> Iterator[Hunk]:
    """Parts of what the draft has in a hunk; the first goes with all that the booklet has there."""
    start = hunk.start
    for from_, to in ranges:
        yield Hunk(start, hunk.end, from_, to)
        start = hunk.end


def _note_differences(booklet: Booklet, noted: Stream, *, part: bool) -> Iterator[Difference]:
    """Of a part, notes that the draft lacks are those of others on its pages: its own would be missed in the text."""
    if is_mark(booklet.notes.text, noted.text, bare=True):
        return  # letter by letter, note 21 that says 21 would be taken for its own mark
    alignment = Alignment(booklet.notes.text, noted.text, noted.begins)
    hunks = [
        one for one in alignment.hunks
        if not is_mark(booklet.notes.text[one.start : one.end], noted.text[one.from_ : one.to], bare=True)
        and not (part and one.is_only_first)
    ]  # fmt: skip
    for group in groups(hunks, alignment, noted):
        printed = booklet.notes.text[group.start : group.end]
        drafted = noted.text[noted.start_of(group.first) : noted.start_of(group.last + 1)] if group.last else ""
        yield Difference("note", booklet.notes.place(group.start), "", printed, drafted)


def _tree_differences(booklet: Booklet, paragraphs: Sequence[Paragraph], said: set[str]) -> Iterator[Difference]:
    """Levels that differ, headings that are none in the other file; their words are compared with the text."""
    entries = [squeezed(entry.text) for entry in booklet.outline]
    headings = [one for one in paragraphs if one.level and squeezed(one.title)]
    words = [squeezed(one.title) for one in headings]
    above = ""
    many = len(words) > _MANY  # of which no booklet has so many alike
    for tag, a, b, c, d in SequenceMatcher(None, entries, words, autojunk=many).get_opcodes():
        if tag == "replace" and b - a == d - c:  # another level has another number too
            yield from _renumbered(booklet.outline[a:b], headings[c:d])
        for at in range(a, b):
            entry = booklet.outline[at]
            if tag == "equal":
                above = words[c + at - a]
                level = headings[c + at - a].level
                if level != entry.level:
                    yield Difference("level", entry.page, above, str(entry.level), str(level))
            elif entries[at] not in said:
                yield Difference("level", entry.page, entry.text, str(entry.level), "")
        if tag != "equal":
            for at in range(c, d):
                if words[at] not in said:
                    yield Difference("level", 0, headings[at].title, "", str(headings[at].level))


def _renumbered(entries: Sequence[Entry], headings: Sequence[Paragraph]) -> Iterator[Difference]:
    for entry, heading in zip(entries, headings, strict=True):
        if entry.level != heading.level and squeezed(entry.text).endswith(squeezed(heading.text)):
            yield Difference("level", entry.page, heading.title, str(entry.level), str(heading.level))


def _with_moves(found: Sequence[Difference]) -> list[Difference]:
    """What is missing at one place and too much at another stands in another order; so does what changed places."""
    moved: dict[int, Difference] = {}
    gone: set[int] = set()
    extras = {_bare(one.drafted): at for at, one in enumerate(found) if one.drafted and not one.printed}
    changed = {_bare(one.drafted): at for at, one in enumerate(found) if one.drafted and one.kind in ("text", "figure")}
    for at, one in enumerate(found):
        if not one.printed or one.kind in ("note", "level"):
            continue
        there = extras.get(_bare(one.printed)) if not one.drafted else changed.get(_bare(one.printed))
        if there is not None and (len(one.printed) >= _FEW or _are_near(one, found[there])):
            other = found[there]
            extras.pop(_bare(one.printed), None)
            moved[at] = msgspec.structs.replace(one, kind="order", drafted=other.drafted, other_page=other.page)
            gone |= {there} if not other.printed else set()
    return [moved.get(at, one) for at, one in enumerate(found) if at not in gone]


def _are_near(one: Difference, other: Difference) -> bool:
    """Whether two cells changed places, however short they are."""
    return len(one.printed) > 1 and one.page == other.page


def _bare(text: str) -> str:
    """Without blanks, and without the dashes of empty cells around it."""
    return squeezed(text).strip("—")


def _without_relabelled(found: Sequence[Difference]) -> list[Difference]:
    """A heading of another level has another number: told once, as the level."""
    levels = {squeezed(one.heading) for one in found if one.kind == "level" and one.printed and one.drafted}
    return [
        one for one in found
        if not (
            one.kind == "heading" and squeezed(one.drafted) in levels
            and _NUMBER.sub("", one.printed) == _NUMBER.sub("", squeezed(one.drafted))
        )
    ]  # fmt: skip
