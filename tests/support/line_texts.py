"""Texts for sweeps over measures: the sample content, the benchmark's prose, seeded random text."""

import random
import re
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from reportgen.model.document import Document
from support.document_words import document_words
from support.every_kind import document_of

ROOT = Path(__file__).parent.parent.parent
BENCH = ROOT / "tests" / "bench"
MARKS = "，。、；：？！“”‘’（）《》〈〉【】〔〕…—·～"
_PIECES = re.compile("[A-Za-zÀ-ɏͰ-ӿ]+|[0-9]+")


@cache
def sample_document() -> Document:
    """The sample booklet's document."""
    return document_of(ROOT / "content" / "qingdao-2019h1")


@cache
def sample_texts() -> tuple[str, ...]:
    """Every text of the sample booklet that could be broken."""
    texts = (text for words in document_words(sample_document()) for text in words.split("\n"))  # forced breaks
    return tuple(text for text in texts if len(text) > 8)


@cache
def bench_texts(count: int = 400) -> tuple[str, ...]:
    """The prose of the benchmark's departments."""
    sys.path.insert(0, str(BENCH))
    try:
        from dataset import generate
    finally:
        sys.path.remove(str(BENCH))
    data = generate(count)
    return tuple(
        text for one in data["departments"] for text in (*one["paras"], *one["plans"], one["headline"]) if len(text) > 8
    )


HAN = (
    "的一是在不了有和人这中大为上个国以要时来用们生到作地于出就分对成会可主发年动同工也能下过"
    "子说产种面而方后多定行学法所"
)
WORDS = ("GDP", "PM2.5", "R&D", "5G", "DRG/DIP", "COVID-19", "don’t", "Wi-Fi", "e", "internet", "A", "AI", "ETC")
NUMBERS = (
    "5.2%", "1,234.56", "10 000", "126", "2019", "−3.5%", "￥100", "$3.5", "100℃", "20 km", "12:30", "10～20", "8",
    "63%～68%", "3‰", "5㎡", "+7", "№3", "2019—2025",
)  # fmt: skip
UNITS = ("年", "月", "日", "万元", "亿", "个", "项", "条", "")
OPENED = ("“{}”", "‘{}’", "（{}）", "《{}》", "〈{}〉", "【{}】", "〔2024〕{}号")
ENDS = ("，", "。", "、", "；", "：", "？", "！", "？！", "……", "——", "·", "。”", "～")


def random_texts(seed: int, count: int) -> Iterator[str]:
    """Paragraphs dense in marks, Latin words and figures: ``count`` characters in all."""
    chance = random.Random(seed)
    made = 0
    while made < count:
        text = _paragraph(chance, chance.randrange(20, 400))
        made += len(text)
        yield text


def _paragraph(chance: random.Random, length: int) -> str:
    # a document number does not fit a first line of four em: its unit would be cut, which is right, and reported
    parts = ["".join(chance.choices(HAN, k=3))]
    size = 3
    while size < length:
        part = _part(chance)
        parts.append(part)
        size += len(part)
    return "".join(parts) + chance.choice("。！？")


def _part(chance: random.Random) -> str:
    kind = chance.random()
    han = "".join(chance.choices(HAN, k=chance.randrange(2, 11)))
    if kind < 0.30:
        return han + chance.choice(ENDS)
    if kind < 0.47:
        return han + chance.choice(NUMBERS) + chance.choice(UNITS)
    if kind < 0.57:
        return han[:4] + chance.choice(WORDS)
    if kind < 0.80:
        inner = str(chance.randrange(1, 99)) if chance.random() < 0.2 else han
        opened = chance.choice(OPENED)
        return opened.format(chance.randrange(1, 99) if opened.startswith("〔") else inner)
    if kind < 0.82:
        return "见www.gov.cn/" + "".join(chance.choices("abcdefgh/-", k=chance.randrange(3, 9))) + "xyz，"
    return han


def density(texts: list[str]) -> tuple[float, float]:
    """Marks, and runs of Latin letters or digits, in a hundred characters."""
    size = sum(map(len, texts))
    marks = sum(text.count(mark) for text in texts for mark in MARKS)
    pieces = sum(len(_PIECES.findall(text)) for text in texts)
    return 100 * marks / size, 100 * pieces / size
