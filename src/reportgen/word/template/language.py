"""The language of a draft is Chinese, whatever that of its template is.

By it Word chooses the fonts of a theme, breaks lines, and sets quotation marks as wide as Han characters or as narrow
as Latin ones; many templates come from converters, or from a Word in English.
"""

from lxml import etree

from reportgen.word.template.names import W

_BEHIND = tuple(f"{W}{name}" for name in ("eastAsianLayout", "specVanish"))  # the language in w:rPr


def speak_chinese(styles: etree._Element) -> None:
    """Let the East Asian text of all styles be Chinese, and that of the defaults say so."""
    for one in styles.iter(f"{W}lang"):
        to_chinese(one)
    holder = styles
    for name, at in (("docDefaults", 0), ("rPrDefault", 0), ("rPr", 0)):
        found = holder.find(f"{W}{name}")
        if found is None:
            found = etree.Element(f"{W}{name}")
            holder.insert(at, found)
        holder = found
    if holder.find(f"{W}lang") is None:
        language = etree.Element(f"{W}lang")
        language.set(f"{W}val", "en-US")
        to_chinese(language)
        behind = [one for one in holder if one.tag in _BEHIND or not str(one.tag).startswith(W)]
        holder.insert(holder.index(behind[0]) if behind else len(holder), language)


def to_chinese(language: etree._Element) -> None:
    """``w:lang`` or ``w:themeFontLang`` with a Chinese one for East Asian text, if it names another or none."""
    if not str(language.get(f"{W}eastAsia", "")).casefold().startswith("zh"):
        language.set(f"{W}eastAsia", "zh-CN")
