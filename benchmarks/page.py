"""The figures over the last runs as one page with plots, which asks no other host for anything.

Altair describes the plots; Vega draws them in the browser. Its modules are those that Streamlit
brings, and stand in the page itself: an import map gives each the name by which the others ask.
"""

from __future__ import annotations

import base64
import html
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

import altair

from benchmarks.apps import FEATURE_GROUP, FLOOR, OURS, STOCK, UNCOLLECTED_FLOOR
from benchmarks.history import Run
from partner_map.assets import palette

LIMIT: Final = "limit"
_PEERS: Final = (FLOOR, UNCOLLECTED_FLOOR, STOCK, FEATURE_GROUP)
_LINES: Final = (OURS.name, LIMIT, *(app.name for app in _PEERS))
_COLOURS: Final = ("agreement", "town", "contacts", "contacts-muted", "ended", "agreement-muted")
"""Of the palette, for the lines in their order."""
_IMPORT: Final = re.compile(r"""((?:from|import)\s*)(["'])\./([\w.-]+\.js)\2""")
_PAGE: Final = """\
<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Benchmark of the partner map</title>
<style>
body {{ font: 16px/1.5 sans-serif; margin: 24px auto; max-width: 960px; padding: 0 16px; }}
h2 {{ font-size: 16px; margin: 32px 0 8px; }}
</style>
<h1>Benchmark of the partner map</h1>
<p>{runs}. A band has the quartiles of ours; a figure without a line of its limit has none.</p>
{sections}
<script type="importmap">{imports}</script>
<script type="module">
import {{ n as embed }} from "{entry}";
for (const [place, plot] of Object.entries({plots}))
  await embed.default(document.getElementById(place), plot, {{ actions: false }});
document.body.dataset.drawn = "true";
</script>
</html>
"""


def page(runs: Sequence[Run]) -> str:
    """The page of these runs, the oldest first.

    Raises FileNotFoundError where Streamlit brings no Vega any longer.
    """
    entry, modules = _vega()
    figures = dict.fromkeys((one["name"], one["unit"]) for run in runs for one in run["figures"])
    plots = {
        f"figure-{number}": plot(name, unit, runs) for number, (name, unit) in enumerate(figures)
    }
    sections = (
        f'<h2>{html.escape(_title(*figure))}</h2><div id="{place}"></div>'
        for figure, place in zip(figures, plots, strict=True)
    )
    imports = {
        name: "data:text/javascript;base64," + base64.b64encode(text.encode()).decode()
        for name, text in modules.items()
    }
    return _PAGE.format(
        runs=f"The last run of {len(runs)} was taken {runs[-1]['taken']}",
        sections="\n".join(sections),
        imports=json.dumps({"imports": imports}),
        entry=entry,
        plots=json.dumps(plots).replace("<", "\\u003c"),
    )


def plot(name: str, unit: str, runs: Iterable[Run]) -> Mapping[str, Any]:
    """A figure over the runs as Vega-Lite has it: a line for each app and for the limit."""
    rows = list(_rows(name, unit, runs))
    lines = [line for line in _LINES if any(row["of"] == line for row in rows)]
    colours = [palette()[_COLOURS[_LINES.index(line)]] for line in lines]
    over = altair.Chart({"values": rows}).encode(
        x=altair.X("taken:T", title=None),
        color=altair.Color(
            "of:N", title=None, scale=altair.Scale(domain=lines, range=colours), sort=lines
        ),
    )
    band = over.transform_filter(altair.datum.of == OURS.name).mark_area(opacity=0.2)
    drawn = altair.layer(
        band.encode(y=altair.Y("low:Q", title=unit or None), y2="high:Q"),
        over.mark_line(point=True).encode(
            y="value:Q",
            strokeDash=altair.condition(
                altair.datum.of == LIMIT, altair.value([4, 4]), altair.value([1, 0])
            ),
            tooltip=["taken:T", "of:N", "value:Q"],
        ),
    )
    described: Mapping[str, Any] = drawn.properties(width=700, height=180).to_dict()
    return described


def _rows(name: str, unit: str, runs: Iterable[Run]) -> Iterator[Mapping[str, Any]]:
    for run in runs:
        for figure in run["figures"]:
            if (figure["name"], figure["unit"]) != (name, unit):
                continue
            for app, reading in figure["readings"].items():
                yield {"taken": run["taken"], "of": app} | reading
            limit = figure["limit"]
            if limit is not None:
                base = 1 if limit["base"] is None else limit["base"]["value"]
                yield {"taken": run["taken"], "of": LIMIT, "value": limit["most"] * base}


def _title(name: str, unit: str) -> str:
    return f"{name} ({unit})" if unit else name


def _vega() -> tuple[str, Mapping[str, str]]:
    """The name of the module that draws a plot, and all modules that it needs, by their names."""
    found = find_spec("streamlit")
    if found is None or found.origin is None:
        raise FileNotFoundError("Streamlit, which brings Vega, is not installed")
    folder = Path(found.origin).parent / "static" / "static" / "js"
    entry = next((path.name for path in folder.glob("embed.*.js")), "")
    if not entry:
        raise FileNotFoundError(f"Streamlit brings no embed.*.js of Vega; look at {folder}")
    modules: dict[str, str] = {}
    waiting = [entry]
    while waiting:
        name = waiting.pop()
        if name not in modules:
            text = (folder / name).read_text(encoding="utf-8")
            waiting += [imported[3] for imported in _IMPORT.finditer(text)]
            modules[name] = _IMPORT.sub(r"\1\2\3\2", text)
    return entry, modules
