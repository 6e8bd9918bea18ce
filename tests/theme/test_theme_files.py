"""Theme files of a project's own: what they change is seen on the page, what is wrong in them is told at its place."""

from pathlib import Path

import pytest

from reportgen.content import load_project, place_of
from reportgen.diagnostics import Diagnostics
from reportgen.theme import Theme, load_theme
from support.project import REPORT, diagnostics, run, write_project


def own(folder: Path, text: str, **more: str) -> tuple[Theme | None, list[tuple[str, str, int, int]]]:
    """The theme of a project with ``text`` as themes/ours.yaml, and (code, file, line, column) of what is told."""
    report = REPORT + "theme: themes/ours.yaml\n"
    write_project(folder, report=report)
    (folder / "themes").mkdir()
    for name, written in {"ours": text, **more}.items():
        (folder / "themes" / f"{name}.yaml").write_text(written, encoding="utf-8")
    sink = Diagnostics()
    loaded = load_project(folder, sink)
    told = [(one.code, place_of(one.where, loaded.sources)) for one in sink]
    return loaded.theme, [(code, place.file, place.line, place.column) for code, place in told if place]


def test_a_theme_file_changes_what_it_says_and_nothing_else(tmp_path: Path) -> None:
    theme, told = own(tmp_path, 'extends: civic\ncolours: {primary: "#7a1f1f"}\nstyles: {quote: {size: 小四}}\n')
    civic = load_theme("civic")
    assert told == []
    assert theme is not None
    assert theme.colours["primary"] == "#7A1F1F"
    assert theme.style("section_headline").colour == "#7A1F1F", "a style that names a colour follows it"
    assert theme.draft.styles["heading1"].colour == "7A1F1F"
    assert theme.draft.styles["heading1"].borders["bottom"] == (1.5, "7A1F1F", 6)
    assert theme.style("quote").size == 12
    assert theme.style("quote").face == civic.style("quote").face
    assert theme.style("body") == civic.style("body")
    assert theme.page == civic.page


def test_inks_go_by_the_value_of_a_colour(tmp_path: Path) -> None:
    theme, told = own(tmp_path, 'extends: civic\ninks: {"#0b4f7d": [100, 60, 0, 30]}\n')
    assert told == []
    assert theme is not None
    assert theme.inks == {"#C8102E": (0, 100, 85, 5), "#0B4F7D": (100, 60, 0, 30)}


def test_sizes_by_name_and_lengths_by_unit(tmp_path: Path) -> None:
    text = "extends: official\npage: {width: 185mm, height: 26cm}\nstyles: {body: {size: 小三, leading: 29pt}}\n"
    theme, told = own(tmp_path, text)
    assert told == []
    assert theme is not None
    assert theme.page.width == pytest.approx(524.41, abs=0.01)
    assert theme.page.height == pytest.approx(737.01, abs=0.01)
    assert theme.style("body").size == 15
    assert theme.style("body").leading == 29
    characters = theme.page.measure / 15
    assert characters == pytest.approx(round(characters)), "a whole number of characters in a line"


def test_a_theme_file_on_another(tmp_path: Path) -> None:
    theme, told = own(
        tmp_path, "extends: themes/house.yaml\nstyles: {body: {colour: accent}}\n",
        house='extends: official\ncolours: {accent: "#123456"}\nlooks: {table: {bands: true}}\n',
    )  # fmt: skip
    assert told == []
    assert theme is not None
    assert theme.style("body").colour == "#123456"
    assert theme.looks.table.bands
    assert not theme.looks.table.edges, "official's own"


FAULTS = [
    ("colours: {primry: '#000000'}", "content-unknown-key", 2, 11),
    ("colours: {primary: blue}", "theme-colour", 2, 20),
    ("colours:\n  primary: #0B4F7D", "theme-colour", 3, 11),
    ("styles: {bodi: {size: 11}}", "content-unknown-key", 2, 10),
    ("styles: {body: {size: 大号}}", "theme-length", 2, 23),
    ("styles: {body: {size: 0}}", "theme-length", 2, 23),
    ("styles: {body: {size: 1e99}}", "theme-length", 2, 23),
    ("styles: {body: {size: true}}", "theme-length", 2, 23),
    ("styles: {body: {colour: inky}}", "theme-colour", 2, 25),
    ("styles: {body: {face: song}}", "content-choice", 2, 23),
    ("styles: {body: {keep_next: 3}}", "content-type", 2, 28),
    ("styles: 5", "content-type", 2, 9),
    ("styles: null", "content-type", 2, 9),
    ("page: {inner: -2mm}", "theme-length", 2, 15),
    ("page: {inner: 100mm, outer: 100mm}", "theme-narrow", 2, 1),
    ("page: {trim: A5}", "content-unknown-key", 2, 8),
    ("typography: {autospace: 2}", "content-bounds", 2, 25),
    ("typography: {marks: full}", "content-choice", 2, 21),
    ("palette: []", "content-too-few", 2, 10),
    ("palette: [primary, redd]", "theme-colour", 2, 20),
    ("looks: {cover: modern}", "content-choice", 2, 16),
    ("looks: {cover：masthead: 1}", "content-fullwidth-colon", 2, 9),
    ("measures: {A9: 30}", "content-unknown-key", 2, 12),
    ("draft: {styles: {table: {borders: {top: [1, ink]}}}}", "content-too-few", 2, 41),
    ("draft: {styles: {table: {borders: {up: [1, ink, 0]}}}}", "content-unknown-key", 2, 36),
    ("draft: {styles: {body: {tabs: [[a, dot]]}}}", "theme-length", 2, 33),
    ("multiple: 0", "content-bounds", 2, 11),
    ("department_page: left", "content-choice", 2, 18),
    ("fonts: {faces: {song: a.ttf}}", "content-unknown-key", 2, 17),
    ("fonts: {folder: ../.., faces: {song-regular: /a.ttf}}", "theme-font-file", 2, 46),
    ("farbe: 1", "content-unknown-key", 2, 1),
    ("inks: {primary: [0, 100, 85, 5]}", "theme-ink", 2, 8),
    ('inks: {"#C8102E": [0, 100, 85]}', "content-too-few", 2, 19),
    ('inks: {"#C8102E": [0, 100, 185, 5]}', "content-bounds", 2, 28),
    ('inks: {"#C8102E": 0/100/85/5}', "content-type", 2, 19),
    ("name: [a]", "content-type", 2, 7),
]


@pytest.mark.parametrize(("line", "code", "row", "column"), FAULTS)
def test_a_fault_is_told_where_it_stands(tmp_path: Path, line: str, code: str, row: int, column: int) -> None:
    theme, told = own(tmp_path, f"extends: civic\n{line}\n")
    assert theme is None
    assert [one[0] for one in told] == [code]
    assert told == [(code, "themes/ours.yaml", row, column)]


def test_every_fault_of_a_file_is_told_in_one_run(tmp_path: Path) -> None:
    _, told = own(tmp_path, "extends: civic\nstyles: {body: {size: x, face: y}}\npage: {grid: z}\nlooks: {cards: w}\n")
    assert len(told) == 4


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("extends: themes/ours.yaml\n", "theme-recursion"), ("extends: ./themes/ours.yaml\n", "theme-recursion"),
        ("extends: themes/other.yaml\n", "theme-recursion"), ("extends: themes/none.yaml\n", "file-missing"),
        ("extends: ../ours.yaml\n", "file-outside"), ("extends: civil\n", "theme-unknown"),
        ("extends: [civic]\n", "content-type"), ("styles: {}\n", "content-missing-key"), ("- civic\n", "content-type"),
        ("", "file-empty"), ("based_on: civic\n", "theme-extends"),
        ("extends: civic\nbased_on: official\n", "theme-extends"),
    ],
)  # fmt: skip
def test_what_a_theme_file_is_based_on(tmp_path: Path, text: str, code: str) -> None:
    theme, told = own(tmp_path, text, other="extends: themes/ours.yaml\n")
    assert theme is None
    assert [one[0] for one in told] == [code]


def test_a_missing_theme_file_is_told_in_the_report(tmp_path: Path) -> None:
    write_project(tmp_path / "demo", report=REPORT + "theme: themes/ours.yaml\n")
    done = run("check", "demo", "--format", "json", cwd=tmp_path)
    assert done.returncode == 1
    found = diagnostics(done)
    assert [(one["code"], one["file"], one["line"], one["column"]) for one in found] == [
        ("file-missing", "demo/report.yaml", 5, 8)
    ]


def test_a_build_with_a_theme_file(tmp_path: Path) -> None:
    write_project(tmp_path / "demo", report=REPORT + "theme: ours.yaml\n")
    (tmp_path / "demo" / "ours.yaml").write_text('extends: official\ncolours: {red: "#00AA00"}\n', encoding="utf-8")
    done = run("build", "demo", "--to", "pdf", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "out" / "demo" / "booklet.pdf").stat().st_size > 10_000
