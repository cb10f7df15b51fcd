"""Publishing the whole site by the command: the town's own tables, and 8,000 partners."""

from __future__ import annotations

import csv
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.apps import OURS
from benchmarks.figures import Figure, Limit, Reading, median_of
from benchmarks.process import family_megabytes
from partner_map.model import LANGUAGES
from partner_map.settings import PROJECT_FOLDER

_URL = "https://www.example.pl/miasta/"
_ROUNDS = 3
_LOOK_SECONDS = 0.25
_COLUMN = "summary_pl"
"""Whose cell a save changes."""


@dataclass(frozen=True)
class Run:
    """What a publishing took."""

    seconds: float
    processor_seconds: float
    """Of all its processes."""
    megabytes: float
    """The most that they had together; what they share is counted once."""


def measure(many: Path, partners: int, quick: bool) -> Iterator[Figure]:
    """The town's tables into a new folder and again after a save, then so many partners."""
    with tempfile.TemporaryDirectory() as temporary:
        root = Path(temporary)
        first, again = [], []
        for number in range(1 if quick else _ROUNDS):
            tables, site = root / f"tables-{number}", root / f"site-{number}"
            shutil.copytree(PROJECT_FOLDER / "data", tables)
            first.append(_publish(tables, site))
            _save(tables / "partners.csv")
            again.append(_publish(tables, site))
        languages = f"{len(LANGUAGES)} languages"
        yield from _figures(f"publishing in {languages}, a new folder", first, Limit(10), None)
        yield from _figures(f"publishing in {languages}, after a save", again, Limit(10), None)
        if not quick:
            run = _publish(many, root / "many")
            name = f"publishing {partners:,} partners in {languages}"
            yield from _figures(name, [run], Limit(60), Limit(300))


def _figures(
    name: str, runs: list[Run], seconds: Limit, megabytes: Limit | None
) -> Iterator[Figure]:
    yield Figure(name, "s", _ours([run.seconds for run in runs]), seconds)
    yield Figure(f"{name}: processor", "s", _ours([run.processor_seconds for run in runs]))
    yield Figure(f"{name}: memory", "MB", _ours([run.megabytes for run in runs]), megabytes)


def _ours(samples: list[float]) -> dict[str, Reading]:
    return {OURS.name: median_of(samples)}


def _publish(tables: Path, site: Path) -> Run:
    """Run the command as the server does.

    Raises CalledProcessError where it fails.
    """
    arguments = ["-m", "partner_map", "publish", str(site), "--url", _URL, "--data", str(tables)]
    before, begin = _processor_seconds(), time.monotonic()
    with subprocess.Popen(
        [sys.executable, *arguments], cwd=PROJECT_FOLDER, stderr=subprocess.DEVNULL
    ) as command:
        most = 0.0
        while command.poll() is None:
            most = max(most, family_megabytes(command.pid))
            try:
                command.wait(_LOOK_SECONDS)
            except subprocess.TimeoutExpired:
                continue
    seconds = time.monotonic() - begin
    if command.returncode:
        raise subprocess.CalledProcessError(command.returncode, command.args)
    return Run(seconds, _processor_seconds() - before, most)


def _processor_seconds() -> float:
    """Of all processes that this one has begun and waited for, and of those that they had."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _save(table: Path) -> None:
    """Change one cell, as a clerk does."""
    with table.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        columns, rows = list(reader.fieldnames or ()), list(reader)
    rows[0][_COLUMN] += "."
    with table.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns)
        writer.writeheader()
        writer.writerows(rows)
