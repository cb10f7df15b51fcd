"""``partner-map export``: the presentation as one file."""

from __future__ import annotations

import argparse
import sys

from partner_map import clock
from partner_map.i18n.translator import translator_for
from partner_map.photos.album import album_of
from partner_map.presentation.choices import read_choices
from partner_map.presentation.file import presentation_html
from partner_map.server.streamlit_host import text_font
from partner_map.tables import TablesError, fault_words, read_dataset


def run(chosen: argparse.Namespace) -> int:
    """Write the presentation of the tables as one file: 0, or 1 when they have faults."""
    translator = translator_for(chosen.lang)
    try:
        dataset = read_dataset(chosen.data)
    except TablesError as error:
        for fault in error.faults:
            print(fault_words(fault, translator), file=sys.stderr)
        return 1
    for fault_of_choice in read_choices(chosen.data, dataset).faults:
        print(fault_of_choice.words(translator), file=sys.stderr)
    today = clock.today(dataset.town)
    album = album_of(chosen.data)
    page = presentation_html(dataset, today, text_font(), chosen.language, album)
    chosen.file.write_text(page, encoding="utf-8", newline="\n")
    size = translator.number(len(page.encode()) / 1000)
    print(translator.gettext("{file}: {size} kB", file=chosen.file, size=size), file=sys.stderr)
    return 0
