"""``reportgen press``: read the file, have it printed, deliver, report."""

import json
from pathlib import Path
from typing import Any

import click

from reportgen.build import DeliveryError, LockedError, deliver, locked
from reportgen.cli.language import language, say
from reportgen.cli.press_report import as_data, as_lines
from reportgen.cli.run import CONTENT, IO, LOCKED, OK, WARNINGS
from reportgen.cli.show import as_json, as_text, counted, in_order
from reportgen.diagnostics import Diagnostics
from reportgen.press import Job, Limits, Printed, print_file
from reportgen.units import POINTS_PER_MM

_NAMES = {"none": "press", "saddle": "saddle", "quire": "quire", "signature": "signature"}


def run_press(
    file: Path, out: Path, *, only_look: bool, strict: bool, style: str, lang: str | None, limits: Limits, **asked: Any
) -> int:
    """Check and impose one file; the exit code says how it went."""
    if not file.is_file():
        raise click.UsageError(say(f"没有文件“{file}”。", f'There is no file "{file}".'))
    job = Job(**asked)
    found = Diagnostics()
    printed = print_file(file.read_bytes(), job, found, limits=limits, only_look=only_look)
    code = CONTENT if found.has_errors else WARNINGS if strict and len(found) else OK
    target = out / f"{file.stem}-{_NAMES[job.scheme]}.pdf"
    written = None
    if code == OK and printed is not None and printed.imposed is not None:
        failed = _deliver(out, {target: printed.imposed.data})
        if failed:
            return failed
        written = target
    if style == "json":
        click.echo(_as_json(file, printed, found, written))
    else:
        _say(file, printed, found, written)
    return code


def _deliver(out: Path, files: dict[Path, bytes]) -> int:
    """Put the files in place under the folder's lock; an exit code where that failed, else 0."""
    try:
        with locked(out):
            deliver(files)
    except DeliveryError as error:
        reason = error.reason.strerror
        click.echo(say(f"写不了 {error.path}：{reason}", f"cannot write {error.path}: {reason}"), err=True)
        return IO
    except LockedError as error:
        click.echo(say(f"另一个生成正在进行（{error.path}）。", f"Another build is at work ({error.path})."), err=True)
        return LOCKED
    return OK


def _say(file: Path, printed: Printed | None, found: Diagnostics, written: Path | None) -> None:
    for one in in_order(found, lambda _: None):
        click.echo(as_text(one, None, None, language()), err=True)
    errors = sum(one.severity == "error" for one in found)
    if len(found):
        click.echo(counted(errors, len(found) - errors, language()), err=True)
    if printed is not None and printed.report is not None:
        click.echo(say(f"{file.name}：{printed.pages} 页", f"{file.name}: {printed.pages} pages"))
        for line in as_lines(printed.report):
            click.echo(line)
    if printed is None or printed.imposed is None:
        return
    imposed = printed.imposed
    across, up = (side / POINTS_PER_MM for side in imposed.paper)
    if written is not None:
        name = written.as_posix()
        click.echo(
            say(
                f"{name}  {imposed.sheets} 张，{imposed.sides} 面，纸张 {across:.1f} × {up:.1f} 毫米",
                f"{name}  {imposed.sheets} sheets, {imposed.sides} sides, paper {across:.1f} × {up:.1f} mm",
            )
        )


def _as_json(file: Path, printed: Printed | None, found: Diagnostics, written: Path | None) -> str:
    report: dict[str, object] = {"file": file.as_posix(), "pages": printed.pages if printed else None, "output": None}
    report["preflight"] = as_data(printed.report) if printed is not None and printed.report is not None else None
    if printed is not None and printed.imposed is not None and written is not None:
        imposed = printed.imposed
        report["output"] = {
            "file": written.as_posix(), "sheets": imposed.sheets, "sides": imposed.sides, "blanks": imposed.blanks,
            "paper_mm": [round(side / POINTS_PER_MM, 2) for side in imposed.paper],
        }  # fmt: skip
    report["diagnostics"] = json.loads(as_json(in_order(found, lambda _: None), lambda _: None, language()))
    return json.dumps(report, ensure_ascii=False, indent=2)
