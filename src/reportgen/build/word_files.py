"""What Word files are made with besides the theme: a template of the project's, read without trust; fonts in them."""

from pathlib import Path

import msgspec

from reportgen.content import Loaded
from reportgen.diagnostics import Diagnostics, Spot
from reportgen.fonts import FontBook
from reportgen.opc import LIMITS, OpcError
from reportgen.theme import Draft, Theme, draft_fault
from reportgen.units import POINTS_PER_MM
from reportgen.word import Borrowed, Embedded, borrow, embed, read_template

_MB = 1024 * 1024


class WordFiles(msgspec.Struct, frozen=True):
    """What a template gives, and the fonts to embed; None for neither."""

    borrowed: Borrowed | None = None
    embedded: Embedded | None = None


def word_files(loaded: Loaded, theme: Theme, fonts: FontBook, sink: Diagnostics) -> WordFiles:
    """What the keys ``word`` of ``theme`` ask for; all that is wrong is told at their places. Raises FontError."""
    embedded = None
    if theme.word.embed_fonts:
        embedded = embed(theme.draft, fonts)
        theme = msgspec.structs.replace(theme, draft=embedded.draft)
        if embedded.left_out:
            sink.warning("word-font-not-embedded", loaded.word.get("embed_fonts"), fonts="、".join(embedded.left_out))
    return WordFiles(_template_of(loaded, theme, sink), embedded)


def _template_of(loaded: Loaded, theme: Theme, sink: Diagnostics) -> Borrowed | None:
    """What the template of ``theme`` gives to its drafts; None without one, and after a report of what is wrong.

    What it cannot give is a warning.
    """
    file, spot = theme.word.template, loaded.word.get("template")
    if not file or spot is None or loaded.booklet is None:
        return None
    data = _bytes(Path(loaded.booklet.folder), file, spot, sink)
    if data is None:
        return None
    try:
        borrowed = borrow(read_template(data, file), theme.draft)
    except OpcError as error:
        sink.error(error.code, spot, **error.arguments)
        return None
    for remark in borrowed.remarks:
        sink.warning(remark.code, spot, file=file, **remark.arguments)
    draft = _with_room(borrowed.draft)
    if draft_fault(draft) is None:
        return borrowed
    others = {**draft.styles, "body": theme.draft.styles["body"]}
    if draft_fault(msgspec.structs.replace(draft, grid=theme.draft.grid, styles=others)) is None:
        type_ = {"size": f"{_size(draft):g}", "pitch": f"{round(draft.grid, 1):g}"}
        sink.error("word-template-body", spot, file=file, **type_, **_area(draft))
    else:
        sink.error("word-template-page", spot, file=file, **_area(draft))
    return None


def _with_room(draft: Draft) -> Draft:
    """``draft`` with the pitch that lines of its body text take: where its grid is closer, several steps of that."""
    pitch = max(draft.grid, draft.styles["body"].line or 0.0, _size(draft))
    return msgspec.structs.replace(draft, grid=pitch)


def _size(draft: Draft) -> float:
    return draft.styles["body"].size or 0.0


def _bytes(folder: Path, file: str, spot: Spot, sink: Diagnostics) -> bytes | None:
    """The file, which lies in the project, links followed; nothing of one that is too large."""
    try:
        path = (folder / file).resolve()
        if not path.is_relative_to(folder.resolve()):
            sink.error("file-outside", spot, file=file)
            return None
        if not path.is_file():
            sink.error("file-missing", spot, file=file)
            return None
        with path.open("rb") as stream:
            data = stream.read(LIMITS.file + 1)
    except (OSError, RuntimeError, ValueError):  # a loop of links, a name that no file can have, no right to read
        sink.error("file-missing", spot, file=file)
        return None
    if len(data) > LIMITS.file:
        sink.error("word-file-large", spot, file=file, most=str(LIMITS.file // _MB))
        return None
    return data


def _area(draft: Draft) -> dict[str, str]:
    sides = (draft.width - draft.left - draft.right, draft.height - draft.top - draft.bottom)
    width, height = (f"{round(max(0.0, side) / POINTS_PER_MM, 1):g}" for side in sides)
    return {"width": width, "height": height}
