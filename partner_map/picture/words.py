"""What is written on a picture, and what it tells those who do not see it."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from partner_map.i18n.letters import isolated
from partner_map.i18n.translator import Translator
from partner_map.i18n.wording import site_title, status_words
from partner_map.mapview.geojson import all_words
from partner_map.model import Dataset, Partner, PartnershipStatus

LEGEND: Final = (
    PartnershipStatus.AGREEMENT,
    PartnershipStatus.PROJECT,
    PartnershipStatus.UNDATED,
    PartnershipStatus.SUSPENDED,
    PartnershipStatus.ENDED,
    PartnershipStatus.CONTACTS,
)
"""The statuses in the order of the legend."""
_MAX_TOLD: Final = 60
"""Partners that a description names."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a picture in one language."""

    language: str
    title: str
    subtitle: str
    """May be empty."""
    year: str
    legend: Sequence[tuple[PartnershipStatus | None, str]]
    """Those that the picture has; None is the town."""
    credit: str
    name: str
    """What the picture is, in a few words."""
    description: str
    index: Sequence[tuple[str, str]] = ()
    """The partners with their countries and how it stands with them, for a sheet of paper."""


def words_of(
    dataset: Dataset,
    year: int,
    day: datetime.date,
    statuses: Mapping[str, PartnershipStatus],
    chosen: Partner | None,
    names: Mapping[str, str],
    translator: Translator,
) -> Words:
    """The words of a picture that shows partners with these statuses, by id.

    ``names`` are the partners' by id, as they are written.
    """
    language = translator.language
    town = site_title(dataset.town, translator)
    common = all_words(dataset, translator)
    told = [partner for partner in dataset.placed if partner.id in statuses]
    title, subtitle = town, ""
    if chosen is not None:
        title = names.get(chosen.id, chosen.name[language])
        standing = status_words(chosen, day, translator)
        parts = (translator.country(chosen.country), standing)
        subtitle = " · ".join(part for part in parts if part)
    shown = set(statuses.values())
    return Words(
        language=language,
        title=title,
        subtitle=subtitle,
        year=str(year),
        legend=[(status, common[f"legend_{status}"]) for status in LEGEND if status in shown],
        credit=common["credit"],
        name=f"{town}, {year}" if chosen is None else f"{isolated(title)} – {town}, {year}",
        description="; ".join(standings(told, day, translator)),
    )


def index_of(
    partners: Sequence[Partner],
    names: Mapping[str, str],
    day: datetime.date,
    translator: Translator,
) -> list[tuple[str, str]]:
    """What a sheet of paper tells of these partners below its map; names by id."""
    return [
        (
            names[partner.id],
            f"{translator.country(partner.country)}, {status_words(partner, day, translator)}",
        )
        for partner in partners
    ]


def standings(partners: Sequence[Partner], day: datetime.date, translator: Translator) -> list[str]:
    """Where partnerships stand on a day, a few words each; of very many it tells how many more."""
    told = [
        isolated(partner.name[translator.language])
        + translator.colon
        + status_words(partner, day, translator)
        for partner in partners[:_MAX_TOLD]
    ]
    left = len(partners) - len(told)
    if left:
        told.append(translator.ngettext("and {number} more city", "and {number} more cities", left))
    return told
