"""Ask PyPI's database of known vulnerabilities about every pin of the lock.

    make audit

It ends with 0 when the database knew every package and no fault of any, with 1 when it knew
of a fault, with 2 when it could not be asked, or not about everything: that is no good news.
pip-audit does the work, in an environment that goes afterwards.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import venv
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

PROJECT = Path(__file__).resolve().parent.parent
PIP_AUDIT = "pip-audit==2.10.1"
SECONDS = 300
CLEAN, FAULTY, NOT_ASKED = 0, 1, 2


def verdict(report: str) -> tuple[int, Sequence[str]]:
    """The exit status for what pip-audit wrote as JSON, and the lines that tell it."""
    try:
        packages: Sequence[Mapping[str, Any]] = json.loads(report)["dependencies"]
    except (ValueError, KeyError, TypeError):
        return NOT_ASKED, ["The database could not be asked: is there a network? Nothing is known."]
    faults = [
        f"{package['name']} {package['version']}: {fault['id']}, mended in "
        + (", ".join(fault["fix_versions"]) or "no version yet")
        for package in packages
        for fault in package.get("vulns", [])
    ]
    unknown = [package["name"] for package in packages if "skip_reason" in package]
    told = list(faults)
    if unknown and len(unknown) == len(packages):
        return NOT_ASKED, [
            f"The database knew none of {len(packages)} packages: it is not PyPI's that was asked."
            " Nothing is known."
        ]
    if unknown:
        told.append(f"Not known to the database, so not checked: {', '.join(unknown)}.")
    if faults:
        return FAULTY, [*told, "Take newer versions: make lock LOCK=--upgrade"]
    if unknown or not packages:
        return NOT_ASKED, told or ["The lock names no package."]
    return CLEAN, [f"No known vulnerability in {len(packages)} packages."]


def report(lock: Path) -> str:
    """What pip-audit writes about a lock; empty when it could not be had or asked."""
    with tempfile.TemporaryDirectory() as folder:
        venv.create(folder, with_pip=True)
        programs = Path(folder) / ("Scripts" if os.name == "nt" else "bin")
        pip = [str(programs / "python"), "-m", "pip", "--disable-pip-version-check", "install"]
        audit = [str(programs / "pip-audit"), "--disable-pip", "--require-hashes", "-r", str(lock)]
        options = ["-f", "json", "--progress-spinner", "off", "--timeout", "15"]
        try:
            subprocess.run([*pip, "-q", PIP_AUDIT], check=True, timeout=SECONDS)
            asked = subprocess.run(
                [*audit, *options], capture_output=True, text=True, check=False, timeout=SECONDS
            )
        except (subprocess.SubprocessError, OSError) as error:
            print(error, file=sys.stderr)
            return ""
        return asked.stdout


def main() -> int:
    """Say what is known of the lock."""
    status, lines = verdict(report(PROJECT / "requirements.lock"))
    print("\n".join(lines), file=sys.stderr if status else sys.stdout)
    return status


if __name__ == "__main__":
    sys.exit(main())
