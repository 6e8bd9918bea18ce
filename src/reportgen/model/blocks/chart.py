"""Charts."""

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from reportgen.model.blocks.block import Block, Id, Place
from reportgen.model.inlines import Prose


class Series(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One series of a chart: a figure or an indicator (``department.indicator`` or ``…|form``) for each category."""

    name: str = ""
    values: Annotated[tuple[int | float | str | None, ...], Meta(min_length=1, max_length=200)]


ChartType = Literal[
    "column", "bar", "line", "area", "stacked", "slope", "doughnut", "target", "strip", "dots", "people"
]
# Kinds that Word has no chart for: pictures of the plate.
DRAWN_IN_WORD: frozenset[ChartType] = frozenset(("strip", "dots", "people"))

PANELLED: frozenset[ChartType] = frozenset(("column", "line", "area"))  # kinds of which small multiples are made
MOST_SERIES = 6  # in one drawing; with panels there may be more


class Chart(Block, frozen=True, kw_only=True, tag="chart"):
    """A chart; ``type: target`` sets actual figures against targets (two series: actual, target), ``type: slope``
    has a line for each category (two series: before, after). ``strip`` has a mark for each item (done, under way if
    there is such a series, all), ``dots`` a hundred for each percentage, ``people`` rows of figures.
    """

    type: ChartType
    title: Annotated[Prose, Meta(description="A statement, not a topic.")]
    categories: Annotated[tuple[Prose, ...], Meta(min_length=1, max_length=200)]
    series: Annotated[tuple[Series, ...], Meta(min_length=1, max_length=24)]
    unit: str = ""
    emphasis: Annotated[tuple[int, ...], Meta(description="Categories (from 1) that the title speaks of.")] = ()
    panels: Annotated[bool, Meta(description="Each series in a panel of its own, all on one scale.")] = False
    baseline: Annotated[int | float | None, Meta(description="Where the scale of a line chart starts.")] = None
    reading: Annotated[bool, Meta(description="Print what the data say, as one sentence below the chart.")] = False
    data: Annotated[Literal["table"] | None, Meta(description="Print the figures as a table below the chart.")] = None
    source: Prose | None = None
    alt: str = ""
    place: Place = "here"
    id: Id | None = None
