"""The pictures by HTTP: checked where they are asked for, kept, and made one at a time."""

from __future__ import annotations

import asyncio
import struct
import subprocess
import sys
import threading

import pytest
from starlette.testclient import TestClient

from partner_map.assets import Font
from partner_map.model import Filters, View
from partner_map.server import pictures
from partner_map.server.one_at_a_time import BusyError, OneAtATime
from partner_map.server.pictures import BARE_PATH, picture_url
from partner_map.settings import PROJECT_FOLDER
from tests.support.loops import run_alone


def size_of(png: bytes) -> str:
    return "{}x{}".format(*struct.unpack(">II", png[16:24]))


def test_a_picture_has_the_size_that_is_asked_for(application: TestClient) -> None:
    answer = application.get("/picture.png?size=390x400")

    assert answer.headers["Content-Type"] == "image/png"
    assert size_of(answer.content) == "390x400"


@pytest.mark.parametrize("size", ["8000x8000", "", "A0", "1200x631"])
def test_a_size_that_is_not_on_the_list_is_the_first_of_it(
    application: TestClient, size: str
) -> None:
    assert size_of(application.get(f"/picture.png?size={size}").content) == "1200x630"


def test_it_shows_language_year_and_city_of_the_url(application: TestClient) -> None:
    svg = application.get("/picture.svg?lang=en&year=2011&city=denzlingen").text

    assert "Denzlingen – Partner cities of Konstancin-Jeziorna, 2011</title>" in svg


def test_the_filters_are_those_of_the_bare_map_alone() -> None:
    view = View(year=2011, filters=Filters(countries=frozenset({"DE"})))

    bare, whole = (picture_url(path, view, 2026) for path in (BARE_PATH, "picture.svg"))

    assert "year=2011" in bare
    assert "country=DE" in bare
    assert "year=2011" in whole
    assert "country" not in whole


def test_a_url_names_the_first_size_where_none_is_asked_for() -> None:
    assert picture_url("picture.png", View(year=2011), 2026).endswith("&size=1200x630")
    assert picture_url("picture.png", View(year=2011), 2026, "390x844").endswith("&size=390x844")


@pytest.mark.parametrize("query", ["city=nowhere", "year=99999", "lang=xx", "city=%00&type=school"])
def test_what_makes_no_sense_is_dropped(application: TestClient, query: str) -> None:
    assert application.get(f"/picture.svg?{query}").text == application.get("/picture.svg").text


def test_the_poster_is_a_sheet_of_paper(application: TestClient) -> None:
    answer = application.get("/poster.pdf?size=A2")

    assert answer.headers["Content-Type"] == "application/pdf"
    assert answer.content.startswith(b"%PDF")


def test_it_is_asked_again_and_sent_once(application: TestClient) -> None:
    first = application.get("/picture.png")
    again = application.get("/picture.png", headers={"If-None-Match": first.headers["ETag"]})

    assert first.headers["Cache-Control"] == "no-cache"
    assert (again.status_code, again.content) == (304, b"")


def test_where_too_many_wait_a_picture_is_refused_for_a_while(
    application: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pictures, "WORKER", OneAtATime("none", most_waiting=-1))

    answer = application.get("/picture.png")

    assert answer.status_code == 503
    assert int(answer.headers["Retry-After"]) > 0


def test_without_a_font_there_is_none(
    application: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pictures, "text_font", lambda: Font("", None))

    assert application.get("/picture.svg?year=2001").status_code == 503


def test_the_servers_start_does_not_wait_for_what_draws_pictures() -> None:
    heavy = ("py_mini_racer", "uharfbuzz", "fontTools", "resvg_py", "fpdf")
    asked = f"import partner_map.server.routes, sys; print(set(sys.modules) & set({heavy}))"

    done = subprocess.run(
        [sys.executable, "-c", asked],
        cwd=PROJECT_FOLDER,
        check=True,
        capture_output=True,
        text=True,
    )

    assert done.stdout.strip() == "set()"


def test_heavy_work_is_done_one_at_a_time_and_not_too_much_waits() -> None:
    going_on = threading.Event()
    at_work: list[int] = []
    most: list[int] = []

    def work(number: int) -> int:
        at_work.append(number)
        most.append(len(at_work))
        going_on.wait()
        at_work.remove(number)
        return number

    async def ask() -> list[int | BaseException]:
        worker = OneAtATime("test", most_waiting=2)
        asked = [asyncio.create_task(worker.run(lambda n=n: work(n))) for n in range(5)]  # type: ignore[misc]
        await asyncio.wait(asked[3:])
        going_on.set()
        return await asyncio.gather(*asked, return_exceptions=True)

    done = run_alone(ask())

    assert done[:3] == [0, 1, 2]
    assert all(isinstance(refused, BusyError) for refused in done[3:])
    assert set(most) == {1}
