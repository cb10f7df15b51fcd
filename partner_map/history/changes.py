"""What lies between two states of the tables: added, changed and taken out.

A change names facts and not persons: what is said of people, of their addresses and of texts
that may name them is told as changed, without its words. Who is taken out of the tables is out of
their history too.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from partner_map.model import LANGUAGES, Dataset, Event, FurtherAgreement, LocalizedText, Town
from partner_map.tables import AGREEMENTS, EVENTS, PARTNERS, Table
from partner_map.tables.records import write_record

MAX_CITIES: Final = 3
"""So many cities of an exchange are named; the rest are counted."""
_SOURCES: Final = ("source", "sources")
MAX_CHARACTERS: Final = 80
"""So much of a name is kept."""
PERIOD: Final = "|"
"""What stands between the beginning and the end of an exchange."""


class What(StrEnum):
    """What happened to a record, or to a field of one."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"


class Subject(StrEnum):
    """Of what kind a record is."""

    PARTNER = "partner"
    AGREEMENT = "agreement"
    """A further agreement."""
    EVENT = "event"
    TOWN = "town"


class Field(StrEnum):
    """What readers tell apart in a record, in the order in which it is told."""

    NAMES = "names"
    COUNTRY = "country"
    NOTE = "note"
    PLACE = "place"
    CONTACTS = "contacts"
    DATE = "date"
    CITIES = "cities"
    SIGNED = "signed"
    KIND = "kind"
    TERM = "term"
    SIGNING_PLACE = "signing-place"
    SIGNATORIES = "signatories"
    SUSPENDED = "suspended"
    ENDED = "ended"
    TYPES = "types"
    AGREEMENT_TYPES = "agreement-types"
    STORY = "story"
    DRAFTS = "drafts"
    TITLE = "title"
    SOURCES = "sources"
    FIRST_YEAR = "first-year"
    ZONE = "zone"
    PAGE = "page"
    OPERATOR = "operator"
    DECLARATION = "declaration"
    LICENCE = "licence"
    OTHER = "other"


_FIELDS: Final[Mapping[Subject, Mapping[str, Field]]] = {
    Subject.PARTNER: {
        "name": Field.NAMES,
        "own_name": Field.NAMES,
        "country": Field.COUNTRY,
        "note": Field.NOTE,
        "coordinate": Field.PLACE,
        "first_contacts.date": Field.CONTACTS,
        "agreement.fact.date": Field.SIGNED,
        "agreement.kind": Field.KIND,
        "agreement.until": Field.TERM,
        "agreement.place": Field.SIGNING_PLACE,
        "agreement.partner_signatory": Field.SIGNATORIES,
        "agreement.town_signatory": Field.SIGNATORIES,
        "suspended.date": Field.SUSPENDED,
        "ended.date": Field.ENDED,
        "types": Field.TYPES,
        "agreement_types": Field.AGREEMENT_TYPES,
        "summary": Field.STORY,
        "drafted_by_machine": Field.DRAFTS,
    },
    Subject.AGREEMENT: {"kind": Field.KIND, "until": Field.TERM, "fact.date": Field.SIGNED},
    Subject.EVENT: {
        "partners": Field.CITIES,
        "start": Field.DATE,
        "end": Field.DATE,
        "types": Field.TYPES,
        "title": Field.TITLE,
    },
    Subject.TOWN: {
        "name": Field.NAMES,
        "genitive": Field.NAMES,
        "country": Field.COUNTRY,
        "coordinate": Field.PLACE,
        "first_year": Field.FIRST_YEAR,
        "zone": Field.ZONE,
        "partners_page": Field.PAGE,
        "operator": Field.OPERATOR,
        "accessibility": Field.DECLARATION,
        "licence": Field.LICENCE,
    },
}
"""The field of a record's attributes, by the beginning of their path."""
QUOTED: Final = frozenset(
    {
        Field.NAMES,
        Field.COUNTRY,
        Field.CONTACTS,
        Field.DATE,
        Field.SIGNED,
        Field.KIND,
        Field.TERM,
        Field.SIGNING_PLACE,
        Field.SUSPENDED,
        Field.ENDED,
        Field.TYPES,
        Field.AGREEMENT_TYPES,
        Field.FIRST_YEAR,
        Field.ZONE,
        Field.LICENCE,
    }
)
"""Fields of which it is told what they were and what they are."""

Value = str | LocalizedText
"""A cell in its canonical form, or a text by language."""


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that a save changed, in no language yet."""

    what: What
    subject: Subject
    cities: tuple[LocalizedText, ...]
    """The names of the cities that it is about, ``MAX_CITIES`` at most; of the town for its own."""
    more_cities: int = 0
    """How many cities there are beside those."""
    start: str = ""
    """When the exchange began, or the further agreement was signed (EDTF)."""
    end: str = ""
    """When the exchange ended, where that is stated (EDTF)."""
    field: Field | None = None
    """What is another in the record; None where the whole record came or went."""
    languages: tuple[str, ...] = ()
    """In which languages a text is another."""
    before: Value = ""
    after: Value = ""


@dataclass(frozen=True, slots=True)
class _About:
    """How a record is named in a change."""

    subject: Subject
    cities: tuple[LocalizedText, ...]
    more_cities: int = 0
    start: str = ""
    end: str = ""

    def change(self, what: What, **told: Any) -> Change:
        return Change(
            what, self.subject, self.cities, self.more_cities, self.start, self.end, **told
        )


_Named = tuple[Any, _About]
"""A record, and how it is named."""


def changes(before: Dataset, after: Dataset) -> tuple[Change, ...]:
    """All that is another in ``after``: partners, further agreements, exchanges, the town."""
    return (
        *_of_partners(before, after),
        *_of_records(
            AGREEMENTS,
            *_other(before, after, _agreements, _agreement_named),
            (lambda one: (one.partner, one.fact.date.edtf), lambda one: (one.partner, one.kind)),
        ),
        *_of_records(
            EVENTS,
            *_other(before, after, lambda dataset: dataset.events, _event_named),
            (
                lambda one: (one.start.edtf, one.partners, one.source),
                lambda one: (one.start.edtf, one.partners),
                lambda one: (one.start.edtf, one.source),
                lambda one: (one.partners, one.source),
            ),
        ),
        *_of_town(before.town, after.town),
    )


def _of_partners(before: Dataset, after: Dataset) -> Iterator[Change]:
    for partner in after.partners:
        named = _About(Subject.PARTNER, (_brief(partner.name),))
        old = before.by_id.get(partner.id)
        if old is None:
            yield named.change(What.ADDED)
        elif old != partner:
            yield from _of_fields(named, PARTNERS, old, partner)
    for partner in before.partners:
        if partner.id not in after.by_id:
            yield _About(Subject.PARTNER, (_brief(partner.name),)).change(What.REMOVED)


def _other(
    before: Dataset,
    after: Dataset,
    records: Callable[[Dataset], Sequence[Any]],
    named: Callable[[Dataset, Any], _About],
) -> tuple[list[_Named], list[_Named]]:
    """The records between those at the beginning and at the end that are the same on both sides.

    Most saves change few of many, and all are in the order of their days.
    """
    old, new = records(before), records(after)
    most = min(len(old), len(new))
    start = next((place for place in range(most) if old[place] != new[place]), most)
    end = next(
        (place for place in range(most - start) if old[-1 - place] != new[-1 - place]),
        most - start,
    )
    return (
        [(one, named(before, one)) for one in old[start : len(old) - end]],
        [(one, named(after, one)) for one in new[start : len(new) - end]],
    )


def _agreements(dataset: Dataset) -> tuple[FurtherAgreement, ...]:
    return tuple(one for partner in dataset.partners for one in partner.further_agreements)


def _agreement_named(dataset: Dataset, agreement: FurtherAgreement) -> _About:
    names = (_brief(dataset.by_id[agreement.partner].name),)
    return _About(Subject.AGREEMENT, names, start=agreement.fact.date.edtf)


def _event_named(dataset: Dataset, event: Event) -> _About:
    names = tuple(_brief(dataset.by_id[one].name) for one in event.partners[:MAX_CITIES])
    end = "" if event.end is None else event.end.edtf
    more = len(event.partners) - len(names)
    return _About(Subject.EVENT, names, more, event.start.edtf, end)


@dataclass(frozen=True, slots=True)
class _Row:
    """A record that has no id, as it is compared."""

    record: Any
    about: _About
    cells: tuple[str, ...]


def _rows(table: Table, named: Iterable[_Named]) -> list[_Row]:
    columns = tuple(table.readable.values())
    return [_Row(record, about, tuple(write_record(record, columns))) for record, about in named]


def _of_records(
    table: Table,
    before: Iterable[_Named],
    after: Iterable[_Named],
    keys: Iterable[Callable[[Any], Hashable]],
) -> Iterator[Change]:
    """Changes of records without an id: by each key in turn, the first that agree are one."""
    gone, come = _rows(table, before), _rows(table, after)
    _, gone, come = _paired([(row.cells, row) for row in gone], [(row.cells, row) for row in come])
    for key in keys:
        pairs, gone, come = _paired(
            [(key(row.record), row) for row in gone], [(key(row.record), row) for row in come]
        )
        for old, new in pairs:
            yield from _of_fields(new.about, table, old.record, new.record)
    yield from (row.about.change(What.ADDED) for row in come)
    yield from (row.about.change(What.REMOVED) for row in gone)


def _paired(
    before: Sequence[tuple[Hashable, _Row]], after: Sequence[tuple[Hashable, _Row]]
) -> tuple[list[tuple[_Row, _Row]], list[_Row], list[_Row]]:
    """The pairs of the same key in their order, and what is left on either side."""
    waiting: dict[Hashable, list[_Row]] = {}
    for key, row in reversed(before):
        waiting.setdefault(key, []).append(row)
    pairs, come = [], []
    for key, row in after:
        same = waiting.get(key)
        if same:
            pairs.append((same.pop(), row))
        else:
            come.append(row)
    left = {id(row) for rest in waiting.values() for row in rest}
    return pairs, [row for _, row in before if id(row) in left], come


def _of_fields(about: _About, table: Table, before: object, after: object) -> Iterator[Change]:
    """What is another in a record; sources are told only where nothing else is."""
    columns = tuple(table.readable.values())
    found: dict[Field, dict[str, tuple[str, str]]] = {}
    cells = zip(columns, write_record(before, columns), write_record(after, columns), strict=True)
    for column, old, new in cells:
        field = field_of(about.subject, column.attribute)
        found.setdefault(field, {})[column.attribute] = (old, new)
    told = [
        _of_field(about, field, pairs)
        for field, pairs in sorted(found.items(), key=lambda one: list(Field).index(one[0]))
        if any(old != new for old, new in pairs.values())
    ]
    is_all_of_it = any(one.field is Field.SIGNED and one.what is not What.CHANGED for one in told)
    beside = {Field.SOURCES} | ({Field.KIND} if is_all_of_it else set())
    yield from [one for one in told if one.field not in beside] or told


def field_of(subject: Subject, attribute: str) -> Field:
    """The field to which an attribute of a record belongs."""
    if attribute.rpartition(".")[2] in _SOURCES and not attribute.startswith("coordinate"):
        return Field.SOURCES
    if attribute.endswith("_sources"):
        return Field.SOURCES
    fields = _FIELDS[subject]
    way = attribute.split(".")
    begun = (".".join(way[:length]) for length in range(len(way), 0, -1))
    return next((fields[path] for path in begun if path in fields), Field.OTHER)


def _of_field(about: _About, field: Field, pairs: Mapping[str, tuple[str, str]]) -> Change:
    others = [pair for pair in pairs.values() if pair[0] != pair[1]]
    had, has = any(old for old, _ in others), any(new for _, new in others)
    is_changed = (had and has) or field is Field.DATE  # an exchange always has one
    what = What.CHANGED if is_changed else What.ADDED if has else What.REMOVED
    by_language = {
        code: pair
        for attribute, pair in pairs.items()
        if (code := attribute.rpartition(".")[2]) in LANGUAGES
    }
    languages = tuple(code for code, (old, new) in by_language.items() if old != new)
    before: Value = ""
    after: Value = ""
    if field not in QUOTED:
        pass
    elif languages:
        before = _brief({code: old for code, (old, _) in by_language.items() if old})
        after = _brief({code: new for code, (_, new) in by_language.items() if new})
    elif field is Field.DATE:
        before, after = (PERIOD.join(side) for side in zip(*pairs.values(), strict=True))
    elif not by_language:
        ((before, after),) = others
    return about.change(what, field=field, languages=languages, before=before, after=after)


def _brief(text: Mapping[str, str]) -> LocalizedText:
    return LocalizedText(
        {
            code: f"{told[: MAX_CHARACTERS - 1]}…" if len(told) > MAX_CHARACTERS else told
            for code, told in text.items()
        }
    )


def _of_town(before: Town, after: Town) -> Iterator[Change]:
    about = _About(Subject.TOWN, (_brief(after.name),))
    told: dict[Field, Change] = {}
    for attribute in dataclasses.fields(Town):
        old, new = getattr(before, attribute.name), getattr(after, attribute.name)
        if old == new:
            continue
        field = field_of(Subject.TOWN, attribute.name)
        what = What.CHANGED if old and new else What.ADDED if new else What.REMOVED
        quoted = field in QUOTED and isinstance(new, (str, int))
        values = {"before": str(old), "after": str(new)} if quoted else {}
        told.setdefault(field, about.change(what, field=field, **values))
    yield from told.values()
