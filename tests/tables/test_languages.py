"""Texts of the tables in further languages: read, told where they are missing, and kept."""

from __future__ import annotations

import csv
import io

import pytest

from partner_map.i18n.telling import told
from partner_map.i18n.translator import translator_for
from partner_map.i18n.wording import draft_words
from partner_map.model import LANGUAGES, Language, LocalizedText
from partner_map.tables import EVENTS, PARTNERS, Table
from partner_map.tables.faults import FaultKind
from partner_map.tables.files import blank_workbook, table_csv
from partner_map.tables.taking_in import names_of_columns
from tests.support.folders import PARTNER
from tests.support.forms import EVENT, FROZEN_FILES, dataset_of, faults_of, small_tables

FURTHER = [code for code in LANGUAGES if code not in ("pl", "en")]


@pytest.mark.parametrize(
    ("table", "stems"),
    [
        (
            PARTNERS,
            {"name", "note", "agreement_place", "partner_office", "town_office", "summary"},
        ),
        (EVENTS, {"title"}),
    ],
)
def test_each_text_of_a_table_has_a_column_in_every_language(table: Table, stems: set[str]) -> None:
    wanted = {f"{stem}_{code}" for stem in stems for code in FURTHER}

    assert wanted <= {column.name for column in table.translations}
    assert all(column.is_omissible and not column.required for column in table.translations)


def test_a_text_is_told_in_the_readers_language_where_it_is_written_in_it() -> None:
    partner = PARTNER | {"name_lt": "Hranicės", "summary_de": "Geschichte."}
    event = EVENT | {"title_uk": "Візит."}

    dataset = dataset_of(small_tables([partner], [event]))

    hranice = dataset.by_id["hranice"]
    assert hranice.name["lt"] == "Hranicės"
    assert hranice.summary["de"] == "Geschichte."
    assert dataset.events[0].title["uk"] == "Візит."


@pytest.mark.parametrize(
    ("written", "reader", "text", "language"),
    [
        ({"pl": "Opis.", "en": "Story.", "de": "Text."}, "de", "Text.", "de"),
        ({"pl": "Opis.", "en": "Story."}, "de", "Story.", "en"),
        ({"pl": "Opis."}, "de", "Opis.", "pl"),
        ({"pl": "Opis."}, "en", "Opis.", "pl"),
        ({"de": "Text."}, "pl", "Text.", "de"),
        ({}, "de", "", "de"),
    ],
)
def test_a_text_that_a_language_lacks_is_told_in_english_else_in_polish(
    written: dict[str, str], reader: str, text: str, language: str
) -> None:
    said = LocalizedText(written)

    assert said[reader] == text
    assert said.language_for(reader) == language


def test_it_is_told_with_a_sign() -> None:
    text = LocalizedText(pl="Opis.", en="Story.")

    assert told(text, translator_for("lv")).signed == "Story. (en)"
    assert told(text, translator_for("pl")).signed == "Opis."
    assert told(LocalizedText(), translator_for("lv")).signed == ""


def test_a_draft_of_a_machine_says_so_in_its_language_alone() -> None:
    drafted = PARTNER | {"summary_nl": "Verhaal.", "drafted_by_machine": "nl"}
    partner = dataset_of(small_tables([drafted])).by_id["hranice"]

    assert partner.drafted_by_machine == {Language.NL}
    assert draft_words(partner, translator_for("nl"))
    assert not any(draft_words(partner, translator_for(code)) for code in LANGUAGES if code != "nl")


@pytest.mark.parametrize(
    "column", ["note_nl", "agreement_place_nl", "partner_office_nl", "town_office_nl"]
)
def test_a_note_an_office_or_a_place_that_a_machine_drafted_says_so_too(column: str) -> None:
    drafted = PARTNER | {column: "Tekst.", "drafted_by_machine": "nl"}
    partner = dataset_of(small_tables([drafted])).by_id["hranice"]

    assert draft_words(partner, translator_for("nl"))


def test_a_name_needs_no_mark_of_a_machine() -> None:
    named = PARTNER | {"name_nl": "Hranitsje", "drafted_by_machine": "nl"}
    partner = dataset_of(small_tables([named])).by_id["hranice"]

    assert draft_words(partner, translator_for("nl")) == ""


def test_a_draft_that_was_taken_out_leaves_no_sentence() -> None:
    partner = dataset_of(small_tables([PARTNER | {"drafted_by_machine": "nl"}])).by_id["hranice"]

    assert draft_words(partner, translator_for("nl")) == ""


@pytest.mark.parametrize(
    ("changed", "kind", "column"),
    [
        ({"summary_dee": "Text."}, FaultKind.COLUMN_UNKNOWN, "summary_dee"),
        ({"summary_de": "a@b.pl"}, FaultKind.EMAIL, "summary_de"),
        ({"drafted_by_machine": "xx"}, FaultKind.WORD_UNKNOWN, "drafted_by_machine"),
    ],
)
def test_what_is_wrong_in_a_further_column_is_told(
    changed: dict[str, str], kind: FaultKind, column: str
) -> None:
    (fault,) = faults_of(small_tables([PARTNER | changed]))

    assert (fault.kind, fault.column) == (kind, column)


def test_a_table_that_is_taken_along_has_the_languages_that_it_was_written_in() -> None:
    dataset = dataset_of(small_tables([PARTNER | {"name_lt": "Hranicės"}]))

    text = table_csv(dataset, PARTNERS).decode("utf-8-sig")
    (row,) = csv.DictReader(io.StringIO(text, newline=""), delimiter=";")

    assert row["name_lt"] == "Hranicės"
    assert "name_de" not in row


def test_a_template_has_the_columns_of_the_clerks_languages() -> None:
    assert blank_workbook(PARTNERS, translator_for("pl"))
    assert not [name for name in PARTNERS.by_name if name.endswith(("_de", "_uk"))]


def test_a_foreign_file_may_name_a_further_language() -> None:
    names = names_of_columns(["name=label", "name_de=label_de"], PARTNERS)

    assert (names["name_pl"], names["name_de"]) == ("label", "label_de")


def test_a_towns_texts_may_be_in_further_languages() -> None:
    town = FROZEN_FILES["town.toml"].decode()
    uk = town.replace("[name]\n", '[name]\nuk = "Констанцин-Єзьорна"\n', 1)

    name = dataset_of({"town.toml": uk.encode()}).town.name

    assert name["uk"] == "Констанцин-Єзьорна"
    assert name["de"] == name["en"]
