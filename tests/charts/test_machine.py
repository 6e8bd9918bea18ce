"""Plates are the same on every machine, and drawing them leaves nothing behind there."""

import os
import subprocess
import sys
from pathlib import Path

from support.project import ROOT

PROGRAM = """
import hashlib, sys
import msgspec
from support.plates import chart, draw, series
names = [f"{at}月" for at in range(1, 9)]
digest = hashlib.sha256()
for kind in ("column", "bar", "line", "stacked", "doughnut", "target"):
    rows = [series(*[(at * 7 + row * 5) % 23 + 1.5 for at in range(8)], name=f"甲{row}") for row in range(2)]
    plate = draw(chart(kind, names, *rows[: 1 if kind == "doughnut" else 2], emphasis=[2]))
    digest.update(repr(plate).encode())
print(digest.hexdigest(), "matplotlib.font_manager" in sys.modules, "matplotlib.pyplot" in sys.modules)
"""


def _run(cwd: Path, **environment: str) -> str:
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "MPL", "MATPLOTLIB"))}
    clean |= {"PYTHONPATH": os.pathsep.join((str(ROOT / "src"), str(ROOT / "tests")))} | environment
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], cwd=cwd, env=clean, capture_output=True, encoding="utf-8", check=True
    )
    assert not done.stderr
    return done.stdout


def test_marks_do_not_depend_on_the_machine(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    plain = _run(ROOT, PYTHONHASHSEED="1", TZ="UTC", LANG="C.UTF-8", HOME=str(home))
    (tmp_path / "matplotlibrc").write_text("path.sketch: 1, 100, 2\nlines.dash_capstyle: round\nno.such.key: 1\n")
    strange = _run(
        tmp_path, PYTHONHASHSEED="77", TZ="Asia/Shanghai", LANG="zh_CN.UTF-8", HOME=str(home), MPLBACKEND="nonsense"
    )
    assert plain == strange
    assert plain.split()[1:] == ["False", "False"]  # no scan of the machine's fonts, no window
    assert not list(home.iterdir())


def test_a_home_that_cannot_be_written_is_no_trouble(tmp_path: Path) -> None:
    _run(tmp_path, HOME=os.devnull)


HOSTILE = b"lines.linewidth: 40\npath.sketch: 1, 100, 2\nbackend: \xff\xfe\x80\n"  # not UTF-8, nor any other text


def test_settings_of_the_user_are_never_read(tmp_path: Path) -> None:
    home, named, stood_in = (tmp_path / name for name in ("home", "named", "here"))
    places = (home / ".config/matplotlib", home / ".matplotlib", home / "xdg/matplotlib", named, stood_in)
    for folder in places:
        folder.mkdir(parents=True)
        (folder / "matplotlibrc").write_bytes(HOSTILE)
    plain = _run(ROOT, HOME=str(tmp_path))
    assert _run(stood_in, HOME=str(home)) == plain
    assert _run(tmp_path, HOME=str(home), MATPLOTLIBRC=str(named)) == plain
    assert _run(tmp_path, HOME=str(home), MATPLOTLIBRC=str(named / "matplotlibrc")) == plain
    assert _run(tmp_path, HOME=str(home), MPLCONFIGDIR=str(named)) == plain
    assert _run(tmp_path, HOME=str(home), XDG_CONFIG_HOME=str(home / "xdg")) == plain


def test_importing_leaves_the_folder_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "matplotlibrc").write_bytes(HOSTILE)
    program = "import os; at = os.getcwd(); from reportgen.charts import library; assert os.getcwd() == at"
    environment = os.environ | {"PYTHONPATH": str(ROOT / "src")}
    subprocess.run([sys.executable, "-c", program], cwd=tmp_path, env=environment, check=True)
