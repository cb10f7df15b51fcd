"""``partner-map serve`` hands its choices on to Streamlit."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from pathlib import Path

import pytest

from partner_map.cli import serve
from partner_map.cli.parser import main
from partner_map.settings import PROJECT_FOLDER

COMMAND = [sys.executable, "-P", "-m", "streamlit", "run", str(PROJECT_FOLDER / "app.py")]


class Started(Exception):  # noqa: N818  # no error: it ends the call as the server would
    """Stands for the server that takes the place of this process."""


Starts = dict[str, tuple[list[str], dict[str, str]]]
"""The command and the environment that took the place of this process, by program."""


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> Starts:
    told: Starts = {}

    def become(program: str, command: list[str], environment: dict[str, str]) -> None:
        told[program] = (command, environment)
        raise Started

    def call(command: list[str], **_: object) -> int:
        raise AssertionError(f"{command} was started as a child")

    monkeypatch.setattr(os, "execve", become)
    monkeypatch.setattr(subprocess, "call", call)
    return told


@pytest.mark.parametrize(
    ("typed", "given"),
    [
        ([], []),
        (["--port", "8600"], ["--server.port", "8600"]),
        (["--host", "127.0.0.1"], ["--server.address", "127.0.0.1"]),
        (["--base-path", "mapa"], ["--server.baseUrlPath", "mapa"]),
    ],
)
def test_what_is_chosen_is_an_option_of_streamlit_and_nothing_else_is(
    started: Starts, typed: list[str], given: list[str]
) -> None:
    with pytest.raises(Started):
        main(["serve", *typed])

    command, _ = started[sys.executable]
    assert command == [*COMMAND, *given]


def test_the_servers_tables_are_the_chosen_ones(
    started: Starts,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    monkeypatch.setenv("PARTNER_MAP_DATA", str(tmp_path / "another"))
    folders = []
    for typed in ([], ["--data", str(tmp_path)]):
        with pytest.raises(Started):
            main(["serve", *typed])
        folders.append(started[sys.executable][1]["PARTNER_MAP_DATA"])

    assert folders == [str(tmp_path / "another"), str(tmp_path)]


def test_without_a_choice_they_are_the_projects_own(
    started: Starts, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PARTNER_MAP_DATA", raising=False)

    with pytest.raises(Started):
        main(["serve"])

    assert started[sys.executable][1]["PARTNER_MAP_DATA"] == str(PROJECT_FOLDER / "data")


def test_on_windows_the_server_is_waited_for(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    calls = []

    def call(command: list[str], *, env: dict[str, str], **_: object) -> int:
        calls.append((command, env["PARTNER_MAP_DATA"]))
        return 3

    chosen = argparse.Namespace(data=tmp_path, port=None, host=None, base_path=None)
    with monkeypatch.context() as windows:
        windows.setattr(subprocess, "call", call)
        windows.setattr(os, "name", "nt")
        status = serve.run(chosen)

    assert status == 3
    assert calls == [(COMMAND, str(tmp_path))]
