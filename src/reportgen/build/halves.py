"""A long booklet set and painted by two processes, about half of it each: the same file, byte for byte, sooner.

The second process is a fork of this one, so it has the document as it is and nothing is sent to it but questions. What
it sends back is small: folios, and finished content streams. It only helps: whatever goes wrong in it ends it without a
word, and this process then makes the whole, where the same thing is heard as always.

Where the halves meet is found on the way: this process sets departments from the front, the second from the back, until
none is left. So neither waits long for the other, whatever else the machine does.
"""

import contextlib
import importlib
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Iterator, Mapping, Sequence
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any

import msgspec

from reportgen.diagnostics import Diagnostic, Diagnostics
from reportgen.drawing import Plate
from reportgen.fonts import FontBook
from reportgen.model.document import Document
from reportgen.pdf import Codes, Painted, joined, paint_pages, write
from reportgen.theme import Theme
from reportgen.typeset import Laid, Part, booklet, cuts, setting_of, settle

_EVEN = 0.25  # a cut is worth it from this share of the text on either side
_MOST = 4096  # stretches between cuts: a byte each, which the pipe of any system holds


class Half(msgspec.Struct, frozen=True):
    """What both processes know; ``cuts`` are the entries of the flow at which the second half may begin, at least one.

    What stands before the first cut is set by the first process, what stands behind the last by the second.
    """

    document: Document
    theme: Theme
    fonts: FontBook
    plates: Mapping[str, Plate]
    cuts: Sequence[int]


class _LostError(Exception):
    """The second process has ended before its time."""


def processes() -> int:
    """How many processes may work at once here: two on Linux with two processors or more.

    Elsewhere a process cannot be forked (Windows) or not safely (macOS).
    """
    if sys.platform != "linux":
        return 1
    return min(2, len(os.sched_getaffinity(0)))


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
    return found[:: -(-len(found) // _MOST)]


def made_in_halves(half: Half, sink: Diagnostics) -> tuple[bytes, int] | None:
    """The PDF and its number of pages, (b"", 0) where ``sink`` has errors; None where the second process failed."""
    try:
        with _second(half) as second:
            return _made(half, second, sink)
    except _LostError:
        return None


def _made(half: Half, second: "_Second", sink: Diagnostics) -> tuple[bytes, int]:
    importlib.import_module("reportgen.pdf.objects")  # ReportLab, needed here alone: while the other is at work already
    first = Part(setting_of(half.document, half.theme, half.fonts, half.plates, sink), end=half.cuts[0])
    for end in half.cuts[1:]:
        if not second.stretches.taken():
            break
        first.take_behind(end)
    settle(first, second)
    pages = first.pages()
    if sink.has_errors:
        _report(second.painted({}), sink)
        return b"", 0
    second.paint({})
    painted = paint_pages(pages, half.fonts)
    rest = _report(second.answer(), sink)
    if rest is None:
        return b"", 0
    whole = joined(painted, rest, half.fonts)
    if whole is None:  # one glyph stands for several texts, and they came in another order there
        rest = _report(second.painted(painted.codes), sink)
        whole = None if rest is None else joined(painted, rest, half.fonts)
    if whole is None:
        raise _LostError
    second.dismiss()
    return write(booklet(half.document, pages), whole, half.fonts), len(whole.pages)


def _report(answer: tuple[Painted | None, tuple[Diagnostic, ...]], sink: Diagnostics) -> Painted | None:
    for diagnostic in answer[1]:
        sink.add(diagnostic)
    return answer[0]


class _Stretches:
    """The stretches between cuts, so many of them that nobody has set yet: a byte each in a pipe.

    One process takes them from the front, the other from the back. Each reads a byte before it sets a stretch, so that
    none is set twice and none is left out; nothing is locked that could stay locked.
    """

    def __init__(self, count: int) -> None:
        self._left, ours = os.pipe()
        try:
            os.write(ours, bytes(count))
        finally:
            os.close(ours)

    def taken(self) -> bool:
        """Take one; False where none is left."""
        return bool(os.read(self._left, 1))

    def close(self) -> None:
        os.close(self._left)


class _Second:
    """The second process, seen from the first: a part of the booklet that follows it (typeset.Follower)."""

    def __init__(self, process: BaseProcess, pipe: Connection, stretches: _Stretches) -> None:
        self._process = process
        self._pipe = pipe
        self.stretches = stretches

    def dismiss(self) -> None:
        """It is not needed any more; it goes while this process works on."""
        self._process.kill()

    def lay(self, first: int, uncounted: int) -> Laid:
        """Have the half laid on pages numbered from ``first``, behind so many uncounted ones."""
        self.ask("lay", first, uncounted)
        laid: Laid = self.answer()
        return laid

    def paint(self, after: Codes) -> None:
        """Have the pages painted meanwhile, as they would be after pages with these codes."""
        self.ask("paint", {face: dict(codes) for face, codes in after.items()})

    def painted(self, after: Codes) -> tuple[Painted | None, tuple[Diagnostic, ...]]:
        """The pages painted, None where there are errors; and all that is to be said of them."""
        self.paint(after)
        found: tuple[Painted | None, tuple[Diagnostic, ...]] = self.answer()
        return found

    def ask(self, *question: Any) -> None:
        """Ask without waiting. Raises _LostError."""
        try:
            self._pipe.send(question)
        except OSError as error:
            raise _LostError from error

    def answer(self) -> Any:
        """Wait for the answer. Raises _LostError."""
        try:
            return self._pipe.recv()
        except (EOFError, OSError) as error:
            raise _LostError from error


@contextlib.contextmanager
def _second(half: Half) -> Iterator[_Second]:
    """The second process at work; it is gone when this is left, however it is left."""
    context = multiprocessing.get_context("fork")
    ours, theirs = context.Pipe()
    stretches = _Stretches(len(half.cuts) - 1)
    process = context.Process(target=_serve, args=(theirs, ours, half, stretches), daemon=True)
    try:
        with _interrupts_kept():
            try:
                process.start()
            except OSError as error:  # no more processes, or no memory for one
                raise _LostError from error
            theirs.close()
        yield _Second(process, ours, stretches)
    finally:
        ours.close()
        stretches.close()
        if process.pid is not None:
            process.kill()
            process.join()


@contextlib.contextmanager
def _interrupts_kept() -> Iterator[None]:
    """Ctrl-C waits until this is left: inside, hooks that Python runs beside a fork would swallow it."""
    if threading.current_thread() is not threading.main_thread():  # only the main thread is interrupted
        yield
        return
    kept: list[int] = []
    before = signal.signal(signal.SIGINT, lambda number, _: kept.append(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
    if kept:
        signal.raise_signal(signal.SIGINT)


def _serve(pipe: Connection, theirs: Connection, half: Half, stretches: _Stretches) -> None:
    """The second process: set the half, then answer until nobody asks any more."""
    try:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is sent to both; the first sees to this one
        theirs.close()
        sink = Diagnostics()
        part = Part(setting_of(half.document, half.theme, half.fonts, half.plates, sink), half.cuts[-1])
        for begin in half.cuts[-2::-1]:
            if not stretches.taken():
                break
            part.take_before(begin)
        part.lay(1, 0)  # while the first is at work; where it asks for another page, mostly the numbers alone change
        while True:
            match pipe.recv():
                case "lay", first, uncounted:
                    pipe.send(part.lay(first, uncounted))
                case "paint", after:
                    pages = part.pages()
                    painted = None if sink.has_errors else paint_pages(pages, half.fonts, after)
                    pipe.send((painted, tuple(sink)))
                case unknown:
                    raise ValueError(unknown)
    finally:
        os._exit(0)  # nothing of the first process is flushed, closed or told here
