"""The allowed value that is most like a typed one, by its code and its names in any language."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from functools import lru_cache

from partner_map.i18n.letters import folded
from partner_map.i18n.translator import country_codes, translator_for
from partner_map.i18n.wording import agreement_name, type_name
from partner_map.model import CLERK_LANGUAGES, AgreementKind, ExchangeType

_LIKENESS = 0.7
"""How alike two texts must be, from 0 to 1 (``difflib.SequenceMatcher.ratio``)."""


@lru_cache(maxsize=4096)
def nearest_word(typed: str, vocabulary: tuple[str, ...]) -> str | None:
    """The word of a vocabulary that is most like the typed one, itself or by its name."""
    spellings = {name: code for name, code in _word_names().items() if code in vocabulary}
    return _nearest(typed, spellings | {folded(word): word for word in vocabulary})


@lru_cache(maxsize=4096)
def nearest_country(typed: str) -> str | None:
    """The code of the country of that name, in any language of the program."""
    return _nearest(typed, _country_names())


def country_named(text: str) -> str | None:
    """The code of the country that a text names or is, in any language of the program."""
    return _country_names().get(folded(text))


def nearest_id(typed: str) -> str | None:
    """The typed text with small letters a-z, digits and single hyphens in place of all else."""
    seen = "".join(letter for letter in typed if unicodedata.category(letter) not in ("Cc", "Cf"))
    return "-".join(re.findall(r"[a-z0-9]+", folded(seen))) or None


def nearest_of(typed: str, known: Sequence[str]) -> str | None:
    """The known text that is most like the typed one."""
    return _nearest(typed, {folded(text): text for text in known})


def _nearest(typed: str, spellings: Mapping[str, str]) -> str | None:
    close = get_close_matches(folded(typed), spellings, 1, _LIKENESS)
    return spellings[close[0]] if close else None


@lru_cache(maxsize=1)
def _country_names() -> Mapping[str, str]:
    names = {folded(code): code for code in country_codes()}
    for language in CLERK_LANGUAGES:
        translator = translator_for(language)
        names |= {folded(translator.country(code)): code for code in sorted(country_codes())}
    return names


@lru_cache(maxsize=1)
def _word_names() -> Mapping[str, str]:
    names: dict[str, str] = {}
    for language in CLERK_LANGUAGES:
        translator = translator_for(language)
        names |= {folded(type_name(kind, translator)): kind.value for kind in ExchangeType}
        names |= {folded(agreement_name(kind, translator)): kind.value for kind in AgreementKind}
    return names
