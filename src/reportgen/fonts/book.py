"""The faces of one folder, a user's own before them, and which of them sets a character."""

import hashlib
from functools import cached_property
from pathlib import Path

import msgspec

from reportgen.fonts.error import FontError
from reportgen.fonts.face import Face
from reportgen.fonts.own import LATIN, OwnFonts, Remark
from reportgen.fonts.own_faces import OwnFaces
from reportgen.fonts.table import FACES, STAND_IN

# A thin glyph among heavier ones is stroked until it is as dark as they are. A stroke of one em would blacken five
# square ems: the length of a hanzi's outlines (measured on Song, Hei and Kai, 4.3 to 5.1).
_OUTLINE = 5.0
_REGULAR_UP_TO = 400

_SHIPPED = "{}.shipped"  # the name of the face that ships, where a user's own stands in its place


class Choice(msgspec.Struct, frozen=True, gc=False):
    """The face that sets a character; ``weight`` > 0 is a stroke in ems that makes it look as heavy as asked."""

    face: str
    weight: float


class _Choices(dict[str, Choice | None]):
    """Character -> choice for one face; filled as characters are met."""

    def __init__(self, book: "FontBook", name: str) -> None:
        self._book = book
        self._latin = book.latin(name)
        self._names = book.order(name)
        self._row = FACES[name]

    def __missing__(self, char: str) -> Choice | None:
        found = None
        if self._latin is not None and LATIN.match(char) and self._latin.glyphs[char]:
            found = Choice(self._latin.name, 0.0)
        else:
            for place, name in enumerate(self._names):
                if self._book.face(name).glyphs[char]:
                    # What the face itself draws is as heavy as its design, whatever file it is: never thickened.
                    found = Choice(name, self._stroke(self._book.face(name)) if place else 0.0)
                    break
        self[char] = found
        return found

    def _stroke(self, face: Face) -> float:
        """What makes a glyph of ``face`` as dark as its neighbours, in ems; text up to regular is left as it is."""
        if self._row.weight <= max(_REGULAR_UP_TO, face.nominal_weight):
            return 0.0
        return round(max(0.0, self._row.ink - face.nominal_ink) / _OUTLINE, 3)


class FontBook:
    """The faces of a folder, with a user's own in place of some. Making one looks at sizes of the folder's files only.

    ``missing_faces`` names the optional faces whose file is absent; ``face`` gives their stand-in. ``remarks`` tells
    what is to be said of the user's fonts; one with a fatal remark is not used.
    """

    def __init__(self, folder: Path, own: OwnFonts | None = None, own_folder: Path | None = None) -> None:
        self.folder = folder
        self._sizes: dict[str, int] = {}
        for row in FACES.values():
            try:
                self._sizes[row.name] = (folder / row.file).stat().st_size
            except OSError as error:
                if not row.optional:
                    raise FontError("font-file-missing", face=row.name, file=row.file) from error
        self._faces = {name: Face(FACES[name], folder / FACES[name].file) for name in self._sizes}
        self._shipped = tuple(self._faces.values())
        self._latin: dict[str, Face] = {}
        self._own_fingerprint = ""
        self.remarks: tuple[Remark, ...] = ()
        replaced: set[str] = set()
        if own is not None and (own.faces or own.latin):
            replaced = self._set_in_place(OwnFaces(own, folder if own_folder is None else own_folder))
        self.missing_faces = tuple(name for name in FACES if name not in self._faces)
        for name in self.missing_faces:
            self._faces[name] = self._faces[STAND_IN]
        self._replaced = replaced
        self._choices: dict[str, _Choices] = {}

    def _set_in_place(self, own: OwnFaces) -> set[str]:
        """Let the user's faces stand for those that ship, which stay at hand for characters that they lack."""
        for name, face in own.faces.items():
            shipped = self._faces.get(name)
            if shipped is not None:
                shipped.name = _SHIPPED.format(name)
                self._faces[shipped.name] = shipped
            self._faces[name] = face
        self._latin = own.latin
        self._faces |= {face.name: face for face in own.latin.values()}
        self.remarks = tuple(own.remarks)
        self._own_fingerprint = own.fingerprint
        return set(own.faces)

    def face(self, name: str) -> Face:
        """The face called ``name``, or its stand-in when it is one of ``missing_faces``; KeyError for another name."""
        return self._faces[name]

    def shipped(self, name: str) -> Face:
        """The face called ``name`` as it ships, whatever a user's file stands in its place."""
        return self._faces[_SHIPPED.format(name) if name in self._replaced else name]

    @property
    def names(self) -> tuple[str, ...]:
        """The name of every face, always in the same order."""
        return tuple(self._faces)

    def latin(self, name: str) -> Face | None:
        """The user's face for the Latin letters and figures in text of ``name``, if there is one."""
        return self._latin.get(name)

    def order(self, name: str) -> tuple[str, ...]:
        """The faces asked for a character that is to be set in ``name``, first to last. KeyError for another name."""
        names: list[str] = []
        for one in (name, *FACES[name].fallbacks):
            if one in self._replaced:
                shipped = _SHIPPED.format(one)
                names += (one, shipped) if shipped in self._faces else (one,)
            else:
                names.append(STAND_IN if one in self.missing_faces else one)
        return tuple(dict.fromkeys(names))

    def choose(self, char: str, name: str) -> Choice | None:
        """The face for ``char`` in text of ``name``: itself or its first fallback that has it; None if none has."""
        choices = self._choices.get(name)
        if choices is None:
            choices = self._choices[name] = _Choices(self, name)
        return choices[char]

    def verify(self) -> None:
        """Hash every file that ships (about 55 MB). Raises FontError at the first that is not the pinned one."""
        for face in self._shipped:
            face.verify()

    def fingerprint(self) -> str:
        """A digest that changes with any face, for keys of caches; no file that ships is read.

        The pinned digests say which fonts are meant; the sizes notice a folder that holds others. Of a user's files
        size, time and checksums of the tables count.
        """
        return self._fingerprint

    @cached_property
    def _fingerprint(self) -> str:
        said = "\n".join(f"{name} {FACES[name].sha256} {size}" for name, size in self._sizes.items())
        return hashlib.sha256((said + self._own_fingerprint).encode()).hexdigest()


def open_fonts(folder: Path | None = None, own: OwnFonts | None = None, own_folder: Path | None = None) -> FontBook:
    """The faces of ``folder``; None means those that came with the program. ``own`` are files below ``own_folder``.

    Installed, the program's lie in the package; in a checkout, in its ``fonts`` folder. Raises FontError when one of
    them is missing, FangSong's excepted; faults of ``own`` are the book's ``remarks``.
    """
    return FontBook(_own_folder() if folder is None else folder, own, own_folder)


def _own_folder() -> Path:
    package = Path(__file__).parent.parent
    installed = package / "_fonts"
    return installed if installed.is_dir() else package.parent.parent / "fonts"
