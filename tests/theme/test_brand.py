"""A brand over a theme: its colours with all that follows, its logo on covers and pages, in both renderers."""

import io
import re
import zipfile
from pathlib import Path

import pytest
from PIL import Image as Pillow

from reportgen.content import Dress, load_project, place_of
from reportgen.diagnostics import Diagnostics
from reportgen.drawing import GlyphRun, Image, Page, Rect
from reportgen.resolve import resolve
from reportgen.theme import Theme, load_theme, theme_names
from reportgen.theme.paints import contrast
from reportgen.typeset import typeset
from reportgen.word import write_draft
from support.libreoffice import SOFFICE, laid_out
from support.project import run
from support.setting import fonts
from support.tasks import write_tasks

BRAND = """\
logo: {file: logo.png, on: [cover, head, back], height: 12mm, alt: 示例市标志}
colours: {primary: "#7A1F3D", secondary: "#2F7D4F", accent: "#B8600B"}
"""


def branded(folder: Path, brand: str, *, theme: str = "civic", size: tuple[int, int] = (300, 100)) -> Path:
    """A report whose brand file says ``brand``, with a logo of ``size``."""
    write_tasks(folder, [[30.0, 80.0], []], theme=theme)
    report = folder / "report.yaml"
    report.write_text(report.read_text("utf-8") + "brand: brand.yaml\n", encoding="utf-8")
    (folder / "brand.yaml").write_text(brand, encoding="utf-8")
    stream = io.BytesIO()
    Pillow.new("RGB", size, "#7A1F3D").save(stream, "PNG")
    (folder / "logo.png").write_bytes(stream.getvalue())
    second = folder / "d1.yaml"  # a page that only goes on: it has a running head
    second.write_text(second.read_text("utf-8") + "  - 很长的一段话。\n  - {kind: pagebreak}\n  - 又一段。\n", "utf-8")
    return folder


def theme_of(folder: Path, *, ink: str = "full") -> tuple[Theme | None, list[tuple[str, str, int, int]]]:
    sink = Diagnostics()
    loaded = load_project(folder, sink, dress=Dress(ink))  # type: ignore[arg-type]  # one of its words
    told = [(one.code, place_of(one.where, loaded.sources)) for one in sink]
    return loaded.theme, [(code, place.file, place.line, place.column) for code, place in told if place]


def pages_and_draft(folder: Path) -> tuple[tuple[Page, ...], bytes]:
    sink = Diagnostics()
    loaded = load_project(folder, sink)
    assert loaded.booklet is not None
    theme = loaded.theme
    assert theme is not None
    document = resolve(loaded.booklet, sink)
    pages = typeset(document, theme, fonts(), {}, sink).pages
    assert list(sink) == []
    return pages, write_draft(document, theme, {}, None)


@pytest.mark.parametrize("name", theme_names())
@pytest.mark.parametrize("ink", ["full", "light"])
def test_colours_and_what_follows_from_them(tmp_path: Path, name: str, ink: str) -> None:
    theme, told = theme_of(branded(tmp_path, BRAND, theme=name), ink=ink)
    own = load_theme(name, ink)  # type: ignore[arg-type]  # one of its words
    assert told == []
    assert theme is not None
    colours = theme.colours
    assert (colours["primary"], colours["secondary"], colours["accent"]) == ("#7A1F3D", "#2F7D4F", "#B8600B")
    assert contrast(colours["pale"], colours["primary"]) >= 4.5
    assert theme.page == own.page
    assert {style.colour for style in theme.styles.values()} & {own.colours["primary"]} <= {own.colours["ink"]}
    on = {hue.fill: hue for hue in theme.hues}
    assert ("#7A1F3D" in on) is (name == "bright")
    for fill, hue in on.items():
        ground = fill if ink == "full" else colours["paper"]
        assert contrast(hue.text, ground) >= 4.5
        assert contrast(hue.strong, ground) >= 3
        assert contrast(colours["ink"], hue.tint) >= 7
    for style in theme.draft.styles.values():
        assert own.colours["primary"][1:] not in (style.shading, style.head) or name == "official"


def test_a_light_hue_gets_dark_type(tmp_path: Path) -> None:
    theme, _ = theme_of(branded(tmp_path, 'colours: {secondary: "#2E9E6A"}\n', theme="bright"))
    assert theme is not None
    (hue,) = {hue.text for hue in theme.hues if hue.fill == "#2E9E6A"}
    assert hue == "#1E2430", "paper would have 3.4 to 1"


FAULTS = [
    ('colours: {primary: "#D98A9E"}', "brand-contrast", 1, 20),
    ('colours: {ink: "#6B6B6B"}', "brand-contrast", 1, 16),
    ('colours: {accent: "#FFE08A"}', "brand-contrast", 1, 19),
    ("colours: {primary: red}", "theme-colour", 1, 20),
    ('colours: {prime: "#000000"}', "content-unknown-key", 1, 11),
    ("colors: {}", "content-unknown-key", 1, 1),
    ("logo: {on: [cover]}", "content-missing-key", 1, 7),
    ("logo: {file: logo.png, on: [spine]}", "content-choice", 1, 29),
    ("logo: {file: logo.png, height: tall}", "theme-length", 1, 32),
    ("fonts: {faces: {hei-bald: a.ttf}}", "content-unknown-key", 1, 17),
    ("word: {sans: 黑体}", "content-unknown-key", 1, 8),
    ("- logo", "content-type", 1, 1),
]


@pytest.mark.parametrize(("text", "code", "row", "column"), FAULTS)
def test_a_fault_is_told_where_it_stands(tmp_path: Path, text: str, code: str, row: int, column: int) -> None:
    theme, told = theme_of(branded(tmp_path, text + "\n"))
    assert theme is None
    assert told == [(code, "brand.yaml", row, column)]


def test_a_ground_that_nothing_can_be_read_on(tmp_path: Path) -> None:
    """Grey in the middle: neither paper nor ink stands out from it. Civic has no such ground, bright has."""
    text = 'colours: {secondary: "#7C7C7C"}\n'
    assert theme_of(branded(tmp_path / "a", text))[1] == []
    assert [one[0] for one in theme_of(branded(tmp_path / "b", text, theme="bright"))[1]] == ["brand-contrast"]


@pytest.mark.parametrize(("name", "code"), [("none.png", "picture-missing"), ("../a.png", "picture-outside"),
                                            ("brand.yaml", "picture-format")])  # fmt: skip
def test_a_logo_that_is_no_picture(tmp_path: Path, name: str, code: str) -> None:
    folder = branded(tmp_path, f"logo: {{file: {name}}}\n")
    sink = Diagnostics()
    loaded = load_project(folder, sink)
    assert loaded.booklet is not None
    resolve(loaded.booklet, sink)
    (one,) = sink
    place = place_of(one.where, loaded.sources)
    assert one.code == code
    assert place is not None and (place.file, place.line, place.column) == ("brand.yaml", 1, 14)


def test_a_brand_file_that_is_not_there(tmp_path: Path) -> None:
    folder = branded(tmp_path, BRAND)
    (folder / "brand.yaml").unlink()
    theme, told = theme_of(folder)
    assert theme is None
    assert [(code, file) for code, file, _, _ in told] == [("file-missing", "report.yaml")]


def logos(page: Page) -> list[Image]:
    return [mark for mark in page.marks if isinstance(mark, Image) and mark.alt == "示例市标志"]


@pytest.mark.parametrize("name", theme_names())
@pytest.mark.parametrize("size", [(300, 100), (2000, 40), (40, 2000), (1, 1)])
def test_the_logo_stands_where_it_is_wanted(tmp_path: Path, name: str, size: tuple[int, int]) -> None:
    pages, draft = pages_and_draft(branded(tmp_path, BRAND, theme=name, size=size))
    assert len(logos(pages[0])) == len(logos(pages[-1])) == 1
    found = [one for page in pages for one in logos(page)]
    assert any(logos(page) for page in pages[1:-1]), "in running heads"
    for page in pages:
        for one in logos(page):
            assert one.width / one.height == pytest.approx(size[0] / size[1])
            assert one.x >= 0 and one.y >= 0
            assert one.x + one.width <= page.width and one.y + one.height <= page.height / 5
    assert max(one.height for one in found) <= 12 * 72 / 25.4 + 0.01
    with zipfile.ZipFile(io.BytesIO(draft)) as file:
        assert sum(one.startswith("word/media/") and one.endswith(".png") for one in file.namelist()) >= 1
        told = file.read("word/document.xml").decode("utf-8")
        heads = [file.read(one).decode() for one in file.namelist() if re.match(r"word/header\d", one)]
    assert told.count('descr="示例市标志"') == 4, "cover and back, each said twice"
    assert (sum("示例市标志" in one for one in heads) > 0) is (name != "official"), "official has no running heads"


def test_a_logo_on_the_cover_alone(tmp_path: Path) -> None:
    pages, _ = pages_and_draft(branded(tmp_path, BRAND.replace("[cover, head, back]", "[cover]")))
    assert [len(logos(page)) for page in pages] == [1] + [0] * (len(pages) - 1)


@pytest.mark.parametrize("secondary", ["#8F5300", "#A8321E", "#00695C", "#5A6472", "#1E2430"])
def test_roofs_are_seen_on_every_hue(tmp_path: Path, secondary: str) -> None:
    brand = f'colours: {{primary: "#00695C", secondary: "{secondary}"}}\n'
    theme, told = theme_of(branded(tmp_path, brand, theme="bright"))
    assert told == [] and theme is not None
    for hue in theme.hues:
        for ground in (hue.fill, theme.colours["paper"]):  # the sky, the wall
            assert contrast(hue.roof, ground) >= 1.3, hue


def boxes_of_text(page: Page) -> list[tuple[float, float, float, float]]:
    """Left, top, right, bottom of the em boxes of each run on a page that stands upright, at most so wide."""
    runs = [mark for mark in page.marks if isinstance(mark, GlyphRun) and not mark.angle]
    return [
        (run.x, run.y - 0.88 * run.size, run.x + len(run.text) * run.size, run.y + 0.12 * run.size) for run in runs
    ]  # fmt: skip


@pytest.mark.parametrize("name", theme_names())
@pytest.mark.parametrize("size", [(300, 100), (1000, 60), (100, 100)])
@pytest.mark.parametrize("more", ["", "contact: true, "])
def test_the_logo_keeps_away_from_the_words_and_the_knife(
    tmp_path: Path, name: str, size: tuple[int, int], more: str
) -> None:
    folder = branded(tmp_path, BRAND, theme=name, size=size)
    report, cover = folder / "report.yaml", folder / "cover.yaml"
    contact = "contact: {address: https://www.example.gov.cn/2025h1}\n"
    report.write_text(report.read_text("utf-8") + contact, encoding="utf-8")
    cover.write_text(cover.read_text("utf-8").replace("{kind: cover, ", "{kind: cover, " + more), encoding="utf-8")
    pages, _ = pages_and_draft(folder)
    for page in (pages[0], pages[-1]):
        (logo,) = logos(page)
        codes = [mark for mark in page.marks if isinstance(mark, Rect) and 40 < mark.width < 120 > mark.height]
        boxes = [*boxes_of_text(page), *((one.x, one.y, one.x + one.width, one.y + one.height) for one in codes)]
        for left, top, right, bottom in boxes:
            beside = right < logo.x - 6 or left > logo.x + logo.width + 6
            assert beside or top > logo.y + logo.height + 6 or bottom < logo.y - 6, (left, top, right, bottom)
        ground = 5.0 if name == "bright" else 0.0  # the panel around it
        assert min(logo.x, logo.y, page.width - logo.x - logo.width) - ground >= 5 * 72 / 25.4 - 0.01
        assert logo.height >= 20 or logo.width >= 100, "it is seen"


@pytest.mark.parametrize("name", theme_names())
def test_in_the_draft_the_logo_keeps_away_from_what_follows(tmp_path: Path, name: str) -> None:
    _, draft = pages_and_draft(branded(tmp_path, BRAND, theme=name))
    with zipfile.ZipFile(io.BytesIO(draft)) as file:
        told = file.read("word/document.xml").decode("utf-8")
    paragraphs = [one for one in re.findall(r"<w:p>.*?</w:p>", told, re.S) if 'descr="示例市标志"' in one]
    assert len(paragraphs) == 2  # cover and back
    assert (
        min(int(after) for one in paragraphs for after in re.findall(r'w:after="(\d+)"', one) or ["0"]) >= 160
    )  # 8 points


STEPS = "".join(f"      - {{word: {word}, text: 会前读完六个部门的述职，把想问的记下来。}}\n" for word in "读问投")
BACK = f"""\
id: back
role: back
blocks:
  - kind: cover
    back: true
    lines: ["听完述职，\\\\\\n请您投票", 会议全程直播，评议结果和意见答复在活动专栏公布, 本册的人名和数字都是虚构的]
    steps:
{STEPS}"""


@pytest.mark.slow
@pytest.mark.skipif(SOFFICE is None, reason="no LibreOffice")
@pytest.mark.parametrize("name", theme_names())
def test_a_cover_of_the_draft_with_a_logo_is_one_page(tmp_path: Path, name: str) -> None:
    from support.pdf_reading import poppler_texts

    folder = branded(tmp_path, BRAND, theme=name)
    (folder / "back.yaml").write_text(BACK, encoding="utf-8")
    report = folder / "report.yaml"
    contact = "contact: {address: https://www.example.gov.cn/2025h1, hotline: 12345, hotline_name: 便民热线}\n"
    report.write_text(report.read_text("utf-8") + contact, encoding="utf-8")
    texts = poppler_texts(laid_out(pages_and_draft(folder)[1], tmp_path / "libreoffice").read_bytes())
    assert "示例市政府办公厅" in texts[0], "the issuer stands on the title page"
    assert "请您投票" in texts[-1] and "示例市政府办公厅" in texts[-1]


def test_fonts_of_the_word_draft(tmp_path: Path) -> None:
    theme, told = theme_of(branded(tmp_path, "word: {hei: 思源黑体, song: 思源宋体}\n"))
    assert told == []
    assert theme is not None
    styles = theme.draft.styles
    assert styles["body"].east_asia == "思源宋体"
    assert styles["caption"].east_asia == "思源黑体"
    assert styles["quote"].east_asia == "楷体"


def test_the_option_names_a_brand_from_here_or_from_the_project(tmp_path: Path) -> None:
    folder = branded(tmp_path / "demo", BRAND)
    report = folder / "report.yaml"
    report.write_text(report.read_text("utf-8").replace("brand: brand.yaml\n", ""), encoding="utf-8")
    made = {}
    for brand in ("", "brand.yaml", "demo/brand.yaml"):
        done = run("build", "demo", "--to", "pdf", *(["--brand", brand] if brand else []), cwd=tmp_path)
        assert done.returncode == 0, done.stderr
        made[brand] = (tmp_path / "out" / "demo" / "booklet.pdf").read_bytes()
    assert made["brand.yaml"] == made["demo/brand.yaml"] != made[""]
    (tmp_path / "away.yaml").write_text(BRAND, encoding="utf-8")
    for wrong in ("away.yaml", "none.yaml"):
        assert run("build", "demo", "--brand", wrong, cwd=tmp_path).returncode == 2
