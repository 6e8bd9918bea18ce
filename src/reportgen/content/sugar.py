"""Short written forms into full ones, before any type is looked at.

A plain string among ``blocks`` is a paragraph; a plain list among ``rows`` is a row; a plain value among ``cells`` is a
cell; a plain string among ``columns`` is a column's title. A quotation or an answer of one paragraph needs no list. In
a board, a plain string for a number is its indicator, one among ``plans`` the plan's text. In a register, 待补 in a
figure's place says that it is pending.
"""

from typing import Any, get_args

from reportgen.indicators import Awaited

PENDING = "待补"

_LISTS: dict[str, tuple[str, ...]] = {"quote": ("text",), "foreword": ("text", "by")}


def section(value: Any) -> Any:
    """A section file's value with all short forms written out; anything unexpected is left for the types to refuse."""
    if type(value) is not dict:
        return value
    if type(value.get("board")) is dict:
        value = {**value, "board": _board(value["board"])}
    if type(value.get("blocks")) is list:
        return {**value, "blocks": [_block(block) for block in value["blocks"]]}
    return value


def register(value: Any) -> Any:
    """A register's value with all short forms written out."""
    return {id: _indicator(one) for id, one in value.items()} if type(value) is dict else value


def _indicator(value: Any) -> Any:
    if type(value) is not dict or PENDING not in value.values():
        return value
    waiting = [key for key in get_args(Awaited) if value.get(key) == PENDING]
    if not waiting:
        return value
    known = {key: one for key, one in value.items() if key not in waiting}
    said = known.get("pending")
    return {**known, "pending": [*(said if type(said) is list else ()), *waiting]}


def _board(value: dict[str, Any]) -> dict[str, Any]:
    board = dict(value)
    if "hero" in board:
        board["hero"] = _figure(board["hero"])
    if type(board.get("cards")) is list:
        board["cards"] = [_figure(card) for card in board["cards"]]
    if type(board.get("plans")) is list:
        board["plans"] = [{"text": plan} if type(plan) is str else plan for plan in board["plans"]]
    return board


def _figure(value: Any) -> Any:
    """A number of a board, or a line of its card."""
    if type(value) is str:
        return {"indicator": value}
    if type(value) is dict and type(value.get("rows")) is list:
        return {**value, "rows": [_figure(row) for row in value["rows"]]}
    return value


def _block(value: Any) -> Any:
    if type(value) is str:
        return {"kind": "paragraph", "text": value}
    if type(value) is not dict:
        return value
    if value.get("kind") == "table":
        return _table(value)
    if value.get("kind") == "qa" and type(value.get("items")) is list:
        return {**value, "items": [_listed(item, ("answer",)) for item in value["items"]]}
    return section(_listed(value, _LISTS.get(str(value.get("kind")), ())))


def _listed(value: Any, keys: tuple[str, ...]) -> Any:
    """``value`` with a list of one in place of each of ``keys`` that is none."""
    if type(value) is not dict:
        return value
    return {**value, **{key: [value[key]] for key in keys if key in value and type(value[key]) is not list}}


def _table(value: dict[str, Any]) -> dict[str, Any]:
    table = dict(value)
    if type(table.get("columns")) is list:
        table["columns"] = [{"title": one} if type(one) is str else one for one in table["columns"]]
    if type(table.get("rows")) is list:
        table["rows"] = [_row(row) for row in table["rows"]]
    return table


def _row(value: Any) -> Any:
    if type(value) is list:
        return {"cells": [_cell(cell) for cell in value]}
    if type(value) is dict and type(value.get("cells")) is list:
        return {**value, "cells": [_cell(cell) for cell in value["cells"]]}
    return value


def _cell(value: Any) -> Any:
    if type(value) is str:
        return {"text": value}
    if value is None:
        return {"text": ""}
    # Numbers that reach us as numbers are written exactly as Python writes them (source.scalars).
    if type(value) is int or type(value) is float:
        return {"text": str(value)}
    return value
