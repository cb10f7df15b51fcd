"""argparse's own words in the reader's language.

argparse asks for each of its words when it needs it, by the name ``_`` in its own module:
gettext's, which would look for the catalogues of the system. A word that a later Python says
otherwise stays English.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from partner_map.i18n.translator import N_, Translator

WORDS: Final = (
    N_("usage: "),
    N_("positional arguments"),
    N_("options"),
    N_("show this help message and exit"),
    N_("%(prog)s: error: %(message)s\n"),
    N_("argument %(argument_name)s: %(message)s"),
    N_("expected one argument"),
    N_("the following arguments are required: %s"),
    N_("unrecognized arguments: %s"),
    N_("invalid choice: %(value)r (choose from %(choices)s)"),
    N_("ignored explicit argument %r"),
    N_("ambiguous option: %(option)s could match %(matches)s"),
)
"""What argparse may say of our arguments."""


@contextmanager
def argparse_speaks(translator: Translator) -> Iterator[None]:
    """Have argparse speak the translator's language for as long as the block runs."""
    names = vars(argparse)
    own = names["_"]
    names["_"] = translator.catalogue.gettext
    try:
        yield
    finally:
        names["_"] = own
