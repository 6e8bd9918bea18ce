"""A long booklet set and painted by two processes, about half of it each: the same file, byte for byte, sooner.

The second process is a fork of this one, so it has the document as it is and nothing is sent to it but questions. What
it sends back is small: folios, and finished content streams. It only helps: whatever goes wrong in it ends it without a
word, and this process then makes the whole, where the same thing is heard as always.

Where the halves meet is found on the way: this process sets departments from the front, the second from the back, until
none is left. So neither waits long for the other, whatever else the machine does.
"""

import importlib
from collections.abc import Mapping, Sequence
from functools import partial
from multiprocessing.connection import Connection

import msgspec

from reportgen.diagnostics import Diagnostic, Diagnostics
from reportgen.drawing import Page, Plate
from reportgen.fonts import FontBook
from reportgen.model.document import Document
from reportgen.pdf import SCREEN, Codes, Edition, Painted, joined, paint_pages, write
from reportgen.processes import LostError, Second, Shares, second_process
from reportgen.theme import Theme
from reportgen.typeset import Laid, Part, booklet, cuts, form_pages, setting_of, settle

_EVEN = 0.25  # a cut is worth it from this share of the text on either side


class Half(msgspec.Struct, frozen=True):
    """What both processes know; ``cuts`` are the entries of the flow at which the second half may begin, at least one.

    What stands before the first cut is set by the first process, what stands behind the last by the second.
    """

    document: Document
    theme: Theme
    fonts: FontBook
    plates: Mapping[str, Plate]
    cuts: Sequence[int]
    editions: tuple[Edition, ...] = (SCREEN,)
    forms: bool = False  # whether the pages of forms are asked for too


class Whole(msgspec.Struct, frozen=True):
    """What came of both halves: the PDF of each edition, the number of pages, those of its forms.

    Nothing and 0 where there are errors.
    """

    files: tuple[bytes, ...] = ()
    count: int = 0
    forms: tuple[Page, ...] = ()


def halfway(document: Document, theme: Theme, lengths: Sequence[int]) -> list[int]:
    """Where the second half may begin; empty where no cut is near half of the text.

    ``lengths``: characters of each section.
    """
    before: dict[int, int] = {}
    total = 0
    for entry in document.flow:
        if entry.section not in before:
            before[entry.section] = total
            total += lengths[entry.section]
    found = cuts(document, theme)
    shares = (before[document.flow[cut].section] / max(total, 1) for cut in found)
    if not any(_EVEN <= share <= 1 - _EVEN for share in shares):
        return []
    return found[:: -(-len(found) // Shares.MOST)]


def made_in_halves(half: Half, sink: Diagnostics) -> Whole | None:
    """The booklet, empty where ``sink`` has errors; None where the second process failed."""
    stretches = Shares(len(half.cuts) - 1)
    try:
        with second_process(partial(_serve, half, stretches)) as second:
            return _made(half, second, stretches, sink)
    except LostError:
        return None
    finally:
        stretches.close()


def _made(half: Half, process: Second, stretches: Shares, sink: Diagnostics) -> Whole:
    second = _Follower(process)
    importlib.import_module("reportgen.pdf.objects")  # ReportLab, needed here alone: while the other is at work already
    first = Part(setting_of(half.document, half.theme, half.fonts, half.plates, sink), end=half.cuts[0])
    for end in half.cuts[1:]:
        if not stretches.take():
            break
        first.take_behind(end)
    settle(first, second)
    pages = first.pages()
    if sink.has_errors:
        _report(second.painted({}), sink)
        return Whole()
    second.paint({})
    painted = [paint_pages(pages, half.fonts, edition=edition) for edition in half.editions]
    rest = _report(second.answer(), sink)
    if rest is None:
        return Whole()
    whole = _joined(painted, rest, half.fonts)
    if whole is None:  # one glyph stands for several texts, and they came in another order there
        rest = _report(second.painted(painted[0].codes), sink)  # which are those of all editions
        whole = None if rest is None else _joined(painted, rest, half.fonts)
    if whole is None:
        raise LostError
    forms = (*form_pages(pages), *second.forms()) if half.forms else ()
    process.dismiss()
    said = booklet(half.document, pages)
    files = [write(said, one, half.fonts, edition) for one, edition in zip(whole, half.editions, strict=True)]
    return Whole(tuple(files), len(whole[0].pages), forms)


def _joined(first: list[Painted], second: list[Painted], book: FontBook) -> list[Painted] | None:
    found = [joined(one, other, book) for one, other in zip(first, second, strict=True)]
    whole = [one for one in found if one is not None]
    return whole if len(whole) == len(found) else None


def _report(answer: tuple[list[Painted] | None, tuple[Diagnostic, ...]], sink: Diagnostics) -> list[Painted] | None:
    for diagnostic in answer[1]:
        sink.add(diagnostic)
    return answer[0]


class _Follower:
    """The half of the second process, seen from the first: a part of the booklet that follows it (typeset.Follower)."""

    def __init__(self, second: Second) -> None:
        self._second = second

    def lay(self, first: int, uncounted: int) -> Laid:
        """Have the half laid on pages numbered from ``first``, behind so many uncounted ones."""
        self._second.ask("lay", first, uncounted)
        laid: Laid = self._second.answer()
        return laid

    def paint(self, after: Codes) -> None:
        """Have the pages painted meanwhile, as they would be after pages with these codes."""
        self._second.ask("paint", {face: dict(codes) for face, codes in after.items()})

    def painted(self, after: Codes) -> tuple[list[Painted] | None, tuple[Diagnostic, ...]]:
        """The pages painted for each edition, None where there are errors; and all that is to be said of them."""
        self.paint(after)
        return self.answer()

    def answer(self) -> tuple[list[Painted] | None, tuple[Diagnostic, ...]]:
        """The pages that were to be painted. Raises LostError."""
        found: tuple[list[Painted] | None, tuple[Diagnostic, ...]] = self._second.answer()
        return found

    def forms(self) -> tuple[Page, ...]:
        """The pages of forms among those painted last."""
        self._second.ask("forms")
        found: tuple[Page, ...] = self._second.answer()
        return found


def _serve(half: Half, stretches: Shares, pipe: Connection) -> None:
    """The second process: set the half, then answer until nobody asks any more."""
    sink = Diagnostics()
    part = Part(setting_of(half.document, half.theme, half.fonts, half.plates, sink), half.cuts[-1])
    for begin in half.cuts[-2::-1]:
        if not stretches.take():
            break
        part.take_before(begin)
    pages: tuple[Page, ...] = ()
    part.lay(1, 0)  # while the first is at work; where it asks for another page, mostly the numbers alone change
    while True:
        match pipe.recv():
            case "lay", first, uncounted:
                pipe.send(part.lay(first, uncounted))
            case "paint", after:
                pages = part.pages()
                painted = None
                if not sink.has_errors:
                    painted = [paint_pages(pages, half.fonts, after, edition) for edition in half.editions]
                pipe.send((painted, tuple(sink)))
            case ("forms",):
                pipe.send(form_pages(pages))
            case unknown:
                raise ValueError(unknown)
