"""Where a key stands in a TOML file, which tomllib does not tell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

Path = tuple[str, ...]
"""The names that lead to a value; an element of an array of tables has its number, from 0."""

_HEADER: Final = re.compile(r"\s*\[(\[)?\s*([\w.\-\s]+?)\s*\]")
_KEY: Final = re.compile(r"\s*([\w.\-]+)\s*=")


def lines_of(text: str) -> Mapping[Path, int]:
    """The line, counted from 1, of each key and of each table's header in a TOML file.

    Keys in quotation marks and within values are left out.
    """
    found: dict[Path, int] = {}
    for path, line in _places(text):
        found.setdefault(path, line)
    return found


def _places(text: str) -> Iterator[tuple[Path, int]]:
    table: Path = ()
    elements: dict[Path, int] = {}
    for number, line in enumerate(text.splitlines(), start=1):
        if header := _HEADER.match(line):
            table = _parts(header[2])
            if header[1]:
                elements[table] = elements.get(table, -1) + 1
                table = (*table, str(elements[table]))
            yield table, number
        elif key := _KEY.match(line):
            yield (*table, *_parts(key[1])), number


def _parts(dotted: str) -> Path:
    return tuple(part.strip() for part in dotted.split("."))
