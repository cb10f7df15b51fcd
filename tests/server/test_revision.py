"""Open pages hear at once of other data, and a crowd of them costs few look-ups."""

from __future__ import annotations

from dataclasses import replace
from itertools import count

import pytest
from starlette.testclient import TestClient

from partner_map.presentation import choices
from partner_map.runtime import store
from partner_map.server import revision


@pytest.fixture(autouse=True)
def _numbered(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each look-up finds another revision."""
    numbers = count()
    monkeypatch.setattr(choices, "revision", lambda: f"look-up {next(numbers)}")
    # What is told to other tests is not told again.
    loaded = replace(store.current())
    monkeypatch.setattr(store, "current", lambda: loaded)


def told(application: TestClient) -> str:
    answer = application.get("/data/revision")
    assert answer.headers["Cache-Control"] == "no-store"
    return answer.text


def test_a_crowd_is_answered_from_one_look_up(
    application: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(revision, "KEPT_SECONDS", 3600)

    assert {told(application) for _ in range(20)} == {"look-up 0"}


def test_the_presenters_choices_and_the_day_are_looked_up_again(
    application: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(revision, "KEPT_SECONDS", 0)

    assert [told(application) for _ in range(2)] == ["look-up 0", "look-up 1"]


def test_other_data_are_told_at_once(
    application: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(revision, "KEPT_SECONDS", 3600)
    before = told(application)
    saved = replace(store.current())

    monkeypatch.setattr(store, "current", lambda: saved)

    assert told(application) != before
