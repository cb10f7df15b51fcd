"""The names on a picture's map: how they look, and how much room they take, as map.css has it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any, Final

from partner_map.model import Partner
from partner_map.picture.letters import Letters, Style

COMPACT_WIDTH: Final = 640
"""Pixels up to which a map is compact."""


@dataclass(frozen=True, slots=True)
class Box:
    """A name's letters and what is about them, in pixels."""

    style: Style
    height: float
    aside: float
    above: float = 0.0

    def measured(self, letters: Letters, text: str) -> dict[str, Any]:
        """How much room a name takes, and its letters within, as ``picture.js`` asks."""
        width = letters.width(text, self.style)
        return {"size": self.size(letters, text), "width": width, "font": self.style.size}

    def size(self, letters: Letters, text: str) -> dict[str, float]:
        """How much room a name takes."""
        width = letters.width(text, self.style) + 2 * self.aside
        return {"width": width, "height": self.height + 2 * self.above}


@dataclass(frozen=True, slots=True)
class NameStyles:
    """How the names of a map look."""

    partner: Box
    chosen: Box
    town: Box
    country: Box


def name_styles(width: int) -> NameStyles:
    """How the names look on a map of a width in pixels."""
    if width <= COMPACT_WIDTH:
        return NameStyles(
            partner=Box(Style(14, 600), 24, 3),
            chosen=Box(Style(15, 700), 24, 3),
            town=Box(Style(15, 700), 24, 3),
            country=Box(Style(10, 500, 0.12), 12, 2, 1),
        )
    return NameStyles(
        partner=Box(Style(15, 600), 24, 4),
        chosen=Box(Style(17, 700), 24, 4),
        town=Box(Style(16, 700), 24, 4),
        country=Box(Style(11, 500, 0.12), 12, 2, 1),
    )


@dataclass(frozen=True, slots=True)
class Name:
    """A name on the map."""

    text: str
    box: Box
    colour: str
    """Of the palette."""


@dataclass(frozen=True, slots=True)
class Names:
    """All names that a map may have."""

    town: Name
    partners: Mapping[str, Name]
    """By id."""
    countries: Mapping[str, Name]
    """By ISO 3166-1 alpha-2 code."""

    def measured(self, letters: Letters) -> dict[str, object]:
        """How much room each takes, as ``picture.js`` asks."""
        return {
            "town": self.town.box.measured(letters, self.town.text),
            "partners": {
                partner: name.box.measured(letters, name.text)
                for partner, name in self.partners.items()
            },
            "countries": {
                code: name.box.size(letters, name.text) for code, name in self.countries.items()
            },
        }


def names_of(
    town: str,
    partners: Mapping[str, str],
    countries: Mapping[str, str],
    ended: Collection[str],
    chosen: str | None,
    styles: NameStyles,
) -> Names:
    """The names of a map; partners by id, of which some have ended and one may be chosen."""

    def partner(partner_id: str, text: str) -> Name:
        if partner_id == chosen:
            return Name(text, styles.chosen, "ink")
        return Name(text, styles.partner, "ended-text" if partner_id in ended else "ink")

    return Names(
        Name(town, styles.town, "town"),
        {partner_id: partner(partner_id, text) for partner_id, text in partners.items()},
        {code: Name(text.upper(), styles.country, "country") for code, text in countries.items()},
    )


def written_name(partner: Partner, language: str, letters: Letters) -> str:
    """A partner's name in a language, or in the first that the letters are there for, or its id."""
    names = (partner.name[language], *partner.name.values(), partner.own_name)
    return next((name for name in names if letters.has(name)), partner.id)
