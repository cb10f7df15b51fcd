"""``partner-map status``: how the servers of this machine are."""

from __future__ import annotations

import argparse
import datetime
import json
import sys
from collections.abc import Iterator

from babel.numbers import format_decimal

from partner_map import clock
from partner_map.i18n.translator import Translator, translator_for
from partner_map.runtime.status import ServerStatus, servers
from partner_map.runtime.traffic import WINDOW_SECONDS

_MEGABYTE = 1_000_000  # bytes
_MINUTES = round(WINDOW_SECONDS / 60)


def run(chosen: argparse.Namespace) -> int:
    """Tell how each server is: 0, or 1 where none runs or all stand still."""
    translator = translator_for(chosen.lang)
    now = clock.machine_now()
    try:
        found = servers(chosen.state)
    except PermissionError:
        words = translator.gettext(
            "{folder} can be read by the user alone who serves", folder=str(chosen.state)
        )
        print(words, file=sys.stderr)
        return 1
    if chosen.json:
        told = [server.as_json() | {"silent": server.is_silent(now)} for server in found]
        print(json.dumps(told, indent=2))
    else:
        for server in found:
            print("\n".join(_lines(server, now, translator)))
    if not found:
        words = translator.gettext(
            "No server runs that keeps its state in {folder}", folder=str(chosen.state)
        )
        print(words, file=sys.stderr)
    return int(all(server.is_silent(now) for server in found))


def _lines(server: ServerStatus, now: datetime.datetime, translator: Translator) -> Iterator[str]:
    yield translator.gettext(
        "{url}, process {process}, since {moment}",
        url=server.url,
        process=server.process,
        moment=translator.moment(server.begun),
    )
    if server.is_silent(now):
        yield "  " + translator.gettext(
            "It stands still: it has told nothing since {moment}",
            moment=translator.moment(server.told),
        )
    for name, value in _facts(server, translator):
        yield f"  {name}: {value}"


def _facts(server: ServerStatus, translator: Translator) -> Iterator[tuple[str, str]]:
    """What is told of a server, each with what it is called."""
    usage = server.usage
    yield translator.gettext("Pages open now"), translator.number(usage.pages_open)
    steps = translator.ngettext(
        "{number} in the last {minutes} minutes, {rate} a second",
        "{number} in the last {minutes} minutes, {rate} a second",
        usage.steps,
        minutes=_MINUTES,
        rate=_decimal(usage.steps_a_second, translator),
    )
    yield translator.gettext("Steps"), steps
    if usage.p95_seconds is not None:
        kept = translator.gettext(
            "{milliseconds} ms", milliseconds=translator.number(round(usage.p95_seconds * 1000))
        )
        yield translator.gettext("95 of 100 steps answered within"), kept
    yield translator.gettext("Memory"), _size(server.memory, translator)
    yield translator.gettext("Free disk for the state"), _size(server.disk_free, translator)
    yield translator.gettext("Tables taken over"), _moment(server.saved, translator)
    yield translator.gettext("Faults of a later save"), translator.number(server.faults)
    published = _moment(server.published, translator)
    if server.published is not None and not server.is_published:
        published = translator.gettext("{moment}, without success", moment=published)
    yield translator.gettext("Last publishing"), published


def _decimal(value: float, translator: Translator) -> str:
    return str(format_decimal(value, format="#,##0.0", locale=translator.locale))


def _size(size: int | None, translator: Translator) -> str:
    if size is None:
        return translator.gettext("unknown")
    return translator.gettext("{number} MB", number=translator.number(round(size / _MEGABYTE)))


def _moment(moment: datetime.datetime | None, translator: Translator) -> str:
    return translator.gettext("none yet") if moment is None else translator.moment(moment)
