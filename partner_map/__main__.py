"""The commands of a clerk: ``python -m partner_map check``, ``geocode`` and ``export``."""

from __future__ import annotations

import argparse
import datetime
import json
import sys
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path

from partner_map.geocoding.gazetteer import Gazetteer, ask_gazetteer
from partner_map.geocoding.lookup import geocode_folder
from partner_map.geocoding.nominatim import ask_online, nominatim
from partner_map.geocoding.review import PlaceWarning, review
from partner_map.i18n.translator import Translator, translator_for
from partner_map.model import LANGUAGES, Dataset
from partner_map.presentation.choices import PresentationFault, read_choices
from partner_map.presentation.file import presentation_html
from partner_map.settings import basemap_file, tables_folder
from partner_map.tables import Fault, TablesError, check, fault_words, read_dataset, take_snapshot


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; the exit status is 0 when all went well."""
    parser = argparse.ArgumentParser(prog="python -m partner_map", description=__doc__)
    commands = parser.add_subparsers(required=True)
    _add_check(commands.add_parser("check", help="list every fault of the tables"))
    _add_geocode(commands.add_parser("geocode", help="find the coordinates of cities without"))
    _add_export(commands.add_parser("export", help="write the presentation as one file"))
    chosen = parser.parse_args(arguments)
    result: int = chosen.run(chosen)
    return result


def _add_check(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", type=Path, nargs="?", default=tables_folder())
    parser.add_argument("--json", action="store_true", help="for programs")
    _add_language(parser)
    parser.set_defaults(run=run_check)


def _add_geocode(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--data", type=Path, default=tables_folder(), help="folder of the tables")
    parser.add_argument(
        "--online", action="store_true", help="ask Nominatim for what the gazetteer lacks"
    )
    _add_language(parser)
    parser.set_defaults(run=run_geocode)


def _add_export(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, help="as in presentation.html")
    _add_language(parser)
    parser.set_defaults(run=run_export)


def _add_language(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--lang", choices=LANGUAGES, default=LANGUAGES[0])


def run_check(chosen: argparse.Namespace) -> int:
    """List every fault, a line each; without one, every coordinate and what to look at: 0 or 1.

    The lines go to the standard output, the sum of them to the standard error.
    """
    translator = translator_for(chosen.lang)
    checked = check(take_snapshot(chosen.folder), basemap_file(chosen.folder))
    dataset = checked.dataset
    warnings: tuple[PlaceWarning, ...] = ()
    presentation_faults: tuple[PresentationFault, ...] = ()
    if dataset is not None:
        warnings = review(dataset, ask_gazetteer(Gazetteer()))
        presentation_faults = read_choices(chosen.folder, dataset).faults
    if chosen.json:
        print(_as_json(checked.faults, presentation_faults, dataset, warnings, translator))
    elif dataset is None:
        _print_lines(fault_words(fault, translator) for fault in checked.faults)
    else:
        _print_lines(fault.words(translator) for fault in presentation_faults)
        _print_lines(_coordinate_lines(dataset, translator))
        _print_lines(
            translator.gettext("Look at this: {text}", text=w.words(translator)) for w in warnings
        )
    found = len(checked.faults) + len(presentation_faults)
    print(_sum(found, dataset, translator), file=sys.stderr)
    return 1 if found else 0


def run_geocode(chosen: argparse.Namespace) -> int:
    """Fill ``coordinates.csv``: 0 when all are found, 1 when some are not, 2 for faulty tables."""
    translator = translator_for(chosen.lang)

    def tell(line: str) -> None:
        print(line, file=sys.stderr)

    try:
        unfound = geocode_folder(
            chosen.data,
            lambda: ask_gazetteer(Gazetteer()),
            (lambda: ask_online(nominatim())) if chosen.online else None,
            tell,
            translator,
        )
    except TablesError as error:
        for fault in error.faults:
            tell(fault_words(fault, translator))
        return 2
    for city in unfound:
        tell(city.words(translator))
    return 1 if unfound else 0


def run_export(chosen: argparse.Namespace) -> int:
    """Write the presentation of the tables as one file: 0, or 1 when they have faults."""
    translator = translator_for(chosen.lang)
    try:
        dataset = read_dataset(tables_folder())
    except TablesError as error:
        for fault in error.faults:
            print(fault_words(fault, translator), file=sys.stderr)
        return 1
    for told in read_choices(tables_folder(), dataset).faults:
        print(told.words(translator), file=sys.stderr)
    page = presentation_html(dataset, datetime.date.today())
    chosen.file.write_text(page, encoding="utf-8", newline="\n")
    size = translator.number(len(page.encode()) / 1000)
    print(translator.gettext("{file}: {size} kB", file=chosen.file, size=size), file=sys.stderr)
    return 0


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
    events = translator.ngettext("{number} exchange", "{number} exchanges", len(dataset.events))
    return translator.gettext(
        "The tables are good: {partners}, {events}.", partners=partners, events=events
    )


def _as_json(
    faults: Sequence[Fault],
    presentation_faults: Sequence[PresentationFault],
    dataset: Dataset | None,
    warnings: Sequence[PlaceWarning],
    translator: Translator,
) -> str:
    """What the check found, for programs: kinds, places and values, and the same in words."""
    partners = () if dataset is None else dataset.partners
    found = {
        "good": dataset is not None,
        "faults": [asdict(fault) | {"words": fault_words(fault, translator)} for fault in faults],
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


if __name__ == "__main__":
    sys.exit(main())
