"""The pages of HTML alone, as the server answers for them."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from partner_map.model import LANGUAGES
from partner_map.permalink import PLAIN_PATHS
from partner_map.runtime import store
from partner_map.runtime.store import Loaded


@pytest.mark.parametrize("path", PLAIN_PATHS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_plain_page_needs_no_script_and_no_other_host(
    application: TestClient, path: str, language: str
) -> None:
    answer = application.get(f"/{path}?lang={language}")

    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
    assert f'<html lang="{language}">' in answer.text
    assert "<script" not in answer.text
    assert 'src="' not in answer.text


@pytest.mark.parametrize("path", PLAIN_PATHS)
def test_it_is_sent_again_only_when_it_has_changed(application: TestClient, path: str) -> None:
    first = application.get(f"/{path}")

    again = application.get(f"/{path}", headers={"If-None-Match": first.headers["ETag"]})

    assert first.headers["Cache-Control"] == "no-cache"
    assert again.status_code == 304


@pytest.mark.parametrize("path", PLAIN_PATHS)
def test_without_data_it_says_so_and_leads_home(
    application: TestClient, path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded = store.current()
    empty = Loaded(None, loaded.faults, loaded.checked)
    monkeypatch.setattr(store, "current", lambda: empty)

    answer = application.get(f"/{path}?lang=en")

    assert answer.status_code == 503
    assert "The data cannot be shown at the moment." in answer.text
    assert 'href="/?lang=en"' in answer.text
