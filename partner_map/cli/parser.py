"""What may be typed after ``partner-map``, and the subcommand that is chosen by it."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Final

import partner_map
from partner_map.cli.words import argparse_speaks
from partner_map.i18n.translator import Translator, translator_for
from partner_map.model import CLERK_LANGUAGES, LANGUAGES
from partner_map.settings import state_folder, tables_folder

PROGRAM = "partner-map"
_YEAR_DIGITS: Final = 4
_MODULES: Final = {"import": "take_in"}
"""Where a command cannot give its module its name."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a subcommand on the arguments, or on those of the process, and give its exit status.

    Raises SystemExit, with 2 for arguments that make no sense and 0 after help or the version.
    """
    typed = sys.argv[1:] if arguments is None else list(arguments)
    translator = translator_for(_language(typed))
    with argparse_speaks(translator):
        chosen = _parser(translator).parse_args(typed)
    # A subcommand loads what it needs: serving has no use for pandas before the server has begun.
    module = _MODULES.get(chosen.command, chosen.command)
    status: int = import_module(f"partner_map.cli.{module}").run(chosen)
    return status


def _language(typed: Sequence[str]) -> str:
    """The language that is asked for, before anything else is understood."""
    first_look = argparse.ArgumentParser(add_help=False)
    first_look.add_argument("--lang", nargs="?")
    asked, _ = first_look.parse_known_args(typed)
    return asked.lang if asked.lang in CLERK_LANGUAGES else CLERK_LANGUAGES[0]


def _parser(translator: Translator) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog=PROGRAM,
        description=translator.gettext("A town's partner cities on a map, a timeline and in words"),
    )
    parser.add_argument(
        "--version",
        action="version",
        version=f"{PROGRAM} {partner_map.__version__}",
        help=translator.gettext("show the program's version and exit"),
    )
    _add_language(parser, translator, CLERK_LANGUAGES[0])
    commands = parser.add_subparsers(
        dest="command",
        required=True,
        title=translator.gettext("commands"),
        metavar=translator.gettext("command"),
    )

    def command(name: str, words: str) -> argparse.ArgumentParser:
        added = commands.add_parser(name, help=words, description=words)
        # Without a default of its own, it leaves the one that stands before the subcommand.
        _add_language(added, translator, argparse.SUPPRESS)
        return added

    _add_serve(command("serve", translator.gettext("serve the map")), translator)
    _add_status(command("status", translator.gettext("tell how the running server is")), translator)
    _add_check(command("check", translator.gettext("list every fault of the tables")), translator)
    _add_changes(
        command("changes", translator.gettext("tell what the latest saves have changed")),
        translator,
    )
    _add_geocode(
        command("geocode", translator.gettext("find the coordinates of new cities")), translator
    )
    _add_export(
        command("export", translator.gettext("write the presentation as one file")), translator
    )
    _add_picture(
        command("picture", translator.gettext("write the map as a picture or a poster")), translator
    )
    _add_publish(
        command("publish", translator.gettext("publish the pages that need no server")), translator
    )
    _add_new(command("new", translator.gettext("begin a folder for another town")), translator)
    _add_import(
        command("import", translator.gettext("take partners or events in from another file")),
        translator,
    )
    return parser


def _add_language(parser: argparse.ArgumentParser, translator: Translator, default: str) -> None:
    words = translator.gettext("the language of the answers")
    parser.add_argument("--lang", choices=CLERK_LANGUAGES, default=default, help=words)


def _add_data(parser: argparse.ArgumentParser, translator: Translator) -> None:
    words = translator.gettext("the folder of the tables")
    folder = translator.gettext("FOLDER")
    parser.add_argument("--data", type=Path, default=tables_folder(), metavar=folder, help=words)


def _add_serve(parser: argparse.ArgumentParser, translator: Translator) -> None:
    def port(text: str) -> int:
        if text.isascii() and text.isdecimal() and 0 < int(text) < 2**16:
            return int(text)
        raise argparse.ArgumentTypeError(
            translator.gettext("a port is a whole number from 1 to 65535")
        )

    _add_data(parser, translator)
    parser.add_argument("--port", type=port, help=translator.gettext("8501, if none is given"))
    parser.add_argument("--host", help=translator.gettext("the address to listen on: all, if none"))
    parser.add_argument(
        "--base-path",
        metavar=translator.gettext("PATH"),
        help=translator.gettext("the path below which a web server shows the map"),
    )


def _add_status(parser: argparse.ArgumentParser, translator: Translator) -> None:
    words = translator.gettext("the folder in which the server keeps its state")
    folder = translator.gettext("FOLDER")
    parser.add_argument("--state", type=Path, default=state_folder(), metavar=folder, help=words)
    parser.add_argument("--json", action="store_true", help=translator.gettext("for programs"))


def _add_check(parser: argparse.ArgumentParser, translator: Translator) -> None:
    words = translator.gettext("the folder of the tables")
    folder = translator.gettext("FOLDER")
    parser.add_argument(
        "folder", type=Path, nargs="?", default=tables_folder(), metavar=folder, help=words
    )
    parser.add_argument("--json", action="store_true", help=translator.gettext("for programs"))


def _add_changes(parser: argparse.ArgumentParser, translator: Translator) -> None:
    folder = translator.gettext("FOLDER")
    parser.add_argument(
        "folder",
        type=Path,
        nargs="?",
        default=tables_folder(),
        metavar=folder,
        help=translator.gettext("the folder of the tables"),
    )
    parser.add_argument(
        "newer",
        type=Path,
        nargs="?",
        metavar=translator.gettext("NEWER"),
        help=translator.gettext("another folder: tell what is different there, without a history"),
    )


def _add_geocode(parser: argparse.ArgumentParser, translator: Translator) -> None:
    _add_data(parser, translator)
    words = translator.gettext("ask Nominatim for what the gazetteer lacks")
    parser.add_argument("--online", action="store_true", help=words)


def _add_export(parser: argparse.ArgumentParser, translator: Translator) -> None:
    _add_data(parser, translator)
    words = translator.gettext("as in presentation.html")
    parser.add_argument("file", type=Path, metavar=translator.gettext("FILE"), help=words)
    parser.add_argument(
        "--language",
        choices=LANGUAGES,
        default=LANGUAGES[0],
        help=translator.gettext("the language in which it opens; its menu has the others"),
    )


def _add_picture(parser: argparse.ArgumentParser, translator: Translator) -> None:
    def year(text: str) -> int:
        if text.isascii() and text.isdecimal() and len(text) == _YEAR_DIGITS:
            return int(text)
        raise argparse.ArgumentTypeError(translator.gettext("a year has four digits"))

    _add_data(parser, translator)
    parser.add_argument(
        "file",
        type=Path,
        metavar=translator.gettext("FILE"),
        help=translator.gettext("as in poster.pdf, map.png or map.svg"),
    )
    parser.add_argument(
        "--size",
        default="A3",
        metavar=translator.gettext("SIZE"),
        help=translator.gettext("a sheet from A4 to A0, or pixels as in 1200x630; A3, if none"),
    )
    parser.add_argument(
        "--upright",
        action="store_true",
        help=translator.gettext("a sheet that is higher than wide"),
    )
    parser.add_argument(
        "--year",
        type=year,
        metavar=translator.gettext("YEAR"),
        help=translator.gettext("the year that it shows: this one, if none"),
    )
    parser.add_argument(
        "--language",
        choices=LANGUAGES,
        default=LANGUAGES[0],
        help=translator.gettext("the language of the picture"),
    )
    parser.add_argument(
        "--city",
        metavar="ID",
        help=translator.gettext("the city that it is about: all, if none"),
    )


def _add_publish(parser: argparse.ArgumentParser, translator: Translator) -> None:
    _add_data(parser, translator)
    parser.add_argument(
        "folder",
        type=Path,
        metavar=translator.gettext("FOLDER"),
        help=translator.gettext("the folder to write the site into"),
    )
    parser.add_argument(
        "--url",
        required=True,
        metavar="URL",
        help=translator.gettext("the full URL at which the site will be found"),
    )
    parser.add_argument(
        "--live-url",
        metavar="URL",
        help=translator.gettext(
            "the full URL of the live application, to which the pages lead: what PARTNER_MAP_URL"
            " names, if none"
        ),
    )


def _add_new(parser: argparse.ArgumentParser, translator: Translator) -> None:
    folder, name = translator.gettext("FOLDER"), translator.gettext("NAME")
    parser.add_argument(
        "folder", type=Path, metavar=folder, help=translator.gettext("a folder that is not there")
    )
    parser.add_argument(
        "--town", required=True, metavar=name, help=translator.gettext("the home town")
    )
    parser.add_argument(
        "--country",
        required=True,
        metavar="XX",
        help=translator.gettext("its country, two letters of ISO 3166"),
    )
    parser.add_argument(
        "--genitive",
        metavar=name,
        help=translator.gettext("the Polish name as it stands after “Miasta partnerskie”"),
    )
    parser.add_argument(
        "--place",
        metavar="URL",
        help=translator.gettext("which of several places of that name is meant"),
    )
    parser.add_argument(
        "--page", metavar="URL", help=translator.gettext("the town's own page of its partners")
    )


def _add_import(parser: argparse.ArgumentParser, translator: Translator) -> None:
    _add_data(parser, translator)
    parser.add_argument(
        "file",
        type=Path,
        metavar=translator.gettext("FILE"),
        help=translator.gettext("CSV, GeoJSON, or what a Wikidata query gives as JSON or CSV"),
    )
    parser.add_argument(
        "--map",
        action="append",
        default=[],
        dest="names",
        metavar=translator.gettext("OURS=THEIRS"),
        help=translator.gettext("which of its columns is which of ours, as in name=label"),
    )
    parser.add_argument(
        "--table",
        choices=("partners", "events"),
        default="partners",
        help=translator.gettext("the table that it goes into"),
    )
    parser.add_argument(
        "--source",
        metavar="URL",
        help=translator.gettext("the source of rows that name none of their own"),
    )
