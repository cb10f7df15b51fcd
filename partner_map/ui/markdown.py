"""Text from the tables as Markdown that shows it letter by letter."""

from __future__ import annotations

import re
from urllib.parse import quote

_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")
_SHORTCODE = re.compile(r"\\:(?=[^\s:]+\\:)")
_WORD_JOINER = "\u2060"


def escape(text: str) -> str:
    """The text with all that Markdown or Streamlit would read as a sign made plain.

    CommonMark takes a backslash before any ASCII punctuation. Streamlit turns
    ``:name:`` into a picture even so; a word joiner keeps the two apart.
    """
    flat = " ".join(text.split())
    return _SHORTCODE.sub(rf"\\:{_WORD_JOINER}", _PUNCTUATION.sub(r"\\\1", flat))


def link(label: str, address: str) -> str:
    """A link to a checked http or https address."""
    return f"[{escape(label)}](<{quote(address, safe=':/?#@!$&*+,;=%-._~')}>)"
