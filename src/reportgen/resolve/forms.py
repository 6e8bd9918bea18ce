"""Ballots and opinion sheets: departments from the report's own sections, words that the author left to the program."""

import difflib
from collections.abc import Sequence

from reportgen.diagnostics import Diagnostics, Spot
from reportgen.model.blocks import Ballot, Opinions
from reportgen.model.document import Booklet
from reportgen.model.forms import BallotData, BallotRow, FormData, FormFoot, Head, OpinionsData, plain
from reportgen.model.inlines import Prose
from reportgen.model.numerals import chinese_number
from reportgen.resolve.codes import check_address

_HOW_ONE = (
    "每个部门选一栏，在方框里画“√”。",
    "一行不画是弃权；画两个以上，这行作废。",
    "用黑色或蓝色笔；画错了，换一张新表。",
)
_HOW_GROUPS = (
    "每一项各选一栏，在方框里画“√”。",
    "一项不画是弃权；画两个以上，这项作废。",
    "用黑色或蓝色笔；画错了，换一张新表。",
)
_SAMPLES = ("正确", "作废", "弃权")
_BALLOT_STUB = "沿虚线撕下本页，对折后投入票箱"
_OPINIONS_STUB = "沿虚线撕下本页，投入意见箱或交给工作人员"


def form_of(block: Ballot | Opinions, booklet: Booklet, spot: Spot, sink: Diagnostics) -> FormData:
    """The form with its words; ``spot`` is the block's."""
    if len(spot.path) > 2:
        sink.error("form-place", spot, kind=str(block.__struct_config__.tag))
    if block.address:
        check_address(block.address, Spot(spot.file, (*spot.path, "address")), sink)
    if isinstance(block, Ballot):
        return _ballot(block, booklet, spot, sink)
    return _opinions(block, booklet, spot, sink)


def _ballot(block: Ballot, booklet: Booklet, spot: Spot, sink: Diagnostics) -> BallotData:
    rows = _rows(block, booklet, spot, sink)
    for field in ("departments", "grades", "groups"):
        _once(getattr(block, field), field, spot, sink)
    how = _HOW_GROUPS if len(block.groups) > 1 else _HOW_ONE
    contact = booklet.report.contact
    notes = block.notes
    if not notes and contact is not None and (block.address or contact.address):
        notes = (plain(contact.words.rstrip("。") + "。"),)
    return BallotData(
        title=block.title or plain("部门工作评议表"),
        subtitle=block.subtitle or plain(f"{len(rows)}个部门\u3000不记名"),
        rows=rows, grades=block.grades, groups=block.groups,
        instructions=block.instructions or tuple(plain(one) for one in how),
        samples=_SAMPLES if block.samples else (),
        foot=_foot(block, booklet, notes, _BALLOT_STUB),
    )  # fmt: skip


def _rows(block: Ballot, booklet: Booklet, spot: Spot, sink: Diagnostics) -> tuple[BallotRow, ...]:
    departments = {one.id: one for one in booklet.sections if one.role == "department" and one.name}
    if not departments:  # an edition of nothing but forms: they are about the whole report
        departments = {one.id: one for one in booklet.whole if one.role == "department" and one.name}
    known = {one.id for one in booklet.whole if one.role == "department" and one.name} | departments.keys()
    for index, id in enumerate(block.departments):
        if id not in known:
            near = difflib.get_close_matches(id, sorted(known), n=1, cutoff=0.6)
            where = Spot(spot.file, (*spot.path, "departments", index))
            sink.error(
                "ballot-department", where, suggestion=near[0] if near else None, id=id, ids="、".join(sorted(known))
            )
    chosen = [departments[id] for id in block.departments if id in departments] or (
        [] if block.departments else list(departments.values())
    )
    if not chosen and not (block.departments and set(block.departments) - known):
        sink.error("ballot-empty", spot)
    return tuple(BallotRow(number, one.name, one.id) for number, one in enumerate(chosen, 1))


def _once(values: Sequence[str], field: str, spot: Spot, sink: Diagnostics) -> None:
    """Report what is listed twice: two columns or rows could not be told apart in a filled form."""
    for index, value in enumerate(values):
        if value in values[:index]:
            sink.error("form-twice", Spot(spot.file, (*spot.path, field, index)), written=value)


def _opinions(block: Opinions, booklet: Booklet, spot: Spot, sink: Diagnostics) -> OpinionsData:
    _once(block.topics, "topics", spot, sink)
    heads: list[tuple[str, str, bool]] = [
        ("您的意见属于哪一类", "可选多项，在方框里画“√”", bool(block.topics)),
        ("您想对哪个部门说", "", block.department),
        ("您的意见或建议", "写清时间、地点和事情，便于核实", True),
        ("需要部门答复吗", "联系方式只用于答复，由专人保管", block.reply),
    ]
    asked = [text for text, _, wanted in heads if wanted]
    made = [
        Head((f"{chinese_number(asked.index(text) + 1)}、" if len(asked) > 1 else "") + text, hint) if wanted else None
        for text, hint, wanted in heads
    ]
    opinion = made[2]
    assert opinion is not None
    return OpinionsData(
        title=block.title or plain("意见建议征集表"),
        subtitle=block.subtitle or plain("可以不署名\u3000不影响评议结果"),
        topics=block.topics, lines=block.lines, back=block.back,
        topic=made[0], department=made[1], opinion=opinion, reply=made[3],
        foot=_foot(block, booklet, block.notes or _opinion_notes(block, booklet), _OPINIONS_STUB),
    )  # fmt: skip


def _opinion_notes(block: Opinions, booklet: Booklet) -> tuple[Prose, ...]:
    contact = booklet.report.contact
    phone = "" if contact is None or not contact.phone else f"拨打{contact.hotline_name}{contact.phone}"
    lines = []
    if block.address:
        lines.append(f"也可以扫码填写{f'，或{phone}' if phone else ''}。")
    elif contact is not None and contact.address:
        lines.append(contact.words.rstrip("。") + "。")
    if phone and not block.address:
        lines.append(f"也可以{phone}。")
    lines.append("写不下，可以接着写在背面。" if block.back else "写不下，可以写在背面。")
    return tuple(plain(line) for line in lines)


def _foot(block: Ballot | Opinions, booklet: Booklet, notes: tuple[Prose, ...], stub: str) -> FormFoot:
    contact = booklet.report.contact
    address = block.address or (contact.address if contact is not None else "")
    return FormFoot(address, notes, stub if block.stub is None else block.stub)
