"""An edition: which sections and blocks of a report make a booklet of their own, and what it is called."""

from typing import Annotated

import msgspec
from msgspec import Meta

from reportgen.model.blocks import Tags
from reportgen.model.document import PageSetup
from reportgen.model.numerals import DATE_FORM


class LeaveOut(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What an edition does without: sections and blocks by their ids, kinds of blocks."""

    sections: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    blocks: tuple[str, ...] = ()


class EditionFile(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``editions/NAME.yaml``: what it says stands in place of what report.yaml says; what it leaves out stays."""

    title: str | None = None
    subtitle: str | None = None
    issuer: str | None = None
    period: str | None = None
    date: Annotated[str, Meta(pattern=DATE_FORM)] | None = None
    cutoff: str | None = None
    theme: str | None = None
    page: PageSetup | None = None
    numbered: Annotated[bool | None, Meta(description="Whether departments are numbered.")] = None
    sections: Annotated[tuple[str, ...], Meta(description="By their ids; left out: all.", min_length=1)] = ()
    tags: Tags = ()
    leave_out: LeaveOut = LeaveOut()
