"""The characters that a stub font needs: those of the tests' own files and of the sample content."""

from pathlib import Path

ASCII = "".join(map(chr, range(0x20, 0x7F)))
BLANKS = "\u00a0\u202f\u2009\u3000"


def repertoire(*files: Path) -> str:
    """Every printable character of ``files``, with ASCII and the blanks."""
    texts = [path.read_text(encoding="utf-8") for path in files if path.suffix in (".py", ".json", ".yaml")]
    return "".join(sorted({char for char in "".join(texts) if char.isprintable()} | set(ASCII + BLANKS)))


def repertoire_of(text: str) -> str:
    """The printable characters of ``text``, with ASCII and the blanks."""
    return "".join(sorted({char for char in text if char.isprintable()} | set(ASCII + BLANKS)))
