"""Styles as whoever edits a draft meets them: what follows on Enter, lines on their grid, indents, rules, colours."""

from pathlib import Path
from typing import Any

import pytest

from reportgen.theme import Theme, load_theme, theme_names
from reportgen.word import write_draft
from support.docx_lint import W, faults
from support.docx_reading import part
from support.every_kind import document_of
from support.project import write_project

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


class Sheet:
    """The paragraph styles of a draft by name, and what they say with what they inherit."""

    def __init__(self, data: bytes) -> None:
        self.ids = {
            one.get(f"{W}styleId"): one
            for one in part(data, "word/styles.xml").iter(f"{W}style")
            if one.get(f"{W}type") == "paragraph"
        }
        self.names = {one.find(f"{W}name").get(f"{W}val"): one for one in self.ids.values()}
        grid = part(data, "word/document.xml").find(f".//{W}docGrid")
        self.pitch = int(grid.get(f"{W}linePitch"))

    def says(self, style: Any, path: str, attribute: str = "val") -> str | None:
        element = style.find("/".join(f"{W}{step}" for step in path.split("/")))
        return None if element is None else element.get(f"{W}{attribute}")

    def inherited(self, style: Any, path: str, attribute: str = "val") -> str | None:
        found = self.says(style, path, attribute)
        above = self.says(style, "basedOn")
        return found if found is not None or above is None else self.inherited(self.ids[above], path, attribute)


@pytest.fixture(scope="module", params=theme_names())
def styled(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Theme, bytes]:
    theme = load_theme(request.param)
    folder: Path = tmp_path_factory.mktemp(request.param)
    data = write_draft(document_of(write_project(folder)), theme, {}, None)
    assert not faults(data)
    return theme, data


def test_text_follows_a_heading_and_an_answer_its_question(styled: tuple[Theme, bytes]) -> None:
    """Enter at the end of a heading begins text, not one more heading."""
    sheet = Sheet(styled[1])
    follows = {
        name: None if (next_ := sheet.says(style, "next")) is None else sheet.says(sheet.ids[next_], "name")
        for name, style in sheet.names.items()
    }
    assert {follows[f"heading {level}"] for level in range(1, 5)} == {"Normal"}
    assert (follows["caption"], follows["导语"], follows["问题"]) == ("Normal", "Normal", "回答")
    assert follows["List Bullet"] is None, "an item follows an item"


def test_lines_of_text_keep_their_pitch_whatever_stands_in_them(styled: tuple[Theme, bytes]) -> None:
    """A line that may grow does so for every mark of a note; but what holds a picture or chart must."""
    sheet = Sheet(styled[1])
    rules = {name: sheet.inherited(style, "pPr/spacing", "lineRule") for name, style in sheet.names.items()}
    assert rules.pop("图") == "auto"
    assert {rules[name] for name in ("Normal", "heading 1", "List Bullet", "表内文字")} == {"exact"}
    assert sheet.says(sheet.names["Normal"], "pPr/spacing", "line") == str(sheet.pitch)


def test_lines_of_another_pitch_are_not_on_the_grid(styled: tuple[Theme, bytes]) -> None:
    """LibreOffice would give each of them as many lines of the grid as they touch."""
    sheet = Sheet(styled[1])
    others = [
        style for style in sheet.names.values()
        if sheet.says(style, "pPr/spacing", "lineRule") == "exact"
        and sheet.says(style, "pPr/spacing", "line") != str(sheet.pitch)
    ]  # fmt: skip
    assert len(others) > 10
    assert {sheet.says(style, "pPr/snapToGrid") for style in others} == {"0"}


def test_indents_in_characters_are_as_long_for_readers_that_know_lengths_only(styled: tuple[Theme, bytes]) -> None:
    sheet = Sheet(styled[1])
    seen = set()
    for name, style in sheet.names.items():
        chars = sheet.says(style, "pPr/ind", "firstLineChars")
        if chars in (None, "0") or sheet.says(style, "pPr/ind", "hanging") is not None:
            continue
        size = int(sheet.inherited(style, "rPr/sz") or 0) / 2
        assert int(sheet.says(style, "pPr/ind", "firstLine") or 0) == pytest.approx(int(chars) / 100 * size * 20, abs=1)
        seen.add(name)
    assert {"Normal", "Quote"} <= seen


def test_rules_are_as_heavy_as_the_theme_says(styled: tuple[Theme, bytes]) -> None:
    theme, data = styled
    names = {one.builtin or one.name: one for one in theme.draft.styles.values() if one.kind == "paragraph"}
    seen = 0
    for name, style in Sheet(data).names.items():
        for rule in style.iterfind(f"{W}pPr/{W}pBdr/*"):
            weight, _, _ = names[name].borders[rule.tag.removeprefix(W)]
            assert int(rule.get(f"{W}sz")) / 8 == pytest.approx(weight, abs=0.07), name
            seen += 1
    assert seen


def test_the_menus_of_colours_offer_those_of_the_report(styled: tuple[Theme, bytes]) -> None:
    theme, data = styled
    scheme = part(data, "word/theme/theme1.xml").find(f".//{A}clrScheme")
    offered = {one.tag.removeprefix(A): "#" + str(one[0].get("val")) for one in scheme}
    assert (offered["dk1"], offered["dk2"]) == (theme.colours["ink"], theme.colours["primary"])
    assert [offered[f"accent{at}"] for at in range(1, 4)] == list(theme.palette[:3])
