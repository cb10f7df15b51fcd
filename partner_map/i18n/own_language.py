"""The language in which a place of a country has its own name."""

from __future__ import annotations

from functools import lru_cache

from babel.languages import get_official_languages


@lru_cache(maxsize=256)
def own_language(country: str) -> str | None:
    """The one official language of a country (ISO 3166-1 alpha-2) as a BCP 47 tag.

    By CLDR: by law, or in fact where there is none by law. None where there are several, or none
    is known: a name may then be of any of them.
    """
    by_law = get_official_languages(country)
    languages = by_law or get_official_languages(country, de_facto=True)
    return languages[0].replace("_", "-") if len(languages) == 1 else None
