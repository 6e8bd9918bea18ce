"""``reportgen parity`` as a user meets it: files, exit codes, words, JSON."""

import json
from pathlib import Path

import pytest

from support import docx_editing as edit
from support.project import run, write_project


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("parity")
    done = run("build", write_project(folder / "demo"), "--to", "pdf,docx", "-o", "out", cwd=folder)
    assert done.returncode == 0, done.stderr
    out = folder / "out" / "demo"
    draft = (out / "draft.docx").read_bytes()

    def change(root: object) -> None:
        edit.replace("新增学位3895个", "新增学位3859个")(root)
        edit.drop("上半年食堂完工")(root)
        edit.insert("食堂完工", "多的一段")(root)

    (out / "changed.docx").write_bytes(edit.edited(draft, edit.replace("新增学位3895个", "新增学位3859个")))
    (out / "many.docx").write_bytes(edit.edited(draft, change))
    (out / "broken.docx").write_bytes(edit.with_parts(draft, {edit.MAIN: b"<w:document"}))
    return out


def test_equal_files_are_told_so(built: Path) -> None:
    done = run("parity", "booklet.pdf", "draft.docx", cwd=built)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.endswith("一致。\n") and "比较了标题 1 个，题注 2 条" in done.stdout
    done = run("parity", "booklet.pdf", "draft.docx", "--lang", "en", cwd=built)
    assert done.returncode == 0 and done.stdout.endswith("Equal.\n")


def test_a_difference_is_shown_with_its_place_and_both_texts(built: Path) -> None:
    done = run("parity", "booklet.pdf", "changed.docx", cwd=built)
    assert done.returncode == 1
    assert "数字不同（1 处）" in done.stdout and "第 3 页　一、示例市教育局" in done.stdout
    assert "手册：上半年食堂完工37所，新增学位‹3895›个。" in done.stdout
    assert "初稿：上半年食堂完工37所，新增学位‹3859›个。" in done.stdout
    done = run("parity", "booklet.pdf", "changed.docx", "--lang", "en", cwd=built)
    assert "figures (1)" in done.stdout and "page 3" in done.stdout and done.stdout.endswith("1 difference.\n")


def test_json_has_every_difference(built: Path) -> None:
    done = run("parity", "booklet.pdf", "many.docx", "--format", "json", cwd=built)
    told = json.loads(done.stdout)
    assert done.returncode == 1 and told["equal"] is False and told["diagnostics"] == []
    kinds = {one["kind"]: one for one in told["differences"]}
    assert kinds["missing"]["booklet"] == "上半年食堂完工37所，新增学位3895个。"
    assert kinds["extra"]["draft"] == "多的一段" and kinds["extra"]["page"] == 3
    assert told["compared"]["headings"] == {"booklet": 1, "draft": 1}


def test_a_file_that_cannot_be_read_is_told_and_is_no_difference(built: Path) -> None:
    done = run("parity", "booklet.pdf", "broken.docx", cwd=built)
    assert done.returncode == 74
    assert "error[word-file-damaged]: broken.docx 已损坏，读不出 word/document.xml" in done.stderr
    done = run("parity", "draft.docx", "booklet.pdf", cwd=built)
    assert done.returncode == 74
    assert "draft.docx: error[press-no-pdf]" in done.stderr and "error[word-file-format]: booklet.pdf" in done.stderr
    done = run("parity", "booklet.pdf", "none.docx", cwd=built)
    assert done.returncode == 2 and "没有文件“none.docx”" in done.stderr


def test_help_says_what_is_compared_with_examples(built: Path) -> None:
    done = run("parity", "--help", "--lang", "en", cwd=built)
    assert "reportgen parity out/demo/booklet.pdf out/demo/draft.docx" in done.stdout
    assert "Tracked changes count as accepted." in done.stdout and "Exit codes: 0 equal" in done.stdout
    assert "reportgen parity booklet.pdf draft.docx --format json" in run("parity", "--help", cwd=built).stdout
