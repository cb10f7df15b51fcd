"""The footer of every page says who runs the site and leads to what a visitor may ask for."""

from __future__ import annotations

from partner_map import __version__
from partner_map.i18n.translator import translator_for
from partner_map.plain.footer import FooterItem, footer_items
from tests.support.forms import FROZEN_FILES, dataset_of

TOWN_FILE = FROZEN_FILES["town.toml"].decode()
POLISH, ENGLISH = translator_for("pl"), translator_for("en")


def items_of(text: str, language: str = "pl") -> tuple[FooterItem, ...]:
    town = dataset_of({"town.toml": text.encode()}).town
    return footer_items(town, translator_for(language))


def test_it_names_all_that_the_town_has_filled_in() -> None:
    assert items_of(TOWN_FILE) == (
        FooterItem("Prowadzi: Urząd Wzorcowy", "https://office.example.org"),
        FooterItem("Kontakt", "mailto:office@example.org"),
        FooterItem("Deklaracja dostępności", "deklaracja-dostepnosci"),
        FooterItem("Dane i licencje", "o-danych"),
        FooterItem("Wersja tekstowa", "wersja-tekstowa"),
        FooterItem(f"wersja {__version__}"),
    )


def test_its_links_keep_the_language() -> None:
    hrefs = [item.href for item in items_of(TOWN_FILE, "en")]

    assert hrefs[2:5] == [
        "deklaracja-dostepnosci?lang=en",
        "o-danych?lang=en",
        "wersja-tekstowa?lang=en",
    ]


def test_where_a_site_is_published_it_leads_to_the_counterpart_of_the_page() -> None:
    town = dataset_of({"town.toml": TOWN_FILE.encode()}).town
    items = footer_items(town, ENGLISH, "wymiany")

    assert FooterItem("Light version", "wersja-lekka/wymiany?lang=en") in items


def test_without_an_address_of_mail_the_contact_is_the_site_of_the_office() -> None:
    text = TOWN_FILE.replace('email = "office@example.org"', "")

    assert items_of(text)[1] == FooterItem("Kontakt", "https://office.example.org")


def test_what_is_not_filled_in_is_left_out() -> None:
    items = items_of(TOWN_FILE.partition("[operator]")[0])

    assert [item.text for item in items][:2] == ["Deklaracja dostępności", "Dane i licencje"]


def test_a_town_outside_poland_has_no_declaration() -> None:
    text = (
        TOWN_FILE.replace('"PL"', '"DE"').replace("52.0938", "50.9333").replace("21.11761", "6.95")
    )

    assert all("Declaration" not in item.text for item in items_of(text, "en"))
