"""What the pages of the live application are called in its header."""

from __future__ import annotations

from partner_map.i18n.translator import Translator
from partner_map.permalink import DATA_PATH, EXCHANGES_PATH, MAP_PATH, PRESENTATION_PATH


def page_names(translator: Translator) -> dict[str, str]:
    """The name of each page by its path below the server's root, in the order of the header."""
    return {
        MAP_PATH: translator.gettext("Map"),
        EXCHANGES_PATH: translator.gettext("Exchanges"),
        PRESENTATION_PATH: translator.gettext("Presentation"),
        DATA_PATH: translator.gettext("About the data"),
    }
