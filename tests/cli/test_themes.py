"""``reportgen themes`` as a user meets it: the list, the pictures, what is wrong with a theme file."""

import io
import json
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from reportgen.theme import load_theme, theme_names
from support.project import REPORT, run, write_project

OURS = """\
extends: themes/house.yaml
title: 我们的
description: {zh: 一句话说明, en: in a sentence}
page: {width: 148mm, height: 210mm}
colours: {accent: "#AA5500"}
"""
HOUSE = 'extends: official\ncolours: {primary: "#7A1F2B"}\n'
GROUND = (0xD5, 0xD9, 0xDE)


def listed(done: Any) -> dict[str, dict[str, Any]]:
    return {one["name"]: one for one in json.loads(done.stdout)["themes"]}


def with_themes(folder: Path, report: str = "", **files: str) -> Path:
    write_project(folder, report=REPORT + report)
    (folder / "themes").mkdir()
    for name, text in files.items():
        (folder / "themes" / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder


def test_the_themes_that_ship_are_listed_in_both_languages(tmp_path: Path) -> None:
    done = run("themes", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    blocks = {block.split()[0]: block for block in done.stdout.split("\n\n")[:-1]}
    assert list(blocks) == ["civic", "bright", "official"], "what the others extend leads"
    assert "市民手册" in blocks["civic"] and "大16开，210 × 285 毫米" in blocks["civic"]
    assert "每行 28 字，每页 22 行" in blocks["official"] and "仿宋 15.75/28.99 磅" in blocks["official"]
    assert "#FFC83D" in blocks["bright"] and "继承        civic" in blocks["bright"]
    assert "\x1b" not in done.stdout, "no colours where nobody looks"
    english = run("themes", "--lang", "en", cwd=tmp_path).stdout
    assert "A calm, modern handbook" in english and "34 lines of 38 characters" in english and "FangSong" in english
    assert list(tmp_path.iterdir()) == [], "nothing is written unless asked for"


@pytest.mark.parametrize("name", theme_names())
def test_each_theme_that_ships_says_what_it_is_for_in_both_languages(name: str) -> None:
    said = load_theme(name).description
    assert 10 < len(said.zh) < 40 and 30 < len(said.en) < 100


def test_a_project_s_own_themes_stand_beside_them(tmp_path: Path) -> None:
    project = with_themes(tmp_path / "demo", "theme: themes/ours.yaml\n", ours=OURS, house=HOUSE)
    (project / "editions").mkdir()
    (project / "editions" / "short.yaml").write_text("theme: bright\n", encoding="utf-8")
    found = listed(run("themes", "demo", "--format", "json", cwd=tmp_path))
    assert list(found) == ["civic", "bright", "official", "themes/ours.yaml", "themes/house.yaml"]
    ours, house = found["themes/ours.yaml"], found["themes/house.yaml"]
    assert ours["extends"] == ["themes/house.yaml", "official", "civic"]
    assert (ours["title"], ours["description"]) == ("我们的", {"zh": "一句话说明", "en": "in a sentence"})
    assert (ours["page"]["trim"], ours["page"]["size_mm"]) == ("A5", [148.0, 210.0])
    assert (ours["main_colours"]["primary"], ours["main_colours"]["accent"]) == ("#7A1F2B", "#AA5500")
    assert (house["title"], house["description"]["zh"]) == ("", ""), "what official says of itself is not house's"
    assert ours["used_by"] == ["demo/report.yaml"] and found["bright"]["used_by"] == ["demo/editions/short.yaml"]
    here = run("themes", "--format", "json", cwd=project)
    assert list(listed(here)) == list(found), "also in the folder one stands in"
    text = run("themes", "demo", cwd=tmp_path).stdout
    assert "继承        themes/house.yaml → official → civic" in text and "用于        demo/report.yaml" in text


def test_a_brand_file_among_the_themes_is_no_theme(tmp_path: Path) -> None:
    with_themes(tmp_path / "demo", "brand: themes/brand.yaml\n", brand='colours: {primary: "#7A1F2B"}\n')
    done = run("themes", "demo", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "brand" not in done.stdout


def test_a_faulty_theme_is_told_at_its_place_and_the_others_are_listed(tmp_path: Path) -> None:
    bad = "extends: civic\ncolors: {}\nstyles: {body: {size: big}}\n"
    with_themes(tmp_path / "demo", ours=OURS, house=HOUSE, bad=bad)
    done = run("themes", "demo", cwd=tmp_path)
    assert done.returncode == 1
    assert "demo/themes/bad.yaml:2:1: error[content-unknown-key]" in done.stderr and "colours" in done.stderr
    assert "demo/themes/bad.yaml:3:23: error[theme-length]" in done.stderr and "Traceback" not in done.stderr
    assert "themes/bad.yaml\n  有错" in done.stdout and "themes/ours.yaml  我们的" in done.stdout
    done = run("themes", "demo", "--format", "json", "--lang", "en", cwd=tmp_path)
    assert done.returncode == 1
    assert {one["name"] for one in json.loads(done.stdout)["themes"] if not one["sound"]} == {"themes/bad.yaml"}
    assert {one["line"] for one in json.loads(done.stdout)["diagnostics"]} == {2, 3}


def test_a_theme_that_is_not_there_is_told_where_it_is_named(tmp_path: Path) -> None:
    write_project(tmp_path / "a", report=REPORT + "theme: offical\n")
    done = run("themes", "a", cwd=tmp_path)
    assert done.returncode == 1
    assert "a/report.yaml:5:8: error[theme-unknown]" in done.stderr and "civic" in done.stdout
    write_project(tmp_path / "b", report=REPORT + "theme: themes/none.yaml\n")
    done = run("themes", "b", cwd=tmp_path)
    assert done.returncode == 1
    assert "b/report.yaml:5:8: error[file-missing]" in done.stderr and "themes/none.yaml" in done.stdout


def test_what_an_author_wrote_does_not_reach_the_terminal_as_a_command(tmp_path: Path) -> None:
    nasty = 'extends: civic\ntitle: "红\\u202e色"\ndescription: {zh: "两\\n行"}\n'
    with_themes(tmp_path / "demo", ours=nasty, bad='extends: civic\ntitle: "\\u001b[31m"\n')
    done = run("themes", "demo", cwd=tmp_path)
    assert "bad.yaml:2:8: error[control-character]" in done.stderr
    assert "themes/ours.yaml  红色\n  两 行\n" in done.stdout
    assert not {"\x1b", "\u202e"} & set(done.stdout + done.stderr)


def picture(path: Path) -> Image.Image:
    with Image.open(io.BytesIO(path.read_bytes())) as opened:
        return opened.convert("RGB")


def sheets(image: Image.Image) -> list[tuple[int, int]]:
    """Where pages stand in a picture, from left to right: columns from, to; the ground is seen between them."""
    middle = image.height // 2
    paper = [image.getpixel((x, middle)) != GROUND for x in range(image.width)]
    edges = [x for x in range(1, image.width) if paper[x] != paper[x - 1]]
    return list(zip(edges[::2], edges[1::2], strict=True))


@pytest.mark.slow
def test_pictures_show_the_pages_of_each_theme(tmp_path: Path) -> None:
    done = run("themes", "--pictures", "--width", "900", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "样张        out/themes/civic.png" in done.stdout
    images = {name: picture(tmp_path / "out" / "themes" / f"{name}.png") for name in theme_names()}
    for name, image in images.items():
        pages = sheets(image)
        assert image.width == 900 and len(pages) == 4, name  # cover, contents, opening, fullest page
        sides = {to - start for start, to in pages}
        page = load_theme(name).page
        assert len(sides) == 1
        assert (image.height - 22) / sides.pop() == pytest.approx(page.height / page.width, rel=0.01)
    blue = tuple(bytes.fromhex(load_theme("civic").colours["primary"][1:]))
    cover, _, opening, inner = sheets(images["civic"])
    assert images["civic"].getpixel((cover[0] + 5, images["civic"].height - 20)) == blue, "the water of the cover"
    assert images["civic"].getpixel((opening[0] + 5, 20)) == blue, "the board of an opening"
    assert images["civic"].getpixel((inner[0] + 5, 20)) == (255, 255, 255)


@pytest.mark.slow
def test_pictures_are_of_the_project_and_the_same_in_every_run(tmp_path: Path) -> None:
    with_themes(tmp_path / "demo", "theme: themes/ours.yaml\n", ours=OURS, house=HOUSE)
    written = []
    for out in ("one", "two"):
        only = ("--only", "civic,themes/ours.yaml")
        done = run("themes", "demo", "--pictures", *only, "-o", out, "--format", "json", cwd=tmp_path)
        assert done.returncode == 0, done.stderr
        assert [one["picture"] for one in listed(done).values()] == [
            f"{out}/demo/themes/civic.png", f"{out}/demo/themes/ours.png"
        ]  # fmt: skip
        folder = tmp_path / out / "demo" / "themes"
        written.append([(path.name, path.read_bytes()) for path in sorted(folder.glob("*.png"))])
    assert written[0] == written[1] and len(written[0]) == 2
    assert len(sheets(picture(tmp_path / "one/demo/themes/civic.png"))) == 3, "its one department has one page"


@pytest.mark.slow
def test_a_project_with_faults_has_no_pictures_and_keeps_what_was_there(tmp_path: Path) -> None:
    project = with_themes(tmp_path / "demo", ours=OURS, house=HOUSE)
    assert run("themes", "demo", "--pictures", "--only", "civic", cwd=tmp_path).returncode == 0
    before = (tmp_path / "out/demo/themes/civic.png").read_bytes()
    (project / "sections" / "edu.yaml").write_text('id: edu\nname: 甲\nblocks: ["${no.such}"]\n', encoding="utf-8")
    done = run("themes", "demo", "--pictures", cwd=tmp_path)
    assert done.returncode == 1
    assert done.stderr.count("error[indicator-unknown]") == 1, "once, whatever the number of themes"
    assert "demo/sections/edu.yaml:3:" in done.stderr
    assert "样张 " not in done.stdout
    assert (tmp_path / "out/demo/themes/civic.png").read_bytes() == before


def test_what_cannot_be_used_is_told(tmp_path: Path) -> None:
    write_project(tmp_path / "demo")
    for arguments, words in (
        (("nowhere",), "没有文件夹"), (("--only", "offical"), "civic、bright、official"),
        (("--width", "20"), "--width"), (("--print", "dark"), "dark"),
        (("--brand", "b.yaml"), "DIR"), (("demo", "--brand", "b.yaml"), "没有文件“b.yaml”"),
    ):  # fmt: skip
        done = run("themes", *arguments, cwd=tmp_path)
        assert done.returncode == 2 and words in done.stderr, (arguments, done.stderr)
    (tmp_path / "out").write_text("in the way", encoding="utf-8")
    done = run("themes", "--pictures", "--only", "civic", cwd=tmp_path)
    assert done.returncode == 74 and "Traceback" not in done.stderr
