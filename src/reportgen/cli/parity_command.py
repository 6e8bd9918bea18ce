"""``reportgen parity``: what it takes. What it does stands in ``comparing``, loaded only when it is called."""

from pathlib import Path

import click

from reportgen.cli.language import say

_EPILOG = say(
    """\b
例：
  reportgen parity out/demo/booklet.pdf out/demo/draft.docx
  reportgen parity booklet.pdf 改好的.docx --all           列出每一处，不只每类前 20 处
  reportgen parity booklet.pdf drafts/edu.docx --part      一个部门的初稿，只比它的部分
  reportgen parity booklet.pdf draft.docx --format json    给程序看
\b
比较：标题的层级和字句，正文、表格的字句和先后，数字，题注和编号，图表的每个数，注。
不算不同：书眉页码，目录，空格，图里的刻度，部门编号写 01 或一、，封面年份写二〇二五或 2025，
浮到页首页脚的图，手册里做成卡片、总览而初稿里是表的部分（逐格核对），征求意见稿的标记。
有修订的稿子按全部接受来比。规则见 docs/parity.md。
\b
退出码：0 一致，1 有不同，2 用法不对，74 文件读不了。
""",
    """\b
Examples:
  reportgen parity out/demo/booklet.pdf out/demo/draft.docx
  reportgen parity booklet.pdf edited.docx --all           every difference, not the first 20 of a kind
  reportgen parity booklet.pdf drafts/edu.docx --part      one department's draft, against its chapter
  reportgen parity booklet.pdf draft.docx --format json    for programs
\b
Compared: levels and words of headings, words and order of text and tables, figures, captions and their numbers,
charts with every figure, notes.
No differences: running heads and folios, contents, blanks, scales inside charts, 01 for a department's 一、, a cover's
二〇二五 for 2025, floats, cards and overviews that the draft has as tables (compared cell by cell), a draft's marks.
Tracked changes count as accepted. The rules: docs/parity.md.
\b
Exit codes: 0 equal, 1 different, 2 usage, 74 a file cannot be read.
""",
)


@click.command(
    help=say(
        "核对 PDF 手册和 Word 初稿说的是否一样，逐处列出不同",
        "Compare a PDF booklet with its Word draft and tell every difference with its place.",
    ),
    epilog=_EPILOG,
)
@click.argument("booklet", metavar="BOOKLET.pdf", type=click.Path(path_type=Path))
@click.argument("draft", metavar="DRAFT.docx", type=click.Path(path_type=Path))
@click.option(
    "--part", is_flag=True,
    help=say("初稿只有几个部分，例如一个部门的：只比这几个", "the draft has some chapters only: compare these"),
)  # fmt: skip
@click.option("--all", "everything", is_flag=True, help=say("每一处都列出来", "list every difference"))
@click.option("--lang", type=click.Choice(["zh", "en"]), help=say("界面语言", "language of messages"))
@click.option(
    "--format", "style", type=click.Choice(["text", "json"]), default="text", show_default=True,
    help=say("报告的输出格式", "form of the report"),
)  # fmt: skip
@click.pass_context
def parity(
    context: click.Context, booklet: Path, draft: Path, part: bool, everything: bool, lang: str | None, style: str
) -> None:  # fmt: skip
    """Parity."""
    from reportgen.cli.comparing import run_parity

    context.exit(run_parity(booklet, draft, everything=everything, part=part, style=style))
