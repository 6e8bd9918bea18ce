"""``reportgen build`` and ``reportgen check``: choose projects, show progress and diagnostics, sum up."""

import gc
import re
import sys
import time
from collections.abc import Iterable, Mapping
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, Literal, get_args

import click

from reportgen.build import TARGETS, Built, DeliveryError, LockedError, Request, Target, build_project, locked
from reportgen.cli.language import language, say
from reportgen.cli.parameters import Ink
from reportgen.cli.run import CONTENT, IO, LOCKED, OK, WARNINGS
from reportgen.content import Choice, Dress, Loaded, is_theme_file, place_of
from reportgen.diagnostics import Diagnostic, Diagnostics, Place
from reportgen.model.blocks import TAG_FORM
from reportgen.source import Source
from reportgen.theme import InkUse, theme_names

if TYPE_CHECKING:
    from rich.status import Status

_STAGES = {
    "read": ("读取内容", "reading"),
    "charts": ("画图表", "drawing charts"),
    "pages": ("排版", "setting pages"),
    "pdf": ("写 PDF", "writing PDF"),
    "docx": ("写 Word 初稿", "writing Word drafts"),
    "boards": ("排图板", "setting boards"),
    "pictures": ("画样张", "drawing the picture"),
    "write": ("保存", "saving"),
}


class Ticker:
    """Tells the stage: a spinner on a terminal, plain lines elsewhere, with seconds under -v."""

    def __init__(self, name: str, verbose: bool) -> None:
        self.name = name
        self.verbose = verbose
        self._started = time.perf_counter()
        self._status: Status | None = None
        if sys.stderr.isatty() and not verbose:
            from rich.console import Console  # only where somebody looks

            self._status = Console(stderr=True).status(name)
            self._status.start()

    def __call__(self, stage: str) -> None:
        """Tell that ``stage`` begins."""
        words = say(*_STAGES[stage])
        if self._status is not None:
            self._status.update(f"{self.name}: {words}…")
        else:
            seconds = f"{time.perf_counter() - self._started:6.2f} s  " if self.verbose else ""
            click.echo(f"{self.name}: {seconds}{words}", err=True)

    def clear(self) -> None:
        """Take the spinner away."""
        if self._status is not None:
            self._status.stop()


def projects(folder: Path | None) -> list[Path]:
    """The project named, else the one stood in, else every project in content/. Raises UsageError."""
    if folder is not None:
        if not folder.is_dir():
            raise click.UsageError(say(f"没有文件夹“{folder}”。", f'There is no folder "{folder}".'))
        return [folder]
    here = Path()
    if (here / "report.yaml").is_file():
        return [here]
    found = sorted(path.parent for path in (here / "content").glob("*/report.yaml"))
    if not found:
        raise click.UsageError(
            say(
                "这里没有 report.yaml，也没有 content/*/report.yaml。用 reportgen init DIR 新建一个项目。",
                "There is no report.yaml here, nor any content/*/report.yaml. Start one with: reportgen init DIR",
            )
        )
    return found


def targets(written: str | None) -> tuple[Target, ...]:
    """The targets of ``--to pdf,docx``; booklet and drafts without it. Raises UsageError."""
    known: tuple[Target, ...] = get_args(Target)
    if written is None:
        return TARGETS
    asked = [part.strip() for part in written.split(",") if part.strip()]
    unknown = [part for part in asked if part not in known]
    if unknown or not asked:
        raise click.UsageError(
            say(
                f"--to 只能是 {'、'.join(known)}，没有“{written}”。", f'--to takes {", ".join(known)}, not "{written}".'
            )
        )
    return tuple(one for one in known if one in asked)


def choices(editions: tuple[str, ...], tags: tuple[str, ...]) -> tuple[Choice, ...]:
    """What is to be built of each project: all of it unless editions or tags are asked for. Raises UsageError."""
    if editions and tags:
        raise click.UsageError(
            say(
                "--edition 和 --tags 只能用一个；标签可以写在选本里。",
                "Take --edition or --tags; an edition may say tags.",
            )
        )
    for tag in tags:
        if not re.fullmatch(TAG_FORM, tag):
            raise click.UsageError(say(f"“{tag}”不能作标签。", f'"{tag}" cannot be a tag.'))
    if tags:
        return (Choice(tags=tags),)
    return tuple(Choice(name) for name in editions) or (Choice(),)


def _theme(named: str | None, project: Path) -> str:
    """The theme as a report names it: one that ships, or a file of the project. "" for none. Raises UsageError."""
    if named is None or named in theme_names():
        return named or ""
    if is_theme_file(named):
        return file_inside(Path(named), project)
    names = theme_names()
    raise click.UsageError(
        say(
            f"没有主题“{named}”，有 {'、'.join(names)}。", f'There is no theme "{named}"; there are {", ".join(names)}.'
        )
    )


def file_inside(file: Path | None, project: Path) -> str:
    """A file as the project names it: from where the user stands, or else from the project. "" for none."""
    if file is None:
        return ""
    found = next((one for one in (file, project / file) if one.is_file()), None)
    if found is None:
        raise click.UsageError(say(f"没有文件“{file}”。", f'There is no file "{file}".'))
    if not found.resolve().is_relative_to(project.resolve()):
        raise click.UsageError(
            say(f"文件要在项目文件夹里：{file}", f"The file has to lie in the project's folder: {file}")
        )
    return found.resolve().relative_to(project.resolve()).as_posix()


def run_build(
    folder: Path | None, out: Path, to: str | None, only: tuple[str, ...], asked: tuple[Choice, ...], *,
    ink: InkUse | None, theme: str | None, brand: Path | None, word: Literal["draft", "final"] | None,
    press: tuple[Ink, ...], bleed: float | None,
    board_width: int, strict: bool, force: bool, style: str, verbose: bool, lang: str | None,
) -> int:  # fmt: skip
    """Build what is ``asked`` of every project; the exit code is the worst of all."""
    chosen = targets(to)
    worst = OK
    dressed = [  # before the output folder is made: a slip in usage leaves nothing behind
        (project, Dress(ink or "", file_inside(brand, project), _theme(theme, project), word or ""))
        for project in projects(folder)
    ]
    built: list[Built] = []
    try:
        with locked(out):
            for (project, dress), choice in product(dressed, asked):
                if built:
                    gc.collect()  # what the last project left
                request = Request(
                    folder=project.resolve(), display=display(project), out=out, targets=chosen, only=only,
                    choice=choice, dress=dress, press=press, bleed=bleed,
                    board_width=board_width, force=force, strict=strict,
                )  # fmt: skip
                ticker = Ticker("/".join(filter(None, (request.folder.name, choice.folder))), verbose)
                try:
                    built.append(build_project(request, ticker))
                finally:
                    ticker.clear()
                if style == "text":
                    show_found(built[-1].diagnostics, built[-1].loaded.sources)
                    _summary(built[-1])
                worst = max(worst, _code(built[-1].diagnostics, strict))
    except DeliveryError as error:
        click.echo(
            say(f"写不了 {error.path}：{error.reason.strerror}", f"cannot write {error.path}: {error.reason.strerror}"),
            err=True,
        )
        return IO
    except LockedError as error:
        click.echo(say(f"另一个生成正在进行（{error.path}）。", f"Another build is at work ({error.path})."), err=True)
        return LOCKED
    finally:
        if style == "json":
            click.echo(_json((one.diagnostics, one.loaded) for one in built))
    return worst


def run_check(folder: Path | None, *, strict: bool, style: str, verbose: bool, lang: str | None) -> int:
    """Check every project asked for."""
    from reportgen.check import check_project

    worst = OK
    checked: list[tuple[Diagnostics, Loaded]] = []
    for project in projects(folder):
        ticker = Ticker(project.resolve().name, verbose)
        try:
            loaded, found = check_project(project.resolve(), display(project), ticker)
        finally:
            ticker.clear()
        checked.append((found, loaded))
        if style == "text":
            show_found(found, loaded.sources)
            if not len(found):
                click.echo(say(f"{project.resolve().name}：没有问题", f"{project.resolve().name}: no problems"))
        worst = max(worst, _code(found, strict))
    if style == "json":
        click.echo(_json(checked))
    return worst


def display(project: Path) -> str:
    """The folder as messages name it: relative where the user stands, with slashes."""
    return "" if project == Path() else project.as_posix()


def _code(found: Diagnostics, strict: bool) -> int:
    if found.has_errors:
        return CONTENT
    return WARNINGS if strict and len(found) else OK


def show_found(found: Diagnostics, sources: Mapping[str, Source]) -> None:
    """Print the diagnostics to stderr in the order of their places, and how many there are."""
    if not len(found):
        return
    from reportgen.cli.show import as_text, counted, in_order  # the catalogue: only where there is something to say

    def place(one: Diagnostic) -> Place | None:
        return place_of(one.where, sources)

    spoken = language()
    for one in in_order(found, place):
        where = place(one)
        source = sources.get(where.file) if where else None
        lines = source.text.splitlines() if source else []
        line = lines[where.line - 1] if where and where.line <= len(lines) else None
        click.echo(as_text(one, where, line, spoken), err=True)
    errors = sum(one.severity == "error" for one in found)
    click.echo(counted(errors, len(found) - errors, spoken), err=True)


def _json(checked: Iterable[tuple[Diagnostics, Loaded]]) -> str:
    from reportgen.cli.show import as_json, in_order  # as above

    rows: list[str] = []
    for found, loaded in checked:

        def place(one: Diagnostic, loaded: Loaded = loaded) -> Place | None:
            return place_of(one.where, loaded.sources)

        body = as_json(in_order(found, place), place, language())[1:-1].strip("\n")
        if body.strip():
            rows.append(body)
    return "[\n" + ",\n".join(rows) + "\n]" if rows else "[]"


def _summary(built: Built) -> None:
    if not built.outputs:
        click.echo(say(f"{built.name}：没有生成任何文件", f"{built.name}: nothing was written"), err=True)
        return
    for output in built.outputs:
        size = f"{output.size / 1000:,.0f} kB"
        pages = say(f"{output.pages} 页，", f"{output.pages} pages, ") if output.pages else ""
        click.echo(f"{output.path.as_posix()}  {pages}{size}")
    if built.unchanged:
        click.echo(
            say(f"{built.name}：没有变化，文件都是最新的", f"{built.name}: nothing changed, all files are up to date")
        )
        return
    click.echo(say(f"{built.name}：用时 {built.seconds:.2f} 秒", f"{built.name}: {built.seconds:.2f} s"))
