"""A save is on open pages by itself, and a bad one leaves the last good data there."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, Request, expect

from tests.support.pages import Wire, map_of, open_page, rest
from tests.support.server import Server

NOTICE = re.compile("^Dane z ")


def change(folder: Path, before: str, after: str) -> None:
    path = folder / "partners.csv"
    text = path.read_text(encoding="utf-8")
    assert before in text
    new = path.with_suffix(".new")
    new.write_text(text.replace(before, after), encoding="utf-8")
    new.replace(path)  # never there by half


def is_question(request: Request) -> bool:
    return request.url.endswith("/data/revision")


def test_a_visitor_gets_a_save_and_keeps_year_filter_and_city(
    page: Page, serve: Callable[[Path], Server], tables: Path
) -> None:
    url = serve(tables).url
    open_page(page, f"{url}/?year=2015&city=hranice&type=school")

    change(tables, "hranice,Hranice,", "hranice,Nowe Hranice,")

    expect(page.get_by_role("heading", name="Nowe Hranice")).to_be_visible()
    expect(map_of(page).get_by_role("button", name=re.compile("^Nowe Hranice"))).to_be_attached()
    drawn = map_of(page).locator("[data-ready=true]")
    expect(drawn).to_have_attribute("data-year", "2015")
    expect(drawn).to_have_attribute("data-selected", "hranice")
    expect(page).to_have_url(f"{url}/?year=2015&city=hranice&type=school")


def test_a_city_that_a_save_removes_leaves_the_page_whole(
    page: Page, serve: Callable[[Path], Server], tables: Path
) -> None:
    open_page(page, f"{serve(tables).url}/?city=pisogne")
    for name in ("partners.csv", "events.csv", "coordinates.csv"):
        lines = (tables / name).read_text(encoding="utf-8").splitlines(keepends=True)
        kept = [line for line in lines if not line.startswith("pisogne")]
        (tables / name).write_text("".join(kept), encoding="utf-8")

    expect(page.get_by_role("heading", name="6 miast partnerskich w 6 krajach")).to_be_visible()
    expect(page.get_by_role("radio", name=re.compile("^Pisogne"))).to_have_count(0)
    expect(page.get_by_role("alert")).to_have_count(0)


def test_a_bad_save_leaves_the_last_good_data_with_a_quiet_notice_until_it_is_mended(
    page: Page, serve: Callable[[Path], Server], tables: Path
) -> None:
    open_page(page, serve(tables).url)
    expect(page.get_by_text(NOTICE)).to_have_count(0)

    change(tables, "hranice,Hranice,", "hranice,,")
    expect(page.get_by_text(NOTICE)).to_be_visible()
    expect(page.get_by_role("radio", name=re.compile("^Hranice"))).to_be_visible()

    change(tables, "hranice,,", "hranice,Hranice,")
    expect(page.get_by_text(NOTICE)).to_have_count(0)


def test_the_last_good_data_are_on_screen_after_a_restart_with_broken_files(
    page: Page, start: Callable[[Path], Server], tables: Path
) -> None:
    start(tables).stop()
    (tables / "partners.csv").write_bytes(b"")

    open_page(page, start(tables).url)

    expect(page.get_by_text(NOTICE)).to_be_visible()
    expect(page.get_by_role("radio", name=re.compile("^Hranice"))).to_be_visible()


def test_a_new_city_is_placed_on_the_map_without_a_restart(
    page: Page, serve: Callable[[Path], Server], tables: Path
) -> None:
    open_page(page, serve(tables).url)
    path = tables / "coordinates.csv"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join(line for line in lines if "cesis" not in line), encoding="utf-8")

    name = map_of(page).get_by_role("button", name=re.compile("^Cēsis"))
    expect(name).to_have_count(0)
    expect(page.get_by_role("radio", name=re.compile("^Cēsis"))).to_be_visible()
    expect(name).to_be_attached(timeout=60_000)
    assert "460570" in path.read_text(encoding="utf-8")


def test_a_save_runs_the_page_once_and_it_goes_on_asking_by_one_timer(
    timed_page: Page, serve: Callable[[Path], Server], tables: Path
) -> None:
    wire = Wire(timed_page)
    open_page(timed_page, f"{serve(tables).url}/?city=hranice")
    rest(timed_page)
    wire.rest()
    before = wire.runs
    change(tables, "hranice,Hranice,", "hranice,Nowe Hranice,")
    expect(timed_page.get_by_role("heading", name="Nowe Hranice")).to_be_visible()
    wire.rest()
    assert wire.runs == before + 1

    asked: list[Request] = []
    timed_page.on("requestfinished", lambda request: asked.append(request))  # noqa: PLW0108
    with timed_page.expect_event("requestfinished"):  # the timer of the run is set
        timed_page.clock.run_for(4_000)
    asked.clear()
    began = timed_page.evaluate("Date.now()")
    timed_page.clock.run_for(20_000)
    while sum(map(is_question, asked)) < 9:
        timed_page.wait_for_event("requestfinished")
    timed_page.get_by_role("slider").press("ArrowLeft")
    expect(map_of(timed_page).locator("[data-ready=true]")).to_have_attribute(
        "data-selected", "hranice"
    )

    assert wire.runs <= before + 2
    # With those of the machine's own time.
    periods = (timed_page.evaluate("Date.now()") - began) / 2_000
    assert sum(map(is_question, asked)) <= periods + 2
