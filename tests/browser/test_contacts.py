"""Whom to ask on the exchanges page, and the e-mail about an exchange that is missing."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.support.barriers import barriers
from tests.support.pages import open_page
from tests.support.server import Server

CONTACTS = """
[contacts.school]
email = "schools@example.org"
telephone = "+48 22 000 00 02 wew. 12"
function = { pl = "Referat Oświaty", en = "Education Unit" }

[contacts.general]
telephone = "22 000 00 03"
function = { pl = "Biuro Promocji", en = "Promotion Unit" }
"""
MISSING = "Brakuje wymiany? Napisz do nas"
WIDTHS = [1280, 320]


@pytest.fixture
def town(tables: Path, serve: Callable[[Path], Server]) -> str:
    """The URL of a town that names whom to ask."""
    file = tables / "town.toml"
    file.write_text(file.read_text(encoding="utf-8") + CONTACTS, encoding="utf-8")
    return serve(tables).url


def test_the_contact_of_the_chosen_type_can_be_written_to_and_called(page: Page, town: str) -> None:
    open_page(page, f"{town}/wymiany?type=school")
    contacts = page.locator(".st-key-contacts")

    expect(contacts.get_by_role("listitem")).to_have_count(1)
    expect(contacts.get_by_role("listitem")).to_contain_text("Szkoły · Referat Oświaty")
    email = contacts.get_by_role("link", name="schools@example.org", exact=True)
    expect(email).to_have_attribute("href", "mailto:schools@example.org")
    telephone = contacts.get_by_role("link", name="+48 22 000 00 02 wew. 12")
    expect(telephone).to_have_attribute("href", "tel:+48220000002")
    for link in (email, telephone):
        expect(link).not_to_have_attribute("target", re.compile(".*"))


@pytest.mark.parametrize("width", WIDTHS)
def test_all_contacts_find_room_and_keep_the_rules(page: Page, town: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    open_page(page, f"{town}/wymiany")
    contacts = page.locator(".st-key-contacts")

    expect(contacts.get_by_role("listitem")).to_have_count(2)
    contacts.get_by_role("link", name=MISSING).focus()
    expect(contacts.get_by_role("link", name=MISSING)).to_be_focused()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert barriers(page) == ""


def test_a_missing_exchange_is_written_of_where_nothing_fits(page: Page, url: str) -> None:
    page.goto(f"{url}/wymiany?partner=hranice&from=1995&to=1996&lang=en")

    link = page.get_by_role("link", name="Is an exchange missing? Write to us")
    expect(link).to_have_attribute("href", re.compile(r"^mailto:office@example\.org\?subject="))
    expect(link).to_have_attribute("href", re.compile("exchange%3A%20Hranice&body="))


def test_the_sheet_of_a_city_has_the_link_with_the_city(page: Page, url: str) -> None:
    open_page(page, f"{url}/?city=hranice")

    link = page.locator(".st-key-sheet").get_by_role("link", name=MISSING)
    expect(link).to_have_attribute("href", re.compile("wymiana%3A%20Hranice&body="))
    expect(link).not_to_have_attribute("target", re.compile(".*"))


@pytest.mark.parametrize("query", ["", "&city=hranice"])
def test_a_kiosk_opens_no_mail_program(page: Page, town: str, query: str) -> None:
    open_page(page, f"{town}/{'' if query else 'wymiany'}?mode=kiosk{query}")

    expect(page.get_by_role("heading", level=2).first).to_be_visible()
    expect(page.locator("a[href^='mailto:'], a[href^='tel:']")).to_have_count(0)
