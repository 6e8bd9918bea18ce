"""Messages of the family ``word``: files from Word that are read, and templates for the drafts."""

from reportgen.diagnostics.catalogue.entry import Entry

_SAVE_ZH = "用 Word 或 WPS 打开，另存为 Word 文档（.docx）"
_SAVE_EN = "open it in Word or WPS and save it as a Word document (.docx)"
_AGAIN_ZH = "重新取得这个文件；打得开的话，" + _SAVE_ZH
_AGAIN_EN = "get the file again; if it opens, " + _SAVE_EN

ENTRIES: dict[str, Entry] = {
    "word-file-large": Entry(
        zh="{file} 超过 {most} MB，没有读",
        en="{file} is larger than {most} MB and was not read",
        help_zh="删去里面的图片和正文；模板只要样式、页面、页眉页脚",
        help_en="take its pictures and text out; a template needs styles, page, headers and footers only",
        explain_zh="大小先看，不读。模板一般只有几十 KB；很大的多半带着整份正文和照片。",
        explain_en="The size is looked at before anything is read. A template has some tens of kilobytes; a large one holds a whole text with its photographs.",
    ),
    "word-file-format": Entry(
        zh="{file} 不是 Word 文档（.docx），而是 {kind}",
        en="{file} is no Word document (.docx) but {kind}",
        help_zh=_SAVE_ZH + "；不选 Strict Open XML",
        help_en=_SAVE_EN + ", not as Strict Open XML",
        explain_zh="按文件开头和内容认格式，不看扩展名。老格式 .doc、Excel 表、网页、PDF 都要先另存。",
        explain_en="The format is told by what the file holds, not by its name. The old .doc, sheets, web pages and PDF must be saved anew first.",
    ),
    "word-file-encrypted": Entry(
        zh="{file} 加了密码",
        en="{file} is protected with a password",
        help_zh="在 Word 里“文件—信息—保护文档”去掉密码，再保存",
        help_en="take the password away in Word (File, Info, Protect Document) and save it",
        explain_zh="有打开密码的文档是整个加密的，读不出样式。",
        explain_en="A document with a password to open it is encrypted as a whole; its styles cannot be read.",
    ),
    "word-file-damaged": Entry(
        zh="{file} 已损坏，读不出 {part}",
        en="{file} is damaged: {part} cannot be read",
        help_zh=_AGAIN_ZH,
        help_en=_AGAIN_EN,
        explain_zh="{{part}} 是压缩包里的一个部件，“—”是压缩包本身。常见原因：下载或复制中断；某个程序写出了不合规则的 XML。",
        explain_en="The part named is one of the package's; “—” is the package itself. Usual causes: a copy broken off, or a program that wrote XML against the rules.",
    ),
    "word-file-parts": Entry(
        zh="{file} 里的部件超过 {most} 个，没有读",
        en="{file} holds more than {most} parts and was not read",
        help_zh=_SAVE_ZH,
        help_en=_SAVE_EN,
        explain_zh="普通的文档有几十个部件。数量极多的文件会拖垮读它的程序，先数再读。",
        explain_en="A usual document has some tens of parts. A file with very many of them would exhaust whoever reads it, so they are counted first.",
    ),
    "word-file-bomb": Entry(
        zh="{file} 解压后大得不正常（{part}），没有读",
        en="{file} unpacks to far more than a document holds ({part}) and was not read",
        help_zh="不要用来历不明的文件；" + _SAVE_ZH,
        help_en="use no file of unknown origin; " + _SAVE_EN,
        explain_zh="一个部件不超过 64 MB，全部不超过 256 MB，大部件压缩不到二百分之一，部件不重叠。超出的叫“压缩炸弹”。",
        explain_en="A part has 64 MB at most, all of them 256 MB, a large part is not packed to less than a two-hundredth, and parts do not overlap. What goes beyond is a zip bomb.",
    ),
    "word-file-names": Entry(
        zh="{file} 里有不安全的部件名称：{part}",
        en="{file} holds a part with an unsafe name: {part}",
        help_zh="不要用来历不明的文件；" + _SAVE_ZH,
        help_en="use no file of unknown origin; " + _SAVE_EN,
        explain_zh="部件名称里有“..”、盘符、反斜线，或者两个部件同名（不分大小写）。Word 不会这样保存。",
        explain_en="A name with “..”, a drive or a backslash, or one name twice, whatever its case. Word saves no such file.",
    ),
    "word-file-dtd": Entry(
        zh="{file} 的 {part} 里有文档类型声明（DTD），没有读",
        en="{file}: {part} has a document type (DTD) and was not read",
        help_zh="不要用来历不明的文件；" + _SAVE_ZH,
        help_en="use no file of unknown origin; " + _SAVE_EN,
        explain_zh="Office 文件里不准有 DTD（ISO/IEC 29500-2）。DTD 能引用外面的文件，或展开成极大的文字。",
        explain_en="Office files have no DTD (ISO/IEC 29500-2). One can refer to files outside, or expand to a text of any size.",
    ),
    "word-file-macros": Entry(
        zh="{file} 带有宏，不能用",
        en="{file} holds macros and cannot be used",
        help_zh="另存为不带宏的 Word 文档（.docx）或模板（.dotx）",
        help_en="save it as a Word document (.docx) or template (.dotx) without macros",
        explain_zh="宏是程序（.docm、.dotm）。初稿要发给许多部门，不带任何程序。",
        explain_en="Macros are programs (.docm, .dotm). Drafts go to many departments and hold none.",
    ),
    "word-template-page": Entry(
        zh="{file} 的版心只有 {width} × {height} 毫米，排不下正文",
        en="the type area of {file} is {width} × {height} mm: too small for the text",
        help_zh="在模板里改小页边距、改大纸张，或改小正文",
        help_en="make its margins smaller, its paper larger or its body text smaller",
        explain_zh="版心至少要排得下每行四个字、每页六行。取的是模板最后一节的页面设置。",
        explain_en="A type area holds four characters across and six lines down at least. The page is that of the template's last section.",
    ),
    "word-template-type": Entry(
        zh="{file} 里“{name}”是另一种样式，初稿的改叫“{other}”",
        en='{file} has "{name}" as a style of another type; the draft\'s own is called "{other}"',
        help_zh="在模板里把这个样式改名，或按要求的类型（{kind}）重建",
        help_en="give the template's style another name, or make it one of the type {kind}",
        explain_zh="样式按名称对应，还要同类：段落样式（paragraph）对段落样式，字符样式（character）对字符样式，表格样式（table）对表格样式。",
        explain_en="Styles go together by name, and by type: paragraph, character or table.",
    ),
    "word-template-numbers": Entry(
        zh="{file} 的“{name}”自带编号“{written}”，初稿用报告自己的编号“{own}”",
        en='{file}: "{name}" numbers itself as "{written}"; drafts have the report\'s own numbers, "{own}"',
        help_zh="在模板里去掉这个样式的编号，样子不变",
        help_en="take the numbering out of that style; its look stays",
        explain_zh="标题的编号由报告定，目录、引用、印本都用它；两种编号同印就重了，所以不取模板的。%1、%2 代表各级的数。",
        explain_en="Numbers of headings are the report's: contents, references and the booklet have them. Both would be printed, so the template's are not taken. %1, %2 stand for the figures of each level.",
    ),
    "word-template-outside": Entry(
        zh="{file} 的页眉页脚指向文件之外，已去掉：{what}",
        en="{file}: what its headers and footers refer to outside was left out: {what}",
        help_zh="在模板里把链接改成文字，把链接的图片改成插入",
        help_en="make links plain text and insert pictures that are linked",
        explain_zh="初稿不引用外面的任何文件：链接的图片和对象打开时要取，换一台电脑就没有了，也会泄露谁在打开。",
        explain_en="Drafts refer to no file outside: linked pictures and objects are fetched when they are opened, are not there on another machine, and tell who opens them.",
    ),
    "word-template-object": Entry(
        zh="{file} 的页眉页脚里有不能取用的对象，已去掉：{what}",
        en="{file}: objects in its headers and footers that cannot be taken were left out: {what}",
        help_zh="换成图片（PNG、JPEG、EMF）或文字",
        help_en="use a picture (PNG, JPEG, EMF) or text instead",
        explain_zh="嵌入的对象（OLE）、控件、图表、SmartArt 会带来程序或别的部件，页眉页脚只取文字、表格、形状和图片。",
        explain_en="Embedded objects (OLE), controls, charts and SmartArt bring programs or other parts along; of headers and footers text, tables, shapes and pictures are taken.",
    ),
    "word-font-not-embedded": Entry(
        zh="Word 文件里没有嵌入这些字体：{fonts}",
        en="these fonts are not in the Word files: {fonts}",
        help_zh="样式里写随工具发布的字体对应的名称（宋体、黑体、楷体、仿宋……），或者用准许编辑时嵌入的 TrueType 字体",
        help_en="let styles name fonts that the program has a face for (宋体, 黑体, 楷体, 仿宋 …), or use TrueType fonts that may be embedded to edit",
        explain_zh="嵌入的是手册自己的字体，代替样式里的宋体、黑体、楷体、仿宋、小标宋。别的名称没有对应的字体文件；自备的字体，文件里的嵌入许可（fsType）要是“可安装”或“可编辑”，轮廓要是 TrueType，不能是可变字体或字体集。",
        explain_en="What is embedded are the booklet's own faces, for 宋体, 黑体, 楷体, 仿宋 and 小标宋 of the styles. Other names have no font file. A font of your own must be marked as installable or editable (fsType) and have TrueType outlines that do not vary; a collection is not embedded.",
    ),
}
