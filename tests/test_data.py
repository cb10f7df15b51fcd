"""The tables that the program ships hold every fact of the eight partnerships."""

from __future__ import annotations

import pytest

from partner_map.model import CLERK_LANGUAGES, AgreementKind, Dataset, ExchangeType
from partner_map.settings import PROJECT_FOLDER
from partner_map.tables import is_web_url, read_dataset


@pytest.fixture(scope="module")
def dataset() -> Dataset:
    return read_dataset(PROJECT_FOLDER / "data")


def test_eight_partners_in_eight_countries_and_59_events(dataset: Dataset) -> None:
    assert len(dataset.partners) == 8
    assert len(dataset.countries) == 8
    assert len(dataset.events) == 59


@pytest.mark.parametrize(
    ("partner_id", "contacts", "agreement", "kind", "signatories", "ended"),
    [
        ("leidschendam", "1990~", "1991-05-03", "accord", "Will de Vreeze|Józef Hlebowicz", 2019),
        (
            "saint-germain-en-laye",
            "",
            "1992-04-05",
            "agreement",
            "Michel Péricard|Józef Hlebowicz",
            None,
        ),
        ("hranice", "2005", "2006-04-07", "agreement", "Vladimír Juračka|Marek Skowroński", None),
        ("krzemieniec", "", "2007-04-27", "accord", "Leonid Kiczaty|Marek Skowroński", None),
        (
            "pisogne",
            "1997~/1999~",
            "2008-06-06",
            "agreement",
            "Oscar Panigada|Marek Skowroński",
            None,
        ),
        ("cesis", "", "2009-01-27", "protocol", "Gints Šķenders|Marek Skowroński", None),
        (
            "nowa-wilejka",
            "1994",
            "2009-03-20",
            "agreement",
            "Jurijus Gridiuško|Marek Skowroński",
            None,
        ),
        (
            "denzlingen",
            "2008",
            "2011-06-19",
            "agreement",
            "Markus Hollemann|Kazimierz Jańczuk",
            None,
        ),
    ],
)
def test_what_is_known_of_each_partner(
    dataset: Dataset,
    partner_id: str,
    contacts: str,
    agreement: str,
    kind: str,
    signatories: str,
    ended: int | None,
) -> None:
    partner = dataset.by_id[partner_id]

    assert (partner.first_contacts.date.edtf if partner.first_contacts else "") == contacts
    assert partner.agreement is not None
    assert partner.agreement.fact.date.edtf == agreement
    assert partner.agreement.kind is AgreementKind(kind)
    names = (partner.agreement.partner_signatory.name, partner.agreement.town_signatory.name)
    assert "|".join(names) == signatories
    assert partner.ended_year == ended


@pytest.mark.parametrize(
    ("partner_id", "latitude", "longitude"),
    [
        ("leidschendam", 52.08, 4.40),
        ("hranice", 49.55, 17.73),
        ("krzemieniec", 50.10, 25.73),
        ("nowa-wilejka", 54.70, 25.42),
        ("cesis", 57.31, 25.27),
    ],
)
def test_the_places_that_geocoding_gets_wrong_are_right(
    dataset: Dataset, partner_id: str, latitude: float, longitude: float
) -> None:
    place = dataset.by_id[partner_id].coordinate

    assert place is not None
    assert (place.latitude, place.longitude) == pytest.approx((latitude, longitude), abs=0.02)


def test_every_fact_names_its_source(dataset: Dataset) -> None:
    for partner in dataset.partners:
        facts = [
            partner.first_contacts,
            partner.agreement and partner.agreement.fact,
            partner.ended,
        ]
        for fact in facts:
            assert not fact or fact.sources
        assert partner.types_sources
        assert partner.coordinate is not None
        assert is_web_url(partner.coordinate.source)
    assert all(is_web_url(event.source) for event in dataset.events)


def test_every_kind_of_exchange_that_the_history_page_names_is_there(dataset: Dataset) -> None:
    assert dataset.by_id["leidschendam"].types == {
        ExchangeType.LOCAL_GOVERNMENT,
        ExchangeType.CULTURE,
        ExchangeType.SCHOOL,
        ExchangeType.AGRICULTURE,
        ExchangeType.ENVIRONMENT,
        ExchangeType.CHARITY,
        ExchangeType.SPORT,
        ExchangeType.YOUTH,
    }


def test_fields_of_an_agreement_are_told_with_their_source_apart_from_the_kinds_of_exchange(
    dataset: Dataset,
) -> None:
    partner = dataset.by_id["cesis"]

    assert partner.agreement_types == {
        ExchangeType.CULTURE,
        ExchangeType.ART,
        ExchangeType.SCHOOL,
        ExchangeType.SPORT,
    }
    assert partner.agreement_types_sources
    assert partner.types == {ExchangeType.ART, ExchangeType.CULTURE}


def test_an_event_of_which_the_source_is_not_certain_says_so(dataset: Dataset) -> None:
    announced = next(event for event in dataset.events if event.start.edtf == "2024-03-16")

    assert "zapowiedzi" in announced.title["pl"]
    assert "announced" in announced.title["en"]


def test_a_document_or_a_first_contact_is_no_exchange(dataset: Dataset) -> None:
    told = {(event.partners, event.start.edtf) for event in dataset.events}

    assert (("nowa-wilejka",), "2009-03-20") not in told
    assert (("hranice",), "2005") not in told
    assert (("denzlingen",), "2008") not in told


def test_the_agreement_with_denzlingen_was_signed_in_the_town(dataset: Dataset) -> None:
    agreement = dataset.by_id["denzlingen"].agreement

    assert agreement is not None
    assert agreement.place["pl"] == "Konstancin-Jeziorna"
    assert agreement.place_sources == (
        "https://badische-zeitung.de/denzlingen-und-konstancin-jeziorna-sagen-ja",
    )


def test_what_a_machine_translated_says_so_in_every_language_but_those_of_the_town(
    dataset: Dataset,
) -> None:
    for partner in dataset.partners:
        written = {code for text in partner.texts for code in text}

        assert partner.drafted_by_machine == written - set(CLERK_LANGUAGES), partner.id


def test_saint_germain_says_what_it_is_today(dataset: Dataset) -> None:
    partner = dataset.by_id["saint-germain-en-laye"]

    assert "Fourqueux" in partner.note["en"]
    assert partner.note_sources
