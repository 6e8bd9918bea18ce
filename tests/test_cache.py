"""The store that conductors use: right or nothing."""

import os
from pathlib import Path

import pytest

from reportgen.cache import Cache, cache_folder, key_of


def test_what_was_put_comes_back(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    assert cache.get(key_of("a")) is None
    cache.put(key_of("a"), b"body")
    assert Cache(tmp_path).get(key_of("a")) == b"body"
    cache.put(key_of("a"), b"")
    assert cache.get(key_of("a")) == b""


def test_keys_depend_on_every_part_and_on_where_parts_end() -> None:
    keys = {
        key_of("ab", "c"),
        key_of("a", "bc"),
        key_of("abc"),
        key_of("a", "b", "c"),
        key_of("c", "ab"),
        key_of("ab", "c", ""),
    }
    assert len(keys) == 6
    assert key_of("甲") == key_of("甲".encode())


@pytest.mark.parametrize("at", [0, 5, 31, 32, 40])
def test_a_damaged_entry_is_none_and_is_gone(tmp_path: Path, at: int) -> None:
    cache = Cache(tmp_path)
    key = key_of("a")
    cache.put(key, b"body of the entry")
    (entry,) = [path for path in tmp_path.rglob("*") if path.is_file()]
    data = bytearray(entry.read_bytes())
    data[at] ^= 1
    entry.write_bytes(data)
    assert cache.get(key) is None and not entry.exists()


def test_an_entry_cut_short_is_none(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.put(key_of("a"), b"body")
    (entry,) = [path for path in tmp_path.rglob("*") if path.is_file()]
    for length in (35, 10, 0):
        entry.write_bytes(b"x" * length)
        assert cache.get(key_of("a")) is None


def test_a_cache_that_cannot_be_written_is_no_reason_to_stop(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"in the way")
    cache = Cache(tmp_path / "file")
    cache.put(key_of("a"), b"body")
    cache.trim()
    assert cache.get(key_of("a")) is None
    assert (tmp_path / "file").read_bytes() == b"in the way"


def test_trim_drops_what_was_written_longest_ago(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    for number in range(5):
        cache.put(key_of(str(number)), b"x" * 1000)
    for path in tmp_path.rglob("*"):
        if path.is_file():
            number = next(n for n in range(5) if path.name == key_of(str(n)))
            os.utime(path, (1000 + number, 1000 + number))
    cache.trim(limit=2 * 1032)
    assert [cache.get(key_of(str(number))) is not None for number in range(5)] == [False, False, False, True, True]


def test_the_folder_follows_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert cache_folder() == tmp_path / "reportgen"
    monkeypatch.setenv("XDG_CACHE_HOME", "relative/path")  # to be ignored, says the specification
    monkeypatch.setenv("HOME", str(tmp_path))
    assert cache_folder() == tmp_path / ".cache" / "reportgen"


def test_a_user_without_a_home_has_no_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def homeless() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.setattr(Path, "home", homeless)
    cache = Cache(cache_folder())
    cache.put(key_of("a"), b"body")
    assert cache.get(key_of("a")) is None
