"""What may be typed after ``partner-map``, and what is answered in either language."""

from __future__ import annotations

import argparse
import re
from pathlib import Path

import pytest

import partner_map
from partner_map.cli.parser import main
from partner_map.cli.words import WORDS
from partner_map.i18n.translator import translator_for

ENGLISH = ("--lang", "en")


def refused(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    """What is said of arguments that make no sense."""
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 2
    return capsys.readouterr().err


def answered(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    """What is told where nothing is run."""
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 0
    return capsys.readouterr().out


def test_the_version_is_the_packages_own(capsys: pytest.CaptureFixture[str]) -> None:
    assert answered(["--version"], capsys) == f"partner-map {partner_map.__version__}\n"


def test_help_is_polish_to_the_last_word(capsys: pytest.CaptureFixture[str]) -> None:
    told = answered(["--help"], capsys)

    assert told.startswith("użycie: partner-map [-h]")
    for words in ("opcje:", "pokazuje tę pomoc i kończy", "polecenia:", "uruchamia serwer z mapą"):
        assert words in told
    assert not set(re.findall(r"\w+", told)) & {"usage", "options", "show", "exit", "the"}


def test_help_of_a_subcommand_is_polish_too(capsys: pytest.CaptureFixture[str]) -> None:
    told = answered(["export", "--help"], capsys)

    assert told.startswith("użycie: partner-map export [-h]")
    assert "argumenty:\n  PLIK" in told


@pytest.mark.parametrize(
    "arguments", [[*ENGLISH, "--help"], ["check", *ENGLISH, "--help"], [*ENGLISH, "check", "-h"]]
)
def test_help_is_english_on_request(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    told = answered(arguments, capsys)

    assert told.startswith("usage: partner-map")
    assert "show this help message and exit" in told
    assert "the language of the answers" in told


@pytest.mark.parametrize(
    ("arguments", "polish", "english"),
    [
        ([], "brakuje wymaganych argumentów: polecenie", "are required: command"),
        (["chek"], "nieznana wartość 'chek' (do wyboru: ", "invalid choice: 'chek' (choose from "),
        (["export"], "brakuje wymaganych argumentów: PLIK", "arguments are required: FILE"),
        (["check", "--nope"], "nieznane argumenty: --nope", "unrecognized arguments: --nope"),
        (["check", "--json=3"], "nie przyjmuje wartości '3'", "ignored explicit argument '3'"),
        (["serve", "--h"], "niejednoznaczna opcja: --h pasuje do ", "ambiguous option: --h could "),
        (["serve", "--port"], "argument --port: wymaga jednej wartości", "expected one argument"),
        (["serve", "--port=0"], "port to liczba całkowita od 1 do 65535", "a whole number from 1"),
        (["serve", "--port=65536"], "port to liczba całkowita", "a port is a whole number"),
    ],
)
def test_a_mistake_is_told_in_the_readers_language(
    arguments: list[str], polish: str, english: str, capsys: pytest.CaptureFixture[str]
) -> None:
    in_polish = refused(arguments, capsys)
    in_english = refused([*ENGLISH, *arguments], capsys)

    assert in_polish.startswith("użycie: ")
    assert ": błąd: " in in_polish
    assert polish in in_polish
    assert in_english.startswith("usage: ")
    assert ": error: " in in_english
    assert english in in_english


def test_an_unknown_language_is_told_in_polish(capsys: pytest.CaptureFixture[str]) -> None:
    assert "nieznana wartość 'de' (do wyboru: " in refused(["--lang", "de", "check"], capsys)


@pytest.mark.parametrize(
    "arguments", [[*ENGLISH, "check", "{}"], ["check", "{}", *ENGLISH], ["check", *ENGLISH, "{}"]]
)
def test_the_language_may_stand_before_and_after_the_subcommand(
    arguments: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([word.format(tmp_path / "missing") for word in arguments]) == 1

    assert re.search(r"\d faults?\.", capsys.readouterr().err)


def test_argparse_has_its_own_words_again_afterwards(capsys: pytest.CaptureFixture[str]) -> None:
    before = vars(argparse)["_"]

    answered(["--help"], capsys)

    assert vars(argparse)["_"] is before


@pytest.mark.parametrize("word", WORDS)
def test_a_translation_has_the_gaps_that_argparse_fills(word: str) -> None:
    polish = translator_for("pl").catalogue.gettext(word)

    assert polish
    assert re.findall(r"%\(\w+\)\w|%\w", polish) == re.findall(r"%\(\w+\)\w|%\w", word)
