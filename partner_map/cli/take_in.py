"""``partner-map import``: partners or events from a file that is not ours."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Mapping
from pathlib import Path

from partner_map.i18n.translator import translator_for
from partner_map.tables import TABLES, TablesError, fault_words
from partner_map.tables.grid import GridError
from partner_map.tables.taking_in import TakingInError, take_in


def run(chosen: argparse.Namespace) -> int:
    """Write the sound rows: 0 when all are, 1 when some are not, 2 when nothing can be read.

    A line a row that was left out goes to the standard output, the sum to the standard error.
    """
    translator = translator_for(chosen.lang)
    (table,) = (table for table in TABLES if table.name == chosen.table)
    try:
        taken = take_in(chosen.file, chosen.data, table, chosen.names, chosen.source)
        _write(chosen.data, {taken.file: taken.data, **taken.without_example} if taken.rows else {})
    except TakingInError as error:
        return _refused(error.words(translator))
    except GridError as error:
        return _refused(fault_words(error.fault, translator))
    except TablesError as error:
        return _refused("\n".join(fault_words(fault, translator) for fault in error.faults))
    except OSError as error:
        words = translator.gettext(
            "{folder} cannot be written: {error}", folder=chosen.data, error=error.strerror or error
        )
        return _refused(words)
    for fault in taken.faults:
        print(fault_words(fault, translator))
    left_out = len({fault.row for fault in taken.faults})
    written = translator.ngettext("{number} row written", "{number} rows written", taken.rows)
    lost = translator.ngettext("{number} row left out", "{number} rows left out", left_out)
    print(f"{taken.file}: {written}, {lost}.", file=sys.stderr)
    return 1 if taken.faults else 0


def _write(folder: Path, files: Mapping[str, bytes]) -> None:
    """Put each file into its place, whole or not at all."""
    for name, data in files.items():
        written = folder / f"{name}.new"
        written.write_bytes(data)
        os.replace(written, folder / name)  # noqa: PTH105  # the atomic one, by its own name


def _refused(words: str) -> int:
    print(words, file=sys.stderr)
    return 2
