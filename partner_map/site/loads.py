"""What the pages load: scripts, styles, fonts and data, each under a name of its contents."""

from __future__ import annotations

import datetime
import io
import json
import re
from base64 import b64encode
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import product
from pathlib import Path
from typing import Final

import rcssmin
import rjsmin
from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

from partner_map.assets import (
    OWN_ASSETS,
    Font,
    icon_drawing,
    leaflet_folder,
    palette_style,
    plain_icon_drawing,
)
from partner_map.i18n.translator import catalogue_letters, translator_for
from partner_map.mapview.basemap import basemap_of
from partner_map.model import LANGUAGES, Dataset, Photo
from partner_map.open_data.manifest import ICON_PIXELS, TOUCH_PIXELS
from partner_map.photos.addresses import photo_name
from partner_map.photos.album import Album
from partner_map.photos.making import FORMATS, widths
from partner_map.picture.browser_code import engine
from partner_map.picture.formats import pdf, pixels, png
from partner_map.picture.picture import Picture as Drawing
from partner_map.picture.picture import Wish, draw
from partner_map.picture.sizes import Size, read_size, screen
from partner_map.scripts import joined, modules_in_order
from partner_map.site.making import Task, make_all
from partner_map.site.standing import Standing, asset_path, digest_of
from partner_map.site.told import told

SITE_ASSETS: Final = Path(__file__).parent / "assets"
_ENTRY: Final = "site.js"
_EARLY: Final = "early.js"
_STYLE: Final = "site.css"
_STYLES: Final = ("map.css", "timeline_chart.css")
"""Of the map's room."""
WIDE: Final = screen(800, 560)
NARROW: Final = screen(390, 400)
PREVIEW: Final = screen(1200, 630)
MAX_PREVIEWS: Final = 60
"""Partners that have a preview of their own each; of more it would take minutes to draw them."""
PREVIEW_LANGUAGES: Final = LANGUAGES[:2]
"""In which they have it; elsewhere the map of all is shown."""
POSTER: Final = "A3"
POSTER_LANGUAGES: Final = LANGUAGES[:2]
"""In which there is a poster, which takes seconds to draw; the last one is for all the others."""
_WEIGHTS: Final = (400, 700)
"""The lightest and the boldest letters of the pages."""
_COPYRIGHT, _LICENCE, _LICENCE_URL = 0, 13, 14  # of a font's table of names
_KEPT: Final = "".join(map(chr, range(0x20, 0x7F))) + "\u00a0–—…·‹›×°„”’“‘«»"
"""Letters that any page may need."""


@dataclass(frozen=True, slots=True)
class Picture:
    """The paths of a picture."""

    wide: str
    narrow: str


@dataclass(frozen=True, slots=True)
class Loads:
    """Paths below the site's root, and the files under them."""

    files: Mapping[str, bytes]
    made_from: Mapping[str, str]
    """The paths of those that take long to make, by what they were made from."""
    style: str
    early: str
    """The script that runs before anything is seen."""
    script: str
    outlines: str
    told: Mapping[str, str]
    """By language."""
    pictures: Mapping[str, Picture]
    """The map for a wide and for a narrow window, by language."""
    icon: str
    pixel_icons: Sequence[str]
    """As wide as ``ICON_PIXELS`` has it."""
    touch_icon: str
    previews: Mapping[tuple[str, str | None], str]
    """The map as a link's preview shows it, by language and partner; None for all of them."""
    posters: Mapping[str, str]
    """The map of today as a sheet to print, by language."""

    def poster_for(self, language: str) -> str:
        """The path of the poster in a language, or of that for those who have none of their own."""
        return self.posters.get(language, self.posters[POSTER_LANGUAGES[-1]])

    photos: Mapping[str, Mapping[tuple[int, str], str]]
    """By version, the paths of each width in pixels and format."""


def loads_of(
    dataset: Dataset,
    today: datetime.date,
    font: Font,
    standing: Standing,
    album: Album | None = None,
) -> Loads:
    """All that the pages of these tables load, on a day; no photos without an album.

    What takes long to make is taken over from the site that stands, where it is the same.

    Raises:
        PictureError: A picture cannot be drawn.
        OSError: The outlines of the countries are not there.
        AtlasError: The outlines of the world cannot be read.
    """
    files: dict[str, bytes] = {}

    def add(name: str, contents: bytes) -> str:
        path = asset_path(name, contents)
        files[path] = contents
        return path

    def photo(shown: Photo) -> Mapping[tuple[int, str], str]:
        sizes = product(widths(shown.width), FORMATS)
        made = {size: album and album.small(shown, *size) for size in sizes}
        return {
            (width, ending): add(f"{photo_name(shown)}-{width}.{ending}", data)
            for (width, ending), data in made.items()
            if data and all(made.values())
        }

    def in_pixels(width: int) -> bytes:
        return pixels(plain_icon_drawing(), width)

    letters = _letters_of_tables(dataset)
    told_paths = {}
    for language in LANGUAGES:
        of_language = told(dataset, today, "", translator_for(language))
        text = json.dumps(of_language, ensure_ascii=False, separators=(",", ":"))
        letters |= {*text, *catalogue_letters(language)}
        told_paths[language] = add(f"told-{language}.js", f"window.partnerMapTold={text}".encode())
    with engine() as lay_out:

        def drawn(size: Size, language: str, city: str | None = None) -> Drawing:
            return draw(dataset, Wish(size, today.year, language, city), today, font, lay_out)

        pictures = {
            language: Picture(
                *(
                    add(f"map-{language}.svg", drawn(size, language).svg.encode())
                    for size in (WIDE, NARROW)
                )
            )
            for language in LANGUAGES
        }
        previews = {one: _preview(drawn(PREVIEW, *one)) for one in _previewed(dataset)}
        posters = {
            language: _poster(drawn(read_size(POSTER), language)) for language in POSTER_LANGUAGES
        }
    style = _style_task(font, "".join(sorted(letters)))
    made = make_all([style, *previews.values(), *posters.values()], standing)
    files.update(made.files)
    return Loads(
        files=files,
        made_from=made.made_from,
        style=made.paths[style.name],
        early=add("early.js", str(rjsmin.jsmin(_module(_EARLY))).encode()),
        script=add("site.js", _script().encode()),
        outlines=add("outlines.js", b"window.partnerMapOutlines=" + basemap_of(dataset)),
        told=told_paths,
        pictures=pictures,
        previews={one: made.paths[task.name] for one, task in previews.items()},
        posters={language: made.paths[task.name] for language, task in posters.items()},
        icon=add("icon.svg", icon_drawing().encode()),
        pixel_icons=[add(f"icon-{width}.png", in_pixels(width)) for width in ICON_PIXELS],
        touch_icon=add("touch-icon.png", in_pixels(TOUCH_PIXELS)),
        photos={version: paths for version, one in dataset.photos.items() if (paths := photo(one))},
    )


def _previewed(dataset: Dataset) -> Iterator[tuple[str, str | None]]:
    """The languages and partners of which there is a preview; None for all partners."""
    yield from ((language, None) for language in LANGUAGES)
    shown = [partner.id for partner in dataset.placed]
    if len(shown) <= MAX_PREVIEWS:
        yield from product(PREVIEW_LANGUAGES, shown)


def _preview(drawing: Drawing) -> Task:
    name = f"preview-{drawing.wish.city or 'map'}-{drawing.wish.language}.png"
    made_from = digest_of(name.encode(), drawing.svg.encode())
    return Task(name, made_from, partial(png, drawing))


def _poster(drawing: Drawing) -> Task:
    name = f"poster-{drawing.wish.language}.pdf"
    told = (drawing.svg, drawing.name, drawing.description, drawing.day.isoformat())
    made_from = digest_of(name.encode(), *(one.encode() for one in told))
    return Task(name, made_from, partial(pdf, drawing))


def _style_task(font: Font, letters: str) -> Task:
    """All styles, in which the font is cut to the letters."""
    file = font.file
    whole = b"" if file is None else file.read_bytes()

    def make() -> bytes:
        return _style(b"" if file is None else cut_font(file, letters)).encode()

    return Task(_STYLE, digest_of(_STYLE.encode(), whole, letters.encode()), make)


def cut_font(file: Path, letters: str) -> bytes:
    """A font with the letters of a text alone, in the weights that the pages have (WOFF2)."""
    font = TTFont(file, recalcTimestamp=False)
    # The licence reserves the font's own name (OFL 1.1): a cut copy tells whose it is, no more.
    options = subset.Options(
        layout_features=["kern", "liga", "locl", "mark", "ccmp", "tnum"],
        name_IDs=[_COPYRIGHT, _LICENCE, _LICENCE_URL],
    )
    cutter = subset.Subsetter(options)
    cutter.populate(text=letters)
    cutter.subset(font)
    if "fvar" in font:
        font = instancer.instantiateVariableFont(font, {"wght": _WEIGHTS})
    font.flavor = "woff2"
    written = io.BytesIO()
    font.save(written)
    return written.getvalue()


def _letters_of_tables(dataset: Dataset) -> set[str]:
    """Every letter of the tables that the pages may hold, and those that any page may need."""
    found = set(_KEPT)
    for partner in dataset.partners:
        found.update(partner.own_name, *partner.summary.values(), *partner.note.values())
    for event in dataset.events:
        found.update(*event.title.values())
    for photo in dataset.photos.values():
        found.update(photo.author, photo.licence, *photo.alt.values())
    return found


def _script() -> str:
    """Leaflet and our modules as one classic script, which may be opened from a disk."""
    leaflet = (leaflet_folder() / "leaflet.js").read_text(encoding="utf-8")
    leaflet = re.sub(r"//# sourceMappingURL=\S+", "", leaflet)
    modules = joined(modules_in_order(_ENTRY, _module))
    own = f'(() => {{"use strict";\n{modules}\nmodules["{_ENTRY}"].start();}})();'
    return f"{leaflet}\n{rjsmin.jsmin(own)}"


def _module(name: str) -> str:
    folders = (SITE_ASSETS, OWN_ASSETS["map"])
    path = next(folder / name for folder in folders if (folder / name).is_file())
    return path.read_text(encoding="utf-8")


def _style(font: bytes) -> str:
    """All styles as one, with the font in it: a disk and a sandbox give no file of its own."""
    leaflet = (leaflet_folder() / "leaflet.css").read_text(encoding="utf-8")
    letters = b64encode(font).decode()
    face = (
        f'@font-face{{font-family:"Source Sans";font-weight:{_WEIGHTS[0]} {_WEIGHTS[1]};'
        f'font-display:swap;src:url("data:font/woff2;base64,{letters}") format("woff2")}}'
        if font
        else ""
    )
    own = [(OWN_ASSETS["map"] / name).read_text(encoding="utf-8") for name in _STYLES]
    site = (SITE_ASSETS / "site.css").read_text(encoding="utf-8")
    whole = "\n".join([re.sub(r"url\([^)]*\)", "none", leaflet), palette_style(), face, *own, site])
    return str(rcssmin.cssmin(whole))
