"""Editions that save ink: no large area of colour, the same words, chosen by the report or by who builds it."""

from pathlib import Path

import msgspec
import pytest

from reportgen.content import Dress, load_project, place_of
from reportgen.diagnostics import Diagnostics
from reportgen.drawing import Page, Rect
from reportgen.drawing import Path as Outline
from reportgen.model.document import PageSetup
from reportgen.resolve import resolve
from reportgen.theme import Theme, apply, load_theme, theme_names
from reportgen.typeset import typeset
from support.marks_reading import own_text
from support.project import REPORT, run, write_project
from support.setting import fonts
from support.tasks import write_tasks

LARGE = 0.04  # of a page: a large area of colour
TINT = 0.75  # of white's luminance: lighter is no colour to speak of


def luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def area(mark: object, page: Page) -> float:
    """How much of the page a dark filled mark covers; the box of its outline for a path."""
    if isinstance(mark, Rect) and luminance(mark.fill) < TINT:
        across = min(mark.x + mark.width, page.width) - max(mark.x, 0.0)
        down = min(mark.y + mark.height, page.height) - max(mark.y, 0.0)
        return max(0.0, across) * max(0.0, down) / (page.width * page.height)
    if isinstance(mark, Outline) and mark.fill and luminance(mark.fill) < TINT:
        points = [(one[-2], one[-1]) for one in mark.segments if one[0] != "Z"]
        xs, ys = zip(*points, strict=True)
        return (max(xs) - min(xs)) * (max(ys) - min(ys)) / (page.width * page.height)
    return 0.0


def pages(folder: Path, theme: Theme) -> tuple[Page, ...]:
    loaded = load_project(folder, Diagnostics())
    assert loaded.booklet is not None
    document = resolve(loaded.booklet, Diagnostics())
    return typeset(document, apply(theme, PageSetup()), fonts(), {}, Diagnostics()).pages


@pytest.mark.parametrize("name", theme_names())
def test_no_large_area_of_colour(tmp_path: Path, name: str) -> None:
    folder = write_tasks(tmp_path / "demo", [[30.0, 60.0, 100.0], [], [80.0]], theme=name)
    for page in pages(folder, load_theme(name, "light")):
        assert max(area(mark, page) for mark in page.marks) < LARGE
    full = [area(mark, page) for page in pages(folder, load_theme(name)) for mark in page.marks]
    assert (max(full) > 0.2) is (name != "official"), "the full edition has them"


@pytest.mark.parametrize("name", theme_names())
def test_the_words_and_their_places_are_the_same(tmp_path: Path, name: str) -> None:
    folder = write_tasks(tmp_path / "demo", [[30.0, 60.0], []], theme=name)
    full, light = (pages(folder, load_theme(name, ink)) for ink in ("full", "light"))  # type: ignore[arg-type]  # of two words
    assert len(full) == len(light)
    texts = [own_text(_as_pages(one)) for one in (full, light)]
    assert texts[0] == texts[1]


def _as_pages(found: tuple[Page, ...]) -> "object":
    from reportgen.drawing import Pages

    return Pages(found, (), "", "", "", "", "zh-CN", "2025-07-15")


def readable(theme: Theme, colours: tuple[str, ...]) -> list[str]:
    """Roles whose colour cannot be read on paper."""
    paper = luminance(theme.colours["paper"])
    return [
        role for role in colours
        if (paper + 0.05) / (luminance(theme.styles[role].colour) + 0.05) < 4.5
    ]  # fmt: skip


@pytest.mark.parametrize("name", theme_names())
def test_what_stood_on_colour_can_be_read_on_paper(name: str) -> None:
    theme = load_theme(name, "light")
    roles = tuple(
        role for role in theme.styles if role.startswith(("cover_", "back_", "board_", "section_", "hotline"))
    )
    drawn_in_code = ("cover_foot", "cover_note")  # in ink by the cover itself
    assert set(readable(theme, roles)) <= set(drawn_in_code)
    for style in theme.draft.styles.values():
        assert style.colour != "FFFFFF", style.name


def test_a_theme_file_says_both(tmp_path: Path) -> None:
    text = "extends: bright\nlight:\n  colours: {primary: '#333333'}\n  looks: {head: plain}\n"
    write_project(tmp_path, report=REPORT + "theme: ours.yaml\npage: {print: light}\n")
    (tmp_path / "ours.yaml").write_text(text, encoding="utf-8")
    sink = Diagnostics()
    light = load_project(tmp_path, sink).theme
    full = load_project(tmp_path, sink, dress=Dress("full")).theme
    assert not len(sink)
    assert light is not None and full is not None
    assert (light.colours["primary"], light.looks.head, light.looks.areas) == ("#333333", "plain", "ruled")
    assert (full.colours["primary"], full.looks.head, full.looks.areas) == ("#1D3F8F", "band", "filled")


@pytest.mark.parametrize(
    ("line", "code", "column"),
    [("light: 3", "content-type", 8), ("light: {page: {top: 9}}", "content-unknown-key", 9),
     ("light: {colours: {primary: blue}}", "theme-colour", 28),
     ("light: {looks: {areas: none}}", "content-choice", 24)],
)  # fmt: skip
def test_its_faults_have_their_places(tmp_path: Path, line: str, code: str, column: int) -> None:
    write_project(tmp_path, report=REPORT + "theme: ours.yaml\n")
    (tmp_path / "ours.yaml").write_text(f"extends: civic\n{line}\n", encoding="utf-8")
    sink = Diagnostics()
    loaded = load_project(tmp_path, sink)
    found = [(one.code, place_of(one.where, loaded.sources)) for one in sink]
    assert [(one, place.line, place.column) for one, place in found if place] == [(code, 2, column)]


def test_the_option_goes_before_the_report(tmp_path: Path) -> None:
    write_project(tmp_path / "demo", report=REPORT + "page: {print: light}\n")
    sizes = {}
    for ink in ("", "light", "full"):
        done = run("build", "demo", "--to", "pdf", *(["--print", ink] if ink else []), "--force", cwd=tmp_path)
        assert done.returncode == 0, done.stderr
        sizes[ink] = (tmp_path / "out" / "demo" / "booklet.pdf").read_bytes()
    assert sizes[""] == sizes["light"] != sizes["full"]
    assert run("build", "demo", "--print", "grey", cwd=tmp_path).returncode == 2


def test_light_is_no_part_of_a_settled_theme() -> None:
    assert "light" not in msgspec.structs.asdict(load_theme("bright"))
