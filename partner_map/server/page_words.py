"""What the pages' scripts say: with the index page in its language, and in another when asked."""

from __future__ import annotations

import json
from collections.abc import Mapping

from starlette.requests import Request
from starlette.responses import Response

from partner_map import settings
from partner_map.assets import json_script
from partner_map.i18n.translator import SOURCE_LANGUAGE, Translator, translator_for
from partner_map.model import LANGUAGES, Mode
from partner_map.permalink import TEXT_PATH, home_query, language_of
from partner_map.plain.text_version import presentation_url
from partner_map.runtime import store
from partner_map.server.bodies import Body
from partner_map.server.cache_rules import ASKED_AGAIN
from partner_map.server.queries import query_of
from partner_map.server.streamlit_host import fixed_words
from partner_map.site.addresses import FullAddresses

PAGE_WORDS = "data/page-words.json"


def words_element(language: str, mode: Mode) -> str:
    """The words of one language with the codes of all, as the JSON that words.js reads."""
    words = page_words(translator_for(language))
    if mode is Mode.KIOSK:
        del words["connection"]  # a veil takes its place
    told = {
        "languages": LANGUAGES,
        "source": fixed_words(translator_for(SOURCE_LANGUAGE)),
        "words": {language: words},
    }
    return json_script("page-words", json.dumps(told, ensure_ascii=False))


def words_asked_for(request: Request) -> Response:
    """The words in the language of ``lang``, for a page that has changed to it."""
    words = page_words(translator_for(language_of(query_of(request.scope))))
    body = Body(json.dumps(words, ensure_ascii=False).encode(), "application/json")
    return body.response(request, ASKED_AGAIN)


def page_words(translator: Translator) -> dict[str, object]:
    """All that the scripts say in a language, Streamlit's own words in their order among it."""
    return {
        "fixed": fixed_words(translator),
        "copied": translator.gettext("Link copied"),
        "copy": translator.gettext("Copy this link"),
        "playing": translator.gettext("The timeline plays"),
        "paused": translator.gettext("Paused"),
        "pages": translator.gettext("Pages"),
        "back": translator.gettext("The way back"),
        "languages": translator.gettext("Languages"),
        "colon": translator.colon,
        "connection": _connection_words(translator),
    }


def _connection_words(translator: Translator) -> Mapping[str, object]:
    return {
        "lost": translator.gettext(
            "No connection at the moment. What you see stays; the page goes on by itself."
        ),
        "blocked": translator.gettext(
            "This network holds back the connection that the page needs (WebSocket). "
            "The page goes on by itself when it is let through. Without it you can read:"
        ),
        "ways": [
            {
                "text": translator.gettext("the partners and exchanges as text"),
                "href": text_version(translator.language),
            },
            {
                "text": translator.gettext("the presentation, as a file to keep"),
                "href": presentation_url(translator.language),
            },
            *_published(translator),
        ],
    }


def _published(translator: Translator) -> list[Mapping[str, str]]:
    """The way to the published pages, where the operator has told where they are."""
    dataset, url = store.current().dataset, settings.site_url()
    if dataset is None or not url:
        return []
    addresses = FullAddresses(dataset, f"{url.rstrip('/')}/")
    return [
        {
            "text": translator.gettext(
                "the map and its cities, as pages without such a connection"
            ),
            "href": addresses.start(translator.language),
        }
    ]


def text_version(language: str) -> str:
    """Where the text version is, relative to the server's root."""
    return f"{TEXT_PATH}{home_query({'lang': [language]})}"
