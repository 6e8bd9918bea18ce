"""What the keys of ``board:`` mean."""

from reportgen.content.keys.wording import PROSE, Both

_INDICATOR: Both = ("指标的名称：部门.指标", "The indicator: department.indicator.")
_LABEL: Both = ("代替指标的名称", "Replaces the indicator's name.")

NAMES: dict[str, Both] = {
    "Board": ("图板", "board"),
    "BoardCard": ("图板的数字", "number of a board"),
    "BoardRow": ("卡片里的小行", "small line of a card"),
    "BoardPlan": ("图板的安排", "plan on a board"),
}

MEANINGS: dict[str, Both] = {
    "Board": (
        "解读图板上放什么；不写的由程序从本部分的内容里挑",
        "What the department's board shows; what is left out is chosen from the section's own blocks.",
    ),
    "Board.layout": (
        "版式：hero-left 大数字在左、卡片在右，hero-band 大数字通栏、卡片在下",
        "hero-left: the hero number at the left, cards beside it; hero-band: a band across, cards below.",
    ),
    "Board.headline": (
        "图板的标题，最多两行；不写用本部分的 headline",
        "Headline, two lines at most; left out: the section's.",
    ),
    "Board.hero": (
        "最大的数字；不写用标题里的指标，再没有用第一张数字卡",
        "The hero number; left out: the one that the headline quotes, else the first card.",
    ),
    "Board.cards": (
        "数字卡，最多 6 张；不写用本部分其余的关键数字。只写指标名称也可以",
        "Cards, at most 6; left out: the section's other key figures. A plain string is an indicator.",
    ),
    "Board.chart": (
        "大数字旁边的图或进度，写它的 id；none 不要图；不写用进度，没有进度用图",
        "The chart or progress block beside the hero number, by its id, or none; left out: bars, else a chart.",
    ),
    "Board.plans": (
        "下方的安排，最多 4 条；不写取自“下半年安排”一类标题下的列表。只写文字也可以",
        "Plans in the strip, at most 4; left out: the list under a heading such as 下半年安排. A string is a text.",
    ),
    "Board.sentences": (
        "说明大数字的句子，最多 3 句；不写取自正文",
        "Sentences about the hero number, at most 3; left out: from the section's text.",
    ),
    "BoardCard": ("图板上的一个数字", "A number of a board."),
    "BoardCard.indicator": _INDICATOR,
    "BoardCard.form": (
        "放大的数：value 实绩、completion 完成率、share 占比、yoy 同比",
        "The figure that is set large: value, completion, share or yoy.",
    ),
    "BoardCard.label": _LABEL,
    "BoardCard.note": (
        "数字下面的说明；不写由目标、同比得出。" + PROSE[0],
        "The line below; left out: the target or the year before. " + PROSE[1],
    ),
    "BoardCard.rows": (
        "属于这个数字的小行，最多 2 行；只写指标名称也可以",
        "Small lines that belong to the number, at most 2. A plain string is an indicator.",
    ),
    "BoardRow": ("卡片里的一行：名称和数", "A line of a card: a name and its figure."),
    "BoardRow.indicator": _INDICATOR,
    "BoardRow.label": _LABEL,
    "BoardPlan": ("一条安排：一个数或一个词，下面是说明", "A plan: a figure or a word, and what is to be done."),
    "BoardPlan.text": ("要做什么；" + PROSE[0], "What is to be done. " + PROSE[1]),
    "BoardPlan.indicator": (
        "放大的数：指标的目标，没有目标用实绩",
        "The figure set large: the indicator's target, else its value.",
    ),
    "BoardPlan.word": ("没有数时放大的词，最多 8 字", "A word set large in place of a figure, at most 8 characters."),
}
SHORT_FIGURE: Both = ("指标的名称：部门.指标", "An indicator: department.indicator.")
SHORT_PLAN: Both = ("一条安排的文字", "A plan's text.")
