"""Text from the tables as Markdown that shows it letter by letter, and links to its sources."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from urllib.parse import quote, urlsplit

from partner_map.i18n.letters import isolated
from partner_map.i18n.telling import Telling, Told
from partner_map.i18n.telling import told as told_text
from partner_map.i18n.translator import Translator
from partner_map.model import LocalizedText
from partner_map.ui import session

# Where a block begins any sign may open a list, a heading or a rule; further on fewer
# can do anything, and each backslash is sent with every step.
_OPENING = 12
_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")
_INLINE = re.compile(r"([\\`*_{}\[\]<>#!|~$:&@]|\.(?=\S))")
_BLANKS = re.compile(r"[^\S\u00a0\u202f]+")
"""All but those at which no line may break, as before a French colon."""
_SHORTCODE = re.compile(r"\\:(?=[^\s:]+\\:)")
# GitHub's Markdown makes links of bare URLs, after the backslashes have done their work.
_BARE_URL = re.compile(r"(\bwww(?=\\\.)|\bhttps?\\:(?=\\?/)|\\@(?=[\w-]))", re.IGNORECASE)
_WORD_JOINER = "\u2060"
_LANGUAGE_TAG = "\U000e0001"  # Unicode's own, which no cell may hold
_TAG_LETTERS = 0xE0000  # where its letters lie, in the order of ASCII


def escape(text: str) -> str:
    """The text with all that Markdown or Streamlit would read as a sign made plain.

    CommonMark takes a backslash before any ASCII punctuation. Streamlit turns
    ``:name:`` into a picture and a bare URL into a link even so; a word joiner
    keeps their parts apart. What is read from right to left turns nothing beside it.
    """
    flat = isolated(_BLANKS.sub(" ", text).strip())
    opening, rest = flat[:_OPENING], flat[_OPENING:]
    plain = _PUNCTUATION.sub(r"\\\1", opening) + _INLINE.sub(r"\\\1", rest)
    plain = _SHORTCODE.sub(rf"\\:{_WORD_JOINER}", plain)
    return _BARE_URL.sub(rf"\1{_WORD_JOINER}", plain)


def told(text: LocalizedText, translator: Translator) -> str:
    """A text of the tables; one in another language than the reader's with its sign."""
    return signed(told_text(text, translator))


def signed(said: Told) -> str:
    """The same of a text that is told already."""
    return in_language(said.signed, said.language)


def telling(words: Telling) -> str:
    """Words whose parts may be in several languages, each part marked with its own."""
    return "".join(_with_spaces(part) for part in words)


def _with_spaces(part: Told) -> str:
    """A part with the spaces at its ends, which are none of a text that stands alone."""
    text = part.text
    before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    return f"{before}{signed(part)}{after}"


def in_language(text: str, language: str | None) -> str:
    """A text in another language (a BCP 47 tag) than the page's; in the page's own without one.

    An emphasis that begins with the language, in letters that nobody sees: the page's script
    makes ``lang`` of them, which Markdown has no way to say, see markup.js.
    """
    if not (text and language):
        return escape(text)
    letters = "".join(chr(_TAG_LETTERS + ord(letter)) for letter in language)
    return f"_{_LANGUAGE_TAG}{letters}{escape(text)}_"


def link(label: str, url: str) -> str:
    """A link to a checked http or https URL; in a kiosk, which none leaves, its host."""
    if session.in_kiosk():
        return escape(host(url))
    return f"[{escape(label)}]({shown_link(url)})"


def own_link(label: str, uri: str) -> str:
    """A link that opens a program of the visitor's own; in a kiosk, which has none, the label.

    An address in it is not cut by a word joiner, so that it can be copied: no link is made of a
    part of a link.
    """
    if session.in_kiosk():
        return escape(label)
    return f"[{escape(label).replace(_WORD_JOINER, '')}]({shown_link(uri)})"


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
