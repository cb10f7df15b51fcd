"""Bring every catalogue up to date with the words of the program.

    make catalogues                  those that stand
    make catalogues LANGUAGE=de      and a new one

A new message comes in without a translation, and one that no longer stands in the program goes.
What visitors read is a catalogue in every language, what only a clerk reads is one of its own.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_file
from babel.messages.pofile import read_po, write_po

PROJECT = Path(__file__).resolve().parent.parent
SOURCES = ("partner_map/**/*.py", "app.py", "pages/*.py")
CATALOGUES = PROJECT / "partner_map" / "i18n" / "locale"
VISITORS, CLERKS = "partner_map", "partner_map_clerk"
CLERKS_PLACES = (
    "partner_map/tables/",
    "partner_map/cli/",
    "partner_map/geocoding/",
    "partner_map/presentation/choices.py",
    "partner_map/runtime/store.py",
    "partner_map/settings.py",
    "partner_map/site/errors.py",
    "partner_map/ui/data/check_report.py",
    "partner_map/ui/data/columns.py",
)
"""Where words stand that only those read who keep the tables and run the program."""
CLERKS_LANGUAGES = ("pl",)
"""The languages of the clerk's words beside that of the source."""


def words(catalogue: str) -> Catalog:
    """Every message of a catalogue, in the order of the alphabet."""
    places: dict[str | tuple[str, ...], set[str]] = {}
    comments: dict[str | tuple[str, ...], list[str]] = {}
    for pattern in SOURCES:
        for path in PROJECT.glob(pattern):
            for _, message, noted, _ in extract_from_file("python", path):
                places.setdefault(message, set()).add(path.relative_to(PROJECT).as_posix())
                comments[message] = noted
    found = Catalog()
    for message in sorted(places, key=lambda one: one if isinstance(one, str) else one[0]):
        for_clerks = all(place.startswith(CLERKS_PLACES) for place in places[message])
        if for_clerks == (catalogue == CLERKS):
            found.add(message, user_comments=comments[message])
    return found


def catalogues(languages: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Each language with each of the catalogues that it has."""
    for language in languages:
        yield language, VISITORS
        if language in CLERKS_LANGUAGES:
            yield language, CLERKS


def path_of(language: str, catalogue: str) -> Path:
    """The file of a catalogue."""
    return CATALOGUES / language / "LC_MESSAGES" / f"{catalogue}.po"


def update(language: str, catalogue: str, known: Catalog) -> int:
    """Take the program's messages into a catalogue; the number that wait for a translation.

    ``known`` has what is translated already, in whichever catalogue of the language.
    """
    kept = Catalog(locale=language, fuzzy=False)
    path = path_of(language, catalogue)
    if path.exists():
        kept = read(path, language)
    kept.project, kept.version = "partner-map", ""  # the version stands in the package alone
    kept.update(words(catalogue), no_fuzzy_matching=True, update_creation_date=False)
    for message in kept:
        if message.id and not translated(message) and (other := known.get(message.id)):
            message.string = other.string
    written = io.BytesIO()
    write_po(written, kept, width=0, sort_output=True, ignore_obsolete=True)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(written.getvalue().rstrip() + b"\n")
    return sum(not translated(message) for message in kept if message.id)


def read(path: Path, language: str) -> Catalog:
    """A catalogue as it is kept."""
    with path.open("rb") as file:
        return read_po(file, locale=language)


def known_words(language: str) -> Catalog:
    """All that is translated into a language: a message may move to another catalogue."""
    known = Catalog(locale=language)
    for catalogue in (VISITORS, CLERKS):
        path = path_of(language, catalogue)
        for message in read(path, language) if path.exists() else ():
            if message.id and translated(message):
                known.add(message.id, message.string)
    return known


def translated(message: Message) -> bool:
    """Whether a message has a translation in all its forms."""
    forms = [message.string] if isinstance(message.string, str) else message.string
    return bool(forms) and all(forms or ())


def main(languages: list[str]) -> int:
    """Update all catalogues and begin those of new languages; 1 where a translation is missing."""
    missing = 0
    kept = {path.name for path in CATALOGUES.iterdir()}
    known = {language: known_words(language) for language in kept | set(languages)}
    for language, catalogue in catalogues(sorted(known)):
        count = update(language, catalogue, known[language])
        print(f"{path_of(language, catalogue).relative_to(PROJECT)}: {count} to translate")
        missing += count
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
