"""What a draft tells its editors, and that a final file has none of it."""

from pathlib import Path

from reportgen.theme import load_theme
from reportgen.word import write_draft
from support.docx_lint import W, faults
from support.docx_reading import part
from support.drafting import final
from support.every_kind import document_of
from support.project import REPORT, run, write_project


def words(data: bytes, name: str) -> str:
    return "".join(one.text for one in part(data, f"word/{name}.xml").iter(f"{W}t"))


def test_heads_and_feet_say_which_draft_it_is_and_final_ones_do_not(tmp_path: Path) -> None:
    report = f"{REPORT}\ndraft: {{name: 送审稿, number: 3}}\n"
    document = document_of(write_project(tmp_path, report=report))
    theme = load_theme("civic")
    draft, finished = (write_draft(document, one, {}, None) for one in (theme, final(theme)))
    assert not faults(draft)
    assert words(draft, "header1").endswith("\u3000送审稿目录")
    assert words(draft, "footer1").startswith("第3稿第 ")
    issuer = document.booklet.report.issuer
    assert "稿" not in words(finished, "header1") and words(finished, "footer1").startswith(issuer)


def test_the_command_line_chooses_the_mode(tmp_path: Path) -> None:
    write_project(tmp_path / "demo")
    made = {}
    for mode in ("draft", "final"):
        done = run("build", "demo", "--to", "docx", "--word-mode", mode, cwd=tmp_path)
        assert done.returncode == 0, done.stderr
        made[mode] = words((tmp_path / "out/demo/draft.docx").read_bytes(), "footer1")
    assert "第1稿" in made["draft"] and "稿" not in made["final"]
    (tmp_path / "demo/ours.yaml").write_text("extends: civic\nword: {mode: final}\n", "utf-8")
    assert run("build", "demo", "--to", "docx", "--theme", "demo/ours.yaml", cwd=tmp_path).returncode == 0
    assert words((tmp_path / "out/demo/draft.docx").read_bytes(), "footer1") == made["final"]
