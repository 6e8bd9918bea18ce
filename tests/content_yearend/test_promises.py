"""What was promised at the half year is what is answered for at the year's end."""

from functools import cache

import pytest
import yaml

from content_yearend.reading import DEPARTMENTS, YEAREND, register, text


@cache
def promised() -> dict[str, str]:
    """The promises of the half-year edition, by their ids."""
    found: dict[str, str] = yaml.safe_load((YEAREND / "halfyear" / "promises.yaml").read_text(encoding="utf-8"))
    return found


def test_there_are_as_many_as_registered_and_four_a_department() -> None:
    assert len(promised()) == register()["all.promises"].value
    assert [id.split(".")[1] for id in promised()] == [id for id in DEPARTMENTS for _ in range(4)]


@pytest.mark.parametrize("id", promised())
def test_a_promise_is_answered_for_in_its_own_words(id: str) -> None:
    assert promised()[id] in text(id.split(".")[1]).split("\n")
