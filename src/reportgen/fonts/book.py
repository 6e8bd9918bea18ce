"""The faces of one folder, and which of them sets a character."""

import hashlib
from functools import cached_property
from pathlib import Path

import msgspec

from reportgen.fonts.error import FontError
from reportgen.fonts.face import Face
from reportgen.fonts.table import FACES, STAND_IN

# Stroke that thickens a regular glyph among bold ones, in ems: the weight between Song's regular and bold.
_SYNTHETIC_WEIGHT = 0.025
_REGULAR_UP_TO = 400


class Choice(msgspec.Struct, frozen=True, gc=False):
    """The face that sets a character; ``weight`` > 0 is a stroke in ems that makes it look as heavy as asked."""

    face: str
    weight: float


class _Choices(dict[str, Choice | None]):
    """Character -> choice for one face; filled as characters are met."""

    def __init__(self, book: "FontBook", name: str) -> None:
        self._book = book
        self._names = book.order(name)
        self._heavy = FACES[name].weight > _REGULAR_UP_TO

    def __missing__(self, char: str) -> Choice | None:
        found = None
        for name in self._names:
            if self._book.face(name).glyphs[char]:
                thin = self._heavy and FACES[name].weight <= _REGULAR_UP_TO
                found = Choice(name, _SYNTHETIC_WEIGHT if thin else 0.0)
                break
        self[char] = found
        return found


class FontBook:
    """The faces of a folder. Making one looks at file sizes only.

    ``missing_faces`` names the optional faces whose file is absent; ``face`` gives their stand-in.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._sizes: dict[str, int] = {}
        for row in FACES.values():
            try:
                self._sizes[row.name] = (folder / row.file).stat().st_size
            except OSError as error:
                if not row.optional:
                    raise FontError("font-file-missing", face=row.name, file=row.file) from error
        self.missing_faces = tuple(name for name in FACES if name not in self._sizes)
        self._faces = {name: Face(FACES[name], folder / FACES[name].file) for name in self._sizes}
        for name in self.missing_faces:
            self._faces[name] = self._faces[STAND_IN]
        self._choices: dict[str, _Choices] = {}

    def face(self, name: str) -> Face:
        """The face called ``name``, or its stand-in when it is one of ``missing_faces``; KeyError for another name."""
        return self._faces[name]

    def order(self, name: str) -> tuple[str, ...]:
        """The faces asked for a character that is to be set in ``name``, first to last. KeyError for another name."""
        names = (self._faces[name].name, *FACES[name].fallbacks)
        return tuple(dict.fromkeys(names))

    def choose(self, char: str, name: str) -> Choice | None:
        """The face for ``char`` in text of ``name``: itself or its first fallback that has it; None if none has."""
        choices = self._choices.get(name)
        if choices is None:
            choices = self._choices[name] = _Choices(self, name)
        return choices[char]

    def verify(self) -> None:
        """Hash every file (about 40 MB). Raises FontError at the first that is not the pinned one."""
        for name in self._sizes:
            self._faces[name].verify()

    def fingerprint(self) -> str:
        """A digest that changes with any face, for keys of caches; no file is read.

        The pinned digests say which fonts are meant; the sizes notice a folder that holds others.
        """
        return self._fingerprint

    @cached_property
    def _fingerprint(self) -> str:
        said = "\n".join(f"{name} {FACES[name].sha256} {size}" for name, size in self._sizes.items())
        return hashlib.sha256(said.encode()).hexdigest()


def open_fonts(folder: Path | None = None) -> FontBook:
    """The faces of ``folder``; None means those that came with the program.

    Installed, they lie in the package; in a checkout, in its ``fonts`` folder. Raises FontError when a file
    is missing, FangSong's excepted.
    """
    return FontBook(_own_folder() if folder is None else folder)


def _own_folder() -> Path:
    package = Path(__file__).parent.parent
    installed = package / "_fonts"
    return installed if installed.is_dir() else package.parent.parent / "fonts"
