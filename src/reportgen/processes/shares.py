"""Work that two processes share: one takes it from the front, the other from the back, until they meet."""

import os

_MOST = 4096  # bytes that the pipe of any system holds


class Shares:
    """So many shares of work that nobody has begun: a byte each in a pipe, made before the process forks.

    Each process reads a byte before it begins a share, so that none is done twice and none is left out, and nothing is
    locked that could stay locked. Raises ValueError for more than ``MOST``, OSError for want of a pipe.
    """

    MOST = _MOST

    def __init__(self, count: int) -> None:
        if count > _MOST:
            raise ValueError(count)
        self._left, ours = os.pipe()
        try:
            os.write(ours, bytes(count))
        finally:
            os.close(ours)

    def take(self) -> bool:
        """Take a share; False where none is left."""
        return bool(os.read(self._left, 1))

    def close(self) -> None:
        """Give the pipe back."""
        os.close(self._left)
