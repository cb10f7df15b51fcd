"""What an operator sets is taken, and what makes no sense is told at the start."""

from __future__ import annotations

import pytest

from partner_map import settings


def test_the_kiosk_waits_as_long_as_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    assert settings.kiosk_reset_seconds() == 90

    monkeypatch.setenv("PARTNER_MAP_KIOSK_RESET_SECONDS", "30")

    assert settings.kiosk_reset_seconds() == 30


@pytest.mark.parametrize("text", ["0", "-5", "soon", "1.5", "²"])
def test_a_time_without_sense_is_told(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setenv("PARTNER_MAP_KIOSK_TOUR_SECONDS", text)

    with pytest.raises(ValueError, match="PARTNER_MAP_KIOSK_TOUR_SECONDS"):
        settings.kiosk_tour_seconds()
