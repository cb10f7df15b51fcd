"""The presentation's steps: their order, what stands in them, what a presenter chose."""

from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path

import pytest

from partner_map.dates import parse_date
from partner_map.i18n.telling import Told, signed, telling
from partner_map.i18n.translator import translator_for
from partner_map.model import (
    LANGUAGES,
    AgreementKind,
    Dataset,
    Event,
    Fact,
    FurtherAgreement,
    LocalizedText,
    Partner,
    Photo,
)
from partner_map.presentation.choices import read_choices
from partner_map.presentation.steps import (
    MAX_CHARACTERS,
    Choices,
    ChosenExchange,
    Figure,
    Step,
    presentation_steps,
    shown_exchanges,
    step_photo_of,
)
from partner_map.tables import read_dataset
from tests.support.folders import FROZEN, PARTNER, write_folder

TODAY = datetime.date(2026, 11, 24)
EVENT = {
    "partners": "hranice",
    "type": "school",
    "title_pl": "Spotkanie",
    "title_en": "Meeting",
    "source": "https://a.example/",
}


@pytest.fixture(scope="module")
def real() -> Dataset:
    return read_dataset(FROZEN)


def told(dataset: Dataset, choices: Choices | None = None, language: str = "en") -> list[Step]:
    return list(presentation_steps(dataset, TODAY, choices or Choices(), translator_for(language)))


def step(dataset: Dataset, name: str, language: str = "en") -> Step:
    return next(step for step in told(dataset, language=language) if step.id == name)


def with_partner(dataset: Dataset, changed: Partner) -> Dataset:
    """The tables with a partner in place of the one of the same id."""
    partners = tuple(changed if one.id == changed.id else one for one in dataset.partners)
    return replace(dataset, partners=partners)


def test_the_partners_come_in_the_order_of_their_agreements(real: Dataset) -> None:
    assert [step.id for step in told(real)] == [
        "opening", "leidschendam", "saint-germain-en-laye", "hranice", "krzemieniec",
        "pisogne", "cesis", "nowa-wilejka", "denzlingen", "close",
    ]  # fmt: skip


def test_an_added_partner_is_a_step_at_its_place(tmp_path: Path) -> None:
    added = PARTNER | {"id": "added", "agreement": "1999"}
    contacts = PARTNER | {"id": "contacts", "agreement": "", "agreement_kind": ""}
    folder = write_folder(tmp_path / "tables", [PARTNER, contacts, added])

    ids = [step.id for step in told(read_dataset(folder))]

    assert ids == ["opening", "added", "hranice", "contacts", "close"]


def test_the_opening_tells_town_numbers_and_the_next_anniversary(real: Dataset) -> None:
    opening = step(real, "opening", "pl")

    assert opening.title == "Miasta partnerskie Konstancina-Jeziorny"
    assert opening.lead == "Pierwsza umowa: Leidschendam, 1991"
    assert [(figure.number, figure.words) for figure in opening.figures] == [
        ("35", "lat od pierwszej umowy"),
        ("7", "obowiązujących umów w 7 krajach"),
        ("44", "wydarzenia z datą i źródłem"),
        ("1", "zakończona współpraca (2019)"),
    ]
    assert "5 kwietnia 2027 – 35 lat, Saint-Germain-en-Laye" in opening.note
    assert opening.statuses == step(real, "close").statuses


def test_before_the_first_agreement_no_years_are_counted(real: Dataset) -> None:
    partners = tuple(replace(one, agreement=None, ended=None) for one in real.partners)

    figures = step(replace(real, partners=partners), "opening").figures

    assert figures[0] == Figure("44", "events with a date and a source")


def test_the_close_counts_as_the_opening_does(real: Dataset) -> None:
    assert step(real, "close").figures == step(real, "opening").figures


def test_a_partner_tells_its_place_its_years_who_signed_its_story_and_its_types(
    real: Dataset,
) -> None:
    wilejka = step(real, "nowa-wilejka", "pl")

    assert signed(wilejka.kicker) == "7. miasto · Litwa, dzielnica Wilna"
    assert (wilejka.own_name, wilejka.own_language) == ("Naujoji Vilnia", "lt")
    assert wilejka.figures == (
        Figure("17", "lat partnerstwa", telling("umowa: 20 marca 2009, Wilno")),
    )
    assert wilejka.signed_by == telling(
        "Jurijus Gridiuško (starosta) i Marek Skowroński (burmistrz)"
    )
    assert wilejka.story.startswith("Współpraca z mieszkańcami")
    assert wilejka.story.endswith("J. I. Kraszewskiego w Wilnie.")
    assert "szkoły" in wilejka.together
    assert wilejka.city == "nowa-wilejka"


def test_what_the_readers_language_lacks_stands_in_another_with_its_sign(real: Dataset) -> None:
    wilejka = step(real, "nowa-wilejka", "nl")

    assert Told("mayor", "en") in wilejka.signed_by
    assert wilejka.figures[0].more[-1] == Told("Vilnius", "en")
    assert wilejka.kicker[-1].language == "en"


def test_an_ended_partnership_says_so(real: Dataset) -> None:
    (figure,) = step(real, "leidschendam").figures

    assert figure.number == "28"
    assert signed(figure.more) == "accord: 3 May 1991 · ended in 2019"


def test_the_newest_further_agreement_is_told_once_it_is_signed(real: Dataset) -> None:
    def more(*signed_on: str) -> str:
        later = tuple(
            FurtherAgreement("", Fact(parse_date(day), ()), AgreementKind.AGREEMENT, None)
            for day in signed_on
        )
        renewed = replace(real.by_id["hranice"], further_agreements=later)
        return signed(step(with_partner(real, renewed), "hranice").figures[0].more)

    assert more("2016-05-01", "2021-06-01").endswith(" · further agreement: 1 June 2021")
    assert "further agreement" not in more("2026-11-25")


def test_a_step_shows_the_partners_photo_else_that_of_its_newest_exchange(real: Dataset) -> None:
    hranice = real.by_id["hranice"]
    older, newer, newest = real.events_by_partner["hranice"][-3:]
    own, first, second = (
        Photo(f"{name}.jpg", LocalizedText(en=name), "A", "B", "", name, 10, 10)
        for name in ("own", "first", "second")
    )
    events = (replace(older, photo=first), replace(newer, photo=second), newest)

    def shown(partner: Partner, events: tuple[Event, ...]) -> Photo | None:
        return step_photo_of(replace(with_partner(real, partner), events=events), partner)

    assert shown(replace(hranice, photo=own), events) == own
    assert shown(hranice, events) == second
    assert shown(hranice, (newest,)) is None


def test_two_events_are_of_two_years_and_two_types(real: Dataset) -> None:
    for partner in real.partners:
        events = shown_exchanges(real, partner, Choices())

        assert len({event.year for event in events}) == len(events) <= 2
        types = {event.types for event in real.events_by_partner[partner.id]}
        assert len({event.types for event in events}) == min(len(events), len(types))


def test_a_step_has_no_more_text_than_a_screen_holds(real: Dataset) -> None:
    for language in LANGUAGES:
        for told_step in told(real, language=language):
            texts = (signed(told_step.signed_by), told_step.story, " · ".join(told_step.together))
            items = sum(len(item.label) + len(item.text) for item in told_step.items)
            assert sum(map(len, texts)) + items <= MAX_CHARACTERS


def test_the_map_of_a_step_holds_the_agreements_so_far(real: Dataset) -> None:
    hranice = step(real, "hranice")

    assert hranice.statuses == dict.fromkeys(
        ("leidschendam", "saint-germain-en-laye", "hranice"), "agreement"
    )


def test_the_close_tells_the_present_state_and_the_coming_anniversaries(real: Dataset) -> None:
    close = step(real, "close")

    assert close.statuses["leidschendam"] == "ended"
    assert [(item.label, item.text) for item in close.items] == [
        ("5 April 2027", "Saint-Germain-en-Laye: 35 years"),
        ("27 April 2027", "Kremenets: 20 years"),
        ("6 June 2028", "Pisogne: 20 years"),
    ]


def test_steps_that_are_left_out_leave_the_others_in_order(real: Dataset) -> None:
    ids = [step.id for step in told(real, Choices(frozenset({"opening", "hranice"})))]

    assert ids[:3] == ["leidschendam", "saint-germain-en-laye", "krzemieniec"]
    krzemieniec = told(real, Choices(frozenset({"hranice"})))[3]
    assert signed(krzemieniec.kicker).startswith("City no. 4 · ")


def test_the_chosen_exchanges_show_oldest_first(real: Dataset) -> None:
    chosen = (ChosenExchange("2022-06-11", "culture"), ChosenExchange("2010-04"))

    steps = told(real, Choices(exchanges={"denzlingen": chosen}))

    items = next(step for step in steps if step.id == "denzlingen").items
    assert [item.label for item in items] == ["April 2010", "11 June 2022"]


def written(tmp_path: Path, text: str) -> tuple[Path, Dataset]:
    events = [EVENT | {"start": "2010"}, EVENT | {"start": "2011-05-01", "type": "sport"}]
    folder = write_folder(tmp_path / "tables", [PARTNER], events)
    (folder / "presentation.toml").write_text(text, encoding="utf-8")
    return folder, read_dataset(folder)


def test_the_file_of_choices_is_followed(tmp_path: Path) -> None:
    read = read_choices(
        *written(tmp_path, 'leave_out = ["close"]\n[exchanges]\nhranice = ["2011-05-01 sport"]')
    )

    assert read.faults == ()
    assert read.choices.left_out == {"close"}
    assert read.choices.exchanges == {"hranice": (ChosenExchange("2011-05-01", "sport"),)}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("leave_out = [", "nie jest zapisany w TOML"),
        ("leave = []", "nie ma takiego ustawienia"),
        ('leave_out = ["hranic"]', "„hranic”: żaden krok nie ma tego id"),
        ('leave_out = ["hranic"]', ": hranice"),
        ("leave_out = 3", "wartość nie jest listą tekstów"),
        ("exchanges = 3", "wartość nie jest tabelą"),
        ("[exchanges]\nhranica = []", ": hranice"),
        ('[exchanges]\nhranice = ["2011-05-02"]', ": 2011-05-01"),
    ],
)
def test_a_fault_is_told_and_the_story_shown_without_the_choices(
    tmp_path: Path, text: str, words: str
) -> None:
    read = read_choices(*written(tmp_path, text))

    assert read.choices == Choices()
    assert any(words in fault.words(translator_for("pl")) for fault in read.faults)
