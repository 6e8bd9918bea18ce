"""A short line spread to a width by equal gaps between its characters (均排): titles, names in a list."""

import msgspec

from reportgen.typeset.text import VISIBLE_GAP, SetLine, SetRun


def spread(line: SetLine, width: float, *, most: float) -> SetLine:
    """``line`` as wide as ``width``; as it is where that would open a gap of more than ``most`` em, or none at all."""
    count = sum(len(run.glyphs) for run in line.runs)
    if count < 2:
        return line
    extra = (width - line.width) / (count - 1)
    if not 0 < extra <= most * line.size:
        return line
    runs: list[SetRun] = []
    before = 0
    for run in line.runs:
        share = extra / run.size * 1000
        runs.append(
            msgspec.structs.replace(
                run, x=run.x + before * extra, spacing=run.spacing + share, actual=run.actual or share > VISIBLE_GAP
            )
        )
        before += len(run.glyphs)
    return msgspec.structs.replace(line, width=width, runs=tuple(runs), dots=(), links=())
