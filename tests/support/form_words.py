"""The words of forms in reading order, in print and paragraph by paragraph of the draft."""

from collections.abc import Callable, Iterator

from reportgen.model.forms import BallotData, Head, OpinionsData
from reportgen.model.inlines import Prose

Say = Callable[[Prose], str]
BOX, TICKED = "☐", "☑"
GAP = "\u3000"


def ballot_words(data: BallotData, say: Say, *, printed: bool) -> Iterator[str]:
    """A box is drawn in print and a character in the draft."""
    yield from (say(data.title), say(data.subtitle), data.how)
    yield from (f"{number}.{say(one)}" for number, one in enumerate(data.instructions, 1))
    count = min(4, len(data.grades))
    yield data.sample if data.samples else ""
    samples = [
        ("" if printed else TICKED * ticked + BOX * (count - ticked)) + word
        for word, ticked in zip(data.samples, (1, 2, 0), strict=False)
    ]
    yield GAP.join(samples)
    groups = max(1, len(data.groups))
    yield from (*data.groups, *data.heads, *(data.grades * groups))
    for row in data.rows:
        yield from (str(row.number), row.name)
        yield from () if printed else (BOX,) * (groups * len(data.grades))
    yield from (*map(say, data.foot.notes), data.foot.stub)


def opinion_words(data: OpinionsData, say: Say, *, printed: bool) -> Iterator[str]:
    """As above."""
    box = "" if printed else BOX + GAP
    yield from (say(data.title), say(data.subtitle))
    if data.topic is not None:
        yield _head(data.topic)
        yield from (box + topic for topic in data.topics)
    if data.department is not None:
        yield _head(data.department)
    yield _head(data.opinion)
    if data.reply is not None:
        yield _head(data.reply)
        yield from (box + answer for answer in data.answers)
        yield from data.persons
    yield from (*map(say, data.foot.notes), data.foot.stub)
    yield data.overleaf if data.back else ""


def _head(head: Head) -> str:
    return f"{head.text}{GAP}{head.hint}" if head.hint else head.text
