"""What an operator may set, each from one environment variable."""

from __future__ import annotations

import os
import re
from pathlib import Path

from partner_map.log import LogForm

PACKAGE_FOLDER = Path(__file__).resolve().parent
_INSTALLED = PACKAGE_FOLDER / "project"
PROJECT_FOLDER = _INSTALLED if _INSTALLED.is_dir() else PACKAGE_FOLDER.parent
"""Where ``app.py``, ``pages``, ``data`` and ``.streamlit`` lie: in the checkout, or, installed,
in the copy that the wheel carries inside the package."""
_ORIGIN = re.compile(r"https?://(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)*(:[0-9]{1,5})?")
"""A host source of Content Security Policy, level 3, with its scheme."""
_SITE = re.compile(r"https?://[a-z0-9.-]+(?::[0-9]{1,5})?(?:/[A-Za-z0-9._~-]+)*/?", re.IGNORECASE)


def tables_folder() -> Path:
    """The folder of the tables: ``PARTNER_MAP_DATA``, or the project's own ``data``."""
    return Path(os.environ.get("PARTNER_MAP_DATA") or PROJECT_FOLDER / "data")


def state_folder() -> Path:
    """Where the server keeps the last good tables: what ``PARTNER_MAP_STATE`` names.

    By default ``.state`` in the checkout; installed, the folder for such things of the user
    who serves, ``~/.local/state/partner-map`` (XDG Base Directory Specification 0.8) or its
    like on Windows.
    """
    chosen = os.environ.get("PARTNER_MAP_STATE")
    if chosen:
        return Path(chosen)
    if PROJECT_FOLDER != _INSTALLED:
        return PROJECT_FOLDER / ".state"
    users = os.environ.get("XDG_STATE_HOME") or os.environ.get("LOCALAPPDATA")
    return Path(users or Path.home() / ".local" / "state") / "partner-map"


def site_folder() -> Path | None:
    """Where the server publishes the site after each good save: ``PARTNER_MAP_SITE``, if set."""
    chosen = os.environ.get("PARTNER_MAP_SITE")
    return Path(chosen) if chosen else None


def site_url() -> str:
    """The full URL at which that site is found, with a slash at its end; empty for none.

    ``PARTNER_MAP_SITE_URL``; anything else than such a URL stops the start. Without it the site
    is published for the URL that the declaration of accessibility names, and no live page leads
    there.
    """
    return _url_of_site("PARTNER_MAP_SITE_URL")


def live_url() -> str:
    """The full URL at which the live application is found, with a slash at its end.

    ``PARTNER_MAP_URL``; empty for none, and then no published page leads there.
    """
    return _url_of_site("PARTNER_MAP_URL")


def is_site_url(text: str) -> bool:
    """Whether a text is a full URL under which pages can stand."""
    return _SITE.fullmatch(text) is not None


def kiosk_reset_seconds() -> int:
    """How long a kiosk waits without touch before it asks whether someone is still there.

    ``PARTNER_MAP_KIOSK_RESET_SECONDS``, whole seconds, 90 by default.
    """
    return _whole("PARTNER_MAP_KIOSK_RESET_SECONDS", 90, "seconds")


def kiosk_tour_seconds() -> int:
    """How long a kiosk stands at its start without touch before its tour plays.

    ``PARTNER_MAP_KIOSK_TOUR_SECONDS``, whole seconds, 45 by default.
    """
    return _whole("PARTNER_MAP_KIOSK_TOUR_SECONDS", 45, "seconds")


def served_hosts() -> tuple[str, ...]:
    """The names by which the server may be asked, beside IP addresses and the machine's own names.

    ``PARTNER_MAP_HOSTS``, joined by commas, lower case; none by default.
    """
    names = os.environ.get("PARTNER_MAP_HOSTS", "").lower().split(",")
    return tuple(name.strip() for name in names if name.strip())


def frame_ancestors() -> tuple[str, ...] | None:
    """Whose pages may show ours in a frame, beside our own: origins of sites.

    ``PARTNER_MAP_FRAME_ANCESTORS``, joined by commas: ``https://www.example.org``,
    ``https://*.example.org``, or ``*`` for every site; ``none`` for no other. None where nothing
    is set: the town's website may then. Anything else stops the start.
    """
    text = os.environ.get("PARTNER_MAP_FRAME_ANCESTORS", "").strip().lower()
    if text in ("", "none"):
        return () if text else None
    origins = tuple(part.strip() for part in text.split(",") if part.strip())
    wrong = next((one for one in origins if one != "*" and not is_origin(one)), None)
    if wrong is not None:
        raise ValueError(
            "PARTNER_MAP_FRAME_ANCESTORS must be origins such as https://www.example.org,"
            f" joined by commas, or none, not {wrong!r}"
        )
    return origins


def is_origin(text: str) -> bool:
    """Whether a text is an origin that a policy may name, of http or https, in lower case."""
    return _ORIGIN.fullmatch(text) is not None


def connections_an_address() -> int:
    """How many websockets one address may have open; a page has one.

    ``PARTNER_MAP_CONNECTIONS_PER_ADDRESS``, 100 by default: a school shares an address.
    """
    return _whole("PARTNER_MAP_CONNECTIONS_PER_ADDRESS", 100, "connections")


def messages_a_second() -> int:
    """How many messages a second are taken from a page; what comes faster waits.

    ``PARTNER_MAP_MESSAGES_PER_SECOND``, 20 by default.
    """
    return _whole("PARTNER_MAP_MESSAGES_PER_SECOND", 20, "messages")


def _url_of_site(variable: str) -> str:
    text = os.environ.get(variable, "").strip()
    if text and not is_site_url(text):
        raise ValueError(
            f"{variable} must be a full URL such as https://www.example.pl/miasta/, not {text!r}"
        )
    return f"{text.rstrip('/')}/" if text else ""


def _whole(variable: str, default: int, of_what: str) -> int:
    """A variable's whole number, at least 1; anything else stops the start."""
    text = os.environ.get(variable, "")
    if not text:
        return default
    if not (text.isascii() and text.isdecimal() and int(text) > 0):
        raise ValueError(f"{variable} must be a whole number of {of_what}, not {text!r}")
    return int(text)


def log_form() -> LogForm:
    """How a line of the log is written: ``PARTNER_MAP_LOG``, ``text`` by default, or ``json``.

    Anything else stops the start.
    """
    text = os.environ.get("PARTNER_MAP_LOG", "").strip().lower() or LogForm.TEXT
    if text not in set(LogForm):
        raise ValueError(f"PARTNER_MAP_LOG must be {' or '.join(LogForm)}, not {text!r}")
    return LogForm(text)


def world_file() -> Path:
    """The outlines of all countries of the world, the program's own."""
    return PROJECT_FOLDER / "data" / "world.json"


def basemap_file(tables: Path) -> Path:
    """The outlines of the countries: the tables folder's own file, or the project's."""
    own = tables / "basemap.geojson"
    return own if own.is_file() else kept_basemap()


def kept_basemap() -> Path:
    """The outlines in and about Europe, the program's own."""
    return PROJECT_FOLDER / "data" / "basemap.geojson"
