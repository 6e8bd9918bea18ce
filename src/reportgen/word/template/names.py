"""Names of WordprocessingML, its measures, and what Word's own styles are called in files and on screens."""

import math

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"

# What Word's Chinese screens call its own styles, where it is not what our themes call them. Files say the English
# name whatever the language; a style of one of these names comes from WPS, from a converter, or was made by hand.
_CHINESE = {
    "normal": ("正文",),
    "title": ("标题",),
    "subtitle": ("副标题",),
    "list bullet": ("列表项目符号", "项目符号"),
    "list number": ("列表编号", "编号列表"),
    "quote": ("引用",),
    "signature": ("签名", "落款"),
    "caption": ("题注",),
    "header": ("页眉",),
    "footer": ("页脚",),
    "footnote text": ("脚注文本", "脚注"),
    "endnote text": ("尾注文本", "尾注"),
    "footnote reference": ("脚注引用", "脚注标记"),
    "endnote reference": ("尾注引用", "尾注标记"),
    "strong": ("要点", "加重"),
    "emphasis": ("强调", "着重号"),
    "hyperlink": ("超链接", "链接"),
    "table of figures": ("图表目录",),
}
_NUMBERED = {"heading": ("标题",), "toc": ("目录", "contents"), "index": ("索引",)}


def plain(name: str) -> str:
    """A built-in style's name as it is compared: without case and blanks, which differ from program to program."""
    return "".join(name.split()).casefold()


def builtin_names(builtin: str) -> tuple[str, ...]:
    """All that a built-in style is called, as ``plain`` has it; its own name first."""
    own = builtin.casefold()
    word, _, level = own.rpartition(" ")
    others = _CHINESE.get(own, ()) or tuple(f"{other}{level}" for other in _NUMBERED.get(word, ()) if level.isdigit())
    return tuple(dict.fromkeys((plain(own), *map(plain, others))))


def number_of(written: object) -> float | None:
    """A measure as written, in its own unit; a length with a unit (12pt) in twentieths of a point."""
    if not isinstance(written, str):
        return None
    for unit, twips in (("pt", 20.0), ("cm", 20 * 72 / 2.54), ("mm", 20 * 72 / 25.4), ("in", 1440.0), ("", 1.0)):
        if unit and not written.endswith(unit):
            continue
        try:
            found = float(written.removesuffix(unit)) * twips
        except ValueError:
            return None
        return found if math.isfinite(found) and abs(found) < 1e7 else None
    return None
