"""A sealed package is known as it was made; whatever is changed, added or taken away breaks the seal."""

from hypothesis import given
from hypothesis import strategies as some

from reportgen.opc import CORE, is_sealed, sealed
from support.word_templates import zipped

NAMES = some.from_regex(r"[a-z]{1,6}/[a-z]{1,6}\.xml", fullmatch=True)
PARTS = some.dictionaries(NAMES, some.binary(max_size=40), min_size=1, max_size=5)
PROPERTIES = b"<cp:coreProperties><dc:title>t</dc:title></cp:coreProperties>"


@given(PARTS)
def test_a_package_as_it_was_made(parts: dict[str, bytes]) -> None:
    parts[CORE] = PROPERTIES
    parts[CORE] = sealed(parts)
    assert is_sealed(zipped(parts))
    assert is_sealed(zipped(dict(reversed(parts.items())))), "in whatever order it is packed"


@given(PARTS, some.data())
def test_any_change_breaks_the_seal(parts: dict[str, bytes], data: some.DataObject) -> None:
    whole = parts | {CORE: PROPERTIES}
    whole[CORE] = sealed(whole)
    name = data.draw(some.sampled_from(sorted(parts)))
    assert not is_sealed(zipped(whole | {name: parts[name] + b" "}))
    assert not is_sealed(zipped({one: content for one, content in whole.items() if one != name}))
    assert not is_sealed(zipped(whole | {"more/part.xml": b""}))
    assert not is_sealed(zipped(whole | {CORE: PROPERTIES}))


def test_a_report_of_800_charts_is_known_too() -> None:
    parts = {f"word/charts/chart{number}.xml": b"<c/>" for number in range(2500)}
    parts["word/document.xml"] = b"<w:p/>" * 2_000_000  # packed to a thousandth
    parts[CORE] = PROPERTIES
    parts[CORE] = sealed(parts)
    assert is_sealed(zipped(parts))
