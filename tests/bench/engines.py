"""Engines that set Chinese, each by the settings that its manual offers: a PDF with a sample a page.

side_by_side.py compares what comes out. An engine that is not installed has no version.
"""

import html
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

FONTS = Path(__file__).resolve().parents[2] / "fonts"
SONG, HEI = "BookletSong-Regular.ttf", "BookletHei-Bold.ttf"
SIZE, LEADING, EMS = 10.5, 18.0, 20  # points, points, em
TITLE_SIZE, TITLE_LEADING = 16.0, 27.0
MEASURE, MARGIN = EMS * SIZE, 20.0
WIDTH, HEIGHT = MEASURE + 2 * MARGIN, 300.0  # of the page, points
_ADDRESS = re.compile(r"https?://[!-~]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII)


@dataclass(frozen=True)
class Sample:
    """A paragraph or title; ``places`` are the parts of it that the text beside the picture speaks of."""

    name: str
    text: str
    places: tuple[str, ...] = ()
    title: bool = False


def by_reportgen(folder: Path, samples: Sequence[Sample]) -> Path:
    """A project with a theme of its own, built as any other."""
    style = f"{{size: {SIZE}, leading: {LEADING}, indent: 2}}"
    headline = f"{{face: hei-bold, size: {TITLE_SIZE}, leading: {TITLE_LEADING}, colour: ink}}"
    (folder / "theme.yaml").write_text(
        f"extends: civic\nfacing: false\ncolours: {{primary: '#FFFFFF', ink: '#000000'}}\n"
        f"page: {{width: {WIDTH}, height: {HEIGHT}, top: {MARGIN}, bottom: {MARGIN}, inner: {MARGIN}, outer: {MARGIN},"
        f" grid: {LEADING}}}\n"
        f"styles:\n  body: {style}\n  board_headline: {headline}\n",
        encoding="utf-8",
    )
    (folder / "report.yaml").write_text(
        "title: t\nissuer: t\nedition: {period: t, elapsed: 50, date: 2026-01-01, cutoff: t}\ntheme: theme.yaml\n"
        f"registers: [indicators.yaml]\nsections: [{', '.join(f'{one.name}.yaml' for one in samples)}]\n",
        encoding="utf-8",
    )
    (folder / "indicators.yaml").write_text("t.t: {name: t, value: 1, unit: 个}\n", encoding="utf-8")
    for one in samples:
        headline, block = (one.text, "。") if one.title else ("。", one.text)
        (folder / f"{one.name}.yaml").write_text(
            f"id: {one.name}\nrole: department\nname: 口\nshort: 口\nheadline: {headline}\nblocks:\n"
            f"  - kind: pagebreak\n  - '{block}'\n",
            encoding="utf-8",
        )
    command = [sys.executable, "-c", "from reportgen.cli.main import run; run()", "build", str(folder), "--to", "pdf"]
    _run([*command, "-o", str(folder / "out")])
    return next((folder / "out").rglob("booklet.pdf"))


def by_typst(folder: Path, samples: Sequence[Sample]) -> Path:
    import typst

    parts = []
    for one in samples:
        size, leading = (TITLE_SIZE, TITLE_LEADING) if one.title else (SIZE, LEADING)
        face = f'font: "Booklet Hei", weight: 700, size: {size}pt' if one.title else f"size: {size}pt"
        how = "justify: false, first-line-indent: 0em" if one.title else "justify: true"
        text = _ADDRESS.sub(lambda found: f'#link("{found[0]}")[#"{found[0]}"]', _escaped(one.text, "#@_*<>$\\[]~"))
        parts.append(f"#[#set text({face})\n#set par({how}, leading: {leading - size}pt)\n{text}\n]")
    source = (
        f"#set page(width: {WIDTH}pt, height: {HEIGHT}pt, margin: {MARGIN}pt)\n"
        f'#set text(font: "Noto Serif SC", lang: "zh", region: "cn", top-edge: 0.88em, bottom-edge: -0.12em)\n'
        "#set par(first-line-indent: (amount: 2em, all: true))\n" + "\n#pagebreak()\n".join(parts)
    )
    path = folder / "typst.typ"
    path.write_text(source, encoding="utf-8")
    typst.compile(str(path), str(folder / "typst.pdf"), font_paths=[str(FONTS)], ignore_system_fonts=True)
    return folder / "typst.pdf"


def by_chromium(folder: Path, samples: Sequence[Sample]) -> Path:
    parts = []
    for one in samples:
        text = _ADDRESS.sub(lambda found: f"<a>{found[0]}</a>", html.escape(one.text, quote=False))
        parts.append(f"<h1>{text}</h1>" if one.title else f"<p>{text}</p>")
    for name in (SONG, HEI):
        shutil.copy(FONTS / name, folder / name)
    path = folder / "chromium.html"
    path.write_text(
        f"""<!doctype html><html lang="zh-CN"><meta charset="utf-8"><style>
@font-face {{font-family: Song; src: url({SONG})}} @font-face {{font-family: Hei; src: url({HEI})}}
@page {{size: {WIDTH}pt {HEIGHT}pt; margin: {MARGIN}pt}}
body {{margin: 0; width: {MEASURE}pt; font: {SIZE}pt/{LEADING}pt Song}}
body {{text-autospace: normal; text-spacing-trim: trim-start}}
p, h1 {{margin: 0; break-after: page; line-break: strict; overflow-wrap: anywhere}}
p {{text-indent: 2em; text-align: justify}}
h1 {{font: {TITLE_SIZE}pt/{TITLE_LEADING}pt Hei; text-wrap: balance; word-break: auto-phrase}}
</style>{"".join(parts)}""",
        encoding="utf-8",
    )
    command = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]
    _run([*command, f"--print-to-pdf={folder / 'chromium.pdf'}", str(path)])
    return folder / "chromium.pdf"


def by_xelatex(folder: Path, samples: Sequence[Sample]) -> Path:
    parts = []
    for one in samples:
        text = _ADDRESS.sub(lambda found: rf"\url{{{found[0]}}}", _escaped(one.text, "#&%$"))
        if one.title:
            text = rf"\fontsize{{{TITLE_SIZE}bp}}{{{TITLE_LEADING}bp}}\selectfont\raggedright\noindent\hei {text}"
        parts.append(rf"{{{text}\par}}")
    path = folder / "xelatex.tex"
    path.write_text(
        rf"""\documentclass[fontset=none,zihao=false,linespread=1]{{ctexart}}
\usepackage[paperwidth={WIDTH}bp,paperheight={HEIGHT}bp,margin={MARGIN}bp]{{geometry}}
\setmainfont{{{SONG}}}[Path={FONTS.as_posix()}/]
\setCJKmainfont{{{SONG}}}[Path={FONTS.as_posix()}/]
\setCJKfamilyfont{{hei}}{{{HEI}}}[Path={FONTS.as_posix()}/]
\newcommand\hei{{\CJKfamily{{hei}}}}
\usepackage{{url}}\urlstyle{{same}}
\xeCJKsetup{{PunctStyle=quanjiao,CheckSingle=true}}
\pagestyle{{empty}}\setlength\parskip{{0pt}}\emergencystretch=2em
\begin{{document}}\fontsize{{{SIZE}bp}}{{{LEADING}bp}}\selectfont\setlength\parindent{{2\ccwd}}
"""
        + "\n\\newpage\n".join(parts)
        + "\n\\end{document}\n",
        encoding="utf-8",
    )
    _run(["xelatex", "-interaction=nonstopmode", path.name], folder)
    return folder / "xelatex.pdf"


def _escaped(text: str, signs: str) -> str:
    """``text`` with a backslash before ``signs``; addresses stay as they are."""
    kept = [found.span() for found in _ADDRESS.finditer(text)]
    return "".join(
        f"\\{char}" if char in signs and not any(a <= at < b for a, b in kept) else char for at, char in enumerate(text)
    )


def _run(command: Sequence[str], folder: Path | None = None) -> str:
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=120, check=False)
    if done.returncode:
        raise RuntimeError(f"{command[0]}: {done.stdout[-2000:]}{done.stderr[-2000:]}")
    return done.stdout


@dataclass(frozen=True)
class Engine:
    """A name, how it sets the samples, and its version; "" where it is not installed."""

    name: str
    make: Callable[[Path, Sequence[Sample]], Path]
    version: Callable[[], str]


def _package(name: str) -> Callable[[], str]:
    def find() -> str:
        try:
            return version(name)
        except PackageNotFoundError:
            return ""

    return find


def _program(name: str, pattern: str) -> Callable[[], str]:
    def find() -> str:
        if not shutil.which(name):
            return ""
        found = re.search(pattern, _run([name, "--version"]))
        return found[1] if found else "?"

    return find


ENGINES = (
    Engine("reportgen", by_reportgen, _package("reportgen")),
    Engine("Typst", by_typst, _package("typst")),
    Engine("Chromium", by_chromium, _program("chromium", r"Chromium ([\d.]+)")),
    Engine("XeLaTeX + ctex", by_xelatex, _program("xelatex", r"(TeX Live \d+)")),
)
