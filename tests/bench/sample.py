"""The whole sample project beside Typst, matplotlib and pandoc on eight departments: cold, and with nothing changed.

    python tests/bench/sample.py [--rounds N]

Ours is everything that a release is made of: booklet, drafts, a board for each department. Theirs is the sum of the
charts drawn by matplotlib as SVG, the PDF by Typst that places them, and the DOCX by pandoc. Exit code 1 where a limit
is missed.
"""

import argparse
import statistics
import sys
import tempfile
from pathlib import Path

from compare import BIN, PEERS, ROOT, WORK, Sample, drawn, machine, pandoc, prepare, run, typst

SIZE = 8
COLD, AGAIN = 2.5, 0.5  # of the peers' time
PROJECT = ROOT / "content" / "qingdao-2019h1"
TARGETS = "pdf,docx,drafts,board"


def ours(out: Path, cache: Path) -> Sample:
    command = [BIN / "reportgen", "build", PROJECT, "--to", TARGETS, "-o", out]
    return run(command, WORK, XDG_CACHE_HOME=str(cache))


def theirs() -> Sample:
    charts = drawn(SIZE)
    return charts + typst(SIZE, "svg", PEERS / f"sample-{SIZE}.pdf") + pandoc(SIZE, PEERS / f"sample-{SIZE}.docx")


def main() -> int:
    """Alternate, print medians, say what is missed."""
    parser = argparse.ArgumentParser(description="The whole sample beside its peers.")
    parser.add_argument("--rounds", type=int, default=7, help="rounds (7)")
    rounds = parser.parse_args().rounds
    prepare([SIZE], ["pdf"])
    found: list[tuple[Sample, Sample, Sample]] = []
    for number in range(rounds + 1):
        with tempfile.TemporaryDirectory(dir=WORK) as name:
            folder = Path(name)
            cold, again = ours(folder / "out", folder / "cache"), ours(folder / "out", folder / "cache")
        if number:  # the first round warms files and bytecode
            found.append((cold, again, theirs()))
        else:
            theirs()
    print(machine())
    missed = False
    for at, (name, limit) in enumerate((("cold", COLD), ("nothing changed", AGAIN))):
        ratio = statistics.median(sample[at].wall / sample[2].wall for sample in found)
        wall, peer = (statistics.median(sample[side].wall for sample in found) for side in (at, 2))
        peak = max(sample[at].peak for sample in found)
        print(f"{name}: {wall:.2f} s / {peer:.2f} s, ratio {ratio:.2f} (limit {limit}), peak {peak:.0f} MB")
        missed |= ratio > limit
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
