"""The browser's own modules, run here: the one place that knows the JavaScript engine.

So there is one placing of names and no second copy of it (mapview/assets/picture.js).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, Final

from py_mini_racer import JSFunction, MiniRacer

from partner_map.assets import OWN_ASSETS
from partner_map.scripts import joined, modules_in_order

_ENTRY: Final = "picture.js"
_CALL: Final = f'(wish) => JSON.stringify(modules["{_ENTRY}"].layOutPicture(JSON.parse(wish)))'


def laid_out(wish: Mapping[str, object], outlines: str) -> dict[str, Any]:
    """Where all of a picture stands, as ``picture.js`` tells it.

    ``outlines`` is GeoJSON. Each layout has an engine of its own, so that none knows of another.
    """
    told = json.dumps(wish, ensure_ascii=False)
    asked = f'{told[:-1]},"outlines":{outlines}}}'
    with MiniRacer() as engine:
        engine.eval(_program())
        lay_out = engine.eval(_CALL)
        assert isinstance(lay_out, JSFunction)
        found = lay_out(asked)
    layout: dict[str, Any] = json.loads(str(found))
    return layout


@lru_cache(maxsize=1)
def _program() -> str:
    """The modules as one script; they are no more than the process began with."""
    folder = OWN_ASSETS["map"]
    sources = modules_in_order(_ENTRY, lambda name: (folder / name).read_text(encoding="utf-8"))
    return joined(sources)
