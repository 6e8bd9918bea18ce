"""A Word file that a stranger may have made is read with care, or refused with the reason."""

import io
import struct
import zipfile
from collections.abc import Callable

import pytest

from reportgen.opc import Limits, OpcError, open_package, parsed
from support.word_templates import changed, office, saved, zipped

GOOD = saved(office())
_TYPES = "[Content_Types].xml"
_BOMB = b"0" * (8 * 1024 * 1024)
_ENTITIES = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]><a>&c;</a>'
_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1"'
    ' Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="{}"/>'
    "</Relationships>"
)


def refused(data: bytes) -> str:
    """The code that a file is refused with when all of it is read."""
    with pytest.raises(OpcError) as caught:
        package = open_package(data, "a.docx")
        main = package.main
        for name in sorted(package.names):
            package.part(name)
            if name.endswith((".xml", ".rels")):
                package.xml(name)
        package.relations(main)
    return caught.value.code


def twice(name: str) -> bytes:
    buffer = io.BytesIO(GOOD)
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr(name, b"<a/>")
    return buffer.getvalue()


def with_flag(data: bytes) -> bytes:
    """As if its first part were encrypted: the flag alone, in the list at the end."""
    at = data.index(b"PK\1\2") + 8
    return data[:at] + struct.pack("<H", 1) + data[at + 2 :]


def said_smaller(data: bytes) -> bytes:
    """A part that unpacks to more than the list at the end says."""
    name = b"word/styles.xml"
    at = data.rindex(name) - 46
    assert data[at : at + 4] == b"PK\1\2"
    return data[: at + 24] + struct.pack("<I", 100) + data[at + 28 :]


def test_a_good_file_is_read_part_by_part() -> None:
    package = open_package(GOOD, "a.docx")
    assert package.main == "word/document.xml"
    assert package.content_type(package.main).endswith("document.main+xml")
    kinds = {one.kind: one.target for one in package.relations(package.main).values()}
    assert kinds["styles"] == "word/styles.xml"
    assert package.xml("word/styles.xml").tag.endswith("}styles")


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "word-file-format"), (b"%PDF-1.7", "word-file-format"), (b"PK\3\4 and no more", "word-file-damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "word-file-format"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "word-file-encrypted"),
        (GOOD[: len(GOOD) // 2], "word-file-damaged"), (GOOD[:-30], "word-file-damaged"),
        (with_flag(GOOD), "word-file-encrypted"),
        (said_smaller(GOOD), "word-file-damaged"),
        (zipped({"a.txt": b"a"}), "word-file-format"),
        (changed(GOOD, {"word/media/big.xml": _BOMB}), "word-file-bomb"),
        (zipped({f"word/{number}.xml": b"" for number in range(3000)}), "word-file-parts"),
        (twice("../../etc/passwd"), "word-file-names"), (twice("/etc/passwd"), "word-file-names"),
        (twice("word\\styles.xml"), "word-file-names"), (twice("C:/styles.xml"), "word-file-names"),
        (twice("WORD/Styles.xml"), "word-file-names"),
        (changed(GOOD, {"word/styles.xml": _ENTITIES}), "word-file-dtd"),
        (changed(GOOD, {"word/styles.xml": _ENTITIES.decode().encode("utf-16")}), "word-file-dtd"),
        (changed(GOOD, {"word/styles.xml": b"<a><b></a>"}), "word-file-damaged"),
        (changed(GOOD, {"word/styles.xml": b"<a>" * 5000 + b"</a>" * 5000}), "word-file-damaged"),
        (changed(GOOD, {"word/styles.xml": b'<?xml version="1.0" encoding="UTF-7"?><a/>'}), "word-file-damaged"),
        (changed(GOOD, {_TYPES: None}), "word-file-format"),
        (changed(GOOD, {"_rels/.rels": None}), "word-file-format"),
        (changed(GOOD, {"_rels/.rels": _RELATIONS.format("../../../etc/passwd").encode()}), "word-file-names"),
    ],
)  # fmt: skip
def test_what_is_no_word_file_or_a_dangerous_one_is_refused(data: bytes, code: str) -> None:
    assert refused(data) == code


def test_a_part_that_is_not_there_is_named() -> None:
    package = open_package(changed(GOOD, {"_rels/.rels": _RELATIONS.format("word/absent.xml").encode()}), "a.docx")
    with pytest.raises(OpcError) as caught:
        package.xml(package.main)
    assert (caught.value.code, caught.value.arguments["part"]) == ("word-file-damaged", "word/absent.xml")


def test_parts_that_lie_over_one_another_are_refused() -> None:
    """Many entries that all unpack the same bytes: a bomb that no single ratio gives away."""
    data = zipped({"word/a.xml": b"a" * 100, "word/b.xml": b"b" * 100})
    first, second = data.index(b"PK\1\2"), data.rindex(b"PK\1\2")
    assert first != second
    overlapping = data[: second + 42] + data[first + 42 : first + 46] + data[second + 46 :]
    assert refused(overlapping) == "word-file-bomb"


def test_a_file_beyond_the_limits_is_refused_before_it_is_unpacked() -> None:
    small = Limits(file=1000)
    with pytest.raises(OpcError) as caught:
        open_package(GOOD, "a.docx", small)
    assert caught.value.code == "word-file-large"
    with pytest.raises(OpcError) as caught:
        open_package(GOOD, "a.docx", Limits(unpacked=10_000))
    assert caught.value.code == "word-file-bomb"


def test_no_byte_cut_off_or_changed_does_more_than_be_refused() -> None:
    """Whatever is wrong with a file, it is an OpcError or it is read."""
    step = max(1, len(GOOD) // 150)
    damages: list[Callable[[int], bytes]] = [
        lambda at: GOOD[:at],
        lambda at: GOOD[:at] + bytes([GOOD[at] ^ 0xFF]) + GOOD[at + 1 :],
    ]
    outcomes = set()
    for damage in damages:
        for at in range(0, len(GOOD) - 1, step):
            try:
                package = open_package(damage(at), "a.docx")
                for name in package.names:
                    if name.endswith((".xml", ".rels")):
                        package.xml(name)
                outcomes.add("read")
            except OpcError as error:
                outcomes.add(error.code)
    assert "word-file-damaged" in outcomes


def test_utf16_is_read_as_office_may_write_it() -> None:
    text = '<?xml version="1.0" encoding="UTF-16"?><a>文</a>'
    assert parsed(text.encode("utf-16"), "a.xml", {"file": "a.docx"}).text == "文"


@pytest.mark.parametrize(
    ("data", "kind"), [(b"%PDF-1.7", "PDF"), (b"<HTML>", "HTML"), ("一段话".encode(), "TXT"), (b"GIF89a\0\0", "BIN")]
)
def test_what_is_no_word_file_is_called_by_its_kind(data: bytes, kind: str) -> None:
    with pytest.raises(OpcError) as caught:
        open_package(data, "a.docx")
    assert caught.value.arguments["kind"] == kind
