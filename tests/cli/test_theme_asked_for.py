"""``reportgen build --theme`` as a user meets it."""

from pathlib import Path

from reportgen.theme import theme_names
from support.project import run, write_project


def test_another_theme_makes_what_a_report_of_that_theme_makes(tmp_path: Path) -> None:
    write_project(tmp_path / "demo")
    report = tmp_path / "demo/report.yaml"
    written = report.read_text("utf-8")
    made: dict[str, bytes] = {}
    for name in theme_names():
        assert run("build", "demo", "--theme", name, cwd=tmp_path).returncode == 0
        made[name] = (tmp_path / "out/demo/booklet.pdf").read_bytes() + (tmp_path / "out/demo/draft.docx").read_bytes()
        assert report.read_text("utf-8") == written
        report.write_text(f"{written}\ntheme: {name}\n", "utf-8")
        assert run("build", "demo", "-o", "own", cwd=tmp_path).returncode == 0
        own = (tmp_path / "own/demo/booklet.pdf").read_bytes() + (tmp_path / "own/demo/draft.docx").read_bytes()
        assert own == made[name], name
        report.write_text(written, "utf-8")
    assert len(set(made.values())) == len(theme_names()) >= 3


def test_a_theme_file_is_found_from_where_the_user_stands_and_from_the_project(tmp_path: Path) -> None:
    write_project(tmp_path / "demo")
    (tmp_path / "demo/ours.yaml").write_text("extends: official\n", "utf-8")
    done = [
        run("build", "demo", "--to", "pdf", "--theme", one, cwd=tmp_path) for one in ("ours.yaml", "demo/ours.yaml")
    ]
    assert [one.returncode for one in done] == [0, 0], done[0].stderr + done[1].stderr
    assert "nothing changed" in done[1].stdout or "没有变化" in done[1].stdout


def test_usage_errors_are_2_and_name_the_themes(tmp_path: Path) -> None:
    write_project(tmp_path / "demo")
    (tmp_path / "beside.yaml").write_text("extends: official\n", "utf-8")
    for named, words in (("brite", theme_names()), ("none.yaml", ("none.yaml",)), ("beside.yaml", ("beside.yaml",))):
        done = run("build", "demo", "--theme", named, cwd=tmp_path)
        assert done.returncode == 2 and "Traceback" not in done.stderr
        assert all(word in done.stderr for word in words), done.stderr
    assert not (tmp_path / "out").exists()
