"""Messages of the family ``source``: files, encodings, YAML."""

from reportgen.diagnostics.catalogue.entry import Entry

ENTRIES: dict[str, Entry] = {
    "file-unreadable": Entry(
        zh="读不了“{file}”：{reason}",
        en="cannot read {file}: {reason}",
        help_zh="检查文件权限",
        help_en="check the file's permissions",
        explain_zh="系统不让读这个文件。",
        explain_en="The system does not let this file be read.",
    ),
    "file-too-large": Entry(
        zh="文件超过 {limit}",
        en="the file is larger than {limit}",
        help_zh="把内容分成几个文件",
        help_en="split the content into several files",
        explain_zh="内容文件一般不到 1 MB；过大的文件多半放错了东西。",
        explain_en="Content files are usually below 1 MB; a larger one is most likely something else.",
    ),
    "file-missing": Entry(
        zh="找不到“{file}”",
        en='"{file}" does not exist',
        help_zh="改正文件名，或建立这个文件",
        help_en="correct the name, or make the file",
        explain_zh="report.yaml 的 sections 和 registers 列出各部分的文件，路径相对于 report.yaml。",
        explain_en="report.yaml lists section files and registers, relative to itself.",
    ),
    "file-outside": Entry(
        zh="“{file}”不在项目文件夹之内",
        en='"{file}" is outside the project folder',
        help_zh="用项目文件夹里的相对路径，以“/”分隔",
        help_en="use a relative path inside the project, with /",
        explain_zh="为了安全，只读取项目文件夹之内的文件。",
        explain_en="For safety only files inside the project folder are read.",
    ),
    "file-empty": Entry(
        zh="文件是空的",
        en="the file is empty",
        help_zh="写上内容，或从 report.yaml 里去掉它",
        help_en="write something, or take it out of report.yaml",
        explain_zh="空文件（或只有注释）不能成为一个部分。",
        explain_en="An empty file, or one with comments only, cannot be a section.",
    ),
    "encoding-gbk": Entry(
        zh="文件像是 GBK/GB18030 编码，不是 UTF-8",
        en="the file looks like GBK/GB18030, not UTF-8",
        help_zh="在编辑器里另存为 UTF-8",
        help_en="save it as UTF-8 in your editor",
        explain_zh="内容文件一律用 UTF-8。旧版记事本默认存成 GBK（ANSI）；另存为时选 UTF-8 即可。",
        explain_en="Content files are UTF-8. Old Windows editors save GBK by default.",
    ),
    "encoding-utf16": Entry(
        zh="文件是 UTF-16 编码，不是 UTF-8",
        en="the file is UTF-16, not UTF-8",
        help_zh="在编辑器里另存为 UTF-8",
        help_en="save it as UTF-8 in your editor",
        explain_zh="内容文件一律用 UTF-8。记事本的“Unicode”就是 UTF-16。",
        explain_en="Content files are UTF-8.",
    ),
    "encoding-not-utf8": Entry(
        zh="文件不是 UTF-8 编码",
        en="the file is not UTF-8",
        help_zh="在编辑器里另存为 UTF-8",
        help_en="save it as UTF-8 in your editor",
        explain_zh="这里有不成 UTF-8 的字节。",
        explain_en="There are bytes here that are not UTF-8.",
    ),
    "control-character": Entry(
        zh="有控制字符 {codepoint}",
        en="control character {codepoint}",
        help_zh="删去它；多半是复制粘贴带进来的",
        help_en="delete it; it usually came by copy and paste",
        explain_zh="看不见的控制字符会损坏 Word 文件，也没有可印的样子。",
        explain_en="Invisible control characters break Word files and cannot be printed.",
    ),
    "yaml-syntax": Entry(
        zh="YAML 写法有误：{problem}",
        en="YAML syntax: {problem}",
        help_zh="检查缩进、引号和括号",
        help_en="check indentation, quotes and brackets",
        explain_zh="这一处之前的内容不合 YAML 语法。",
        explain_en="What stands before this place is not YAML.",
    ),
    "yaml-colon": Entry(
        zh="这里不能再有“: ”",
        en="a second colon is not allowed here",
        help_zh="含有“: ”的文字要加引号；若本来是一个新的项，检查缩进",
        help_en="put text that contains a colon and a space into quotes; if a new key was meant, check the indentation",
        explain_zh='例如 title: 第一章: 概述 要写成 title: "第一章: 概述"，或用全角冒号。',
        explain_en='Write title: "Chapter 1: start" with quotes.',
    ),
    "yaml-tab": Entry(
        zh="缩进里有制表符（Tab）",
        en="a tab in the indentation",
        help_zh="用空格缩进",
        help_en="indent with spaces",
        explain_zh="YAML 不许用 Tab 缩进。",
        explain_en="YAML does not allow tabs for indentation.",
    ),
    "yaml-quote": Entry(
        zh="这样用“{char}”，整句文字要加引号",
        en='text that uses "{char}" like this needs quotes around the whole of it',
        help_zh="整句两头加单引号：'…'",
        help_en="put single quotes around the whole text: '…'",
        explain_zh=(
            "YAML 里，值以 * & ! @ ` % | > 或引号开头时，这个符号另有含义。"
            "例：- **重点**工作 要写成 - '**重点**工作'；title: \"示范\"项目 要写成 title: '\"示范\"项目'，或改用中文引号“示范”。"
        ),
        explain_en=(
            "In YAML a value that begins with * & ! @ ` % | > or a quotation mark means something else. "
            "Example: write - '**Key** work' instead of - **Key** work."
        ),
    ),
    "yaml-quote-open": Entry(
        zh="从这里开始的引号没有配对",
        en="the quotation mark here is never closed",
        help_zh="补上另一半引号",
        help_en="close it",
        explain_zh="用引号括起来的值一直读到文件末尾也没有见到后引号。",
        explain_en="The value in quotes runs to the end of the file.",
    ),
    "yaml-flow": Entry(
        zh="方括号、花括号里的写法不对（括号从第 {line} 行开始）",
        en="what stands in the brackets opened at line {line} does not hold",
        help_zh='检查括号是否成对、逗号是否齐全；含有 [ ] {} , 的文字要加引号，例如 "${a.b}"',
        help_en='close the brackets, put commas between; text that contains [ ] {} , needs quotes, e.g. "${a.b}"',
        explain_zh=(
            "写在一行里的 [甲, 乙] 和 {名: 值} 用括号和逗号分隔，里面的文字如果含有这些符号就要加引号。"
            '例：[食堂完工, "${education.canteens|number}"]。'
        ),
        explain_en=(
            "Lists [a, b] and mappings {name: value} on one line are told apart by brackets and commas, so text "
            'that contains these needs quotes: [canteens, "${education.canteens|number}"].'
        ),
    ),
    "yaml-duplicate-key": Entry(
        zh="键“{key}”重复（第 {line} 行已有）",
        en='duplicate key "{key}" (first at line {line})',
        help_zh="删去一个",
        help_en="remove one",
        explain_zh="同一层里一个键只能写一次，否则其中一个会被悄悄丢掉。",
        explain_en="A key may stand once in a mapping; otherwise one would silently be lost.",
    ),
    "yaml-alias": Entry(
        zh="不用别名（*{name}）",
        en="aliases are not used (*{name})",
        help_zh="把内容写出来",
        help_en="write the value out",
        explain_zh="别名可以在几百字节里藏下几个 GB，内容文件一律不用。",
        explain_en="Aliases can hide gigabytes in a few hundred bytes; content files do without.",
    ),
    "yaml-anchor": Entry(
        zh="不用锚（&{name}）",
        en="anchors are not used (&{name})",
        help_zh="以 & 开头的文字要加引号",
        help_en="put text that begins with & into quotes",
        explain_zh="锚只为别名而设，内容文件一律不用。",
        explain_en="Anchors exist for aliases, which are not used.",
    ),
    "yaml-tag": Entry(
        zh="不用标签（{tag}）",
        en="tags are not used ({tag})",
        help_zh="以 ! 开头的文字要加引号",
        help_en="put text that begins with ! into quotes",
        explain_zh="标签能让读取程序造出任意对象，内容文件一律不用。",
        explain_en="Tags make a reader construct objects; content files do without.",
    ),
    "yaml-merge": Entry(
        zh="不用合并键（<<）",
        en="merge keys are not used (<<)",
        help_zh="把内容写出来",
        help_en="write the value out",
        explain_zh="合并键是别名的一种，一律不用。",
        explain_en="Merge keys are a use of aliases.",
    ),
    "yaml-key": Entry(
        zh="键必须是文字",
        en="a key must be text",
        help_zh="数字、true、null 作键要加引号",
        help_en="put keys such as 2019 or true into quotes",
        explain_zh="键是内容块的项目名，一定是文字。",
        explain_en="Keys are names, so they are text.",
    ),
    "yaml-depth": Entry(
        zh="嵌套超过 {limit} 层",
        en="nested deeper than {limit}",
        help_zh="检查括号",
        help_en="check the brackets",
        explain_zh="没有哪份报告需要这么深的嵌套。",
        explain_en="No report nests this deep.",
    ),
    "yaml-nodes": Entry(
        zh="值超过 {limit} 个",
        en="more than {limit} values",
        help_zh="把内容分成几个文件",
        help_en="split the content into several files",
        explain_zh="单个文件过大。",
        explain_en="The file is too large.",
    ),
    "yaml-documents": Entry(
        zh="一个文件只能有一份内容（多了一个 ---）",
        en="one document a file (a second --- is here)",
        help_zh="分成两个文件",
        help_en="use two files",
        explain_zh="第二份内容会被悄悄忽略，所以拒绝。",
        explain_en="A second document would silently be ignored.",
    ),
}
