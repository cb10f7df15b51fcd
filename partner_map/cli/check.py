"""``partner-map check``: every fault of the tables, and every coordinate."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Sequence
from dataclasses import asdict

from partner_map.geocoding.gazetteer import Gazetteer, ask_gazetteer
from partner_map.geocoding.review import PlaceWarning, review
from partner_map.i18n.translator import Translator, translator_for
from partner_map.model import Dataset
from partner_map.photos.album import looking_at
from partner_map.presentation.choices import PresentationFault, read_choices
from partner_map.settings import world_file
from partner_map.tables import Checked, check, fault_words, hint_words, take_snapshot


def run(chosen: argparse.Namespace) -> int:
    """List every fault, a line each; without one, every coordinate and what to look at: 0 or 1.

    The lines go to the standard output, the sum of them to the standard error.
    """
    translator = translator_for(chosen.lang)
    checked = check(take_snapshot(chosen.folder), world_file(), looking_at(chosen.folder))
    dataset = checked.dataset
    warnings: tuple[PlaceWarning, ...] = ()
    presentation_faults: tuple[PresentationFault, ...] = ()
    if dataset is not None:
        warnings = review(dataset, ask_gazetteer(Gazetteer()))
        presentation_faults = read_choices(chosen.folder, dataset).faults
    if chosen.json:
        print(_as_json(checked, presentation_faults, warnings, translator))
    elif dataset is None:
        _print_lines(fault_words(fault, translator) for fault in checked.faults)
    else:
        _print_lines(fault.words(translator) for fault in presentation_faults)
        _print_lines(_coordinate_lines(dataset, translator))
        _print_lines(
            translator.gettext("Look at this: {text}", text=w.words(translator)) for w in warnings
        )
    if not chosen.json:
        _print_lines(
            translator.gettext("Look at this: {text}", text=hint_words(hint, translator))
            for hint in checked.hints
        )
    found = len(checked.faults) + len(presentation_faults)
    print(_sum(found, dataset, translator), file=sys.stderr)
    return 1 if found else 0


def _print_lines(lines: Iterable[str]) -> None:
    for line in lines:
        print(line)


def _coordinate_lines(dataset: Dataset, translator: Translator) -> Iterable[str]:
    for partner in dataset.partners:
        if partner.coordinate is not None:
            place = partner.coordinate
            name = partner.name[translator.language]
            yield f"{name}: {place.latitude:.5f}, {place.longitude:.5f} ({place.source})"


def _sum(faults: int, dataset: Dataset | None, translator: Translator) -> str:
    if dataset is None or faults:
        return translator.ngettext("{number} fault.", "{number} faults.", faults)
    partners = translator.ngettext("{number} partner", "{number} partners", len(dataset.partners))
    events = translator.ngettext("{number} event", "{number} events", len(dataset.events))
    return translator.gettext(
        "The tables are good: {partners}, {events}.", partners=partners, events=events
    )


def _as_json(
    checked: Checked,
    presentation_faults: Sequence[PresentationFault],
    warnings: Sequence[PlaceWarning],
    translator: Translator,
) -> str:
    """What the check found, for programs: kinds, places and values, and the same in words."""
    partners = () if checked.dataset is None else checked.dataset.partners
    found = {
        "good": checked.dataset is not None,
        "faults": [
            asdict(fault) | {"words": fault_words(fault, translator)} for fault in checked.faults
        ],
        "hints": [asdict(hint) | {"words": hint_words(hint, translator)} for hint in checked.hints],
        "presentation_faults": [
            asdict(fault) | {"words": fault.words(translator)} for fault in presentation_faults
        ],
        "coordinates": [
            {"partner": partner.id} | asdict(partner.coordinate)
            for partner in partners
            if partner.coordinate is not None
        ],
        "warnings": [
            {
                "kind": warning.kind,
                "partner": warning.partner.id,
                "distance_km": round(warning.distance_km, 1),
                "words": warning.words(translator),
            }
            for warning in warnings
        ],
    }
    return json.dumps(found, ensure_ascii=False, indent=2)
