"""Messages of the family ``resolve``: indicators, references, charts' figures, pictures."""

from reportgen.diagnostics.catalogue.entry import Entry

ENTRIES: dict[str, Entry] = {
    "indicator-unknown": Entry(
        zh="没有登记过指标“{id}”",
        en='no indicator "{id}" is registered',
        help_zh="在 indicators.yaml 中登记，或改正名称",
        help_en="register it in indicators.yaml, or correct the name",
        explain_zh="正文、卡片、图表里的数字都从登记簿（indicators.yaml）取用，写法是 ${部门.指标}。这里引用的名称在登记簿里没有。",
        explain_en="Numbers in prose, cards and charts come from the register (indicators.yaml) as "
        "${department.indicator}. The register has no such name.",
    ),
    "indicator-form-unknown": Entry(
        zh="指标没有“{form}”这种写法",
        en='an indicator has no form "{form}"',
        help_zh="可用的写法：{forms}",
        help_en="forms: {forms}",
        explain_zh="竖线后面是写法，例如 ${health.stations|completion} 写出完成率。写法不在清单之内。",
        explain_en="The word after the bar is the form: ${health.stations|completion} says the completion. "
        "This word is not a form.",
    ),
    "indicator-figure-missing": Entry(
        zh="指标“{id}”没有登记“{field}”，写不出“{form}”",
        en='indicator "{id}" has no "{field}", so "{form}" cannot be said',
        help_zh="在登记簿里补上这一项，或换一种写法",
        help_en="register that field, or use another form",
        explain_zh="写法所需要的数字没有登记。程序从不推算没有公布的数字。",
        explain_en="The form needs a figure that is not registered. Figures that were not published are never worked out.",
    ),
    "indicator-pending": Entry(
        zh="“{name}”（{id}）的 {field} 待补",
        en='"{name}" ({id}): "{field}" is still to come',
        help_zh="报来以后在这里写上数字；印本里印 —，Word 征求意见稿里是【待补】",
        help_en="write the figure here once it is known; the booklet prints —, the Word draft 【待补】",
        explain_zh="登记簿里写了“待补”的数字还没有报来。引用它的地方在印本里印 —，在 Word 征求意见稿里是橙底的【待补】，"
        "等部门填。加 --strict 时算不合格，成册前要补齐。",
        explain_en="A figure registered as 待补 is not known yet. Where it is quoted the booklet prints —, the Word draft "
        "【待补】 on orange ground, for the department to fill in. Under --strict it counts as a fault.",
    ),
    "text-pending": Entry(
        zh="这里的内容待补",
        en="what belongs here is still to come",
        help_zh="报来以后写在这里；印本里印 —，Word 征求意见稿里是【待补】",
        help_en="write it here once it is known; the booklet prints —, the Word draft 【待补】",
        explain_zh="正文里写了 ${待补}，是没有登记的数字或文字还没有报来。印本里印 —，Word 征求意见稿里是橙底的【待补】，等部门填。"
        "加 --strict 时算不合格，成册前要补齐。",
        explain_en="The text says ${待补}: words or a figure outside the register are not known yet. The booklet prints —, "
        "the Word draft 【待补】 on orange ground, for the department to fill in. Under --strict it counts as a fault.",
    ),
    "reference-unknown": Entry(
        zh="引用的“#{id}”不存在",
        en='nothing is named "#{id}"',
        help_zh="给要引用的标题、表或图加上 id",
        help_en="give the heading, table or chart that id",
        explain_zh="[](#名称) 引用的是标题、表、图的 id。全册没有这个 id。",
        explain_en="[](#name) refers to the id of a heading, table or chart. Nothing in the report has this id.",
    ),
    "reference-without-number": Entry(
        zh="“#{id}”没有编号，引用处要写出文字",
        en='"#{id}" has no number: say the words of the reference',
        help_zh="写成 [文字](#{id})，或给表、图加标题",
        help_en="write [words](#{id}), or give the table or picture a title",
        explain_zh="没有标题的表和图不编号，因此引用时没有“表1”可写。",
        explain_en="A table or picture without a title has no number that a reference could print.",
    ),
    "reference-circle": Entry(
        zh="标题引用“#{id}”，“#{id}”的标题又绕回来引用它",
        en='the heading refers to "#{id}", whose own heading leads back to it',
        help_zh="去掉其中一处引用，或写成 [文字](#{id})",
        help_en="take one of the references away, or write [words](#{id})",
        explain_zh="引用标题，印的是标题的文字。两个标题互相引用（或引用自己），文字就永远写不完。",
        explain_en="A reference to a heading prints its words. Of two that refer to each other, or one to itself, the words would never end.",
    ),
    "note-place": Entry(
        zh="这里不能加注",
        en="no note can stand here",
        help_zh="注写在正文、列表、引文、标题、表的单元格、图表的题名和来源里",
        help_en="notes stand in paragraphs, lists, quotations, headings, table cells, titles and sources",
        explain_zh="封面、数字卡、进度条的名称、图的类目和表头不能加注：它们不是一行行排的文字，或者每页重复。",
        explain_en="Covers, cards, labels of bars, categories of charts and headers of tables take no notes: they are "
        "not set as lines of text, or come again on every page.",
    ),
    "ballot-empty": Entry(
        zh="评议表上没有部门",
        en="there is no department on the ballot",
        help_zh="至少要有一个有名称的部门（role: department），或者删去这张表",
        help_en="there must be a section with a name and role: department, or leave the ballot out",
        explain_zh="评议表上的部门取自本册自己的部门，不另写。没有部门，就没有可评的。",
        explain_en="A ballot's departments are the report's own, never written again. Without any there is nothing to judge.",
    ),
    "ballot-department": Entry(
        zh="评议表要的部门“{id}”本册没有",
        en='the report has no department "{id}" for the ballot',
        help_zh="可用的：{ids}",
        help_en="departments: {ids}",
        explain_zh="departments 里写部门文件的 id；不写就是全部部门，按本册的次序。",
        explain_en="departments lists ids of department sections; left out, all of them in their order.",
    ),
    "form-twice": Entry(
        zh="“{written}”写了两次",
        en='"{written}" is listed twice',
        help_zh="删去一个，或改一个说法",
        help_en="take one away, or word it otherwise",
        explain_zh="表上的部门、选项、类别不能重复，不然填好的表分不清是哪一个。",
        explain_en="Departments, grades and topics of a form must differ, or a filled form could not be told apart.",
    ),
    "form-place": Entry(
        zh="{kind} 要占一整页，不能放在别的内容块里",
        en="{kind} takes a page of its own and cannot stand inside another block",
        help_zh="放到部分文件的 blocks 里，和别的块并列",
        help_en="put it among the blocks of its section",
        explain_zh="评议表和意见表单独占一张纸的正面，背面空白，撕下来不伤别的内容。",
        explain_en="Ballots and opinion sheets have a leaf of their own, so that nothing else is torn out with them.",
    ),
    "qr-address": Entry(
        zh="二维码不能用“{written}”这个网址",
        en='no QR code can lead to "{written}"',
        help_zh="写完整的网址，例如 https://www.example.gov.cn/report",
        help_en="give the whole address, such as https://www.example.gov.cn/report",
        explain_zh="二维码印出去就改不了，所以只收 http:// 或 https:// 开头、有域名、没有空格的网址；域名前不能有“@”，"
        "那会把人引到别处。汉字可以写，程序按规定编码。",
        explain_en="A printed code cannot be mended: addresses begin with http:// or https://, have a domain and no "
        "blanks; an @ before the domain would lead readers elsewhere. Chinese characters are encoded as they must be.",
    ),
    "qr-long": Entry(
        zh="二维码的网址太长：编码后 {length} 个字符，最多 {most} 个",
        en="the address of a QR code is too long: {length} characters when encoded, at most {most}",
        help_zh="用短网址，或去掉“?”后面的参数；每个汉字占 9 个字符",
        help_en="use a short address, or leave out what stands behind the ?; a Chinese character counts nine",
        explain_zh="网址越长，二维码的点越小。超过这个长度，印成 20 毫米时一个点不到 0.4 毫米，许多手机认不出。",
        explain_en="The longer the address, the finer the code. Beyond this length a module is less than 0.4 mm wide "
        "when printed 20 mm across, and many telephones cannot read it.",
    ),
    "qr-without-address": Entry(
        zh="二维码没有网址",
        en="a QR code has no address",
        help_zh="在这里写 address，或在 report.yaml 的 contact 里写一次",
        help_en="give an address here, or once under contact in report.yaml",
        explain_zh="二维码打开的网页写在块的 address 里；全册同一个网页的，写一次在 report.yaml 的 contact 里。",
        explain_en="The page that a code leads to is its address; one for the whole report is written once, under "
        "contact in report.yaml.",
    ),
    "status-figures": Entry(
        zh="这里写的是“{status}”，按登记的数字和序时是“{rule}”",
        en="the state is given as {status}; by the registered figures and the time elapsed it is {rule}",
        help_zh="改正状态或数字；不写 status 就由数字得出",
        help_en="correct the state or the figures; without a status the figures decide",
        explain_zh="写了指标的项目，完成率到 100% 是完成，不低于序时是正常，低于序时是滞后。手写的状态与它不符。"
        "部分完成、滞后、顺延、停滞之间由填报的人分辨，不算不符。",
        explain_en="An item with an indicator is done at 100 %, on course if it is at least as far as the year, and behind "
        "otherwise. The state that was written says something else. Done in part, behind, postponed and stopped are for "
        "the author to tell apart.",
    ),
    "status-deadline": Entry(
        zh="时限“{deadline}”已过，状态还是“{status}”",
        en='the deadline "{deadline}" is over, but the state is {status}',
        help_zh="已经完成的写 status: done，没有完成的写 behind 或 postponed",
        help_en="write status: done if it is done, else behind or postponed",
        explain_zh="时限里的月份早于本期日期（edition.date）的月份，这一项不会还在正常推进。",
        explain_en="The month of the deadline lies before that of the edition's date: the item cannot be on course still.",
    ),
    "indicators-empty": Entry(
        zh="指标表里没有指标",
        en="the table of indicators has none",
        help_zh="在 items 里写指标，或在 department 里写指标名称的前一段，例如 education",
        help_en="list indicators under items, or give the first part of their ids as department, e.g. education",
        explain_zh="指标表（kind: indicators）的每一行是一个登记的指标：写在 items 里，或者由 department 取登记簿里以它开头的全部"
        "（写明了别的时期的除外）。这里两样都没有。",
        explain_en="Each row of a table of indicators is a registered one: named under items, or all whose ids begin with "
        "department, but for those of other periods. Here there is neither.",
    ),
    "overview-empty": Entry(
        zh="没有部门可以总览",
        en="there is no department to look over",
        help_zh="至少要有一个有名称的部门（role: department），或者删去这个总览",
        help_en="have at least one department with a name (role: department), or leave the overview out",
        explain_zh="总览由各部门的关键数字和进度得出。全册没有部门时它无话可说。",
        explain_en="An overview is made from the departments' key numbers and bars. Without departments it has nothing to "
        "say.",
    ),
    "table-cells": Entry(
        zh="这一行的单元格占 {cells} 栏，表有 {columns} 栏",
        en="the cells of this row fill {cells} columns, the table has {columns}",
        help_zh='补上或删去单元格；空格写成 ""；上面的格跨行时也算在内',
        help_en='add or drop cells; an empty cell is ""; cells that reach down from above count too',
        explain_zh="表格每一行的单元格（包括从上面跨下来的）必须正好占满各栏，否则数字会错位或丢失。",
        explain_en="The cells of a row, with those that reach down from above, must fill its columns exactly; otherwise "
        "figures would shift or be lost.",
    ),
    "columns-child": Entry(
        zh="分栏里不能放“{kind}”",
        en='columns cannot hold a block of kind "{kind}"',
        help_zh="移到分栏外面",
        help_en="move it out of the columns",
        explain_zh="分栏里可以放段落、列表、引文、标题、图片和提示框。表格、图、数字卡、进度条要整个版心的宽度，封面、目录、"
        "换页自成一页，分栏里不能再分栏。",
        explain_en="Columns hold paragraphs, lists, quotations, headings, pictures and callouts. Tables, charts, cards and "
        "bars need the whole measure; covers, contents and page breaks make pages; columns do not hold columns.",
    ),
    "columns-place": Entry(
        zh="提示框里不能分栏",
        en="a callout cannot hold columns",
        help_zh="把提示框放进分栏，或把分栏移出来",
        help_en="put the callout into the columns, or take the columns out",
        explain_zh="分栏要整个版心的宽度，只能直接放在部分的 blocks 里。",
        explain_en="Columns need the whole measure and only stand among the blocks of a section.",
    ),
    "list-lead": Entry(
        zh="一是、二是的列表不能有引头的字",
        en="a list of 一是, 二是 takes no words before its first item",
        help_zh="去掉 lead，或去掉 style: spoken",
        help_en="leave out lead, or style: spoken",
        explain_zh="lead 是“附件：”一类的字，各条对齐排在它后面；一是、二是的各条是普通段落，不对齐。",
        explain_en="lead is a word such as 附件：, after which the items stand below each other; items with 一是, 二是 are "
        "plain paragraphs.",
    ),
    "chart-length": Entry(
        zh="数列有 {values} 个值，类目有 {categories} 个",
        en="the series has {values} values, the chart {categories} categories",
        help_zh="缺的值写 null",
        help_en="write null for a missing value",
        explain_zh="图表中每个数列的值与类目一一对应，个数必须相等。",
        explain_en="Each value of a series belongs to one category, so their counts must be equal.",
    ),
    "chart-series": Entry(
        zh="“{type}”图要有 {expected} 个数列，这里有 {found} 个",
        en='a "{type}" chart takes {expected} series, not {found}',
        explain_zh="环形图只表示一个整体（1 个数列）；目标对照图先写实绩、后写目标，斜线图先写从前、后写现在（2 个数列）；strip 先写完成、最后写总数，中间可以写在做的（2～3 个数列）；dots 和 people 只有 1 个数列。",
        explain_en="A doughnut shows one whole (1 series); a target chart sets actual figures against targets, a slope chart what was before against what is now (2 series); a strip has what is done, what is under way if that is known, and all (2 or 3 series); dots and people have 1 series.",
    ),
    "chart-baseline": Entry(
        zh="“{type}”图从零画起，不能从 {value} 画起",
        en='a "{type}" chart starts from zero, not from {value}',
        help_zh="去掉 baseline，或改用 line",
        help_en="leave out baseline, or use line",
        explain_zh="柱、条、面积的长短就是数值，不从零画起就夸大了差别。例：98 和 99 从 97 画起，看上去差一倍。只有折线可以写 baseline。",
        explain_en="The length of a column, bar or area is its figure: cut off at the foot it exaggerates. Example: 98 and 99 drawn from 97 look like twice as much. Only lines take a baseline.",
    ),
    "chart-baseline-high": Entry(
        zh="刻度从 {value} 开始，最低的值 {lowest} 就画不下了",
        en="the scale starts at {value}, above the lowest figure ({lowest})",
        help_zh="baseline 不高于最低的值",
        help_en="let baseline be no higher than the lowest figure",
        explain_zh="baseline 是折线图刻度的起点，所有的值都要在它之上。例：values: [73, 75] 可以写 baseline: 70。",
        explain_en="baseline is where the scale of a line chart starts, so every figure lies on it or above. Example: values: [73, 75] may have baseline: 70.",
    ),
    "chart-crowd": Entry(
        zh="一张图里有 {found} 个数列，最多 {most} 个",
        en="{found} series in one drawing, at most {most}",
        help_zh="写 panels: true，每个数列一个小图",
        help_en="write panels: true, a panel for each series",
        explain_zh="六个以上的数列叠在一起分不清。panels: true 把它们画成同一刻度的小图，column、line、area 都可以。",
        explain_en="More than six series on each other cannot be told apart. panels: true makes small charts on one scale of them, for column, line and area.",
    ),
    "chart-panels": Entry(
        zh="“{type}”图不能分成小图",
        en='a "{type}" chart is not made of panels',
        help_zh="可用：{kinds}",
        help_en="kinds: {kinds}",
        explain_zh="panels: true 让每个数列占一个小图，各小图同一刻度，只用于柱形、折线和面积。",
        explain_en="With panels: true each series has a small chart of its own on a common scale: columns, lines and areas only.",
    ),
    "chart-emphasis": Entry(
        zh="没有第 {number} 个类目（共 {count} 个）",
        en="there is no category {number} (of {count})",
        explain_zh="emphasis 是要突出的类目的序号，从 1 开始。",
        explain_en="emphasis lists the categories to set off, counted from 1.",
    ),
    "chart-form-unknown": Entry(
        zh="图表不能画“{form}”",
        en='a chart cannot plot "{form}"',
        help_zh="可用：{forms}",
        help_en="forms: {forms}",
        explain_zh="图表只能取指标里的数字，例如 health.stations|completion。",
        explain_en="A chart plots the figures of an indicator, such as health.stations|completion.",
    ),
    "picture-missing": Entry(
        zh="找不到图片“{file}”",
        en='picture "{file}" does not exist',
        help_zh="路径相对于 report.yaml 所在的文件夹",
        help_en="the path is relative to the folder of report.yaml",
        explain_zh="图片文件必须放在项目文件夹里。缺图时不生成任何文件。",
        explain_en="Pictures must be inside the project folder. A missing picture stops the build.",
    ),
    "picture-outside": Entry(
        zh="图片“{file}”不在项目文件夹之内",
        en='picture "{file}" is outside the project folder',
        help_zh="把图片复制到项目文件夹，用相对路径，以“/”分隔",
        help_en="copy it into the project folder and use a relative path with /",
        explain_zh="为了安全，只读取项目文件夹之内的文件。",
        explain_en="For safety only files inside the project folder are read.",
    ),
    "picture-format": Entry(
        zh="“{file}”不是 PNG 或 JPEG 图片",
        en='"{file}" is neither PNG nor JPEG',
        help_zh="另存为 PNG 或 JPEG",
        help_en="save it as PNG or JPEG",
        explain_zh="按文件内容（而不是扩展名）识别。",
        explain_en="The content decides, not the file name's ending.",
    ),
    "picture-too-large": Entry(
        zh="图片“{file}”超过上限 {limit}",
        en='picture "{file}" is larger than {limit}',
        help_zh="缩小后再用；A4 整页 300 dpi 约 870 万像素",
        help_en="make it smaller; a full A4 page at 300 dpi is about 8.7 million pixels",
        explain_zh="过大的图片会耗尽内存，因此在解码之前就拒绝。",
        explain_en="Very large pictures exhaust memory and are refused before they are decoded.",
    ),
    "picture-damaged": Entry(
        zh="图片“{file}”已损坏或不完整",
        en='picture "{file}" is damaged or breaks off',
        help_zh="重新复制，或在图片软件里打开后另存一次",
        help_en="copy it again, or open it in an image program and save it anew",
        explain_zh="文件的结构不完整，多半是复制、下载中断所致。",
        explain_en="The file's structure is not complete, most often because a copy or download was cut short.",
    ),
    "picture-rotated": Entry(
        zh="图片“{file}”靠旋转标记才是正的",
        en='picture "{file}" is upright only by a mark that says how to turn it',
        help_zh="在图片软件里旋转到正，另存一次",
        help_en="turn it upright in an image program and save it",
        explain_zh="手机拍的照片常常是横着存的，另有一个标记说明怎样旋转。PDF 和部分 Word 不认这个标记，印出来会是歪的。",
        explain_en="Phones often store pictures on their side with a mark (Exif orientation). PDF readers do not know it.",
    ),
}
