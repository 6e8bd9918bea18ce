"""A content-addressed store on disk, used by conductors only. A damaged entry is as good as none."""

import contextlib
import hashlib
import os
import tempfile
from pathlib import Path

MAX_BYTES = 256 * 1024 * 1024
_DIGEST = 32


def cache_folder() -> Path:
    """Where this user's caches live (XDG base directory specification); a relative path there is to be ignored."""
    root = Path(os.environ.get("XDG_CACHE_HOME", ""))
    if not root.is_absolute():
        try:
            root = Path.home() / ".cache"
        except RuntimeError:  # a user without a home, as in some containers: a place where nothing can be stored
            root = Path(os.devnull)
    return root / "reportgen"


def key_of(*parts: str | bytes) -> str:
    """The key of an entry: a digest of everything it depends on, each part by its length."""
    digest = hashlib.sha256()
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        digest.update(len(data).to_bytes(8, "big"))
        digest.update(data)
    return digest.hexdigest()


class Cache:
    """Entries are files named by key; the first 32 bytes are the SHA-256 of the rest."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get(self, key: str) -> bytes | None:
        """The entry, or None; one whose digest is wrong is deleted."""
        path = self._path(key)
        try:
            data = path.read_bytes()
        except OSError:
            return None
        body = data[_DIGEST:]
        if hashlib.sha256(body).digest() == data[:_DIGEST]:
            return body
        with contextlib.suppress(OSError):
            path.unlink()
        return None

    def put(self, key: str, body: bytes) -> None:
        """Store an entry; a cache that cannot be written is no reason to stop."""
        path = self._path(key)
        with contextlib.suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            descriptor, temporary = tempfile.mkstemp(dir=path.parent)
            try:
                with os.fdopen(descriptor, "wb") as stream:
                    stream.write(hashlib.sha256(body).digest() + body)
                Path(temporary).replace(path)
            except OSError:
                with contextlib.suppress(OSError):
                    Path(temporary).unlink()

    def trim(self, limit: int = MAX_BYTES) -> None:
        """Delete the entries written longest ago until the rest fit into ``limit`` bytes."""
        with contextlib.suppress(OSError):
            entries = sorted((path.stat().st_mtime_ns, path.stat().st_size, path) for path in self._folder.glob("*/*"))
            total = sum(size for _, size, _ in entries)
            for _, size, path in entries:
                if total <= limit:
                    break
                path.unlink(missing_ok=True)
                total -= size

    def _path(self, key: str) -> Path:
        return self._folder / key[:2] / key
