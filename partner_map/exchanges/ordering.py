"""The order in which a selection is listed: letters as people of the language sort them."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from enum import StrEnum

import numpy as np
import numpy.typing as npt

from partner_map.exchanges.selection import Answer
from partner_map.i18n.letters import collation_key
from partner_map.i18n.translator import translator_for
from partner_map.i18n.wording import event_partners, event_types
from partner_map.model import Dataset, Event, Partner, PartnershipStatus, kept_with_dataset
from partner_map.timeline import status_on


class SortKey(StrEnum):
    """What exchanges are sorted by."""

    DATE = "date"
    CITIES = "cities"
    TYPE = "kind"
    TITLE = "title"


def ordered_partners(answer: Answer, language: str) -> list[Partner]:
    """The selected partners by their names."""
    ranks = _ranks_of_partners(answer.dataset, language)[answer.partner_numbers]
    numbers = answer.partner_numbers[np.argsort(ranks, kind="stable")]
    return [answer.dataset.partners[number] for number in numbers]


def partners_by_latest(
    answer: Answer, today: datetime.date, language: str
) -> tuple[Sequence[Partner], Sequence[Partner]]:
    """The selected partners whose cooperation is not over, and those whose cooperation is.

    Those with the latest selected exchange come first, those without one last, by their names.
    """
    latest: dict[str, int] = {}
    for number, event in enumerate(answer.events):
        for partner_id in event.partners:
            latest[partner_id] = number
    partners = sorted(
        ordered_partners(answer, language),
        key=lambda partner: latest.get(partner.id, -1),
        reverse=True,
    )
    statuses = [(partner, status_on(partner, today)) for partner in partners]
    ended = PartnershipStatus.ENDED
    going_on = [partner for partner, status in statuses if status is not ended]
    return going_on, [partner for partner, status in statuses if status is ended]


def ordered_events(
    answer: Answer, sort_key: SortKey, descending: bool, language: str, start: int, end: int
) -> list[Event]:
    """The selected exchanges from one place to another of an order.

    What is equal in the column stands in the order of the dates.
    """
    ranks = _ranks_of_events(answer.dataset, sort_key, language)[answer.event_numbers]
    numbers = answer.event_numbers[np.argsort(ranks, kind="stable")]
    if descending:
        numbers = numbers[::-1]
    return [answer.dataset.events[number] for number in numbers[start:end]]


@kept_with_dataset(max_results=2)
def _ranks_of_partners(dataset: Dataset, language: str) -> npt.NDArray[np.intp]:
    return _ranks([partner.name[language] for partner in dataset.partners])


@kept_with_dataset(max_results=8)
def _ranks_of_events(dataset: Dataset, sort_key: SortKey, language: str) -> npt.NDArray[np.intp]:
    translator = translator_for(language)
    match sort_key:
        case SortKey.DATE:
            return np.arange(len(dataset.events))
        case SortKey.CITIES:
            return _ranks([event_partners(dataset, event, translator) for event in dataset.events])
        case SortKey.TYPE:
            return _ranks([event_types(event, translator) for event in dataset.events])
        case SortKey.TITLE:
            return _ranks([event.title[language] for event in dataset.events])


def _ranks(texts: list[str]) -> npt.NDArray[np.intp]:
    """The place of each text among the sorted ones; equal texts share a place."""
    places = {
        text: place for place, text in enumerate(sorted(dict.fromkeys(texts), key=collation_key))
    }
    return np.array([places[text] for text in texts], dtype=np.intp)
