"""Many files read by two processes: this one from the first file on, the second from the last, until they meet.

The second one's finds come back in one piece, written by ``marshal``: half of what it saves, where ``pickle`` would
cost all of it. It keeps to itself what it cannot read without a report; that is read again where reports are heard.
"""

import contextlib
import marshal
from collections.abc import Callable, Iterator
from multiprocessing.connection import Connection
from typing import Any

from reportgen.processes import LostError, Second, Shares, processes, second_process

LEAST = 400_000  # bytes; to read less, a second process costs more than it saves
Read = tuple[str, Any]  # a file's text and its plain value


class Ahead:
    """What the second process has read."""

    def __init__(self, second: Second | None = None, shares: Shares | None = None) -> None:
        self._second = second
        self._shares = shares
        self._found: dict[int, Read] = {}

    def found(self, index: int) -> Read | None:
        """The file ``index`` if it was read ahead; to be asked once of each, in their order."""
        if self._second is None or self._shares is None:
            return self._found.get(index)
        if self._shares.take():
            return None
        with contextlib.suppress(LostError):
            self._found = marshal.loads(self._second.answer_bytes())  # our own fork wrote it
        self._second.dismiss()
        self._second = None
        return self._found.get(index)


@contextlib.contextmanager
def read_ahead(count: int, size: int, read: Callable[[int], Read | None]) -> Iterator[Ahead]:
    """``count`` files of ``size`` bytes read from the last on by a second process, where that is worth it.

    ``read`` gives a file's text and value, None where there is something to report.
    """
    if size < LEAST or not 2 <= count <= Shares.MOST or processes() < 2:
        yield Ahead()
        return
    shares = Shares(count)
    try:
        with contextlib.ExitStack() as stack:
            try:
                second = stack.enter_context(second_process(lambda pipe: _serve(pipe, count, shares, read)))
            except LostError:
                yield Ahead()
            else:
                yield Ahead(second, shares)
    finally:
        shares.close()


def _serve(pipe: Connection, count: int, shares: Shares, read: Callable[[int], Read | None]) -> None:
    found: dict[int, Read] = {}
    for index in reversed(range(count)):
        if not shares.take():
            break
        one = read(index)
        if one is not None:
            found[index] = one
    pipe.send_bytes(marshal.dumps(found))
