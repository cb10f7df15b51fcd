"""Every table that can be taken along has a name in every language."""

from __future__ import annotations

import pytest

from partner_map.i18n.table_names import table_name
from partner_map.i18n.translator import translator_for
from partner_map.model import LANGUAGES
from partner_map.tables.files import TO_TAKE_ALONG


@pytest.mark.parametrize("language", [code for code in LANGUAGES if code != "en"])
def test_a_table_has_a_name_in_the_readers_language(language: str) -> None:
    english, readers = translator_for("en"), translator_for(language)

    for table in TO_TAKE_ALONG:
        assert table_name(table.name, readers) != table_name(table.name, english)
