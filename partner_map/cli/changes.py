"""``partner-map changes``: what the latest saves have changed, or what lies between two folders."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from partner_map.history.changes import changes
from partner_map.history.saves import moment_words, save_words
from partner_map.history.words import change_words
from partner_map.i18n.translator import Translator, translator_for
from partner_map.runtime.recording import history_of
from partner_map.tables import TablesError, fault_words, read_dataset


def run(chosen: argparse.Namespace) -> int:
    """Tell the changes, a line each: 0, or 1 for faulty tables and for what cannot be read.

    The lines go to the standard output, all else to the standard error.
    """
    translator = translator_for(chosen.lang)
    try:
        lines = list(
            _of_saves(chosen.folder, translator)
            if chosen.newer is None
            else _between(chosen.folder, chosen.newer, translator)
        )
    except TablesError as error:
        for fault in error.faults:
            print(fault_words(fault, translator), file=sys.stderr)
        return 1
    except OSError as error:
        print(unreadable_words(chosen.folder, error, translator), file=sys.stderr)
        return 1
    for line in lines:
        print(line)
    return 0


def unreadable_words(folder: Path, error: OSError, translator: Translator) -> str:
    """That the history of a folder cannot be read, and why."""
    reason = error.strerror or error
    return translator.gettext(
        "The history of {folder} cannot be read: {error}", folder=folder, error=reason
    )


def _of_saves(folder: Path, translator: Translator) -> Iterator[str]:
    """The saves that a server has seen, the newest first."""
    history = history_of(folder)
    for save in history.newest:
        yield moment_words(save, translator)
        yield from (f"  {line}" for line in save_words(save, translator))
    if not history.saves:
        words = translator.gettext("No change of {folder} is recorded yet.", folder=folder)
        print(words, file=sys.stderr)
    if history.broken:
        words = translator.ngettext(
            "{number} line of the history cannot be read and is left out.",
            "{number} lines of the history cannot be read and are left out.",
            history.broken,
        )
        print(words, file=sys.stderr)


def _between(older: Path, newer: Path, translator: Translator) -> Iterator[str]:
    """What is another in the newer folder, all of it."""
    found = changes(read_dataset(older), read_dataset(newer))
    yield from (change_words(change, translator) for change in found)
    if not found:
        print(translator.gettext("Both folders say the same."), file=sys.stderr)
