"""Elements of an SVG as text."""

from __future__ import annotations

import html


def element(name: str, *content: str, **attributes: str | float) -> str:
    """An element with its contents, which are elements; ``stroke_width`` is ``stroke-width``."""
    told = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{_value(value)}"'
        for key, value in attributes.items()
    )
    return f"<{name}{told}>{''.join(content)}</{name}>" if content else f"<{name}{told}/>"


def text(words: str) -> str:
    """Words as the content of an element."""
    return html.escape(words)


def _value(value: str | float) -> str:
    return html.escape(value) if isinstance(value, str) else f"{value:.2f}".rstrip("0").rstrip(".")
