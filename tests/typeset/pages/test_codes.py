"""QR codes are read back from the rendered page, on covers and in the text, in every theme and on small trims."""

import io
from pathlib import Path

import msgspec
import pytest
import zxingcpp
from PIL import Image

from reportgen.content import load_project
from reportgen.diagnostics import Diagnostics
from reportgen.drawing import GlyphRun, LinkArea, Page
from reportgen.fonts import open_fonts
from reportgen.pdf import paint
from reportgen.raster import render_page
from reportgen.resolve import resolve
from reportgen.theme import apply, load_theme, theme_names
from reportgen.typeset import typeset
from support.marks_reading import own_runs
from support.project import write_project

ADDRESS = "https://www.example.gov.cn/2025h1?from=booklet"
OTHER = "https://www.example.gov.cn/edu/canteens?list=37&photos=1&day=2025-07-15"
REPORT = """\
title: 示例市工作成绩单
issuer: 示例市人民政府
edition: {{period: 2025年上半年, elapsed: 50, date: 2025-07-15}}
theme: {theme}
page: {{trim: {trim}}}
contact:
  address: {address}
  words: {words}
  sites:
    - {{name: 示例市政务网, address: "https://www.example.gov.cn/"}}
    - {{name: 示例新闻网, address: "http://news.example.cn"}}
  hotline: {phone}
  hotline_name: 政务服务便民热线
sections: [sections/cover.yaml, sections/edu.yaml, back.yaml]
"""
COVER = "id: cover\nrole: front\nblocks: [{kind: cover, contact: true, lines: [数据截至6月30日]}]\n"
BACK = """\
id: back
role: back
blocks:
  - kind: cover
    back: true
    lines: [看完成绩单，请您来评议, 年终，各部门向社会公开述职, 有意见、有建议，说给政府部门听]
"""
EDU = f"""\
id: edu
name: 示例市教育局
blocks:
  - 一段话。
  - {{kind: qr}}
  - {{kind: qr, address: "{OTHER}", caption: 扫码看食堂名单, size: 15}}
  - {{kind: callout, blocks: [一段话。, {{kind: qr, size: 60}}]}}
"""
TRIMS = ["null", "A5", "32开", "210x285"]


def pages_of(
    folder: Path, theme: str = "civic", trim: str = "null", words: str = "扫码看各部门工作进展", phone: str = "12345"
) -> tuple[list[Page], bytes]:
    report = REPORT.format(theme=theme, trim=trim, address=ADDRESS, words=words, phone=phone)
    write_project(folder, report=report, cover=COVER, edu=EDU)
    (folder / "back.yaml").write_text(BACK, encoding="utf-8")
    sink = Diagnostics()
    loaded = load_project(folder, sink, "demo")
    assert loaded.booklet is not None
    document = resolve(loaded.booklet, sink)
    fonts = open_fonts()
    setup = apply(load_theme(theme), loaded.booklet.report.page)
    by_itself = msgspec.structs.replace(setup.typography, last_page=0.0)  # the codes stay on their pages
    pages = typeset(document, msgspec.structs.replace(setup, typography=by_itself), fonts, {}, sink)
    assert not sink.has_errors, list(sink)
    return list(pages.pages), paint(pages, fonts)


def read(pdf: bytes, index: int, dpi: int = 150) -> list[str]:
    image = Image.open(io.BytesIO(render_page(pdf, index, dpi)))
    found = zxingcpp.read_barcodes(image)
    return sorted(one.text for one in found)


@pytest.mark.parametrize("trim", TRIMS)
@pytest.mark.parametrize("theme", theme_names())
def test_every_code_is_read_from_its_page(theme: str, trim: str, tmp_path: Path) -> None:
    pages, pdf = pages_of(tmp_path, theme, trim)
    codes = [read(pdf, index) for index in range(len(pages))]
    assert codes[0] == [ADDRESS], "front cover"
    assert codes[-1] == [ADDRESS], "back cover"
    inside = sorted(code for page in codes[1:-1] for code in page)
    assert inside == sorted([ADDRESS, OTHER, ADDRESS])


def runs(page: Page, text: str) -> list[GlyphRun]:
    return [run for run in own_runs(page.marks) if text in run.text]


@pytest.mark.parametrize("trim", TRIMS)
@pytest.mark.parametrize("theme", theme_names())
def test_the_back_cover_says_whom_to_call_and_nothing_over_anything(theme: str, trim: str, tmp_path: Path) -> None:
    back = pages_of(tmp_path, theme, trim)[0][-1]
    said = "".join(run.text for run in own_runs(back.marks))
    for words in ("扫码看各部门工作进展", "示例市政务网", "www.example.gov.cn", "news.example.cn", "12345"):
        assert words in said
    (code,) = (mark for mark in back.marks if isinstance(mark, LinkArea) and mark.width == mark.height)
    for run in own_runs(back.marks):
        wide = run.size * len(run.text) / 2
        assert run.y - 0.9 * run.size >= 0 and run.y <= back.height
        assert run.x >= 0 and run.x + wide <= back.width
        clear_down = run.y - 0.8 * run.size >= code.y + code.height or run.y <= code.y
        clear_across = run.x >= code.x + code.width or run.x + wide <= code.x
        assert clear_down or clear_across, f"{run.text} stands in the code"
    baselines = sorted({round(run.y, 1) for run in own_runs(back.marks)})
    for run in own_runs(back.marks):
        over = [y for y in baselines if run.y - 0.6 * run.size < y < run.y - 0.1]
        for y in over:
            others = [one for one in own_runs(back.marks) if round(one.y, 1) == y and abs(one.x - run.x) < 40]
            assert not others, f"{run.text} stands over {others[0].text}"


def test_a_code_on_a_page_is_a_link_with_words_for_it(tmp_path: Path) -> None:
    page = pages_of(tmp_path)[0][1]
    targets = [mark.target for mark in page.marks if isinstance(mark, LinkArea) and mark.width == mark.height]
    assert targets == [ADDRESS, OTHER]
    assert runs(page, "扫码看食堂名单")
    assert runs(page, "www.example.gov.cn/edu/canteens"), "who has no telephone can type it"


def test_overlong_words_and_numbers_are_broken_or_made_smaller(tmp_path: Path) -> None:
    phone = "0532-12345、0532-85911111、0532-85922222"
    back = pages_of(tmp_path, words="扫码看各部门工作进展" * 4, phone=phone, trim="A5")[0][-1]
    (number,) = runs(back, "0532-12345")
    assert number.size < 42
    for run in own_runs(back.marks):
        assert run.x + run.size * len(run.text) / 2 <= back.width
