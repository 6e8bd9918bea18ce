"""QR codes in a draft, and where a report says whom to call and where to find more."""

import hashlib

from reportgen.model.runs import Run
from reportgen.qr import picture, shown, written
from reportgen.word.drawings import inline_picture
from reportgen.word.story import Story

_SIDE = 92.0  # points, quiet zone and all


def code_drawing(address: str, side: float, story: Story) -> str:
    """A run with the code as a picture ``side`` points wide, quiet zone and all."""
    data = picture(address)
    relation = story.package.picture(data, hashlib.sha256(data).hexdigest(), "png")
    return inline_picture(relation, story.drawing_id(), f"二维码：{address}", side, side)


def contact_height(story: Story, role: str, *, brief: bool = False) -> float:
    """What ``write_contact`` takes of a page, in points; each of its paragraphs is one line as a rule."""
    contact = story.document.booklet.report.contact
    if contact is None:
        return 0.0
    look, code = story.sheet.look(role), story.sheet.look("cover_code")
    lines = bool(contact.address) + (0 if brief else len(contact.sites) + bool(contact.phone))
    picture = code.before + _SIDE + code.after if contact.address else 0.0
    return picture + lines * (look.before + look.line + look.after)


def write_contact(story: Story, role: str, *, brief: bool = False) -> None:
    """The report's code, words, sites and hotline, a paragraph each, in ``role``; ``brief``: the first two alone."""
    contact = story.document.booklet.report.contact
    if contact is None:
        return
    if contact.address:
        story.paragraph("cover_code", code_drawing(contact.address, _SIDE, story), "", height=_SIDE)
        story.paragraph(role, story.words(contact.words), contact.words)
    for site in () if brief else contact.sites:
        runs = (Run(f"{site.name}\u3000"), Run(shown(site.address), link=written(site.address)))
        story.paragraph(role, story.all_runs(runs), "".join(run.text for run in runs))
    if contact.phone and not brief:
        said = [contact.phone, contact.hotline_name]
        if story.draft.look.cover == "masthead":
            said.reverse()
        text = "\u3000".join(filter(None, said))
        story.paragraph(role, story.words(text), text)
