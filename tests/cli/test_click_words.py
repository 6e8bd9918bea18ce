"""A command line that is wrong is answered in the language of the run, click's own words too."""

import re
from importlib import import_module
from pathlib import Path

import pytest

from reportgen.cli.click_words import CHINESE
from support.project import run

LETTERS = re.compile("[A-Za-z]{2,}")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("build", "--foo"), "错误：没有“--foo”这个选项。 是不是其中一个：'--force', '--format', '--to'？"),
        (("buidl",), "错误：没有“buidl”这个命令。 是不是 'build'？"),
        (("build", "--bleed"), "错误：选项“--bleed”后面要有一个值。"),
        (("build", "--strict=1"), "错误：选项“--strict”后面没有值。"),
        (("build", "a", "b"), "错误：多了一个参数（b）"),
        (("build", "--board-width", "x"), "错误：'--board-width' 的值不对：“x”不是数（integer range）。"),
        (("build", "--board-width", "9"), "错误：'--board-width' 的值不对：9 不在 640<=x<=8000 之内。"),
        (("build", "--word-mode", "x"), "错误：'--word-mode' 的值不对：“x”不在 'draft', 'final' 之中。"),
        (("explain",), "错误：缺少 'CODE'."),
    ],
)
def test_what_is_wrong_is_said_in_chinese(tmp_path: Path, arguments: tuple[str, ...], said: str) -> None:
    made = run(*arguments, cwd=tmp_path)
    assert made.returncode == 2 and made.stdout == ""
    *before, last = made.stderr.splitlines()
    assert last == said
    assert not before or (before[0].startswith("用法: ") and before[1].startswith("用法说明："))


def test_help_has_chinese_headings(tmp_path: Path) -> None:
    shown = run("build", "--help", cwd=tmp_path).stdout
    assert shown.startswith("用法: ") and "\n选项：\n" in shown.replace(":", "：")
    assert "[默认：" in shown.replace(": ", "：") and "显示这些说明" in shown
    assert not re.search("Usage|Options|default|Show", shown)


def test_in_english_nothing_is_changed(tmp_path: Path) -> None:
    made = run("build", "--foo", "--lang", "en", cwd=tmp_path)
    assert made.returncode == 2 and "Error: No such option" in made.stderr and "用法" not in made.stderr
    assert run("--lang", "en", "--help", cwd=tmp_path).stdout.startswith("Usage: ")


@pytest.mark.parametrize("name", ["core", "decorators", "exceptions", "formatting", "parser", "types"])
def test_click_still_has_the_names_that_its_words_are_looked_up_by(name: str) -> None:
    assert callable(getattr(import_module(f"click.{name}"), "_", None))


@pytest.mark.parametrize("english", CHINESE)
def test_a_translation_takes_what_the_text_takes(english: str) -> None:
    names = [re.findall(r"{(\w+)", text) for text in (english, CHINESE[english])]
    assert sorted(names[0]) == sorted(names[1])
    assert not LETTERS.search(re.sub("{[^}]*}", "", CHINESE[english]))
