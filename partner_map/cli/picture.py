"""``partner-map picture``: the map as a file for a screen or a wall."""

from __future__ import annotations

import argparse
import sys
from typing import Final

from partner_map import clock
from partner_map.i18n.translator import N_, translator_for
from partner_map.picture.errors import PictureError
from partner_map.picture.formats import FORMATS
from partner_map.picture.picture import Wish, draw
from partner_map.picture.sizes import read_size
from partner_map.server.streamlit_host import text_font
from partner_map.tables import TablesError, fault_words, read_dataset

_NO_FORMAT: Final = N_("{file}: end its name in .svg, .png or .pdf, which says what it shall be")
_NOT_WRITTEN: Final = N_("{folder} cannot be written: {error}")


def run(chosen: argparse.Namespace) -> int:
    """Write the picture: 0, or 1 for faulty tables and for what there is no picture of."""
    translator = translator_for(chosen.lang)
    write = FORMATS.get(chosen.file.suffix.lower())
    if write is None:
        return _refused(translator.gettext(_NO_FORMAT, file=chosen.file))
    try:
        dataset = read_dataset(chosen.data)
        today = clock.today(dataset.town)
        size = read_size(chosen.size, upright=chosen.upright)
        wish = Wish(size, chosen.year or today.year, chosen.language, chosen.city)
        contents = write(draw(dataset, wish, today, text_font()))
        chosen.file.write_bytes(contents)
    except TablesError as error:
        return _refused(*(fault_words(fault, translator) for fault in error.faults))
    except PictureError as error:
        return _refused(error.words(translator))
    except OSError as error:
        reason = error.strerror or error
        return _refused(translator.gettext(_NOT_WRITTEN, folder=chosen.file, error=reason))
    told = translator.number(len(contents) / 1000)
    print(translator.gettext("{file}: {size} kB", file=chosen.file, size=told), file=sys.stderr)
    return 0


def _refused(*lines: str) -> int:
    for line in lines:
        print(line, file=sys.stderr)
    return 1
