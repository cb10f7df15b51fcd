"""What the tables are called where a reader takes them along."""

from __future__ import annotations

from partner_map.i18n.translator import Translator


def table_name(name: str, translator: Translator) -> str:
    """A table that people keep, by the name of its file, in words."""
    return {
        "partners": translator.gettext("Partners"),
        "events": translator.gettext("Events"),
        "agreements": translator.gettext("Further agreements"),
    }[name]
