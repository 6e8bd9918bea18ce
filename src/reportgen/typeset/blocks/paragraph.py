"""Running text (typography specification 6.1)."""

from reportgen.model.blocks import Paragraph
from reportgen.typeset.pages.piece import Piece
from reportgen.typeset.setting import Setting, set_text


def set_paragraph_block(block: Paragraph, setting: Setting) -> list[Piece]:
    """A paragraph, justified, its first line indented by two characters."""
    role = "callout" if setting.container == "callout" else "body"
    return set_text(setting, setting.runs(block.text), role)
