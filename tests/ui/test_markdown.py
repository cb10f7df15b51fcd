"""Text of the tables is no Markdown."""

from __future__ import annotations

import pytest

from partner_map.ui.markdown import escape, link


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("1. item", r"1\. item"),
        ("# heading", r"\# heading"),
        ("a long sentence with ![x](ftp://a.b)", r"a long sentence with \!\[x\](ftp\://a\.b)"),
        ("a long sentence with <b> & `code`", r"a long sentence with \<b\> \& \`code\`"),
        ("two\nlines", "two lines"),
    ],
)
def test_signs_are_made_plain(text: str, escaped: str) -> None:
    assert escape(text) == escaped


def test_a_space_at_which_no_line_breaks_stays_one() -> None:
    french = "Une convention\u00a0; une autre\u202f;"

    assert escape(f" {french.replace('e c', 'e   c')} ") == french


def test_a_shortcode_is_kept_apart() -> None:
    assert ":smile:" not in escape("see :smile: there").replace("\\", "")


@pytest.mark.parametrize("text", ["www.a.example", "see https://a.example/b", "m@a.example"])
def test_a_bare_address_is_kept_from_becoming_a_link(text: str) -> None:
    shown = escape(text).replace("\\", "")

    assert shown != text
    assert shown.replace("\u2060", "") == text


def test_a_link_cannot_leave_its_brackets() -> None:
    assert link("a]b", "https://a.example/x>(y)") == r"[a\]b](<https://a.example/x%3E%28y%29>)"


def test_a_name_from_right_to_left_turns_nothing_beside_it() -> None:
    assert escape("חיפה") == "\u2068חיפה\u2069"
