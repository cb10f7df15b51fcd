"""The last runs of the benchmark, a line each, so that figures can be seen over them."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

KEPT: Final = 40
"""Runs; older ones go."""

Run = Mapping[str, Any]
"""What ``report.told`` gives of a run."""


def runs_of(path: Path) -> list[Run]:
    """The runs that a file keeps, the oldest first; a line that was cut short is passed over."""
    if not path.is_file():
        return []
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        try:
            found.append(json.loads(line))
        except ValueError:
            continue
    return found


def add_run(path: Path, run: Run) -> Sequence[Run]:
    """Add a run to a file, which keeps the last ones; gives them."""
    kept = [*runs_of(path), run][-KEPT:]
    path.write_text("".join(f"{json.dumps(one)}\n" for one in kept), encoding="utf-8")
    return kept
