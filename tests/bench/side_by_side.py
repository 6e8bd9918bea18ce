"""The same paragraphs set by reportgen, Typst, Chromium and XeLaTeX with ctex: the pictures of docs/typesetting.md.

    python tests/bench/side_by_side.py [--keep FOLDER]

One measure (20 em), size (10.5 on 18 pt) and face (BookletSong-Regular) for all. Engines that are not installed are
left out of the pictures, and said. Writes docs/typesetting/*.png, the table of lines and the engines' versions in
docs/typesetting.md. Nothing that an engine made is corrected by hand. Not run with the tests.
"""

import argparse
import re
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pikepdf
import pypdfium2
from engines import ENGINES, FONTS, HEI, LEADING, MARGIN, MEASURE, SIZE, TITLE_LEADING, Engine, Sample
from PIL import Image, ImageDraw, ImageFont

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "typesetting.md"
PICTURES = ROOT / "docs" / "typesetting"
BEGIN, END = "<!-- made by tests/bench/side_by_side.py -->", "<!-- /made -->"

SAMPLES = (
    Sample(
        "marks",
        "“十四五”规划《纲要》（以下简称“《纲要》”）提出：“到2025年，覆盖率达到95%以上。”（见附件）会议强调，要“办好每一件事”；"
        "“一件一件抓落实”。",
        ("“十", "“《", "》”）", "：“", "。”（", "”；“"),
    ),
    Sample(
        "figures",
        "上半年全市GDP增长5.2%，R&D经费占2.5%～2.8%；新开5G基站1,234座、充电桩10～20个，比2019—2023年均值高3.5倍。人均补助￥3,200，"
        "气温26.5℃，能耗下降−1.2%。",
        ("%，", "%～", "10～20", "2019—", "￥3", "℃", "−1"),
    ),
    Sample(
        "dashes",
        "全年一条主线——改革；三件事情……抓实、抓细、抓到底，不能停在“说说而已……”的层面上。什么是实干？！说了算、定了干——一件一件办到底。",
        ("——改", "……抓", "……”", "？！", "——一"),
    ),
    Sample(
        "addresses",
        "依据国办发〔2024〕12号文件，办理指南见https://www.gov.cn/zhengce/content/2024-03/12/content_6938.htm，咨询邮箱"
        "zwfw@mail.gov.cn，或拨打12345。",
        ("〔2024〕12号", "见https", "htm，", "zwfw", "cn，"),
    ),
    Sample(
        "ends",
        "民生实事办得好不好，由群众说了算。今年排定二十件实事，上半年办成十二件、开工六件，余下两件年底以前全部办理完毕并且公开。",
        ("，由", "。今", "，上", "开。"),
    ),
    Sample("title", "关于加快推进全市政务服务标准化建设的实施意见", ("标准化",), title=True),
)


# --- reading what came out


@dataclass(frozen=True)
class Char:
    """A character with its ink, in points from the page's upper left corner."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True)
class Setting:
    """A sample as an engine set it: its lines, and the page they stand on."""

    lines: tuple[tuple[Char, ...], ...]
    page: Image.Image
    left: float  # edge of the measure

    def texts(self) -> list[str]:
        return ["".join(char.text for char in line) for line in self.lines]


SCALE = 2.0  # pixels a point


def read(path: Path) -> list[Setting]:
    """The samples of a PDF, in order, by their text."""
    bare = _without_actual_text(path)
    pdf = pypdfium2.PdfDocument(bare)
    pages = [_characters(page) for page in pdf]
    found = []
    for sample in SAMPLES:
        wanted = _plain(sample.text)
        for number, chars in enumerate(pages):
            at = "".join(char.text for char in chars).find(wanted)
            if at >= 0:
                picture = pdf[number].render(scale=SCALE).to_pil().convert("RGB")
                found.append(Setting(_lines(chars[at : at + len(wanted)]), picture, MARGIN))
                break
        else:
            raise LookupError(f"{path.name} does not have {sample.name}")
    return found


def _without_actual_text(path: Path) -> Path:
    """A copy whose characters stand where they are painted: PDFium gives those of an ActualText equal shares of it."""
    bare = path.with_suffix(".bare.pdf")
    with pikepdf.open(path) as pdf:
        for page in pdf.pages:
            kept = []
            for operands, operator in pikepdf.parse_content_stream(page):
                told = operands[1] if str(operator) == "BDC" else None
                if isinstance(told, pikepdf.Dictionary) and len(str(told.get("/ActualText", ""))) > 2:
                    kept.append(([operands[0]], pikepdf.Operator("BMC")))
                else:
                    kept.append((operands, operator))
            page.Contents = pdf.make_stream(pikepdf.unparse_content_stream(kept))
        pdf.save(bare)
    return bare


def _plain(text: str) -> str:
    """``text`` without blanks, and with what an engine's PDF has for a hyphen or an ellipsis made alike."""
    return re.sub(r"[\s\u00ad\u200b\ufffe]", "", text).translate({0x2010: "-", 0x2011: "-", 0x22EF: "…"})


def _characters(page: pypdfium2.PdfPage) -> list[Char]:
    text, height = page.get_textpage(), page.get_height()
    found = []
    for at in range(text.count_chars()):
        char = _plain(text.get_text_range(at, 1))
        if char:
            left, bottom, right, top = text.get_charbox(at)
            found.append(Char(char, left, height - top, right, height - bottom))
    return found


def _lines(chars: Sequence[Char]) -> tuple[tuple[Char, ...], ...]:
    """A line begins where a character stands well to the left of the one before it."""
    lines: list[list[Char]] = []
    for char in chars:
        if not lines or char.right < lines[-1][-1].left - 2 * SIZE:
            lines.append([])
        lines[-1].append(char)
    return tuple(map(tuple, lines))


# --- pictures

GREY, RED, BLUE = (130, 130, 130), (214, 40, 30), (190, 212, 236)
GUTTER, HEAD, PAD = 17, 21, 10  # pixels: line numbers, an engine's name, white


def picture(sample: Sample, settings: Sequence[tuple[str, Setting]]) -> Image.Image:
    """Two engines a row, each with its name, numbered lines, the edges of the measure, and ticks below the places."""
    leading = TITLE_LEADING if sample.title else LEADING
    most = max(len(setting.lines) for _, setting in settings)
    width = round(MEASURE * SCALE) + GUTTER + 2 * PAD
    height = round(most * leading * SCALE) + HEAD + PAD
    rows = -(-len(settings) // 2)
    sheet = Image.new("RGB", (2 * width, rows * height), "white")
    for index, (name, setting) in enumerate(settings):
        sheet.paste(_panel(sample, name, setting, (width, height)), (index % 2 * width, index // 2 * height))
    return sheet


def _panel(sample: Sample, name: str, setting: Setting, size: tuple[int, int]) -> Image.Image:
    font = ImageFont.truetype(str(FONTS / HEI), 13)
    panel = Image.new("RGB", size, "white")
    draw = ImageDraw.Draw(panel)
    draw.text((PAD + GUTTER, 2), name, font=font, fill=GREY)
    leading = TITLE_LEADING if sample.title else LEADING
    first = max((char for char in setting.lines[0]), key=lambda char: char.bottom - char.top)  # a tall one: Han
    top = (first.top + first.bottom) / 2 - leading / 2
    left = setting.left - 3
    box = tuple(round(v * SCALE) for v in (left, top, left + MEASURE + 6, top + leading * len(setting.lines)))
    across, down = PAD + GUTTER - 3 * SCALE, HEAD
    panel.paste(setting.page.crop(box), (round(across), down))
    for edge in (setting.left, setting.left + MEASURE):
        x = round((edge - left) * SCALE + across)
        draw.line((x, down, x, size[1] - PAD), fill=BLUE)
    for number, line in enumerate(setting.lines):
        draw.text((PAD - 4, down + (number + 0.5) * leading * SCALE - 8), str(number + 1), font=font, fill=GREY)
        for index in sorted(_marked(sample, setting)):
            char = next((one for at, one in _numbered(setting) if at == index and one in line), None)
            if char is not None:
                x = (char.left + char.right) / 2
                y = down + ((number + 1) * leading - 1.5) * SCALE
                x = (x - left) * SCALE + across
                draw.polygon((x, y - 4, x - 3, y + 1, x + 3, y + 1), fill=RED)
    return panel


def _palette() -> Image.Image:
    """Greys, and the two colours of what is drawn over the text."""
    greys = [(255 - round(at * 17),) * 3 for at in range(16)]
    palette = Image.new("P", (1, 1))
    palette.putpalette([value for colour in (*greys, RED, BLUE) for value in colour])
    return palette


def _numbered(setting: Setting) -> list[tuple[int, Char]]:
    return list(enumerate(char for line in setting.lines for char in line))


def _marked(sample: Sample, setting: Setting) -> set[int]:
    """The first characters of the sample's places."""
    text = "".join(setting.texts())
    return {text.find(_plain(place)) for place in sample.places}


def made(engines: Sequence[Engine], found: dict[str, list[Setting]]) -> str:
    """Versions, and how the lines end, as Markdown."""
    versions = ", ".join(f"{one.name} {one.version()}" for one in engines)
    missing = ", ".join(one.name for one in ENGINES if one not in engines)
    told = [f"Engines: {versions}." + (f" Not run here: {missing}." if missing else ""), ""]
    told += [
        "How the lines end:",
        "",
        "| text | " + " | ".join(one.name for one in engines) + " |",
        "|---|" + "---|" * len(engines),
    ]
    for index, sample in enumerate(SAMPLES):
        cells = []
        for one in engines:
            texts = found[one.name][index].texts()
            cells.append(" / ".join(text[-4:] for text in texts))
        told.append(f"| {sample.name} | " + " | ".join(cells) + " |")
    return "\n".join(told)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--keep", type=Path, help="a folder for what the engines read and write")
    keep = parser.parse_args().keep
    engines = [one for one in ENGINES if one.version()]
    found: dict[str, list[Setting]] = {}
    with tempfile.TemporaryDirectory() as temporary:
        for number, one in enumerate(engines):
            folder = (keep or Path(temporary)) / str(number)
            folder.mkdir(parents=True, exist_ok=True)
            found[one.name] = read(one.make(folder, SAMPLES))
    PICTURES.mkdir(exist_ok=True)
    for index, sample in enumerate(SAMPLES):
        sheet = picture(sample, [(one.name, found[one.name][index]) for one in engines])
        sheet.quantize(palette=_palette(), dither=Image.Dither.NONE).save(
            PICTURES / f"{sample.name}.png", optimize=True
        )
    text = PAGE.read_text(encoding="utf-8")
    before, _, rest = text.partition(BEGIN)
    if rest:
        told = made(engines, found)
        PAGE.write_text(f"{before}{BEGIN}\n\n{told}\n\n{END}{rest.partition(END)[2]}", encoding="utf-8")
        print(told)


if __name__ == "__main__":
    main()
