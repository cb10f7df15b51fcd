"""The program and its peers, and how each shows a year."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from partner_map.settings import PROJECT_FOLDER

START_YEAR = 2003
"""The year that every page starts at."""
_PEERS = Path(__file__).parent / "peers"


@dataclass(frozen=True, eq=False)
class App:
    """A page with a slider for the year."""

    name: str
    entry: Path
    """What ``streamlit run`` is given."""
    answer: str
    """Selects the element whose text changes with the year, the filter and the choice."""
    has_map: bool
    query: str = ""
    """What the page's URL says at the start."""
    environment: Mapping[str, str] = field(default_factory=dict)
    polled: str | None = None
    """The path that an open page asks for every two seconds."""


def _map_peer(name: str) -> App:
    script = f"{name.replace(' ', '_')}.py"
    environment = {"PEER_SCRIPT": script}
    return App(name, _PEERS / "serve.py", ".st-key-answer", True, environment=environment)


OURS = App(
    "ours",
    PROJECT_FOLDER / "app.py",
    ".st-key-aside",
    True,
    query=f"year={START_YEAR}",
    polled="/data/revision",
)
FLOOR = App("floor", _PEERS / "floor.py", ".st-key-answer", False)
UNCOLLECTED_FLOOR = App(
    "uncollected floor",
    FLOOR.entry,
    FLOOR.answer,
    has_map=False,
    environment={"STREAMLIT_RUNNER_POST_SCRIPT_GC": "false"},
)
"""The floor with our setting: without the full collection after each run, as ours is."""
PUBLISHED = App(
    "published",
    PROJECT_FOLDER / "app.py",  # served as files instead
    "#year-words",
    True,
    query=f"year={START_YEAR}",
)
STOCK = _map_peer("stock")
FEATURE_GROUP = _map_peer("feature group")
APPS = (OURS, FLOOR, STOCK, FEATURE_GROUP)
MAP_APPS = (OURS, STOCK, FEATURE_GROUP)
