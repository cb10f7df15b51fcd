"""The first view of the index page: what a View shows, there before any script, held up by none."""

from __future__ import annotations

import asyncio
import datetime
import html
import re
import threading

import pytest
from starlette.testclient import TestClient

from partner_map import clock
from partner_map.model import LANGUAGES
from partner_map.runtime import store
from partner_map.server import first_view, pictures
from partner_map.server.one_at_a_time import OneAtATime
from tests.support.loops import run_alone

WAIT = 30  # seconds


def index(application: TestClient, url: str) -> str:
    answer = application.get(url)
    assert answer.status_code == 200
    return answer.text


def first(page: str) -> str:
    """The first view of an index page; empty without one."""
    found = re.search(r'<div id="first-view">.*</div>\s*<div id="root">', page, re.DOTALL)
    return found[0] if found else ""


def pictures_of(page: str) -> list[str]:
    return [html.unescape(url) for url in re.findall(r'\./(map\.webp[^", ]*)', page)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_map_has_title_picture_and_list_in_the_visitors_language(
    application: TestClient, language: str
) -> None:
    view = first(index(application, f"/?lang={language}"))

    assert re.search("<h1>.*Konstancin.*</h1>", view)
    assert view.count('<span class="name"') == 8
    assert len(set(pictures_of(view))) == 3
    for url in pictures_of(view):
        assert application.get(f"/{url}").headers["Content-Type"] == "image/webp"


def test_it_shows_the_year_of_the_url(application: TestClient) -> None:
    view = first(index(application, "/?year=2003&lang=en"))

    assert "At the end of 2003" in view
    assert all("year=2003" in url for url in pictures_of(view))
    assert '<p class="first-year">2003</p>' in view


def test_it_lists_what_the_filters_leave(application: TestClient) -> None:
    view = first(index(application, "/?country=DE&lang=en"))

    assert re.findall('<span class="name"[^>]*>(.*?)</span>', view) == ["Denzlingen"]
    assert "Shown: Germany (1)" in view
    assert all("country=DE" in url for url in pictures_of(view))


def test_it_tells_the_city_of_the_url(application: TestClient) -> None:
    view = first(index(application, "/?city=denzlingen&lang=en"))

    assert "<h2>Denzlingen</h2>" in view
    assert '<a href="./?lang=en">' in view
    assert 'id="cities"' not in view


def test_each_city_of_the_list_leads_to_itself(application: TestClient) -> None:
    view = first(index(application, "/?year=2012&lang=en"))

    links = [
        html.unescape(one) for one in re.findall(r'<li[^>]*><a href="(\./\?[^"]*)" data-city', view)
    ]
    assert "./?year=2012&city=denzlingen&lang=en" in links


@pytest.mark.parametrize("url", ["/wymiany", "/rada", "/o-danych", "/?mode=kiosk"])
def test_only_a_visitors_map_has_one(application: TestClient, url: str) -> None:
    page = index(application, url)

    assert "first-view" not in page.replace("first-view.css", "")
    assert "map.webp" not in page


def test_its_picture_is_asked_for_before_the_programs_scripts(application: TestClient) -> None:
    head = index(application, "/").partition("</head>")[0]

    assert 0 < head.index('as="image"') < head.index("<script")


def test_the_page_stays_small(application: TestClient) -> None:
    with application.stream("GET", "/", headers={"Accept-Encoding": "br"}) as answer:
        sent = b"".join(answer.iter_raw())

    assert len(sent) < 8_000


def test_the_index_page_waits_for_no_picture(
    application: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_work, going_on = threading.Event(), threading.Event()

    def draw(*_: object) -> None:
        at_work.set()
        assert going_on.wait(WAIT)

    worker = OneAtATime("test", most_waiting=2)
    monkeypatch.setattr(pictures, "WORKER", worker)

    async def page_meanwhile() -> str:
        drawing = asyncio.create_task(worker.run(draw))
        await asyncio.to_thread(at_work.wait, WAIT)
        page = await asyncio.to_thread(index, application, "/?year=1999")
        going_on.set()
        await drawing
        return page

    assert first(run_alone(page_meanwhile()))


def test_the_pictures_in_the_languages_of_visitors_are_drawn_before_anybody_asks(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    drawn: list[tuple[str, str]] = []
    all_drawn = threading.Event()

    def draw(_dataset: object, _today: datetime.date, size: str, language: str) -> None:
        drawn.append((language, size))
        if len(drawn) == 6:
            all_drawn.set()

    monkeypatch.setattr(first_view, "draw_ahead", draw)
    monkeypatch.setattr(first_view, "_START_SECONDS", 0)
    monkeypatch.setattr(first_view, "_asked_for", {LANGUAGES[0]})
    first_view.first_view_of("", {"lang": ["uk"]})

    async def follow() -> None:
        following = asyncio.create_task(first_view.keep_pictures_drawn())
        assert await asyncio.to_thread(all_drawn.wait, WAIT)
        following.cancel()

    run_alone(follow())

    assert drawn == [(code, size) for code in ("pl", "uk") for size in pictures.SIZES["map.webp"]]


def test_what_was_drawn_ahead_is_what_the_page_asks_for(
    application: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    dataset = store.current().dataset
    assert dataset is not None
    today = clock.today(dataset.town)
    size = pictures.SIZES["map.webp"][-1]
    first_view.draw_ahead(dataset, today, size, "en")
    monkeypatch.setattr("partner_map.picture.picture.draw", None)  # nothing is drawn any more

    (url,) = {one for one in pictures_of(first(index(application, "/?lang=en"))) if size in one}

    assert application.get(f"/{url}").status_code == 200
