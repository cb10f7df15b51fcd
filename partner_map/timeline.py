"""What a year shows: pure functions of the Dataset and a year.

A year stands for its last day: what began or ended within it has done so. The current year
stands for today.
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from partner_map.dates import ImpreciseDate, Precision, anniversary
from partner_map.model import (
    AgreementKind,
    Dataset,
    Event,
    ExchangeType,
    Partner,
    PartnershipStatus,
)

ROUND_YEARS = 5
"""An anniversary is round when its number of years divides by this."""


@dataclass(frozen=True, slots=True)
class Anniversary:
    """A round anniversary of an agreement still in force."""

    partner: Partner
    years: int
    date: datetime.date


@dataclass(frozen=True, slots=True)
class TimelineYear:
    """What happened in one year of the timeline."""

    year: int
    contacts: tuple[Partner, ...] = ()
    """Those whose first contacts began, before a year of their agreement."""
    agreements: tuple[Partner, ...] = ()
    """Those whose agreement was signed, in the order of their days."""
    projects: tuple[Partner, ...] = ()
    """Those with which a project began, in the order of their days."""
    further_agreements: tuple[Partner, ...] = ()
    """Those with which another agreement was signed, or the same renewed."""
    suspended: tuple[Partner, ...] = ()
    ended: tuple[Partner, ...] = ()
    events: int = 0
    """How many exchanges began."""

    @property
    def is_eventful(self) -> bool:
        """Whether anything happened."""
        signed = self.agreements + self.projects + self.further_agreements
        return bool(self.contacts or signed or self.suspended or self.ended or self.events)


def whole_span(dataset: Dataset, last_year: int) -> tuple[int, int]:
    """The first and the last year of the timeline, or of an exchange outside it."""
    years = (dataset.town.first_year, last_year, *dataset.event_years)
    return min(years), max(years)


def status_at(partner: Partner, year: int) -> PartnershipStatus:
    """Where the partnership stands at the end of the year."""
    return status_on(partner, datetime.date(year, 12, 31))


def years_together(partner: Partner, year: int) -> int | None:
    """Whole calendar years from the agreement to the year, or to the end of cooperation."""
    if partner.agreement_year is None or year < partner.agreement_year:
        return None
    end = year if partner.ended_year is None else min(year, partner.ended_year)
    return end - partner.agreement_year


def told_day(year: int, today: datetime.date) -> datetime.date:
    """The day for which a year is told: its last, or today in a year that is not over."""
    return min(datetime.date(year, 12, 31), today)


def has_begun(date: ImpreciseDate, day: datetime.date) -> bool:
    """Whether something of this date had begun by a day.

    A span wider than a day has to lie in no later year, as a source that names this year tells
    what has been.
    """
    return date.earliest <= day and date.latest.year <= day.year


def is_told(partner: Partner, day: datetime.date, today: datetime.date) -> bool:
    """Whether a partner is told among those of a day: one without any date this year alone."""
    return not partner.is_undated or day.year >= today.year


def status_on(partner: Partner, day: datetime.date) -> PartnershipStatus:
    """Where the partnership stands on a day; it is over when its end has certainly passed.

    One without any date is undated on every day; ``is_told`` says on which it is told.
    """
    end, lasting = partner.end, partner.lasting_agreement
    if end is not None and end.date.latest <= day:
        return PartnershipStatus.ENDED
    if partner.suspended is not None and has_begun(partner.suspended.date, day):
        return PartnershipStatus.SUSPENDED
    if lasting is not None and has_begun(lasting.fact.date, day):
        return PartnershipStatus.AGREEMENT
    if partner.agreement is not None and has_begun(partner.agreement.fact.date, day):
        return PartnershipStatus.PROJECT
    if partner.first_contacts is not None and has_begun(partner.first_contacts.date, day):
        return PartnershipStatus.CONTACTS
    return PartnershipStatus.UNDATED if partner.is_undated else PartnershipStatus.NONE


def begins_with_project(partner: Partner) -> bool:
    """Whether the first document is of a project alone."""
    return partner.agreement is not None and partner.agreement.kind is AgreementKind.PROJECT


def years_since_agreement(partner: Partner, day: datetime.date) -> int:
    """Years since a partner's agreement on a day, whatever has become of it; 0 before it.

    An agreement known to the day has the years that are full; any other has calendar years.
    """
    if partner.agreement is None:
        return 0
    signed = partner.agreement.fact.date
    if not has_begun(signed, day):
        return 0
    years = day.year - signed.latest.year
    is_short = signed.precision is Precision.DAY and anniversary(signed, years) > day
    return years - 1 if is_short else years


def years_together_on(partner: Partner, day: datetime.date) -> int | None:
    """Years of the agreement on a day, or calendar years to the end of cooperation.

    None before the agreement.
    """
    if partner.agreement is None or not has_begun(partner.agreement.fact.date, day):
        return None
    if status_on(partner, day) in (PartnershipStatus.AGREEMENT, PartnershipStatus.PROJECT):
        return years_since_agreement(partner, day)
    return years_together(partner, day.year)


def events_until(dataset: Dataset, partner: Partner, year: int) -> tuple[Event, ...]:
    """The partner's exchanges that had begun by the end of the year, newest first."""
    events = dataset.events_by_partner[partner.id]
    return tuple(event for event in reversed(events) if event.year <= year)


def events_told(
    dataset: Dataset,
    partner: Partner,
    year: int,
    types: Collection[ExchangeType],
    today: datetime.date,
) -> tuple[Event, ...]:
    """The partner's exchanges that a year's sheet tells, newest first: none that lies ahead.

    Where types are named, those of others are left out.
    """
    return tuple(
        event
        for event in events_until(dataset, partner, year)
        if event.start.earliest <= today and (not types or not event.types.isdisjoint(types))
    )


def coming_anniversaries(
    partners: Iterable[Partner], today: datetime.date
) -> tuple[Anniversary, ...]:
    """The next round anniversary of each partner, from ``today`` on, nearest first.

    Only agreements known to the day and still in force have one.
    """
    coming = [
        _round_anniversary(partner, signed, today)
        for partner, signed in dated_agreements(partners, today)
    ]
    return tuple(sorted(coming, key=lambda item: item.date))


def next_anniversaries(
    partners: Iterable[Partner], today: datetime.date
) -> tuple[Anniversary, ...]:
    """The nearest of the coming anniversaries; several when they share the day."""
    coming = coming_anniversaries(partners, today)
    return tuple(item for item in coming if item.date == coming[0].date)


def anniversaries_until(
    partners: Iterable[Partner], today: datetime.date, end: datetime.date
) -> tuple[Anniversary, ...]:
    """The round anniversaries from ``today`` to ``end``, both counted, the nearest first."""
    coming = []
    for partner, signed in dated_agreements(partners, today):
        item = _round_anniversary(partner, signed, today)
        while item.date <= end:
            coming.append(item)
            years = item.years + ROUND_YEARS
            item = Anniversary(partner, years, anniversary(signed, years))
    return tuple(sorted(coming, key=lambda item: item.date))


def dated_agreements(
    partners: Iterable[Partner], today: datetime.date
) -> Iterator[tuple[Partner, ImpreciseDate]]:
    """The partners whose agreement is in force and known to the day, with that day."""
    for partner in partners:
        lasting = partner.lasting_agreement
        if lasting is None or status_on(partner, today) is not PartnershipStatus.AGREEMENT:
            continue
        signed = lasting.fact.date
        if signed.precision is Precision.DAY:
            yield partner, signed


def _round_anniversary(
    partner: Partner, signed: ImpreciseDate, today: datetime.date
) -> Anniversary:
    """The next round anniversary of a day, today's among them."""
    age = today.year - signed.latest.year
    years = max(ROUND_YEARS, -(-age // ROUND_YEARS) * ROUND_YEARS)
    if anniversary(signed, years) < today:
        years += ROUND_YEARS
    return Anniversary(partner, years, anniversary(signed, years))


def timeline_years(
    dataset: Dataset, partners: Collection[Partner], types: Collection[ExchangeType] = ()
) -> Mapping[int, TimelineYear]:
    """What happened with these partners, by year; a year without anything has no entry.

    Where types are named, exchanges of others are not counted; a shared one counts once.
    """
    contacts = _by_year(
        (partner.contacts_year, partner)
        for partner in partners
        if partner.contacts_year != partner.agreement_year
    )
    signed = sorted(partners, key=_signing)
    agreements = _by_year(
        (partner.agreement_year, partner) for partner in signed if not begins_with_project(partner)
    )
    projects = _by_year(
        (partner.agreement_year, partner) for partner in signed if begins_with_project(partner)
    )
    further = _by_year(
        (year, partner)
        for partner in partners
        for year in dict.fromkeys(
            document.fact.date.latest.year for document in partner.further_agreements
        )
    )
    suspended = _by_year((partner.suspended_year, partner) for partner in partners)
    ended = _by_year((partner.ended_year, partner) for partner in partners)
    ids = {partner.id for partner in partners}
    events = Counter(
        event.year
        for event in dataset.events
        if (not types or not event.types.isdisjoint(types)) and not ids.isdisjoint(event.partners)
    )
    return {
        year: TimelineYear(
            year,
            tuple(contacts.get(year, ())),
            tuple(agreements.get(year, ())),
            tuple(projects.get(year, ())),
            tuple(further.get(year, ())),
            tuple(suspended.get(year, ())),
            tuple(ended.get(year, ())),
            events[year],
        )
        for year in {*contacts, *agreements, *projects, *further, *suspended, *ended, *events}
    }


def _signing(partner: Partner) -> datetime.date:
    """The day by which the agreement was certainly signed; the last of all without one."""
    return datetime.date.max if partner.agreement is None else partner.agreement.fact.date.latest


def _by_year(dated: Iterable[tuple[int | None, Partner]]) -> Mapping[int, list[Partner]]:
    """The partners of each year, in their order; without a year they are left out."""
    found: dict[int, list[Partner]] = {}
    for year, partner in dated:
        if year is not None:
            found.setdefault(year, []).append(partner)
    return found


def event_years(
    dataset: Dataset, partner_id: str, types: Collection[ExchangeType] = ()
) -> Mapping[int, int]:
    """How many of a partner's exchanges began in each year; of types, when named, no others."""
    return Counter(
        event.year
        for event in dataset.events_by_partner[partner_id]
        if not types or not event.types.isdisjoint(types)
    )
