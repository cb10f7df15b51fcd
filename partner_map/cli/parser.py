"""What may be typed after ``partner-map``, and the subcommand that is chosen by it."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

import partner_map
from partner_map.cli.words import argparse_speaks
from partner_map.i18n.translator import Translator, translator_for
from partner_map.model import LANGUAGES
from partner_map.settings import tables_folder

PROGRAM = "partner-map"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a subcommand on the arguments, or on those of the process, and give its exit status.

    Raises SystemExit, with 2 for arguments that make no sense and 0 after help or the version.
    """
    typed = sys.argv[1:] if arguments is None else list(arguments)
    translator = translator_for(_language(typed))
    with argparse_speaks(translator):
        chosen = _parser(translator).parse_args(typed)
    # A subcommand loads what it needs: serving has no use for pandas before the server has begun.
    status: int = import_module(f"partner_map.cli.{chosen.command}").run(chosen)
    return status


def _language(typed: Sequence[str]) -> str:
    """The language that is asked for, before anything else is understood."""
    first_look = argparse.ArgumentParser(add_help=False)
    first_look.add_argument("--lang", nargs="?")
    asked, _ = first_look.parse_known_args(typed)
    return asked.lang if asked.lang in LANGUAGES else LANGUAGES[0]


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
    _add_language(parser, translator, LANGUAGES[0])
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
    _add_check(command("check", translator.gettext("list every fault of the tables")), translator)
    _add_geocode(
        command("geocode", translator.gettext("find the coordinates of new cities")), translator
    )
    _add_export(
        command("export", translator.gettext("write the presentation as one file")), translator
    )
    return parser


def _add_language(parser: argparse.ArgumentParser, translator: Translator, default: str) -> None:
    words = translator.gettext("the language of the answers")
    parser.add_argument("--lang", choices=LANGUAGES, default=default, help=words)


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


def _add_check(parser: argparse.ArgumentParser, translator: Translator) -> None:
    words = translator.gettext("the folder of the tables")
    folder = translator.gettext("FOLDER")
    parser.add_argument(
        "folder", type=Path, nargs="?", default=tables_folder(), metavar=folder, help=words
    )
    parser.add_argument("--json", action="store_true", help=translator.gettext("for programs"))


def _add_geocode(parser: argparse.ArgumentParser, translator: Translator) -> None:
    _add_data(parser, translator)
    words = translator.gettext("ask Nominatim for what the gazetteer lacks")
    parser.add_argument("--online", action="store_true", help=words)


def _add_export(parser: argparse.ArgumentParser, translator: Translator) -> None:
    _add_data(parser, translator)
    words = translator.gettext("as in presentation.html")
    parser.add_argument("file", type=Path, metavar=translator.gettext("FILE"), help=words)
