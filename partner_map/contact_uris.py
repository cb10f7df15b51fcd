"""The URIs by which a visitor's own programs write an e-mail and dial a number."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import quote

_NEW_LINE = "\r\n"
"""Of a body, as RFC 6068 (section 5) has it."""


def mail_uri(addresses: Iterable[str], subject: str = "", body: str = "") -> str:
    """What opens a new e-mail to checked addresses (RFC 6068); nothing is sent by it.

    All but letters, digits and ``-._~`` is escaped, so that no text adds a recipient or another
    field. A subject has no second line; of a body only its own line feeds part lines.
    """
    to = ",".join(quote(address, safe="@") for address in addresses)
    lines = [_in_one_line(line) for line in body.split("\n")] if body else []
    fields = {"subject": _in_one_line(subject), "body": _NEW_LINE.join(lines)}
    query = "&".join(f"{name}={quote(text, safe='')}" for name, text in fields.items() if text)
    return f"mailto:{to}?{query}" if query else f"mailto:{to}"


def telephone_uri(number: str) -> str:
    """What dials a checked telephone number, without its extension (RFC 3966)."""
    dialled = number.partition("w")[0].partition("e")[0]
    return "tel:" + "".join(sign for sign in dialled if sign.isdigit() or sign == "+")


def _in_one_line(text: str) -> str:
    """The text without anything that a mail program may take for a line's end."""
    return " ".join(text.split())
