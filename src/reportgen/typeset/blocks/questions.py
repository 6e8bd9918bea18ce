"""Questions and answers: 问 and 答 hang beside them, or run in as in an official document."""

from collections.abc import Sequence

import msgspec

from reportgen.model.blocks import Questions
from reportgen.model.numerals import ANSWER, QUESTION
from reportgen.model.runs import Run
from reportgen.typeset.pages.piece import Piece
from reportgen.typeset.setting import Setting, set_text

_HANG = 2.0  # em of the label with its colon


def set_questions(block: Questions, setting: Setting) -> list[Piece]:
    """Each question with at least the first lines of its answer, a blank line above it."""
    run_in = setting.theme.looks.ordered == "run-in"
    pieces: list[Piece] = []
    for item in block.items:
        asked = _labelled(QUESTION, setting.runs(item.question), "question", run_in, setting)
        asked[0] = msgspec.structs.replace(asked[0], before=0.0 if run_in else setting.grid)
        asked[-1] = msgspec.structs.replace(asked[-1], keep=2)
        pieces += [msgspec.structs.replace(piece, keep=max(piece.keep, 1)) for piece in asked]
        for index, paragraph in enumerate(item.answer):
            runs = setting.runs(paragraph)
            label = "" if index else ANSWER
            pieces += _labelled(label, runs, "body" if run_in else "list", run_in, setting)
    pieces[-1] = msgspec.structs.replace(pieces[-1], after=max(pieces[-1].after, 0.0 if run_in else setting.grid))
    return pieces


def _labelled(label: str, runs: Sequence[Run], role: str, run_in: bool, setting: Setting) -> list[Piece]:
    """A paragraph of ``role`` behind ``label``; without one, where the words behind it begin."""
    style = setting.style(role)
    if run_in:
        return set_text(setting, (*((Run(label, strong=True),) if label else ()), *runs), role)
    hang = _HANG * style.size
    pieces = set_text(setting, runs, role, left=hang) or [Piece(style.leading, snap=True)]
    if label:
        said = setting.line(label, "question", "" if label == QUESTION else "grey")
        foot = setting.baseline(style.leading, style.size)
        pieces[0] = msgspec.structs.replace(pieces[0], lines=((0.0, foot, said), *pieces[0].lines))
    return pieces
