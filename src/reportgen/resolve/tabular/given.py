"""What the tables of lists are made with."""

from collections.abc import Callable

import msgspec

from reportgen.diagnostics import Diagnostics, Spot
from reportgen.indicators import Register
from reportgen.model.document import Edition
from reportgen.model.statuses import Marks

At = Callable[..., Spot]  # the place of a path inside the block


class Given(msgspec.Struct, frozen=True):
    """The registered numbers, the edition, how the theme marks states, where faults go.

    ``chips``: the theme has the goals of plans on chips, where the author's word stands for one.
    """

    register: Register
    edition: Edition
    marks: Marks
    sink: Diagnostics
    chips: bool = False
