"""The index page: in the visitor's language, with our files, and with what comes ahead."""

from __future__ import annotations

import html
import json
import re
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import HTMLResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from partner_map.i18n.translator import translator_for
from partner_map.model import LANGUAGES, Mode
from partner_map.permalink import PAGE_PATHS
from partner_map.server import page_words
from partner_map.server.encodings import CODINGS
from partner_map.server.frame import frame_urls
from partner_map.server.page import PageMiddleware, rewrite_page
from partner_map.server.streamlit_host import element_modules, fixed_words

BROWSER = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}
TITLES = {"pl": "Miasta partnerskie na mapie", "en": "Partner cities on the map"}
DESCRIPTIONS = {
    "pl": "Miasta partnerskie na mapie, na osi czasu i w słowach",
    "en": "A town&#x27;s partner cities on a map, a timeline and in words",
}
NO_SCRIPT = {
    "pl": '<p>Ta strona wymaga JavaScriptu. <a href="./wersja-tekstowa">'
    "Przeczytaj wersję tekstową.</a></p>",
    "en": '<p>This page needs JavaScript. <a href="./wersja-tekstowa?lang=en">'
    "Read the text version.</a></p>",
}


def links(index: str, relation: str) -> list[str]:
    found = re.findall(rf'<link rel="{relation}"[^>]* href="\./([^"]+)"', index)
    return [html.unescape(url) for url in found]


def ask(application: TestClient, url: str, **headers: str) -> str:
    answer = application.get(url, headers=BROWSER | headers)
    assert answer.status_code == 200
    return answer.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_that_the_frame_asks_for_is_fetched_ahead(
    application: TestClient, language: str
) -> None:
    index = ask(application, f"/?lang={language}")

    urls = links(index, "prefetch")
    assert f"partners.geojson?lang={language}&amp;v=" in index
    assert urls == frame_urls(language)
    kinds = ("component/", "assets/leaflet/", "assets/map/", "data/partners", "data/basemap")
    assert all(any(url.startswith(kind) for url in urls) for kind in kinds)
    assert all(application.get(f"/{url}").status_code == 200 for url in urls)


@pytest.mark.parametrize("path", PAGE_PATHS)
def test_the_modules_of_the_elements_are_fetched_ahead(application: TestClient, path: str) -> None:
    urls = links(ask(application, f"/{path}"), "modulepreload")

    modules = element_modules(path)
    assert modules
    assert set(modules) < set(urls)
    assert len(urls) == len(set(urls))
    assert all(application.get(f"/{url}").status_code == 200 for url in modules)


def test_a_page_fetches_the_modules_of_its_own_elements_alone(application: TestClient) -> None:
    fields = {path: "/TextInput." in ask(application, f"/{path}") for path in PAGE_PATHS}

    assert fields == {"": False, "wymiany": True, "rada": False, "o-danych": False}


@pytest.mark.parametrize("path", ["/", "/wymiany", "/rada", "/o-danych"])
@pytest.mark.parametrize("language", sorted(TITLES))
def test_the_page_is_in_the_visitors_language(
    application: TestClient, path: str, language: str
) -> None:
    index = ask(application, f"{path}?lang={language}")

    assert re.findall("<html[^>]*>", index) == [f'<html lang="{language}">']
    assert re.findall("<title>(.*?)</title>", index) == [TITLES[language]]
    assert NO_SCRIPT[language] in index


def test_our_style_and_scripts_are_in_its_head(application: TestClient) -> None:
    head = ask(application, "/wymiany").partition("</head>")[0]

    styles = links(head, "stylesheet")
    assert [url.rpartition("/")[2] for url in styles if url.startswith("assets/page/")][:1] == [
        "page.css"
    ]
    scripts = re.findall(r'<script type="module" src="\./(assets/page/[^"]+)"', head)
    assert [url.rpartition("/")[2] for url in scripts] == ["page.js"]
    assert all(application.get(f"/{url}").status_code == 200 for url in (*styles, *scripts))


def test_the_maps_page_loads_its_scripts_from_a_template_behind_the_first_view(
    application: TestClient,
) -> None:
    before, _, after = ask(application, "/").partition('<template id="live-page">')
    template, _, loader = after.partition("</template>")

    assert 'id="first-view"' in before
    assert re.findall(r'<script type="module"[^>]*/([\w]+)\.', template) == ["index", "page"]
    assert [url for url in element_modules() if url not in template] == []
    assert not re.search("modulepreload|prefetch|<script[^>]* src=", before + loader)


def words_of(page: str) -> dict[str, Any]:
    found = re.search(r'<script type="application/json" id="page-words">(.*?)</script>', page)
    assert found is not None
    words: dict[str, Any] = json.loads(found[1])
    return words


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_has_the_words_of_its_own_language_alone(
    application: TestClient, language: str
) -> None:
    told = words_of(ask(application, f"/?lang={language}"))

    assert told["languages"] == list(LANGUAGES)
    assert told["source"] == fixed_words(translator_for("en"))
    assert list(told["words"]) == [language]
    assert told["words"][language]["fixed"] == fixed_words(translator_for(language))


def test_the_words_of_another_language_come_when_they_are_asked_for(
    application: TestClient,
) -> None:
    told = words_of(ask(application, "/?lang=uk"))

    assert application.get("/data/page-words.json?lang=uk").json() == told["words"]["uk"]


def test_only_the_kiosk_has_the_kiosks_parts(application: TestClient) -> None:
    hall = ask(application, "/?mode=kiosk&lang=en")

    assert '<html lang="en" data-mode="kiosk">' in hall
    assert "kiosk.js" in hall
    assert 'id="kiosk-settings"' in hall
    assert "kiosk" not in ask(application, "/?lang=en")


def test_the_page_is_asked_for_again_and_never_taken_from_before_a_change(
    application: TestClient,
) -> None:
    conditions = {"If-None-Match": "*", "Range": "bytes=0-9", "Accept-Encoding": "gzip"}
    answer = application.get("/", headers=BROWSER | conditions)

    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == "no-cache"
    assert not {"etag", "last-modified"} & set(answer.headers)
    assert answer.text.rstrip().endswith("</html>")


@pytest.mark.parametrize("coding", [*CODINGS, "identity"])
def test_the_page_is_compressed_as_its_browser_takes_it(
    application: TestClient, coding: str
) -> None:
    accepted = BROWSER | {"Accept-Encoding": coding}

    with application.stream("GET", "/", headers=accepted) as answer:
        sent = b"".join(answer.iter_raw())

    assert answer.headers.get("Content-Encoding", "identity") == coding
    assert answer.headers["Vary"] == "Accept-Encoding"
    assert int(answer.headers["Content-Length"]) == len(sent)
    assert application.get("/", headers=accepted).text == ask(application, "/")


def test_whoever_asks_for_the_head_alone_gets_what_a_page_would_have(
    application: TestClient,
) -> None:
    plain = BROWSER | {"Accept-Encoding": "identity"}
    page = application.get("/", headers=plain)

    with application.stream("HEAD", "/", headers=plain) as head:
        assert b"".join(head.iter_raw()) == b""
    assert head.headers["Content-Length"] == str(len(page.content))


def test_the_page_is_asked_for_again_whatever_streamlit_says() -> None:
    kept = {"Cache-Control": "max-age=600", "ETag": '"1"', "Last-Modified": "yesterday"}
    streamlit = Starlette(
        routes=[Route("/", lambda _: HTMLResponse("<head></head>", headers=kept))],
        middleware=[Middleware(PageMiddleware)],
    )

    answer = TestClient(streamlit).get("/", headers=BROWSER)

    assert answer.headers["Cache-Control"] == "no-cache"
    assert not {"etag", "last-modified"} & set(answer.headers)


@pytest.mark.parametrize("path", PAGE_PATHS)
@pytest.mark.parametrize("accepted", ["*/*", "text/*", "application/json", ""])
def test_whatever_is_accepted_the_page_is_ours(
    application: TestClient, path: str, accepted: str
) -> None:
    answer = application.get(f"/{path}?lang=en", headers={"Accept": accepted})

    assert answer.text == ask(application, f"/{path}?lang=en")


def test_a_browser_that_names_no_media_type_gets_our_page(application: TestClient) -> None:
    request = application.build_request("GET", "/?lang=en")
    del request.headers["Accept"]

    assert application.send(request).text == ask(application, "/?lang=en")


@pytest.mark.parametrize("path", PAGE_PATHS)
def test_a_head_says_the_same_without_the_page(application: TestClient, path: str) -> None:
    head = application.head(f"/{path}")

    assert head.content == b""
    assert dict(head.headers) == dict(application.get(f"/{path}").headers)


@pytest.mark.parametrize("language", sorted(DESCRIPTIONS))
def test_a_link_preview_finds_the_title_the_description_and_our_icon(
    application: TestClient, language: str
) -> None:
    index = ask(application, f"/?lang={language}")

    assert re.findall('<meta name="description" content="(.*?)">', index) == [
        DESCRIPTIONS[language]
    ]
    assert re.findall('<link rel="shortcut icon" href="(.*?)"', index) == ["./favicon.svg"]


@pytest.mark.parametrize("language", sorted(NO_SCRIPT))
def test_without_scripts_nothing_of_streamlits_is_read(
    application: TestClient, language: str
) -> None:
    index = ask(application, f"/?lang={language}")

    (read,) = re.findall("<noscript>(.*?)</noscript>", index, re.DOTALL)
    assert read.startswith(NO_SCRIPT[language])
    assert "JavaScript" not in index.replace(NO_SCRIPT[language], "")


@pytest.mark.parametrize("path", PAGE_PATHS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_without_scripts_there_is_the_map_as_a_picture(
    application: TestClient, path: str, language: str
) -> None:
    index = ask(application, f"/{path}?lang={language}&year=2011")

    (url,) = re.findall('<img src="./([^"]*)"', index)
    assert "year=2011" in url
    expected = "image/svg+xml" if path else "image/webp"
    assert application.get(f"/{html.unescape(url)}").headers["Content-Type"] == expected


def test_the_page_is_ours_under_a_base_path() -> None:
    streamlit = Starlette(
        routes=[Route("/{path:path}", lambda _: HTMLResponse("<title>its own</title>"))],
        middleware=[Middleware(PageMiddleware, base="/town/map/")],
    )
    client = TestClient(streamlit)

    assert TITLES["pl"] in client.get("/town/map/").text
    assert TITLES["pl"] in client.get("/town/map/rada").text
    assert client.get("/rada").text == "<title>its own</title>"
    assert client.get("/town/map/other").text == "<title>its own</title>"


@pytest.mark.parametrize("url", ["/?" + "&".join("a=1" for _ in range(2000)), "/?lang=%FF"])
def test_a_query_without_sense_gets_the_page_in_the_first_language(
    application: TestClient, url: str
) -> None:
    assert f'<html lang="{LANGUAGES[0]}">' in ask(application, url)


def test_no_word_ends_the_element_that_holds_the_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_words, "fixed_words", lambda _: ["</script><script>alert(1)"])

    index = rewrite_page("<head></head>", "pl", Mode.BROWSER)

    assert "alert(1)" in index
    assert "<script>alert" not in index
