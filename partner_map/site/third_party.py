"""What the published pages hold that others have made, with its notices and licences.

Leaflet's licence and the font's notices are taken from the installed packages, so that they are
those of what is published.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, files, version

from fontTools.ttLib import TTFont

from partner_map.assets import Font

LICENCES_FILE = "licences.txt"
"""Its path below the site's root."""
_LEAFLET = "django-js-lib-leaflet"
_FONT_NOTICES = (0, 13, 14)
"""Copyright, licence and its address in a font's table of names (OpenType, name table)."""
DATA_NOTICES = """\
The outlines of countries: Natural Earth 1:50m, in the public domain
https://www.naturalearthdata.com/about/terms-of-use/

The places of cities: GeoNames, Creative Commons Attribution 4.0
https://www.geonames.org/  https://creativecommons.org/licenses/by/4.0/"""
_RULE = "\n\n" + "-" * 72 + "\n\n"


def licences_text(font: Font) -> str:
    """The notices of everything of others, the same for the same packages."""
    return _RULE.join((*_parts(font), DATA_NOTICES)) + "\n"


def _parts(font: Font) -> Iterator[str]:
    leaflet = _leaflet_licence()
    if leaflet:
        yield f"Leaflet, from {_LEAFLET} {version(_LEAFLET)}\nhttps://leafletjs.com/\n\n{leaflet}"
    if font.file is not None:
        names = TTFont(font.file)["name"]
        told = (names.getDebugName(number) for number in (1, *_FONT_NOTICES))
        yield "The letters of the pages and pictures, of which they carry a part:\n\n" + "\n".join(
            line for line in told if line
        )


def _leaflet_licence() -> str:
    """The text of Leaflet's licence as its package brings it; empty without it."""
    try:
        found = [file for file in files(_LEAFLET) or [] if file.name == "LICENSE"]
    except PackageNotFoundError:
        return ""
    return found[0].read_text(encoding="utf-8").strip() if found else ""
