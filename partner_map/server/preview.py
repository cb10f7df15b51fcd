"""What a link's preview shows of a page, by the Open Graph protocol: a title, words, a picture.

The picture stands on the page too, for browsers without scripts.
"""

from __future__ import annotations

import datetime
import html
from dataclasses import dataclass, replace
from typing import Final
from urllib.parse import urlencode

from starlette.types import Scope

from partner_map import clock, settings
from partner_map.i18n.letters import isolated
from partner_map.i18n.translator import Translator, regional_locale, translator_for
from partner_map.i18n.wording import site_title, status_words
from partner_map.model import LANGUAGES, Dataset, Mode, View
from partner_map.open_data.feed import FEED_TYPE
from partner_map.permalink import Query, read_view, write_view
from partner_map.runtime import store
from partner_map.server.addresses import LiveAddresses, addresses_of, origin_of
from partner_map.server.open_data import linked_data
from partner_map.server.pictures import PAGE_SIZE, PHONE_SIZE, PREVIEW_SIZE, picture_url
from partner_map.site.addresses import FullAddresses
from partner_map.site.counterparts import has_published_page, published_url
from partner_map.timeline import told_day


@dataclass(frozen=True, slots=True)
class Preview:
    """Elements of a page."""

    head: str
    """Of its head."""
    picture: str
    """Of its body, for browsers without scripts."""


NO_PREVIEW: Final = Preview("", "")


def preview_of(scope: Scope, root: str, query: Query) -> Preview:
    """The preview of the page that is asked for; none while there are no data.

    The picture's URL has to be a full one: where the browser names no host, none is invented, and
    the preview has no picture.
    """
    dataset = store.current().dataset
    if dataset is None:
        return NO_PREVIEW
    today = clock.today(dataset.town)
    view = read_view(query, dataset, today.year)
    translator = translator_for(view.language)
    title, words = _told(dataset, view, today, translator)
    size = "{}x{}".format(*PREVIEW_SIZE)
    told = {
        "og:type": "website",
        "og:locale": regional_locale(view.language),
        "og:title": title,
        "og:description": words,
    }
    here = origin_of(scope)
    if here:
        picture = picture_url("picture.png", view, today.year, size)
        told |= {
            "og:url": f"{here}{scope['path']}{_query(view, today.year)}",
            "og:image": f"{here}{root}{picture}",
            "og:image:width": str(PREVIEW_SIZE[0]),
            "og:image:height": str(PREVIEW_SIZE[1]),
            "og:image:alt": title,
        }
    head = "".join(
        f'<meta property="{name}" content="{html.escape(text)}">' for name, text in told.items()
    )
    head += '<meta name="twitter:card" content="summary_large_image">'
    head += f'<meta name="description" content="{html.escape(words)}">'
    addresses = addresses_of(scope, root)
    if addresses is not None and view.mode is not Mode.KIOSK:
        path = scope["path"].removeprefix(root)
        site = settings.site_url() if has_published_page(dataset, path) else ""
        head += _found_by(dataset, addresses, view, path, site, translator)
        found_at = FullAddresses(dataset, site) if site else addresses
        head += linked_data(dataset, found_at, view.language, today, view.city)
    return Preview(head, _picture(view, today.year, title))


def _found_by(
    dataset: Dataset,
    addresses: LiveAddresses,
    view: View,
    path: str,
    site: str,
    translator: Translator,
) -> str:
    """The same page in each language, and what can be followed.

    Where the page is published too, on ``site``, it is the published one that is to be found.
    """

    def address(language: str) -> str:
        if site:
            return published_url(dataset, site, path, replace(view, language=language))
        if view.city is None:
            return addresses.page(path, language)
        return addresses.partner(view.city, language)

    pages = {language: address(language) for language in LANGUAGES}
    links = [
        f'<link rel="alternate" hreflang="{language}" href="{html.escape(url)}">'
        for language, url in (*pages.items(), ("x-default", pages[LANGUAGES[0]]))
    ]
    feed = html.escape(addresses.feed(view.language))
    title = html.escape(translator.gettext("Exchanges"))
    return "".join(
        (
            f'<link rel="canonical" href="{html.escape(pages[view.language])}">',
            *links,
            f'<link rel="alternate" type="{FEED_TYPE}" title="{title}" href="{feed}">',
        )
    )


def _picture(view: View, last_year: int, title: str) -> str:
    """The picture, in another shape where there is less room."""
    wide, narrow = (
        html.escape(picture_url("picture.svg", view, last_year, size))
        for size in (PAGE_SIZE, PHONE_SIZE)
    )
    source = f'<source media="(max-width: 640px)" srcset="./{narrow}">'
    return f'<picture>{source}<img src="./{wide}" alt="{html.escape(title)}"></picture>'


def _told(
    dataset: Dataset, view: View, today: datetime.date, translator: Translator
) -> tuple[str, str]:
    """The title of what is shown, and a sentence about it."""
    title = site_title(dataset.town, translator)
    if view.city is None:
        return title, translator.gettext(
            "A town's partner cities on a map, a timeline and in words"
        )
    partner = dataset.by_id[view.city]
    standing = status_words(partner, told_day(view.year, today), translator)
    words = f"{translator.country(partner.country)} · {standing}"
    return f"{isolated(partner.name[view.language])} – {title}", words


def _query(view: View, last_year: int) -> str:
    told = urlencode(write_view(view, last_year), doseq=True)
    return f"?{told}" if told else ""
