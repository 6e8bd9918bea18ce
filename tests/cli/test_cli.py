"""The program as a user meets it: exit codes, messages, files."""

from pathlib import Path

from support.project import INDICATORS, REPORT, SECTION, diagnostics, run, write_project

GBK = SECTION.encode("gbk")


def tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != ".reportgen.lock"
    }


def test_build_writes_booklet_draft_and_department_drafts(tmp_path: Path) -> None:
    write_project(tmp_path / "demo")
    done = run("build", "demo", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert list(tree(tmp_path / "out")) == ["demo/booklet.pdf", "demo/draft.docx", "demo/drafts/edu.docx"]
    assert "out/demo/booklet.pdf" in done.stdout and "页" in done.stdout


def test_to_and_out_choose_what_is_written_and_where(tmp_path: Path) -> None:
    write_project(tmp_path / "demo")
    done = run("build", "demo", "--to", "drafts", "-o", "here", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert list(tree(tmp_path / "here")) == ["demo/drafts/edu.docx"]


def test_without_a_folder_every_project_in_content_is_built(tmp_path: Path) -> None:
    write_project(tmp_path / "content" / "a")
    write_project(tmp_path / "content" / "b")
    done = run("build", "--to", "pdf", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert list(tree(tmp_path / "out")) == ["a/booklet.pdf", "b/booklet.pdf"]


def test_one_run_tells_all_errors_with_their_places_and_touches_nothing(tmp_path: Path) -> None:
    project = write_project(tmp_path / "demo")
    assert run("build", "demo", cwd=tmp_path).returncode == 0
    before = tree(tmp_path / "out")
    (project / "report.yaml").write_text(
        REPORT.replace("sections/edu.yaml]", "sections/edu.yaml, sections/gbk.yaml, sections/tab.yaml]"),
        encoding="utf-8",
    )
    (project / "sections/gbk.yaml").write_bytes(GBK.replace(b"id: edu", b"id: gbk"))
    (project / "sections/tab.yaml").write_text("id: tab\nblocks:\n\t- 文字\n", encoding="utf-8")
    (project / "sections/edu.yaml").write_text(
        SECTION.replace(
            "  - 上半年", "  - 罕见字\U000f0000在此。\n  - kind: picture\n    file: no.png\n    alt: 图\n  - 上半年"
        )
        .replace("${edu.places}。", "${edu.place}。")
        .replace("short: 市教育局", "short: 市教育局\nheadlin: 多余"),
        encoding="utf-8",
    )
    done = run("build", "demo", "--format", "json", cwd=tmp_path)
    assert done.returncode == 1
    found = {(one["code"], one["file"], one["line"]) for one in diagnostics(done)}
    codes = {code for code, _, _ in found}
    assert {"indicator-unknown", "picture-missing", "font-glyph-missing"} <= codes
    assert ("font-glyph-missing", "demo/sections/edu.yaml", 11) in found
    assert ("picture-missing", "demo/sections/edu.yaml", 13) in found
    assert ("indicator-unknown", "demo/sections/edu.yaml", 15) in found
    files = {one["file"] for one in diagnostics(done)}
    assert {"demo/sections/gbk.yaml", "demo/sections/tab.yaml"} <= files
    assert any(one["file"] == "demo/sections/edu.yaml" and one["line"] == 4 for one in diagnostics(done))  # headlin
    assert all(one["line"] and one["column"] for one in diagnostics(done))
    assert tree(tmp_path / "out") == before


def test_text_form_shows_the_line_a_caret_and_the_word_meant(tmp_path: Path) -> None:
    write_project(tmp_path / "demo", edu=SECTION.replace("${edu.places}。", "${edu.place}。"))
    for lang, words in (("zh", "是不是“edu.places”？"), ("en", 'did you mean "edu.places"?')):
        done = run("check", "demo", "--lang", lang, cwd=tmp_path)
        assert done.returncode == 1
        first, line, caret, advice, *_ = done.stderr.splitlines()[-5:]
        assert first.startswith("demo/sections/edu.yaml:10:") and "error[indicator-unknown]" in first
        assert "上半年食堂完工" in line and "^" in caret and words in advice


def test_strict_stops_on_warnings_only_if_there_are_any(tmp_path: Path) -> None:
    write_project(tmp_path / "demo")
    assert run("build", "demo", "--to", "pdf", "--strict", cwd=tmp_path).returncode == 0


def test_usage_errors_have_code_2(tmp_path: Path) -> None:
    for arguments in (("build", "--to", "html"), ("build", "nowhere"), ("explain", "no-such-code"), ("frob",)):
        done = run(*arguments, cwd=tmp_path)
        assert done.returncode == 2, (arguments, done.stderr)
        assert "Traceback" not in done.stderr


def test_output_that_cannot_be_written_is_74(tmp_path: Path) -> None:
    write_project(tmp_path / "demo")
    (tmp_path / "out").write_text("in the way", encoding="utf-8")
    done = run("build", "demo", "--to", "pdf", cwd=tmp_path)
    assert done.returncode == 74
    assert "Traceback" not in done.stderr


def test_init_makes_a_project_that_checks_clean(tmp_path: Path) -> None:
    assert run("init", "new", cwd=tmp_path).returncode == 0
    first = (tmp_path / "new" / "sections" / "education.yaml").read_text(encoding="utf-8").splitlines()[0]
    assert first == "# yaml-language-server: $schema=../.reportgen/section.schema.json"
    assert (tmp_path / "new" / ".reportgen" / "section.schema.json").is_file()
    done = run("check", "new", "--strict", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    again = run("init", "new", cwd=tmp_path)
    assert again.returncode == 2  # never over existing work


def test_only_keeps_the_numbers_of_the_whole(tmp_path: Path) -> None:
    second = (
        SECTION.replace("id: edu", "id: two").replace("示例市教育局", "示例市体育局").replace("id: main", "id: other")
    )
    project = write_project(
        tmp_path / "demo", report=REPORT.replace("sections/edu.yaml]", "sections/edu.yaml, sections/two.yaml]")
    )
    (project / "sections/two.yaml").write_text(second, encoding="utf-8")
    done = run("build", "demo", "--to", "pdf", "--only", "two", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    from support.pdf_reading import page_texts

    text = "".join(page_texts((tmp_path / "out/demo/booklet.pdf").read_bytes()))
    assert "示例市体育局" in text and "示例市教育局" not in text and "表2" in text
    assert run("build", "demo", "--only", "three", cwd=tmp_path).returncode == 1


def test_explain_speaks_both_languages(tmp_path: Path) -> None:
    assert "登记" in run("explain", "indicator-unknown", cwd=tmp_path).stdout
    assert "registered" in run("explain", "indicator-unknown", "--lang", "en", cwd=tmp_path).stdout


def test_explain_leaves_open_what_a_case_would_say(tmp_path: Path) -> None:
    said = run("explain", "range-mark", cwd=tmp_path).stdout
    assert "写成 …" in said and "{" not in said
    assert "${部门.指标}" in run("explain", "markup-indicator", cwd=tmp_path).stdout


def test_a_changed_number_changes_everywhere(tmp_path: Path) -> None:
    """One register: prose, headline, card, table, chart, PDF and DOCX alike."""
    import zipfile

    from support.pdf_reading import page_texts

    project = write_project(tmp_path / "demo", indicators=INDICATORS.replace("value: 37", "value: 73"))
    assert project.is_dir()
    assert run("build", "demo", "--to", "pdf,docx", cwd=tmp_path).returncode == 0
    text = "".join(page_texts((tmp_path / "out/demo/booklet.pdf").read_bytes()))
    assert "37" not in text
    assert text.count("73") >= 5  # headline, card, prose, table, chart
    with zipfile.ZipFile(tmp_path / "out/demo/draft.docx") as package:
        body = package.read("word/document.xml").decode()
        charts = [package.read(name).decode() for name in package.namelist() if name.startswith("word/charts/chart")]
    assert ">37" not in body
    assert body.count("73") >= 4
    assert charts and all("73" in chart and "<c:v>37</c:v>" not in chart for chart in charts)
