"""``reportgen themes``: list the themes, draw a picture of each where that is asked."""

import json
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import Any

import click
import msgspec

from reportgen.build import SPECIMEN, DeliveryError, LockedError, deliver, locked, theme_picture
from reportgen.cli.building import Ticker, display, file_inside, show_found
from reportgen.cli.language import language, say
from reportgen.cli.run import CONTENT, IO, LOCKED, OK
from reportgen.cli.show import as_json, in_order
from reportgen.cli.theme_report import as_data, as_lines
from reportgen.content import Dress, Offer, Offered, offered_themes, place_of
from reportgen.diagnostics import Diagnostic, Diagnostics, Place
from reportgen.source import Source
from reportgen.theme import InkUse

_FOLDER = "themes"  # of the pictures


class _Asked(msgspec.Struct, frozen=True):
    """What pictures are to be drawn of: ``project`` is None for the specimen."""

    project: Path | None
    out: Path
    width: int
    dress: Dress
    verbose: bool

    @property
    def folder(self) -> Path:
        return self.out / _FOLDER if self.project is None else self.out / self.project.resolve().name / _FOLDER


def run_themes(
    folder: Path | None, *, pictures: bool, out: Path, width: int, only: tuple[str, ...], ink: InkUse,
    brand: Path | None, style: str, verbose: bool, lang: str | None,
) -> int:  # fmt: skip
    """List the themes; the exit code says whether all of them can be used."""
    project = _project(folder)
    if brand is not None and project is None:
        raise click.UsageError(say("--brand 要有项目：写上 DIR。", "--brand needs a project: name its folder."))
    worn = file_inside(brand, project or Path())
    found = Diagnostics()
    offer = offered_themes(project, found, "" if project is None else display(project), ink)
    offer = _chosen(offer, only)
    sources = dict(offer.sources)
    drawn: dict[str, Path] = {}
    code = OK
    if pictures:
        asked = _Asked(project, out, width, Dress(ink, worn), verbose)
        code = _draw(offer.themes, asked, drawn, (found, sources))
    if style == "json":
        click.echo(_as_json(offer, drawn, found, sources))
    else:
        show_found(found, sources)
        _say(offer, drawn)
    return code or (CONTENT if found.has_errors else OK)


def _project(folder: Path | None) -> Path | None:
    """The project named, else the one stood in, else none. Raises UsageError."""
    if folder is None:
        return Path() if Path("report.yaml").is_file() else None
    if not folder.is_dir():
        raise click.UsageError(say(f"没有文件夹“{folder}”。", f'There is no folder "{folder}".'))
    return folder


def _chosen(offer: Offer, only: tuple[str, ...]) -> Offer:
    """The themes asked for, all of them without a choice. Raises UsageError."""
    written = (name.strip() for part in only for name in part.replace("，", ",").split(","))
    names = [PurePosixPath(name).as_posix() for name in written if name]  # ./themes/ours.yaml too
    known = [one.name for one in offer.themes]
    for name in names:
        if name not in known:
            raise click.UsageError(
                say(
                    f"没有主题“{name}”。可以写：{'、'.join(known)}",
                    f'There is no theme "{name}". There are: {", ".join(known)}',
                )
            )
    if not names:
        return offer
    return msgspec.structs.replace(offer, themes=tuple(one for one in offer.themes if one.name in names))


def _draw(
    themes: Sequence[Offered], asked: _Asked, drawn: dict[str, Path], told: tuple[Diagnostics, dict[str, Source]]
) -> int:
    """Draw every theme that holds, and put all pictures in place; an exit code where that failed, else 0.

    ``drawn`` receives the files by theme; ``told`` what is wrong, and the files that messages show.
    """
    files: dict[Path, bytes] = {}
    try:
        with locked(asked.out):
            for one in themes:
                data = None if one.theme is None else _picture(one.name, asked, told)
                if data is not None:
                    path = asked.folder / _file_name(one.name, [path.name for path in files])
                    files[path] = data
                    drawn[one.name] = path
            deliver(files)
    except DeliveryError as error:
        reason = error.reason.strerror
        click.echo(say(f"写不了 {error.path}：{reason}", f"cannot write {error.path}: {reason}"), err=True)
        drawn.clear()
        return IO
    except LockedError as error:
        click.echo(say(f"另一个生成正在进行（{error.path}）。", f"Another build is at work ({error.path})."), err=True)
        return LOCKED
    return OK


def _picture(name: str, asked: _Asked, told: tuple[Diagnostics, dict[str, Source]]) -> bytes | None:
    folder = SPECIMEN if asked.project is None else asked.project.resolve()
    shown = SPECIMEN.name if asked.project is None else display(asked.project)
    sink = Diagnostics()
    ticker = Ticker(name, asked.verbose)
    try:
        dress = msgspec.structs.replace(asked.dress, theme=name)
        data, loaded = theme_picture(folder, shown, dress, asked.width, sink, ticker)
    finally:
        ticker.clear()
    found, sources = told
    sources.update(loaded.sources)
    for one in sink:
        found.add(one)
    return data


def _file_name(theme: str, taken: Sequence[str]) -> str:
    """``civic.png``, ``ours.png`` for themes/ours.yaml, or all of its path where that is taken."""
    path = PurePosixPath(theme)
    short = f"{path.stem}.png" if path.suffix in (".yaml", ".yml") else f"{path.name}.png"
    return f"{theme.replace('/', '-')}.png" if short in taken else short


def _say(offer: Offer, drawn: Mapping[str, Path]) -> None:
    swatches = sys.stdout.isatty() and "NO_COLOR" not in os.environ
    blocks = []
    for one in offer.themes:
        picture = drawn[one.name].as_posix() if one.name in drawn else ""
        blocks.append("\n".join(as_lines(one, picture, swatches=swatches)))
    click.echo("\n\n".join(blocks))
    if not drawn:
        click.echo()
        click.echo(
            say(
                "样张：reportgen themes --pictures；选用：在 report.yaml 里写 theme: 名称",
                "Pictures: reportgen themes --pictures. To choose one, write in report.yaml theme: NAME",
            )
        )


def _as_json(offer: Offer, drawn: Mapping[str, Path], found: Diagnostics, sources: Mapping[str, Source]) -> str:
    def place(one: Diagnostic) -> Place | None:
        return place_of(one.where, sources)

    rows = [(one, drawn[one.name].as_posix() if one.name in drawn else "") for one in offer.themes]
    report: dict[str, Any] = {"themes": as_data(rows)}
    report["diagnostics"] = json.loads(as_json(in_order(found, place), place, language()))
    return json.dumps(report, ensure_ascii=False, indent=2)
