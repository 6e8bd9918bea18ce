"""What all kinds of blocks share."""

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

# "$" alone would let a line feed pass at the end.
ID_FORM = r"^[a-z0-9][a-z0-9_.-]*$(?!\n)"
Id = Annotated[str, Meta(pattern=ID_FORM, max_length=64, description="Name for references.")]

Place = Annotated[
    Literal["here", "top", "bottom"],
    Meta(description="In print: where it is written, or at the head or foot of the nearest page with room."),
]


class Block(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="kind"):
    """What all kinds share."""
