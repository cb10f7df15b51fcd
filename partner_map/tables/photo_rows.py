"""The photos that rows name: which of them can be shown, and what keeps the others from it.

A photo is never a fault: the tables are as good without it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from partner_map.model import CLERK_LANGUAGES
from partner_map.photos.album import Look
from partner_map.photos.looking import MAX_BYTES, MAX_PIXELS, PhotoProblem, Seen
from partner_map.tables.faults import Hint, HintKind, shortened
from partner_map.tables.relations import Row

FILE: Final = "photo"
NEEDED: Final = (
    *(f"photo_alt_{code}" for code in CLERK_LANGUAGES),
    "photo_author",
    "photo_licence",
)
"""What has to be said of a photo before it is shown, as ``Photo.is_described`` has it."""
MAX_PHOTOS: Final = 1000
"""Files that are looked at for one folder of tables."""
_LIMITS: Final = {
    PhotoProblem.TOO_MANY_BYTES: MAX_BYTES // 1024 // 1024,
    PhotoProblem.TOO_MANY_PIXELS: MAX_PIXELS // 1_000_000,
}


@dataclass(frozen=True, slots=True)
class PhotosFound:
    """The photos that can be shown, by their file, and what is to be said of the others."""

    seen: Mapping[str, Seen]
    hints: tuple[Hint, ...]


def find_photos(tables: Iterable[Sequence[Row]], look: Look) -> PhotosFound:
    """What becomes of the photos that the rows of these tables name."""
    known: dict[str, Seen | PhotoProblem | None] = {}
    hints: list[Hint] = []
    for row in (row for rows in tables for row in rows):
        hints += _lacking(row)
        file = row.text(FILE)
        if not file:
            continue
        if file not in known:
            if len(known) == MAX_PHOTOS:
                hints.append(_hint(HintKind.PHOTOS_TOO_MANY, row, FILE, str(MAX_PHOTOS)))
                break
            known[file] = look(file)
        found = known[file]
        if isinstance(found, PhotoProblem):
            limit = _LIMITS.get(found)
            hints.append(
                _hint(
                    HintKind(f"photo-{found.value}"), row, FILE, shortened(row.typed[FILE]), limit
                )
            )
    seen = {file: found for file, found in known.items() if isinstance(found, Seen)}
    return PhotosFound(seen, tuple(hints))


def _lacking(row: Row) -> Iterator[Hint]:
    """The cells that are empty, though a photo is shown with them alone."""
    file = row.text(FILE)
    if file:
        for column in NEEDED:
            if not row.text(column):
                yield _hint(HintKind.PHOTO_UNDESCRIBED, row, column, shortened(file))
    elif any(row.text(column) for column in (*NEEDED, "photo_source")):
        yield _hint(HintKind.PHOTO_UNNAMED, row, FILE, "")


def _hint(kind: HintKind, row: Row, column: str, value: str, limit: int | None = None) -> Hint:
    return Hint(kind, row.file, value, row.number, column, limit)
