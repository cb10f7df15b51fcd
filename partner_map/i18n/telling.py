"""Words among which a text of the tables may stand in another language than the reader's."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from partner_map.i18n.letters import isolated
from partner_map.i18n.translator import Translator
from partner_map.model import LocalizedText

_PLACE = "\0"  # which no cell may hold


@dataclass(frozen=True, slots=True)
class Told:
    """A text of the tables as a reader is told it."""

    text: str
    language: str = ""
    """In which language, where that is not the reader's own; else empty."""

    @property
    def sign(self) -> str:
        """What says quietly that the text is not in the reader's language; may be empty."""
        return f"({self.language})" if self.language else ""

    @property
    def signed(self) -> str:
        """The text with its sign."""
        return f"{self.text} {self.sign}" if self.sign and self.text else self.text


Telling = tuple[Told, ...]
"""Words that are read as one, each part in its language; without a part where there are none."""


def told(text: LocalizedText, translator: Translator) -> Told:
    """A text in the reader's language, or in another where it is not written in that."""
    language = text.language_for(translator.language)
    other = language != translator.language
    return Told(text[translator.language], language if other else "")


def telling(*parts: Told | str) -> Telling:
    """Parts as they follow each other; what is a string is in the reader's own language."""
    said = [Told(part) if isinstance(part, str) else part for part in parts]
    isolates = [Told(isolated(one.text), one.language) for one in said if one.text]
    merged: list[Told] = []
    for is_foreign, run in groupby(isolates, key=lambda one: bool(one.language)):
        if is_foreign:
            merged += run
        else:
            merged.append(Told("".join(one.text for one in run)))
    return tuple(merged)


def joined(tellings: Iterable[Telling], between: str) -> Telling:
    """Those of the tellings that say something, with words between them."""
    parts: list[Told | str] = []
    for one in filter(None, tellings):
        parts += [between, *one] if parts else one
    return telling(*parts)


def enumerated(tellings: Sequence[Telling], translator: Translator) -> Telling:
    """Tellings joined as in a sentence."""
    before, *after = translator.enumeration([_PLACE] * len(tellings)).split(_PLACE)
    parts: list[Told | str] = [before]
    for one, behind in zip(tellings, after, strict=True):
        parts += [*one, behind]
    return telling(*parts)


def signed(words: Telling) -> str:
    """All of it as one text, with the signs of what is in another language."""
    return "".join(part.signed for part in words)
