"""The parts of an Office file, their types, and what they refer to."""

import posixpath
from collections.abc import Mapping

import msgspec
from lxml import etree

from reportgen.opc.archive import LIMITS, Archive, Limits
from reportgen.opc.error import OpcError, Said
from reportgen.opc.xml import parsed

_TYPES = "[Content_Types].xml"
_TYPE = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_STRICT = "http://purl.oclc.org/ooxml/"


class Relation(msgspec.Struct, frozen=True):
    """What a part refers to. ``kind`` is the last word of the relationship's type: header, image, hyperlink …

    ``target`` is a part's name, or what lies ``outside`` the file as it is written.
    """

    id: str
    kind: str
    target: str
    outside: bool


class OpcFile:
    """An Office file: nothing is read of a part before it is asked for."""

    def __init__(self, archive: Archive, said: Said) -> None:
        self._archive = archive
        self.said = said
        root = self.xml(_TYPES)
        self._by_extension = {
            str(one.get("Extension", "")).casefold(): str(one.get("ContentType", ""))
            for one in root.iter(f"{_TYPE}Default")
        }
        self._by_name = {
            str(one.get("PartName", "")).removeprefix("/").casefold(): str(one.get("ContentType", ""))
            for one in root.iter(f"{_TYPE}Override")
        }

    def __contains__(self, name: str) -> bool:
        return name in self._archive

    @property
    def names(self) -> frozenset[str]:
        """The names of all parts."""
        return self._archive.names

    @property
    def main(self) -> str:
        """The name of the main part. Raises OpcError for a file without one."""
        for relation in self.relations("").values():
            if relation.kind == "officeDocument" and not relation.outside:
                return relation.target
        raise OpcError("word-file-format", **self.said, kind="ZIP")

    def content_type(self, name: str) -> str:
        """What a part holds, "" where nobody says."""
        extension = name.rpartition(".")[2].casefold()
        return self._by_name.get(name.casefold()) or self._by_extension.get(extension, "")

    def part(self, name: str) -> bytes:
        """The bytes of a part. Raises OpcError."""
        return self._archive.read(name)

    def xml(self, name: str) -> etree._Element:
        """The root element of a part. Raises OpcError, also for the other of the standard's two languages."""
        root = parsed(self._archive.read(name), name, self.said)
        if str(root.tag).startswith(f"{{{_STRICT}"):
            raise OpcError("word-file-strict", **self.said)
        return root

    def relations(self, name: str) -> Mapping[str, Relation]:
        """The relationships of a part by their ids, of the file itself for ``""``. Raises OpcError."""
        folder, _, file = name.rpartition("/")
        where = posixpath.join(folder, "_rels", f"{file}.rels")
        if where not in self._archive:
            return {}
        found = {}
        for one in self.xml(where).iter(_RELATION):
            kind = str(one.get("Type", ""))
            if kind.startswith(_STRICT):
                raise OpcError("word-file-strict", **self.said)
            outside = one.get("TargetMode") == "External"
            target = str(one.get("Target", ""))
            id = str(one.get("Id", ""))
            if not outside:
                target = _part_name(target, folder, (where, self.said))
            found[id] = Relation(id, kind.rpartition("/")[2], target, outside)
        return found


def open_package(data: bytes, file: str, limits: Limits = LIMITS) -> OpcFile:
    """An Office file from its bytes; messages call it ``file``. Raises OpcError for one that is not safe to read."""
    said = {"file": file}
    archive = Archive(data, said, limits)
    if _TYPES not in archive:
        raise OpcError("word-file-format", **said, kind="ZIP")
    return OpcFile(archive, said)


def _part_name(target: str, folder: str, told: tuple[str, Said]) -> str:
    """The part that ``target`` names from ``folder``. Raises OpcError where it leads out of the file."""
    where, said = told
    path = target.partition("#")[0]
    name = path[1:] if path.startswith("/") else posixpath.join(folder, path)
    name = posixpath.normpath(name)
    if "\\" in path or ":" in path or name.split("/")[0] == "..":
        raise OpcError("word-file-names", **said, part=where)
    return name
