"""Pages that are left open go over the town's midnight and its New Year by themselves."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.support.fake_time import LIBRARY, FakeTime
from tests.support.folders import FROZEN
from tests.support.pages import open_page
from tests.support.server import Server

pytestmark = pytest.mark.skipif(
    LIBRARY is None, reason="libfaketime is not installed: apt-get install libfaketime"
)
NEW_YEAR = datetime.datetime(2027, 12, 31, 23, tzinfo=datetime.UTC)
"""When 2028 begins in Warsaw."""
MIDNIGHT = datetime.datetime(2028, 6, 6, 22, tzinfo=datetime.UTC)
"""When an agreement has been twenty years old for a day."""
SHORTLY_BEFORE = datetime.timedelta(seconds=2)
LONG_BEFORE = datetime.timedelta(minutes=9)


@pytest.fixture(scope="module")
def time_of_server(tmp_path_factory: pytest.TempPathFactory) -> FakeTime:
    return FakeTime(tmp_path_factory.mktemp("time") / "ahead", NEW_YEAR - LONG_BEFORE)


@pytest.fixture(scope="module")
def server(time_of_server: FakeTime) -> Iterator[Server]:
    server = Server(FROZEN, environment=time_of_server.environment)
    server.wait()
    yield server
    server.stop()


def test_a_page_a_kiosk_and_a_presentation_go_over_new_year(
    page: Page, server: Server, time_of_server: FakeTime
) -> None:
    time_of_server.set(NEW_YEAR - LONG_BEFORE)
    kiosk, presentation = page.context.new_page(), page.context.new_page()
    open_page(page, server.url)
    open_page(kiosk, f"{server.url}/?mode=kiosk")
    presentation.goto(f"{server.url}/rada?step=close")
    for slider in (page.get_by_role("slider"), kiosk.get_by_role("slider")):
        expect(slider).to_have_value("2027")
        expect(slider).to_have_attribute("max", "2027")
    expect(presentation.get_by_role("heading", name="Dziś, 31 grudnia 2027")).to_be_visible()

    time_of_server.set(NEW_YEAR - SHORTLY_BEFORE)

    for slider in (page.get_by_role("slider"), kiosk.get_by_role("slider")):
        expect(slider).to_have_value("2028")
        expect(slider).to_have_attribute("max", "2028")
    expect(presentation.get_by_role("heading", name="Dziś, 1 stycznia 2028")).to_be_visible()


def test_an_anniversary_is_behind_when_its_day_is(
    page: Page, server: Server, time_of_server: FakeTime
) -> None:
    time_of_server.set(MIDNIGHT - LONG_BEFORE)
    page.goto(f"{server.url}/wymiany")
    today = page.get_by_role("main").get_by_text("6 czerwca 2028 — Pisogne, 20 lat")
    expect(today).to_be_visible()

    time_of_server.set(MIDNIGHT - SHORTLY_BEFORE)

    expect(today).to_have_count(0)
    expect(page.get_by_text("27 stycznia 2029 — Cēsis, 20 lat").first).to_be_visible()
