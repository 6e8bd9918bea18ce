"""Typographic faults in everything that is printed, as warnings with their places. Nothing is changed."""

from collections.abc import Iterator, Mapping
from typing import Any, get_args

from reportgen.checks.finding import Finding
from reportgen.checks.flat import Flat, Words, flatten, words_of
from reportgen.checks.rules import findings
from reportgen.checks.suspects import is_suspect
from reportgen.checks.texts import Written, gather, written_texts
from reportgen.diagnostics import Diagnostics, Spot
from reportgen.model.document import Document
from reportgen.model.inlines import IndicatorRef, Prose, Reference
from reportgen.model.lint import OPTIONAL, RuleId
from reportgen.model.walk import Path
from reportgen.model.written import written_at
from reportgen.source import Source, value_at

_SHOWN = 30  # characters of a fault that a message quotes


def check_typography(document: Document, sources: Mapping[str, Source], sink: Diagnostics) -> None:
    """Report what the rules find in the report, its sections and its registers.

    ``sources``: the files by name, asked only where there is something to report.
    """
    booklet = document.booklet
    lint = booklet.report.lint
    rules: frozenset[RuleId] = frozenset(get_args(RuleId))
    asked = (rules - OPTIONAL | frozenset(lint.enable)) - frozenset(lint.ignore)

    def words(leaf: IndicatorRef | Reference) -> str:
        if isinstance(leaf, IndicatorRef):
            return document.values.get((leaf.id, leaf.form), "")
        target = document.targets.get(leaf.target)
        return target.label if target else ""

    parts: list[tuple[str, Path, Any]] = [(booklet.report_file, (), booklet.report)]
    parts += [(spot.file, spot.path, booklet.register[id]) for id, spot in booklet.register_spots.items()]
    parts += [(file, (), section) for file, section in zip(booklet.files, booklet.sections, strict=True)]
    for file, path, part in parts:
        for written, flat in _suspects(part, path, words, asked):
            for found in findings(flat):
                if found.code in asked:
                    _report(found, flat, written, file, sources, sink)


def _suspects(part: Any, path: Path, words: Words, asked: frozenset[RuleId]) -> Iterator[tuple[Written, Flat]]:
    """The texts of ``part`` that the rules have to look at."""
    gathered: list[str] = []
    gather(part, lambda prose: words_of(prose, words), gathered)
    if not is_suspect("\n".join(gathered), asked):
        return
    for index, written in enumerate(written_texts(part, path)):
        if is_suspect(gathered[index], asked):
            follows = gathered[index + 1][:1] if index + 1 < len(gathered) else ""
            yield written, flatten(written, words, follows)


def _report(
    found: Finding, flat: Flat, written: Written, file: str, sources: Mapping[str, Source], sink: Diagnostics
) -> None:
    shown = flat.text[found.start : found.end].strip("\n")
    spot = _spot(found, flat, written, file, sources)
    if len(shown) > _SHOWN:
        shown = shown[: _SHOWN - 1] + "…"
    sink.warning(found.code, spot, written=shown, better=found.better)


def _spot(found: Finding, flat: Flat, written: Written, file: str, sources: Mapping[str, Source]) -> Spot:
    """Where the fault is written: counted in the value as it stands in the file, marks and all."""
    spot = Spot(file, written.path)
    source = sources.get(file)
    value = value_at(source, spot) if source is not None else None
    if value is None:
        return spot
    start, last = found.start, max(found.start, found.end - 1)
    if isinstance(written.text, Prose):
        places = written_at(written.text, value)
        if flat.leaves:
            start, last = flat.leaves[start], flat.leaves[last]
        if last >= len(places):
            return spot
        start, last = places[start], places[last]
    return Spot(file, written.path, offset=start, find=value[start : last + 1].partition("\n")[0])
