"""What a page costs inside reportgen, and what odd paragraphs cost: seconds of processor, medians of some rounds.

    python tests/bench/stages.py [--rounds N]

Dense text is the prose of 400 departments of the benchmark alone, on its page (A4, 11 pt on 19). Nothing is kept from
round to round. Prints two tables; exit code 1 where a limit is missed.
"""

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

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

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "bench")]

import dataset  # noqa: E402  # beside this file, which is a script

from support.every_kind import document_of  # noqa: E402  # as above
from support.pathological import PARAGRAPHS  # noqa: E402  # as above

BREAK_MS, PAINT_MS, ODD_S = 3.0, 1.5, 1.0


def seconds(work: Callable[[], object]) -> float:
    """Processor time of ``work``."""
    begin = time.process_time()
    work()
    return time.process_time() - begin


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


def per_page(document: Document, theme: Theme, rounds: int) -> tuple[float, float, int]:
    """Milliseconds of breaking and justifying and of painting a page, and the number of pages."""
    fonts = open_fonts()
    pages = typeset(document, theme, fonts, {}, Diagnostics())
    count = len(pages.pages)
    breaking = statistics.median(seconds(lambda: set_all(document, theme, fonts)) for _ in range(rounds))
    painting = statistics.median(seconds(lambda: paint_all(pages, fonts)) for _ in range(rounds))
    return breaking * 1000 / count, painting * 1000 / count, count


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


def odd(folder: Path, name: str, rounds: int) -> float:
    """Seconds for one odd paragraph, from the read document to painted pages."""
    document = written(folder, {"odd": [PARAGRAPHS[name]]}, dataset.PAGE)
    theme = apply(load_theme("civic"), document.booklet.report.page)

    def work() -> None:
        fonts = open_fonts()
        paint_all(typeset(document, theme, fonts, {}, Diagnostics()), fonts)

    return statistics.median(seconds(work) for _ in range(rounds))


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    rounds: int = parser.parse_args().rounds
    missed = 0
    with tempfile.TemporaryDirectory() as name:
        document = prose(Path(name))
        theme = apply(load_theme("civic"), document.booklet.report.page)
        breaking, painting, count = per_page(document, theme, rounds)
    print(f"dense text, {count} pages of A4, ms of processor a page")
    for what, found, most in (("breaking and justifying", breaking, BREAK_MS), ("painting", painting, PAINT_MS)):
        missed += found > most
        print(f"  {what:<32}{found:8.2f}  limit {most}  {'held' if found <= most else 'MISSED'}")
    print("odd paragraphs, s of processor each")
    for one in PARAGRAPHS:
        with tempfile.TemporaryDirectory() as name:
            found = odd(Path(name), one, max(1, rounds // 2))
        missed += found > ODD_S
        print(f"  {one:<32}{found:8.2f}  limit {ODD_S}  {'held' if found <= ODD_S else 'MISSED'}")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
