"""Text from the tables as Markdown that shows it letter by letter, and links to its sources."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from urllib.parse import quote, urlsplit

from partner_map.i18n.letters import isolated
from partner_map.i18n.translator import Translator
from partner_map.i18n.wording import told as told_text
from partner_map.model import LocalizedText
from partner_map.ui import session

# Where a block begins any sign may open a list, a heading or a rule; further on fewer
# can do anything, and each backslash is sent with every step.
_OPENING = 12
_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")
_INLINE = re.compile(r"([\\`*_{}\[\]<>#!|~$:&@]|\.(?=\S))")
_SHORTCODE = re.compile(r"\\:(?=[^\s:]+\\:)")
# GitHub's Markdown makes links of bare URLs, after the backslashes have done their work.
_BARE_URL = re.compile(r"(\bwww(?=\\\.)|\bhttps?\\:(?=\\?/)|\\@(?=[\w-]))", re.IGNORECASE)
_WORD_JOINER = "\u2060"


def escape(text: str) -> str:
    """The text with all that Markdown or Streamlit would read as a sign made plain.

    CommonMark takes a backslash before any ASCII punctuation. Streamlit turns
    ``:name:`` into a picture and a bare URL into a link even so; a word joiner
    keeps their parts apart. What is read from right to left turns nothing beside it.
    """
    flat = isolated(" ".join(text.split()))
    opening, rest = flat[:_OPENING], flat[_OPENING:]
    plain = _PUNCTUATION.sub(r"\\\1", opening) + _INLINE.sub(r"\\\1", rest)
    plain = _SHORTCODE.sub(rf"\\:{_WORD_JOINER}", plain)
    return _BARE_URL.sub(rf"\1{_WORD_JOINER}", plain)


def told(text: LocalizedText, translator: Translator) -> str:
    """A text of the tables; in another language than the reader's in an emphasis with a sign.

    The page's script gives that its language, see markup.js.
    """
    said = told_text(text, translator)
    return f"*{escape(said.text)} {said.sign}*" if said.sign else escape(said.text)


def link(label: str, url: str) -> str:
    """A link to a checked http or https URL; in a kiosk, which none leaves, its host."""
    if session.in_kiosk():
        return escape(host(url))
    return f"[{escape(label)}]({shown_link(url)})"


def shown_link(url: str) -> str:
    """A link that shows the http or https URL that it leads to."""
    return f"<{quote(url, safe=':/?#@!$&*+,;=%-._~')}>"


def table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table of cells that are Markdown already."""
    lines = [columns, ["---"] * len(columns), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def host(url: str) -> str:
    """What a link to a URL is called: its host, without ``www.``."""
    return (urlsplit(url).hostname or url).removeprefix("www.")
