"""The site that stands: what a new one takes over from it instead of making it again.

Only from a site that this very program made, and only what proves to be what is needed.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import brotli

from partner_map.build import build
from partner_map.site.addresses import ASSETS

MARK: Final = ".partner-map-site"
"""The file by which a folder is known as a site that may be replaced."""
_DIGITS: Final = 8
"""Of a file's name, which its contents give."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A site of this very program; of no files where none stands."""

    folder: Path
    made: Mapping[str, str] = field(default_factory=dict)
    """The paths of files below the root, by what they were made from (``digest_of``)."""
    is_of_this_program: bool = False

    def file(self, made_from: str) -> tuple[str, bytes] | None:
        """The path and the contents of what was made from this; None where it is not there."""
        path = self.made.get(made_from)
        contents = None if path is None else _read(self.folder / path)
        if path is None or contents is None or _digits(contents) != path.split(".")[-2]:
            return None
        return path, contents

    def packed(self, path: str, contents: bytes) -> tuple[bytes, bytes] | None:
        """The compressed copies (.br, .gz) of a file with these contents, or None."""
        if not self.is_of_this_program:
            return None
        copies = (_read(self.folder / f"{path}.br"), _read(self.folder / f"{path}.gz"))
        brotlied, zipped = copies
        if brotlied is None or zipped is None:
            return None
        try:
            is_same = brotli.decompress(brotlied) == contents == gzip.decompress(zipped)
        except (brotli.error, OSError, EOFError, zlib.error):
            return None
        return (brotlied, zipped) if is_same else None


def standing_in(folder: Path) -> Standing:
    """What stands in a folder."""
    try:
        told = json.loads((folder / MARK).read_bytes())
        if told["build"] == build():
            return Standing(folder, dict(told["made"]), is_of_this_program=True)
    except (OSError, ValueError, TypeError, KeyError):
        pass
    return Standing(folder)


def mark(made: Mapping[str, str]) -> bytes:
    """What a site says of how it was made: by which program, and which files from what."""
    return json.dumps({"build": build(), "made": made}, indent=1, sort_keys=True).encode()


def digest_of(*ingredients: bytes) -> str:
    """A word that changes with any of what a file is made from."""
    digest = hashlib.sha256()
    for one in ingredients:
        digest.update(hashlib.sha256(one).digest())
    return digest.hexdigest()


def asset_path(name: str, contents: bytes) -> str:
    """The path of a file that pages load, under a name that changes with its contents."""
    stem, _, ending = name.rpartition(".")
    return f"{ASSETS}/{stem}.{_digits(contents)}.{ending}"


def _digits(contents: bytes) -> str:
    return hashlib.sha256(contents).hexdigest()[:_DIGITS]


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None
