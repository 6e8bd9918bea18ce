"""``reportgen init DIR``: a small project that builds as it is and shows how content is written."""

import json
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

import click

from reportgen.build import deliver
from reportgen.cli.language import language, say
from reportgen.cli.run import OK, USAGE
from reportgen.content import SCHEMA_KINDS, schema

_SCHEMAS = ".reportgen"


def run_init(folder: Path) -> int:
    """Copy the starter into ``folder`` (which must be new or empty) with the schemas that editors use."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        click.echo(
            say(f"“{folder}”不是空文件夹，没有改动。", f'"{folder}" is not an empty folder; nothing was done.'),
            err=True,
        )
        return USAGE
    starter = resources.files("reportgen.cli") / "starter"
    files = {folder / name: _with_editor_line(name, data) for name, data in _tree(starter)}
    for kind in SCHEMA_KINDS:
        text = json.dumps(schema(kind, language()), ensure_ascii=False, indent=1) + "\n"
        files[folder / _SCHEMAS / f"{kind}.schema.json"] = text.encode()
    deliver(files)
    for path in sorted(files):
        if _SCHEMAS not in path.parts:
            click.echo(path.as_posix())
    click.echo(say(f"下一步：reportgen build {folder.as_posix()}", f"Next: reportgen build {folder.as_posix()}"))
    return OK


def _tree(folder: Traversable, prefix: str = "") -> list[tuple[str, bytes]]:
    found: list[tuple[str, bytes]] = []
    for item in sorted(folder.iterdir(), key=lambda item: item.name):
        if item.is_dir():
            found += _tree(item, f"{prefix}{item.name}/")
        elif item.name.endswith(".yaml"):
            found.append((prefix + item.name, item.read_bytes()))
    return found


def _with_editor_line(name: str, data: bytes) -> bytes:
    """The file with the comment by which editors (yaml-language-server) find its schema."""
    kind = {"report.yaml": "report", "indicators.yaml": "indicators"}.get(name, "section")
    up = "../" * name.count("/")
    return f"# yaml-language-server: $schema={up}{_SCHEMAS}/{kind}.schema.json\n".encode() + data
