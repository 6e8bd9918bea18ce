"""Messages of the family ``typeset``: lines and pages that cannot be set well."""

from reportgen.diagnostics.catalogue.entry import Entry

ENTRIES: dict[str, Entry] = {
    "form-full": Entry(
        zh="这张表一页放不下",
        en="the form has no room on its page",
        help_zh="把标题、说明、附注改短，减少类别，或用大一些的开本",
        help_en="shorten title, instructions and notes, give fewer topics, or use a larger trim",
        explain_zh="评议表和意见表要撕下来交，一张纸写不下就不成一张表。行高、方框、写字的横线都不能再小。",
        explain_en="Ballots and opinion sheets are handed in a leaf at a time; rows, boxes and lines cannot be smaller.",
    ),
    "ballot-wide": Entry(
        zh="评议表放不下这么多栏",
        en="the ballot has more columns than the page has room for",
        help_zh="减少 grades，或用大一些的开本",
        help_en="give fewer grades, or use a larger trim",
        explain_zh="方框 4.5 毫米见方、每栏不窄于 9 毫米，这样手写才画得准。按这个尺寸，各栏之外剩下的宽度放不下部门名称。",
        explain_en="Boxes are 4.5 mm wide and columns 9 mm at least, so that a pen can hit them. With these the rest of the "
        "page has no room for names of departments.",
    ),
    "cover-full": Entry(
        zh="封面上的字放不下",
        en="the cover has no room for its words",
        help_zh="减少 lines，或改短书名、副题和各行文字",
        help_en="give fewer lines, or shorten the title, the subtitle and the lines",
        explain_zh="封面和封底各是一页，文字不能接到下一页。写得太多，字就出了纸边，或压在别的字上。",
        explain_en="A cover is one page and cannot go on over the next. With too many words they would leave the paper or "
        "stand over each other.",
    ),
    "typeset-overfull": Entry(
        zh="有一行找不到允许断行的地方，只好硬断",
        en="a line has no permitted break and was broken by force",
        help_zh="改短不可拆的词语或网址，或加宽这一栏",
        help_en="shorten the word or address that cannot be broken, or widen the column",
        explain_zh="避头尾规则之下，这一行放不下最短的一段文字，常见于很窄的表格栏里的长网址、长编号。",
        explain_en="Under the rules of line breaking the shortest piece of text does not fit this line: often a long "
        "address or number in a narrow table column.",
    ),
    "typeset-loose": Entry(
        zh="有一行字距过松（每处多出 {gap} 个字宽）",
        en="a line is set too loose ({gap} em more at every gap)",
        help_zh="改动措辞，让长的英文、数字换个位置",
        help_en="reword the sentence so that the long word or number falls elsewhere",
        explain_zh="两端对齐的一行里可以伸展的地方太少，字与字之间被拉得过开。通常是行末有不可拆的长英文或网址。",
        explain_en="A justified line has too few places that may open, so that its gaps are wide. Usually a long word or "
        "address that may not be broken follows.",
    ),
    "typeset-runt": Entry(
        zh="段末一行只有一个字",
        en="the last line of this paragraph holds a single character",
        help_zh="删一个字，或添几个字",
        help_en="take a character out, or add a few",
        explain_zh="孤字不成行：段落的末行至少要有两个字。上面各行挤不进、也让不出一个字，只好照排。",
        explain_en="A last line should hold two characters at least. The lines above can neither take the character in nor "
        "give one away.",
    ),
    "typeset-too-tall": Entry(
        zh="这里有一个不能拆的部分比一页还高",
        en="a part of this block that cannot be split is taller than a page",
        help_zh="缩短它的文字，或改大开本、改小字号",
        help_en="shorten its words, take a larger trim or smaller type",
        explain_zh="段落、表格的长行、分栏都能跨页；标题组、表头、成组的卡片、图不能，它比一页还高。",
        explain_en="Paragraphs, tall table rows and columns go on over the page. Titles, table headers, cards and figures "
        "do not, and this one is taller than a page.",
    ),
    "typeset-unsettled": Entry(
        zh="目录的页码排了四遍仍未稳定",
        en="the page numbers of the contents have not settled after four rounds",
        help_zh="在目录之后加一个换页（pagebreak）",
        help_en="put a pagebreak after the contents",
        explain_zh="页码的宽窄改变了目录的长短，目录的长短又改变了页码。",
        explain_en="The width of the page numbers changes the length of the contents, which changes the page numbers.",
    ),
    "typeset-dots": Entry(
        zh="这里的行距太紧，着重号没有地方",
        en="lines are too close here for emphasis dots",
        help_zh="把行距加到字号的一倍半以上，或改用 ** 加重",
        help_en="set lines one and a half of the size apart at least, or use ** for weight",
        explain_zh="着重号在字下，两行之间至少要空出半个字。排版不会为它改行距。",
        explain_en="Emphasis dots stand below their characters, and need half an em between the lines. The pitch is never "
        "changed for them.",
    ),
    "typeset-place": Entry(
        zh="容器里的图不能放到页首或页脚，照原处排了",
        en="a chart or picture inside a container cannot go to the head or foot of a page, and stays where it is",
        help_zh="去掉 place，或把图移到容器外面",
        help_en="take place away, or move the block out of its container",
        explain_zh="place: top 和 place: bottom 把图排到一页的上端或下端。提示框、分栏里的图要同它的框在一起。",
        explain_en="place: top and place: bottom set a chart or picture at the head or foot of a page. One inside a callout "
        "or columns must stay with them.",
    ),
}
