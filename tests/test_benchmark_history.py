"""The benchmark keeps its last runs and plots each figure over them in a page of its own."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from benchmarks.apps import FLOOR, OURS
from benchmarks.figures import Figure, Limit, Reading
from benchmarks.history import KEPT, Run, add_run, runs_of
from benchmarks.page import LIMIT, page, plot
from benchmarks.report import told

NAME = "step to paint </script>"


def run(value: float, day: int = 1) -> Run:
    """A run on a day of a month, with one figure that may take twice what the floor takes."""
    floor = Reading(10, 9, 11, 12)
    readings = {OURS.name: Reading(value, value - 1, value + 1, 12), FLOOR.name: floor}
    figure = Figure(NAME, "ms", readings, Limit(2, floor, FLOOR.name))
    return told([figure], {"steps": 1.0}) | {"taken": f"2026-11-{day:02d}T12:00:00+00:00"}


def test_the_last_runs_are_kept_and_older_ones_go(tmp_path: Path) -> None:
    path = tmp_path / "history.jsonl"
    for value in range(KEPT + 3):
        kept = add_run(path, run(value))

    values = [one["figures"][0]["readings"][OURS.name]["value"] for one in runs_of(path)]
    assert values == list(range(3, KEPT + 3))
    assert list(kept) == runs_of(path)


def test_without_a_file_there_are_no_runs_and_a_line_cut_short_is_none(tmp_path: Path) -> None:
    path = tmp_path / "history.jsonl"
    assert runs_of(path) == []

    add_run(path, run(1))
    with path.open("a", encoding="utf-8") as file:
        file.write('{"taken": "2026')

    assert len(runs_of(path)) == 1


def test_a_plot_has_every_run_of_each_app_and_of_the_limit() -> None:
    described = plot(NAME, "ms", [run(15, 1), run(17, 2)])

    (rows,) = described["datasets"].values()
    told_of = {
        name: [row["value"] for row in rows if row["of"] == name]
        for name in (OURS.name, FLOOR.name, LIMIT)
    }
    assert told_of == {OURS.name: [15, 17], FLOOR.name: [10, 10], LIMIT: [20, 20]}


def test_the_page_asks_no_host_and_has_all_that_it_loads() -> None:
    written = page([run(15, 1), run(17, 2)])

    imports = json.loads(re.findall(r'<script type="importmap">(.*?)</script>', written)[0])[
        "imports"
    ]
    entry = re.findall(r'import \{ n as embed \} from "([^"]+)"', written)[0]
    assert entry in imports
    assert all(url.startswith("data:text/javascript;base64,") for url in imports.values())
    assert not re.search(r"(?:src|href)=", written)
    assert written.count("</script>") == 2
    assert "step to paint &lt;/script&gt; (ms)" in written


def test_without_vega_the_page_says_where_to_look(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "glob", lambda *_: iter(()))

    with pytest.raises(FileNotFoundError, match="look at"):
        page([run(15)])
