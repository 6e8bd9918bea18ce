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
    "edition-unknown": Entry(
        zh="没有选本“{name}”",
        en='there is no edition "{name}"',
        help_zh="已有的选本：{names}",
        help_en="editions: {names}",
        explain_zh="reportgen build --edition 名称 读的是项目里的 editions/名称.yaml。",
        explain_en="reportgen build --edition NAME reads editions/NAME.yaml of the project.",
    ),
    "edition-id": Entry(
        zh="选本里写的“{name}”不是任何部分或内容块的 id",
        en='"{name}" in the edition is the id of no section or block',
        help_zh="有这些：{names}",
        help_en="there are: {names}",
        explain_zh="选本用 id 说出要哪些部分（sections）、不要哪些部分和内容块（leave_out）。全册没有这个 id；sections 里只能写"
        "部分的 id。",
        explain_en="An edition names the sections it holds (sections) and the sections and blocks it leaves out (leave_out) "
        "by their ids. The report has no such id; under sections only those of sections stand.",
    ),
    "edition-kind": Entry(
        zh="选本里写的“{name}”不是内容块的种类",
        en='"{name}" in the edition is no kind of block',
        help_zh="可以写：{names}",
        help_en="kinds: {names}",
        explain_zh="leave_out 的 kinds 写的是 kind: 后面的词，例如 chart。",
        explain_en="Under kinds of leave_out stand the words that blocks have as their kind, such as chart.",
    ),
    "edition-tag": Entry(
        zh="没有部分或内容块有标签“{name}”",
        en='no section or block has the tag "{name}"',
        help_zh="用到的标签：{names}",
        help_en="tags in use: {names}",
        explain_zh="标签写在部分或内容块的 tags 里，例如 tags: [民生]。要的标签一个也没有用到，多半是写错了。",
        explain_en="Tags stand under tags of a section or a block, such as tags: [民生]. One that nothing has is a slip.",
    ),
    "edition-empty": Entry(
        zh="选本里什么也没有",
        en="the edition is empty",
        help_zh="核对 sections、tags 和 leave_out",
        help_en="check sections, tags and leave_out",
        explain_zh="照这些条件选下来，没有剩下任何部分。",
        explain_en="Nothing of the report is left by what the edition picks and leaves out.",
    ),
    "reference-left-out": Entry(
        zh="引用的“#{id}”不在这个选本里，印成“{words}”",
        en='"#{id}" is not in this edition; printed as "{words}"',
        help_zh="把它选进来，或把这句话也去掉",
        help_en="pick it too, or leave this sentence out",
        explain_zh="选本里的图表重新编号。引用的内容没有选进来，就照全册的编号印成“全册表2”，标题照印文字，没有链接。",
        explain_en="Charts and tables of an edition are numbered anew. What it refers to but does not hold is called by its "
        "number in the whole report, 全册表2, or by its heading, without a link.",
    ),
    "landscape-child": Entry(
        zh="横排页里不能放 {kind}",
        en="no {kind} can stand on landscape pages",
        help_zh="可以放表格、图、数字卡、进度条、图片、大事记、标题、段落、列表、引文和提示框",
        help_en="tables, charts, cards, bars, pictures, timelines, headings, paragraphs, lists, quotations and callouts can",
        explain_zh="横排页（kind: landscape）是给宽表和图用的。封面、目录、总览、分栏、换页和另一个横排页不能放在里面。",
        explain_en="Landscape pages (kind: landscape) are for wide tables and charts. Covers, contents, overviews, columns, "
        "page breaks and other landscape pages cannot stand there.",
    ),
    "landscape-place": Entry(
        zh="横排页不能放在提示框或分栏里",
        en="landscape pages cannot stand inside a callout or columns",
        help_zh="移到外面，与提示框并列",
        help_en="move them out, beside that block",
        explain_zh="横排页占整页，只能与段落、表格并列，直接写在部门的 blocks 里。",
        explain_en="Landscape pages are whole pages: they stand among the blocks of a section itself.",
    ),
    "landscape-heading": Entry(
        zh="这个标题下面紧接着横排页，会单独留在前一页",
        en="landscape pages follow right below this heading, which stays alone on the page before",
        help_zh="把标题移进横排页，或在中间写一段话",
        help_en="move the heading into the landscape pages, or write a paragraph between",
        explain_zh="横排页总是另起一页，它前面的标题下面就空了。标题可以放在横排页里，同表一起转过来。",
        explain_en="Landscape pages begin a page of their own, so that nothing stands below a heading before them. A heading may "
        "stand on them, turned with the table.",
    ),
    "index-empty": Entry(
        zh="索引里什么也没有",
        en="the index is empty",
        help_zh="按指标的索引列引用过的指标，按部门的索引列各部门；没有就删去索引",
        help_en="an index lists indicators that are quoted, or departments; without any leave it out",
        explain_zh="全册没有用到登记簿里的指标（by: indicator），或者没有一个部门（by: department）。",
        explain_en="No indicator of the register is quoted (by: indicator), or there is no department (by: department).",
    ),
}
