"""What the pages load: scripts, styles, fonts and data, each under a name of its contents."""

from __future__ import annotations

import datetime
import hashlib
import io
import json
import re
from base64 import b64encode
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import rcssmin
import rjsmin
from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

from partner_map.assets import (
    OWN_ASSETS,
    PLACE_OF_PALETTE,
    Font,
    leaflet_folder,
    palette_style,
)
from partner_map.i18n.translator import catalogue_letters, translator_for
from partner_map.mapview.basemap import basemap_of
from partner_map.model import LANGUAGES, Dataset
from partner_map.picture.formats import png
from partner_map.picture.picture import Wish, draw
from partner_map.picture.sizes import Size, screen
from partner_map.scripts import joined, modules_in_order
from partner_map.site.addresses import ASSETS
from partner_map.site.told import told

SITE_ASSETS: Final = Path(__file__).parent / "assets"
_ENTRY: Final = "site.js"
_STYLES: Final = ("map.css", "timeline_chart.css")
"""Of the map's room."""
WIDE: Final = screen(800, 560)
NARROW: Final = screen(390, 400)
PREVIEW: Final = screen(1200, 630)
MAX_PREVIEWS: Final = 60
"""Partners that have a preview of their own each; of more it would take minutes to draw them."""
PREVIEW_LANGUAGES: Final = LANGUAGES[:2]
"""In which they have it; elsewhere the map of all is shown."""
_WEIGHTS: Final = (400, 700)
"""The lightest and the boldest letters of the pages."""
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
    style: str
    script: str
    outlines: str
    told: Mapping[str, str]
    """By language."""
    pictures: Mapping[str, Picture]
    """The map for a wide and for a narrow window, by language."""
    icon: str
    previews: Mapping[tuple[str, str | None], str]
    """The map as a link's preview shows it, by language and partner; None for all of them."""


def loads_of(dataset: Dataset, today: datetime.date, font: Font) -> Loads:
    """All that the pages of these tables load, on a day.

    Raises:
        PictureError: A picture cannot be drawn.
        OSError: The outlines of the countries are not there.
        AtlasError: The outlines of the world cannot be read.
    """
    files: dict[str, bytes] = {}

    def add(name: str, contents: bytes) -> str:
        stem, _, ending = name.rpartition(".")
        path = f"{ASSETS}/{stem}.{hashlib.sha256(contents).hexdigest()[:8]}.{ending}"
        files[path] = contents
        return path

    def preview(language: str, city: str | None) -> str:
        wish = Wish(PREVIEW, today.year, language, city)
        name = f"preview-{city or 'map'}-{language}.png"
        return add(name, png(draw(dataset, wish, today, font)))

    shown = [partner.id for partner in dataset.placed]
    cities = shown if len(shown) <= MAX_PREVIEWS else []

    def drawn(size: Size, language: str) -> str:
        return draw(dataset, Wish(size, today.year, language), today, font).svg

    texts = {
        language: json.dumps(
            told(dataset, today, "", translator_for(language)),
            ensure_ascii=False,
            separators=(",", ":"),
        )
        for language in LANGUAGES
    }
    letters = _letters(dataset, texts.values())
    cut = b"" if font.file is None else cut_font(font.file, letters)
    return Loads(
        files=files,
        style=add("site.css", _style(cut).encode()),
        script=add("site.js", _script().encode()),
        outlines=add("outlines.js", b"window.partnerMapOutlines=" + basemap_of(dataset)),
        told={
            language: add(f"told-{language}.js", f"window.partnerMapTold={text}".encode())
            for language, text in texts.items()
        },
        pictures={
            language: Picture(
                *(
                    add(f"map-{language}.svg", drawn(size, language).encode())
                    for size in (WIDE, NARROW)
                )
            )
            for language in LANGUAGES
        },
        previews={(language, None): preview(language, None) for language in LANGUAGES}
        | {
            (language, city): preview(language, city)
            for language in PREVIEW_LANGUAGES
            for city in cities
        },
        icon=add("icon.svg", _icon().encode()),
    )


def cut_font(file: Path, letters: str) -> bytes:
    """A font with the letters of a text alone, in the weights that the pages have (WOFF2)."""
    font = TTFont(file, recalcTimestamp=False)
    options = subset.Options(layout_features=["kern", "liga", "locl", "mark", "ccmp", "tnum"])
    cutter = subset.Subsetter(options)
    cutter.populate(text=letters)
    cutter.subset(font)
    if "fvar" in font:
        font = instancer.instantiateVariableFont(font, {"wght": _WEIGHTS})
    font.flavor = "woff2"
    written = io.BytesIO()
    font.save(written)
    return written.getvalue()


def _letters(dataset: Dataset, texts: Iterable[str]) -> str:
    """Every letter that the pages may hold: of the tables, the data and the catalogues."""
    found = set(_KEPT).union(*texts)
    for partner in dataset.partners:
        found.update(partner.own_name, *partner.summary.values(), *partner.note.values())
    for event in dataset.events:
        found.update(*event.title.values())
    for language in LANGUAGES:
        found |= catalogue_letters(language)
    return "".join(sorted(found))


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


def _icon() -> str:
    drawing = (OWN_ASSETS["page"] / "favicon.svg").read_text(encoding="utf-8")
    return drawing.replace(PLACE_OF_PALETTE, palette_style())
