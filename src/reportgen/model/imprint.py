"""The rows of an imprint in words: those that the report itself gives, then the author's own."""

from collections.abc import Iterator

from reportgen.model.blocks import Imprint
from reportgen.model.document import Document, Report
from reportgen.model.inlines import Link, Prose, Text
from reportgen.model.numerals import plain_date

_ROUNDING = "部分数字经过四舍五入，分项之和与合计可能略有出入，未作调整。"
_INTERNAL = "内部资料，注意保管。"


def imprint_rows(block: Imprint, document: Document) -> tuple[tuple[str, Prose], ...]:
    """Label and text of each row; what the report leaves empty has none."""
    report = document.booklet.report
    made = [row for field in dict.fromkeys(block.fields) for row in _rows(field, report)]
    made += [(row.label, row.text) for row in block.rows]
    if block.rounding:
        made.append(("数据取舍", _prose(_ROUNDING)))
    if block.internal:
        made.append(("使用范围", _prose(_INTERNAL)))
    return tuple(made)


def _rows(field: str, report: Report) -> Iterator[tuple[str, Prose]]:
    edition = report.edition
    match field:
        case "title":
            yield "书名", _prose(report.title + (f"——{report.subtitle}" if report.subtitle else ""))
        case "period":
            yield "时期", _prose(edition.period)
        case "issuer":
            yield "编印单位", _prose(report.issuer)
        case "date":
            yield "编印日期", _prose(plain_date(edition.date))
        case "cutoff" if edition.cutoff:
            yield "数据截止", _prose(edition.cutoff)
        case "contact" if report.contact is not None:
            contact = report.contact
            if contact.phone:
                yield "联系电话", _prose(contact.hotline_name + contact.phone)
            for site in contact.sites:
                yield site.name, Prose((Link(site.address, (Text(_shown(site.address)),)),))
        case _:
            return


def _prose(words: str) -> Prose:
    return Prose((Text(words),))


def _shown(written: str) -> str:
    return written.partition("://")[2].rstrip("/")
