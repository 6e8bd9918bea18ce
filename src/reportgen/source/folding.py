"""Line ends inside a value: YAML folds each into a space, which Chinese text must not have."""

_WIDE_QUOTES = "“”‘’…—·"


def is_wide(char: str) -> bool:
    """Whether ``char`` is set a full em wide beside Han characters, so that no space belongs next to it."""
    return char >= "\u2e80" or (char != "" and char in _WIDE_QUOTES)


def joined_lines(text: str) -> str:
    """``text`` in one line: nothing between lines where Han stands, else a space."""
    first, *rest = text.split("\n")
    for line in rest:
        wide = is_wide(first[-1:]) or is_wide(line[:1]) or not first or not line
        first += line if wide else " " + line
    return first


def folded(value: str, written: str) -> str:
    """``value`` of a scalar that was ``written`` on several lines, without the spaces that folding put beside Han.

    A blank line, which YAML folds into one line feed, becomes two: as it would stand in a literal block.
    A line that escapes have changed is not found in the value; it keeps YAML's own folding.
    """
    if written[:1] == ">":
        written = written.partition("\n")[2]
    elif written[:1] in ("'", '"'):
        written = written[1:-1]
    written = written.replace("\t", " ")
    parts: list[str] = []
    at = 0
    for line in written.split("\n"):
        line = line.strip(" \r")
        found = value.find(line, at) if line else -1
        if found < 0:
            continue
        gap = value[at:found]
        if gap == " " and parts and (is_wide(value[at - 1]) or is_wide(value[found])):
            gap = ""
        elif gap and not gap.strip("\n"):
            gap += "\n"
        parts.append(gap + line)
        at = found + len(line)
    return "".join(parts) + value[at:]
