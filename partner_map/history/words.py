"""Changes in words: pure functions of a change and a Translator."""

from __future__ import annotations

from typing import Final

from partner_map.dates import parse_date
from partner_map.history.changes import PERIOD, Change, Field, Subject, Value, What
from partner_map.i18n.translator import Translator
from partner_map.i18n.wording import agreement_name, type_names
from partner_map.model import AgreementKind, ExchangeType

_MAX_LANGUAGES: Final = 3
"""So many languages of a text are named; with more, none is."""
_DATES: Final = {Field.CONTACTS, Field.SIGNED, Field.TERM, Field.SUSPENDED, Field.ENDED}


def change_words(change: Change, translator: Translator) -> str:
    """A change in a line.

    Raises:
        ValueError: The change holds a word that no vocabulary has.
        DateError: It holds a date that is none.
    """
    if change.field is not None:
        return _field_change(change, change.field, translator)
    name = _about(change, translator)
    added = change.what is What.ADDED
    match change.subject:
        case Subject.EVENT if added:
            return translator.gettext("New exchange: {exchange}", exchange=name)
        case Subject.EVENT:
            return translator.gettext("Exchange taken out: {exchange}", exchange=name)
        case Subject.AGREEMENT if added:
            return translator.gettext("New further agreement: {agreement}", agreement=name)
        case Subject.AGREEMENT:
            return translator.gettext("Further agreement taken out: {agreement}", agreement=name)
    if added:
        return translator.gettext("New city: {city}", city=name)
    return translator.gettext("City taken out: {city}", city=name)


def _field_change(change: Change, field: Field, translator: Translator) -> str:
    record = _record(change, translator)
    named = field_name(field, translator)
    before = _value_words(field, change.before, translator)
    after = _value_words(field, change.after, translator)
    if before == after:
        named += _languages(change, translator)
        before = after = ""
    match change.what:
        case What.ADDED:
            told = f"{named} ({after})" if after else named
            return translator.gettext("{record}: added: {field}", record=record, field=told)
        case What.REMOVED:
            told = f"{named} ({before})" if before else named
            return translator.gettext("{record}: taken out: {field}", record=record, field=told)
    if before and after:
        return translator.gettext(
            "{record}: changed: {field}; now {after}, before {before}",
            record=record,
            field=named,
            after=after,
            before=before,
        )
    return translator.gettext("{record}: changed: {field}", record=record, field=named)


def _record(change: Change, translator: Translator) -> str:
    name = _about(change, translator)
    match change.subject:
        case Subject.EVENT:
            return translator.gettext("Exchange ({exchange})", exchange=name)
        case Subject.AGREEMENT:
            return translator.gettext("Further agreement ({agreement})", agreement=name)
    return name


def _about(change: Change, translator: Translator) -> str:
    """The cities and the date of a record."""
    cities = [city[translator.language] for city in change.cities]
    if change.more_cities:
        more = translator.ngettext("{number} more city", "{number} more cities", change.more_cities)
        cities.append(more)
    when = [] if not change.start else [_period(change.start, change.end, translator)]
    return ", ".join([*cities, *when])


def _period(start: str, end: str, translator: Translator) -> str:
    return translator.period(parse_date(start), parse_date(end) if end else None)


def _languages(change: Change, translator: Translator) -> str:
    """In which languages a text is another, in brackets; empty where that are many."""
    if not 0 < len(change.languages) <= _MAX_LANGUAGES:
        return ""
    return f" ({', '.join(map(translator.language_name, change.languages))})"


def _value_words(field: Field, value: Value, translator: Translator) -> str:
    if not isinstance(value, str):
        return value[translator.language]
    if not value:
        return ""
    if field in _DATES:
        return translator.date(parse_date(value))
    match field:
        case Field.DATE:
            start, _, end = value.partition(PERIOD)
            return _period(start, end, translator)
        case Field.KIND:
            return agreement_name(AgreementKind(value), translator)
        case Field.TYPES | Field.AGREEMENT_TYPES:
            return ", ".join(type_names(map(ExchangeType, value.split("|")), translator))
        case Field.COUNTRY:
            return translator.country(value)
    return value


def field_name(field: Field, translator: Translator) -> str:
    """What a field is called."""
    return {
        Field.NAMES: translator.gettext("names"),
        Field.COUNTRY: translator.gettext("country"),
        Field.NOTE: translator.gettext("note on the place"),
        Field.PLACE: translator.gettext("location"),
        Field.CONTACTS: translator.gettext("first contacts"),
        Field.DATE: translator.gettext("date"),
        Field.CITIES: translator.gettext("cities"),
        Field.SIGNED: translator.gettext("day of signing"),
        Field.KIND: translator.gettext("kind of agreement"),
        Field.TERM: translator.gettext("term of the agreement"),
        Field.SIGNING_PLACE: translator.gettext("place of signing"),
        Field.SIGNATORIES: translator.gettext("signatories"),
        Field.SUSPENDED: translator.gettext("suspension of cooperation"),
        Field.ENDED: translator.gettext("end of cooperation"),
        Field.TYPES: translator.gettext("types of exchange"),
        Field.AGREEMENT_TYPES: translator.gettext("fields of the agreement"),
        Field.STORY: translator.gettext("story of the partnership"),
        Field.DRAFTS: translator.gettext("marks of machine translation"),
        Field.TITLE: translator.gettext("description"),
        Field.SOURCES: translator.gettext("sources"),
        Field.FIRST_YEAR: translator.gettext("first year of the timeline"),
        Field.ZONE: translator.gettext("time zone"),
        Field.PAGE: translator.gettext("page of the partners"),
        Field.OPERATOR: translator.gettext("operator of the site"),
        Field.DECLARATION: translator.gettext("declaration of accessibility"),
        Field.LICENCE: translator.gettext("licence of the facts"),
        Field.OTHER: translator.gettext("other facts"),
    }[field]
