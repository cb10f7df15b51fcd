"""Text from the tables as Markdown that shows it letter by letter, and links to its sources."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

from partner_map.ui import state

# Where a block begins any sign may open a list, a heading or a rule; further on fewer
# can do anything, and each backslash is sent with every step.
_OPENING = 12
_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")
_INLINE = re.compile(r"([\\`*_{}\[\]<>#!|~$:&@]|\.(?=\S))")
_SHORTCODE = re.compile(r"\\:(?=[^\s:]+\\:)")
_WORD_JOINER = "\u2060"


def escape(text: str) -> str:
    """The text with all that Markdown or Streamlit would read as a sign made plain.

    CommonMark takes a backslash before any ASCII punctuation. Streamlit turns
    ``:name:`` into a picture even so; a word joiner keeps the two apart.
    """
    flat = " ".join(text.split())
    opening, rest = flat[:_OPENING], flat[_OPENING:]
    plain = _PUNCTUATION.sub(r"\\\1", opening) + _INLINE.sub(r"\\\1", rest)
    return _SHORTCODE.sub(rf"\\:{_WORD_JOINER}", plain)


def link(label: str, address: str) -> str:
    """A link to a checked http or https address; in a kiosk, which none leaves, its host."""
    if state.in_kiosk():
        # Markdown would make a link of a bare "www." again.
        return escape((urlsplit(address).hostname or label).removeprefix("www."))
    return f"[{escape(label)}](<{quote(address, safe=':/?#@!$&*+,;=%-._~')}>)"
