"""The units for a hall machine and a web server, and the page that says what to type."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from partner_map.settings import PROJECT_FOLDER

DEPLOY = PROJECT_FOLDER / "deploy"
README = (DEPLOY / "README.md").read_text(encoding="utf-8")
UNITS = (
    "partner-map.service",
    "partner-map-kiosk.service",
    "partner-map@.service",
    "partner-map-publish.service",
)
SERVERS = tuple(name for name in UNITS if "kiosk" not in name)
HEALTH = ("partner-map-health@.service", "partner-map-health@.timer")
START = "http://127.0.0.1:8501/?mode=kiosk"

Unit = dict[str, list[str]]
"""Values by key, in the order of the unit; a unit's keys may stand several times."""


def unit(name: str) -> Unit:
    text = (DEPLOY / name).read_text(encoding="utf-8").replace("\\\n", " ")
    read: Unit = {}
    for line in text.splitlines():
        if "=" in line and not line.startswith("#"):
            key, _, value = line.partition("=")
            read.setdefault(key, []).append(" ".join(value.split()))
    return read


@pytest.mark.parametrize("name", UNITS)
def test_a_unit_comes_back_whenever_it_ends_and_has_a_limit_of_memory(name: str) -> None:
    read = unit(name)

    assert read["Restart"] == ["always"]
    assert read["StartLimitIntervalSec"] == ["0"]
    assert read["MemoryMax"]
    assert read["TasksMax"]
    assert read["WantedBy"] == ["multi-user.target"]


@pytest.mark.parametrize("name", SERVERS)
def test_a_server_may_write_its_state_and_at_most_the_tables(name: str) -> None:
    read = unit(name)

    assert read["NoNewPrivileges"] == ["true"]
    assert read["ProtectSystem"] == ["strict"]
    assert read["ProtectHome"] == ["true"]
    assert read["CapabilityBoundingSet"] == [""]
    assert f"PARTNER_MAP_STATE=/var/lib/{read['StateDirectory'][0]}" in read["Environment"]
    tables = [f"PARTNER_MAP_DATA={path}" for path in read.get("ReadWritePaths", [])]
    assert tables == [
        value
        for value in read["Environment"]
        if value.startswith("PARTNER_MAP_DATA=") and name != "partner-map@.service"
    ]


def test_of_several_servers_one_alone_publishes_and_nginx_can_read_it() -> None:
    sites = {
        name: [value for value in unit(name)["Environment"] if "PARTNER_MAP_SITE=" in value]
        for name in SERVERS
    }
    publisher = unit("partner-map-publish.service")
    folder = f"/var/cache/{publisher['CacheDirectory'][0]}"

    assert [name for name, value in sites.items() if value] == ["partner-map-publish.service"]
    assert sites["partner-map-publish.service"] == [f"PARTNER_MAP_SITE={folder}/miasta"]
    assert publisher["CacheDirectoryMode"] == ["0755"]
    assert publisher["UMask"] == ["0022"]
    assert f"root {folder};" in (DEPLOY / "nginx-many.conf").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("partner-map.service", ["--server.port", "8501"]),
        ("partner-map-publish.service", ["--server.port", "8510"]),
        ("partner-map@.service", ["--server.port", "%i", "--server.baseUrlPath", "mapa"]),
    ],
)
def test_a_server_is_started_as_this_project_is(name: str, options: list[str]) -> None:
    read = unit(name)
    folder = read["WorkingDirectory"][0]
    command = read["ExecStart"][0].split()

    assert command[:5] == [f"{folder}/.venv/bin/python", "-m", "streamlit", "run", "app.py"]
    assert (PROJECT_FOLDER / command[4]).is_file()
    assert command[5:] == ["--server.address", "127.0.0.1", *options]


@pytest.mark.parametrize(
    "flag",
    [
        "--kiosk",
        "--incognito",
        "--noerrdialogs",
        "--disable-pinch",
        "--overscroll-history-navigation=0",
        "--disable-background-networking",
    ],
)
def test_chromium_shows_the_kiosk_and_nothing_of_its_own(flag: str) -> None:
    command = unit("partner-map-kiosk.service")["ExecStart"][0].split()

    assert flag in command
    assert command[-1] == START


def test_chromium_may_open_the_kiosk_alone() -> None:
    policy = json.loads((DEPLOY / "chromium-policy.json").read_text(encoding="utf-8"))

    assert policy["URLBlocklist"] == ["*"]
    assert all(START.startswith(url) for url in policy["URLAllowlist"])
    assert policy["DownloadRestrictions"] == 3


def test_nginx_hands_the_websocket_on_to_the_servers_port() -> None:
    text = (DEPLOY / "nginx.conf").read_text(encoding="utf-8")

    assert "proxy_pass http://127.0.0.1:8501;" in text
    assert "proxy_set_header Upgrade $http_upgrade;" in text
    assert 'proxy_set_header Connection "upgrade";' in text


def test_nginx_leaves_the_compressing_to_the_server() -> None:
    text = (DEPLOY / "nginx.conf").read_text(encoding="utf-8")

    assert re.findall(r"^ *(gzip\w* .*|.*Accept-Encoding.*);", text, re.MULTILINE) == ["gzip off"]


def test_the_readme_names_every_file_and_the_paths_of_the_units() -> None:
    read = unit("partner-map.service")

    for path in DEPLOY.iterdir():
        assert path.name == "README.md" or f"`{path.name}`" in README
    for named in (read["WorkingDirectory"][0], *read["ReadWritePaths"], "/var/lib/partner-map"):
        assert README.count(named) >= 2, named
    for name in ("PARTNER_MAP_KIOSK_RESET_SECONDS", "PARTNER_MAP_KIOSK_TOUR_SECONDS"):
        assert README.count(name) == 2
    for file in (read["EnvironmentFile"][0].removeprefix("-"), "/healthz"):
        assert file in README


def test_the_users_of_the_units_are_made_by_the_readme() -> None:
    for name in UNITS:
        user = unit(name)["User"][0]
        assert len(re.findall(rf"useradd .* {user}$", README, re.MULTILINE)) == 2


def test_systemd_finds_no_fault(tmp_path: Path) -> None:
    verify = shutil.which("systemd-analyze")
    if verify is None:
        pytest.skip("systemd-analyze is not installed here")
    # The programs are the target machine's: one that stands everywhere takes their place.
    for name in (*UNITS, *HEALTH):
        text = (DEPLOY / name).read_text(encoding="utf-8")
        present = re.sub(r"^(Exec\w+=)\S+", rf"\1{shutil.which('true')}", text, flags=re.MULTILINE)
        (tmp_path / name).write_text(present, encoding="utf-8")

    names = (name.replace("@.", "@8511.") for name in (*UNITS, *HEALTH))
    command = [verify, "verify", "--man=no", *(str(tmp_path / name) for name in names)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)

    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("name", SERVERS)
def test_what_a_server_is_exposed_to_is_little(name: str, tmp_path: Path) -> None:
    analyze = shutil.which("systemd-analyze")
    if analyze is None:
        pytest.skip("systemd-analyze is not installed here")
    # The threshold is in tenths; the configured programs are not looked for.
    present = tmp_path / name.replace("@.", "@8511.")
    shutil.copy(DEPLOY / name, present)

    command = [analyze, "security", "--offline=true", "--threshold=20", "--no-pager"]
    done = subprocess.run([*command, str(present)], capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout + done.stderr


def test_the_hall_s_machine_has_the_letters_of_other_scripts() -> None:
    installed = re.findall(r"apt install cage (.*)$", README, re.MULTILINE)

    assert len(installed) == 2
    assert all({"fonts-noto-core", "fonts-noto-cjk"} <= set(line.split()) for line in installed)
