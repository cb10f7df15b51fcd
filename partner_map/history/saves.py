"""Saves with their changes, as lines of a small file: JSON, a save a line, the oldest first."""

from __future__ import annotations

import datetime
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, Final

from partner_map import clock
from partner_map.dates import DateError
from partner_map.history.changes import Change, Field, Subject, Value, What, changes
from partner_map.history.words import change_words
from partner_map.i18n.translator import Translator, translator_for
from partner_map.model import LANGUAGES, Dataset, LocalizedText

MAX_TOLD: Final = 20
"""The newest saves that pages, feed and command tell."""
MAX_CHANGES: Final = 20
"""Changes of one save that are kept, each in a line; the rest are counted."""
MAX_KEPT: Final = 50
"""Saves that the file holds."""
MAX_LINE_BYTES: Final = 16 * 1024
MAX_BYTES: Final = MAX_KEPT * MAX_LINE_BYTES
"""Bytes of the file, which is read as a whole."""


@dataclass(frozen=True, slots=True)
class Save:
    """A good save, and what it changed."""

    moment: datetime.datetime
    """When it was taken, in the town's zone."""
    version: str
    """Of the tables after it."""
    changes: tuple[Change, ...]
    more: int = 0
    """How many changes there are beside those."""

    @property
    def name(self) -> str:
        """What tells it from every other save, for good."""
        told = f"{self.moment.isoformat()} {self.version}"
        return hashlib.sha256(told.encode()).hexdigest()[:16]


@dataclass(frozen=True, eq=False, slots=True)
class History:
    """The saves that are known, the newest first; equal only to itself."""

    saves: tuple[Save, ...] = ()
    broken: int = 0
    """Lines that hold no save, and are passed over."""

    @property
    def newest(self) -> tuple[Save, ...]:
        """The saves that are told."""
        return self.saves[:MAX_TOLD]


NO_HISTORY: Final = History()


def save_of(before: Dataset, after: Dataset) -> Save | None:
    """What the save that led from one state to the other changed; None for nothing."""
    found = changes(before, after)
    if not found:
        return None
    moment = after.loaded.astimezone(clock.zone(after.town)).replace(microsecond=0)
    kept = found[:MAX_CHANGES]
    save = Save(moment, after.version, kept, len(found) - len(kept))
    while len(_line(save)) > MAX_LINE_BYTES:
        save = replace(save, changes=save.changes[:-1], more=save.more + 1)
    return save


def save_words(save: Save, translator: Translator) -> list[str]:
    """The changes of a save in words, a line each, and how many more there are."""
    lines = [change_words(change, translator) for change in save.changes]
    if save.more:
        lines.append(
            translator.ngettext("and {number} more", "and {number} more", save.more),
        )
    return lines


def intro_words(translator: Translator) -> str:
    """What the list of saves is."""
    return translator.gettext(
        "What was added to the tables, changed in them and taken out of them, the newest first."
    )


def moment_words(save: Save, translator: Translator) -> str:
    """The day and the time of a save, in the town's zone."""
    return translator.moment(save.moment, save.moment.tzinfo)


def file_with(history: History, save: Save) -> bytes:
    """The file of a history to which a save has come; the oldest go from it."""
    saves = (save, *history.saves)[:MAX_KEPT]
    return b"".join(_line(one) for one in reversed(saves))


@lru_cache(maxsize=8)
def read_history(data: bytes) -> History:
    """The history of a file; the same for the same bytes. Raises nothing."""
    saves, broken = [], 0
    for line in data.splitlines():
        save = _save(line)
        if save is None:
            broken += 1
        else:
            saves.append(save)
    return History(tuple(reversed(saves)), broken)


def _line(save: Save) -> bytes:
    told = {
        "moment": save.moment.isoformat(),
        "version": save.version,
        "changes": [_plain(change) for change in save.changes],
        "more": save.more,
    }
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def _plain(change: Change) -> Mapping[str, Any]:
    """A change as JSON has it; what is empty is left out."""
    told = {
        "what": change.what.value,
        "subject": change.subject.value,
        "cities": change.cities,
        "more_cities": change.more_cities,
        "start": change.start,
        "end": change.end,
        "field": "" if change.field is None else change.field.value,
        "languages": change.languages,
        "before": change.before,
        "after": change.after,
    }
    return {name: value for name, value in told.items() if value}


def _save(line: bytes) -> Save | None:
    """The save of a line; None where the line is broken."""
    try:
        told = json.loads(line)
        moment = datetime.datetime.fromisoformat(told["moment"])
        kept = tuple(map(_change, told["changes"]))
        for change in kept:
            change_words(change, translator_for(LANGUAGES[0]))
        if moment.tzinfo is None or not kept:
            return None
        return Save(moment, _text(told["version"]), kept, int(told["more"]))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError, DateError):
        return None


def _change(told: Mapping[str, Any]) -> Change:
    return Change(
        What(told["what"]),
        Subject(told["subject"]),
        tuple(map(_localized, told["cities"])),
        int(told.get("more_cities", 0)),
        _text(told.get("start", "")),
        _text(told.get("end", "")),
        Field(told["field"]) if "field" in told else None,
        tuple(code for code in told.get("languages", ()) if code in LANGUAGES),
        _value(told.get("before", "")),
        _value(told.get("after", "")),
    )


def _value(told: Any) -> Value:
    return _localized(told) if isinstance(told, Mapping) else _text(told)


def _localized(told: Mapping[str, Any]) -> LocalizedText:
    return LocalizedText({code: _text(text) for code, text in told.items()})


def _text(told: Any) -> str:
    if not isinstance(told, str):
        raise TypeError(f"{told!r} is no text")
    return told
