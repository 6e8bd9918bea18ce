"""What a rule finds, and the classes of characters that the rules share."""

import msgspec

from reportgen.model.lint import RuleId

HAN = "\u3005\u3007\u2e80-\u2fdf\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"
OPENING = "“‘（《〈【〔「『〖"
CLOSING = "”’）》〉】〕」』〗"
STOPS = "，。、；：？！"
# Beside one of these a mark is Chinese.
HANISH = HAN + OPENING + CLOSING + STOPS + "％"


class Finding(msgspec.Struct, frozen=True):
    """A fault in a text: characters ``start`` to ``end``, of which ``at`` is the one that is wrong (None: the first).

    ``better`` is what to write in their place, where one thing can be said.
    """

    code: RuleId
    start: int
    end: int
    at: int | None = None
    better: str = ""
