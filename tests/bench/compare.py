"""reportgen beside its peers: whole processes, alternating, medians of the ratios of each round.

    python tests/bench/compare.py [--rounds N] [--large-rounds N] [--sizes 8,50,400] [--only pdf,docx,charts]

Prints the table. A run of everything also rewrites the measured part of docs/performance.md. Exit code 1 where a floor
is missed or the page counts differ by more than 15 %.
"""

import argparse
import os
import platform
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path

BENCH = Path(__file__).resolve().parent
ROOT = BENCH.parent.parent
WORK = BENCH / "work"
PEERS = WORK / "peers"
REPORT = ROOT / "docs" / "performance.md"
BIN = Path(sys.executable).parent
FACES = ("BookletSong-Regular.ttf", "BookletHei-Regular.ttf", "BookletHei-Bold.ttf")
LARGE = 400
PAGES_WITHIN = 0.15
BEGIN, END = "<!-- measured: make bench -->", "<!-- /measured -->"


@dataclass(frozen=True)
class Sample:
    """One run, all its processes together: seconds by the wall and of processor, the largest process in MB."""

    wall: float
    cpu: float
    peak: float

    def __add__(self, other: "Sample") -> "Sample":
        return Sample(self.wall + other.wall, self.cpu + other.cpu, max(self.peak, other.peak))


@dataclass(frozen=True)
class Limit:
    """What is asked of one pair: ratios of wall time, and MB. None: nothing is asked."""

    floor: float | None = None
    goal: float | None = None
    peak: float | None = None


@dataclass
class Pair:
    """Two ways to the same document, and what was measured of them."""

    name: str
    peer: str
    size: int
    limit: Limit
    ours: Callable[[], Sample]
    theirs: Callable[[], Sample]
    outputs: tuple[Path, Path]
    compare_pages: bool
    samples: list[tuple[Sample, Sample]] = field(default_factory=list)
    pages: tuple[int, int] = (0, 0)

    def ratio(self, of: Callable[[Sample], float] = lambda sample: sample.wall) -> float:
        """Median of the rounds' ratios, ours to theirs."""
        return statistics.median(of(ours) / of(theirs) for ours, theirs in self.samples)

    def median(self, side: int, of: Callable[[Sample], float]) -> float:
        return statistics.median(of(sample[side]) for sample in self.samples)

    def peak(self, side: int) -> float:
        return max(sample[side].peak for sample in self.samples)

    @property
    def faults(self) -> list[str]:
        found = []
        if self.limit.floor is not None and self.ratio() > self.limit.floor:
            found.append(f"{self.ratio():.2f} x, floor {self.limit.floor} x")
        if self.limit.peak is not None and self.peak(0) > self.limit.peak:
            found.append(f"{self.peak(0):.0f} MB, floor {self.limit.peak:.0f} MB")
        ours, theirs = self.pages
        if self.compare_pages and abs(ours - theirs) > PAGES_WITHIN * theirs:
            found.append(f"{ours} pages, the peer {theirs}")
        return found


# --- running


def run(command: Sequence[str | Path], cwd: Path, **environment: str) -> Sample:
    """One process with all it starts. Raises CalledProcessError."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("REPORTGEN_")}
    clean.pop("PYTHONDONTWRITEBYTECODE", None)  # with it, what is not compiled yet would be compiled at every start
    clean |= {"PATH": f"{BIN}{os.pathsep}{os.environ.get('PATH', '')}"} | environment
    started = time.perf_counter()
    # to a file, not a pipe: nobody has to read while the process runs
    with (WORK / "last.log").open("wb") as log:
        process = subprocess.Popen(list(map(str, command)), cwd=cwd, env=clean, stdout=log, stderr=subprocess.STDOUT)
        _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.stderr.write((WORK / "last.log").read_text(encoding="utf-8", errors="replace"))
        raise subprocess.CalledProcessError(process.returncode, list(map(str, command)))
    megabyte = 1e6 if sys.platform == "darwin" else 1e3  # ru_maxrss: bytes there, kibibytes elsewhere
    scale = 1.0 if sys.platform == "darwin" else 1.024
    return Sample(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * scale / megabyte)


def reportgen(project: Path, target: str, out: Path) -> Sample:
    """A build with every cache empty."""
    with tempfile.TemporaryDirectory(dir=WORK) as cache:
        command: list[str | Path] = [BIN / "reportgen", "build", "--force", project, "--to", target, "-o", out]
        return run(command, WORK, XDG_CACHE_HOME=cache)


def typst(size: int, charts: str, out: Path) -> Sample:
    """Typst without tags, which this edition has not either."""
    return run([sys.executable, "peer_typst.py", f"src/data_{size}.yaml", charts, out, "notags"], PEERS)


def drawn(size: int) -> Sample:
    """The charts by matplotlib, for Typst to place."""
    return run([sys.executable, "mkcharts.py", f"src/data_{size}.yaml", f"src/mpl_{size}", "svg"], PEERS)


def pandoc(size: int, out: Path) -> Sample:
    return run(["sh", "pandoc_docx.sh", f"src/data_{size}.yaml", "none", out], PEERS)


# --- what is compared


def pairs(kinds: Sequence[str], sizes: Sequence[int]) -> list[Pair]:
    """Every pair asked for, with the floors of the main job and the goals of the speed work."""
    pdf = {8: Limit(3.5, 1.5), 50: Limit(1.5, 1.0), 400: Limit(1.0, 0.6, 200.0)}
    docx = {50: Limit(1.0), 400: Limit(0.6, peak=150.0)}
    found = []
    for size in sizes:
        plain, charted = WORK / f"book-{size}", WORK / f"charted-{size}"
        if "pdf" in kinds:
            found.append(_pdf_pair(size, plain, pdf.get(size, Limit())))
        if "docx" in kinds:
            found.append(_docx_pair(size, plain, docx.get(size, Limit())))
        if "charts" in kinds and size == 50:
            found.append(_charts_pair(size, charted, Limit(1.0)))
    return found


def _pdf_pair(size: int, project: Path, limit: Limit) -> Pair:
    ours, theirs = WORK / "out" / project.name / "booklet.pdf", PEERS / f"plain-{size}.pdf"
    return Pair(
        "PDF, no charts", "Typst", size, limit, lambda: reportgen(project, "pdf", WORK / "out"),
        lambda: typst(size, "none", theirs), (ours, theirs), compare_pages=True,
    )  # fmt: skip


def _docx_pair(size: int, project: Path, limit: Limit) -> Pair:
    ours, theirs = WORK / "out" / project.name / "draft.docx", PEERS / f"plain-{size}.docx"
    return Pair(
        "DOCX, no charts", "pandoc", size, limit, lambda: reportgen(project, "docx", WORK / "out"),
        lambda: pandoc(size, theirs), (ours, theirs), compare_pages=False,
    )  # fmt: skip


def _charts_pair(size: int, project: Path, limit: Limit) -> Pair:
    ours, theirs = WORK / "out" / project.name / "booklet.pdf", PEERS / f"charted-{size}.pdf"
    return Pair(
        "PDF, matplotlib charts", "matplotlib + Typst", size, limit, lambda: reportgen(project, "pdf", WORK / "out"),
        lambda: drawn(size) + typst(size, "svg", theirs), (ours, theirs), compare_pages=False,
    )  # fmt: skip


def prepare(sizes: Sequence[int], kinds: Sequence[str]) -> None:
    """The peers with their data and our fonts, and the same data as projects, in the work folder."""
    for folder in (PEERS / "src", PEERS / "fonts"):
        folder.mkdir(parents=True, exist_ok=True)
    for source in (BENCH / "peers").iterdir():
        if source.is_file():
            shutil.copy(source, PEERS)
    for face in FACES:
        shutil.copy(ROOT / "fonts" / face, PEERS / "fonts")
    run([sys.executable, "-m", "compileall", "-q", ROOT / "src" / "reportgen"], WORK)  # as an installed program is
    for size in sizes:
        run([sys.executable, "gen.py", str(size), f"src/data_{size}.yaml"], PEERS)
        script, data = BENCH / "dataset.py", PEERS / "src" / f"data_{size}.yaml"
        run([sys.executable, script, data, WORK / f"book-{size}"], WORK)
        if "charts" in kinds and size == 50:
            run([sys.executable, script, data, WORK / f"charted-{size}", "--charts", "all"], WORK)


def measure(pair: Pair, rounds: int) -> None:
    """Both once unmeasured, so that files and bytecode are warm for both; then A B A B."""
    pair.ours()
    pair.theirs()
    for _ in range(rounds):
        pair.samples.append((pair.ours(), pair.theirs()))
    if all(path.suffix == ".pdf" for path in pair.outputs):
        pair.pages = (page_count(pair.outputs[0]), page_count(pair.outputs[1]))


def page_count(path: Path) -> int:
    """In a process of its own: what this one holds would be counted into its children's peaks until they exec."""
    script = "import pypdfium2, sys; print(len(pypdfium2.PdfDocument(sys.argv[1])))"
    done = subprocess.run([sys.executable, "-c", script, str(path)], capture_output=True, check=True)
    return int(done.stdout)


# --- telling


def row(pair: Pair) -> list[str]:
    """A line of the table."""
    cells = [pair.name, pair.peer, str(pair.size)]
    for of in (_wall, _cpu):
        cells.append(f"{pair.median(0, of):.2f} / {pair.median(1, of):.2f}")
    cells.append(f"{pair.peak(0):.0f} / {pair.peak(1):.0f}")
    cells.append(f"{pair.pages[0]} / {pair.pages[1]}" if pair.pages[0] else "")
    sizes = [path.stat().st_size / 1000 for path in pair.outputs]
    cells.append(f"{sizes[0]:,.0f} / {sizes[1]:,.0f}")
    cells.append(f"**{pair.ratio():.2f}** ({pair.ratio(_cpu):.2f})")
    floor = "" if pair.limit.floor is None else f"{pair.limit.floor:.1f}"
    floor += "" if pair.limit.peak is None else f", {pair.limit.peak:.0f} MB"
    goal = "" if pair.limit.goal is None else f"{pair.limit.goal:.1f}"
    return [*cells, floor, goal, "missed" if pair.faults else "held" if floor else ""]


def _wall(sample: Sample) -> float:
    return sample.wall


def _cpu(sample: Sample) -> float:
    return sample.cpu


HEAD = (
    "what", "peer", "N", "wall s", "CPU s", "peak MB", "pages", "kB", "wall ratio (CPU)", "floor", "goal", "",
)  # fmt: skip


def table(measured: Sequence[Pair]) -> str:
    """The table in Markdown; ours stands first in every pair of figures."""
    lines = [HEAD, *map(row, measured)]
    lines.insert(1, ["---"] * 3 + ["--:"] * (len(HEAD) - 4) + ["---"])
    return "\n".join("| " + " | ".join(line) + " |" for line in lines) + "\n"


def machine() -> str:
    """The machine by cores and processor, and the versions; nothing else about it."""
    processor = platform.processor() or platform.machine()
    cpuinfo = Path("/proc/cpuinfo")
    if cpuinfo.is_file():
        found = re.search(r"^model name\s*:\s*(.+)$", cpuinfo.read_text(encoding="utf-8"), re.MULTILINE)
        processor = found[1] if found else processor
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    told = subprocess.run(["pandoc", "--version"], capture_output=True, encoding="utf-8", check=False)
    tools = [f"Python {platform.python_version()}", f"typst {version('typst')}", told.stdout.split("\n")[0]]
    return f"{cores} cores, {processor}; {', '.join(filter(None, tools))}."


def write_report(measured: Sequence[Pair], rounds: int, large: int) -> None:
    """Put the measured part into docs/performance.md between its marks; the words around it are written by hand."""
    said = f"{machine()} Rounds: {rounds}, from {LARGE} departments on {large}."
    text = REPORT.read_text(encoding="utf-8")
    before, _, rest = text.partition(BEGIN)
    _, found, after = rest.partition(END)
    if not found:
        raise SystemExit(f"{REPORT} lacks the marks {BEGIN} … {END}")
    REPORT.write_text(f"{before}{BEGIN}\n\n{said}\n\n{table(measured)}\n{END}{after}", encoding="utf-8")


def main() -> int:
    """Measure what is asked, print it, write the report when it was everything."""
    known = ("pdf", "docx", "charts")
    parser = argparse.ArgumentParser(description="reportgen beside Typst and pandoc.")
    parser.add_argument("--rounds", type=int, default=7, help="rounds of a pair (7)")
    parser.add_argument("--large-rounds", type=int, default=5, help=f"rounds from {LARGE} departments on (5)")
    parser.add_argument("--sizes", default="8,50,400", help="numbers of departments (8,50,400)")
    parser.add_argument("--only", default=",".join(known), help="some of pdf,docx,charts")
    asked = parser.parse_args()
    sizes = [int(size) for size in asked.sizes.split(",")]
    kinds = asked.only.split(",")
    if not set(kinds) <= set(known):
        parser.error(f"--only takes {', '.join(known)}")
    if "docx" in kinds and shutil.which("pandoc") is None:
        parser.error("pandoc is not installed; leave it out with --only pdf,charts")
    prepare(sizes, kinds)
    measured = pairs(kinds, sizes)
    for pair in measured:
        measure(pair, asked.large_rounds if pair.size >= LARGE else asked.rounds)
        print(f"{pair.name}, {pair.size}: {pair.ratio():.2f} x {pair.peer}", file=sys.stderr, flush=True)
    print(machine())
    print(table(measured))
    if set(kinds) == set(known) and sizes == [8, 50, 400]:
        write_report(measured, asked.rounds, asked.large_rounds)
    faults = [f"{pair.name}, {pair.size}: {fault}" for pair in measured for fault in pair.faults]
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
