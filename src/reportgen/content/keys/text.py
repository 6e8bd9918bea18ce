"""Blocks of running text: what their keys mean, in both languages."""

from reportgen.content.keys.wording import ID, KIND, PROSE, Both

NAMES: dict[str, Both] = {
    "Heading": ("标题", "heading"),
    "Paragraph": ("段落", "paragraph"),
    "Bullets": ("列表", "list"),
    "Callout": ("提示框", "callout"),
    "Columns": ("分栏", "columns"),
    "Quote": ("引文", "quote"),
    "PageBreak": ("换页", "page break"),
    "Questions": ("问答", "questions and answers"),
    "Question": ("一问一答", "question"),
}
MEANINGS: dict[str, Both] = {
    "Heading": (
        "部分里的标题，编号（一）1.（1）；第 1 级是部分的名称",
        "A heading inside a section, numbered （一）1.（1） by level; level 1 is the section's own name.",
    ),
    "Heading.kind": KIND,
    "Heading.text": ("标题文字；" + PROSE[0], PROSE[1]),
    "Heading.level": ("级别：2 是（一），3 是 1.，4 是（1）", "Level: 2 is （一）, 3 is 1., 4 is （1）."),
    "Heading.numbered": ("是否编号", "Whether it is numbered."),
    "Heading.id": ID,
    "Paragraph": ("一段正文；直接写文字也可", "Running text; a plain string among blocks is a paragraph."),
    "Paragraph.kind": KIND,
    "Paragraph.text": PROSE,
    "Bullets": ("列表", "A list; ordered lists are numbered 1. 2. 3. or 一是 二是 三是."),
    "Bullets.kind": KIND,
    "Bullets.items": ("各条；" + PROSE[0], "The items. " + PROSE[1]),
    "Bullets.ordered": ("是否编号", "Whether the items are numbered."),
    "Bullets.lead": (
        "第一条前面的字，例如 附件：；各条对齐排在它后面",
        "Words before the first item, e.g. 附件：; the items are set below each other after them.",
    ),
    "Bullets.style": ("plain 用 1. 2.；spoken 用 一是、二是", "plain: 1. 2.; spoken: 一是 二是."),
    "Callout": ("与正文分开的提示，里面可以放内容块", "A remark set off from the text; holds blocks."),
    "Callout.kind": KIND,
    "Callout.title": ("题目", "Its title."),
    "Callout.blocks": ("内容块；直接写文字就是一段正文", "The blocks; a plain string is a paragraph."),
    "Columns": (
        "分成几栏的文字，各栏一样长；可以放段落、列表、引文、标题、图片、提示框",
        "Text in columns of one depth; holds paragraphs, lists, quotations, headings, pictures, callouts.",
    ),
    "Columns.kind": KIND,
    "Columns.count": ("几栏，2 或 3", "How many columns, 2 or 3."),
    "Columns.blocks": ("内容块；直接写文字就是一段正文", "The blocks; a plain string is a paragraph."),
    "Quote": ("引文，用楷体", "A quotation set apart, in Kai."),
    "Quote.kind": KIND,
    "Quote.text": (
        "引文；几段写成列表，每段一条。" + PROSE[0],
        "The words; a list of several paragraphs. " + PROSE[1],
    ),
    "Quote.by": ("出处", "Whose words these are."),
    "PageBreak": ("下一个内容块从新页开始", "The next block starts on a new page."),
    "PageBreak.kind": KIND,
    "Questions": ("问答", "Questions and answers."),
    "Questions.kind": KIND,
    "Questions.items": ("各个问题，按次序", "The questions, in order."),
    "Question": ("一个问题和它的回答", "A question and its answer."),
    "Question.question": ("问题，不写“问：”；" + PROSE[0], "The question, without 问：. " + PROSE[1]),
    "Question.answer": (
        "回答，不写“答：”；几段写成列表，每段一条。" + PROSE[0],
        "The answer, without 答：; a list of several paragraphs. " + PROSE[1],
    ),
}
