"""What stands around the contents of a plain page: head, header and footer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from markupsafe import Markup

from partner_map.assets import palette_style
from partner_map.i18n.translator import Translator, language_names, translator_for
from partner_map.model import LANGUAGES, Mode, Town
from partner_map.permalink import Query, home_query, language_of, mode_of
from partner_map.plain.footer import FooterItem, footer_items
from partner_map.plain.html import render

_STYLE: Final = Path(__file__).parent / "assets" / "plain.css"


@dataclass(frozen=True, slots=True)
class Layout:
    """Where a plain page stands, and what was asked for with it."""

    root: str
    """The path of the server's root, with a slash at its end."""
    query: Query
    town: Town | None
    """None where there are no data to show."""
    icon: str
    """A URL relative to the root, as is the font's."""
    font: str
    """Empty where there is none."""
    light_of: str | None = None
    """The path of the page whose published counterpart the footer leads to; None for none."""

    @property
    def translator(self) -> Translator:
        """The translator of the language that the query asks for."""
        return translator_for(language_of(self.query))

    def page(self, template: str, title: str, **contents: object) -> str:
        """A page of a template with these contents."""
        translator = self.translator
        return render(
            template,
            language=translator.language,
            title=title,
            root=self.root,
            icon=f"{self.root}{self.icon}",
            font=self._font_url(),
            style=self._style(),
            skip=translator.gettext("Skip to main content"),
            home=f"{self.root}{home_query(self.query)}",
            home_words=translator.gettext("To the map of the partner cities"),
            languages_name=translator.gettext("Languages"),
            languages=[code for code in LANGUAGES if code != translator.language],
            language_names=language_names(),
            footer=self._footer(translator),
            **contents,
        )

    def _footer(self, translator: Translator) -> Sequence[FooterItem]:
        """The items with their URLs seen from the root; none in a hall, and none without data."""
        if self.town is None or mode_of(self.query) is Mode.KIOSK:
            return ()
        return [
            replace(item, href=f"{self.root}{item.href}") if _is_relative(item.href) else item
            for item in footer_items(self.town, translator, self.light_of)
        ]

    def _font_url(self) -> str:
        """Empty where there is none."""
        return f"{self.root}{self.font}" if self.font else ""

    def _style(self) -> Markup:
        """The palette, the font and the style of plain pages, all of them our own.

        A font that comes late is left for the next page: it would move what is being read.
        """
        face = (
            f'@font-face{{font-family:"Source Sans";font-weight:200 900;font-display:optional;'
            f'src:url("{self._font_url()}") format("woff2")}}'
            if self.font
            else ""
        )
        return Markup(f"{palette_style()}{face}{_style_sheet()}")  # noqa: S704  # our own files


def _is_relative(href: str) -> bool:
    return bool(href) and not urlsplit(href).scheme


@lru_cache(maxsize=1)
def _style_sheet() -> str:
    return _STYLE.read_text(encoding="utf-8")
