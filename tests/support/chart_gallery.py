"""Charts of every kind that Word draws, with what is hard about each, as blocks of a department."""

MONTHS = "[" + ", ".join(f"{month}月" for month in range(1, 13)) + "]"
DAYS = "[" + ", ".join(f"{day}日" for day in range(1, 31)) + "]"
RISING = ", ".join(str(10.5 + day) for day in range(30))
GALLERY = f"""\
  - kind: chart
    type: column
    title: 名字长的柱
    categories: [城镇职工基本养老保险参保人数, 城乡居民基本医疗保险参保人数, 工伤保险, 失业保险参加人数的增长, 生育保险]
    series: [{{values: [10, 22, 33.5, 5, -4]}}]
  - kind: chart
    type: column
    title: 名字放不下的柱
    categories: [城镇职工基本养老保险参保, 城乡居民医疗, 工伤, 失业, 生育, 长期护理, 补充医疗, 大病, 意外, 住房]
    emphasis: [2]
    series: [{{values: [10, 22, 33.5, 5, 4, 1, 2, 3, 4, 5]}}]
  - kind: chart
    type: column
    title: 今年还没有过完
    unit: 万
    categories: {MONTHS}
    series:
      - {{name: 去年, values: [1.5, 2.25, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]}}
      - {{name: 今年, values: [2, 3, 4, 5, 6, 7, 8, 9, null, null, null, null]}}
  - kind: chart
    type: line
    title: 两条线
    unit: 万人
    categories: [2021年, 2022年, 2023年, 2024年]
    series: [{{name: 城镇居民, values: [10.5, 12, 14.2, 15]}}, {{name: 农村居民, values: [8, 9, 9.5, 11]}}]
  - kind: chart
    type: line
    title: 五条线
    unit: 万人
    categories: [2020年, 2021年, 2022年, 2023年, 2024年]
    emphasis: [3]
    series:
      - {{name: 市教育局, values: [10.5, 12, 14.2, 15, 15]}}
      - {{name: 市民政局, values: [8, 9, 9.5, 11, 14.9]}}
      - {{name: 市体育局, values: [3, 4, 5, 6, 14]}}
      - {{name: 市城市管理局, values: [9, 8, 7, 6, 5]}}
      - {{name: 人社局, values: [2, 2, 3, 3, null]}}
  - {{kind: chart, type: line, title: 三十天, categories: {DAYS}, series: [{{name: 甲, values: [{RISING}]}}]}}
  - kind: chart
    type: stacked
    title: 有薄片的堆叠
    unit: 亿元
    categories: [城, 乡, 镇]
    series:
      - {{name: 公办, values: [30, 40, 35]}}
      - {{name: 民办, values: [1, 2, 0.5]}}
      - {{name: 其他, values: [12, 14, null]}}
  - kind: chart
    type: doughnut
    title: 小份多的圆环
    unit: 万人
    categories: [职工, 居民, 新业态, 灵活就业, 其他]
    series: [{{values: [50, 42, 3.5, 2.5, 2]}}]
  - kind: chart
    type: area
    title: 一块面积
    unit: 万人次
    categories: [一季度, 二季度, 三季度, 四季度]
    series: [{{values: [41.9, 43.5, 43.2, 46.2]}}]
  - kind: chart
    type: target
    title: 有的超过了目标
    unit: 张
    categories: [城区床位, 乡镇床位, 全市床位]
    series: [{{name: 实绩, values: [260, 150, 190]}}, {{name: 目标, values: [210, 110, 200]}}]
  - kind: chart
    type: target
    title: 有的还差得多
    categories: [食堂, 学校, 床位, 道路]
    series: [{{values: [3, 37, 1, null]}}, {{values: [4, 100, 60, 30]}}]
  - kind: chart
    type: column
    panels: true
    title: 各区都在增加
    categories: [2023年, 2024年]
    series: [{{name: 甲区, values: [10, 12]}}, {{name: 乙区, values: [3, 4]}}, {{name: 丙区, values: [7, 9]}}]
  - kind: chart
    type: bar
    title: 有升有降
    unit: "%"
    categories: [上升的, 下降的, 持平]
    series: [{{name: 今年, values: [12.5, -8.25, 0]}}, {{name: 去年, values: [10, -3, 2]}}]
"""
