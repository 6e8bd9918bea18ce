"""Fields of a template's headers and footers: those that stay, and what they show in a draft."""

import re
from collections.abc import Callable, Iterable, Iterator
from copy import deepcopy

from lxml import etree

from reportgen.word.runs import END_MARK
from reportgen.word.template.names import W

# Fields that ask nobody but the document. Others fetch files, run programs, or ask for data (DDE, INCLUDETEXT, LINK …).
_KEPT = frozenset((
    "=", "AUTHOR", "COMMENTS", "COMPARE", "CREATEDATE", "DATE", "DOCPROPERTY", "EDITTIME", "EQ", "FILENAME", "FILESIZE",
    "IF", "INFO", "KEYWORDS", "LASTSAVEDBY", "NUMCHARS", "NUMPAGES", "NUMWORDS", "PAGE", "PRINTDATE",
    "QUOTE", "REVNUM", "SAVEDATE", "SECTION", "SECTIONPAGES", "SEQ", "SET", "STYLEREF", "SUBJECT", "SYMBOL",
    "TIME", "TITLE",
))  # fmt: skip
# Of the others those that lead out of the file; HYPERLINK with this switch stays in it.
_OUTSIDE = frozenset((
    "DATABASE", "DDE", "DDEAUTO", "HYPERLINK", "IMPORT", "INCLUDE", "INCLUDEPICTURE", "INCLUDETEXT", "LINK", "RD",
))  # fmt: skip
_INSIDE = ("\\l", "\\L")
_BOOKMARKED = ("PAGEREF", "REF")
_LEADS, _FOLLOWS = re.compile(r"[\s/／]*共?\s*$"), re.compile(r"^\s*页")  # around a count of pages
Results = Callable[[str], str | None]  # instruction -> what it shows, None to leave it


class _Field:
    """A complex field as its runs are met: those of its code, and those of its result."""

    def __init__(self, begin: etree._Element) -> None:
        self.code: list[etree._Element] = [begin]
        self.words = ""
        self.result: list[etree._Element] | None = None
        self.end: etree._Element | None = None


def drop_fields(root: etree._Element) -> list[str]:
    """Take away the code of every field that is not to stay; what it showed last stays as text.

    Marks of fields that do not begin or do not end go too. The instructions of those that led out of the file are
    returned.
    """
    _split_runs(root)
    dropped: list[str] = []
    for one in list(root.iter(f"{W}fldSimple")):
        instruction = str(one.get(f"{W}instr", ""))
        if not _is_kept(instruction):
            dropped.append(instruction)
            unwrap(one)
    for field in _fields(root):
        if not _is_kept(field.words):
            dropped.append(field.words)
            _remove((*field.code, *([] if field.end is None else [field.end])))
    kept = list(_fields(root))  # held, so that what they hold stays itself
    whole = {id(one) for field in kept for one in (*field.code, field.end)}
    _remove([mark.getparent() for mark in list(root.iter(f"{W}fldChar")) if id(mark.getparent()) not in whole])
    return [" ".join(words) for words in map(str.split, dropped) if _leads_out(words)]


def _leads_out(words: list[str]) -> bool:
    """Whether a field of these ``words`` leads out of the file."""
    name = words[0].upper() if words else ""
    return name in _OUTSIDE and not (name == "HYPERLINK" and words[1:2] and words[1] in _INSIDE)


def _split_runs(root: etree._Element) -> None:
    """A run each for the marks, the code and the result of a field: some programs write them all in one."""
    for run in [one for one in root.iter(f"{W}r") if one.find(f"{W}fldChar") is not None]:
        look = run.find(f"{W}rPr")
        parts = [one for one in run if one is not look]
        for part in parts[:-1]:
            before = etree.Element(f"{W}r")
            if look is not None:
                before.append(deepcopy(look))
            before.append(part)
            run.addprevious(before)


def _remove(runs: Iterable[etree._Element | None]) -> None:
    for run in runs:
        parent = None if run is None else run.getparent()
        if run is not None and parent is not None:
            parent.remove(run)


def fill_fields(root: etree._Element, results: Results) -> None:
    """Let fields show what they say in this draft, so that readers who never update them see it too."""
    for one in list(root.iter(f"{W}fldSimple")):
        text = results(str(one.get(f"{W}instr", "")))
        if text is not None:
            _set_text(list(one.iterchildren(f"{W}r")), text)
    for field in _fields(root):
        text = results(field.words) if field.result else None
        if text is not None:
            _set_text(field.result or [], text)


def retarget(root: etree._Element, kind: str, instruction: str) -> None:
    """Give every field of a ``kind`` another instruction."""
    for one in list(root.iter(f"{W}fldSimple")):
        if name_of(str(one.get(f"{W}instr", ""))) == kind:
            one.set(f"{W}instr", f" {instruction} ")
    for field in _fields(root):
        if name_of(field.words) == kind:
            words = [one for run in field.code for one in run.iter(f"{W}instrText")]
            for one in words:
                one.text = f" {instruction} " if one is words[0] else ""


def drop_total(root: etree._Element) -> None:
    """Take away the count of the text's pages, with the words around it (共 38 页): front matter has no part in it."""
    for field in _fields(root):
        if END_MARK not in field.words.split():
            continue
        runs = [*field.code, *(field.result or ()), *([] if field.end is None else [field.end])]
        before, behind = runs[0].getprevious(), runs[-1].getnext()
        _trim(before, _LEADS)
        _trim(behind, _FOLLOWS)
        _remove(runs)


def _trim(run: etree._Element | None, pattern: re.Pattern[str]) -> None:
    for words in () if run is None else run.iter(f"{W}t"):
        words.text = pattern.sub("", words.text or "")


def unwrap(element: etree._Element) -> None:
    """Put what stands in ``element`` in its place."""
    parent = element.getparent()
    if parent is None:
        return
    for child in list(element):
        element.addprevious(child)
    parent.remove(element)


def name_of(instruction: str) -> str:
    """The kind of field that an instruction is."""
    words = instruction.split()
    return "=" if instruction.lstrip().startswith("=") else words[0].upper() if words else ""


def _is_kept(instruction: str) -> bool:
    """Whether a field is one that stays; of bookmarks a draft has one that a template can know."""
    name = name_of(instruction)
    return END_MARK in instruction.split() if name in _BOOKMARKED else name in _KEPT


def _fields(root: etree._Element) -> Iterator[_Field]:
    """The complex fields of a part, inner ones before those around them."""
    open_fields: list[_Field] = []
    done: list[_Field] = []
    for run in root.iter(f"{W}r"):
        mark = run.find(f"{W}fldChar")
        kind = None if mark is None else mark.get(f"{W}fldCharType")
        if kind == "begin":
            open_fields.append(_Field(run))
            continue
        if not open_fields:
            continue
        field = open_fields[-1]
        if kind == "end":
            field.end = run
            done.append(open_fields.pop())
        elif kind == "separate":
            field.code.append(run)
            field.result = []
        elif field.result is None:
            field.code.append(run)
            field.words += "".join(one.text or "" for one in run.iter(f"{W}instrText"))
        else:
            field.result.append(run)
    yield from done


def _set_text(runs: list[etree._Element], text: str) -> None:
    """One run of ``text`` for those of a result, in the look of the first that has any."""
    spoken = [run for run in runs if run.find(f"{W}t") is not None]
    if not spoken:
        return
    first, *others = spoken
    _remove(others)
    for child in list(first):
        if child.tag != f"{W}rPr":
            first.remove(child)
    words = etree.SubElement(first, f"{W}t")
    words.text = text
    words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
