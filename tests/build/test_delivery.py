"""Files appear whole or not at all."""

import os
import resource
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from reportgen.build import DeliveryError, LockedError, deliver, locked

WRITER = """
import sys
from pathlib import Path
from reportgen.build import deliver
folder = Path(sys.argv[1])
sys.stdout.write("ready\\n"); sys.stdout.flush()
turn = 0
while True:
    turn += 1
    body = bytes([65 + turn % 26]) * 400_000
    deliver({folder / "a.pdf": body, folder / "b.docx": body})
"""


def test_all_files_arrive(tmp_path: Path) -> None:
    deliver({tmp_path / "x" / "a.pdf": b"one", tmp_path / "b.docx": b"two"})
    assert (tmp_path / "x" / "a.pdf").read_bytes() == b"one"
    assert (tmp_path / "b.docx").read_bytes() == b"two"
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["a.pdf", "b.docx", "x"]


def test_kill_in_the_middle_leaves_whole_files(tmp_path: Path) -> None:
    for delay in (0.0, 0.003, 0.007, 0.011, 0.02):
        process = subprocess.Popen([sys.executable, "-c", WRITER, str(tmp_path)], stdout=subprocess.PIPE)
        assert process.stdout is not None
        process.stdout.readline()
        while not (tmp_path / "a.pdf").exists():
            time.sleep(0.001)
        time.sleep(delay)
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
        for name in ("a.pdf", "b.docx"):
            data = (tmp_path / name).read_bytes() if (tmp_path / name).exists() else b""
            assert len(data) in (0, 400_000) and len(set(data)) <= 1, f"{name} is torn"
    with locked(tmp_path):
        left = [path.name for path in tmp_path.iterdir() if path.suffix == ".tmp"]
    assert left == []  # the next build sweeps what a killed one left


def _limited(folder: Path) -> int:
    """Deliver with a file size limit far below the file: what a full disk does to a write. Runs in a child."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
    try:
        deliver({folder / "small.txt": b"new", folder / "a.pdf": b"x" * 400_000})
    except DeliveryError as error:
        return 7 if error.path == folder / "a.pdf" else 8
    return 9


def test_disk_full_leaves_the_old_files(tmp_path: Path) -> None:
    deliver({tmp_path / "a.pdf": b"old", tmp_path / "small.txt": b"old"})
    child = os.fork()
    if child == 0:
        code = 99
        try:
            code = _limited(tmp_path)
        finally:
            os._exit(code)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 7
    assert (tmp_path / "a.pdf").read_bytes() == b"old"
    assert (tmp_path / "small.txt").read_bytes() == b"old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.pdf", "small.txt"]


def test_a_link_in_the_way_is_replaced_not_followed(tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.write_bytes(b"untouched")
    (tmp_path / "a.pdf").symlink_to(victim)
    deliver({tmp_path / "a.pdf": b"new"})
    assert victim.read_bytes() == b"untouched"
    assert not (tmp_path / "a.pdf").is_symlink()


def test_two_builds_do_not_meet(tmp_path: Path) -> None:
    inside = threading.Event()
    leave = threading.Event()

    def first() -> None:
        with locked(tmp_path):
            inside.set()
            leave.wait(10)

    thread = threading.Thread(target=first)
    thread.start()
    assert inside.wait(10)
    with pytest.raises(LockedError), locked(tmp_path, timeout=0.05):
        pass
    leave.set()
    thread.join()
    with locked(tmp_path, timeout=5):
        pass


def test_a_file_where_the_folder_should_be(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file", encoding="utf-8")
    with pytest.raises(DeliveryError), locked(tmp_path / "out"):
        pass
