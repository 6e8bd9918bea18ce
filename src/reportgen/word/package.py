"""The file as a package of parts, the same bytes for the same parts: no clock, no order but the names'."""

import io
import zipfile

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.package import OpcPackage
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from reportgen.opc import CORE, sealed
from reportgen.word.runs import attribute

_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest a zip file can say
_MACHINE = 0  # written "on MS-DOS" everywhere, else zipfile tells the system
_LEVEL = 6
_DEFAULTS = {
    "rels": CONTENT_TYPE.OPC_RELATIONSHIPS, "xml": CONTENT_TYPE.XML, "png": "image/png", "jpeg": "image/jpeg",
    "gif": "image/gif", "bmp": "image/bmp", "tiff": "image/tiff", "emf": "image/x-emf", "wmf": "image/x-wmf",
    "odttf": "application/vnd.openxmlformats-officedocument.obfuscatedFont",
}  # fmt: skip
_CUSTOM_PROPERTIES = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_CUSTOM_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"


class Package:
    """The parts of a draft around its main story, and their relationships."""

    def __init__(self) -> None:
        self._opc = OpcPackage()
        self.main = self._part("/word/document.xml", CONTENT_TYPE.WML_DOCUMENT_MAIN, b"")
        self._opc.relate_to(self.main, RELATIONSHIP_TYPE.OFFICE_DOCUMENT)
        self._pictures: dict[str, Part] = {}
        self._charts = 0
        self._fonts = 0
        self._counts: dict[str, int] = {}  # of numbered parts by kind
        self._texts: dict[Part, str] = {}  # of parts that are filled last

    def _part(self, name: str, content_type: str, data: bytes) -> Part:
        return Part(PackURI(name), content_type, data, self._opc)  # type: ignore[arg-type]  # OpcPackage is what it takes

    def add(self, name: str, content_type: str, relation: str, text: str) -> str:
        """A part of text beside the story; its relationship id."""
        part = self._part(f"/word/{name}", content_type, text.encode("utf-8"))
        return self.main.relate_to(part, relation)

    def open_part(self, name: str, content_type: str, relation: str) -> Part:
        """A part of text beside the story that is still to be filled."""
        return self.open_beside(name, content_type, relation)[0]

    def open_beside(self, name: str, content_type: str, relation: str) -> tuple[Part, str]:
        """A part of text that is still to be filled, and its relationship id in the story."""
        part = self._part(f"/word/{name}", content_type, b"")
        return part, self.main.relate_to(part, relation)

    def open_numbered(self, name: str, content_type: str, relation: str) -> tuple[Part, str]:
        """One of several parts of a kind ("header"), counted as they come; as ``open_beside`` gives them."""
        self._counts[name] = self._counts.get(name, 0) + 1
        return self.open_beside(f"{name}{self._counts[name]}.xml", content_type, relation)

    def fill(self, part: Part, text: str) -> None:
        """Give an open part its text."""
        self._texts[part] = text

    def add_properties(self, core: str, extended: str) -> None:
        """Title, author and dates."""
        part = self._part(f"/{CORE}", CONTENT_TYPE.OPC_CORE_PROPERTIES, core.encode("utf-8"))
        self._opc.relate_to(part, RELATIONSHIP_TYPE.CORE_PROPERTIES)
        part = self._part("/docProps/app.xml", CONTENT_TYPE.OFC_EXTENDED_PROPERTIES, extended.encode("utf-8"))
        self._opc.relate_to(part, RELATIONSHIP_TYPE.EXTENDED_PROPERTIES)

    def add_custom_properties(self, xml: str) -> None:
        """Properties by names of our own, which fields can show."""
        part = self._part("/docProps/custom.xml", _CUSTOM_PROPERTIES, xml.encode("utf-8"))
        self._opc.relate_to(part, _CUSTOM_RELATION)

    def font(self, data: bytes, table: Part) -> str:
        """The relationship id in the font table of a font part, obfuscated already."""
        self._fonts += 1
        part = self._part(f"/word/fonts/font{self._fonts}.odttf", _DEFAULTS["odttf"], data)
        return table.relate_to(part, RELATIONSHIP_TYPE.FONT)

    def picture(self, data: bytes, digest: str, kind: str, inside: Part | None = None) -> str:
        """The relationship id of a picture in the part ``inside`` (None: the story); the same file is kept once."""
        found = self._pictures.get(digest)
        if found is None:
            name = f"/word/media/image{len(self._pictures) + 1}.{kind}"
            found = self._pictures[digest] = self._part(name, _DEFAULTS[kind], data)
        return (inside or self.main).relate_to(found, RELATIONSHIP_TYPE.IMAGE)

    def chart(self, xml: bytes, workbook: bytes) -> str:
        """The relationship id of a chart with its workbook; ``xml`` names the workbook ``rId1``."""
        self._charts += 1
        part = self._part(f"/word/charts/chart{self._charts}.xml", CONTENT_TYPE.DML_CHART, xml)
        name = f"/word/embeddings/Microsoft_Excel_Sheet{self._charts}.xlsx"
        data = self._part(name, CONTENT_TYPE.SML_SHEET, workbook)
        part.relate_to(data, RELATIONSHIP_TYPE.PACKAGE)
        relation = f"chart{self._charts}"  # relate_to would go through all that there are for a free number
        self.main.load_rel(RELATIONSHIP_TYPE.CHART, part, relation)
        return relation

    def write(self, story: str) -> bytes:
        """The file, with ``story`` as the main document."""
        parts = {str(part.partname)[1:]: part for part in self._opc.iter_parts()}
        texts = {**self._texts, self.main: story}
        files = {name: texts[part].encode("utf-8") if part in texts else part.blob for name, part in parts.items()}
        files["_rels/.rels"] = _bytes(self._opc.rels.xml)
        for name, part in parts.items():
            if len(part.rels):
                folder, _, file = name.rpartition("/")
                files[f"{folder}/_rels/{file}.rels"] = _bytes(part.rels.xml)
        files["[Content_Types].xml"] = _content_types(parts)
        if CORE in files:  # a template to start from has none
            files[CORE] = sealed(files)
        return _zipped(files)


def _bytes(xml: str | bytes) -> bytes:
    return xml if isinstance(xml, bytes) else xml.encode("utf-8")


def _content_types(parts: dict[str, Part]) -> bytes:
    extensions = {name.rpartition(".")[2] for name in parts} | {"rels", "xml"}
    defaults = "".join(
        f'<Default Extension="{extension}" ContentType="{_DEFAULTS[extension]}"/>'
        for extension in sorted(extensions & _DEFAULTS.keys())
    )
    overrides = "".join(
        f'<Override PartName="/{attribute(name)}" ContentType="{attribute(part.content_type)}"/>'
        for name, part in sorted(parts.items())
        if _DEFAULTS.get(name.rpartition(".")[2]) != part.content_type
    )
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f"{defaults}{overrides}</Types>"
    ).encode()


def _zipped(files: dict[str, bytes]) -> bytes:
    """Content types first and package relationships second, as readers that stream expect; then by name."""
    first = ["[Content_Types].xml", "_rels/.rels"]
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in [*first, *sorted(files.keys() - set(first))]:
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.create_system = _MACHINE
            packed = name.endswith((".png", ".jpeg"))
            entry.compress_type = zipfile.ZIP_STORED if packed else zipfile.ZIP_DEFLATED
            archive.writestr(entry, files[name], compresslevel=_LEVEL)
    return buffer.getvalue()
