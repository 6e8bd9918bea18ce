"""Typographic faults in everything that is printed, as warnings with their places. Nothing is changed."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple, get_args

from reportgen.checks.finding import Finding
from reportgen.checks.flat import Flat, Words, flatten, words_of
from reportgen.checks.rules import findings
from reportgen.checks.suspects import is_suspect
from reportgen.checks.texts import Written, gather, written_texts
from reportgen.diagnostics import Diagnostic, Diagnostics, Spot
from reportgen.model.document import Document
from reportgen.model.inlines import IndicatorRef, Prose, Reference
from reportgen.model.lint import OPTIONAL, Lint, RuleId
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

    register = [_Part(spot.file, spot.path, booklet.register[id]) for id, spot in booklet.register_spots.items()]
    sections = [[_Part(file, (), one)] for file, one in zip(booklet.files, booklet.sections, strict=True)]
    _report_choice(lint, booklet.report_file, sink)
    for parts in ([_Part(booklet.report_file, (), booklet.report)], register, *sections):
        for file, written, flats in _suspects(parts, words, asked):
            found = [(flat, one) for flat in flats for one in findings(flat) if one.code in asked]
            if found:
                _report(found, _At(file, written, sources.get(file)), sink)


def _report_choice(lint: Lint, file: str, sink: Diagnostics) -> None:
    """Report what of the choice of rules changes nothing, or says two things of one rule."""
    for index, rule in enumerate(lint.enable):
        spot = Spot(file, ("lint", "enable", index))
        if rule in lint.ignore:
            sink.warning("rule-twice", spot, rule=rule)
        elif rule not in OPTIONAL:
            sink.warning("rule-enabled", spot, rule=rule, optional="、".join(sorted(OPTIONAL)))
    for index, rule in enumerate(lint.ignore):
        if rule in OPTIONAL and rule not in lint.enable:
            sink.warning("rule-ignored", Spot(file, ("lint", "ignore", index)), rule=rule)


class _Part(NamedTuple):
    """A struct with texts, and where it is written."""

    file: str
    path: Path
    value: Any


class _At:
    """Where a text is written: its value as it stands in the file, and each of its leaves there."""

    def __init__(self, file: str, written: Written, source: Source | None) -> None:
        self.spot = Spot(file, written.path)
        self.value = value_at(source, self.spot) if source is not None else None
        self.places: Sequence[int] = ()
        if self.value is not None:
            text = written.text
            self.places = written_at(text, self.value) if isinstance(text, Prose) else range(len(text))

    def spot_of(self, start: int, last: int) -> Spot:
        """Where the leaves from ``start`` to ``last`` stand; the text itself where that cannot be told."""
        if self.value is None or last >= len(self.places):
            return self.spot
        offset = self.places[start]
        marked = self.value[offset : self.places[last] + 1].partition("\n")[0]
        return Spot(self.spot.file, self.spot.path, offset=offset, find=marked)


def _suspects(
    parts: Sequence[_Part], words: Words, asked: frozenset[RuleId]
) -> Iterator[tuple[str, Written, list[Flat]]]:
    """The texts of ``parts``, each with its file, that the rules have to look at; most often none."""
    gathered: list[str] = []
    for part in parts:
        gather(part.value, lambda prose: words_of(prose, words), gathered)
    if not is_suspect("\n".join(gathered), asked):
        return
    written = ((part.file, one) for part in parts for one in written_texts(part.value, part.path))
    for index, (file, one) in enumerate(written):
        if is_suspect(gathered[index], asked):
            follows = gathered[index + 1][:1] if index + 1 < len(gathered) else ""
            yield file, one, flatten(one, words, follows)


def _report(found: Iterable[tuple[Flat, Finding]], at: _At, sink: Diagnostics) -> None:
    """Report each fault of a text where it stands; one that is made over and over, where it is first, with a count."""
    folded: dict[tuple[str, str, str], list[tuple[Flat, Finding]]] = {}
    for flat, one in found:
        folded.setdefault((one.code, flat.text[one.start : one.end], one.better), []).append((flat, one))
    for same in folded.values():
        flat, one = same[0]
        start, last = one.start, one.end - 1
        if flat.leaves:
            start, last = flat.leaves[start], flat.leaves[last]
        shown = flat.text[one.start : one.end].strip("\n")
        if len(shown) > _SHOWN:
            shown = shown[: _SHOWN - 1] + "…"
        arguments = {"written": shown, "better": one.better}
        sink.add(Diagnostic("warning", one.code, at.spot_of(start, last), arguments, times=len(same)))
