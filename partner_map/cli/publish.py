"""``partner-map publish``: the site of plain files that needs no server of ours."""

from __future__ import annotations

import argparse
import signal
import sys
from collections.abc import Iterator
from concurrent.futures import BrokenExecutor
from contextlib import contextmanager
from pathlib import Path

from partner_map import clock, settings
from partner_map.cli.changes import unreadable_words
from partner_map.history.saves import NO_HISTORY, History
from partner_map.i18n.translator import Translator, translator_for
from partner_map.photos.album import album_of
from partner_map.picture.errors import PictureError
from partner_map.runtime.recording import history_of
from partner_map.server.streamlit_host import text_font
from partner_map.site.errors import SiteError
from partner_map.site.publish import publish
from partner_map.tables import TablesError, fault_words, read_dataset

_FILES_BETWEEN = 500
"""Files after which a long publishing says how far it is."""


def run(chosen: argparse.Namespace) -> int:
    """Write the site: 0, or 1 for faulty tables and for what cannot be written."""
    translator = translator_for(chosen.lang)
    ending, tell = _Ending(), Teller(translator)

    def told_and_ended(done: int, total: int) -> None:
        tell(done, total)
        ending.look()

    try:
        live = chosen.live_url or settings.live_url()
    except ValueError as error:
        return _refused(str(error))
    try:
        dataset = read_dataset(chosen.data)
        with ending.heeded():
            number = publish(
                dataset,
                chosen.folder,
                chosen.url,
                clock.today(dataset.town),
                text_font(),
                told_and_ended,
                live=live,
                history=_history(chosen.data, translator),
                album=album_of(chosen.data),
            )
    except TablesError as error:
        return _refused(*(fault_words(fault, translator) for fault in error.faults))
    except (SiteError, PictureError) as error:
        return _refused(error.words(translator))
    except OSError as error:
        reason = error.strerror or error
        words = translator.gettext(
            "{folder} cannot be written: {error}", folder=chosen.folder, error=reason
        )
        return _refused(words)
    told = translator.ngettext(
        "{folder}: {number} file", "{folder}: {number} files", number, folder=str(chosen.folder)
    )
    print(told, file=sys.stderr)
    return 0


class _Ending:
    """Who asks the process to end has it end at once, or between two parts of the writing.

    A signal's handler that raised would do so anywhere: where Python swallows it (in what runs
    around a fork), or while one site takes the place of another.
    """

    def __init__(self) -> None:
        self._number = 0

    @contextmanager
    def heeded(self) -> Iterator[None]:
        """End at once until the first ``look``, and by ``look`` from then on."""
        before = signal.signal(signal.SIGTERM, signal.SIG_DFL)
        try:
            yield
        except BrokenExecutor:
            self.look()  # the processes of the crew may have been asked too
            raise
        finally:
            signal.signal(signal.SIGTERM, before)

    def look(self) -> None:
        """End where somebody has asked for it."""
        signal.signal(signal.SIGTERM, self._note)
        if self._number:
            sys.exit(128 + self._number)  # as a shell tells it

    def _note(self, number: int, _frame: object) -> None:
        self._number = number


def _history(folder: Path, translator: Translator) -> History:
    """What a server has kept of these tables; the site stands without what cannot be read."""
    try:
        return history_of(folder)
    except OSError as error:
        print(unreadable_words(folder, error, translator), file=sys.stderr)
        return NO_HISTORY


class Teller:
    """Says from time to time how far a long publishing is."""

    def __init__(self, translator: Translator) -> None:
        self._translator = translator
        self._next = _FILES_BETWEEN

    def __call__(self, done: int, total: int) -> None:
        """Say it where enough files have been written since the last time."""
        if done < self._next:
            return
        self._next = done + _FILES_BETWEEN
        words = self._translator.gettext("{done} of {all} files", done=done, all=total)
        print(words, file=sys.stderr, flush=True)


def _refused(*lines: str) -> int:
    for line in lines:
        print(line, file=sys.stderr)
    return 1
