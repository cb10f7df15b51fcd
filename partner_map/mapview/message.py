"""What the map shows as the few hundred bytes that the browser's layer is sent."""

from __future__ import annotations

import base64
import datetime
from collections.abc import Collection
from dataclasses import dataclass

from partner_map.mapview.folium_host import BareGroup, ScriptElement, script_template
from partner_map.model import NO_FILTERS, Dataset, Filters, Partner, kept_with_dataset
from partner_map.timeline import is_told, status_at, status_on


@dataclass(frozen=True, slots=True)
class Shown:
    """What the map shows of the partners."""

    year: int
    city: str | None
    """The id of the chosen partner."""
    filters: Filters = NO_FILTERS
    """Of which the map knows the types and the countries."""
    among: Collection[Partner] | None = None
    """No other partner is shown; None for no such limit."""
    today: datetime.date | None = None
    """The day by which the current year is told; None for a year that is over."""


class Announcement(ScriptElement):
    """Hands what is shown to the layer in the frame."""

    _template = script_template(
        "window.partnerMapView={{ this.view|tojson }};"
        'window.dispatchEvent(new Event("partner-map-view"));'
    )

    def __init__(self, view: dict[str, object]) -> None:
        super().__init__("Announcement")
        self.view = view


class ViewMessage(BareGroup):
    """An empty feature group whose script, evaluated when it changes, announces what is shown.

    Ids, kinds and country codes are the only words in it, and each is one that
    the checked tables hold.
    """

    def __init__(self, dataset: Dataset, shown: Shown) -> None:
        super().__init__()
        self.add_child(Announcement(message_of(dataset, shown)))


def message_of(dataset: Dataset, shown: Shown) -> dict[str, object]:
    """What the browser's layer is told of what is shown; what lets all through is left out."""
    among = None if shown.among is None else _among(dataset, shown.among)
    last_day = datetime.date(shown.year, 12, 31)
    today = shown.today or datetime.date.max
    day = min(last_day, today)
    statuses = None if day == last_day else _statuses_of_the_day(dataset, day)
    undated = bool(dataset.undated) and is_told(dataset.undated[0], day, today)
    chosen: dict[str, object] = {
        "types": sorted(exchange_type.value for exchange_type in shown.filters.types),
        "countries": sorted(shown.filters.countries),
        "among": among,
        "statuses": statuses,
        "undated": undated or None,
    }
    # Each byte is sent with every step.
    told = {name: value for name, value in chosen.items() if value not in (None, [], {})}
    return {"year": shown.year, "city": shown.city, "version": dataset.version} | told


@kept_with_dataset(max_results=2)
def _statuses_of_the_day(dataset: Dataset, day: datetime.date) -> dict[str, str]:
    """The statuses on a day, by partner, that are not yet those at the end of its year."""
    statuses = ((partner, status_on(partner, day)) for partner in dataset.placed)
    return {
        partner.id: status.value
        for partner, status in statuses
        if status is not status_at(partner, day.year)
    }


def _among(dataset: Dataset, partners: Collection[Partner]) -> str:
    """A bit for each partner on the map in the order of its data, packed into base64.

    So that two thousand partners are told in a few hundred bytes.
    """
    ids = {partner.id for partner in partners}
    bits = bytearray(-(-len(dataset.placed) // 8))
    for place, partner in enumerate(dataset.placed):
        if partner.id in ids:
            bits[place // 8] |= 1 << place % 8
    return base64.b64encode(bits).decode()
