"""Edition files: what their keys mean, in both languages."""

from reportgen.content.keys.wording import Both

NAMES: dict[str, Both] = {
    "EditionFile": ("选本", "edition"),
    "LeaveOut": ("不要的内容", "what is left out"),
}
MEANINGS: dict[str, Both] = {
    "EditionFile": (
        "选本 editions/名称.yaml：从全册里选出部门和内容块，另成一册；没写的照 report.yaml",
        "An edition, editions/NAME.yaml: departments and blocks of the report as a booklet of their own; what it does "
        "not say is report.yaml's.",
    ),
    "EditionFile.title": ("书名", "Its title."),
    "EditionFile.subtitle": ("副题；不要副题写 ''", "Its subtitle; '' for none."),
    "EditionFile.issuer": ("编印单位", "Who issues it."),
    "EditionFile.period": ("时期，照印", "The period as printed."),
    "EditionFile.date": ("文件日期，年-月-日", "Date of the document, ISO."),
    "EditionFile.cutoff": ("数据截止的说明，照印", "Cut-off of the data, as printed."),
    "EditionFile.theme": ("版式主题", "The theme."),
    "EditionFile.page": (
        "版面；写了就代替 report.yaml 的整个 page",
        "The page setup, in place of the whole of report.yaml's.",
    ),
    "EditionFile.numbered": (
        "部门是否编号；单个部门的册子写 false",
        "Whether departments are numbered; false for a single one.",
    ),
    "EditionFile.sections": (
        "要哪些部分，写它们的 id；不写就是全部。次序照 report.yaml",
        "Which sections, by their ids; left out: all. Their order is report.yaml's.",
    ),
    "EditionFile.tags": (
        "只要有其中一个标签的部门、标题（连同下面的内容）和内容块；没有标签的前后部分整个保留",
        "Only departments, headings (with what stands below them) and blocks that have one of these tags; front and "
        "back matter without tags stays whole.",
    ),
    "EditionFile.leave_out": ("不要的部分、内容块和种类", "Sections, blocks and kinds of blocks to do without."),
    "LeaveOut": ("选本里不要的内容", "What an edition does without."),
    "LeaveOut.sections": ("不要的部分，写 id", "Sections, by their ids."),
    "LeaveOut.kinds": ("不要的种类，例如 chart", "Kinds of blocks, e.g. chart."),
    "LeaveOut.blocks": ("不要的内容块，写 id", "Blocks, by their ids."),
}
