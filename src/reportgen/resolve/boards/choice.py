"""What stands on the board of a department, in words: chosen by its author, or from its own blocks."""

from collections.abc import Iterator, Mapping

import msgspec

from reportgen.diagnostics import Diagnostics, Spot
from reportgen.model.blocks import AnyBlock, KeyFigures
from reportgen.model.boards import MOST_CARDS, Board, BoardCard, BoardData, BoardForm, BoardLayout
from reportgen.model.document import Document, Section, chapters_of
from reportgen.model.inlines import Prose
from reportgen.model.runs import text_of
from reportgen.model.walk import blocks_inside, indicator_refs
from reportgen.resolve.boards.figures import figure_of
from reportgen.resolve.boards.plans import plans_of
from reportgen.resolve.boards.rows import Drawn, rows_of
from reportgen.resolve.boards.sentences import said_in, sentence_on, sentences_of

_FORMS: Mapping[str, BoardForm] = {"completion": "completion", "share": "share", "yoy": "yoy", "change": "yoy"}
_UNSAID = ("target", "name", "unit")  # forms of a headline's indicator that are not its actual figure
_PARTS = ("doughnut", "people", "dots")  # kinds that want the width of a band


class Own(msgspec.Struct, frozen=True):
    """A section with all its blocks, outer before inner, and where its author wrote it."""

    section: Section
    file: str
    blocks: tuple[tuple[str, AnyBlock], ...]

    @property
    def board(self) -> Board:
        """What its author chose."""
        return self.section.board or Board()

    def spot(self, *path: str | int) -> Spot:
        """A place in ``board``; the section's own where nothing was chosen there."""
        return Spot(self.file, ("board", *path)) if self.section.board is not None else Spot(self.file)


def has_board(section: Section) -> bool:
    """Whether a section has a board: departments have, others where their author says so."""
    return section.role == "department" or section.board is not None


def boards_of(document: Document, sink: Diagnostics, only: tuple[str, ...] = ()) -> tuple[BoardData, ...]:
    """The boards of ``document`` in the order of its sections, of all or ``only`` of these."""
    made = []
    for section, file in zip(document.booklet.sections, document.booklet.files, strict=True):
        if has_board(section) and (not only or section.id in only):
            made.append(document.boards.get(section.id) or _board(document, section, file, sink))
    return tuple(one for one in made if one is not None)


def chosen_boards(document: Document, sink: Diagnostics) -> dict[str, BoardData]:
    """The boards that an author had a say in, by section: what is wrong with them is told whatever is built."""
    sections = zip(document.booklet.sections, document.booklet.files, strict=True)
    made = {one.id: _board(document, one, file, sink) for one, file in sections if one.board is not None}
    return {id: board for id, board in made.items() if board is not None}


def _number(document: Document, section: Section) -> int:
    numbered = chapters_of(document)
    head = f"{section.id}/head"
    return numbered.index(head) if head in numbered else 0


def _board(document: Document, section: Section, file: str, sink: Diagnostics) -> BoardData | None:
    own = Own(section, file, tuple(_blocks(document, section)))
    board = own.board
    drawn = rows_of(document, board, own.blocks, own.spot(), sink)
    rows = drawn.rows
    hero_card = board.hero or _hero(document, own)
    shown = frozenset(one for one, _ in rows if drawn.tasks)  # indicators whose completion is a bar of its own
    hero = None
    if hero_card is not None:
        hero = figure_of(document, hero_card, own.spot("hero"), sink)
    written = _cards(own, hero_card) if board.cards is None else board.cards
    named = {ref.id for ref in indicator_refs(_headline(own))}
    said = said_in(document, own.blocks)
    cards = []
    for index, card in enumerate(written):
        bar = board.cards is not None or card.indicator not in shown  # not twice, unless the author wants it
        made = figure_of(document, card, own.spot("cards", index), sink, bar=bar)
        if made is not None:
            sentence = sentence_on(said, card.indicator)
            cards.append(msgspec.structs.replace(made, leading=card.indicator in named, sentence=sentence))
    leading = hero_card.indicator if hero_card is not None else ""
    lines = tuple(msgspec.structs.replace(line, leading=line.leading or id == leading) for id, line in rows)
    plans_title, plans, more, left_over = plans_of(document, board, own.blocks, own.spot(), sink)
    sentences = sentences_of(document, board, said, hero_card)
    if not (hero or cards or rows or drawn.charts or sentences or plans):
        sink.error("board-empty", own.spot(), name=section.name or section.id)
        return None
    report = document.booklet.report
    contact = report.contact
    used = [card.indicator for card in (*((hero_card,) if hero_card else ()), *written)] + [id for id, _ in rows if id]
    edition = report.edition
    return BoardData(
        section=section.id, number=_number(document, section), name=section.name or report.issuer,
        short=section.short, icon=section.icon,
        period=f"{edition.period}工作解读",
        headline=text_of(_headline(own), document) or section.name or report.title,
        layout=board.layout or _layout(document, drawn),
        hero=hero, rows_title=drawn.title, rows_unit=drawn.unit, rows=lines,
        elapsed=f"序时{edition.elapsed:g}%" if drawn.tasks and edition.elapsed < 100 else "",
        elapsed_percent=edition.elapsed,
        charts=drawn.charts, charts_chosen=board.chart is not None,
        cards=tuple(cards[:MOST_CARDS]), sentences=sentences,
        plans_title=plans_title, plans=plans, plans_left=more,
        sources=_sources(document, used, left_over=left_over and bool(plans)),
        address=contact.address if contact else "", code_words=contact.words if contact else "", spot=own.spot(),
        headline_spot=own.spot("headline") if board.headline is not None else Spot(file, ("headline",)),
    )  # fmt: skip


def _blocks(document: Document, section: Section) -> Iterator[tuple[str, AnyBlock]]:
    for index, top in enumerate(section.blocks):
        for id, block, _ in blocks_inside(top, f"{section.id}/{index}", ()):
            yield id, block


def _headline(own: Own) -> Prose:
    return own.board.headline or own.section.headline or Prose(())


def _hero(document: Document, own: Own) -> BoardCard | None:
    """What the headline names, else the first key number."""
    cards = [card for _, block in own.blocks if isinstance(block, KeyFigures) for card in block.cards]
    for ref in indicator_refs(_headline(own)):
        one = document.booklet.register.get(ref.id)
        if one is None or one.value is None or ref.form in _UNSAID:
            continue
        for card in cards:
            if card.indicator == ref.id:
                return BoardCard(indicator=card.indicator, label=card.label, note=card.note)
        return BoardCard(indicator=ref.id, form=_FORMS.get(ref.form, "value"))
    if not cards:
        return None
    return BoardCard(indicator=cards[0].indicator, label=cards[0].label, note=cards[0].note)


def _cards(own: Own, hero: BoardCard | None) -> tuple[BoardCard, ...]:
    """The key numbers but the hero's, each once."""
    found: dict[str, BoardCard] = {}
    for _, block in own.blocks:
        for card in block.cards if isinstance(block, KeyFigures) else ():
            made = BoardCard(indicator=card.indicator, label=card.label, note=card.note)
            found.setdefault(card.indicator, made)
    if hero is not None:
        found.pop(hero.indicator, None)
    return tuple(found.values())[:MOST_CARDS]


def _layout(document: Document, drawn: Drawn) -> BoardLayout:
    """Bars of several tasks and most charts stand beside the cards; parts of a whole want the width."""
    first = document.charts.get(drawn.charts[0]) if drawn.charts else None
    if first is not None:
        return "hero-band" if first.type in _PARTS else "hero-left"
    return "hero-left" if len(drawn.rows) > 2 else "hero-band"


def _sources(document: Document, used: list[str], *, left_over: bool) -> tuple[str, ...]:
    """Where the figures come from, when they were counted, who issues the board."""
    register, report = document.booklet.register, document.booklet.report
    named = dict.fromkeys(one.source.rstrip("。") for id in used if (one := register.get(id)) is not None)
    sources = [source for source in named if source]
    said = []
    if sources:
        said.append("数据：" + "、".join(sources[:2]) + ("等" if len(sources) > 2 else ""))
    if left_over:
        said.append("还差=全年任务−实绩")
    if report.edition.cutoff:
        said.append(report.edition.cutoff)
    return (*said, f"编印：{report.issuer}")
