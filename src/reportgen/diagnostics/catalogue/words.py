"""Words that arguments say in one form, and messages in the reader's language."""

# Kinds of YAML values (arguments ``expected`` and ``found``), sheets of paper (``sheet``).
WORDS: dict[str, tuple[str, str]] = {
    "mapping": ("“键: 值”", "a mapping"),
    "list": ("列表", "a list"),
    "text": ("文字", "text"),
    "number": ("数字", "a number"),
    "integer": ("整数", "an integer"),
    "true/false": ("真假值（true 或 false）", "true or false"),
    "null": ("空（null）", "null"),
    "booklet": ("印本", "the booklet's page"),
    "draft": ("Word 稿", "the Word draft's page"),
    # edges of a page (``edge``), what is painted (``use``)
    "left": ("左", "left"),
    "right": ("右", "right"),
    "top": ("上", "top"),
    "bottom": ("下", "bottom"),
    "line": ("线条", "lines"),
    "area": ("色块", "areas"),
    "picture": ("图片", "pictures"),
    "shading": ("渐变", "shadings"),
}
OR = " / "  # between several kinds in one argument


def spoken(argument: str) -> tuple[str, str]:
    """``argument`` (words of the table, ``OR`` between several) in Chinese and English; as it is where it is none."""
    zh, en = zip(*(WORDS.get(part, (part, part)) for part in argument.split(OR)), strict=True)
    return _joined(zh, "、", "或"), _joined(en, ", ", " or ")


def _joined(words: tuple[str, ...], comma: str, last: str) -> str:
    *before, final = words
    return f"{comma.join(before)}{last}{final}" if before else final
