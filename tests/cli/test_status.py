"""The command ``status`` tells how the running servers are, in words and for programs."""

from __future__ import annotations

import datetime
import json
import os
from pathlib import Path

import pytest

from partner_map import clock
from partner_map.cli import status
from partner_map.cli.parser import main
from partner_map.runtime.status import SILENT_SECONDS, ServerStatus
from partner_map.runtime.traffic import Usage

NOW = datetime.datetime(2026, 11, 27, 12, 0, tzinfo=datetime.UTC)
SERVER = ServerStatus(
    host="machine",
    process=321,
    url="http://localhost:8501",
    begun=NOW,
    told=NOW,
    usage=Usage(pages_open=3, steps=1234, seconds=300, p95_seconds=0.0451),
    memory=250_400_000,
    disk_free=12_300_000_000,
    saved=NOW,
    faults=2,
    published=NOW,
    is_published=True,
)


@pytest.fixture(autouse=True)
def found(monkeypatch: pytest.MonkeyPatch) -> list[ServerStatus]:
    """The servers that the command finds."""
    servers: list[ServerStatus] = []
    monkeypatch.setattr(status, "servers", lambda _: servers)
    monkeypatch.setattr(clock, "machine_now", lambda: NOW)
    return servers


def test_each_server_is_told_in_words(
    found: list[ServerStatus], capsys: pytest.CaptureFixture[str]
) -> None:
    found.append(SERVER)

    assert main(["status", "--lang", "en"]) == 0

    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("http://localhost:8501, process 321, since 27 November 2026")
    assert [line.strip() for line in lines[1:6]] == [
        "Pages open now: 3",
        "Steps: 1,234 in the last 5 minutes, 4.1 a second",
        "95 of 100 steps answered within: 45 ms",
        "Memory: 250 MB",
        "Free disk for the state: 12,300 MB",
    ]
    assert lines[6].startswith("  Tables taken over: 27 November 2026")
    assert lines[7] == "  Faults of a later save: 2"
    assert lines[8].startswith("  Last publishing: 27 November 2026")
    assert len(lines) == 9


def test_polish_is_the_commands_language(
    found: list[ServerStatus], capsys: pytest.CaptureFixture[str]
) -> None:
    found.append(SERVER)

    main(["status"])

    told = capsys.readouterr().out
    assert "Otwarte strony: 3" in told
    assert "4,1 na sekundę" in told


def test_without_a_server_the_command_fails_and_says_where_it_looked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["status", "--lang", "en", "--state", str(tmp_path)]) == 1

    told = capsys.readouterr()
    assert told.out == ""
    assert told.err == f"No server runs that keeps its state in {tmp_path}\n"


def test_servers_that_all_stand_still_fail_too(
    found: list[ServerStatus],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    found.append(SERVER)
    later = NOW + datetime.timedelta(seconds=SILENT_SECONDS + 1)
    monkeypatch.setattr(clock, "machine_now", lambda: later)

    assert main(["status", "--lang", "en"]) == 1

    assert "It stands still: it has told nothing since 27 November" in capsys.readouterr().out


def test_programs_are_told_the_same_as_json(
    found: list[ServerStatus], capsys: pytest.CaptureFixture[str]
) -> None:
    found.append(SERVER)

    assert main(["status", "--json"]) == 0

    (told,) = json.loads(capsys.readouterr().out)
    assert told["usage"] == {"pages_open": 3, "steps": 1234, "seconds": 300, "p95_seconds": 0.0451}
    assert told["told"] == "2026-11-27T12:00:00+00:00"
    assert told["silent"] is False


def test_what_only_another_user_may_read_is_said(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    def refuse(_: Path) -> list[ServerStatus]:
        raise PermissionError(os.strerror(13))

    monkeypatch.setattr(status, "servers", refuse)

    assert main(["status", "--lang", "en", "--state", str(tmp_path)]) == 1

    assert "can be read by the user alone who serves" in capsys.readouterr().err
