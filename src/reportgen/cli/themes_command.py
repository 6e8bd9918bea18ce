"""``reportgen themes``: what it takes. What it does stands in ``theming``, loaded only when it is called."""

from pathlib import Path
from typing import Any

import click

from reportgen.cli.language import say

_EPILOG = say(
    """\b
例：
  reportgen themes                      自带的主题（在项目文件夹里，还有项目自己的）
  reportgen themes content/demo         还有这个项目的主题文件
  reportgen themes --pictures           另画样张：out/themes/civic.png……
  reportgen themes content/demo --pictures --only bright,themes/ours.yaml
                                        用这个项目的内容画两个主题的样张
  reportgen themes --format json        给程序看
样张是一行四页：封面、目录、一个部门的开头和最满的一页。没有项目时用自带的样例。
""",
    """\b
Examples:
  reportgen themes                      the themes that ship (in a project's folder: its own too)
  reportgen themes content/demo         and the theme files of this project
  reportgen themes --pictures           draws them as well: out/themes/civic.png …
  reportgen themes content/demo --pictures --only bright,themes/ours.yaml
                                        two themes, with this project's content
  reportgen themes --format json        for programs
A picture has four pages: cover, contents, a department's opening and its fullest page. Without a project, a specimen
that ships is shown.
""",
)


@click.command(
    help=say(
        "列出可用的主题：用处、开本、字体、颜色；--pictures 画出样张",
        "List the themes: what each is for, its page, faces and colours; --pictures draws them.",
    ),
    epilog=_EPILOG,
)
@click.argument("folder", metavar="[DIR]", required=False, type=click.Path(path_type=Path))
@click.option("--pictures", is_flag=True, help=say("画出样张（PNG）", "draw a picture of each (PNG)"))
@click.option(
    "-o", "--out", type=click.Path(path_type=Path), default=Path("out"), show_default=True,
    help=say("样张的输出文件夹", "output folder of the pictures"),
)  # fmt: skip
@click.option(
    "--width", type=click.IntRange(640, 8000), default=1920, show_default=True, metavar="PIXELS",
    help=say("样张的宽，像素", "width of a picture in pixels"),
)  # fmt: skip
@click.option(
    "--only", metavar="NAME…", multiple=True,
    help=say("只要这些主题（可重复或逗号分隔）", "only these themes (repeat or use commas)"),
)  # fmt: skip
@click.option(
    "--print", "ink", type=click.Choice(["full", "light"]), default="full", show_default=True,
    help=say("全彩，或省墨的样子", "in full colour, or as they save ink"),
)  # fmt: skip
@click.option(
    "--brand", type=click.Path(path_type=Path, dir_okay=False),
    help=say("样张都用项目里的这个品牌文件", "a brand file of the project that the pictures wear"),
)  # fmt: skip
@click.option("--lang", type=click.Choice(["zh", "en"]), help=say("界面语言", "language of messages"))
@click.option(
    "--format", "style", type=click.Choice(["text", "json"]), default="text", show_default=True,
    help=say("列表的输出格式", "form of the list"),
)  # fmt: skip
@click.option("-v", "--verbose", is_flag=True, help=say("列出每一步用时", "tell the time of each stage"))
@click.pass_context
def themes(context: click.Context, /, folder: Path | None, **options: Any) -> None:
    """Themes."""
    from reportgen.cli.theming import run_themes

    context.exit(run_themes(folder, **options))
