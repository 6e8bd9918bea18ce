"""Every role of text that one renderer has, the other has too: what is set in the booklet can be set in the draft."""

import pytest

from reportgen.theme import load_theme, theme_names

# role of the booklet -> the draft's styles for the same text
IN_WORD: dict[str, tuple[str, ...]] = {
    "body": ("body", "answer", "signature"),
    "heading1": ("heading1",), "heading2": ("heading2",), "heading3": ("heading3",), "heading4": ("heading4",),
    "section_name": ("heading1",), "board_name": ("heading1",), "board_number": ("heading1",),
    "section_headline": ("lead",), "board_headline": ("lead",),
    "section_people": ("people",), "board_people": ("people",),
    "list": ("bullet", "ordered"), "quote": ("quote",), "quote_by": ("quote_by",), "question": ("question",),
    "callout": ("callout_text",), "callout_title": ("callout_title",), "glossary": ("glossary",),
    "index": ("index",), "index_letter": ("index",), "note": ("footnote", "endnote", "footnote_mark", "endnote_mark"),
    "caption": ("caption", "figure_caption", "caption_label"), "caption_aside": ("table_unit", "credit"),
    "group_title": ("caption",), "source": ("table_note",), "table_body": ("table_text", "table_number"),
    "table_header": ("table_head",), "table_label": ("table_label",), "table_quoted": ("table_quoted",),
    "table_summary": ("table_summary",), "table_total": ("total",),
    "card_label": ("card_label",), "card_note": ("card_note",), "card_number": ("card_number",),
    "card_small_number": ("card_number",), "card_least_number": ("card_number",), "card_unit": ("card_unit",),
    "card_small_unit": ("card_unit",), "card_least_unit": ("card_unit",),
    "label": ("table_text",), "label_medium": ("table_text",), "label_strong": ("table_number", "status_mark"),
    "tile_number": ("overview_number",), "tile_unit": ("table_text",), "imprint": ("table_text",),
    "imprint_label": ("table_label",),
    "cover_title": ("cover_title",), "cover_period": ("cover_mark",), "cover_line": ("cover_subtitle", "cover_line"),
    "cover_issuer": ("cover_issuer",), "cover_foot": ("cover_date",), "cover_note": ("cover_line",),
    "back_title": ("back_title",), "hotline": ("back_line",), "hotline_name": ("back_line",),
    "code_words": ("cover_code",), "code_site": ("back_line",),
    "contents_title": ("contents_title",), "contents_name": ("toc1",), "contents_headline": ("toc1",),
    "contents_lower": ("toc2", "toc3"), "contents_page": ("toc1",),
    "contents_list": ("list_title", "figures", "figures_again"),
    "running_head": ("header",), "folio": ("footer",),
    "form_title": ("heading1",), "form_subtitle": ("form_subtitle",), "form_head": ("form_head",),
    "form_hint": ("form_hint",), "form_name": ("table_text",), "form_text": ("form_line",), "form_note": ("form_line",),
    "form_small": ("form_line",), "form_grade": ("form_box", "table_head"), "form_grade_small": ("table_head",),
    "form_stub": ("form_code",),
}  # fmt: skip
PRINT_ALONE = {"caption_continued"}  # 续表: Word repeats the head
# What ink does without a role: the line that holds a drawing, blank lines; emphasis, lines below names and terms, signs
# of states in their colours, boxes; how a table's cells stand; what a draft says of its figures.
WORD_ALONE = {
    "figure", "gap", "hairline", "strong", "emphasis", "link", "proper_name", "book_title", "term", "tick_box",
    "light_done", "light_on_course", "light_behind", "light_stopped", "light_grey",
    "table_left", "table_centre", "table_right", "registered", "registered_strong", "pending",
}  # fmt: skip
OF_DRAFTS = ("round_", "signing_", "howto_", "sample_")


@pytest.mark.parametrize("name", theme_names())
def test_every_role_of_the_booklet_is_in_the_draft(name: str) -> None:
    theme = load_theme(name)
    assert set(theme.styles) == set(IN_WORD) | PRINT_ALONE
    assert {role for roles in IN_WORD.values() for role in roles} - set(theme.draft.styles) == set()


@pytest.mark.parametrize("name", theme_names())
def test_every_style_of_text_in_the_draft_is_a_role_of_the_booklet(name: str) -> None:
    styles = load_theme(name).draft.styles
    text = {role for role, style in styles.items() if style.kind != "table" and not role.startswith(OF_DRAFTS)}
    assert text - {role for roles in IN_WORD.values() for role in roles} - WORD_ALONE == set()


@pytest.mark.parametrize("name", theme_names())
def test_what_only_drafts_have_stands_in_styles_of_its_own(name: str) -> None:
    """The report of parity takes it away by the names of these styles."""
    from reportgen.parity.drafts import _HOW_TO, _TITLES

    styles = load_theme(name).draft.styles
    own = {style.name for role, style in styles.items() if style.kind == "paragraph" and role.startswith(OF_DRAFTS)}
    assert own == _TITLES | _HOW_TO
