"""``reportgen word-template``: a template of a theme as a file, never over one that is there unless asked."""

from pathlib import Path

import click

from reportgen.build import DeliveryError, deliver
from reportgen.cli.building import show_found
from reportgen.cli.language import say
from reportgen.cli.run import CONTENT, IO, OK, USAGE
from reportgen.content import Offered, offered_themes
from reportgen.diagnostics import Diagnostics
from reportgen.word import write_specimen

_SUFFIX = ".docx"
_DEFAULT = "civic"


def run_word_template(file: Path, *, theme: str | None, force: bool, lang: str | None) -> int:
    """Write the template; the exit code says whether it was."""
    if file.suffix.lower() != _SUFFIX:
        raise click.UsageError(say(f"文件名要以 .docx 结尾：{file}", f"The file's name ends in .docx: {file}"))
    project = Path() if Path("report.yaml").is_file() else None
    found = Diagnostics()
    offer = offered_themes(project, found)
    chosen = _chosen(offer.themes, theme)
    if chosen.theme is None:
        show_found(found, offer.sources)
        return CONTENT
    if file.exists() and not force:
        said = say(
            f"“{file}”已经有了，没有改动；要覆盖，加 --force。",
            f'"{file}" is there; nothing was done. --force writes over it.',
        )
        click.echo(said, err=True)
        return USAGE
    try:
        deliver({file: write_specimen(chosen.theme)})
    except DeliveryError as error:
        reason = error.reason.strerror
        click.echo(say(f"写不了 {error.path}：{reason}", f"cannot write {error.path}: {reason}"), err=True)
        return IO
    click.echo(file.as_posix())
    click.echo(
        say(
            f"下一步：在 Word 里改，存好，在主题文件里写 word: {{template: {file.name}}}",
            f"Next: change it in Word, save it, and write in the theme file word: {{template: {file.name}}}",
        )
    )
    return OK


def _chosen(themes: tuple[Offered, ...], asked: str | None) -> Offered:
    """The theme asked for, else that of the project's report, else the one that ships first. Raises UsageError."""
    if asked is None:
        own = next((one for one in themes if "report.yaml" in one.chosen_in), None)
        return own or next(one for one in themes if one.name == _DEFAULT)
    wanted = Path(asked).as_posix()
    found = next((one for one in themes if one.name == wanted), None)
    if found is None:
        names = "、".join(one.name for one in themes)
        raise click.UsageError(
            say(
                f"没有主题“{asked}”，有 {names}。",
                f'There is no theme "{asked}"; there are {names.replace("、", ", ")}.',
            )
        )
    return found
