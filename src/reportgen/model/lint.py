"""Which typographic rules a report is checked by: the rules' names, and the report's choice among them."""

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

RuleId = Literal[
    "straight-quote",
    "half-ellipsis",
    "dots-ellipsis",
    "false-dash",
    "wrong-interpunct",
    "half-width-mark",
    "doubled-mark",
    "nested-mark",
    "unbalanced-mark",
    "title-level",
    "quote-level",
    "full-width-digit",
    "full-width-letter",
    "han-blank",
    "ideographic-blank",
    "blank-at-mark",
    "label-comma",
    "label-bracket",
    "label-stop",
    "heading-stop",
    "typed-number",
    "range-mark",
    "range-unit",
    "date-zero",
    "short-year",
    "digit-groups",
    "title-comma",
]
# One custom of several that are all correct: only a report that asks for them is checked by them.
OPTIONAL: frozenset[RuleId] = frozenset(("digit-groups", "title-comma"))


class Lint(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The report's choice of typographic rules."""

    ignore: Annotated[tuple[RuleId, ...], Meta(description="Rules that do not apply.")] = ()
    enable: Annotated[tuple[RuleId, ...], Meta(description="Rules that are off unless asked for.")] = ()
