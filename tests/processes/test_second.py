"""A second process helps or is lost, and nothing of it stays; what two share is done once."""

import os
import signal
import subprocess
import sys
import time
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from reportgen.build import locked
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


@pytest.mark.parametrize("by", [signal.SIGKILL, signal.SIGTERM])
def test_it_does_not_outlive_the_first(tmp_path: Path, by: signal.Signals) -> None:
    """Its files are open in the second process too, and so is its lock on a folder."""
    program = (
        "import os, time\nfrom pathlib import Path\nfrom reportgen.build.delivery import locked\n"
        "from reportgen.processes import second_process\n"
        "def serve(pipe):\n    pipe.send(0)\n    while True: sum(range(10_000))\n"
        "with locked(Path('out')), second_process(serve) as second:\n"
        "    second.answer()\n    print('at work', flush=True)\n    time.sleep(600)\n"
    )
    first = subprocess.Popen([sys.executable, "-c", program], cwd=tmp_path, stdout=subprocess.PIPE, text=True)
    assert first.stdout is not None and first.stdout.readline() == "at work\n"
    first.send_signal(by)
    first.wait(60)
    with locked(tmp_path / "out", timeout=20):  # long for a busy machine: it takes a tenth of a second
        pass
    assert first.stdout.read() == ""  # nobody has the pipe open any more


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
