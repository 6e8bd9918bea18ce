"""Word files that somebody worked in after they were built: their content is kept before they are written over."""

from collections.abc import Mapping
from pathlib import Path

from reportgen.diagnostics import Diagnostics

_DOCX = ".docx"


def edited_drafts(files: Mapping[Path, bytes], folder: Path, sink: Diagnostics) -> dict[Path, bytes]:
    """Copies to be made of the drafts that ``files`` would write over and that are not as they were built.

    Each beside its draft, under a name that is free, or that has the same content already; told in ``sink``, by the
    path in ``folder``. A file that cannot be read is left to the delivery, which says why.
    """
    kept: dict[Path, bytes] = {}
    for path, data in files.items():
        if path.suffix == _DOCX and path.is_file():
            found = _edited(path, data)
            if found is not None:
                aside = _aside(path, found)
                names = {"name": _name(path, folder), "kept": _name(aside, folder)}
                sink.warning("draft-edited", None, **names)
                kept[aside] = found
    return kept


def _edited(path: Path, data: bytes) -> bytes | None:
    """What is in the file, None where it is what a build wrote."""
    from reportgen.opc import is_sealed  # here: a first build has no need of it

    try:
        found = path.read_bytes()
    except OSError:
        return None
    as_built = found == data or not found or is_sealed(found)
    return None if as_built else found


def _aside(path: Path, found: bytes) -> Path:
    number = 1
    while True:
        aside = path.with_name(f"{path.stem}.edited-{number}{_DOCX}")
        if not aside.exists() or (aside.is_file() and aside.read_bytes() == found):
            return aside
        number += 1


def _name(path: Path, folder: Path) -> str:
    return path.relative_to(folder).as_posix()
