"""The values of the home town's file, each checked where it is asked for."""

from __future__ import annotations

import datetime
import re
from collections.abc import Collection, Mapping, Sequence
from enum import StrEnum
from typing import Any, Final, TypeVar
from zoneinfo import ZoneInfo

from partner_map import clock
from partner_map.i18n.translator import country_codes, former_countries
from partner_map.model import CLERK_LANGUAGES, LANGUAGES, LocalizedText
from partner_map.tables.faults import Fault, FaultKind, shortened
from partner_map.tables.invisible import invisible_position, without_idle_marks
from partner_map.tables.nearest import nearest_word
from partner_map.tables.personal import is_email, is_telephone
from partner_map.tables.schema import is_web_url
from partner_map.tables.snapshot import TOWN_FILE
from partner_map.tables.toml_lines import Path

_FIRST_YEAR: Final = 1500
_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_Word = TypeVar("_Word", bound=StrEnum)


class TownValues:
    """The values with the faults that asking for them has found.

    ``text``, ``country``, ``url``, ``year`` and ``degrees`` ask for what must be there. What the
    town may leave out is asked for by ``given_...`` and is then empty.
    """

    def __init__(self, values: Mapping[str, Any], lines: Mapping[Path, int]) -> None:
        self._values = values
        self._lines = lines
        self.faults: list[Fault] = []

    def text(self, *path: str) -> str:
        """A text that is not empty."""
        value = self._value(*path)
        if not isinstance(value, str) or not value.strip():
            return self._fault(path, value)
        position = invisible_position(value)
        if position is not None:
            sign = f"U+{ord(value[position - 1]):04X}"
            return self._fault(path, value, FaultKind.CONTROL_CHARACTER, (sign,), position)
        return without_idle_marks(value)

    def texts(self, *path: str) -> LocalizedText:
        """A text in each language of the clerk, and in others where the town has them."""
        texts = {}
        for code in LANGUAGES:
            asked = self.text if code in CLERK_LANGUAGES else self.given_text
            texts[code] = asked(*path, code)
        return LocalizedText({code: text for code, text in texts.items() if text})

    def country(self, *path: str) -> str:
        """The code of a country."""
        code = self.text(*path)
        if code in former_countries():
            return self._fault(path, code, FaultKind.COUNTRY_FORMER, former_countries()[code])
        return code if not code or code in country_codes() else self._fault(path, code)

    def url(self, *path: str) -> str:
        """An http or https URL."""
        url = self.text(*path)
        return url if not url or is_web_url(url) else self._fault(path, url)

    def year(self, *path: str) -> int:
        """A year that has come."""
        value = self._value(*path)
        if type(value) is not int or not _FIRST_YEAR <= value <= clock.now().year:
            self._fault(path, value)
            return 0
        return value

    def degrees(self, *path: str, limit: int) -> float:
        """Degrees (WGS 84) between ``-limit`` and ``limit``."""
        value = self._value(*path)
        if type(value) not in (int, float) or not -limit <= value <= limit:
            self._fault(path, value)
            return 0.0
        return float(value)

    def given_zone(self, *path: str) -> str | None:
        """The name of a time zone."""
        value = self._value(*path)
        if value is None:
            return None
        try:
            return ZoneInfo(value).key
        except (LookupError, OSError, TypeError, ValueError):
            self._fault(path, value)
            return None

    def given_text(self, *path: str) -> str:
        """A text, or an empty one where there is none."""
        return "" if self._value(*path) in (None, "") else self.text(*path)

    def given_texts(self, *path: str) -> LocalizedText | None:
        """A text in each language; None where it is in none."""
        value = self._value(*path)
        if value is None:
            return None
        if isinstance(value, Mapping) and not any(value.get(code) for code in LANGUAGES):
            return None
        return self.texts(*path)

    def given_url(self, *path: str) -> str:
        """An http or https URL, or an empty text."""
        url = self.given_text(*path)
        if url and not is_web_url(url):
            return self._fault(path, url, FaultKind.URL_FORM)
        return url

    def given_email(self, *path: str) -> str:
        """An e-mail address, or an empty text."""
        email = self.given_text(*path)
        return (
            email if not email or is_email(email) else self._fault(path, email, FaultKind.NO_EMAIL)
        )

    def given_telephone(self, *path: str) -> str:
        """A telephone number, or an empty text."""
        number = self.given_text(*path)
        if number and not is_telephone(number):
            return self._fault(path, number, FaultKind.NO_TELEPHONE)
        return number

    def given_day(self, *path: str) -> datetime.date | None:
        """A day, as TOML writes one or as a text of the same form; None where there is none."""
        value = self._value(*path)
        if value in (None, ""):
            return None
        if type(value) is datetime.date:
            return value
        try:
            if isinstance(value, str) and _DAY.fullmatch(value):
                return datetime.date.fromisoformat(value)
        except ValueError:
            pass
        self._fault(path, value, FaultKind.NO_DAY)
        return None

    def given_word(self, words: type[_Word], *path: str) -> _Word | None:
        """A word of a vocabulary; None where there is none."""
        value = self._value(*path)
        if value in (None, ""):
            return None
        allowed = tuple(word.value for word in words)
        if value in allowed:
            return words(value)
        nearest = nearest_word(str(value)[:80], allowed)
        self._fault(path, value, FaultKind.WORD_UNKNOWN, allowed, nearest=nearest)
        return None

    def given_tables(self, *path: str) -> Sequence[str]:
        """The numbers, as parts of a path, of the tables of an array; none where there is none."""
        value = self._value(*path)
        if value is None:
            return ()
        if not isinstance(value, list) or not all(isinstance(one, Mapping) for one in value):
            self._fault(path, value)
            return ()
        return [str(number) for number in range(len(value))]

    def is_given(self, *path: str) -> bool:
        """Whether the town has filled in something there."""
        return self._value(*path) is not None

    def any_of(self, names: Collection[str], *path: str) -> None:
        """Find a table in which none of these names has a value."""
        if isinstance(self._value(*path), Mapping) and not any(
            self._value(*path, name) for name in names
        ):
            self._fault(path, None, FaultKind.ALL_MISSING, tuple(names))

    def only(self, names: Collection[str], *path: str) -> None:
        """Find the names in a table that mean nothing there; a table that is none is a fault."""
        value = self._value(*path)
        if value is None:
            return
        if not isinstance(value, Mapping):
            self._fault(path, value)
            return
        allowed = tuple(names)
        for name in value:
            if name not in allowed:
                nearest = nearest_word(name[:80], allowed)
                self._fault((*path, name), None, FaultKind.NAME_UNKNOWN, allowed, nearest=nearest)

    def _value(self, *path: str) -> Any:
        value: Any = self._values
        for name in path:
            if isinstance(value, list) and name.isdecimal():
                value = value[int(name)]
            else:
                value = value.get(name) if isinstance(value, Mapping) else None
        return value

    def _fault(
        self,
        path: tuple[str, ...],
        value: Any,
        kind: FaultKind = FaultKind.TOWN_VALUE,
        allowed: tuple[str, ...] = (),
        position: int | None = None,
        nearest: str | None = None,
    ) -> str:
        shown = "" if value is None else shortened(str(value))
        self.faults.append(
            Fault(
                kind,
                TOWN_FILE,
                row=self._line(path),
                column=".".join(path),
                value=shown,
                allowed=allowed,
                nearest=nearest,
                position=position,
            )
        )
        return ""

    def _line(self, path: Path) -> int | None:
        """The line of a value, or of the table in which it is missing; None where there is none."""
        return next(
            (
                self._lines[path[:end]]
                for end in range(len(path), 0, -1)
                if path[:end] in self._lines
            ),
            None,
        )
