"""What all kinds of blocks share."""

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

# "$" alone would let a line feed pass at the end.
ID_FORM = r"^[a-z0-9][a-z0-9_.-]*$(?!\n)"
Id = Annotated[str, Meta(pattern=ID_FORM, max_length=64, description="Name for references.")]

# What becomes part of a folder's name: no blanks, no marks that file systems or shells take for their own.
TAG_FORM = r"^[^\s/\\:*?\"<>|.,、，+-][^\s/\\:*?\"<>|,、，+]*$(?!\n)"
Tag = Annotated[str, Meta(pattern=TAG_FORM, max_length=20)]
Tags = Annotated[tuple[Tag, ...], Meta(max_length=12, description="What editions pick it by.")]

Place = Annotated[
    Literal["here", "top", "bottom"],
    Meta(description="In print: where it is written, or at the head or foot of the nearest page with room."),
]


class Block(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="kind"):
    """What all kinds share."""

    tags: Tags = ()
