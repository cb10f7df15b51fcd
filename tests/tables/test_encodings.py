"""A table says the same in every encoding that spreadsheet programs write."""

from __future__ import annotations

import codecs
from collections.abc import Callable

import pytest

from partner_map.tables import EVENTS, PARTNERS, FaultKind
from tests.support.forms import (
    EVENT,
    as_csv,
    assert_same,
    dataset_of,
    faults_of,
    frozen_rows,
    in_windows_1250,
    small_tables,
)

UNICODE: dict[str, Callable[[str], bytes]] = {
    "utf-8": lambda text: text.encode(),
    "utf-8 with mark": lambda text: codecs.BOM_UTF8 + text.encode(),
    "utf-16 le with mark": lambda text: codecs.BOM_UTF16_LE + text.encode("utf-16-le"),
    "utf-16 be with mark": lambda text: codecs.BOM_UTF16_BE + text.encode("utf-16-be"),
    "utf-16 le": lambda text: text.encode("utf-16-le"),
    "utf-16 be": lambda text: text.encode("utf-16-be"),
}


@pytest.mark.parametrize("encoding", UNICODE)
def test_the_real_tables_are_the_same_in_every_unicode_encoding(encoding: str) -> None:
    encode = UNICODE[encoding]
    tables = {f"{t.name}.csv": encode(as_csv(frozen_rows(t), ";")) for t in (PARTNERS, EVENTS)}

    assert_same(dataset_of(tables), dataset_of({}))


def test_a_windows_1250_table_is_the_same_as_its_utf_8() -> None:
    texts = {
        f"{t.name}.csv": in_windows_1250(as_csv(frozen_rows(t), ";")) for t in (PARTNERS, EVENTS)
    }

    windows = dataset_of({name: text.encode("cp1250") for name, text in texts.items()})

    assert_same(windows, dataset_of({name: text.encode() for name, text in texts.items()}))
    agreement = windows.by_id["hranice"].agreement
    assert agreement is not None
    assert agreement.town_signatory.name == "Marek Skowroński"


@pytest.mark.parametrize("letters", ["Świąteczny źrebak", "ŁĄKA", "Święto"])
def test_iso_8859_2_is_refused_and_not_taken_for_windows_1250(letters: str) -> None:
    table = in_windows_1250(as_csv(frozen_rows(EVENTS))).replace("Wizyta", letters)
    table = "".join(letter if _fits(letter) else "" for letter in table)

    (fault,) = faults_of({"events.csv": table.encode("iso-8859-2")})

    assert (fault.kind, fault.file, fault.row) == (FaultKind.ENCODING, "events.csv", None)


def _fits(letter: str) -> bool:
    return letter.encode("iso-8859-2", "ignore") != b""


@pytest.mark.parametrize(
    "data", [b"\x81\x83\x88", b"partners;start\0", b"\xff\xfe\x00\xd8", "id;name".encode("utf-32")]
)
def test_bytes_in_no_known_encoding_are_refused(data: bytes) -> None:
    (fault,) = faults_of({"events.csv": data})

    assert fault.kind is FaultKind.ENCODING


GARBLED = ["Żółty miś", "Łódź", "Cēsis", "Кременець", "„Wiosna”"]


@pytest.mark.parametrize("text", GARBLED)
def test_utf_8_that_was_opened_as_windows_1250_is_told_with_what_it_said(text: str) -> None:
    seen = "".join(
        bytes([byte]).decode("cp1250") if _defined(byte) else chr(byte) for byte in text.encode()
    )

    (fault,) = faults_of(small_tables(events=[EVENT | {"title_pl": seen}]))

    assert (fault.kind, fault.row, fault.column) == (FaultKind.GARBLED, 2, "title_pl")
    assert fault.nearest == text


def _defined(byte: int) -> bool:
    return byte not in (0x81, 0x83, 0x88, 0x90, 0x98)


@pytest.mark.parametrize("text", ["Wizyt\ufffd", "C?sis", "w ?????????"])
def test_letters_that_an_encoding_could_not_hold_are_told_as_garbled(text: str) -> None:
    (fault,) = faults_of(small_tables(events=[EVENT | {"title_pl": text}]))

    assert (fault.kind, fault.nearest) == (FaultKind.GARBLED, None)


@pytest.mark.parametrize(
    "text",
    [
        "WSPÓŁPRACA",
        "PODRÓŻ",
        "KOŃ–KOŃ „DZIEŃ”",
        "STRÓŻ",
        "Saint-Germain",
        "Ľubica",
        "Ärzte",
        "Co? Kiedy?",
    ],
)
def test_rare_letters_side_by_side_are_not_taken_for_garbled(text: str) -> None:
    dataset = dataset_of(small_tables(events=[EVENT | {"title_pl": text}]))

    assert dataset.events[0].title["pl"] == text
