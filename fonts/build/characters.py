"""The characters a subset keeps, where its source has them."""

from pathlib import Path

LISTS = Path(__file__).parent / "lists"

# Whole blocks are cheap beside 8,105 hanzi, and a report that needs one sign of a block needs others.
_RANGES: tuple[tuple[int, int, str], ...] = (
    (0x0020, 0x007E, "ASCII"),
    (0x00A0, 0x00FF, "Latin-1"),
    (0x0100, 0x017F, "Latin Extended-A"),
    (0x01CD, 0x01DC, "pinyin vowels"),
    (0x01F8, 0x01F9, "pinyin n"),
    (0x0251, 0x0261, "pinyin script a and g"),
    (0x02C6, 0x02DD, "spacing accents"),
    (0x0300, 0x030C, "combining accents"),
    (0x0370, 0x03FF, "Greek"),
    (0x0400, 0x045F, "Cyrillic"),
    (0x1E3E, 0x1E3F, "pinyin m"),
    (0x2000, 0x206F, "general punctuation"),
    (0x2070, 0x209F, "superscripts and subscripts"),
    (0x20A0, 0x20BF, "currency"),
    (0x2100, 0x218F, "letterlike symbols, number forms"),
    (0x2190, 0x21FF, "arrows"),
    (0x2200, 0x22FF, "mathematical operators"),
    (0x2300, 0x23FF, "technical symbols"),
    (0x2460, 0x24FF, "enclosed alphanumerics"),
    (0x2500, 0x25FF, "box drawing, blocks, geometric shapes"),
    (0x2600, 0x27BF, "miscellaneous symbols, dingbats"),
    (0x2E3A, 0x2E3B, "long dashes"),
    (0x3000, 0x303F, "CJK symbols and punctuation"),
    (0x3040, 0x30FF, "kana"),
    (0x3105, 0x312F, "bopomofo"),
    (0x3200, 0x33FF, "enclosed CJK, squared units"),
    (0xFE00, 0xFE01, "variation selectors of narrow and full-width punctuation"),
    (0xFE10, 0xFE1F, "vertical forms"),
    (0xFE30, 0xFE6F, "compatibility and small forms"),
    (0xFF00, 0xFF65, "full-width forms"),
    (0xFFE0, 0xFFEE, "full-width signs"),
    (0x1F100, 0x1F1FF, "enclosed alphanumerics, second block"),
)

DESCRIPTION = (
    "8105 standard hanzi, GB 2312, Latin with pinyin, Greek, Cyrillic, kana, bopomofo, punctuation, arrows, "
    "mathematical operators, shapes, enclosed and squared signs, full-width forms, where the source has them"
)


def read_list(name: str) -> frozenset[int]:
    """Code points of ``lists/<name>.txt``, a character a line."""
    text = (LISTS / f"{name}.txt").read_text(encoding="utf-8")
    return frozenset(ord(char) for char in text if char != "\n")


def kept_characters() -> frozenset[int]:
    """Every code point a subset keeps."""
    listed = read_list("tgscc-8105") | read_list("gb2312-hanzi-6763") | read_list("gb2312-symbols")
    return listed | {code for first, last, _ in _RANGES for code in range(first, last + 1)}
