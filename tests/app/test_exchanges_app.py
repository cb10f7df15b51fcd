"""The exchanges page without a browser: filters, counts, address."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from partner_map.settings import PROJECT_FOLDER
from tests.support.folders import PARTNER, write_folder
from tests.support.forms import EVENT

SHELL = PROJECT_FOLDER / "partner_map" / "ui" / "shell.py"


def opened(**query: str | list[str]) -> AppTest:
    app = AppTest.from_file(str(SHELL), default_timeout=60)
    app.run()
    app.switch_page(str(PROJECT_FOLDER / "pages" / "exchanges.py"))
    for name, value in query.items():
        app.query_params[name] = value
    return app.run()


def text(app: AppTest) -> str:
    """What is said, without the backslashes of escaped Markdown."""
    said = (str(element.value) for element in (*app.header, *app.subheader, *app.markdown))
    return "\n".join(said).replace("\\", "")


def headline(app: AppTest) -> str:
    return next(str(e.value) for e in app.markdown if re.match(r"\*\*\d+ (miast|cit)", e.value))


def widget(app: AppTest, key: str) -> Any:
    return app.get_by_key(key)


def labels(app: AppTest, key: str) -> list[str]:
    return list(widget(app, key).options)


def test_the_page_opens_in_polish_with_everything() -> None:
    app = opened()

    assert not app.exception
    assert app.title[0].value == "Wymiany z miastami partnerskimi"
    assert headline(app).startswith("**8 miast · 44 wydarzenia**")


def test_the_page_opens_in_english() -> None:
    app = opened(lang="en")

    assert headline(app).startswith("**8 cities · 44 events**")


def test_each_choice_says_what_it_leaves_and_the_address_keeps_it() -> None:
    app = opened()
    assert "szkoły (7 · 6)" in labels(app, "exchange-types-pl")
    assert "Łotwa (1 · 2)" in labels(app, "exchange-countries-pl")

    widget(app, "exchange-types-pl").set_value(["school"]).run()

    assert headline(app).startswith("**7 miast · 6 wydarzeń**")
    assert app.query_params["type"] == "school"
    assert "Łotwa (0 · 0)" in labels(app, "exchange-countries-pl")


def test_all_of_the_kinds_or_any() -> None:
    app = opened(type=["school", "sport"])
    assert headline(app).startswith("**7 miast")

    widget(app, "every-type-pl").set_value("all").run()

    assert headline(app).startswith("**2 miasta")
    assert app.query_params["match"] == "all"


def test_words_cities_and_years() -> None:
    app = opened()

    widget(app, "words-pl").set_value("  DENZLINGEN ").run()
    assert app.query_params["words"] == "DENZLINGEN"
    widget(app, "exchange-partners-pl").set_value(["denzlingen"]).run()
    widget(app, "span-slider").set_value((2015, 2017)).run()

    assert headline(app).startswith("**1 miasto")
    assert app.query_params["partner"] == "denzlingen"
    assert (app.query_params["from"], app.query_params["to"]) == ("2015", "2017")


def test_one_touch_clears_them_all() -> None:
    app = opened(
        type="school", country="DE", partner="denzlingen", words="a", match="all", to="2020"
    )

    app.button(key="clear").click().run()

    assert headline(app).startswith("**8 miast · 44 wydarzenia**")
    assert app.query_params == {}


def test_what_is_shown_is_told_with_the_number_of_cities() -> None:
    assert "Pokazano" not in text(opened())

    assert "Pokazano: szkoły · Niemcy (1)" in text(opened(type="school", country="DE"))


def test_ended_partners_stand_last_under_a_heading_of_their_own() -> None:
    app = opened()

    titles = [str(element.value) for element in (*app.header, *app.subheader)]
    cards = [title for title in titles if title in ("Pisogne", "Leidschendam")]
    # On the screen and on paper.
    for headings in (app.header, app.subheader):
        assert "Współpraca zakończona" in [str(element.value) for element in headings]
    assert cards == ["Pisogne", "Leidschendam"]


def test_a_type_without_any_date_is_told_in_words_and_has_no_column() -> None:
    app = opened(type="seniors")

    assert "Źródło wymienia tę współpracę, ale bez daty: seniorzy" in text(app)
    assert "- **seniorzy**: Hranice" in text(app)
    assert "**Wszystkie miasta**" not in text(app)


def test_types_without_dates_are_folded_below_the_table() -> None:
    app = opened()

    table = next(str(e.value) for e in app.markdown if str(e.value).startswith("| Miasto |"))
    assert "szkoły" in table.splitlines()[0]
    assert "seniorzy" not in table.splitlines()[0]
    assert app.expander[0].label.startswith("Bez dat (")


def test_a_reversed_span_is_turned_round() -> None:
    app = opened(**{"from": "2017", "to": "2010"})

    assert widget(app, "span-slider").value == (2010, 2017)
    assert (app.query_params["from"], app.query_params["to"]) == ("2010", "2017")


def test_an_address_without_sense_is_dropped() -> None:
    app = opened(type="dancing", country="XX", partner="atlantis", match="?", to="99999")

    assert not app.exception
    assert app.query_params == {}


def test_the_filter_that_leaves_no_results_is_named_and_loosened() -> None:
    app = opened(type="sport", words="xyzzy")
    assert "Nic nie pozostawia filtr: słowa" in text(app)

    app.button(key="loosen-words").click().run()

    assert headline(app).startswith("**2 miasta · 1 wydarzenie**")
    assert "words" not in app.query_params


def test_a_changed_filter_turns_the_lists_back_to_their_first_page() -> None:
    app = opened()
    widget(app, "page-of-exchanges").set_value(5).run()
    assert "Do obszarów współpracy" in text(app)

    widget(app, "exchange-types-pl").set_value(["local-government"]).run()

    assert widget(app, "page-of-exchanges").value == 1


def test_the_table_is_sorted_by_what_is_chosen() -> None:
    app = opened()

    widget(app, "sort-column-pl").set_value("cities").run()
    widget(app, "sort-direction-pl").set_value("up").run()

    table = next(e.value for e in app.markdown if e.value.startswith("| Data | Miasto | Rodzaj"))
    assert "Cēsis" in table.splitlines()[2]


def test_tables_without_exchanges_show_their_partners(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write_folder(tmp_path / "tables", [PARTNER])
    monkeypatch.setenv("PARTNER_MAP_DATA", str(folder))

    app = opened()

    assert not app.exception
    assert headline(app) == "**1 miasto · 0 wydarzeń**"
    assert "W tym wyborze nie ma wydarzeń z datą" in text(app)


def test_an_event_of_several_types_is_told_with_all_and_found_by_each(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write_folder(tmp_path / "tables", [PARTNER], [EVENT | {"type": "culture|sport"}])
    monkeypatch.setenv("PARTNER_MAP_DATA", str(folder))

    app = opened()

    assert not app.exception
    assert "17 maja 2008** · kultura, sport" in text(app)
    for exchange_type in ("culture", "sport"):
        assert headline(opened(type=exchange_type)).startswith("**1 miasto · 1 wydarzenie**")


def test_a_town_that_names_nobody_has_no_empty_box(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write_folder(tmp_path / "tables", [PARTNER], [EVENT])
    town = folder / "town.toml"
    told = town.read_text(encoding="utf-8")
    town.write_text(told.replace('email = "office@example.org"\n', ""), encoding="utf-8")
    monkeypatch.setenv("PARTNER_MAP_DATA", str(folder))

    app = opened()

    assert not app.exception
    assert "Kogo zapytać" not in text(app)
    assert "mailto:" not in text(app)
