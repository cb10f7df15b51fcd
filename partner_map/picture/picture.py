"""The picture of the map as an SVG that needs nothing else: neither a font nor a style."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from partner_map.assets import Font, palette
from partner_map.i18n.translator import translator_for
from partner_map.mapview.basemap import basemap_of, basemap_reaching
from partner_map.mapview.geojson import partners_geojson
from partner_map.model import LANGUAGES, NO_FILTERS, Dataset, Filters, Partner, PartnershipStatus
from partner_map.overview import chosen_partners, overview
from partner_map.picture.browser_code import LayOut, laid_out
from partner_map.picture.errors import CityError, YearError
from partner_map.picture.letters import Letters, letters_of
from partner_map.picture.map_drawing import Layout, map_elements, sample
from partner_map.picture.names import name_styles, names_of, written_name
from partner_map.picture.scribe import Scribe
from partner_map.picture.sheet import Sheet, bare_sheet, sheet_of
from partner_map.picture.sizes import Size
from partner_map.picture.svg import element, text
from partner_map.picture.words import Words, index_of, words_of
from partner_map.tables.nearest import nearest_of
from partner_map.timeline import is_told, status_on, told_day

_BLEED: Final = 4
"""Pixels by which the head and the foot go beyond the picture, so that no map shines through."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What a picture shows, and how large."""

    size: Size
    year: int
    language: str = LANGUAGES[0]
    city: str | None = None
    """The id of the partner that it is about; None for all."""
    filters: Filters = NO_FILTERS
    is_bare: bool = False
    """Whether it is the map alone, of all places, as a page has it before anybody moves it."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that is drawn."""

    svg: str
    name: str
    """What it is, in a few words of its language."""
    description: str
    """What it shows, for those who do not see it."""
    wish: Wish
    day: datetime.date
    """The day of which it tells."""


def draw(
    dataset: Dataset, wish: Wish, today: datetime.date, font: Font, lay_out: LayOut = laid_out
) -> Picture:
    """The map as a picture: the same for the same tables, wish and day.

    It holds the town and all partners in the smallest frame, or the town and the chosen one; what
    the filters leave out is not drawn. A year is told by its last day, the present one by today.
    Whoever draws many gives what lays out all of them (``browser_code.engine``).

    Raises:
        YearError: The year is not on the timeline.
        CityError: There is no such partner, or it has no place on the map.
        FontError: There is no font to write in.
        OSError: The outlines of the countries are not there.
        AtlasError: The outlines of the world cannot be read.
    """
    if not dataset.town.first_year <= wish.year <= today.year:
        raise YearError(wish.year, dataset.town.first_year, today.year)
    translator = translator_for(wish.language)
    letters = letters_of(font.file)
    day = told_day(wish.year, today)
    chosen = None if wish.city is None else _chosen(dataset, wish.city)
    statuses = _statuses(dataset, wish.filters, day, today)
    shown = overview(dataset, wish.filters).at(wish.year, today).shown
    written = {one.id: written_name(one, wish.language, letters) for one in shown}
    words = words_of(dataset, wish.year, day, statuses, chosen, written, translator)
    if wish.size.paper_mm is not None and chosen is None:
        words = replace(words, index=index_of(shown, written, day, translator))
    sheet = bare_sheet(wish.size) if wish.is_bare else sheet_of(wish.size, words, letters)
    partners = partners_geojson(dataset, translator, font.url)
    names = names_of(
        partners["town"]["name"],
        {partner: written[partner] for partner in statuses},
        partners["countries"],
        {one for one, status in statuses.items() if status is PartnershipStatus.ENDED},
        wish.city,
        name_styles(sheet.width),
    )
    asked = {
        "town": partners["town"],
        "features": partners["features"],
        "statuses": statuses,
        "chosen": wish.city,
        "bare": wish.is_bare,
        "size": {"x": sheet.width, "y": sheet.map_height},
        "names": names.measured(letters),
    }
    layout = _laid_out(dataset, asked, lay_out)
    if not wish.is_bare and all(place["id"] is not None for place in layout["names"]):
        sheet = _with_town(sheet, wish.size, words, names.town.text, letters)
    scribe = Scribe(letters)
    ground = map_elements(layout, names, dataset.town.country, dataset.countries, scribe)
    drawn = "".join(ground)
    margins = "" if wish.is_bare else "".join(_margins(sheet, layout, scribe))
    svg = _svg(wish.size, words, sheet, scribe.definitions(), drawn, margins)
    return Picture(svg, words.name, words.description, wish, day)


def _laid_out(dataset: Dataset, asked: Mapping[str, object], lay_out: LayOut) -> Layout:
    """Where all stands, on outlines that reach to the picture's edges."""
    outlines = basemap_of(dataset)
    layout = lay_out(asked, outlines.decode())
    further = basemap_reaching(dataset, layout["corners"])
    return layout if further == outlines else lay_out(asked, further.decode())


def _with_town(sheet: Sheet, size: Size, words: Words, town: str, letters: Letters) -> Sheet:
    """The sheet with the town in its legend, as the map has no room for its name.

    Where the legend has no room either, the title alone tells it.
    """
    named = replace(words, legend=[(None, town), *words.legend])
    other = sheet_of(size, named, letters)
    return other if (other.foot, other.smallest) == (sheet.foot, sheet.smallest) else sheet


def _chosen(dataset: Dataset, city: str) -> Partner:
    partner = dataset.by_id.get(city)
    if partner is None or partner.coordinate is None:
        raise CityError(city, nearest_of(city, [one.id for one in dataset.placed]))
    return partner


def _statuses(
    dataset: Dataset, filters: Filters, day: datetime.date, today: datetime.date
) -> Mapping[str, PartnershipStatus]:
    """Where the partnerships stand on a day that had begun and are told of it, by partner's id."""
    chosen = chosen_partners(dataset, filters)
    told = (one for one in chosen if one.coordinate is not None and is_told(one, day, today))
    statuses = {partner.id: status_on(partner, day) for partner in told}
    return {
        partner: status
        for partner, status in statuses.items()
        if status is not PartnershipStatus.NONE
    }


def _svg(size: Size, words: Words, sheet: Sheet, letters: str, ground: str, margins: str) -> str:
    """The parts put together; what of the map lies beyond its edges is covered by the margins."""
    colours = palette()
    return element(
        "svg",
        element("title", text(words.name), id="title"),
        element("desc", text(words.description), id="desc"),
        letters,
        element("rect", width=sheet.width, height=sheet.height, fill=colours["sea"]),
        element("g", ground, transform=f"translate(0 {sheet.head})"),
        margins,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {sheet.width} {sheet.height}",
        width=size.pixels[0],
        height=size.pixels[1],
        role="img",
        aria_labelledby="title desc",
        lang=words.language,
    )


def _margins(sheet: Sheet, layout: Layout, scribe: Scribe) -> Iterator[str]:
    """The head and the foot."""
    colours = palette()
    foot = sheet.height - sheet.foot
    wide = sheet.width + 2 * _BLEED
    for y, height in ((-_BLEED, sheet.head + _BLEED), (foot, sheet.foot + _BLEED)):
        yield element("rect", x=-_BLEED, y=y, width=wide, height=height, fill=colours["paper"])
    edges = f"M0 {sheet.head - 0.5:g}H{sheet.width}M0 {foot + 0.5:g}H{sheet.width}"
    yield element("path", d=edges, stroke=colours["line"], stroke_width=1)
    for one in sheet.samples:
        yield sample(layout, one.status, one.x, one.y)
    for line in sheet.texts:
        yield scribe.write(line.words, line.style, line.x, line.y, line.colour)
