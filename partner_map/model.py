"""The nouns of the program: immutable records and closed vocabularies.

Coordinates are WGS 84 degrees, latitude before longitude.
"""

from __future__ import annotations

import datetime
import threading
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property, wraps
from typing import Any, Concatenate, Final, ParamSpec, TypeVar

from partner_map.dates import ImpreciseDate


class Language(StrEnum):
    """The languages of the interface (ISO 639-1); the first is the default."""

    PL = "pl"
    EN = "en"
    NL = "nl"
    FR = "fr"
    CS = "cs"
    UK = "uk"
    IT = "it"
    LV = "lv"
    LT = "lt"
    DE = "de"


LANGUAGES: Final = tuple(language.value for language in Language)
"""The codes of the languages."""
CLERK_LANGUAGES: Final = (Language.PL.value, Language.EN.value)
"""The languages of those who keep the tables, which no text there may be without."""
_WITHOUT_ITS_OWN: Final = (Language.EN.value, Language.PL.value)
"""In which languages a text is told to a reader in whose own it is not written, the first first."""


class LocalizedText(dict[str, str]):
    """Text by language code; a reader whose language has none is told it in another."""

    def __missing__(self, reader: str) -> str:
        return self.get(self.language_for(reader), "")

    def language_for(self, reader: str) -> str:
        """In which language the text is told to a reader of one; the reader's own for no text."""
        if reader in self:
            return reader
        written = (code for code in (*_WITHOUT_ITS_OWN, *self) if self.get(code))
        return next(written, reader)


_Arguments = ParamSpec("_Arguments")
_Result = TypeVar("_Result")
_KEEPING = threading.Lock()
_MAKING = threading.Lock()


class AgreementKind(StrEnum):
    """What the town and the partner signed."""

    AGREEMENT = "agreement"
    """A partnership agreement (Polish: umowa)."""
    ACCORD = "accord"
    """An accord on cooperation (Polish: porozumienie)."""
    PROTOCOL = "protocol"
    """A protocol of cooperation (Polish: protokół)."""
    PROJECT = "project"
    """An agreement on a project that both carry out, and on no more (Polish: projekt)."""


class ExchangeType(StrEnum):
    """The types of exchange: the one controlled vocabulary of partners and events."""

    SCHOOL = "school"
    YOUTH = "youth"
    TEACHERS = "teachers"
    CULTURE = "culture"
    ART = "art"
    SPORT = "sport"
    SENIORS = "seniors"
    LOCAL_GOVERNMENT = "local-government"
    ADMINISTRATION = "administration"
    SOCIAL_SERVICES = "social-services"
    ENVIRONMENT = "environment"
    AGRICULTURE = "agriculture"
    CHARITY = "charity"
    VOLUNTEERING = "volunteering"
    COMMUNITY = "community"
    JUBILEE = "jubilee"


class PartnershipStatus(StrEnum):
    """Where a partnership stands at the end of a year."""

    NONE = "none"
    CONTACTS = "contacts"
    UNDATED = "undated"
    """A partnership of which no source gives any date; it is told in the current year alone."""
    PROJECT = "project"
    """A partnership for a project, without a lasting agreement."""
    AGREEMENT = "agreement"
    SUSPENDED = "suspended"
    """Held by one side or both for the time being: neither in force nor ended."""
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class Coordinate:
    """A point on the globe in WGS 84 degrees and where it was taken from."""

    latitude: float
    longitude: float
    source: str


@dataclass(frozen=True, slots=True)
class Fact:
    """A date, where it was agreed on if known, and the URLs that state it."""

    date: ImpreciseDate
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Signatory:
    """A person who signed, in the nominative, and the office held."""

    name: str
    office: LocalizedText


@dataclass(frozen=True, slots=True)
class Photo:
    """A picture beside the tables, and what is said of it."""

    file: str
    """Its path below the folder of the photos, with / between its parts."""
    alt: LocalizedText
    """What it shows, for who does not see it."""
    author: str
    licence: str
    """By its name or its URL."""
    source: str
    """The URL where it was found; may be empty."""
    version: str = ""
    """Changes with its contents; empty while the photo is not to be shown."""
    width: int = 0
    """Pixels of the original, upright."""
    height: int = 0
    """Pixels of the original, upright."""

    @property
    def is_described(self) -> bool:
        """Whether all is said of it that must be, where a photo is shown."""
        said = (self.author, self.licence, *(self.alt.get(code) for code in CLERK_LANGUAGES))
        return all(said)


@dataclass(frozen=True, slots=True)
class Agreement:
    """The document that made the two towns partners."""

    fact: Fact
    kind: AgreementKind
    place: LocalizedText
    """Where it was signed; empty texts when no source says."""
    place_sources: tuple[str, ...]
    partner_signatory: Signatory
    town_signatory: Signatory
    signatory_sources: tuple[str, ...]
    until: ImpreciseDate | None = None
    """Until when it is in force; None for an agreement without a term."""


@dataclass(frozen=True, slots=True)
class FurtherAgreement:
    """A later document with the same partner: a renewal, or another agreement."""

    partner: str
    """The id of the partner."""
    fact: Fact
    kind: AgreementKind
    until: ImpreciseDate | None
    """Until when it is in force; None for an agreement without a term."""


@dataclass(frozen=True, slots=True)
class Partner:
    """A partner city and what is known of the partnership."""

    id: str
    name: LocalizedText
    own_name: str
    note: LocalizedText
    """What the place is today, where its name alone misleads; may be empty."""
    country: str
    """ISO 3166-1 alpha-2."""
    first_contacts: Fact | None
    agreement: Agreement | None
    ended: Fact | None
    types: frozenset[ExchangeType]
    types_sources: tuple[str, ...]
    summary: LocalizedText
    coordinate: Coordinate | None
    suspended: Fact | None = None
    """Since when the cooperation is held; None where it is not."""
    further_agreements: tuple[FurtherAgreement, ...] = ()
    """In the order of their days, all later than the agreement."""
    drafted_by_machine: frozenset[Language] = frozenset()
    """In which languages a machine drafted ``texts`` and no speaker has read them yet."""
    agreement_types: frozenset[ExchangeType] = frozenset()
    """What the agreement is meant for, as a source tells it; no proof of any exchange."""
    agreement_types_sources: tuple[str, ...] = ()
    note_sources: tuple[str, ...] = ()
    photo: Photo | None = None
    """As the table names it; ``shown_photo`` is what pages have."""

    @property
    def texts(self) -> tuple[LocalizedText, ...]:
        """All that is told of it in words of the clerk's own, beside its name."""
        if self.agreement is None:
            return self.summary, self.note
        signatories = (self.agreement.partner_signatory, self.agreement.town_signatory)
        offices = (who.office for who in signatories)
        return self.summary, self.note, self.agreement.place, *offices

    @property
    def shown_photo(self) -> Photo | None:
        """The photo, where it can be shown and all is said of it that must be."""
        return _to_show(self.photo)

    @property
    def is_undated(self) -> bool:
        """Whether no date of the partnership is known."""
        facts = (self.first_contacts, self.agreement, self.suspended, self.ended)
        return all(fact is None for fact in facts)

    @property
    def documents(self) -> tuple[Agreement | FurtherAgreement, ...]:
        """All that was signed, in the order of the days."""
        first = () if self.agreement is None else (self.agreement,)
        return (*first, *self.further_agreements)

    @property
    def lasting_agreement(self) -> Agreement | FurtherAgreement | None:
        """The first document that is of more than a project."""
        if self.agreement is None or self.agreement.kind is not AgreementKind.PROJECT:
            return self.agreement
        further = self.further_agreements
        return next((one for one in further if one.kind is not AgreementKind.PROJECT), None)

    @property
    def end(self) -> Fact | None:
        """The end of the cooperation, or of the term of its newest document; it may lie ahead."""
        newest = self.further_agreements[-1] if self.further_agreements else self.agreement
        if self.ended is not None or newest is None or newest.until is None:
            return self.ended
        return Fact(newest.until, newest.fact.sources)

    @property
    def contacts_year(self) -> int | None:
        """The year at whose end the first contacts are certain to have begun."""
        return None if self.first_contacts is None else self.first_contacts.date.latest.year

    @property
    def agreement_year(self) -> int | None:
        """The year at whose end the agreement was certainly signed."""
        return None if self.agreement is None else self.agreement.fact.date.latest.year

    @property
    def lasting_year(self) -> int | None:
        """The year at whose end an agreement of more than a project was certainly signed."""
        lasting = self.lasting_agreement
        return None if lasting is None else lasting.fact.date.latest.year

    @property
    def suspended_year(self) -> int | None:
        """The year at whose end the cooperation was certainly held."""
        return None if self.suspended is None else self.suspended.date.latest.year

    @property
    def ended_year(self) -> int | None:
        """The year at whose end the cooperation was certainly over."""
        return None if self.end is None else self.end.date.latest.year


@dataclass(frozen=True, slots=True)
class Event:
    """A dated exchange with one partner or several."""

    partners: tuple[str, ...]
    start: ImpreciseDate
    end: ImpreciseDate | None
    types: frozenset[ExchangeType]
    """What it was about: one type or several."""
    title: LocalizedText
    source: str
    photo: Photo | None = None
    """As the table names it; ``shown_photo`` is what pages have."""

    @property
    def shown_photo(self) -> Photo | None:
        """The photo, where it can be shown and all is said of it that must be."""
        return _to_show(self.photo)

    @property
    def year(self) -> int:
        """The year in which the exchange began."""
        return self.start.earliest.year


def _to_show(photo: Photo | None) -> Photo | None:
    return photo if photo is not None and photo.version else None


@dataclass(frozen=True, slots=True)
class Operator:
    """Who runs the site; what the town has not filled in is empty."""

    name: LocalizedText | None = None
    address: str = ""
    """The postal address of the seat."""
    website: str = ""
    email: str = ""
    telephone: str = ""


@dataclass(frozen=True, slots=True)
class Contact:
    """Whom of the town's office to ask about exchanges; it has an e-mail address or a number."""

    function: LocalizedText
    """The unit of the office or the post; a person's name only where the town writes one."""
    email: str = ""
    telephone: str = ""
    exchange_type: ExchangeType | None = None
    """The type that it is asked about; None for every type that has no contact of its own."""


class Compliance(StrEnum):
    """How far the site meets the requirements (decision (EU) 2018/1523, annex, section 1)."""

    FULL = "full"
    PARTIAL = "partial"
    NONE = "none"


class InaccessibleReason(StrEnum):
    """Why something is not accessible (decision (EU) 2018/1523, annex, section 1)."""

    NONCOMPLIANCE = "noncompliance"
    """It does not meet the requirements."""
    BURDEN = "burden"
    """To meet them would be a disproportionate burden."""
    OUT_OF_SCOPE = "out-of-scope"
    """The law does not ask for it."""


@dataclass(frozen=True, slots=True)
class Inaccessible:
    """Something that is not accessible, with what else a visitor can do."""

    reason: InaccessibleReason
    text: LocalizedText


@dataclass(frozen=True, slots=True)
class Accessibility:
    """What the declaration of accessibility states; what the town has not filled in is empty."""

    url: str = ""
    """The site's full URL."""
    published: datetime.date | None = None
    """When the site was published."""
    updated: datetime.date | None = None
    """When it was last changed in a way that matters."""
    prepared: datetime.date | None = None
    """When the declaration was drawn up."""
    reviewed: datetime.date | None = None
    """When it was last reviewed; None before the first review."""
    compliance: Compliance | None = None
    inaccessible: tuple[Inaccessible, ...] = ()
    assessment: LocalizedText | None = None
    """Who assessed the site and how, as a sentence."""
    person: str = ""
    """Whom to write to, or the unit of the office."""
    email: str = ""
    telephone: str = ""
    architecture: LocalizedText | None = None
    """How the seat can be entered and used."""
    communication: LocalizedText | None = None
    """How people who hear or speak otherwise can talk with the office."""
    applications: LocalizedText | None = None
    """The body's mobile applications, or that it has none."""
    sign_language_film: str = ""
    """The URL of a film in sign language about the body."""


DEFAULT_ZONE: Final = "Europe/Warsaw"
"""The zone of a town that names none (IANA Time Zone Database)."""


@dataclass(frozen=True, slots=True)
class Town:
    """The home town, the hub of the map."""

    name: LocalizedText
    genitive: LocalizedText
    """The name as it stands after "of" in each language."""
    country: str
    first_year: int
    coordinate: Coordinate
    partners_page: str
    zone: str = DEFAULT_ZONE
    """The zone whose days are the town's (IANA Time Zone Database)."""
    operator: Operator = field(default_factory=Operator)
    accessibility: Accessibility = field(default_factory=Accessibility)
    licence: str = ""
    """The URL of the licence of the facts; empty where the town states none."""
    contacts: tuple[Contact, ...] = ()
    """At most one for each type of exchange, and one for all the others."""

    @property
    def has_declaration(self) -> bool:
        """Whether the site has a declaration of accessibility, which Polish law asks for."""
        return self.country == "PL"


@dataclass(frozen=True, eq=False)
class Dataset:
    """Everything the tables say, checked, in one immutable piece; equal only to itself."""

    town: Town
    partners: tuple[Partner, ...]
    """In the order of their first year on the timeline."""
    events: tuple[Event, ...]
    """In the order of their start."""
    version: str
    """Changes when any table does."""
    loaded: datetime.datetime
    """When the tables were read (UTC)."""
    _results: dict[Hashable, dict[Hashable, Any]] = field(
        default_factory=dict, init=False, repr=False
    )

    def result(
        self, maker: Hashable, arguments: Hashable, make: Callable[[], _Result], max_results: int
    ) -> _Result:
        """What ``make`` gives; a maker's newest results are kept, by their arguments."""
        kept = self._results.setdefault(maker, {})
        try:
            found: _Result = kept[arguments]
        except KeyError:
            found = make()
            with _KEEPING:
                while len(kept) >= max_results:
                    del kept[next(iter(kept))]
                kept[arguments] = found
        return found

    def costly_result(
        self, maker: Hashable, arguments: Hashable, make: Callable[[], _Result], max_results: int
    ) -> _Result:
        """The same where it takes long: one thread makes one at a time, and the others wait."""
        kept = self._results.setdefault(maker, {})
        if arguments in kept:
            return self.result(maker, arguments, make, max_results)
        with _MAKING:
            return self.result(maker, arguments, make, max_results)

    @cached_property
    def by_id(self) -> Mapping[str, Partner]:
        """The partners by their id."""
        return {partner.id: partner for partner in self.partners}

    @cached_property
    def photos(self) -> Mapping[str, Photo]:
        """The photos that are shown, by their version."""
        named = [
            *(partner.shown_photo for partner in self.partners),
            *(event.shown_photo for event in self.events),
        ]
        return {photo.version: photo for photo in named if photo is not None}

    @cached_property
    def placed(self) -> tuple[Partner, ...]:
        """The partners that have a place on the map, in their order."""
        return tuple(partner for partner in self.partners if partner.coordinate is not None)

    @cached_property
    def undated(self) -> tuple[Partner, ...]:
        """The partners of which no date is known, in their order."""
        return tuple(partner for partner in self.partners if partner.is_undated)

    @cached_property
    def event_years(self) -> tuple[int, ...]:
        """The years in which an exchange began, in their order."""
        return tuple(sorted({event.year for event in self.events}))

    @cached_property
    def events_by_partner(self) -> Mapping[str, tuple[Event, ...]]:
        """The events of each partner, oldest first; an event of several stands under each."""
        grouped: dict[str, list[Event]] = {partner.id: [] for partner in self.partners}
        for event in self.events:
            for partner_id in event.partners:
                grouped[partner_id].append(event)
        return {partner_id: tuple(events) for partner_id, events in grouped.items()}

    @cached_property
    def countries(self) -> frozenset[str]:
        """The countries that have a partner."""
        return frozenset(partner.country for partner in self.partners)

    @cached_property
    def types(self) -> frozenset[ExchangeType]:
        """The types of exchange that some partner or event has."""
        return frozenset[ExchangeType]().union(
            *(partner.types for partner in self.partners), *(event.types for event in self.events)
        )


def partner_types(dataset: Dataset, partner: Partner) -> frozenset[ExchangeType]:
    """The partner's types of exchange: those stated for it and those of its dated exchanges."""
    return partner.types.union(*(event.types for event in dataset.events_by_partner[partner.id]))


def kept_with_dataset(
    max_results: int, costly: bool = False
) -> Callable[
    [Callable[Concatenate[Dataset, _Arguments], _Result]],
    Callable[Concatenate[Dataset, _Arguments], _Result],
]:
    """Keep a function's newest results for a Dataset for as long as that Dataset lives.

    The function's other arguments are hashable. A costly one is called by one thread at a time,
    and calls no other that is costly.
    """

    def decorate(
        function: Callable[Concatenate[Dataset, _Arguments], _Result],
    ) -> Callable[Concatenate[Dataset, _Arguments], _Result]:
        @wraps(function)
        def kept(
            dataset: Dataset, /, *args: _Arguments.args, **kwargs: _Arguments.kwargs
        ) -> _Result:
            arguments = (args, tuple(sorted(kwargs.items())))
            result = dataset.costly_result if costly else dataset.result
            return result(
                function, arguments, lambda: function(dataset, *args, **kwargs), max_results
            )

        return kept

    return decorate


class Mode(StrEnum):
    """How the pages are shown."""

    BROWSER = ""
    """In a visitor's own browser."""
    KIOSK = "kiosk"
    """On a touch screen that nobody looks after: no link leaves, and it starts anew by itself."""


@dataclass(frozen=True, slots=True)
class Filters:
    """What a visitor chose of partners and exchanges; nothing chosen lets everything through.

    The explorer has the types and the countries, the exchanges page has all of them.
    """

    types: frozenset[ExchangeType] = frozenset()
    countries: frozenset[str] = frozenset()
    """ISO 3166-1 alpha-2."""
    every_type: bool = False
    """Whether a partner must have all of the chosen types of exchange, not just any."""
    partners: frozenset[str] = frozenset()
    """Ids of the partners whose exchanges are looked at; empty for all."""
    span: tuple[int, int] | None = None
    """The first and the last year of the exchanges looked at; None for all."""
    words: str = ""
    """What the texts of the exchanges looked at must hold."""


NO_FILTERS: Final = Filters()


@dataclass(frozen=True, slots=True)
class View:
    """What a visitor looks at: all of it stands in the URL."""

    year: int
    city: str | None = None
    filters: Filters = NO_FILTERS
    language: str = LANGUAGES[0]
    mode: Mode = Mode.BROWSER
