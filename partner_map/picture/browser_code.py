"""The browser's own modules, run here: the one place that knows the JavaScript engine.

So there is one placing of names and no second copy of it (mapview/assets/picture.js).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import lru_cache
from typing import Any, Final

from py_mini_racer import JSFunction, MiniRacer

from partner_map.assets import OWN_ASSETS
from partner_map.scripts import joined, modules_in_order

_ENTRY: Final = "picture.js"
_CALL: Final = f'(wish) => JSON.stringify(modules["{_ENTRY}"].layOutPicture(JSON.parse(wish)))'


LayOut = Callable[[Mapping[str, object], str], dict[str, Any]]
"""Where all of a picture stands, as ``picture.js`` tells it, by its wish and outlines (GeoJSON)."""


def laid_out(wish: Mapping[str, object], outlines: str) -> dict[str, Any]:
    """Lay out one picture, by an engine of its own."""
    with engine() as lay_out:
        return lay_out(wish, outlines)


@contextmanager
def engine() -> Iterator[LayOut]:
    """What lays out many pictures, one after another, sooner than an engine each would.

    The modules keep nothing between two pictures: each is the same as if it were alone.
    """
    with MiniRacer() as running:
        running.eval(_program())
        asked = running.eval(_CALL)
        assert isinstance(asked, JSFunction)

        def lay_out(wish: Mapping[str, object], outlines: str) -> dict[str, Any]:
            told = json.dumps(wish, ensure_ascii=False)
            found: dict[str, Any] = json.loads(str(asked(f'{told[:-1]},"outlines":{outlines}}}')))
            return found

        yield lay_out


@lru_cache(maxsize=1)
def _program() -> str:
    """The modules as one script; they are no more than the process began with."""
    folder = OWN_ASSETS["map"]
    sources = modules_in_order(_ENTRY, lambda name: (folder / name).read_text(encoding="utf-8"))
    return joined(sources)
