"""Editions and tags on the command line: files of their own, the whole report untouched; check looks at them too."""

from pathlib import Path

import pypdfium2

from support.project import REPORT, SECTION, diagnostics, run, write_project

TWO = REPORT.replace("sections/edu.yaml]", "sections/edu.yaml, sections/more.yaml]")
MORE = "id: more\nname: 示例市民政局\nblocks:\n  - {kind: paragraph, text: 只有这一段。, tags: [民生]}\n  - 别的。\n"


def project(folder: Path, edition: str = "title: 教育专刊\nsections: [cover, edu]\n") -> Path:
    write_project(folder / "demo", report=TWO, edu=SECTION)
    (folder / "demo" / "sections" / "more.yaml").write_text(MORE, encoding="utf-8")
    (folder / "demo" / "editions").mkdir()
    (folder / "demo" / "editions" / "edu.yaml").write_text(edition, encoding="utf-8")
    return folder


def text_of(path: Path) -> str:
    document = pypdfium2.PdfDocument(path)
    try:
        return "".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


def test_an_edition_is_built_into_its_own_folder(tmp_path: Path) -> None:
    project(tmp_path)
    assert run("build", "demo", cwd=tmp_path).returncode == 0
    whole = (tmp_path / "out/demo/booklet.pdf").read_bytes()
    done = run("build", "demo", "--edition", "edu", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    made = tmp_path / "out/demo/editions/edu"
    assert sorted(path.relative_to(made).as_posix() for path in made.rglob("*.*")) == [
        "booklet.pdf", "draft.docx", "drafts/edu.docx",
    ]  # fmt: skip
    said = text_of(made / "booklet.pdf")
    assert "教育专刊" in said and "民政局" not in said
    assert (tmp_path / "out/demo/booklet.pdf").read_bytes() == whole


def test_tags_make_a_booklet_of_what_has_them(tmp_path: Path) -> None:
    project(tmp_path)
    done = run("build", "demo", "--tags", "民生", "--to", "pdf", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    said = text_of(tmp_path / "out/demo/editions/民生/booklet.pdf")
    assert "只有这一段" in said and "别的" not in said and "食堂完工" not in said


def test_one_or_the_other(tmp_path: Path) -> None:
    project(tmp_path)
    assert run("build", "demo", "--tags", "民生", "--edition", "edu", cwd=tmp_path).returncode == 2
    assert run("build", "demo", "--tags", "../x", cwd=tmp_path).returncode == 2
    assert run("build", "demo", "--edition", "none", cwd=tmp_path).returncode == 1


def test_check_looks_at_every_edition(tmp_path: Path) -> None:
    project(tmp_path, "sections: [cover, eduu]\n")
    done = run("check", "demo", "--format", "json", cwd=tmp_path)
    assert done.returncode == 1
    (one,) = diagnostics(done)
    assert (one["code"], one["file"], one["line"]) == ("edition-id", "demo/editions/edu.yaml", 1)


def test_a_fault_of_the_theme_is_told_in_the_edition(tmp_path: Path) -> None:
    project(tmp_path, "theme: nosuch\npage: {trim: A3}\n")
    done = run("build", "demo", "--edition", "edu", "--format", "json", cwd=tmp_path)
    (one,) = diagnostics(done)
    assert (one["code"], one["file"], one["line"]) == ("theme-unknown", "demo/editions/edu.yaml", 1)
