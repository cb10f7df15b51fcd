"""Pin what the program and its tests need, each file by its hash, for every platform.

    make lock                      keeps what is pinned and adds or drops what pyproject.toml asks
    make lock LOCK=--upgrade       takes the newest of everything

Needs the network; uv does the work, in an environment that goes afterwards. The same
pyproject.toml and the same pins give the same files.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
UV = "uv==0.13.9"
LOCKS = {"requirements.lock": [], "requirements-dev.lock": ["--group", "dev"]}
"""Each lock with what it takes beside the program's own dependencies."""
OLDEST_PYTHON = "3.11"
OPTIONS = (
    *("--universal", "--python-version", OLDEST_PYTHON),
    *("--generate-hashes", "--no-annotate", "--no-header", "--quiet"),
)


def install_uv(folder: Path) -> Path:
    """Install uv into a new environment; its program."""
    venv.create(folder, with_pip=True)
    programs = folder / ("Scripts" if os.name == "nt" else "bin")
    pip = [str(programs / "python"), "-m", "pip", "--disable-pip-version-check", "install"]
    subprocess.run([*pip, "-q", UV], check=True)
    return programs / "uv"


def main(arguments: list[str]) -> int:
    """Write both locks; the arguments go to ``uv pip compile``."""
    with tempfile.TemporaryDirectory() as folder:
        uv = str(install_uv(Path(folder)))
        for name, groups in LOCKS.items():
            command = [uv, "pip", "compile", "pyproject.toml", *OPTIONS, *groups, *arguments]
            subprocess.run([*command, "--output-file", name], cwd=PROJECT, check=True)
            if "://" in (PROJECT / name).read_text(encoding="utf-8"):
                print(f"{name} names a host: no lock may", file=sys.stderr)
                return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
