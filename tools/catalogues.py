"""Bring every catalogue up to date with the words of the program.

    make catalogues                  those that stand
    make catalogues LANGUAGE=de      and a new one

A new message comes in without a translation, and one that no longer stands in the program goes.
"""

from __future__ import annotations

import io
import sys
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_file
from babel.messages.pofile import read_po, write_po

PROJECT = Path(__file__).resolve().parent.parent
SOURCES = ("partner_map/**/*.py", "app.py", "pages/*.py")


def words() -> Catalog:
    """Every message of the program, in the order of the alphabet."""
    found = {
        message: comments
        for pattern in SOURCES
        for path in PROJECT.glob(pattern)
        for _, message, comments, _ in extract_from_file("python", path)
    }
    catalogue = Catalog()
    for message in sorted(found, key=lambda one: one if isinstance(one, str) else one[0]):
        catalogue.add(message, user_comments=found[message])
    return catalogue


def update(path: Path, language: str) -> int:
    """Take the program's messages into a catalogue; the number that wait for a translation."""
    kept = Catalog(locale=language, fuzzy=False)
    if path.exists():
        with path.open("rb") as file:
            kept = read_po(file, locale=language)
    kept.project, kept.version = "partner-map", ""  # the version stands in the package alone
    kept.update(words(), no_fuzzy_matching=True, update_creation_date=False)
    written = io.BytesIO()
    write_po(written, kept, width=0, sort_output=True, ignore_obsolete=True)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(written.getvalue().rstrip() + b"\n")
    return sum(not translated(message) for message in kept if message.id)


def translated(message: Message) -> bool:
    """Whether a message has a translation in all its forms."""
    forms = [message.string] if isinstance(message.string, str) else message.string
    return bool(forms) and all(forms or ())


def main(languages: list[str]) -> int:
    """Update all catalogues and begin those of new languages; 1 where a translation is missing."""
    (locale,) = (PROJECT / "partner_map").glob("**/locale")
    missing = 0
    for language in sorted({path.name for path in locale.iterdir()} | set(languages)):
        path = locale / language / "LC_MESSAGES" / "partner_map.po"
        count = update(path, language)
        print(f"{path.relative_to(PROJECT)}: {count} to translate")
        missing += count
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
