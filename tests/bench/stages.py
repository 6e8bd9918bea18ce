"""What a page costs inside reportgen, and what odd paragraphs cost: processor time, the least of some rounds.

    python tests/bench/stages.py [--rounds N]

The least, because whatever else a machine does only adds to a round; the median stands beside it. Dense text is the
prose of 400 departments of the benchmark alone, on its page (A4, 11 pt on 19). A native chart of the Word draft, with
caption and workbook, is the draft of these departments with two charts each less the same draft without. Nothing is
kept from round to round, and cycles are not looked for, as in a build. Prints three tables; exit code 1 where a limit
is missed.
"""

import argparse
import gc
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import yaml

from reportgen.diagnostics import Diagnostics
from reportgen.drawing import Pages
from reportgen.fonts import FontBook, open_fonts
from reportgen.model.blocks import Paragraph
from reportgen.model.document import Document
from reportgen.model.runs import runs_of
from reportgen.pdf import paint_pages
from reportgen.theme import Theme, apply, load_theme
from reportgen.typeset import typeset
from reportgen.typeset.text import Look, TextSetting, set_paragraph
from reportgen.word import write_draft

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "bench")]

import dataset  # noqa: E402  # beside this file, which is a script

from support.every_kind import document_of  # noqa: E402  # as above
from support.pathological import PARAGRAPHS  # noqa: E402  # as above

BREAK_MS, PAINT_MS, CHART_MS, ODD_S = 3.0, 1.5, 1.5, 1.0


class Cost(NamedTuple):
    """Seconds, the least and the median of some rounds."""

    least: float
    median: float


def cost(work: Callable[[], object], rounds: int) -> Cost:
    """Processor time of ``work``."""
    found = []
    for _ in range(rounds):
        gc.collect()
        begin = time.process_time()
        work()
        found.append(time.process_time() - begin)
    return Cost(min(found), statistics.median(found))


def written(folder: Path, sections: dict[str, list[object]], page: dict[str, str]) -> Document:
    """A report whose sections hold ``sections``' blocks."""
    report = {
        "title": "示例", "issuer": "示例市", "edition": {"period": "2025年", "date": "2025-07-15"}, "page": page,
        "registers": [],
        "sections": [f"{id}.yaml" for id in sections],
    }  # fmt: skip
    files = {f"{id}.yaml": {"id": id, "name": id, "blocks": blocks} for id, blocks in sections.items()}
    for name, value in {"report.yaml": report, **files}.items():
        text = yaml.safe_dump(value, allow_unicode=True, width=10**9, default_style='"')
        (folder / name).write_text(text, encoding="utf-8")
    return document_of(folder)


def prose(folder: Path) -> Document:
    """The benchmark's prose, nothing else."""
    files = dataset.project(dataset.generate(400), "none")
    blocks = [block for name, value in files.items() if "departments/" in name for block in value["blocks"]]
    paragraphs: list[object] = [block for block in blocks if isinstance(block, str)]
    return written(folder, {"text": paragraphs}, dataset.PAGE)


def per_page(document: Document, theme: Theme, rounds: int) -> tuple[Cost, Cost, int]:
    """What breaking and justifying and what painting all pages costs, and the number of pages."""
    fonts = open_fonts()
    pages = typeset(document, theme, fonts, {}, Diagnostics())
    count = len(pages.pages)
    breaking = cost(lambda: set_all(document, theme, fonts), rounds)
    return breaking, cost(lambda: paint_all(pages, fonts), rounds), count


def set_all(document: Document, theme: Theme, fonts: FontBook) -> None:
    """Every paragraph into lines."""
    style = theme.style("body")
    look = Look(style.face, style.strong, style.size, style.colour)
    setting = TextSetting(fonts, Diagnostics(), theme.typography)
    for entry in document.flow:
        if isinstance(entry.block, Paragraph):
            runs = runs_of(entry.block.text, document)
            set_paragraph(setting, runs, look, theme.page.measure, indent=style.indent * style.size)


def paint_all(pages: Pages, fonts: FontBook) -> None:
    """Every page into its content stream."""
    paint_pages(pages.pages, fonts)


def native_charts(folder: Path, rounds: int) -> tuple[Cost, int]:
    """What a chart costs in a draft, and the number of charts."""
    data, theme = dataset.generate(400), load_theme("civic")
    documents: list[Document] = []
    for charts in ("none", "all"):
        dataset.write(data, folder / charts, charts)
        documents.append(document_of(folder / charts))
    plain, charted = (cost(lambda one=one: write_draft(one, theme, {}, None), rounds) for one in documents)
    count = len(documents[1].charts)
    return Cost(*(1000 * (more - less) / count for less, more in zip(plain, charted, strict=True))), count


def odd(folder: Path, name: str, rounds: int) -> Cost:
    """One odd paragraph, from the read document to painted pages."""
    document = written(folder, {"odd": [PARAGRAPHS[name]]}, dataset.PAGE)
    theme = apply(load_theme("civic"), document.booklet.report.page)

    def work() -> None:
        fonts = open_fonts()
        paint_all(typeset(document, theme, fonts, {}, Diagnostics()), fonts)

    return cost(work, rounds)


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=9)
    rounds: int = parser.parse_args().rounds
    missed = 0
    gc.disable()
    with tempfile.TemporaryDirectory() as name:
        document = prose(Path(name))
        theme = apply(load_theme("civic"), document.booklet.report.page)
        breaking, painting, count = per_page(document, theme, rounds)
    print(f"dense text, {count} pages of A4, ms of processor a page: least, median")
    for what, found, most in (("breaking and justifying", breaking, BREAK_MS), ("painting", painting, PAINT_MS)):
        missed += shown(what, Cost(*(one * 1000 / count for one in found)), most)
    with tempfile.TemporaryDirectory() as name:
        found, count = native_charts(Path(name), rounds)
    print(f"native charts of a draft with {count}, ms of processor each: least, median")
    missed += shown("chart, caption, workbook", found, CHART_MS)
    print("odd paragraphs, s of processor each: least, median")
    for one in PARAGRAPHS:
        with tempfile.TemporaryDirectory() as name:
            missed += shown(one, odd(Path(name), one, max(1, rounds // 3)), ODD_S)
    return 1 if missed else 0


def shown(what: str, found: Cost, most: float) -> bool:
    """Print a row; whether the limit is missed."""
    missed = found.least > most
    print(f"  {what:<32}{found.least:8.2f}{found.median:8.2f}  limit {most}  {'MISSED' if missed else 'held'}")
    return missed


if __name__ == "__main__":
    sys.exit(main())
