"""A year shows the state at its last day."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

from partner_map.dates import parse_date
from partner_map.model import (
    AgreementKind,
    Dataset,
    ExchangeType,
    Fact,
    Filters,
    FurtherAgreement,
    PartnershipStatus,
)
from partner_map.overview import chosen_partners
from partner_map.tables import read_dataset
from partner_map.timeline import (
    anniversaries_until,
    coming_anniversaries,
    dated_agreements,
    event_years,
    events_until,
    has_begun,
    next_anniversaries,
    status_at,
    timeline_years,
    whole_span,
    years_since_agreement,
    years_together,
    years_together_on,
)
from tests.support.folders import FROZEN


@pytest.fixture(scope="module")
def dataset() -> Dataset:
    return read_dataset(FROZEN)


@pytest.mark.parametrize(
    ("partner_id", "year", "status"),
    [
        ("leidschendam", 1990, PartnershipStatus.CONTACTS),
        ("leidschendam", 1991, PartnershipStatus.AGREEMENT),
        ("leidschendam", 2018, PartnershipStatus.AGREEMENT),
        ("leidschendam", 2019, PartnershipStatus.ENDED),
        ("saint-germain-en-laye", 1991, PartnershipStatus.NONE),
        ("pisogne", 1996, PartnershipStatus.NONE),
        ("pisogne", 1999, PartnershipStatus.CONTACTS),
        ("nowa-wilejka", 1994, PartnershipStatus.CONTACTS),
        ("nowa-wilejka", 2009, PartnershipStatus.AGREEMENT),
    ],
)
def test_where_a_partnership_stands(
    dataset: Dataset, partner_id: str, year: int, status: PartnershipStatus
) -> None:
    assert status_at(dataset.by_id[partner_id], year) is status


@pytest.mark.parametrize(
    ("partner_id", "year", "years"),
    [("hranice", 2005, None), ("hranice", 2016, 10), ("leidschendam", 2026, 28)],
)
def test_years_together_stop_at_the_end(
    dataset: Dataset, partner_id: str, year: int, years: int | None
) -> None:
    assert years_together(dataset.by_id[partner_id], year) == years


@pytest.mark.parametrize(
    ("partner_id", "day", "years"),
    [
        ("leidschendam", "1991-05-02", 0),
        ("leidschendam", "2027-05-02", 35),
        ("leidschendam", "2027-05-03", 36),
        ("pisogne", "2008-06-06", 0),
        ("pisogne", "2009-06-05", 0),
        ("pisogne", "2009-06-06", 1),
    ],
)
def test_years_since_an_agreement_are_full_ones(
    dataset: Dataset, partner_id: str, day: str, years: int
) -> None:
    since = years_since_agreement(dataset.by_id[partner_id], datetime.date.fromisoformat(day))

    assert since == years


@pytest.mark.parametrize(
    ("date", "day", "begun"),
    [
        ("2009-06-06", "2009-06-05", False),
        ("2009-06-06", "2009-06-06", True),
        ("2009-06", "2009-05-31", False),
        ("2009-06", "2009-06-01", True),
        ("2009", "2009-01-01", True),
        ("2009", "2008-12-31", False),
        ("199X", "1998-12-31", False),
        ("199X", "1999-01-01", True),
    ],
)
def test_a_date_of_this_year_has_begun_with_its_first_day(date: str, day: str, begun: bool) -> None:
    assert has_begun(parse_date(date), datetime.date.fromisoformat(day)) is begun


def test_before_an_agreement_and_without_one_there_are_no_years(dataset: Dataset) -> None:
    hranice = dataset.by_id["hranice"]
    day = datetime.date(2006, 4, 6)

    assert years_since_agreement(replace(hranice, agreement=None), day) == 0
    assert years_together_on(replace(hranice, agreement=None), day) is None
    assert years_together_on(hranice, day) is None
    assert years_together_on(hranice, datetime.date(2006, 4, 7)) == 0


def test_the_next_round_anniversary(dataset: Dataset) -> None:
    (item,) = next_anniversaries(dataset.partners, datetime.date(2026, 11, 23))

    assert (item.partner.id, item.years, item.date) == (
        "saint-germain-en-laye",
        35,
        datetime.date(2027, 4, 5),
    )


def test_the_round_anniversaries_of_two_years(dataset: Dataset) -> None:
    coming = anniversaries_until(
        dataset.partners, datetime.date(2026, 4, 7), datetime.date(2028, 4, 7)
    )

    assert [(item.partner.id, item.years, item.date) for item in coming] == [
        ("hranice", 20, datetime.date(2026, 4, 7)),
        ("denzlingen", 15, datetime.date(2026, 6, 19)),
        ("saint-germain-en-laye", 35, datetime.date(2027, 4, 5)),
        ("krzemieniec", 20, datetime.date(2027, 4, 27)),
    ]


def test_a_long_time_holds_several_anniversaries_of_one_agreement(dataset: Dataset) -> None:
    coming = anniversaries_until(
        [dataset.by_id["hranice"]], datetime.date(2026, 4, 8), datetime.date(2036, 12, 31)
    )

    assert [item.years for item in coming] == [25, 30]


def test_exchanges_come_newest_first_and_none_of_the_future(dataset: Dataset) -> None:
    years = [event.year for event in events_until(dataset, dataset.by_id["denzlingen"], 2016)]

    assert years == sorted(years, reverse=True)
    assert max(years) == 2016


def test_a_shared_exchange_counts_once(dataset: Dataset) -> None:
    years = timeline_years(dataset, dataset.partners)

    assert sum(item.events for item in years.values()) == 44
    assert sorted(item.year for item in years.values() if item.agreements) == [
        1991, 1992, 2006, 2007, 2008, 2009, 2011,
    ]  # fmt: skip


def test_of_named_types_no_other_exchange_is_counted(dataset: Dataset) -> None:
    school = frozenset({ExchangeType.SCHOOL})
    partners = chosen_partners(dataset, Filters(types=school))

    years = timeline_years(dataset, partners, school)

    assert sum(item.events for item in years.values()) == 6
    assert sum(event_years(dataset, "denzlingen", school).values()) == 3


def test_a_year_tells_contacts_agreements_and_ends(dataset: Dataset) -> None:
    years = timeline_years(dataset, dataset.partners)

    assert [partner.id for partner in years[1994].contacts] == ["nowa-wilejka"]
    assert [partner.id for partner in years[2009].agreements] == ["cesis", "nowa-wilejka"]
    assert [partner.id for partner in years[2019].ended] == ["leidschendam"]
    assert 2003 not in years


def test_first_contacts_in_the_year_of_the_agreement_are_not_told_apart(dataset: Dataset) -> None:
    denzlingen = dataset.by_id["denzlingen"]
    assert denzlingen.agreement is not None
    at_once = replace(denzlingen, first_contacts=denzlingen.agreement.fact)

    (item,) = timeline_years(replace(dataset, events=()), [at_once]).values()

    assert (item.year, item.contacts, item.agreements) == (2011, (), (at_once,))


def test_filters_by_kind_and_country(dataset: Dataset) -> None:
    sport = Filters(types=frozenset({ExchangeType.SPORT}))
    french_sport = Filters(types=sport.types, countries=frozenset({"FR"}))

    assert {p.id for p in chosen_partners(dataset, sport)} == {"leidschendam", "hranice"}
    assert chosen_partners(dataset, french_sport) == ()


def test_the_timeline_reaches_to_exchanges_outside_its_years(dataset: Dataset) -> None:
    first = dataset.town.first_year

    assert whole_span(dataset, 2026) == (first, 2026)
    assert whole_span(dataset, 2000) == (first, max(dataset.event_years))


@pytest.mark.parametrize(
    ("today", "years", "date"),
    [
        ("2026-04-07", 20, "2026-04-07"),
        ("2026-04-08", 25, "2031-04-07"),
        ("2006-04-07", 5, "2011-04-07"),
        ("2011-12-31", 10, "2016-04-07"),
    ],
)
def test_an_anniversary_is_round_and_not_past(
    dataset: Dataset, today: str, years: int, date: str
) -> None:
    day = datetime.date.fromisoformat(today)

    (item,) = coming_anniversaries([dataset.by_id["hranice"]], day)

    assert (item.years, item.date.isoformat()) == (years, date)


def test_what_has_ended_or_is_not_known_to_the_day_has_no_anniversary(dataset: Dataset) -> None:
    today = datetime.date(2026, 11, 23)
    ended = dataset.by_id["leidschendam"]
    agreement = dataset.by_id["hranice"].agreement
    assert agreement is not None
    by_year = replace(agreement, fact=replace(agreement.fact, date=parse_date("2006")))
    imprecise = replace(dataset.by_id["hranice"], agreement=by_year)

    assert coming_anniversaries([ended, imprecise], today) == ()
    assert [item.partner.id for item in coming_anniversaries([ended], today.replace(2018))] == [
        "leidschendam"
    ]


def test_the_coming_anniversaries_stand_the_nearest_first(dataset: Dataset) -> None:
    days = [item.date for item in coming_anniversaries(dataset.partners, datetime.date(2026, 1, 1))]

    assert len(days) == 7
    assert days == sorted(days)


def test_where_several_share_the_next_day_all_are_named(dataset: Dataset) -> None:
    twins = [dataset.by_id["hranice"], replace(dataset.by_id["hranice"], id="twin")]

    found = next_anniversaries([*twins, dataset.by_id["cesis"]], datetime.date(2026, 1, 1))

    assert [item.partner.id for item in found] == ["hranice", "twin"]


def test_an_agreement_that_ends_this_year_keeps_its_anniversary_until_then(
    dataset: Dataset,
) -> None:
    partner = replace(dataset.by_id["cesis"], ended=Fact(parse_date("2026-12-30"), ()))

    assert list(dated_agreements([partner], datetime.date(2026, 11, 26)))
    assert not list(dated_agreements([partner], datetime.date(2026, 12, 30)))


def test_a_suspended_partnership_is_neither_in_force_nor_ended(dataset: Dataset) -> None:
    held = replace(dataset.by_id["hranice"], suspended=Fact(parse_date("2022-03-01"), ()))

    assert status_at(held, 2021) is PartnershipStatus.AGREEMENT
    assert status_at(held, 2022) is PartnershipStatus.SUSPENDED
    assert status_at(replace(held, ended=Fact(parse_date("2024"), ())), 2024) is (
        PartnershipStatus.ENDED
    )
    assert not list(dated_agreements([held], datetime.date(2026, 11, 26)))
    assert timeline_years(dataset, [held])[2022].suspended == (held,)


def test_a_partnership_for_a_project_is_no_agreement_in_force(dataset: Dataset) -> None:
    signed = dataset.by_id["hranice"].agreement
    assert signed is not None
    project = replace(
        dataset.by_id["hranice"], agreement=replace(signed, kind=AgreementKind.PROJECT)
    )

    assert status_at(project, 2005) is PartnershipStatus.CONTACTS
    assert status_at(project, 2006) is PartnershipStatus.PROJECT
    year = timeline_years(dataset, [project])[2006]
    assert (year.agreements, year.projects) == ((), (project,))


def test_a_renewed_agreement_goes_on_until_the_newest_term_is_over(dataset: Dataset) -> None:
    first = dataset.by_id["hranice"]
    assert first.agreement is not None
    renewal = FurtherAgreement(
        "hranice",
        Fact(parse_date("2016-04-07"), ()),
        AgreementKind.AGREEMENT,
        parse_date("2028-12-31"),
    )
    term = replace(first.agreement, until=parse_date("2016-04-06"))
    renewed = replace(first, agreement=term, further_agreements=(renewal,))

    assert status_at(replace(first, agreement=term), 2016) is PartnershipStatus.ENDED
    assert status_at(renewed, 2016) is PartnershipStatus.AGREEMENT
    assert status_at(renewed, 2027) is PartnershipStatus.AGREEMENT
    assert status_at(renewed, 2028) is PartnershipStatus.ENDED
    years = timeline_years(replace(dataset, events=()), [renewed])
    assert [year.year for year in years.values() if year.further_agreements] == [2016]
    assert sorted(years) == [2005, 2006, 2016, 2028]


def test_a_project_may_be_followed_by_an_agreement(dataset: Dataset) -> None:
    first = dataset.by_id["hranice"]
    assert first.agreement is not None
    lasting = FurtherAgreement(
        "hranice", Fact(parse_date("2016-04-07"), ()), AgreementKind.AGREEMENT, None
    )
    partner = replace(
        first,
        agreement=replace(first.agreement, kind=AgreementKind.PROJECT),
        further_agreements=(lasting,),
    )

    assert status_at(partner, 2015) is PartnershipStatus.PROJECT
    assert status_at(partner, 2016) is PartnershipStatus.AGREEMENT
    ((_, signed),) = dated_agreements([partner], datetime.date(2026, 11, 26))
    assert signed == lasting.fact.date
