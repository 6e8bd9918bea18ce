"""Sections and blocks of an edition out of a whole report; headings follow what stands below them."""

from collections.abc import Mapping, Sequence

import msgspec

from reportgen.model.blocks import AnyBlock, Heading, PageBreak
from reportgen.model.document import Section
from reportgen.model.editions import EditionFile
from reportgen.source import Source

Path = tuple[str | int, ...]
_FURNITURE = (Heading, PageBreak)  # kinds that are there for what follows them


def pick(section: Section, wanted: EditionFile, source: Source) -> tuple[Section | None, Source]:
    """What ``wanted`` has of ``section``, None for nothing; the source given back knows where that is written."""
    if (wanted.sections and section.id not in wanted.sections) or section.id in wanted.leave_out.sections:
        return None, source
    tags = frozenset(wanted.tags)
    framed = section.role != "department" and not section.tags  # covers, contents, notes on the data
    whole = not tags or framed or not tags.isdisjoint(section.tags)
    picker = _Picker(tags, wanted, source.moved)
    blocks = picker.blocks(section.blocks, ("blocks",), whole=whole)
    if section.blocks and not blocks:
        return None, source
    if section.role == "department" and wanted.numbered is not None:
        section = msgspec.structs.replace(section, numbered=wanted.numbered)
    picked = msgspec.structs.replace(section, blocks=blocks)
    return picked, msgspec.structs.replace(source, moved={**source.moved, **picker.moved})


class _Picker:
    """Goes down the blocks of one section. ``moved``: as a Source has it."""

    def __init__(self, tags: frozenset[str], wanted: EditionFile, before: Mapping[Path, tuple[int, ...]]) -> None:
        self._tags = tags
        self._kinds = frozenset(wanted.leave_out.kinds)
        self._ids = frozenset(wanted.leave_out.blocks)
        self._before = before
        self.moved: dict[Path, tuple[int, ...]] = {}

    def blocks(self, blocks: Sequence[AnyBlock], path: Path, *, whole: bool) -> tuple[AnyBlock, ...]:
        """Those of ``blocks``, a list at ``path`` of the file, that stay; all that are not left out if ``whole``."""
        places = self._before.get(path, range(len(blocks)))
        wanted = [True] * len(blocks) if whole else self._tagged(blocks)
        kept: dict[int, AnyBlock] = {}
        for index, block in enumerate(blocks):
            if not self._is_left_out(block):
                stays = self._picked(block, (*path, places[index]), whole=wanted[index])
                if stays is not None:
                    kept[index] = stays
        bare = [index for index in kept if self._is_bare(index, blocks, kept, whole=whole)]
        for index in bare:
            del kept[index]
        if len(kept) < len(blocks):
            self.moved[path] = tuple(places[index] for index in kept)
        return tuple(kept.values())

    def _picked(self, block: AnyBlock, path: Path, *, whole: bool) -> AnyBlock | None:
        children: tuple[AnyBlock, ...] | None = getattr(block, "blocks", None)
        if children is None:
            return block if whole or isinstance(block, Heading) else None
        inner = self.blocks(children, (*path, "blocks"), whole=whole)
        if not inner:
            return None
        return block if inner == children else msgspec.structs.replace(block, blocks=inner)

    def _tagged(self, blocks: Sequence[AnyBlock]) -> list[bool]:
        """Which of ``blocks`` have a tag that is wanted, or stand below a heading that has one."""
        found: list[bool] = []
        below = 0  # level of the heading that is wanted, with all below it
        for block in blocks:
            if isinstance(block, Heading) and below and block.level <= below:
                below = 0
            own = not self._tags.isdisjoint(block.tags)
            if own and isinstance(block, Heading) and not below:
                below = block.level
            found.append(own or below > 0)
        return found

    def _is_left_out(self, block: AnyBlock) -> bool:
        return str(block.__struct_config__.tag) in self._kinds or getattr(block, "id", None) in self._ids

    def _is_bare(
        self, index: int, blocks: Sequence[AnyBlock], kept: Mapping[int, AnyBlock], *, whole: bool
    ) -> bool:  # fmt: skip
        """Whether nothing is left below a heading, where something was or tags decide."""
        block = blocks[index]
        if not isinstance(block, Heading):
            return False
        below = _below(index, block.level, blocks)
        return not any(at in kept for at in below) and (bool(below) or not whole)


def _below(index: int, level: int, blocks: Sequence[AnyBlock]) -> list[int]:
    """The places of what stands below the heading at ``index``, other headings and page breaks aside."""
    found = []
    for at in range(index + 1, len(blocks)):
        block = blocks[at]
        if isinstance(block, Heading) and block.level <= level:
            break
        if not isinstance(block, _FURNITURE):
            found.append(at)
    return found
