"""``partner-map publish``: the site of plain files that needs no server of ours."""

from __future__ import annotations

import argparse
import sys

from partner_map import clock
from partner_map.i18n.translator import Translator, translator_for
from partner_map.picture.errors import PictureError
from partner_map.server.streamlit_host import text_font
from partner_map.site.errors import SiteError
from partner_map.site.publish import publish
from partner_map.tables import TablesError, fault_words, read_dataset

_PAGES_BETWEEN = 500
"""Pages after which a long publishing says how far it is."""


def run(chosen: argparse.Namespace) -> int:
    """Write the site: 0, or 1 for faulty tables and for what cannot be written."""
    translator = translator_for(chosen.lang)
    try:
        dataset = read_dataset(chosen.data)
        number = publish(
            dataset,
            chosen.folder,
            chosen.url,
            clock.today(dataset.town),
            text_font(),
            lambda done, total: _tell(done, total, translator),
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


def _tell(done: int, total: int, translator: Translator) -> None:
    if done % _PAGES_BETWEEN == 0:
        words = translator.gettext("{done} of {all} pages", done=done, all=total)
        print(words, file=sys.stderr, flush=True)


def _refused(*lines: str) -> int:
    for line in lines:
        print(line, file=sys.stderr)
    return 1
