"""Pages as listings of lines: sections of plain paragraphs, and which of them stand where.

Official pages have 22 lines. A paragraph of n lines is n stretches of Han with a forced break between.
"""

from pathlib import Path

from reportgen.diagnostics import Diagnostics
from reportgen.drawing import Page, Pages
from support.every_kind import document_of
from support.marks_reading import own_runs
from support.project import write_project
from support.setting import pages_of_document

LINES = 22
REPORT = (
    "title: 示例\nissuer: 示例市\nedition: {period: 2025年, date: 2025-07-15}\ntheme: {theme}\n"
    "page: {{opening: plain}}\nsections: [sections/edu.yaml]\n"
)


def paragraph(name: str, lines: int) -> str:
    """A paragraph of so many lines, each told by its name and number."""
    return "  - |-\n" + "\\\n".join(f"    {name}{at}" for at in "一二三四五六七八九十"[:lines]) + "\n"


def filler(lines: int) -> str:
    """Paragraphs of one line each."""
    return "  - 填充。\n" * lines


def laid(folder: Path, blocks: str, theme: str = "official", *, fitted: bool = False) -> Pages:
    """The section's pages; ``fitted``: the last is not left nearly empty where that can be helped."""
    text = f"id: edu\nname: 局\nshort: 局\nnumbered: false\nblocks:\n{blocks}"
    report = REPORT.replace("{theme}", theme).replace("{{", "{").replace("}}", "}")
    return pages_of_document(document_of(write_project(folder, report=report, edu=text)), Diagnostics(), fitted=fitted)


def listing(page: Page) -> list[str]:
    """The page's lines in order, without furniture."""
    found: dict[float, str] = {}
    for run in own_runs(page.marks):
        key = round(run.y, 1)
        found[key] = found.get(key, "") + run.text
    return [found[key] for key in sorted(found)]


def above(folder: Path) -> int:
    """Lines of the first page that the section's name takes, its blank included."""
    first = laid(folder / "probe", filler(40)).pages[0]
    return LINES - listing(first).count("填充。")
