"""States in lists: which one a task is in, its light beside its word, how many are in which."""

import re
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal

import msgspec

from reportgen.model.blocks import Cell
from reportgen.model.document import CardData, Edition
from reportgen.model.inlines import Inline, Light, Prose, Strong, Text
from reportgen.model.statuses import STATUSES, Status, counted, status_sign, status_word
from reportgen.resolve.figures import find, status_of
from reportgen.resolve.tabular.given import At, Given

_MONTH = re.compile(r"(?:([0-9]{4})年)?([0-9]{1,2})月")
LATE: tuple[Status, ...] = ("partial", "behind", "postponed", "stopped")
_GAP = "\u00a0"  # between a light and its word, which are never parted


class Lights(msgspec.Struct, frozen=True):
    """The states of one list. ``words`` are those it has of its own, ``unit`` counts its items (项, 件).

    ``rule``: the state of what is so far, in per cent, at the time elapsed.
    """

    given: Given
    words: Mapping[Status, str] = {}
    unit: str = "项"
    rule: Callable[[Decimal | None, float], Status] = status_of

    def word(self, status: Status) -> str:
        """What a state is called in this list."""
        return self.words.get(status) or status_word(status, self.given.edition.elapsed)

    def light(self, status: Status) -> Light:
        """The mark of a state."""
        return Light(status_sign(status, self.given.marks), status)

    def cell(self, status: Status) -> Cell:
        """A light and its word, in weight where it is late: the eye shall land there, in grey print too."""
        word = Text(_GAP + self.word(status))
        return Cell(text=Prose((self.light(status), Strong((word,)) if status in LATE else word)))

    def counts(self, statuses: Sequence[Status], always: Sequence[Status] = ()) -> list[tuple[Status, int]]:
        """How many are in each state, in the order of states: in those that occur and those ``always`` told."""
        found = counted(statuses)
        return [(status, found.get(status, 0)) for status in STATUSES if status in found or status in always]

    def summary(self, statuses: Sequence[Status], always: Sequence[Status] = ()) -> Prose:
        """How many there are and how many in each state; the numbers cannot but add up."""
        parts: list[Inline] = [Text(f"共{len(statuses)}{self.unit}：")]
        for at, (status, count) in enumerate(self.counts(statuses, always)):
            if at:
                parts.append(Text("，"))
            parts += [self.light(status), Text(f"{_GAP}{self.word(status)}{count}{self.unit}")]
        return Prose((*parts, Text("。")))

    def cards(self, whole: str, statuses: Sequence[Status], always: Sequence[Status] = ()) -> tuple[CardData, ...]:
        """The same as large numbers: all of them, under the name ``whole``, and those of each state."""
        made = [CardData(whole, str(len(statuses)), self.unit, "")]
        for status, count in self.counts(statuses, always):
            made.append(CardData(self.word(status), str(count), self.unit, "", self.light(status)))
        return tuple(made)


def judged(written: Status | None, indicator: str | None, lights: Lights, at: At) -> Status:
    """The state as written, or by the rule of time elapsed (序时) where an indicator says how far a task is.

    Where both are given and one says that the task is done and the other that it is not, that is reported.
    """
    given = lights.given
    computed: Status = "unknown"
    if indicator is not None:
        one = find(given.register, indicator, at("indicator"), given.sink)
        if one is not None:
            computed = lights.rule(one.progress, given.edition.elapsed)
    if written is None:
        return computed
    if computed != "unknown" and _contradicts(written, computed):
        said, rule = lights.word(written), lights.word(computed)
        given.sink.warning("status-figures", at("status"), status=said, rule=rule)
    return written


def _contradicts(written: Status, computed: Status) -> bool:
    """Behind, put off and stopped are the author's to tell apart; done and on course are what the figures say.

    What is on course is done in part.
    """
    if written == "partial" and computed == "on-course":
        return False
    return written != computed and not (written in LATE and computed in LATE)


def check_deadline(deadline: Prose | None, status: Status, given: Given, at: At) -> None:
    """Report a task that is on course although the month it was due is over."""
    said = "" if deadline is None else "".join(one.text for one in deadline.inlines if isinstance(one, Text))
    found = _MONTH.search(said)
    if found is None or status != "on-course":
        return
    year, month = int(found[1] or given.edition.date[:4]), int(found[2])
    if (year, month) < _month_of(given.edition):
        given.sink.warning("status-deadline", at("deadline"), deadline=said, status=status_word(status, 0.0))


def _month_of(edition: Edition) -> tuple[int, int]:
    return int(edition.date[:4]), int(edition.date[5:7])
