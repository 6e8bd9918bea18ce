"""The rules in the order they are asked."""

from collections.abc import Callable, Iterator

from reportgen.checks.blanks import blanks_at_marks, blanks_between_han, full_width_letters
from reportgen.checks.finding import Finding
from reportgen.checks.flat import Flat
from reportgen.checks.labels import heading_ends, labels
from reportgen.checks.marks import dashes, doubled_marks, ellipses, half_width_marks, interpuncts, straight_quotes
from reportgen.checks.numbers import dates, groups, neighbours, ranges
from reportgen.checks.pairs import pairs

RULES: tuple[Callable[[Flat], Iterator[Finding]], ...] = (
    straight_quotes,
    ellipses,
    dashes,
    interpuncts,
    half_width_marks,
    doubled_marks,
    pairs,
    full_width_letters,
    blanks_between_han,
    blanks_at_marks,
    labels,
    heading_ends,
    ranges,
    dates,
    groups,
    neighbours,
)


def findings(flat: Flat) -> Iterator[Finding]:
    """What all rules find in one text that its author wrote: a mark out of an indicator's words is not reported."""
    for rule in RULES:
        for found in rule(flat):
            if (found.start if found.at is None else found.at) not in flat.foreign:
                yield found
