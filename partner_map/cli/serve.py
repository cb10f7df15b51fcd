"""``partner-map serve``: Streamlit with this project's application and settings."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys

from partner_map.settings import PROJECT_FOLDER


def run(chosen: argparse.Namespace) -> int:
    """Become the server, which ends by a signal; on Windows, wait for it and give its status."""
    command = server_command(chosen)
    environment = os.environ | {"PARTNER_MAP_DATA": str(chosen.data)}
    if os.name != "nt":
        os.execve(command[0], command, environment)
    return subprocess.call(command, env=environment)


def server_command(chosen: argparse.Namespace) -> list[str]:
    """The command that serves; Streamlit's own settings hold where nothing is chosen.

    Streamlit reads ``.streamlit/config.toml`` beside the application, from wherever it is
    started. ``-P`` keeps modules of the working directory out.
    """
    options = {
        "--server.port": chosen.port,
        "--server.address": chosen.host,
        "--server.baseUrlPath": chosen.base_path,
    }
    given = [word for name, value in options.items() if value for word in (name, str(value))]
    application = str(PROJECT_FOLDER / "app.py")
    return [sys.executable, "-P", "-m", "streamlit", "run", application, *given]
