"""The wheel, installed into an environment outside the checkout, has all that it needs."""

from __future__ import annotations

import json
import os
import re
import socket
import subprocess
import sys
import sysconfig
import time
import urllib.error
import urllib.request
import venv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import connect
from websockets.typing import Subprotocol

import partner_map
from partner_map.settings import PROJECT_FOLDER

START = 60  # seconds
ANSWER = 30  # seconds


@dataclass(frozen=True)
class Installed:
    """An environment with the wheel, and a working directory and a home that are foreign to it."""

    programs: Path
    package: Path
    home: Path

    @property
    def command(self) -> str:
        return str(self.programs / "partner-map")

    @property
    def environment(self) -> dict[str, str]:
        """No setting of this project, of Python or of Streamlit; a home of its own."""
        foreign = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("PARTNER_MAP_", "PYTHON", "STREAMLIT_", "XDG_"))
        }
        return foreign | {"HOME": str(self.home), "USERPROFILE": str(self.home)}

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [self.command, *arguments],
            cwd=self.home,
            env=self.environment,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    def files(self) -> set[str]:
        """What lies in the package, but for what Python compiles."""
        found = (path for path in self.package.rglob("*") if "__pycache__" not in path.parts)
        return {path.relative_to(self.package).as_posix() for path in found if path.is_file()}


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """Build the wheel and install it; what it depends on is lent by this environment."""
    folder = tmp_path_factory.mktemp("installed")
    pip = [sys.executable, "-m", "pip", "-q", "--disable-pip-version-check"]
    offline = ["--no-deps", "--no-index"]
    wheels = folder / "wheels"
    build = [*pip, "wheel", *offline, "--no-build-isolation", "-w", str(wheels), "."]
    subprocess.run(build, cwd=PROJECT_FOLDER, check=True)
    (wheel,) = wheels.iterdir()

    place = folder / "environment"
    venv.create(place, with_pip=False)
    base = {"base": str(place), "platbase": str(place)}
    library = Path(sysconfig.get_path("purelib", "venv", base))
    programs = Path(sysconfig.get_path("scripts", "venv", base))
    lent = dict.fromkeys((sysconfig.get_path("purelib"), sysconfig.get_path("platlib")))
    (library / "lent.pth").write_text("\n".join(lent), encoding="utf-8")
    into = [*pip, "--python", str(programs / "python"), "install", *offline]
    subprocess.run([*into, str(wheel)], check=True)

    home = folder / "home"
    home.mkdir()
    return Installed(programs, library / "partner_map", home)


@dataclass(frozen=True)
class Served:
    """A server that runs, and what it prints."""

    host: str
    output: Path

    def get(self, path: str) -> tuple[bytes, str]:
        """The body and the type of an answer that must be 200, as a browser asks for a page."""
        url, headers = f"http://{self.host}/{path}", {"Accept": "text/html,*/*;q=0.8"}
        with urllib.request.urlopen(
            urllib.request.Request(url, headers=headers), None, ANSWER
        ) as answer:
            assert answer.status == 200
            return answer.read(), answer.headers["Content-Type"]


@pytest.fixture(scope="module")
def served(installed: Installed) -> Iterator[Served]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    served = Served(f"127.0.0.1:{port}", installed.home / "output.txt")
    with served.output.open("wb") as output:
        process = subprocess.Popen(
            [installed.command, "serve", "--host", "127.0.0.1", "--port", str(port)],
            cwd=installed.home,
            env=installed.environment,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    try:
        wait(process, served)
        yield served
    finally:
        process.terminate()
        process.wait(START)


def wait(process: subprocess.Popen[bytes], served: Served) -> None:
    """Wait until the server answers; fail with all that it printed when it does not."""
    deadline = time.monotonic() + START
    while time.monotonic() < deadline:
        try:
            served.get("healthz")
        except OSError:
            try:
                process.wait(0.1)
            except subprocess.TimeoutExpired:
                continue
            break
        return
    pytest.fail(f"the server did not start:\n{served.output.read_text(encoding='utf-8')}")


def test_the_wheel_has_every_file_that_the_package_has_here(installed: Installed) -> None:
    kept = {
        path.relative_to(PROJECT_FOLDER / "partner_map").as_posix()
        for path in (PROJECT_FOLDER / "partner_map").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    beside = {f"project/{name}" for name in ("app.py", "data/town.toml", ".streamlit/config.toml")}

    assert kept | beside <= installed.files()
    assert "py.typed" in installed.files()


def test_the_version_is_that_of_the_wheel(installed: Installed) -> None:
    (metadata,) = installed.package.parent.glob("partner_map-*.dist-info/METADATA")

    assert installed.run("--version").stdout == f"partner-map {partner_map.__version__}\n"
    assert f"Version: {partner_map.__version__}" in metadata.read_text("utf-8").splitlines()


def test_it_checks_its_own_tables_in_polish(installed: Installed) -> None:
    done = installed.run("check")

    assert done.returncode == 0, done.stderr
    assert "https://" in done.stdout
    assert done.stderr.startswith("Tabele są w porządku")


def test_it_exports_the_presentation_of_its_own_tables(installed: Installed) -> None:
    done = installed.run("export", "presentation.html")

    assert done.returncode == 0, done.stderr
    assert (installed.home / "presentation.html").read_text("utf-8").startswith("<!doctype html>")


def test_it_serves_its_own_tables_and_assets(served: Served) -> None:
    health = json.loads(served.get("healthz")[0])
    partners = json.loads(served.get("data/partners.geojson")[0])
    page, _ = served.get("")
    assets = re.findall(r"assets/[^\"\s]+\.js", page.decode())
    body, kind = served.get(assets[0])

    assert health["status"] == "ok"
    assert health["partners"] > 0
    assert partners["features"]
    assert '<html lang="pl">' in page.decode()
    assert "javascript" in kind
    assert body


def test_its_pages_run_with_the_projects_settings(served: Served) -> None:
    visit = BackMsg(rerun_script=ClientState(query_string=""))
    told: list[ForwardMsg] = []
    url = f"ws://{served.host}/_stcore/stream"
    with connect(url, subprotocols=[Subprotocol("streamlit")]) as socket:
        socket.send(visit.SerializeToString())
        while not told or told[-1].WhichOneof("type") != "script_finished":
            told.append(ForwardMsg())
            told[-1].ParseFromString(socket.recv(ANSWER, decode=False))

    session = next(message.new_session for message in told if message.HasField("new_session"))
    elements = [message.delta.new_element for message in told if message.HasField("delta")]
    assert told[-1].script_finished == ForwardMsg.FINISHED_SUCCESSFULLY
    assert session.custom_theme.primary_color == "#0F5E59"
    assert not session.config.gather_usage_stats
    assert [element for element in elements if element.HasField("component_instance")]
    assert not [element for element in elements if element.HasField("exception")]


def test_it_writes_its_state_beside_the_users_and_nothing_into_the_package(
    served: Served, installed: Installed
) -> None:
    before = installed.files()

    served.get("healthz")

    assert list((installed.home / ".local" / "state" / "partner-map").iterdir())
    assert installed.files() == before
    assert not list(installed.package.parent.glob(".state"))
