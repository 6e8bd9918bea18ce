"""Lists written by meaning (names, agenda, projects …): what their keys mean, in both languages."""

from reportgen.content.keys.wording import ID, KIND, PROSE, SOURCE, Both

GROUP: Both = (
    "所在的组；组名连同数目印在本组上面",
    "Their group; its name and number stand above them.",
)
STATUS: Both = (
    "状态：done 完成、on-course 正常、behind 滞后、postponed 顺延、stopped 停滞",
    "done, on-course, behind, postponed or stopped.",
)
TITLE: Both = ("表题；有表题才编号", "Its title; only a list with a title is numbered.")

NAMES: dict[str, Both] = {
    "Agenda": ("议程", "agenda"),
    "AgendaItem": ("议程的一项", "point of the agenda"),
    "Names": ("名单", "names"),
    "Projects": ("项目清单", "projects"),
    "ProjectItem": ("项目", "project"),
    "NameItem": ("名单的一行", "person"),
    "NameHeads": ("名单的表头", "heads of a list of names"),
}
MEANINGS: dict[str, Both] = {
    "Agenda": ("议程", "What happens when, and who is in charge of it."),
    "Agenda.kind": KIND,
    "Agenda.title": TITLE,
    "Agenda.items": ("各项，按时间先后", "Its points, in the order of time."),
    "Agenda.source": SOURCE,
    "Agenda.id": ID,
    "AgendaItem": ("一项", "A point of the agenda."),
    "AgendaItem.time": ("时间：8:30 或 8:30—9:00", "When: 8:30 or 8:30—9:00."),
    "AgendaItem.item": ("内容；" + PROSE[0], "What. " + PROSE[1]),
    "AgendaItem.who": ("谁负责；" + PROSE[0], "Who is in charge. " + PROSE[1]),
    "AgendaItem.pause": ("true 是休会，上下各加一条线", "true for a break: a rule above and below it."),
    "Names": (
        "名单；有三个字的姓名时，两个字的自动加宽对齐",
        "A list of people. Names of two characters are spread to the width of three.",
    ),
    "Names.kind": KIND,
    "Names.title": TITLE,
    "Names.heads": ("表头的叫法，与通常不同时才写", "What the columns are called, where it is not the usual."),
    "Names.first": ("name 姓名在前，unit 单位在前", "Which comes first, name or unit."),
    "Names.numbered": ("是否编序号", "Whether the rows are numbered."),
    "Names.items": ("各人，最多 400 人", "The people, at most 400."),
    "Names.source": SOURCE,
    "Names.id": ID,
    "NameItem": ("一个人", "A person."),
    "NameItem.group": ("所在的组；组名连同人数印在本组上面", "Their group; its name and number stand above them."),
    "NameItem.unit": ("单位；" + PROSE[0], "Their unit. " + PROSE[1]),
    "NameItem.name": ("姓名", "The name."),
    "NameItem.post": ("职务；" + PROSE[0], "Their post. " + PROSE[1]),
    "NameItem.time": ("时间，例如 9:10；冒号对齐", "When it is their turn, e.g. 9:10; colons stand below each other."),
    "NameItem.note": ("备注；" + PROSE[0], "A remark. " + PROSE[1]),
    "Projects": (
        "项目清单，带状态标志；上面印共几项、各种状态各几项",
        "A list of projects with their lights; how many there are, and in which state, stands above it.",
    ),
    "Projects.kind": KIND,
    "Projects.title": TITLE,
    "Projects.livelihood": (
        "true 是民生实事：以件计，合计印在最后一行",
        "true for 民生实事, which are counted 件, their count closing the list.",
    ),
    "Projects.items": ("各项目，最多 400 项", "The projects, at most 400."),
    "Projects.source": SOURCE,
    "Projects.id": ID,
    "ProjectItem": ("一个项目", "A project."),
    "ProjectItem.group": GROUP,
    "ProjectItem.item": ("事项；" + PROSE[0], "What. " + PROSE[1]),
    "ProjectItem.goal": ("年度目标；" + PROSE[0], "Its goal for the year. " + PROSE[1]),
    "ProjectItem.progress": ("进展；" + PROSE[0], "How far it is. " + PROSE[1]),
    "ProjectItem.lead": ("牵头单位；" + PROSE[0], "Who leads it. " + PROSE[1]),
    "ProjectItem.support": ("配合单位；" + PROSE[0], "Who supports it. " + PROSE[1]),
    "ProjectItem.deadline": ("完成时限，例如 12月底前；" + PROSE[0], "By when. " + PROSE[1]),
    "ProjectItem.status": STATUS,
    "ProjectItem.indicator": (
        "指标的名称；不写 status 时，状态由它的完成率和序时得出",
        "An indicator: without a status the state follows from its completion and the time elapsed.",
    ),
    "NameHeads": ("表头的叫法", "What the columns are called."),
    "NameHeads.number": ("序号栏，例如 次序", "The column of numbers."),
    "NameHeads.unit": ("单位栏，例如 部门", "The column of units."),
    "NameHeads.name": ("姓名栏，例如 述职人", "The column of names."),
    "NameHeads.post": ("职务栏", "The column of posts."),
    "NameHeads.time": ("时间栏，例如 开始时间", "The column of times."),
    "NameHeads.note": ("备注栏", "The column of remarks."),
}
