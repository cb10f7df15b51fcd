"""CSV and TOML to a Dataset: every fault with its table, row, column, value and remedy."""

from __future__ import annotations

import csv
import datetime
import hashlib
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import urlsplit

import pandas as pd

from partner_map.dates import DateError, ImpreciseDate, parse_date
from partner_map.errors import PartnerMapError
from partner_map.model import (
    LANGUAGES,
    Agreement,
    AgreementKind,
    Coordinate,
    Dataset,
    Event,
    ExchangeType,
    Fact,
    LocalizedText,
    Partner,
    Signatory,
    Town,
)

PARTNER_COLUMNS = (
    "id",
    "name_pl",
    "name_en",
    "name_own",
    "note_pl",
    "note_en",
    "country",
    "latitude",
    "longitude",
    "coordinates_source",
    "first_contacts",
    "first_contacts_source",
    "agreement",
    "agreement_kind",
    "agreement_source",
    "agreement_place_pl",
    "agreement_place_en",
    "agreement_place_source",
    "partner_signatory",
    "partner_office_pl",
    "partner_office_en",
    "town_signatory",
    "town_office_pl",
    "town_office_en",
    "signatory_source",
    "ended",
    "ended_source",
    "types",
    "types_source",
    "summary_pl",
    "summary_en",
)
EVENT_COLUMNS = ("partners", "start", "end", "type", "title_pl", "title_en", "source")
COORDINATE_COLUMNS = ("partner", "query", "latitude", "longitude", "source", "date")

_Word = TypeVar("_Word", bound=StrEnum)

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_COUNTRY = re.compile(r"[A-Z]{2}")
_FIRST_ROW = 2  # as a spreadsheet numbers it: row 1 holds the column names


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong in one table."""

    table: str
    row: int | None
    column: str | None
    value: str
    remedy: str

    def __str__(self) -> str:
        row = "" if self.row is None else f", row {self.row}"
        column = "" if self.column is None else f", column {self.column}"
        return f"{self.table}{row}{column}: {self.value!r}: {self.remedy}"


class TablesError(PartnerMapError):
    """Raised when the tables cannot be shown; carries every fault found."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(str(fault) for fault in self.faults))


class _Row:
    """One row of a table, whose cells are read with their faults noted."""

    def __init__(self, table: str, number: int, cells: Mapping[str, str], faults: list[Fault]):
        self._table, self._number, self._cells, self._faults = table, number, cells, faults

    def fault(self, column: str, remedy: str) -> None:
        """Note a fault of a cell."""
        self._faults.append(
            Fault(self._table, self._number, column, self._cells.get(column, ""), remedy)
        )

    def text(self, column: str, *, required: bool = False) -> str:
        """A cell without the blanks around it."""
        value = self._cells[column].strip()
        if required and not value:
            self.fault(column, "write a value: this cell may not be empty")
        return value

    def texts(self, stem: str, *, required: bool = False) -> LocalizedText:
        """The cells ``stem_pl``, ``stem_en``, ..., by language."""
        return {code: self.text(f"{stem}_{code}", required=required) for code in LANGUAGES}

    def many(self, column: str) -> tuple[str, ...]:
        """The parts of a cell that are joined by ``|``."""
        return tuple(part.strip() for part in self.text(column).split("|") if part.strip())

    def sources(self, column: str) -> tuple[str, ...]:
        """Addresses joined by ``|``; each must be http or https."""
        for address in self.many(column):
            if not is_web_address(address):
                self.fault(column, "write a full address that begins with http:// or https://")
        return self.many(column)

    def date(self, column: str) -> ImpreciseDate | None:
        """A date as precise as written, or None for an empty cell."""
        if not self.text(column):
            return None
        try:
            return parse_date(self.text(column))
        except DateError:
            self.fault(column, "write a date such as 1991-05-03, 2010-04, 2005, 1990~ or 199X")
            return None

    def number(self, column: str, limit: float) -> float | None:
        """A number of degrees between ``-limit`` and ``limit``, or None for an empty cell."""
        if not self.text(column):
            return None
        try:
            value = float(self.text(column))
        except ValueError:
            value = float("nan")
        if not -limit <= value <= limit:
            self.fault(column, f"write degrees between {-limit:g} and {limit:g}, as in 52.0938")
            return None
        return value

    def choice(self, column: str, vocabulary: type[_Word]) -> _Word | None:
        """A word of a vocabulary, or None for an empty or unknown one."""
        return next(iter(self.choices(column, vocabulary)), None)

    def choices(self, column: str, vocabulary: type[_Word]) -> tuple[_Word, ...]:
        """Words of a vocabulary joined by ``|``."""
        known = {word.value: word for word in vocabulary}
        for word in self.many(column):
            if word not in known:
                self.fault(column, "write one of: " + ", ".join(known))
        return tuple(known[word] for word in self.many(column) if word in known)

    def fact(self, column: str) -> Fact | None:
        """The date of a column with the sources of ``column_source``."""
        date = self.date(column)
        return None if date is None else Fact(date, self.sources(f"{column}_source"))

    def coordinate(self, source_column: str) -> Coordinate | None:
        """Latitude and longitude, both or neither."""
        latitude = self.number("latitude", 90)
        longitude = self.number("longitude", 180)
        if latitude is None or longitude is None:
            if bool(self.text("latitude")) != bool(self.text("longitude")):
                self.fault("latitude", "write both latitude and longitude, or neither")
            return None
        return Coordinate(latitude, longitude, self.text(source_column, required=True))


def is_web_address(text: str) -> bool:
    """Whether a text is an absolute http or https address without blanks."""
    if any(character.isspace() for character in text):
        return False
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)


def read_dataset(folder: Path) -> Dataset:
    """Read and check all tables of a folder.

    Raises:
        TablesError: A table is missing, unreadable or has faults; all of them at once.
    """
    faults: list[Fault] = []
    digest = hashlib.sha256()
    for name in ("town.toml", "partners.csv", "events.csv", "coordinates.csv"):
        path = folder / name
        digest.update(path.read_bytes() if path.is_file() else b"")
    town = _read_town(folder / "town.toml", faults)
    coordinates = read_coordinates(folder, faults)
    partners = _read_partners(folder, coordinates, faults)
    events = _read_events(folder, {partner.id for partner in partners}, faults)
    if faults or town is None:
        raise TablesError(faults)
    return Dataset(
        town=town,
        partners=tuple(sorted(partners, key=_first_year)),
        events=tuple(sorted(events, key=lambda event: (event.start.earliest, event.start.edtf))),
        version=digest.hexdigest()[:12],
        loaded=datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds"),
    )


def _first_year(partner: Partner) -> int:
    years = (partner.contacts_year, partner.agreement_year, partner.ended_year)
    return min((year for year in years if year is not None), default=9999)


def rows(folder: Path, name: str, columns: tuple[str, ...], faults: list[Fault]) -> list[_Row]:
    """The rows of a CSV table with exactly these columns; no rows when it has a fault."""
    try:
        frame = pd.read_csv(
            folder / name,
            dtype=str,
            keep_default_na=False,
            encoding="utf-8-sig",
            index_col=False,
            engine="python",
            on_bad_lines="error",
        )
    except FileNotFoundError:
        faults.append(Fault(name, None, None, "", "the table is missing: put it back"))
        return []
    except (OSError, UnicodeDecodeError, pd.errors.ParserError, csv.Error) as error:
        faults.append(Fault(name, None, None, type(error).__name__, "save the table as CSV UTF-8"))
        return []
    except pd.errors.EmptyDataError:
        faults.append(Fault(name, None, None, "", "the table is empty: put its rows back"))
        return []
    missing = [column for column in columns if column not in frame.columns]
    unknown = [column for column in frame.columns if column not in columns]
    for column in missing:
        faults.append(Fault(name, 1, column, "", "add this column"))
    for column in unknown:
        faults.append(Fault(name, 1, column, column, "remove this column or mend its name"))
    if missing or unknown:
        return []
    return [
        _Row(name, number, {str(key): str(cell) for key, cell in cells.items()}, faults)
        for number, cells in enumerate(frame.to_dict(orient="records"), start=_FIRST_ROW)
    ]


def read_coordinates(folder: Path, faults: list[Fault]) -> Mapping[str, Coordinate]:
    """The coordinates that the geocoder wrote, by partner id; none when there is no such file."""
    if not (folder / "coordinates.csv").is_file():
        return {}
    found = {}
    for row in rows(folder, "coordinates.csv", COORDINATE_COLUMNS, faults):
        coordinate = row.coordinate("source")
        if coordinate is not None:
            found[row.text("partner", required=True)] = coordinate
    return found


def _read_town(path: Path, faults: list[Fault]) -> Town | None:
    """The home town, or None with a fault noted."""
    try:
        values: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
        place = values["coordinates"]
        return Town(
            name={code: str(values["name"][code]) for code in LANGUAGES},
            genitive={code: str(values["genitive"][code]) for code in LANGUAGES},
            country=str(values["country"]),
            first_year=int(values["first_year"]),
            coordinate=Coordinate(
                float(place["latitude"]), float(place["longitude"]), str(place["source"])
            ),
            website=str(values["website"]),
            partners_page=str(values["partners_page"]),
        )
    except FileNotFoundError:
        faults.append(Fault(path.name, None, None, "", "the file is missing: put it back"))
    except KeyError as error:
        faults.append(Fault(path.name, None, str(error.args[0]), "", "write this value"))
    except (OSError, ValueError, TypeError) as error:
        faults.append(Fault(path.name, None, None, str(error), "mend this value"))
    return None


def _read_partners(
    folder: Path, coordinates: Mapping[str, Coordinate], faults: list[Fault]
) -> list[Partner]:
    partners: list[Partner] = []
    seen: set[str] = set()
    for row in rows(folder, "partners.csv", PARTNER_COLUMNS, faults):
        partner_id = row.text("id", required=True)
        if not _ID.fullmatch(partner_id):
            row.fault("id", "write small letters a-z, digits and single hyphens")
        if partner_id in seen:
            row.fault("id", "this id stands in an earlier row: choose another")
        seen.add(partner_id)
        if not _COUNTRY.fullmatch(row.text("country")):
            row.fault("country", "write the two capital letters of ISO 3166, as in NL")
        partners.append(
            Partner(
                id=partner_id,
                name=row.texts("name", required=True),
                own_name=row.text("name_own", required=True),
                note=row.texts("note"),
                country=row.text("country"),
                first_contacts=row.fact("first_contacts"),
                agreement=_agreement(row),
                ended=row.fact("ended"),
                types=frozenset(row.choices("types", ExchangeType)),
                types_sources=row.sources("types_source"),
                summary=row.texts("summary", required=True),
                coordinate=row.coordinate("coordinates_source") or coordinates.get(partner_id),
            )
        )
    return partners


def _agreement(row: _Row) -> Agreement | None:
    fact = row.fact("agreement")
    kind = row.choice("agreement_kind", AgreementKind)
    if fact is None:
        return None
    if kind is None:
        row.fault("agreement_kind", "write one of: " + ", ".join(AgreementKind))
        return None
    return Agreement(
        fact=fact,
        kind=kind,
        place=row.texts("agreement_place"),
        place_sources=row.sources("agreement_place_source"),
        partner_signatory=Signatory(row.text("partner_signatory"), row.texts("partner_office")),
        town_signatory=Signatory(row.text("town_signatory"), row.texts("town_office")),
        signatory_sources=row.sources("signatory_source"),
    )


def _read_events(folder: Path, partner_ids: set[str], faults: list[Fault]) -> list[Event]:
    events: list[Event] = []
    for row in rows(folder, "events.csv", EVENT_COLUMNS, faults):
        partners = row.many("partners")
        if not partners or not partner_ids.issuperset(partners):
            row.fault("partners", "write the id of a row of partners.csv, or several joined by |")
            continue
        start = row.date("start")
        kind = row.choice("type", ExchangeType)
        if start is None and not row.text("start"):
            row.fault("start", "write the date of the exchange")
        if kind is None and not row.text("type"):
            row.fault("type", "write one of: " + ", ".join(ExchangeType))
        row.sources("source")
        if start is None or kind is None:
            continue
        events.append(
            Event(
                partners=partners,
                start=start,
                end=row.date("end"),
                type=kind,
                title=row.texts("title", required=True),
                source=row.text("source", required=True),
            )
        )
    return events
