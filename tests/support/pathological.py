"""Texts that no clerk writes on purpose and every typesetter meets once: very long, all of one kind, all marks."""

LENGTH = 20_000

# name -> a paragraph as written
PARAGRAPHS = {
    "Han": "市民办事更加方便快捷" * (LENGTH // 10),
    "mixed": "我国GDP增长5.2%，达到“126万亿”元（约17.8万亿美元）；" * (LENGTH // 37),
    "stops": "，。" * (LENGTH // 2),
    "opening brackets": "（" * LENGTH,
    "empty quotes": "“”" * (LENGTH // 2),
    "dashes": "—" * LENGTH,
    "ellipses": "…" * LENGTH,
    "digits": "1" * LENGTH,
    "grouped digits": "1," * (LENGTH // 2) + "1",
    "ranges": "1～" * (LENGTH // 2) + "2",
    "dates": "2019年" * (LENGTH // 5),
    "soft hyphens": "a\u00ad" * (LENGTH // 2),
    "a letter and a blank": "a " * (LENGTH // 2) + "b",
    "English": "quick brown foxes jump over lazy dogs " * (LENGTH // 38) + "again",
    "an address": "https://example.cn/" + "ab/" * (LENGTH // 3),
    "mail addresses": "a@b." * (LENGTH // 4) + "cn",
    "no-break spaces": "字\u00a0" * (LENGTH // 2) + "字",
    "combining accents": "e\u0301" * (LENGTH // 2),
    "joiners": "字\u200d" * (LENGTH // 2) + "字",
    "beyond the BMP": "𣲗" * LENGTH,
    "10,000 changes of style": "**字**字" * 5_000,
    "10,000 changes of many kinds": "**字a***字*[字](https://example.cn)字，" * 2_500,
    "10,000 forced breaks": "字\\\n" * 10_000 + "字",
    "5,000 proper names": "[张三]{.name}、" * 5_000,
    "1,000 notes": "字^[注文]" * 1_000,
    "a word of 200 letters": "长词" + "pneumonoultramicroscopicsilicovolcanoconiosisfloccinaucinihilipilification" * 2
    + "antidisestablishmentarianismhippopotomonstrosesquipedaliophobia以后",
}  # fmt: skip
