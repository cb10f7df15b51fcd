"""Whole sentences from the start of a story."""

from __future__ import annotations

import pytest

from partner_map.presentation.sentences import first_sentences

THREE = "Zaczęło się w 2005 r. od szkoły im. J. I. Kraszewskiego. Potem był chór! A dziś?"


@pytest.mark.parametrize(
    ("limit", "told"),
    [
        (1000, THREE),
        (75, "Zaczęło się w 2005 r. od szkoły im. J. I. Kraszewskiego. Potem był chór!"),
        (60, "Zaczęło się w 2005 r. od szkoły im. J. I. Kraszewskiego."),
        (5, "Zaczęło się w 2005 r. od szkoły im. J. I. Kraszewskiego."),
    ],
)
def test_as_many_whole_sentences_as_fit_and_the_first_always(limit: int, told: str) -> None:
    assert first_sentences(THREE, limit) == told


def test_no_text_is_no_sentence() -> None:
    assert first_sentences("", 10) == ""
