"""Sentences of a department's own that say what its numbers mean."""

import re

import msgspec

from reportgen.model.blocks import AnyBlock, Paragraph
from reportgen.model.boards import MOST_SENTENCES, Board, BoardCard
from reportgen.model.document import Document
from reportgen.model.runs import quoted_runs, text_of
from reportgen.source.folding import joined_lines

Blocks = tuple[tuple[str, AnyBlock], ...]
_SENTENCE = re.compile(r"[^。！？]+[。！？]?[”’）]?")
_SHORTEST, _LONGEST = 6, 60  # characters: what is longer is not read from a wall


class Said(msgspec.Struct, frozen=True):
    """A sentence with the indicators whose actual figures it quotes."""

    text: str
    quoted: frozenset[str]


def said_in(document: Document, blocks: Blocks) -> tuple[Said, ...]:
    """The sentences of a section's text that are short enough for a wall, in order."""
    found: list[Said] = []
    for _, block in blocks:
        if not isinstance(block, Paragraph):
            continue
        text, places = "", []
        for run in quoted_runs(block.text, document):
            if run.indicator is not None and run.indicator[1] == "value":
                places.append((len(text), run.indicator[0]))
            text += run.text
        for part in _SENTENCE.finditer(text):
            sentence = joined_lines(part[0].strip())
            if _SHORTEST <= len(sentence) <= _LONGEST and sentence[-1] in "。！？”":
                begin, end = part.span()
                found.append(Said(sentence, frozenset(id for at, id in places if begin <= at < end)))
    return tuple(found)


def sentence_on(said: tuple[Said, ...], indicator: str) -> str:
    """The first sentence that quotes ``indicator``; "" for none."""
    return next((one.text for one in said if indicator in one.quoted), "")


def sentences_of(document: Document, board: Board, said: tuple[Said, ...], hero: BoardCard | None) -> tuple[str, ...]:
    """Up to three: the author's, else the first that quote the hero number, then the first of the text."""
    if board.sentences is not None:
        return tuple(joined_lines(text_of(one, document)) for one in board.sentences)
    named = [one.text for one in said if hero is not None and hero.indicator in one.quoted]
    return tuple(dict.fromkeys([*named, *(one.text for one in said)]))[:MOST_SENTENCES]
