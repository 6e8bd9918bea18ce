"""``reportgen build --to forms``: what is made, beside what, and what is said where there are no forms."""

import hashlib
from pathlib import Path

import pytest

from reportgen.build import Request, build_project
from support.filling import values
from support.forms import NAMES, write_forms
from support.project import ROOT, run, write_project

SAMPLE = ROOT / "content" / "gongkai-shuzhi-sample"
BLOCKS = "  - {kind: ballot}\n  - {kind: opinions}\n"
SURROUNDINGS = (
    {"PYTHONHASHSEED": "1", "TZ": "Asia/Shanghai", "LANG": "zh_CN.UTF-8"},
    {"PYTHONHASHSEED": "4711", "TZ": "America/New_York", "LANG": "C", "LC_ALL": "C"},
)


def digests(folder: Path) -> dict[str, str]:
    files = sorted(path for path in folder.rglob("*") if path.is_file() and path.name != ".reportgen.lock")
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def test_the_same_bytes_wherever_and_beside_whatever_they_are_made(tmp_path: Path) -> None:
    project = write_forms(tmp_path / "demo", BLOCKS, names=NAMES[:3])
    made = []
    for number, surroundings in enumerate(SURROUNDINGS):
        out = tmp_path / f"out{number}"
        cache = {"XDG_CACHE_HOME": str(tmp_path / f"cache{number}")}
        done = run("build", project, "--to", "forms", "-o", out, cwd=tmp_path, **cache, **surroundings)
        assert done.returncode == 0, done.stderr
        made.append(digests(out))
    assert list(made[0]) == ["demo/forms.pdf"] and made[0] == made[1]
    done = run("build", project, "--to", "pdf,forms", "-o", tmp_path / "both", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "forms.pdf  2 页" in done.stdout, "how many pages it has"
    both = digests(tmp_path / "both")
    assert both["demo/forms.pdf"] == made[0]["demo/forms.pdf"]
    run("build", project, "--to", "pdf", "-o", tmp_path / "plain", cwd=tmp_path)
    assert both["demo/booklet.pdf"] == digests(tmp_path / "plain")["demo/booklet.pdf"]
    again = run("build", project, "--to", "pdf,forms", "-o", tmp_path / "both", cwd=tmp_path)
    assert "没有变化" in again.stdout and "forms.pdf  2 页" in again.stdout


def test_two_processes_give_the_same_form(tmp_path: Path) -> None:
    """Of a booklet that is set in halves, forms in either."""
    project = write_forms(tmp_path / "demo", BLOCKS, names=[f"市第{number}局" for number in range(8)])
    report = project / "report.yaml"
    written = report.read_text(encoding="utf-8").replace("d5.yaml, d6.yaml", "d5.yaml, early.yaml, d6.yaml")
    report.write_text(written, encoding="utf-8")
    (project / "early.yaml").write_text("id: early\nname: 表\nblocks: [{kind: opinions}]\n", encoding="utf-8")
    found = []
    for count in (1, 2):
        out = tmp_path / f"out{count}"
        request = Request(
            folder=project, display="demo", out=out, targets=("pdf", "forms"), force=True, processes=count
        )
        built = build_project(request, lambda stage: None)
        assert not built.diagnostics.has_errors, list(built.diagnostics)
        found.append({output.path.name: output.path.read_bytes() for output in built.outputs})
    assert found[0] == found[1]
    assert {name.partition(".")[0] for name in values(found[0]["forms.pdf"])} == {"early", "forms", "forms#2"}


@pytest.mark.parametrize(
    ("lang", "words"), [("zh", "这里没有评议表，也没有意见表"), ("en", "no ballot and no opinion sheet")]
)
def test_a_report_without_forms_is_told(lang: str, words: str, tmp_path: Path) -> None:
    project = write_project(tmp_path / "demo")
    done = run("--lang", lang, "build", project, "--to", "pdf,forms", "-o", tmp_path / "out", cwd=tmp_path)
    assert done.returncode == 1
    assert "report.yaml:4:11: error[forms-none]: " in done.stderr and words in done.stderr
    assert digests(tmp_path / "out") == {}


def test_sections_asked_for_have_none(tmp_path: Path) -> None:
    project = write_forms(tmp_path / "demo", BLOCKS, names=NAMES[:2])
    done = run("build", project, "--to", "forms", "--only", "d0", "-o", tmp_path / "out", cwd=tmp_path)
    assert done.returncode == 1 and "forms-none" in done.stderr
    done = run("build", project, "--to", "forms", "--only", "forms", "-o", tmp_path / "out", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "forms.d1" in values((tmp_path / "out/demo/forms.pdf").read_bytes()), "the rows stay those of the whole"


def test_the_sample(tmp_path: Path) -> None:
    done = run("build", SAMPLE, "--to", "forms", "--edition", "forms", "-o", tmp_path, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    found = values((tmp_path / "gongkai-shuzhi-sample/editions/forms/forms.pdf").read_bytes())
    departments = ("education", "health", "civil", "employment", "housing", "transport")
    assert [name for name in found if name.startswith("ballot.")] == [f"ballot.{one}" for one in departments]
    assert set(found.values()) == {"/Off", ""}
