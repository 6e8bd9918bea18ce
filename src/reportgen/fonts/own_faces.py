"""A user's fonts as faces: opened, looked through, and told of where something bars them."""

import hashlib
from collections.abc import Mapping
from pathlib import Path

import msgspec
import uharfbuzz as hb

from reportgen.fonts.error import FontError
from reportgen.fonts.face import Face
from reportgen.fonts.opening import inside
from reportgen.fonts.own import FaceName, OwnFile, OwnFonts, Remark, remark
from reportgen.fonts.permission import remarks_on
from reportgen.fonts.table import FACE_NAMES, FACES

LATIN_OF = "{}.latin"  # the name of the face that sets Latin letters for a face
_COMMON = "的一是国，。"
_COMMON_LATIN = "AZaz09"


class OwnFaces:
    """The user's fonts that can be used, by face; ``remarks`` on them and on those that cannot, in the order of faces.

    ``faces`` and ``latin`` are keyed by the face they stand for. One file that serves several faces for Latin is one
    face here, so that it is embedded once.
    """

    def __init__(self, fonts: OwnFonts, folder: Path) -> None:
        self._folder = folder
        self._digest = hashlib.sha256()
        self.remarks: list[Remark] = []
        self.faces: dict[str, Face] = {}
        self.latin: dict[str, Face] = {}
        same: dict[OwnFile, Face | None] = {}
        for name, own in _in_order(fonts.faces):
            face = self._told(("fonts", "faces", name), own, name, _COMMON)
            if face is not None:
                self.faces[name] = face
        for name, own in _in_order(fonts.latin):
            if own not in same:
                same[own] = self._told(("fonts", "latin", name), own, LATIN_OF.format(name), _COMMON_LATIN)
            found = same[own]
            if found is not None:
                self.latin[name] = found

    @property
    def fingerprint(self) -> str:
        """A digest that changes with any of the files, as far as their sizes, times and table checksums tell."""
        return self._digest.hexdigest() if self.faces or self.latin else ""

    def _told(self, path: tuple[str, ...], own: OwnFile, name: str, common: str) -> Face | None:
        """The face, its remarks with the place where it is named."""
        before = len(self.remarks)
        face = self._face(path[-1], own, name, common)
        self.remarks[before:] = [
            msgspec.structs.replace(one, named_in=own.named_in, path=path) for one in self.remarks[before:]
        ]
        return face

    def _face(self, row: str, own: OwnFile, name: str, common: str) -> Face | None:
        said = {"face": row, "file": own.file}
        try:
            face = Face(FACES[row], inside(self._folder, own, row), own, name=name)
            opened = face.opened_own
            metrics = face.metrics
        except FontError as error:
            self.remarks.append(Remark(error.code, error.arguments, fatal=True))
            return None
        remarks = remarks_on(metrics.fs_type, _licence(opened.face), own.licence, said)
        self.remarks += remarks
        if any(remark.fatal for remark in remarks):
            return None
        lacking = "".join(char for char in common if not face.glyphs[char])
        if lacking:
            self.remarks.append(remark("font-own-lacks", fatal=False, **said, chars=lacking))
        stat = face.path.stat()
        self._digest.update(f"{name} {own!r} {stat.st_size} {stat.st_mtime_ns}\n".encode())
        self._digest.update(opened.directory)
        return face


def _in_order(files: Mapping[FaceName, OwnFile]) -> list[tuple[str, OwnFile]]:
    """By the order of the faces, not by that of the author's file: they are the same fonts."""
    return sorted(files.items(), key=lambda one: FACE_NAMES.index(one[0]))


def _licence(face: hb.Face) -> str:
    """The licence as the file tells it: description and address (name ids 13 and 14), in any of two languages."""
    ids = (hb.OTNameIdPredefined.LICENSE, hb.OTNameIdPredefined.LICENSE_URL)
    said = [face.get_name(id) or face.get_name(id, "zh-Hans") or "" for id in ids]
    return " ".join(filter(None, said))
