"""Messages of front and back matter: terms, people, the index."""

from reportgen.diagnostics.catalogue.entry import Entry

ENTRIES: dict[str, Entry] = {
    "term-twice": Entry(
        zh="名词“{term}”解释了两次",
        en='the term "{term}" is explained twice',
        help_zh="只留一处解释",
        help_en="keep one of the two",
        explain_zh="名词解释（kind: glossary）里，一个名词连同它的别名（also）只能出现一次：正文里的记号只能指向一处。",
        explain_en="In glossaries (kind: glossary) a term, or another form of it (also), stands once: the mark in the "
        "text leads to one place.",
    ),
    "term-unused": Entry(
        zh="名词“{term}”有解释，全册却没有用到",
        en='the term "{term}" is explained but used nowhere',
        help_zh="删去这一条，或用 also 写出正文里的说法",
        help_en="take it out, or say with also how the text puts it",
        explain_zh="名词解释里的词应当在册子里出现。正文、标题、表格、图和数字卡里都没有这个词，也没有 also 列出的说法；多半是改稿时删了，"
        "或者两处写法不同。",
        explain_en="What a glossary explains should stand in the booklet. Neither the term nor a form of it (also) is in any "
        "text, heading, table, chart or card: it was edited away, or is written differently there.",
    ),
    "person-titles": Entry(
        zh="“{name}”在这里是“{title}”，前面是“{before}”",
        en='"{name}" is "{title}" here and "{before}" before',
        help_zh="核对职务；确是两个人的，不必理会",
        help_en="check the title; leave it if they are two people",
        explain_zh="同一个名字在两个部门的 people 里职务不同。名单多是从旧稿抄来的，职务变了容易漏改。",
        explain_en="One name has different titles under people of two sections. Lists are copied from older ones, and a "
        "title that changed is easily missed.",
    ),
}
