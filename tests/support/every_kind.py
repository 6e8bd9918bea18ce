"""A small report that uses every kind of block and every mark of prose, written for both renderers' tests."""

import struct
import zlib
from pathlib import Path

from reportgen.content import load_project
from reportgen.diagnostics import Diagnostics
from reportgen.model.document import Document
from reportgen.resolve import resolve
from reportgen.theme import load_theme, theme_names

REPORT = """\
title: 示例市部门工作成绩单
subtitle: 向市民报告 请市民评议
issuer: 示例市人民政府
edition: {period: 2025年上半年, elapsed: 50, date: 2025-07-15}
keywords: [示例, "A&B"]
contact:
  address: https://www.example.gov.cn/2025h1?from=booklet
  words: 扫码看各部门工作进展
  sites: [{name: 示例市政务网, address: "https://www.example.gov.cn/"}, {name: 示例新闻网, address: "http://news.example.cn"}]
  hotline: 12345
  hotline_name: 政务服务便民热线
sections: [cover.yaml, contents.yaml, about.yaml, edu.yaml, civil.yaml, terms.yaml, forms.yaml, back.yaml]
"""
INDICATORS = """\
edu.canteens: {name: 食堂完工, value: 37, unit: 所, target: 100}
edu.places: {name: 新增学位, value: 3895, unit: 个, yoy: 8.9}
edu.rate: {name: 覆盖率, value: 75.5, unit: "%"}
civil.beds: {name: 新增床位, value: 2700, unit: 张, rough: 余, target: 2000}
civil.roads: {name: 道路命名, value: 42, unit: 条, target: 60}
civil.shelter: {name: 救助站改造, completion: 55}
"""
SECTIONS = {
    "cover": """\
id: cover
role: front
blocks:
  - {kind: cover, lines: [数据截至2025年6月30日, "详见[网站](https://example.cn/a?b=1&c=2)"]}
""",
    "contents": "id: contents\nrole: front\nblocks:\n  - {kind: contents, depth: 1, lists: [charts, tables]}\n",
    "about": """\
id: about
role: front
name: 怎样读这份成绩单
blocks:
  - 每个部门一章，先列关键数字，再说做了什么。主要数字见[](#main)。
  - kind: foreword
    salutation: 各位市民代表：
    text: [半年的账，请您看。, "数字都在[](#main)里。"]
    by: [示例市人民政府办公室, 示例市督查室]
    date: 2025年7月15日
  - {kind: foreword, text: 没有落款。}
  - kind: timeline
    title: 半年大事
    id: events
    events:
      - {date: 1月8日, text: "新建学校开工，学位见[](#main)。"}
      - {date: 3月至4月, text: 开始报名。}
    source: 来源：示例市教育局
  - {kind: timeline, events: [{date: 6月30日, text: 盘点。}]}
  - {kind: heading, text: 符号, level: 2}
  - kind: imprint
    title: 版权和数据说明
    rows: [{label: 印数, text: "5000册，**免费**取阅"}]
    rounding: true
    internal: true
  - 数字按 ${edu.rate|share-free} 的口径统计。
""".replace(" ${edu.rate|share-free} ", "“不重不漏”——"),
    "edu": """\
id: edu
name: 示例市教育局
short: 市教育局
headline: 食堂完工${edu.canteens}，**新增学位**${edu.places}
blocks:
  - kind: keyfigures
    cards:
      - indicator: edu.canteens
      - indicator: edu.places
      - {indicator: edu.rate, label: 托管覆盖率, note: ""}
  - {kind: heading, text: 学位和食堂, id: seats}
  - 上半年食堂完工${edu.canteens}（占全年任务的${edu.canteens|completion}），“新增学位”${edu.places}；*重点*是**托管**。
  - 罕用字𫖯𬭎也在<这里>&那里。
  - "两行：第一行\\\\\\n    第二行，见[](#main)、[](#way)、[](#seats)、[民政](#civil)和[](#bars)。"
  - {kind: heading, text: 细项, level: 3}
  - {kind: heading, text: 更细, level: 4}
  - {kind: heading, text: 又一项, level: 4}
  - kind: bullets
    items: [第一项, "第二项见[邮箱](mailto:a@example.cn)", 第三项]
  - kind: bullets
    ordered: true
    items: [先做, 再做]
  - kind: bullets
    ordered: true
    items: [另起]
  - kind: bullets
    style: spoken
    items: [抓学位。, 抓食堂。]
  - kind: table
    title: 主要指标
    id: main
    unit: 单位：所、个
    columns: [指标, {title: 单位, type: label}, {title: 实绩, type: number}, {title: 同比, type: number}]
    rows:
      - [食堂完工, 所, "${edu.canteens|number}", —]
      - [新增学位, 个, 3895, 8.9]
      - [{text: 合并的一格, columns: 2}, 约23.55, 12%]
      - [{text: 两行高, rows: 2}, 甲, 1, 2]
      - [乙, 3, 4]
      - {cells: [合计, "", 3932, ""], total: true}
    source: 来源：示例市教育局
  - kind: table
    columns: [{title: 甲, width: 1}, {title: 乙, width: 3}]
    rows: [[无题, 表格]]
  - kind: chart
    type: bar
    id: way
    title: 食堂还差**一多半**
    unit: 所
    categories: [全年, 上半年]
    emphasis: [2]
    series: [{values: [edu.canteens|target, edu.canteens]}]
    source: 来源：示例
  - kind: callout
    title: 请注意
    blocks:
      - 这是提示。
      - kind: table
        title: 提示里的表
        columns: [项, 数]
        rows: [[一, 1]]
      - {kind: bullets, items: [提示里的项]}
""",
    "civil": """\
id: civil
name: 示例市民政局
short: 市民政局
headline: 床位超额完成
people: [{duty: 分管市领导, title: 副市长, name: 张某}, {title: 局长, name: 李某某}]
blocks:
  - {kind: heading, text: 养老}
  - kind: progress
    id: bars
    title: 年度任务
    items: [{indicator: civil.beds}, {indicator: civil.roads, label: 道路}, {indicator: civil.shelter}]
    source: 来源：示例市民政局
  - kind: progress
    items: [{indicator: civil.roads}]
  - {kind: overview, title: 各部门一览, source: 来源：各部门, id: glance}
  - {kind: heading, text: 不编号的标题, numbered: false}
  - {kind: heading, text: 不编号之下, level: 3}
  - {kind: heading, text: 其二, level: 3}
  - {kind: heading, text: 床位}
  - {kind: picture, file: dot.png, alt: 一个点, caption: 床位分布, credit: 摄影：某某, width: 0.5, id: dots}
  - {kind: picture, file: dot.png, alt: 又一个点, credit: 来源：示例}
  - {kind: qr}
  - {kind: qr, address: "https://www.example.gov.cn/民政/床位", caption: 扫码看**床位**名单, size: 30}
  - {kind: quote, text: 老有所养。, by: 一位市民}
  - kind: columns
    blocks:
      - 左栏一段话。
      - {kind: heading, text: 栏里的标题, level: 3}
      - 栏里的话。
      - {kind: bullets, items: [甲, 乙]}
      - {kind: bullets, lead: 附件：, ordered: true, items: [名单, 说明]}
      - {kind: quote, text: [“其一。, “其二。”]}
  - kind: chart
    type: column
    title: 两年对比
    categories: [一季度, 二季度]
    series: [{name: 去年, values: [1.5, 2.25]}, {name: 今年, values: [2, null]}]
  - {kind: pagebreak}
  - kind: chart
    type: line
    title: 床位逐月增加
    categories: [一月, 二月, 三月]
    series: [{name: 床位, values: [-1, 5.60, 7]}]
  - kind: chart
    type: stacked
    title: 构成
    categories: [城, 乡]
    series: [{name: 公办, values: [3, 4]}, {name: 民办, values: [1, 2]}]
  - kind: chart
    type: doughnut
    title: 占比
    unit: "%"
    categories: [养老, 托育, 其他]
    series: [{values: [55, 30, 15]}]
  - kind: chart
    type: area
    title: 床位逐年增加
    unit: 张
    categories: [2023年, 2024年, 2025年]
    series: [{name: 公办, values: [300, 320, 410]}, {name: 民办, values: [100, null, 150]}]
    reading: true
    source: 来源：示例
  - kind: chart
    type: slope
    title: 城乡都在增加
    unit: 张
    categories: [城, 乡]
    series: [{name: 2024年, values: [210, 110.5]}, {name: 2025年, values: [260, 150]}]
    emphasis: [2]
    reading: true
    data: table
    source: 来源：示例
  - {kind: pagebreak}
  - kind: keyfigures
    cards:
      - {indicator: civil.beds}
      - {indicator: civil.roads}
      - {indicator: edu.places}
      - {indicator: edu.rate}
      - {indicator: civil.beds, label: 又}
  - kind: keyfigures
    cards: [{indicator: civil.shelter}]
  - kind: names
    title: 述职人名单
    id: people
    first: unit
    heads: {number: 次序, name: 述职人}
    items:
      - {group: 第一组, unit: 示例市教育局, name: 张三, post: 局长, time: 9:10}
      - {group: 第一组, unit: 示例市民政局, name: 王小五, post: 局长, time: 10:05, note: 抽签}
      - {group: 第二组, unit: 示例市体育局, name: 欧阳小七, post: 主任, time: 10:25}
    source: 注：姓名为示例。
  - {kind: names, numbered: false, items: [{name: 李四}]}
  - kind: projects
    title: 重点项目
    items:
      - group: 校舍
        item: 食堂建设
        goal: ${edu.canteens|target}
        progress: 建成${edu.canteens}
        lead: 市教育局
        indicator: edu.canteens
      - {group: 校舍, item: 新建学校, lead: 市教育局, support: 市住建局, deadline: 12月底前, status: on-course}
      - {group: 床位, item: 新增床位, indicator: civil.beds}
      - {group: 床位, item: 停下的事, status: stopped}
      - {group: 床位, item: 没有目标的事}
  - kind: projects
    livelihood: true
    items: [{item: 新增床位, status: done}, {item: 放到明年, status: postponed}]
  - kind: problems
    items:
      - {problem: 学位不足, measure: "新增${edu.places}学位", owner: 市教育局, deadline: 8月底前, status: on-course}
      - {problem: 床位闲置, status: stopped}
  - kind: plans
    items:
      - {item: 多建食堂, text: 在暑假里**集中**施工。, indicator: edu.canteens, deadline: 年底前, lead: 市教育局}
      - {item: 公布收费, word: 9月, lead: 市教育局}
  - {kind: plans, title: 计划, items: [{item: 一件要做的事}], source: 来源：示例}
  - kind: indicators
    title: 指标完成情况
    items:
      - {group: 教育, indicator: edu.canteens, note: 加急}
      - {group: 教育, indicator: edu.places, label: 学位}
      - {group: 民政, indicator: civil.beds}
    source: 来源：各部门
  - {kind: indicators, department: civil}
  - kind: promises
    title: 承诺兑现
    made: 年初
    items:
      - {promise: 食堂建成100所, indicator: edu.canteens, owner: 市教育局}
      - {promise: 学位够用, result: "新增**${edu.places}**", status: partial}
      - {promise: 床位翻番, status: stopped}
      - {promise: 道路命名60条, indicator: civil.roads}
      - {promise: 床位2000张, indicator: civil.beds, result: 新增的都在用}
      - {promise: 没有结果的一项}
  - {kind: promises, items: [{promise: 只有一项}]}
  - kind: agenda
    title: 会议议程
    items:
      - {time: 8:30—9:00, item: "市民代表**签到**", who: 会务组}
      - {time: 9:00—10:10, item: "食堂完工${edu.canteens}等述职"}
      - {time: 10:10—10:25, item: 休会, pause: true}
      - {time: 10:25—11:00, item: 填写评议表, who: 市民代表}
""",
    "terms": """\
id: terms
role: back
name: 名词解释
blocks:
  - {kind: heading, text: 序时}
  - 一年过去的部分。
  - {kind: heading, text: 口径}
  - {kind: heading, text: 细则, level: 3}
  - {kind: index}
  - {kind: index, by: department}
  - kind: qa
    items:
      - {question: 学位从哪里来？, answer: "新建和改扩建，共${edu.places}。"}
      - {question: 托管收费吗？, answer: [不收费。, "详见[](#main)。"]}
  - kind: glossary
    entries:
      - {term: 学位, text: 学校能够接收的一名学生的位置。}
      - {term: “托管”, text: "放学以后由学校照看，见[](#main)。", also: [课后照看]}
""",
    "forms": """\
id: forms
role: back
blocks:
  - {kind: ballot, id: vote, subtitle: 年中评议　不记名, notes: [结果**全部公开**。]}
  - {kind: opinions, back: true, lines: 4}
""",
    "back": """\
id: back
role: back
blocks:
  - kind: cover
    back: true
    lines: [请您评议, 电话12345]
    steps: [{word: 看, text: "看**图板**。"}, {word: 说, text: 说给部门听。}]
""",
}

# In a report of its own: most tests of drafts speak of sheets that stand upright.
LANDSCAPE = """\
  - kind: landscape
    blocks:
      - {kind: heading, text: 横排的标题, level: 3}
      - kind: table
        title: 很宽的表
        columns: [甲, 乙, 丙, {title: 数, type: number}]
        rows: [[一, 二, 三, 4.5], ["见[](#dots)", 五, 六, 7]]
        source: 来源：示例
      - 横排的一段话。
"""


def write_every_kind(folder: Path, extra: str = "") -> Path:
    """The project in ``folder``; ``extra`` is added to the last department's blocks."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "report.yaml").write_text(REPORT, encoding="utf-8")
    (folder / "indicators.yaml").write_text(INDICATORS, encoding="utf-8")
    for name, text in SECTIONS.items():
        (folder / f"{name}.yaml").write_text(text + (extra if name == "civil" else ""), encoding="utf-8")
    (folder / "dot.png").write_bytes(png(40, 20))
    return folder


def png(width: int, height: int) -> bytes:
    """A grey picture of that size."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    rows = b"".join(b"\0" + b"\x80" * width for _ in range(height))
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def document_of(folder: Path, *, pending: bool = False) -> Document:
    """The project read and resolved; any diagnostic is a fault of the test, but for figures that are ``pending``."""
    sink = Diagnostics()
    loaded = load_project(folder, sink, display=folder.name)
    assert loaded.booklet is not None, list(sink)
    theme = loaded.booklet.report.theme
    looks = load_theme(theme if theme in theme_names() else "civic").looks
    document = resolve(loaded.booklet, sink, marks=looks.marks, chips=looks.cards == "tinted")
    assert not [one for one in sink if not (pending and one.code.endswith("-pending"))], list(sink)
    return document
