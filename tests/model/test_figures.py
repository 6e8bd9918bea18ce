"""Where a figure among words has its decimal point."""

import pytest

from reportgen.model.figures import figure_parts, is_missing


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("37", ("37", "")), ("9.5", ("9", ".5")), ("−0.75", ("−0", ".75")), ("12.5%", ("12", ".5%")),
        ("3%", ("3", "%")),
        ("≥95", ("≥95", "")), ("约23.55", ("约23", ".55")), ("1,234,567.8", ("1,234,567", ".8")),
        ("12 345", ("12 345", "")), ("4800余万平方米", ("4800", "余万平方米")), ("2.7.", ("2", ".7.")),
        ("63%～68%", None), ("2019年12月", None), ("见附表", None), ("—", None), ("", None), ("1,23", None),
    ],
)  # fmt: skip
def test_parts(text: str, parts: tuple[str, str] | None) -> None:
    assert figure_parts(text) == parts
    assert parts is None or "".join(parts) == text


@pytest.mark.parametrize(("text", "missing"), [("—", True), ("……", True), ("无", False), ("0", False), ("−3", False)])
def test_missing(text: str, missing: bool) -> None:
    assert is_missing(text) is missing
