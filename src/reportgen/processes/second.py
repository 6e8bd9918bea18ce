"""A fork of this process: it has everything as it is, and answers questions until it is not needed any more."""

import contextlib
import multiprocessing
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any

_WATCH = 0.1  # seconds


class LostError(Exception):
    """The second process has ended before its time, or never began."""


def processes() -> int:
    """How many processes may work at once here: two on Linux with two processors or more.

    Elsewhere a process cannot be forked (Windows) or not safely (macOS).
    """
    if sys.platform != "linux":
        return 1
    return min(2, len(os.sched_getaffinity(0)))


class Second:
    """The second process, seen from the first."""

    def __init__(self, process: BaseProcess, pipe: Connection) -> None:
        self._process = process
        self._pipe = pipe

    def ask(self, *question: Any) -> None:
        """Ask without waiting. Raises LostError."""
        try:
            self._pipe.send(question)
        except OSError as error:
            raise LostError from error

    def answer(self) -> Any:
        """Wait for the answer. Raises LostError."""
        try:
            return self._pipe.recv()
        except (EOFError, OSError) as error:
            raise LostError from error

    def answer_bytes(self) -> bytes:
        """Wait for an answer sent as bytes. Raises LostError."""
        try:
            return self._pipe.recv_bytes()
        except (EOFError, OSError) as error:
            raise LostError from error

    def dismiss(self) -> None:
        """It is not needed any more: it goes while this process works on."""
        self._process.kill()


@contextlib.contextmanager
def second_process(serve: Callable[[Connection], None]) -> Iterator[Second]:
    """A second process that runs ``serve`` with its end of a pipe; it is gone when this is left, however it is left.

    Whatever goes wrong in it ends it without a word. Raises LostError where none can be made.
    """
    context = multiprocessing.get_context("fork")
    ours, theirs = context.Pipe()
    process = context.Process(target=_run, args=(serve, theirs, ours, os.getpid()), daemon=True)
    try:
        with _interrupts_kept():
            try:
                process.start()
            except OSError as error:  # no more processes, or no memory for one
                raise LostError from error
            theirs.close()
        yield Second(process, ours)
    finally:
        ours.close()
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


def _run(serve: Callable[[Connection], None], theirs: Connection, ours: Connection, first: int) -> None:
    try:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is sent to both; the first sees to this one
        ours.close()
        threading.Thread(target=_outlive_nobody, args=(first,), daemon=True).start()
        serve(theirs)
    finally:
        os._exit(0)  # nothing of the first process is flushed, closed or told here


def _outlive_nobody(first: int) -> None:
    """End this process soon after the ``first``, whatever killed that: it has its files open too, and so its lock."""
    while os.getppid() == first:
        time.sleep(_WATCH)
    os._exit(0)
