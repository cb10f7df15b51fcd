"""What a presenter chose, read from ``presentation.toml`` in the tables folder.

A file with faults is told and not followed: the presentation is then shown without it.
"""

from __future__ import annotations

import datetime
import hashlib
import logging
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from partner_map import clock, settings
from partner_map.i18n.translator import N_, Translator, translator_for
from partner_map.log import event
from partner_map.model import Dataset, kept_with_dataset
from partner_map.presentation.steps import (
    Choices,
    ChosenExchange,
    Step,
    presentation_steps,
    step_ids,
)
from partner_map.runtime import store
from partner_map.runtime.beside import file_beside
from partner_map.tables.faults import shortened
from partner_map.tables.nearest import nearest_of

_LOG = logging.getLogger(__name__)
FILE: Final = "presentation.toml"
_NAMES: Final = ("leave_out", "exchanges")
_OPERATORS_LANGUAGE: Final = "en"
_UNREADABLE: Final = N_("the file cannot be opened: close it in other programs")
_NOT_TOML: Final = N_("the file is not in TOML: mend it where the words say")
_NAME_UNKNOWN: Final = N_("there is no such setting; allowed are leave_out and exchanges")
_NO_LIST: Final = N_('the value is no list of texts, as in ["hranice", "cesis"]')
_NO_TABLE: Final = N_("the value is no table of partners and lists of dates")
_STEP_UNKNOWN: Final = N_("no step has this id: it is opening, close or the id of a partner")
_PARTNER_UNKNOWN: Final = N_("no partner has this id")
_EXCHANGE_UNKNOWN: Final = N_(
    "the partner has no exchange of this start; write it as in the events table,"
    " with its kind where several share it: 2022-06-11 culture"
)


@dataclass(frozen=True, slots=True)
class PresentationFault:
    """One thing wrong in the file."""

    message: str
    """The sentence, as the catalogue knows it."""
    place: str = ""
    value: str = ""
    nearest: str | None = None

    def words(self, translator: Translator) -> str:
        """The fault on one line in the reader's language."""
        words = [f"{', '.join(part for part in (FILE, self.place) if part)}:"]
        if self.value:
            words.append(translator.gettext("“{text}”:", text=self.value))
        words.append(translator.gettext(self.message) + ".")
        if self.nearest is not None:
            words.append(translator.gettext("Nearest: {value}", value=self.nearest))
        return " ".join(words)


@dataclass(frozen=True)
class Read:
    """What the file says: its choices, or every fault and the choices of no file."""

    choices: Choices
    faults: tuple[PresentationFault, ...] = ()


def read_choices(folder: Path, dataset: Dataset) -> Read:
    """The choices of a tables folder; without the file everything is shown."""
    try:
        data = file_beside(folder / FILE).read()
    except FileNotFoundError:
        return Read(Choices())
    except OSError:
        return Read(Choices(), (PresentationFault(_UNREADABLE),))
    return _read(dataset, data)


def chosen_steps(dataset: Dataset, today: datetime.date, language: str) -> tuple[Step, ...]:
    """The steps in a language, with the choices of the present tables folder."""
    choices = read_choices(settings.tables_folder(), dataset).choices
    return presentation_steps(dataset, today, choices, translator_for(language))


def revision() -> str:
    """Changes whenever an open page has something else to show: the data, the choices, the day."""
    try:
        data = file_beside(settings.tables_folder() / FILE).read()
        chosen = f"-{hashlib.sha256(data).hexdigest()[:8]}"
    except OSError:
        chosen = ""
    loaded = store.current()
    day = "" if loaded.dataset is None else f"-{clock.today(loaded.dataset.town)}"
    return loaded.revision + chosen + day


@kept_with_dataset(max_results=4)
def _read(dataset: Dataset, data: bytes) -> Read:
    """Read the file once for each of its states, and tell its faults in the log."""
    faults: list[PresentationFault] = []
    try:
        values = tomllib.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        faults.append(PresentationFault(_NOT_TOML, value=shortened(str(error))))
        values = {}
    for name in values.keys() - set(_NAMES):
        faults.append(
            PresentationFault(
                _NAME_UNKNOWN, value=shortened(name), nearest=nearest_of(name, _NAMES)
            )
        )
    left_out = _left_out(values.get("leave_out", []), dataset, faults)
    exchanges = _exchanges(values.get("exchanges", {}), dataset, faults)
    if not faults:
        return Read(Choices(left_out, exchanges))
    translator = translator_for(_OPERATORS_LANGUAGE)
    told = "\n".join(fault.words(translator) for fault in faults)
    _LOG.error(
        "The presentation is shown without its choices:\n%s",
        told,
        extra=event("presentation-faulty"),
    )
    return Read(Choices(), tuple(faults))


def _left_out(value: Any, dataset: Dataset, faults: list[PresentationFault]) -> frozenset[str]:
    known = step_ids(dataset)
    named = _texts("leave_out", value, faults)
    for step in named:
        if step not in known:
            faults.append(
                PresentationFault(
                    _STEP_UNKNOWN, "leave_out", shortened(step), nearest_of(step, known)
                )
            )
    return frozenset(named)


def _exchanges(
    value: Any, dataset: Dataset, faults: list[PresentationFault]
) -> Mapping[str, tuple[ChosenExchange, ...]]:
    if not isinstance(value, Mapping):
        faults.append(PresentationFault(_NO_TABLE, "exchanges", shortened(str(value))))
        return {}
    chosen = {}
    for city, named in value.items():
        place = f"exchanges.{shortened(city)}"
        if city not in dataset.by_id:
            nearest = nearest_of(city, tuple(dataset.by_id))
            faults.append(PresentationFault(_PARTNER_UNKNOWN, place, shortened(city), nearest))
            continue
        events = dataset.events_by_partner[city]
        allowed = [event.start.edtf for event in events]
        allowed += [
            f"{event.start.edtf} {kind}" for event in events for kind in sorted(event.types)
        ]
        picked = []
        for text in _texts(place, named, faults):
            start, _, kind = " ".join(text.split()).partition(" ")
            choice = ChosenExchange(start, kind or None)
            if not any(choice.picks(event) for event in events):
                nearest = nearest_of(text, allowed)
                faults.append(PresentationFault(_EXCHANGE_UNKNOWN, place, shortened(text), nearest))
            picked.append(choice)
        chosen[city] = tuple(picked)
    return chosen


def _texts(place: str, value: Any, faults: list[PresentationFault]) -> tuple[str, ...]:
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return tuple(value)
    faults.append(PresentationFault(_NO_LIST, place, shortened(str(value))))
    return ()
