"""Sections of the Word file: front matter, text and back cover, each with its page numbers, running heads and feet."""

from collections.abc import Callable, Iterator, Sequence
from typing import Literal

import msgspec

from reportgen.model.blocks import Contents, Cover, Opening
from reportgen.model.document import Document, Entry
from reportgen.word import furniture
from reportgen.word.how_to import TITLE
from reportgen.word.letterhead import Side, template_kinds, template_part
from reportgen.word.story import End, Story


class Group(msgspec.Struct, frozen=True):
    """What has the same things around it. Front matter is counted in Roman figures, the text from 1.

    ``pages`` stand before the entries: those that a draft has for its editors.
    """

    entries: Sequence[Entry]
    matter: Literal["front", "text", "back"]
    from_one: bool = False  # text behind front matter
    pages: tuple[Literal["title", "how-to"], ...] = ()

    @property
    def begins_with_cover(self) -> bool:
        """Whether its first page is a cover or title page."""
        return "title" in self.pages or bool(self.entries and isinstance(self.entries[0].block, Cover))

    @property
    def has_heads(self) -> bool:
        """Whether a heading of the first level names its pages."""
        return any(isinstance(entry.block, Opening) for entry in self.entries)


def groups_of(document: Document, flow: Sequence[Entry]) -> list[Group]:
    """The groups of ``flow`` in order, none of them empty unless ``flow`` is.

    Front matter is all as far as the contents, else what stands before the first heading; its sections with a name of
    their own are a group apart from those without.
    """
    first = _text_begins(document, flow)
    last = len(flow)
    if flow and isinstance(cover := flow[-1].block, Cover) and cover.back and last - 1 > first:
        last -= 1
    made: list[Group] = []
    begun = 0
    for at in range(1, first + 1):
        if at == first or (isinstance(flow[at].block, Contents) and _has_heads(flow[begun:at])):
            made.append(Group(flow[begun:at], "front"))
            begun = at
    if first < last or not made:
        made.append(Group(flow[first:last], "text", from_one=bool(made)))
    if last < len(flow):
        made.append(Group(flow[last:], "back"))
    return made


def drafted(groups: Sequence[Group]) -> list[Group]:
    """``groups`` with how to edit the draft, behind the contents; before it a title page where there is no cover."""
    for number, at in _behind(groups):
        entries = groups[number].entries
        parts = [Group(entries[:at], "front"), Group((), "front", pages=("how-to",))]
        parts += [Group(entries[at:], "front")] if at < len(entries) else []
        return [*groups[:number], *parts, *groups[number + 1 :]]
    first, *others = groups
    own = Group((), "front", pages=("title", "how-to"))
    return [own, msgspec.structs.replace(first, from_one=first.matter == "text"), *others]


def _behind(groups: Sequence[Group]) -> Iterator[tuple[int, int]]:
    """Places behind contents in front matter, then behind a cover there: (group, how many of its entries)."""
    for kind in (Contents, Cover):
        for number, group in enumerate(groups):
            at = next((at for at, entry in enumerate(group.entries) if isinstance(entry.block, kind)), None)
            if group.matter == "front" and at is not None:
                yield number, at + 1


def _text_begins(document: Document, flow: Sequence[Entry]) -> int:
    """Where the text begins: with the first heading behind contents that stand in front, else with the first of all.

    Where there is no heading, with the first block that is no cover.
    """
    sections = document.booklet.sections
    contents = next(
        (at for at, one in enumerate(flow)
         if isinstance(one.block, Contents) and sections[one.section].role == "front"), -1
    )  # fmt: skip
    behind = range(contents + 1, len(flow))
    heads = (at for at in behind if isinstance(flow[at].block, Opening))
    others = (at for at in behind if not isinstance(flow[at].block, Cover))
    return next(heads, next(others, len(flow)))


def _has_heads(entries: Sequence[Entry]) -> bool:
    return any(isinstance(entry.block, Opening) for entry in entries)


def add_sections(story: Story, groups: Sequence[Group], total: int, turned: bool) -> None:
    """The properties of each section go where it ends; what is around a group is told in the first of its sections.

    ``total``: pages of the text. ``turned``: the last section's pages lie on their side.
    """
    around = _Around(story, groups, total)
    told, inside, was_turned = -1, False, False
    for end in (*story.ends, End(-1, len(groups) - 1, turned=turned)):
        group = groups[end.group]
        new = end.group != told
        said = new or end.turned or was_turned
        section = furniture.section(
            story,
            furniture.Surroundings(
                headers=around.heads(end.group, turned=end.turned) if said else {},
                footers=around.feet(end.group, turned=end.turned) if said else {},
                cover=new and group.begins_with_cover,
                roman=group.matter == "front",
                from_one=new and group.from_one,
                columns=end.columns,
                counts_on=inside and not new,
                ends_inside=end.inside,
                turned=end.turned,
                goes_on=not said,
            ),
            last=end.part < 0,
        )
        told, inside, was_turned = end.group, end.inside, end.turned
        if end.part < 0:
            story.parts.append(section)
        else:
            story.parts[end.part] = story.cell_paragraph("hairline", "", section)


class _Around:
    """Running heads and feet of the groups by kind of page, each made when it is first asked for."""

    def __init__(self, story: Story, groups: Sequence[Group], total: int) -> None:
        self._story = story
        self._groups = groups
        self._total = total
        # with mirrored margins Word tells even pages apart
        self._kinds = ("default", "even") if story.draft.look.mirrored else ("default",)
        self._made: dict[tuple[str, str, bool], str] = {}

    def heads(self, number: int, *, turned: bool) -> dict[str, str]:
        """Relationship ids: what stands in a head names the chapter, or is the contents; a back cover has none."""
        story, group = self._story, self._groups[number]
        if not story.draft.look.running_head and not template_kinds(story, "header") and not story.is_draft:
            return {}
        if group.matter == "back":
            kinds = template_kinds(story, "header") or self._kinds
            return dict.fromkeys(kinds, self._once("no head", lambda _: furniture.blank_header(story)))
        titles = [entry.block.title for entry in group.entries if isinstance(entry.block, Contents)]
        front = TITLE if group.pages else "".join(titles[:1]) if not group.has_heads else ""
        own = self._template("header", front, group.matter, turned=turned)
        if own:
            return own

        def make(kind: str) -> str:
            return furniture.header(story, furniture.chapter_field(story, front), turned=turned, even=kind == "even")

        return {kind: self._once(f"head of {front}", make, kind, turned) for kind in self._kinds}

    def feet(self, number: int, *, turned: bool) -> dict[str, str]:
        """Relationship ids: the feet of turned pages are as wide as those are, where they have a stop."""
        story, matter = self._story, self._groups[number].matter
        if matter == "back":
            kinds = template_kinds(story, "footer") or self._kinds
            return dict.fromkeys(kinds, self._once("no foot", lambda _: furniture.blank_footer(story)))
        own = self._template("footer", "", matter, turned=turned)
        if own:
            return own
        if story.draft.look.folio == "dashed":
            return {
                kind: self._once("foot", lambda kind: furniture.dashed_footer(story, even=kind == "even"), kind)
                for kind in self._kinds
            }
        total = self._total if matter == "text" else 0

        def make(kind: str) -> str:
            return furniture.footer(story, total, turned=turned, even=kind == "even")

        return {kind: self._once("counted foot" if total else "foot", make, kind, turned) for kind in self._kinds}

    def _template(self, side: Side, front: str, matter: str, *, turned: bool) -> dict[str, str]:
        """The heads or feet of a template, where it has any: they are the draft's."""
        story = self._story
        total = self._total if matter == "text" else 0

        def make(kind: str) -> str:
            return template_part(story, side, kind, front, total, turned=turned)

        return {
            kind: self._once(f"{side} {matter} {front}", make, kind, turned) for kind in template_kinds(story, side)
        }

    def _once(self, what: str, make: Callable[[str], str], kind: str = "", turned: bool = False) -> str:
        key = (what, kind, turned)
        if key not in self._made:
            self._made[key] = make(kind)
        return self._made[key]
