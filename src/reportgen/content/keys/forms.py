"""Forms: what their keys mean, in both languages."""

from reportgen.content.keys.wording import ID, KIND, Both

NAMES: dict[str, Both] = {
    "Ballot": ("评议表", "ballot"),
    "Opinions": ("意见建议征集表", "opinion sheet"),
}
_TITLE: Both = ("标题；不写用通用的", "Its title; left out: a usual one.")
_SUBTITLE: Both = ("标题下的一行；不写用通用的", "The line below the title; left out: a usual one.")
_NOTES: Both = (
    "二维码旁的几行字，最多 3 行；不写由 contact 得出",
    "Lines beside the code, at most 3; left out: made from contact.",
)
_ADDRESS: Both = (
    "这张表自己的二维码打开的网页；不写则用 report.yaml 里的",
    "Page that the form's own code leads to; left out: the report's.",
)
_STUB: Both = (
    '撕开线旁的字；写 "" 就没有撕开线',
    'Words beside the tear-off line; "" for no such line.',
)
MEANINGS: dict[str, Both] = {
    "Ballot": (
        "评议表：部门取自本册，每个部门按满意程度选一栏；右页，背面空白，另有可在屏幕上填的 PDF",
        "A ballot: the report's departments by grades, on the front of a leaf of its own, and as a PDF to fill in.",
    ),
    "Ballot.kind": KIND,
    "Ballot.title": _TITLE,
    "Ballot.subtitle": _SUBTITLE,
    "Ballot.departments": ("评哪些部门，写 id；不写就是全部", "Ids of the departments; left out: all of them."),
    "Ballot.grades": (
        "各栏，2 至 6 个；不写是 满意、基本满意、不满意、不了解",
        "The grades, 2 to 6; left out: 满意, 基本满意, 不满意, 不了解.",
    ),
    "Ballot.groups": (
        "评哪几项，每项都有各栏，最多 4 项；不写只评一项",
        "What is judged, each with all grades, at most 4; left out: the whole alone.",
    ),
    "Ballot.instructions": ("填写说明，最多 6 条；不写用通用的", "How to fill it in, at most 6; left out: the usual."),
    "Ballot.samples": ("是否印样例：正确、作废、弃权", "Whether samples are shown: valid, void, abstention."),
    "Ballot.notes": _NOTES,
    "Ballot.address": _ADDRESS,
    "Ballot.stub": _STUB,
    "Ballot.id": ID,
    "Opinions": (
        "意见建议征集表：类别打勾，横线上写意见，要不要答复",
        "An opinion sheet: topics to tick, lines to write on, whether a reply is wanted.",
    ),
    "Opinions.kind": KIND,
    "Opinions.title": _TITLE,
    "Opinions.subtitle": _SUBTITLE,
    "Opinions.topics": (
        "类别，最多 20 个，“其他”后面有横线；不写用通用的，写 [] 不问",
        "The topics, at most 20, a line behind 其他; left out: the usual, [] for none.",
    ),
    "Opinions.department": ("是否问对哪个部门说", "Whether to ask which department is meant."),
    "Opinions.lines": (
        "写意见的横线，3 至 20 条，排得下几条印几条",
        "Lines to write on, 3 to 20, as many as there is room for.",
    ),
    "Opinions.reply": ("是否问要不要答复、怎样联系", "Whether to ask if a reply is wanted, and where to."),
    "Opinions.back": ("背面是否也印横线", "Whether there are lines over the leaf too."),
    "Opinions.notes": _NOTES,
    "Opinions.address": _ADDRESS,
    "Opinions.stub": _STUB,
    "Opinions.id": ID,
}
