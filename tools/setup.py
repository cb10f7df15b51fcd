"""Set up the project: a virtual environment from the lock file, and for the tests a browser.

    python3 tools/setup.py          what the program needs
    python3 tools/setup.py --dev    and what its checks and tests need, node's packages too
    python3 tools/setup.py --browsers   and every browser that tests know of

Needs Python 3.11 or newer and nothing else; a second call finds its work done.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
ENVIRONMENT = PROJECT / ".venv"
BROWSERS = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
)
DEBIAN_BROWSERS = ("chromium-headless-shell", "chromium")
"""Debian's packages of a browser; the first has no window, and tests are quicker in it."""

FAKE_TIME = "libfaketime"
"""Debian's library with which tests let a server live over midnight."""
FIREFOX = ("firefox-esr", "firefox")
WEBKIT = {"WebKitWebDriver": "webkit2gtk-driver", "Xvfb": "xvfb"}
"""Each program that tests in WebKitGTK need, with Debian's package of it."""


def environment_python() -> Path:
    """The Python of the virtual environment."""
    return ENVIRONMENT / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def install_debian_package(name: str) -> bool:
    """Install a Debian package where this is Debian and we may; tell whether it went well."""
    if shutil.which("apt-get") is None:
        return False
    as_root = [] if os.geteuid() == 0 else ["sudo", "-n"]
    if as_root and shutil.which("sudo") is None:
        return False
    print(f"Installing Debian's package {name} ...", flush=True)
    for step in (["update"], ["install", "-y", "--no-install-recommends", name]):
        command = [*as_root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q", *step]
        if subprocess.run(command, stdout=subprocess.DEVNULL, check=False).returncode != 0:
            return False
    return True


def make_environment() -> None:
    """Make the virtual environment, with Debian's python3-venv where it is missing."""
    command = [sys.executable, "-m", "venv", "--clear", str(ENVIRONMENT)]
    if subprocess.run(command, check=False).returncode == 0:
        return
    if install_debian_package("python3-venv"):
        subprocess.run(command, check=True)
        return
    sys.exit("No virtual environment could be made. Type: sudo apt-get install python3-venv")


def install(lock: Path) -> None:
    """Install what the lock file pins, unless it is installed already."""
    digest = hashlib.sha256(lock.read_bytes()).hexdigest()
    stamp = ENVIRONMENT / f"{lock.stem}.sha256"
    if environment_python().exists() and stamp.exists() and stamp.read_text() == digest:
        return
    if not environment_python().exists():
        make_environment()
    pip = [str(environment_python()), "-m", "pip", "--disable-pip-version-check", "install"]
    print(f"Installing {lock.name} ...", flush=True)
    subprocess.run([*pip, "-q", "--require-hashes", "-r", str(lock)], check=True)
    stamp.write_text(digest)


def install_browser_checks() -> None:
    """Install what package-lock.json pins, unless it is installed already."""
    lock = PROJECT / "package-lock.json"
    digest = hashlib.sha256(lock.read_bytes()).hexdigest()
    stamp = PROJECT / "node_modules" / "lock.sha256"
    if stamp.exists() and stamp.read_text() == digest:
        return
    print(f"Installing {lock.name} ...", flush=True)
    npm = [str(environment_python()), str(PROJECT / "tools" / "npm.py")]
    subprocess.run([*npm, "ci", "--silent"], check=True)
    stamp.write_text(digest)


def find_browser() -> bool:
    """See to it that the tests find a browser."""
    if any(map(shutil.which, BROWSERS)) or any(map(install_debian_package, DEBIAN_BROWSERS)):
        return True
    command = [str(environment_python()), "-m", "playwright", "install", "chromium"]
    return subprocess.run(command, check=False).returncode == 0


def find_firefox() -> bool:
    """See to it that the tests find Firefox, where it can be installed."""
    return any(map(shutil.which, FIREFOX)) or install_debian_package(FIREFOX[0])


def find_fake_time() -> bool:
    """See to it that tests can tell a server another time, where that can be installed."""
    if any(Path("/usr/lib").glob(f"*/faketime/{FAKE_TIME}MT.so.1")):
        return True
    return install_debian_package(FAKE_TIME)


def find_webkit() -> bool:
    """See to it that the tests find WebKitGTK, where it can be installed."""
    missing = [package for program, package in WEBKIT.items() if not shutil.which(program)]
    return all(map(install_debian_package, missing))


def main(arguments: list[str]) -> int:
    """Set up for running, with ``--dev`` for testing, with ``--browsers`` in every engine."""
    if sys.version_info < (3, 11):  # noqa: UP036  # an older one may well start this
        print("Python 3.11 or newer is needed.", file=sys.stderr)
        return 1
    every_browser = "--browsers" in arguments
    dev = every_browser or "--dev" in arguments
    install(PROJECT / ("requirements-dev.lock" if dev else "requirements.lock"))
    if dev:
        install_browser_checks()
    if dev and not find_browser():
        print("No browser was found. Install chromium, then try again.", file=sys.stderr)
        return 1
    if dev and not find_firefox():
        print("Without Firefox the tests in it are left out.", file=sys.stderr)
    if dev and not find_fake_time():
        print("Without libfaketime the tests of midnight are left out.", file=sys.stderr)
    if every_browser and not find_webkit():
        print("Without WebKitGTK's driver the tests in it are left out.", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
