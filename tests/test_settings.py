"""What an operator sets is taken, and what makes no sense is told at the start."""

from __future__ import annotations

from pathlib import Path

import pytest

from partner_map import settings


def test_the_kiosk_waits_as_long_as_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    assert settings.kiosk_reset_seconds() == 90

    monkeypatch.setenv("PARTNER_MAP_KIOSK_RESET_SECONDS", "30")

    assert settings.kiosk_reset_seconds() == 30


def test_the_url_of_a_site_ends_in_a_slash(monkeypatch: pytest.MonkeyPatch) -> None:
    assert settings.site_url() == ""

    monkeypatch.setenv("PARTNER_MAP_SITE_URL", "https://www.example.pl/miasta")

    assert settings.site_url() == "https://www.example.pl/miasta/"


@pytest.mark.parametrize("text", ["www.example.pl", "javascript:alert(1)", "https://a.pl/?x=1"])
def test_a_url_under_which_nothing_can_stand_is_told(
    monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    monkeypatch.setenv("PARTNER_MAP_URL", text)

    with pytest.raises(ValueError, match="PARTNER_MAP_URL must be a full URL"):
        settings.live_url()


@pytest.mark.parametrize("text", ["0", "-5", "soon", "1.5", "²"])
def test_a_time_without_sense_is_told(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setenv("PARTNER_MAP_KIOSK_TOUR_SECONDS", text)

    with pytest.raises(ValueError, match="PARTNER_MAP_KIOSK_TOUR_SECONDS"):
        settings.kiosk_tour_seconds()


def test_the_state_lies_where_it_is_set_or_in_the_checkout(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PARTNER_MAP_STATE", "/srv/state")
    assert settings.state_folder() == Path("/srv/state")

    monkeypatch.delenv("PARTNER_MAP_STATE")
    assert settings.state_folder() == settings.PROJECT_FOLDER / ".state"


@pytest.mark.parametrize(
    ("variable", "value", "folder"),
    [
        ("XDG_STATE_HOME", "/home/clerk/state", Path("/home/clerk/state/partner-map")),
        ("LOCALAPPDATA", "/Users/clerk/Local", Path("/Users/clerk/Local/partner-map")),
        ("HOME", "/home/clerk", Path("/home/clerk/.local/state/partner-map")),
    ],
)
def test_installed_the_state_lies_with_the_users(
    monkeypatch: pytest.MonkeyPatch, variable: str, value: str, folder: Path
) -> None:
    for name in ("PARTNER_MAP_STATE", "XDG_STATE_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv(variable, value)
    monkeypatch.setattr(settings, "PROJECT_FOLDER", settings.PACKAGE_FOLDER / "project")

    assert settings.state_folder() == folder


@pytest.mark.parametrize(
    ("text", "origins"),
    [
        ("", None),
        ("none", ()),
        ("https://www.example.org", ("https://www.example.org",)),
        ("https://*.Example.org:8443, *", ("https://*.example.org:8443", "*")),
    ],
)
def test_who_may_frame_the_pages_is_as_is_set(
    monkeypatch: pytest.MonkeyPatch, text: str, origins: tuple[str, ...] | None
) -> None:
    monkeypatch.setenv("PARTNER_MAP_FRAME_ANCESTORS", text)

    assert settings.frame_ancestors() == origins


@pytest.mark.parametrize(
    "text",
    ["www.example.org", "https://a.example/path", "https://a.example; script-src *", "'self'"],
)
def test_a_site_that_is_no_origin_stops_the_start(
    monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    monkeypatch.setenv("PARTNER_MAP_FRAME_ANCESTORS", text)

    with pytest.raises(ValueError, match="PARTNER_MAP_FRAME_ANCESTORS"):
        settings.frame_ancestors()


@pytest.mark.parametrize(("text", "form"), [("", "text"), ("text", "text"), (" JSON ", "json")])
def test_the_log_is_text_or_json(monkeypatch: pytest.MonkeyPatch, text: str, form: str) -> None:
    monkeypatch.setenv("PARTNER_MAP_LOG", text)

    assert settings.log_form() == form


def test_a_form_of_the_log_that_there_is_not_stops_the_start(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PARTNER_MAP_LOG", "xml")

    with pytest.raises(ValueError, match="PARTNER_MAP_LOG must be text or json, not 'xml'"):
        settings.log_form()
