"""Whether there is anything to do: a build of the same files by the same program, whose outputs are still there.

All that a build can read lies in the project's folder, so the folder as a whole is compared, by content. Nothing is
remembered of a build that had something to say: it would not say it again.
"""

import hashlib
import os
import sys
import sysconfig
from collections.abc import Iterator, Mapping
from pathlib import Path

import msgspec

from reportgen import __version__
from reportgen.cache import Cache, cache_folder, key_of

MOST_FILES, MOST_BYTES = 2000, 256 * 1024 * 1024  # of a project: to read more would cost what it saves
_PASSED_OVER = frozenset((".git", "__pycache__"))


class Made(msgspec.Struct, frozen=True):
    """A file that a build wrote: its path in the output folder, its content as SHA-256 in hex, pages if any."""

    name: str
    digest: str
    size: int
    pages: int | None


def key_of_build(asked: str, folder: Path, out: Path) -> str | None:
    """The key of a build of ``folder``: what was ``asked``, every file's content, the program. None: too much to read.

    To be made before anything else is read: what is changed meanwhile is another build.
    """
    digest = hashlib.sha256()
    try:
        for name, path in _files(folder.absolute(), out.absolute()):
            digest.update(key_of(name, path.read_bytes()).encode())
    except (OSError, _TooMuchError):
        return None
    return key_of("build", asked, digest.hexdigest(), _program())


def recall(key: str, out: Path) -> tuple[Made, ...] | None:
    """What that build made in ``out``, if all of it is still there as it was written."""
    stored = Cache(cache_folder()).get(key)
    if stored is None:
        return None
    try:
        made = msgspec.json.decode(stored, type=tuple[Made, ...])
        same = all(_digest((out / one.name).read_bytes()) == one.digest for one in made)
    except (msgspec.DecodeError, OSError):
        return None
    return made if same else None


def remember(key: str, out: Path, files: Mapping[Path, bytes], pages: Mapping[Path, int | None]) -> None:
    """Keep what a build made in ``out``."""
    made = tuple(
        Made(path.relative_to(out).as_posix(), _digest(data), len(data), pages.get(path))
        for path, data in files.items()
    )
    Cache(cache_folder()).put(key, msgspec.json.encode(made))


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


class _TooMuchError(Exception):
    """More files than it pays to read, or a link to what lies elsewhere."""


def _files(folder: Path, away: Path) -> list[tuple[str, Path]]:
    """The files below ``folder`` but those below ``away``, by name. Raises OSError, _TooMuchError."""
    found: list[tuple[str, Path]] = []
    size = 0
    for path, own in _walk(folder, away):
        found.append((path.relative_to(folder).as_posix(), path))
        size += own
        if len(found) > MOST_FILES or size > MOST_BYTES:
            raise _TooMuchError
    return sorted(found)


def _walk(folder: Path, away: Path) -> Iterator[tuple[Path, int]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            path = folder / entry.name
            if entry.is_symlink():
                raise _TooMuchError
            if entry.is_dir():
                if path != away and entry.name not in _PASSED_OVER:
                    yield from _walk(path, away)
            elif entry.is_file():
                yield path, entry.stat().st_size


def _program() -> str:
    """What the program is made of: its own files by size and time, the interpreter, what is installed beside it."""
    package = Path(__file__).parent.parent
    digest = hashlib.sha256()
    for path, size in sorted(_walk(package, package / "_fonts")):  # fonts are pinned by the program
        digest.update(f"{path.relative_to(package)} {size} {path.stat().st_mtime_ns}\n".encode())
    beside = {sysconfig.get_path(name) for name in ("purelib", "platlib")}
    installed = [str(Path(place).stat().st_mtime_ns) for place in sorted(beside) if Path(place).is_dir()]
    return key_of(__version__, sys.version, digest.hexdigest(), *installed)
