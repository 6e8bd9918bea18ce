"""The draft that goes round: what it is called, which one it is, when and to whom it comes back."""

from typing import Annotated

import msgspec
from msgspec import Meta

from reportgen.model.numerals import DATE_FORM


class DraftRound(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A round of consultation. ``due`` is an ISO date; without one the day is filled in by hand, as is ``contact``."""

    name: Annotated[str, Meta(min_length=1, max_length=12, description="征求意见稿, 送审稿.")] = "征求意见稿"
    number: Annotated[int, Meta(ge=1, le=99, description="Which draft this is, from 1.")] = 1
    due: Annotated[str, Meta(pattern=DATE_FORM, description="When it is to come back: 2019-07-20.")] | None = None
    contact: Annotated[str, Meta(max_length=40, description="Whom to ask, and the number.")] = ""

    @property
    def count(self) -> str:
        """The number as printed: 第1稿."""
        return f"第{self.number}稿"
