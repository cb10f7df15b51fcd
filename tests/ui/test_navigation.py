"""The pages of the header and the paths that the server knows are the same."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from partner_map.i18n.translator import translator_for
from partner_map.permalink import PAGE_PATHS
from partner_map.ui import navigation


def test_the_server_knows_the_path_of_every_page_and_no_other(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made: list[SimpleNamespace] = []

    def page(_: object, **arguments: object) -> SimpleNamespace:
        made.append(SimpleNamespace(**arguments))
        return made[-1]

    # Streamlit's own can only be made within a run.
    monkeypatch.setattr("streamlit.Page", page)

    navigation.pages(translator_for("pl"))

    assert tuple(page.url_path for page in made) == PAGE_PATHS
    assert [page.default for page in made] == [path == "" for path in PAGE_PATHS]
    assert all("lang" in navigation.url_parameters(path) for path in PAGE_PATHS)
