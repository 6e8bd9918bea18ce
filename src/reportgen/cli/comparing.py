"""``reportgen parity``: read both files, have them compared, report."""

import json
from pathlib import Path

import click

from reportgen.cli.language import language, say
from reportgen.cli.parity_report import as_data, as_lines
from reportgen.cli.run import IO, OK
from reportgen.cli.show import as_json, as_text, in_order
from reportgen.diagnostics import Diagnostics
from reportgen.parity import read_and_compare

_DIFFERENT = 1


def run_parity(booklet: Path, draft: Path, *, everything: bool, part: bool, style: str) -> int:
    """Compare two files; the exit code says whether they are equal."""
    for file in (booklet, draft):
        if not file.is_file():
            raise click.UsageError(say(f"没有文件“{file}”。", f'There is no file "{file}".'))
    found = Diagnostics()
    report = read_and_compare(booklet.read_bytes(), draft.read_bytes(), draft.name, found, part=part)
    told = in_order(found, lambda _: None)
    if style == "json":
        data: dict[str, object] = {"booklet": booklet.as_posix(), "draft": draft.as_posix()}
        data |= {"equal": None} if report is None else as_data(report)
        data["diagnostics"] = json.loads(as_json(told, lambda _: None, language()))
        click.echo(json.dumps(data, ensure_ascii=False, indent=2))
    else:
        for one in told:
            where = "" if "file" in one.arguments else f"{booklet.name}: "  # messages about Word files name them
            click.echo(where + as_text(one, None, None, language()), err=True)
        if report is not None:
            for line in as_lines(report, (booklet.name, draft.name), None if everything else 20):
                click.echo(line)
    if report is None:
        return IO
    return _DIFFERENT if report.differences else OK
