"""The words by which the data are found, in every place that names them."""

from __future__ import annotations

from typing import Final

from partner_map.i18n.letters import without_isolates
from partner_map.i18n.translator import N_, Translator
from partner_map.i18n.wording import site_title
from partner_map.model import Dataset

DESCRIPTION: Final = N_(
    "The town's partner cities, the agreements and the dated exchanges with them, each fact with"
    " the address of its source."
)


def title_words(dataset: Dataset, translator: Translator) -> str:
    """The title of the data."""
    return without_isolates(site_title(dataset.town, translator))
