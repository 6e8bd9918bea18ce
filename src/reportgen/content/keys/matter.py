"""Front and back matter: what their keys mean, in both languages."""

from reportgen.content.keys.wording import KIND, PROSE, Both

NAMES: dict[str, Both] = {
    "Cover": ("封面", "cover"),
    "Qr": ("二维码", "QR code"),
    "CoverStep": ("封底的一步", "step on the back cover"),
    "Contents": ("目录", "contents"),
    "Glossary": ("名词解释", "glossary"),
    "Term": ("名词", "term"),
    "Imprint": ("版权和数据说明", "imprint"),
    "ImprintRow": ("一行说明", "row of the imprint"),
    "Foreword": ("前言", "foreword"),
    "Index": ("索引", "index"),
}
MEANINGS: dict[str, Both] = {
    "Cover": (
        "封面；书名、时期、单位取自 report.yaml",
        "The front cover; its title, period and issuer are the report's.",
    ),
    "Cover.kind": KIND,
    "Cover.back": ("true 是封底", "true makes the back cover."),
    "Cover.lines": ("另加的几行字，例如何处可以查阅", "Further lines, e.g. where to find more."),
    "Cover.contact": (
        "是否印 report.yaml 里 contact 的二维码、网址、热线；不写则只印在封底",
        "Whether the report's contact (code, sites, hotline) is printed; left out: on the back cover only.",
    ),
    "Qr": (
        "二维码，旁边有一句话；不写网址就用 report.yaml 里的",
        "A QR code with words beside it; without an address it is the report's.",
    ),
    "Qr.kind": KIND,
    "Qr.address": (
        "扫码打开的网页，https:// 开头；不写则用 report.yaml 里的",
        "The page it leads to, https://…; left out: the report's.",
    ),
    "Qr.caption": ("旁边的话：扫码看什么；网址不另写时可以不写", "Beside it: what is found there."),
    "Qr.size": ("边长，毫米，15 至 60", "Its width in millimetres, 15 to 60."),
    "Cover.steps": (
        "封底上请读者做的事，至多三件：看、说、评",
        "On the back cover: up to three things that the reader may do next.",
    ),
    "CoverStep": ("请读者做的一件事", "One thing that the reader may do."),
    "CoverStep.word": ("一个字或一个词，例如 看", "A word or two, such as 看."),
    "CoverStep.text": ("一句话；" + PROSE[0], "A sentence. " + PROSE[1]),
    "Contents": ("目录，带页码和链接", "Table of contents, with page numbers and links."),
    "Contents.kind": KIND,
    "Contents.title": ("目录的标题", "Its title."),
    "Contents.depth": ("收到第几级标题，1 至 3", "How many levels of headings it lists, 1 to 3."),
    "Contents.lists": (
        "目录下面另列的：charts 图目录、tables 表目录；只列有题的图表",
        "What is listed below it: charts, tables. Only those with a caption are listed.",
    ),
    "Glossary": (
        "名词解释：正文里第一次用到各词的地方加点线，并链到这里",
        "Terms explained; the first use of each in the running text is marked, and leads here.",
    ),
    "Glossary.kind": KIND,
    "Glossary.entries": ("各个名词，按次序", "The terms, in order."),
    "Term": ("一个名词和它的解释", "A term and what it means."),
    "Term.term": ("名词，照印；外面的引号不计入查找", "The term as printed; quotes around it are not looked for."),
    "Term.text": ("解释；" + PROSE[0], "What it means. " + PROSE[1]),
    "Term.also": (
        "同义的其他写法（简称等）；正文里用到也算用到这个词",
        "Other forms of it, e.g. short ones, that count as the term where the text uses them.",
    ),
    "Imprint": (
        "版权和数据说明：书名、时期、单位、日期等取自 report.yaml，后面接自己写的行",
        "Imprint and notes on the data: rows made from report.yaml, your own after them.",
    ),
    "Imprint.kind": KIND,
    "Imprint.title": ("题目", "Its title."),
    "Imprint.fields": (
        "取自 report.yaml 的行，按此次序；没有填的不印",
        "Which rows are made from report.yaml, in that order; what is empty there is not printed.",
    ),
    "Imprint.rows": ("自己写的行：印数、数据来源等", "Rows of your own: copies printed, sources of the data."),
    "Imprint.rounding": (
        "true：说明四舍五入后分项之和可能与合计略有出入",
        "true: say that rounded parts may not add up to their sum.",
    ),
    "Imprint.internal": ("true：注明内部资料", "true: say that it is not for the public."),
    "ImprintRow": ("一行说明", "A line of the imprint."),
    "ImprintRow.label": ("说明的是什么，例如 印数", "What it is about, e.g. 印数."),
    "ImprintRow.text": ("内容；" + PROSE[0], "What is said. " + PROSE[1]),
    "Foreword": (
        "致读者的话，有称呼和落款；落款照公文的格式排在右边",
        "An address to the readers, signed at the right as an official document is.",
    ),
    "Foreword.kind": KIND,
    "Foreword.salutation": ("称呼，顶格：各位市民代表：", "Whom it is to: 各位市民代表：."),
    "Foreword.text": (
        "正文；几段写成列表，每段一条。" + PROSE[0],
        "The text; a list of several paragraphs. " + PROSE[1],
    ),
    "Foreword.by": ("署名；几个写成列表", "By whom; a list of several."),
    "Foreword.date": ("日期，照印：2019年7月15日", "The date as printed: 2019年7月15日."),
    "Index": (
        "索引：按拼音排列，带页码和链接",
        "An index in the order of pinyin, with page numbers and links.",
    ),
    "Index.kind": KIND,
    "Index.by": (
        "indicator 按指标：正文、表格、数字卡、进度条和图里用到的地方；department 按部门：部门所在页和别处提到的地方",
        "indicator: where each is quoted, in text, tables, cards, bars and charts; department: its pages, and "
        "where else it is spoken of.",
    ),
}
