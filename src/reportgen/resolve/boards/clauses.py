"""Texts by their clauses: what has no room on a board is left out from a comma or a full stop on, never inside."""

import re

_CLAUSE = re.compile(r"[^，；。：！？]+[，；。：！？]*")


def first_clause(text: str) -> str:
    """The first clause with its mark."""
    found = _CLAUSE.match(text)
    return found[0] if found else text


def ways(text: str, words: str = "") -> tuple[str, ...]:
    """How ``text`` may be said: all of it, then ever fewer of its clauses, always with the one that has ``words``."""
    clauses = [clause.strip() for clause in _CLAUSE.findall(text)]
    first = next((at for at, clause in enumerate(clauses) if words and words in clause), 0)
    said = [text]
    for begin in dict.fromkeys((0, first)):
        for end in range(len(clauses), first, -1):
            said.append("".join(clauses[begin:end]))
    tidy = (way.rstrip("，；。：") for way in said)
    return tuple(sorted(dict.fromkeys(tidy), key=len, reverse=True))
