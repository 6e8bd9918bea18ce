"""``reportgen build --press`` as a user meets it."""

from pathlib import Path

import pikepdf

from support.ink_reading import colour_operations
from support.press_files import MM, box
from support.project import run, write_project


def made(folder: Path) -> list[str]:
    return sorted(
        path.relative_to(folder).as_posix() for path in folder.rglob("*.*") if path.suffix in (".pdf", ".docx")
    )


def test_print_editions_stand_beside_what_is_asked_for(tmp_path: Path) -> None:
    write_project(tmp_path / "demo")
    done = run("build", "demo", "--to", "pdf", "--press", "cmyk,grey", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert made(tmp_path / "out") == ["demo/booklet-cmyk.pdf", "demo/booklet-grey.pdf", "demo/booklet.pdf"]
    assert "out/demo/booklet-cmyk.pdf" in done.stdout and "out/demo/booklet-grey.pdf" in done.stdout
    operators = {
        name: {one.operator for one in colour_operations((tmp_path / "out/demo" / name).read_bytes())}
        for name in ("booklet-cmyk.pdf", "booklet-grey.pdf")
    }
    assert operators == {"booklet-cmyk.pdf": {"k", "K"}, "booklet-grey.pdf": {"g", "G"}}
    done = run("press", "out/demo/booklet-cmyk.pdf", "--impose", "saddle", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "press-rgb" not in done.stderr and "press-bleed" not in done.stderr


def test_without_more_it_is_the_colour_edition_also_without_the_booklet_itself(tmp_path: Path) -> None:
    write_project(tmp_path / "demo")
    assert run("build", "demo", "--to", "docx", "--press", "--bleed", "5mm", cwd=tmp_path).returncode == 0
    assert made(tmp_path / "out") == ["demo/booklet-cmyk.pdf", "demo/draft.docx"]
    with pikepdf.open(tmp_path / "out/demo/booklet-cmyk.pdf") as pdf:
        trim, whole = box(pdf.pages[0], "/TrimBox"), box(pdf.pages[0], "/MediaBox")
        assert abs(trim[0] - 5 * MM) < 0.01 and abs(whole[2] - trim[2] - 5 * MM) < 0.01


def test_the_booklet_itself_is_the_same_with_and_without(tmp_path: Path) -> None:
    write_project(tmp_path / "demo")
    for out, more in (("one", ()), ("two", ("--press", "cmyk"))):
        assert run("build", "demo", "--to", "pdf", "-o", out, *more, cwd=tmp_path).returncode == 0
    assert (tmp_path / "one/demo/booklet.pdf").read_bytes() == (tmp_path / "two/demo/booklet.pdf").read_bytes()


def test_usage_errors_are_2_and_say_what_to_write(tmp_path: Path) -> None:
    write_project(tmp_path / "demo")
    for arguments, words in (
        (("--press", "rgb", "demo"), "--press cmyk"), (("--press", "demo"), "--press cmyk"),
        (("demo", "--bleed", "3mm"), "--press"), (("demo", "--press", "cmyk", "--bleed", "wide"), "3mm"),
        (("demo", "--press", "cmyk", "--bleed", "50mm"), "20mm"), (("demo", "--press", ","), "--press cmyk"),
    ):  # fmt: skip
        done = run("build", *arguments, cwd=tmp_path)
        assert done.returncode == 2, (arguments, done.stderr)
        assert words in done.stderr and "Traceback" not in done.stderr
    assert not (tmp_path / "out").exists()


def test_help_shows_it_in_both_languages(tmp_path: Path) -> None:
    assert "付印稿" in run("build", "--help", cwd=tmp_path).stdout
    assert "print edition" in run("build", "--help", "--lang", "en", cwd=tmp_path).stdout
