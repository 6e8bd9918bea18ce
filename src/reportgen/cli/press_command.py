"""``reportgen press``: what it takes. What it does stands in ``pressing``, loaded only when it is called."""

from pathlib import Path
from typing import Any

import click

from reportgen.cli.language import say
from reportgen.cli.parameters import Length, Size

_EPILOG = say(
    """\b
例：
  reportgen press booklet.pdf                          加裁切线，预检
  reportgen press booklet.pdf --check --ink grey       只预检：黑白印刷
  reportgen press booklet.pdf --impose saddle          骑马钉拼版，每张纸四页
  reportgen press booklet.pdf --impose saddle --sheet A3 --creep 0.12mm
  reportgen press book.pdf --impose signature --mill 3mm  16 页一帖，胶装，铣背 3 毫米
  reportgen press a4.pdf --trim 204x291                从 A4 页面中间裁出成品，四边作出血
长度写 3mm、0.3cm、8.5pt；尺寸写 A5、大16开，或 210x285（毫米）。
""",
    """\b
Examples:
  reportgen press booklet.pdf                          crop marks and a preflight
  reportgen press booklet.pdf --check --ink grey       preflight alone, for black ink
  reportgen press booklet.pdf --impose saddle          saddle stitching, four pages a sheet
  reportgen press booklet.pdf --impose saddle --sheet A3 --creep 0.12mm
  reportgen press book.pdf --impose signature --mill 3mm  signatures of 16, spine milled by 3 mm
  reportgen press a4.pdf --trim 204x291                a trim out of A4, the rest is its bleed
Lengths are 3mm, 0.3cm, 8.5pt; sizes A5, 大16开 or 210x285 (mm).
""",
)


@click.command(
    help=say(
        "付印：给任何 PDF 加裁切线和出血、拼版（骑马钉、16 页一帖）、预检。页面不缩放",
        "Make any PDF ready for the printer: boxes and marks, imposition, preflight. Pages are never scaled.",
    ),
    epilog=_EPILOG,
)
@click.argument("file", metavar="FILE.pdf", type=click.Path(path_type=Path))
@click.option(
    "-o", "--out", type=click.Path(path_type=Path), default=Path("out"), show_default=True,
    help=say("输出文件夹", "output folder"),
)  # fmt: skip
@click.option("--check", "only_look", is_flag=True, help=say("只预检，不写文件", "preflight alone; write nothing"))
@click.option(
    "--impose", "scheme", type=click.Choice(["none", "saddle", "quire", "signature"]), default="none",
    show_default=True,
    help=say(
        "拼版：saddle 骑马钉，quire 四张套成 16 页一帖，signature 一大张折三次成 16 页一帖",
        "saddle: nested sheets; quire: 16 pages on four nested sheets; signature: 16 pages on one folded sheet",
    ),
)  # fmt: skip
@click.option(
    "--binding", type=click.Choice(["left", "right"]), default="left", show_default=True,
    help=say("订口在左（横排）或在右（竖排）", "spine at the left, or at the right"),
)  # fmt: skip
@click.option("--trim", type=Size(), help=say("成品尺寸；不写用文件自己的", "finished size; else the file's own"))
@click.option("--sheet", type=Size(), help=say("纸张尺寸；不写按需要", "size of the paper; else what is needed"))
@click.option("--bleed", type=Length(), default="3mm", show_default=True, help=say("出血", "bleed"))
@click.option(
    "--creep", type=Length(), default="0.1mm", show_default=True,
    help=say("爬移：一张纸的厚度；0 不补偿", "creep: the thickness of a leaf; 0 for none"),
)  # fmt: skip
@click.option(
    "--mill", type=Length(), default="0mm", show_default=True, help=say("胶装铣背，每页", "milled off at the spine")
)
@click.option("--marks/--no-marks", default=True, help=say("裁切线、折线、套准线", "crop, fold and register marks"))
@click.option(
    "--back-cover/--no-back-cover", default=True,
    help=say("最后一页是封底，白页补在它前面", "the last page is the back cover; blanks go before it"),
)  # fmt: skip
@click.option(
    "--ink", type=click.Choice(["cmyk", "grey"]), default="cmyk", show_default=True,
    help=say("按彩色（CMYK）还是黑白检查", "check for colour printing (CMYK) or for black ink alone"),
)  # fmt: skip
@click.option(
    "--spot", "spots", metavar="NAME", multiple=True, help=say("要印的专色（可重复）", "a spot ink that is meant")
)
@click.option(
    "--dpi", type=click.FloatRange(1, 10000), default=300, show_default=True,
    help=say("图片至少的分辨率（线条图加倍）", "least resolution of pictures (line art: twice)"),
)  # fmt: skip
@click.option(
    "--safe", type=Length(), default="5mm", show_default=True,
    help=say("文字离裁切线至少", "least distance of text from the trim"),
)  # fmt: skip
@click.option(
    "--line", type=Length(), default="0.25pt", show_default=True, help=say("线条至少", "least width of lines")
)
@click.option(
    "--most-ink", type=click.FloatRange(100, 400), default=300, show_default=True,
    help=say("墨量最多，百分比", "most ink at one place, per cent"),
)  # fmt: skip
@click.option("--strict", is_flag=True, help=say("有警告也不写文件（退出码 3）", "warnings stop it too (exit code 3)"))
@click.option("--lang", type=click.Choice(["zh", "en"]), help=say("界面语言", "language of messages"))
@click.option(
    "--format", "style", type=click.Choice(["text", "json"]), default="text", show_default=True,
    help=say("报告的输出格式", "form of the report"),
)  # fmt: skip
@click.pass_context
def press(
    context: click.Context, /, ink: Any, spots: tuple[str, ...], dpi: float, safe: float, line: float, most_ink: float,
    **options: Any,
) -> None:  # fmt: skip
    """Press."""
    from reportgen.cli.pressing import run_press
    from reportgen.press import Limits

    limits = Limits(ink=ink, spots=spots, dpi=dpi, safe=safe, line=line, most_ink=most_ink / 100)
    context.exit(run_press(limits=limits, **options))
