"""``reportgen word-template``: what it takes. What it does stands in ``templating``, loaded only when it is called."""

from pathlib import Path
from typing import Any

import click

from reportgen.cli.language import say

_EPILOG = say(
    """\b
例：
  reportgen word-template                        写 template.docx，按所在项目的主题（没有项目按 civic）
  reportgen word-template brand/本局.docx        换个文件名
  reportgen word-template 公文.docx --theme official
  reportgen word-template --theme themes/ours.yaml --force
                                                 按项目自己的主题，覆盖已有的文件
\b
在 Word 里改样式、页边距、页眉页脚，存好；再在主题文件里写
  word:
    template: template.docx
以后生成的每一份 Word 稿都照着它。详见 docs/word.md
""",
    """\b
Examples:
  reportgen word-template                        writes template.docx in the theme of the project here (else civic)
  reportgen word-template brand/ours.docx        another file
  reportgen word-template gb.docx --theme official
  reportgen word-template --theme themes/ours.yaml --force
                                                 the project's own theme, over a file that is there
\b
Change styles, margins, header and footer in Word and save; then write in the theme file
  word:
    template: template.docx
and every draft has them. See docs/word.md
""",
)


@click.command(
    "word-template",
    help=say(
        "写一个 Word 模板：主题的每个样式、页面、页眉页脚，改好后给 word.template 用",
        "Write a Word template to start from: every style of a theme, its page, header and footer.",
    ),
    epilog=_EPILOG,
)
@click.argument(
    "file", metavar="[FILE]", required=False, default=Path("template.docx"),
    type=click.Path(path_type=Path, dir_okay=False),
)  # fmt: skip
@click.option(
    "--theme", metavar="NAME",
    help=say("主题：随附的名字，或项目的主题文件", "a theme that ships, or a theme file of the project"),
)  # fmt: skip
@click.option("--force", is_flag=True, help=say("覆盖已有的文件", "write over a file that is there"))
@click.option("--lang", type=click.Choice(["zh", "en"]), help=say("界面语言", "language of messages"))
@click.pass_context
def word_template(context: click.Context, /, file: Path, **options: Any) -> None:
    """Word template."""
    from reportgen.cli.templating import run_word_template

    context.exit(run_word_template(file, **options))
