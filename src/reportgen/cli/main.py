"""The command line: what it takes, what it prints, how it ends."""

import gc
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from reportgen import __version__
from reportgen.cli.click_words import teach_chinese
from reportgen.cli.language import language, say
from reportgen.cli.parameters import Ink, Inks, Length
from reportgen.cli.parity_command import parity
from reportgen.cli.press_command import press
from reportgen.cli.run import guarded, leave
from reportgen.cli.template_command import word_template
from reportgen.cli.themes_command import themes
from reportgen.units import POINTS_PER_MM

if TYPE_CHECKING:
    from reportgen.content.schema import Kind

EPILOG_BUILD = say(
    """\b
例：
  reportgen build                        生成所在文件夹（或 content/ 下全部项目）的手册和初稿
  reportgen build content/demo --to pdf  只要 PDF
  reportgen build --to drafts --only edu 只要教育局的初稿
  reportgen build --theme bright         换一个主题看看，report.yaml 不改
  reportgen build --edition digest       选本 editions/digest.yaml，放在 out/项目/editions/digest
  reportgen build --tags 民生            有标签“民生”的部门和内容
  reportgen build --to board             各部门的解读图板：A3、网页图、手机长图
  reportgen build --to forms             评议表、意见表，在屏幕上填写（forms.pdf）
  reportgen build --press cmyk           另做一份彩色付印稿：出血、CMYK，再用 reportgen press 加裁切线、拼版
  reportgen build --to pdf --press grey  PDF 和黑白付印稿
""",
    """\b
Examples:
  reportgen build                        the project here, or every project in content/
  reportgen build content/demo --to pdf  the PDF booklet only
  reportgen build --to drafts --only edu one department's draft only
  reportgen build --theme bright         try another theme; report.yaml stays as it is
  reportgen build --edition digest       editions/digest.yaml, into out/PROJECT/editions/digest
  reportgen build --tags press           departments and blocks with that tag
  reportgen build --to board             boards: A3 posters, pictures for web and phone
  reportgen build --to forms             ballots and opinion sheets to be filled in on a screen (forms.pdf)
  reportgen build --press cmyk           a print edition too: bleed and CMYK; reportgen press marks and imposes it
  reportgen build --to pdf --press grey  the PDF, and one for black ink
""",
)


def _shared(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options that every working command takes."""
    options = (
        click.option("--lang", type=click.Choice(["zh", "en"]), help=say("界面语言", "language of messages")),
        click.option(
            "--format", "style", type=click.Choice(["text", "json"]), default="text", show_default=True,
            help=say("诊断的输出格式", "form of the diagnostics"),
        ),
        click.option("-v", "--verbose", is_flag=True, help=say("列出每一步用时", "tell the time of each stage")),
    )  # fmt: skip
    for option in reversed(options):
        command = option(command)
    return command


@click.group(
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    help=say(
        "由内容 YAML 生成排好版的手册（PDF）和可以修改的 Word 初稿（DOCX）。",
        "Content YAML in; a typeset booklet (PDF) and an editable Word draft (DOCX) out.",
    ),
    epilog=say(
        "退出码：0 成功，1 内容有错，2 用法不对，3 --strict 下有警告，70 内部错误，74 读写失败，75 被占用，130 中断。",
        "Exit codes: 0 ok, 1 content, 2 usage, 3 warnings under --strict, 70 internal, 74 I/O, 75 locked, "
        "130 interrupted.",
    ),
)
@click.version_option(
    __version__, "--version", "-V", message="reportgen %(version)s", help=say("显示版本", "show the version")
)
@click.option("--lang", type=click.Choice(["zh", "en"]), help=say("界面语言", "language of messages"))
def cli(lang: str | None) -> None:
    """The group; --lang is read by the language module before click runs."""


@cli.command(help=say("生成 PDF 手册和 Word 初稿", "Build the PDF booklet and the Word drafts."), epilog=EPILOG_BUILD)
@click.argument("folder", metavar="[DIR]", required=False, type=click.Path(path_type=Path))
@click.option(
    "-o", "--out", type=click.Path(path_type=Path), default=Path("out"), show_default=True,
    help=say("输出文件夹", "output folder"),
)  # fmt: skip
@click.option(
    "--to", metavar="pdf,docx,drafts,board,forms",
    help=say(
        "要生成的种类，逗号分隔；不写是 pdf,docx,drafts", "what to make, with commas; pdf,docx,drafts if left out"
    ),
)  # fmt: skip
@click.option(
    "--press", metavar="cmyk,grey", type=Inks(), default=(), is_flag=False, flag_value="cmyk",
    help=say(
        "另做付印稿：cmyk 彩色（booklet-cmyk.pdf），grey 黑白（booklet-grey.pdf），带出血",
        "print editions too: cmyk (booklet-cmyk.pdf), grey for black ink (booklet-grey.pdf), with their bleed",
    ),
)  # fmt: skip
@click.option(
    "--bleed", type=Length(20 * POINTS_PER_MM), metavar="3mm", help=say("付印稿的出血", "bleed of the print editions")
)
@click.option(
    "--board-width", type=click.IntRange(640, 8000), default=1920, show_default=True, metavar="PIXELS",
    help=say("图板 PNG 的宽，像素", "width of a board's PNG in pixels"),
)  # fmt: skip
@click.option(
    "--only",
    metavar="ID…",
    multiple=True,
    help=say("只要这些部分（可重复或逗号分隔）", "only these sections (repeat or use commas)"),
)
@click.option(
    "--edition",
    metavar="NAME…",
    multiple=True,
    help=say("生成选本 editions/NAME.yaml（可重复或逗号分隔）", "build editions/NAME.yaml (repeat or use commas)"),
)
@click.option(
    "--tags",
    metavar="TAG…",
    multiple=True,
    help=say("只要有这些标签的内容（可重复或逗号分隔）", "only what has one of these tags (repeat or use commas)"),
)
@click.option(
    "--strict",
    is_flag=True,
    help=say(
        "有警告也不生成（退出码 3），check 的用字警告也算",
        "warnings stop the build too (exit code 3), the typographic ones of check among them",
    ),
)
@click.option(
    "--print", "ink", type=click.Choice(["full", "light"]),
    help=say("全彩，或省墨（不用大片颜色）；不写按 report.yaml", "full colour, or saving ink; else as in report.yaml"),
)  # fmt: skip
@click.option(
    "--theme", metavar="NAME",
    help=say("主题：随附的名字，或项目文件夹里的文件；不写按 report.yaml",
             "a theme that ships, or a file in the project; else as in report.yaml"),
)  # fmt: skip
@click.option(
    "--brand", type=click.Path(path_type=Path, dir_okay=False),
    help=say("品牌文件（在项目文件夹里），代替 report.yaml 的", "a brand file in the project, not report.yaml's"),
)  # fmt: skip
@click.option(
    "--word-mode", "word", type=click.Choice(["draft", "final"]),
    help=say("Word 文件：征求意见稿，或没有标记的定稿；不写按主题",
             "Word files as drafts that tell what to do, or final without these marks; else as in the theme"),
)  # fmt: skip
@click.option("--force", is_flag=True, help=say("不读缓存，全部重新生成", "read no cache, build everything anew"))
@_shared
@click.pass_context
def build(
    context: click.Context, /, folder: Path | None, out: Path, to: str | None, only: tuple[str, ...],
    edition: tuple[str, ...], tags: tuple[str, ...], press: tuple[Ink, ...], bleed: float | None, **options: Any,
) -> None:  # fmt: skip
    """Build."""
    from reportgen.cli.building import choices, run_build

    if bleed is not None and not press:
        raise click.UsageError(
            say(
                "--bleed 是付印稿的出血，要和 --press 一起用。",
                "--bleed is for print editions: add --press.",
            )
        )
    asked = choices(_split("--edition", edition), _split("--tags", tags))
    context.exit(run_build(folder, out, to, _split("--only", only), asked, press=press, bleed=bleed, **options))


def _split(option: str, written: tuple[str, ...]) -> tuple[str, ...]:
    """The names of an option that may be repeated and take several, each once. Raises UsageError if none."""
    found = (name.strip() for part in written for name in part.replace("，", ",").split(","))
    names = tuple(dict.fromkeys(name for name in found if name))
    if written and not names:  # an empty variable of a script: everything is not what was meant
        raise click.UsageError(say(f"{option} 后面是空的。", f"{option} names nothing."))
    return names


@cli.command(
    help=say(
        "检查内容和用字（标点、数字、序号），不写任何文件",
        "Check the content and its typography (marks, numerals, labels); write nothing.",
    ),
    epilog=say(
        """\b
例：
  reportgen check                        检查所在文件夹（或 content/ 下全部项目）
  reportgen check content/demo --strict  有警告也算不合格（退出码 3）
  reportgen check --format json          给程序看
\b
用字的问题都是警告，什么也不改。每条规则：reportgen explain 代码
不用某一条：在 report.yaml 里写 lint: {ignore: [代码]}
""",
        """\b
Examples:
  reportgen check                        the project here, or every project in content/
  reportgen check content/demo --strict  warnings count too (exit code 3)
  reportgen check --format json          for programs
\b
What is typed badly is a warning; nothing is changed. Each rule: reportgen explain CODE
To drop one, write in report.yaml: lint: {ignore: [CODE]}
""",
    ),
)
@click.argument("folder", metavar="[DIR]", required=False, type=click.Path(path_type=Path))
@click.option("--strict", is_flag=True, help=say("有警告时退出码为 3", "exit with 3 on warnings"))
@_shared
@click.pass_context
def check(context: click.Context, /, folder: Path | None, **options: Any) -> None:
    """Check."""
    from reportgen.cli.building import run_check

    context.exit(run_check(folder, **options))


@cli.command(
    help=say("新建一个可以直接生成的项目", "Start a project that builds as it is."),
    epilog=say("例：reportgen init content/2025h1", "Example: reportgen init content/2025h1"),
)
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--lang", type=click.Choice(["zh", "en"]), help=say("界面语言", "language of messages"))
@click.pass_context
def init(context: click.Context, folder: Path, lang: str | None) -> None:
    """Init."""
    from reportgen.cli.starting import run_init

    context.exit(run_init(folder))


@cli.command(
    help=say(
        "列出内容文件的每一个键：编辑器用的 JSON Schema，或给人看的表",
        "Print every key of content files: the JSON Schema that editors use for completion, or tables for people.",
    ),
    epilog=say(
        "例：reportgen schema section --format markdown",
        "Example: reportgen schema section --format markdown",
    ),
)
@click.argument(
    "kind", type=click.Choice(["report", "section", "indicators", "edition", "theme", "brand"]), required=False
)
@click.option("--lang", type=click.Choice(["zh", "en"]), help=say("界面语言", "language of messages"))
@click.option(
    "--format", "style", type=click.Choice(["json", "markdown"]), default="json", show_default=True,
    help=say("JSON Schema，或 Markdown 表格", "JSON Schema, or Markdown tables"),
)  # fmt: skip
def schema(kind: "Kind | None", lang: str | None, style: str) -> None:
    """Schema."""
    import json

    from reportgen.content import reference
    from reportgen.content import schema as schema_of

    if style == "markdown":
        click.echo(reference(kind, language()), nl=False)
    else:
        click.echo(json.dumps(schema_of(kind, language()), ensure_ascii=False, indent=2))


@cli.command(
    help=say("解释一个诊断代码", "Explain a diagnostic's code."),
    epilog=say("例：reportgen explain indicator-unknown", "Example: reportgen explain indicator-unknown"),
)
@click.argument("code")
@click.option("--lang", type=click.Choice(["zh", "en"]), help=say("界面语言", "language of messages"))
@click.pass_context
def explain(context: click.Context, code: str, lang: str | None) -> None:
    """Explain."""
    from reportgen.cli.explaining import run_explain

    context.exit(run_explain(code))


cli.add_command(themes)
cli.add_command(word_template)
cli.add_command(press)
cli.add_command(parity)


def run() -> NoReturn:
    """The console script: every way out has its exit code, none shows a traceback."""
    # A build makes hundreds of thousands of small values and hardly a cycle, and so do its imports: looking for cycles
    # all the while took 6 % of the time at 400 departments.
    gc.disable()
    if language() == "zh":
        teach_chinese()
    leave(guarded(lambda: cli.main(standalone_mode=False)))
