"""``reportgen press`` as a user meets it: files, exit codes, words, JSON."""

import json
from pathlib import Path

import pikepdf

from support.press_files import accepted, make_pdf
from support.project import run


def test_it_marks_imposes_and_says_what_it_wrote(tmp_path: Path) -> None:
    (tmp_path / "册子.pdf").write_bytes(make_pdf(8))
    done = run("press", "册子.pdf", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "out/册子-press.pdf  8 张" in done.stdout
    done = run("press", "册子.pdf", "--impose", "saddle", "-o", "here", "--lang", "en", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "here/册子-saddle.pdf  2 sheets, 4 sides" in done.stdout
    accepted((tmp_path / "here/册子-saddle.pdf").read_bytes(), tmp_path)


def test_check_writes_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(make_pdf(4))
    done = run("press", "a.pdf", "--check", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["a.pdf"]


def test_the_report_tells_facts_and_faults_in_both_languages(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(make_pdf(4))
    done = run("press", "a.pdf", "--check", "--ink", "grey", cwd=tmp_path)
    assert "字体  1 种，没有嵌入：Helvetica" in done.stdout and "颜色  DeviceCMYK（色块、文字）" in done.stdout
    assert "黑白印刷，但第 1-4 页有彩色" in done.stderr and "没有嵌入（第 1-4 页）" in done.stderr
    done = run("press", "a.pdf", "--check", "--safe", "40mm", "--lang", "en", cwd=tmp_path)
    assert "fonts         1, not embedded: Helvetica" in done.stdout
    assert "mm from the left edge of the trim, less than 40.0 mm (page 1-4)" in done.stderr


def test_errors_stop_with_1_and_leave_what_was_there(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.4\nnothing")
    (tmp_path / "out").mkdir()
    (tmp_path / "out/a-press.pdf").write_bytes(b"before")
    for lang, words in (("zh", "修不好"), ("en", "beyond repair")):
        done = run("press", "a.pdf", "--lang", lang, cwd=tmp_path)
        assert done.returncode == 1
        assert "error[press-broken]" in done.stderr and words in done.stderr and "Traceback" not in done.stderr
    assert (tmp_path / "out/a-press.pdf").read_bytes() == b"before"


def test_strict_stops_on_a_warning_with_3(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(make_pdf(7))
    done = run("press", "a.pdf", "--impose", "saddle", "--strict", cwd=tmp_path)
    assert done.returncode == 3 and "press-blanks" in done.stderr
    assert not (tmp_path / "out").exists()


def test_usage_errors_are_2(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(make_pdf(4))
    for arguments in (
        ("nowhere.pdf",), ("a.pdf", "--impose", "origami"), ("a.pdf", "--bleed", "wide"), ("a.pdf", "--bleed", "-3mm"),
        ("a.pdf", "--sheet", "A99"), ("a.pdf", "--trim", "0x0"), (".",),
    ):  # fmt: skip
        done = run("press", *arguments, cwd=tmp_path)
        assert done.returncode == 2, (arguments, done.stderr)
        assert "Traceback" not in done.stderr


def test_output_that_cannot_be_written_is_74(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(make_pdf(4))
    (tmp_path / "out").write_text("in the way", encoding="utf-8")
    assert run("press", "a.pdf", cwd=tmp_path).returncode == 74


def test_json_tells_the_same(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(make_pdf(7))
    done = run("press", "a.pdf", "--impose", "saddle", "--format", "json", cwd=tmp_path)
    report = json.loads(done.stdout)
    assert (report["file"], report["pages"]) == ("a.pdf", 7)
    assert report["output"]["sheets"] == 2 and report["output"]["blanks"] == 1
    assert "press-blanks" in {one["code"] for one in report["diagnostics"]}
    facts = report["preflight"]
    assert facts["trims_mm"] == [{"width": 105.83, "height": 148.17, "pages": 7}]
    assert facts["fonts"] == [{"name": "Helvetica", "kind": "Type1", "embedded": False, "pages": [1, 2, 3, 4, 5, 6, 7]}]
    assert facts["colour_spaces"][0]["family"] == "cmyk" and facts["pictures"] == []
    with pikepdf.open(tmp_path / report["output"]["file"]) as pdf:
        assert len(pdf.pages) == report["output"]["sides"] == 4


def test_two_runs_give_the_same_bytes(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(make_pdf(8))
    written = []
    for out in ("one", "two"):
        assert run("press", "a.pdf", "--impose", "signature", "-o", out, cwd=tmp_path).returncode == 0
        written.append((tmp_path / out / "a-signature.pdf").read_bytes())
    assert written[0] == written[1]


def test_help_speaks_both_languages_and_shows_examples(tmp_path: Path) -> None:
    chinese = run("press", "--help", cwd=tmp_path).stdout
    assert all(word in chinese for word in ("裁切线", "出血", "骑马钉", "爬移", "预检", "例：", "--impose saddle"))
    assert "Examples:" in run("press", "--help", "--lang", "en", cwd=tmp_path).stdout
