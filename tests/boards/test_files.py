"""``reportgen build --to board``: three files a department, the same bytes wherever, only what is asked."""

import hashlib
import struct
from pathlib import Path

import pytest

from reportgen.cache import Cache
from support.board_content import content
from support.boards import write_department
from support.pdf_reading import page_texts, poppler_texts
from support.project import run

SURROUNDINGS = (
    {"PYTHONHASHSEED": "1", "TZ": "Asia/Shanghai", "LANG": "zh_CN.UTF-8"},
    {"PYTHONHASHSEED": "4711", "TZ": "America/New_York", "LANG": "C", "LC_ALL": "C"},
)
NAMES = ["demo/boards/d-tall.png", "demo/boards/d.pdf", "demo/boards/d.png"]


def digests(folder: Path) -> dict[str, str]:
    files = sorted(path for path in folder.rglob("*") if path.is_file() and path.name != ".reportgen.lock")
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def size(png: Path) -> tuple[int, int]:
    data = png.read_bytes()
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    width, height = struct.unpack(">II", data[16:24])
    return width, height


def test_the_same_bytes_wherever_they_are_made(tmp_path: Path) -> None:
    section, indicators = content("sample", bars=0, chart="column")
    found = []
    for number, surroundings in enumerate(SURROUNDINGS):
        here = tmp_path / f"place{number}"
        project = write_department(here / "demo", section, indicators)
        cache = {"XDG_CACHE_HOME": str(here / "cache")}
        done = run("build", project, "--to", "board", "-o", here / "out", cwd=tmp_path, **cache, **surroundings)
        assert done.returncode == 0, done.stderr
        found.append(digests(here / "out"))
    assert list(found[0]) == NAMES
    assert found[0] == found[1]
    again = run("build", project, "--to", "board", "-o", here / "out2", cwd=tmp_path, **cache)  # out of the cache
    assert again.returncode == 0, again.stderr
    assert digests(here / "out2") == found[0]


@pytest.mark.parametrize("width", [640, 1920, 2479])
def test_pictures_are_as_wide_as_asked(width: int, tmp_path: Path) -> None:
    section, indicators = content("sample")
    project = write_department(tmp_path / "demo", section, indicators)
    done = run("build", project, "--to", "board", "--board-width", str(width), cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    wide, high = size(tmp_path / "out/demo/boards/d.png")
    assert wide == width
    assert abs(high - width * 297 / 420) <= 1
    assert size(tmp_path / "out/demo/boards/d-tall.png")[0] == 1080


def test_the_sheet_is_text_in_embedded_fonts(tmp_path: Path) -> None:
    section, indicators = content("sample")
    project = write_department(tmp_path / "demo", section, indicators)
    assert run("build", project, "--to", "board", cwd=tmp_path).returncode == 0
    pdf = (tmp_path / "out/demo/boards/d.pdf").read_bytes()
    for (text,) in (page_texts(pdf), poppler_texts(pdf)):
        assert "义务教育学位增加，" in text
        assert "标准化食堂完工37所" in text.replace(" ", "")
        assert text.index("新增幼儿园学位") < text.index("下半年安排") < text.index("数据：")


def test_only_what_is_asked(tmp_path: Path) -> None:
    section, indicators = content("sample")
    project = write_department(tmp_path / "demo", section, indicators)
    assert run("build", project, "--to", "pdf", cwd=tmp_path).returncode == 0
    assert not (tmp_path / "out/demo/boards").exists()
    assert run("build", project, "--to", "board", "--only", "d", cwd=tmp_path).returncode == 0
    assert sorted(digests(tmp_path / "out")) == [*NAMES, "demo/booklet.pdf"]
    wrong = run("build", project, "--to", "poster", cwd=tmp_path)
    assert wrong.returncode == 2
    assert "board" in wrong.stderr


def test_a_headline_that_is_too_long_is_refused_at_its_place(tmp_path: Path) -> None:
    section, indicators = content("sample")
    section["headline"] = "全市义务教育阶段学校新建改建扩建工程全面推进，标准化食堂完工37所，幼儿园学位增加3895个"
    project = write_department(tmp_path / "demo", section, indicators)
    done = run("build", project, "--to", "board", cwd=tmp_path)
    assert done.returncode == 1
    assert "d.yaml:4:11: error[board-headline-long]" in done.stderr
    assert not (tmp_path / "out/demo").exists()
    assert run("build", project, "--to", "pdf", cwd=tmp_path).returncode == 0  # a booklet has room for it


def test_a_faulty_entry_of_the_cache_is_made_anew(tmp_path: Path) -> None:
    section, indicators = content("small")
    project = write_department(tmp_path / "demo", section, indicators)
    cache = tmp_path / "cache"
    asked = ("build", project, "--to", "board", "-o")
    assert run(*asked, tmp_path / "a", cwd=tmp_path, XDG_CACHE_HOME=str(cache)).returncode == 0
    store = Cache(cache / "reportgen")
    for path in (cache / "reportgen").glob("*/*"):
        store.put(path.name, b"\x01no board")
    assert run(*asked, tmp_path / "b", cwd=tmp_path, XDG_CACHE_HOME=str(cache)).returncode == 0
    assert digests(tmp_path / "a") == digests(tmp_path / "b")
