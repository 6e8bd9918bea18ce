"""``reportgen explain CODE``."""

import difflib
import re

import click

from reportgen.cli.language import language, say
from reportgen.cli.run import OK, USAGE
from reportgen.diagnostics.catalogue import CATALOGUE

_FIELD = re.compile(r"(?<!\$)\{[a-z_]+\}")


def run_explain(code: str) -> int:
    """Print what a diagnostic means and what to do; ``list`` prints all codes."""
    if code == "list":
        for name in sorted(CATALOGUE):
            click.echo(f"{name:32} {CATALOGUE[name].en if language() == 'en' else CATALOGUE[name].zh}")
        return OK
    entry = CATALOGUE.get(code)
    if entry is None:
        near = difflib.get_close_matches(code, CATALOGUE, n=3, cutoff=0.5)
        hint = say("；相近的有：", "; close ones: ") + "、".join(near) if near else ""
        click.echo(say(f"没有代码“{code}”{hint}。", f'There is no code "{code}"{hint}.'), err=True)
        return USAGE
    english = language() == "en"
    click.echo(code)
    click.echo("  " + _open(entry.en if english else entry.zh))
    click.echo()
    click.echo(entry.explain_en if english else entry.explain_zh)
    advice = entry.help_en if english else entry.help_zh
    if advice:
        click.echo()
        click.echo(say("建议：", "help: ") + _open(advice))
    return OK


def _open(text: str) -> str:
    """A message whose fields nothing fills: what a case would say there is left open."""
    return _FIELD.sub("…", text)
