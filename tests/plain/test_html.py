"""What is written into a plain page stays text."""

from __future__ import annotations

import pytest
from jinja2 import UndefinedError
from markupsafe import Markup

from partner_map.plain.html import element, render, sentence

HOSTILE = "<script>alert(1)</script> {{ 7 * 7 }} {x} \" '"


def test_an_element_escapes_its_text_and_its_attributes() -> None:
    written = element("a", "<b>", href='"><script>')

    assert written == '<a href="&#34;&gt;&lt;script&gt;">&lt;b&gt;</a>'


def test_a_sentence_takes_elements_and_escapes_the_rest() -> None:
    written = sentence("a < {link} & {text}", link=element("b", "x"), text=HOSTILE)

    assert written.startswith("a &lt; <b>x</b> &amp; &lt;script&gt;")
    assert "{{ 7 * 7 }} {x}" in written


def test_an_element_within_an_element_is_kept() -> None:
    assert element("a", element("span", "x"), id="y") == '<a id="y"><span>x</span></a>'
    assert isinstance(element("a", "x"), Markup)


def test_a_value_that_nobody_gave_is_an_error() -> None:
    with pytest.raises(UndefinedError, match="language"):
        render("base.html")
