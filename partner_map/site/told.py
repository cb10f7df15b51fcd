"""What the browser is given of a language: enough to say of every year what Python would say.

Its counterpart is ``assets/told.js``, which puts the parts together by the filters that are on.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import Any

from partner_map.chart import (
    MAX_NAMED,
    agreements_label,
    events_label,
    most_words,
    others_words,
    place_in_time,
    share_words,
    signed_in,
    signed_words,
    total_words,
)
from partner_map.dates import Precision, anniversary
from partner_map.i18n.letters import collation_key, isolated
from partner_map.i18n.translator import Translator
from partner_map.i18n.wording import (
    MAX_CITIES_OF_A_YEAR,
    Happening,
    countries_words,
    dated_name,
    events_words,
    happening_words,
    happenings,
    lasting_words,
    lasting_years,
    more_cities_words,
    partner_cities_words,
    partners_words,
    standing_words,
    type_name,
    years_count,
)
from partner_map.mapview.geojson import partner_properties, partners_geojson
from partner_map.mapview.message import Shown, message_of
from partner_map.model import NO_FILTERS, Dataset, ExchangeType, Partner
from partner_map.overview import listed_year, overview, printed_year
from partner_map.site.addresses import Addresses
from partner_map.site.phrases import phrase
from partner_map.summary import (
    MAX_ANNIVERSARIES,
    day_words,
    first_agreement_words,
    invitation,
    more_anniversaries_words,
    next_anniversary_words,
    no_contacts_words,
    no_dates_words,
    no_match_words,
    shown_words,
)
from partner_map.timeline import TimelineYear, told_day

_CITIES, _CITY, _DATE, _LIST = "{cities}", "{city}", "{date}", "{list}"
_NUMBER, _YEAR, _FILTERS = "{number}", "{year}", "{filters}"


def told(
    dataset: Dataset, today: datetime.date, font_url: str, translator: Translator
) -> Mapping[str, Any]:
    """Everything the scripts of the map's page need to know of the partners, in one language."""
    seen = overview(dataset, NO_FILTERS)
    span = range(dataset.town.first_year, today.year + 1)
    years = [seen.year(year) for year in span]
    return {
        "partners": partners_geojson(dataset, translator, font_url),
        "unplaced": [
            partner_properties(dataset, partner, translator)
            for partner in dataset.partners
            if partner.coordinate is None
        ],
        "order": [partner.id for partner in dataset.partners],
        "paths": _paths(dataset, translator.language),
        "first": span.start,
        "last": today.year,
        "today": today.isoformat(),
        "now": message_of(dataset, Shown(today.year, None, today=today)),
        "rows": {
            partner.id: _rows(partner, span, today, translator) for partner in dataset.partners
        },
        "years": {
            item.year: told_of_year
            for item in years
            if (told_of_year := _happened(item, translator))
        },
        "events": [
            [event.year, sorted(one.value for one in event.types), list(event.partners)]
            for event in dataset.events
        ],
        "marks": [
            [item.year, place_in_time(date), partner.id]
            for item in years
            for date, partner in signed_in(item)
        ],
        "anniversaries": _anniversaries(dataset, translator),
        "types": _types(dataset, translator),
        "countries": sorted(
            dataset.countries, key=lambda code: collation_key(translator.country(code))
        ),
        "names": {
            partner.id: name
            for partner in dataset.partners
            if (name := isolated(partner.name[translator.language]))
            != partner.name[translator.language]
        },
        "most": {
            "cities": MAX_CITIES_OF_A_YEAR,
            "anniversaries": MAX_ANNIVERSARIES,
            "marks": MAX_NAMED,
        },
        "words": _words(today, translator),
        "phrases": _phrases(translator),
    }


def _paths(dataset: Dataset, language: str) -> Mapping[str, str]:
    """The paths of pages that are not named after their partner's id, below the map's."""
    addresses = Addresses(dataset, language)
    paths = {
        partner.id: addresses.partner(partner.id).removeprefix(addresses.home)
        for partner in dataset.partners
    }
    return {partner: path for partner, path in paths.items() if path != f"{partner}/"}


def _types(dataset: Dataset, translator: Translator) -> Mapping[str, str]:
    """The types of exchange in words, in the order of the alphabet."""
    names = {one: type_name(one, translator) for one in ExchangeType if one in dataset.types}
    return {
        one.value: names[one] for one in sorted(names, key=lambda one: collation_key(names[one]))
    }


def _rows(
    partner: Partner, span: range, today: datetime.date, translator: Translator
) -> Sequence[Sequence[Any]]:
    """How a partner stands in the list: a run of years begins with its first year.

    What is told of how long it has lasted is a text, or a number that grows with each year.
    """
    runs: list[list[Any]] = []
    for year in span:
        day = told_day(year, today)
        years = lasting_years(partner, day)
        told_as = years or lasting_words(partner, day, translator)
        row = [printed_year(partner, day), listed_year(partner, day), told_as]
        if runs and row == _grown(runs[-1], year):
            continue
        runs.append([year, *row])
    return runs


def _grown(run: Sequence[Any], year: int) -> list[Any]:
    """What a run says of a year."""
    first, printed, listed, told_as = run
    return [printed, listed, told_as + year - first if isinstance(told_as, int) else told_as]


def _happened(item: TimelineYear, translator: Translator) -> Mapping[str, Sequence[Sequence[str]]]:
    """What happened in a year: the partners, each with its name where that has a date beside it."""
    told_of: dict[str, list[list[str]]] = {}
    for happening, dated in happenings(item).items():
        for partner, fact in dated:
            name = dated_name(partner, fact, translator)
            plain = isolated(partner.name[translator.language])
            one = [partner.id] if name == plain else [partner.id, name]
            told_of.setdefault(happening.value, []).append(one)
    return told_of


def _anniversaries(dataset: Dataset, translator: Translator) -> Mapping[str, Sequence[str]]:
    """The day of each agreement that is known to the day, and its words in any year.

    Of 29 February there are words for the years without that day too.
    """
    found = {}
    for partner in dataset.partners:
        lasting = partner.lasting_agreement
        if lasting is None or lasting.fact.date.precision is not Precision.DAY:
            continue
        signed = lasting.fact.date
        days = {signed.latest, anniversary(signed, 1)}
        words = [
            translator.day(day).replace(str(day.year), _YEAR)
            for day in sorted(days, key=lambda day: (-day.month, -day.day))
        ]
        found[partner.id] = [signed.latest.isoformat(), *dict.fromkeys(words)]
    return found


def _words(today: datetime.date, translator: Translator) -> Mapping[str, str]:
    return {
        "today": day_words(today.year, True, translator),
        "end_of_year": translator.gettext("At the end of {year}", year=_YEAR),
        "first_agreement": first_agreement_words(_YEAR, translator),
        "invitation": invitation(translator),
        "no_partners": partners_words(0, 0, translator),
        "no_match": no_match_words(translator),
        "no_dates": no_dates_words(translator),
        "no_contacts": no_contacts_words(_YEAR, translator),
        "shown": shown_words(_FILTERS, _NUMBER, translator),
        "signed": signed_words(translator),
        "share": share_words(_CITY, translator),
        "others": others_words(translator),
        "most": most_words(_NUMBER, None, translator),
        "most_in": most_words(_NUMBER, _YEAR, translator),
        "agreements_label": agreements_label(_LIST, translator),
        "events_label": events_label(_LIST, translator),
        "clear": translator.gettext("Clear"),
        "play": translator.gettext("Play"),
        "pause": translator.gettext("Pause"),
        "failed": translator.gettext("No map data. The list still works."),
    } | {
        happening.value: happening_words(happening, _CITIES, translator) for happening in Happening
    }


def _phrases(translator: Translator) -> Mapping[str, Mapping[str, Any]]:
    def counted(status: str) -> Mapping[str, Any]:
        return phrase(lambda n: (standing_words(translator, **{status: n}) or [""])[0], translator)

    return {
        "partners": phrase(lambda n: partner_cities_words(n, translator), translator),
        "in_countries": phrase(lambda n: countries_words(n, translator), translator),
        "years": phrase(lambda n: years_count(n, translator), translator),
        "events": phrase(lambda n: events_words(n, translator), translator),
        "more_cities": phrase(lambda n: more_cities_words(n, translator), translator),
        "total": phrase(lambda n: total_words(n, translator), translator),
        "anniversary": phrase(
            lambda n: next_anniversary_words(n, _CITY, _DATE, translator), translator
        ),
        "more_anniversaries": phrase(lambda n: more_anniversaries_words(n, translator), translator),
    } | {
        status: counted(status)
        for status in ("projects", "suspended", "undated", "contacts", "ended")
    }
