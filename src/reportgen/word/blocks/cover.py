"""Front and back cover: styled paragraphs, nothing that floats."""

from reportgen.model.blocks import Cover
from reportgen.model.numerals import han_date
from reportgen.word.codes import contact_height, write_contact
from reportgen.word.logo import write_logo
from reportgen.word.story import Story
from reportgen.word.title_page import fitted_title, write_asked, write_which

# What a title keeps of its style's size.
_LEAST_PLAIN = 0.8
_LEAST_MASTHEAD = 0.55
_LEAST_BLANK = 24.0  # points above a title or the issuer that a logo and the contact leave
_BLANK = "\u3000"  # between a step's word and its sentence


def write_cover(block: Cover, story: Story) -> None:
    """A page of its own."""
    if block.back:
        _write_back(block, story)
    else:
        _write_front(block, story)
    story.break_page()


def _write_front(block: Cover, story: Story) -> None:
    report = story.document.booklet.report
    if story.is_draft and story.draft.look.cover != "masthead":
        write_which(story)
    logo = write_logo("cover", "cover_line", story)
    if story.draft.look.cover == "masthead":
        _write_masthead(block, logo, story)
        return
    for role, text in (
        ("cover_mark", report.edition.period),
        ("cover_title", report.title),
        ("cover_subtitle", report.subtitle),
        ("cover_issuer", report.issuer),
    ):
        if text:
            words, before = story.words(text), None
            if role == "cover_title":
                words, text = fitted_title(role, text, _LEAST_PLAIN, story)
                before = _less(role, logo, story)
            elif role == "cover_issuer" and story.is_draft:
                before = _LEAST_BLANK
            story.paragraph(role, words, text, before=before)
    for line in block.lines:
        story.prose("cover_line", line)
    if block.shows_contact:
        write_contact(story, "cover_line", brief=True)
    if story.is_draft:
        write_asked(story)


def _write_masthead(block: Cover, logo: float, story: Story) -> None:
    """Like the head of an official document: the author's lines, the title over its rule, the issuer at the foot.

    ``logo``: points of the page that a logo has.
    """
    report = story.document.booklet.report
    taken = contact_height(story, "cover_date", brief=True) if block.shows_contact else 0.0
    for line in block.lines:
        story.prose("cover_line", line)
    title, counted = fitted_title("cover_title", report.title, _LEAST_MASTHEAD, story)
    above = _LEAST_BLANK if story.is_draft else _less("cover_title", logo, story)
    story.paragraph("cover_title", title, counted, before=above)
    if story.is_draft:
        write_which(story)
    for role, text in (
        ("cover_mark", report.edition.period),
        ("cover_subtitle", report.subtitle),
        ("cover_issuer", report.issuer),
        ("cover_date", han_date(report.edition.date)),
    ):
        if text:
            blank = _less(role, taken, story) if role == "cover_issuer" else None
            blank = _LEAST_BLANK if role == "cover_issuer" and story.is_draft else blank
            story.paragraph(role, story.words(text), text, before=blank)
    if block.shows_contact:
        write_contact(story, "cover_date", brief=True)
    if story.is_draft:
        write_asked(story)


def _less(role: str, taken: float, story: Story) -> float | None:
    """The blank above a paragraph in ``role`` where a logo or the contact has ``taken`` of it; None: its style's."""
    return max(_LEAST_BLANK, story.sheet.look(role).before - taken) if taken else None


def _write_back(block: Cover, story: Story) -> None:
    """What to do next first, then which report this was."""
    report = story.document.booklet.report
    story.break_page()
    logo = write_logo("back", "back_line", story)
    for line in block.lines[:1]:
        words, text = story.runs(line)
        story.paragraph("back_title", words, text, before=_less("back_title", logo, story))
    for step in block.steps:
        words, text = story.runs(step.text)
        lead = story.words(step.word, "strong")
        story.paragraph("back_line", f"{lead}{story.words(_BLANK)}{words}", f"{step.word}{_BLANK}{text}")
    for line in block.lines[1:]:
        story.prose("back_line", line)
    taken = 0.0
    if block.shows_contact:
        write_contact(story, "back_line")
        taken = contact_height(story, "back_line")
    title = f"{report.edition.period}\u3000{report.title}"
    story.paragraph("cover_issuer", story.words(title), title, before=_less("cover_issuer", taken, story))
    role = "cover_date" if story.draft.look.cover == "masthead" else "cover_line"
    story.paragraph(role, story.words(report.issuer), report.issuer)
