"""A second process helps or is lost, and nothing of it stays; what two share is done once."""

import os
import signal
import time
from multiprocessing.connection import Connection

import pytest

from reportgen.processes import LostError, Shares, processes, second_process

pytestmark = pytest.mark.skipif(processes() < 2, reason="one process is all that can work at once here")


@pytest.mark.parametrize("slow", ["first", "second", "neither"])
@pytest.mark.parametrize("count", [0, 1, 2, 300])
def test_every_share_is_taken_once(count: int, slow: str) -> None:
    shares = Shares(count)

    def taken(pause: float) -> int:
        found = 0
        while shares.take():
            found += 1
            time.sleep(pause)
        return found

    def serve(pipe: Connection) -> None:
        pipe.send(taken(0.002 if slow == "second" else 0.0))

    with second_process(serve) as second:
        ours = taken(0.002 if slow == "first" else 0.0)
        assert ours + second.answer() == count
    shares.close()


def test_more_shares_than_a_pipe_holds_are_refused() -> None:
    with pytest.raises(ValueError, match=str(Shares.MOST + 1)):
        Shares(Shares.MOST + 1)


@pytest.mark.parametrize("way", ["raises", "killed", "returns"])
def test_one_that_ends_early_is_lost_without_a_word(way: str, capfd: pytest.CaptureFixture[str]) -> None:
    def serve(pipe: Connection) -> None:
        if way == "raises":
            raise MemoryError
        if way == "killed":
            os.kill(os.getpid(), signal.SIGKILL)

    with second_process(serve) as second, pytest.raises(LostError):
        second.answer()
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("how", ["left", "raised", "dismissed"])
def test_nothing_of_it_stays(how: str) -> None:
    def serve(pipe: Connection) -> None:
        pipe.send(os.getpid())
        time.sleep(600)

    found = 0
    try:
        with second_process(serve) as second:
            found = second.answer()
            if how == "raised":
                raise ZeroDivisionError
            if how == "dismissed":
                second.dismiss()
    except ZeroDivisionError:
        pass
    with pytest.raises(ProcessLookupError):
        os.kill(found, 0)
