"""The home town's file, ``town.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from typing import Any
from zoneinfo import ZoneInfo

from partner_map import clock
from partner_map.i18n.translator import country_codes, former_countries
from partner_map.model import LANGUAGES, Coordinate, Town
from partner_map.tables.faults import Fault, FaultKind, shortened
from partner_map.tables.invisible import invisible_position, without_idle_marks
from partner_map.tables.schema import is_web_url
from partner_map.tables.snapshot import TOWN_FILE

_FIRST_YEAR = 1500
_ZONE = "Europe/Warsaw"


def read_town(data: bytes | None) -> tuple[Town | None, list[Fault]]:
    """The home town, or None with every fault of its file; a file that is not there has none."""
    if data is None:
        return None, []
    try:
        values = tomllib.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        return None, [Fault(FaultKind.TOWN_FORM, TOWN_FILE, value=shortened(str(error)))]
    found = _Values(values)
    town = Town(
        name={code: found.text("name", code) for code in LANGUAGES},
        genitive={code: found.text("genitive", code) for code in LANGUAGES},
        country=found.country("country"),
        first_year=found.year("first_year"),
        coordinate=Coordinate(
            found.degrees("coordinates", "latitude", limit=90),
            found.degrees("coordinates", "longitude", limit=180),
            found.text("coordinates", "source"),
        ),
        partners_page=found.url("partners_page"),
        zone=found.zone("zone"),
    )
    return (None if found.faults else town), found.faults


class _Values:
    """The values of the file, each checked where it is asked for."""

    def __init__(self, values: Mapping[str, Any]) -> None:
        self._values = values
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

    def zone(self, *path: str) -> str:
        """A time zone's name, where one is given."""
        value = self._value(*path)
        if value is None:
            return _ZONE
        try:
            return ZoneInfo(value).key
        except (LookupError, OSError, TypeError, ValueError):
            return self._fault(path, value)

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

    def _value(self, *path: str) -> Any:
        value: Any = self._values
        for name in path:
            value = value.get(name) if isinstance(value, Mapping) else None
        return value

    def _fault(
        self,
        path: tuple[str, ...],
        value: Any,
        kind: FaultKind = FaultKind.TOWN_VALUE,
        allowed: tuple[str, ...] = (),
        position: int | None = None,
    ) -> str:
        shown = "" if value is None else shortened(str(value))
        self.faults.append(
            Fault(
                kind,
                TOWN_FILE,
                column=".".join(path),
                value=shown,
                allowed=allowed,
                position=position,
            )
        )
        return ""
