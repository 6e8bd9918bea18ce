"""A draft that somebody worked in is kept before a new one takes its place; one that nobody touched is replaced."""

import zipfile
from pathlib import Path

import pytest
from docx import Document

from support.project import run, write_project


def build(folder: Path, *more: str) -> tuple[int, str, list[str]]:
    made = run("build", "demo", "--to", "docx,drafts", *more, cwd=folder)
    out = folder / "out" / "demo"
    return made.returncode, made.stderr, sorted(path.relative_to(out).as_posix() for path in out.rglob("*.docx"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_project(tmp_path / "demo")
    code, _, files = build(tmp_path)
    assert code == 0 and files == ["draft.docx", "drafts/edu.docx"]
    return tmp_path


def change_content(folder: Path, said: str) -> None:
    file = folder / "demo" / "sections" / "edu.yaml"
    file.write_text(file.read_text("utf-8") + f"  - {said}\n", encoding="utf-8")


def type_into(path: Path, said: str) -> bytes:
    draft = Document(str(path))
    draft.paragraphs[-1].insert_paragraph_before(said)
    draft.save(str(path))
    return path.read_bytes()


def test_what_was_edited_is_kept(folder: Path) -> None:
    out = folder / "out" / "demo"
    work = type_into(out / "drafts" / "edu.docx", "部门改过的一句话。")
    change_content(folder, "编辑部添的一句话。")
    code, said, files = build(folder)
    assert code == 0 and files == ["draft.docx", "drafts/edu.docx", "drafts/edu.edited-1.docx"]
    assert "warning[draft-edited]" in said
    assert "demo/drafts/edu.docx 生成以后有人改过，改过的另存为 demo/drafts/edu.edited-1.docx" in said
    assert (out / "drafts" / "edu.edited-1.docx").read_bytes() == work
    texts = [paragraph.text for paragraph in Document(str(out / "drafts" / "edu.docx")).paragraphs]
    assert "编辑部添的一句话。" in texts and "部门改过的一句话。" not in texts
    again = build(folder)
    assert again[0] == 0 and "draft-edited" not in again[1] and again[2] == files, "told once, copied once"


def test_every_edit_is_kept_once(folder: Path) -> None:
    path = folder / "out" / "demo" / "draft.docx"
    works = []
    for said in ("一", "二"):
        works.append(type_into(path, said))
        assert "draft-edited" in build(folder)[1]
    path.write_bytes(works[0])  # the first came back by mail once more
    assert "draft.edited-1.docx" in build(folder)[1]
    kept = [path.with_name(f"draft.edited-{number}.docx").read_bytes() for number in (1, 2)]
    assert kept == works and not path.with_name("draft.edited-3.docx").exists()


def test_what_nobody_touched_is_replaced_without_a_word(folder: Path) -> None:
    change_content(folder, "添一句。")
    code, said, files = build(folder)
    assert code == 0 and "draft-edited" not in said and files == ["draft.docx", "drafts/edu.docx"]
    packed = folder / "out" / "demo" / "draft.docx"
    with zipfile.ZipFile(packed) as archive:  # packed anew by a mail program: every part is as it was
        parts = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
        for name in reversed(parts):
            archive.writestr(name, parts[name])
    change_content(folder, "再添一句。")
    assert "draft-edited" not in build(folder)[1]


@pytest.mark.parametrize("other", [b"no Word file", b"PK\5\6" + bytes(18)])
def test_another_file_in_its_place_is_kept_too(folder: Path, other: bytes) -> None:
    path = folder / "out" / "demo" / "draft.docx"
    path.write_bytes(other)
    assert "draft-edited" in build(folder)[1]
    assert path.with_name("draft.edited-1.docx").read_bytes() == other


def test_strict_leaves_it_where_it_is(folder: Path) -> None:
    path = folder / "out" / "demo" / "draft.docx"
    work = type_into(path, "改")
    code, said, files = build(folder, "--strict")
    assert code == 3 and "draft-edited" in said and files == ["draft.docx", "drafts/edu.docx"]
    assert path.read_bytes() == work
