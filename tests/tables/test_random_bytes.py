"""Whatever the bytes of a file, a check gives a Dataset or faults, and raises nothing."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest

from partner_map.tables import (
    EVENTS,
    Snapshot,
    SnapshotError,
    check,
    packed,
    take_snapshot,
    unpacked,
)
from tests.support.folders import FROZEN
from tests.support.forms import FROZEN_FILES, WORLD, as_workbook, checked, frozen_rows, rows_of

WORKBOOK = as_workbook(frozen_rows(EVENTS))
SEED = 20261124


def noise(chance: random.Random) -> bytes:
    return chance.randbytes(chance.randrange(400))


def noise_of_a_table(chance: random.Random) -> bytes:
    """Signs that mean something to a reader of tables, in any order."""
    signs = [
        "partners",
        "start",
        "title_pl",
        ";",
        ",",
        "\t",
        '"',
        "\n",
        "\r",
        "sep=",
        "\ufeff",
        "1",
    ]
    signs += ["'=", "\xa0", "ż", "|", "\x85", "\u2028", "31.02.2001", "199X", "https://[", "#N/A"]
    return "".join(chance.choices(signs, k=chance.randrange(60))).encode()


def mutated(data: bytes) -> Callable[[random.Random], bytes]:
    def change(chance: random.Random) -> bytes:
        changed = bytearray(data)
        for _ in range(chance.randrange(1, 6)):
            place = chance.randrange(len(changed) or 1)
            match chance.randrange(4):
                case 0:
                    changed[place : place + 1] = chance.randbytes(1)
                case 1:
                    del changed[place : place + chance.randrange(1, 200)]
                case 2:
                    changed[place:place] = chance.randbytes(chance.randrange(1, 20))
                case _:
                    other = chance.randrange(len(changed) or 1)
                    changed[place:place] = changed[other : other + chance.randrange(1, 300)]
        return bytes(changed)

    return change


HEADER_AND_NOISE = ",".join(rows_of(EVENTS, [])[0]).encode() + b"\n"


def header_and_noise(chance: random.Random) -> bytes:
    return HEADER_AND_NOISE + noise(chance) + noise_of_a_table(chance)


@pytest.mark.parametrize(
    ("name", "times", "make"),
    [
        ("events.csv", 500, noise),
        ("events.csv", 500, noise_of_a_table),
        ("events.csv", 50, header_and_noise),
        ("events.xlsx", 500, noise),
        ("events.xlsx", 200, mutated(WORKBOOK)),
        ("town.toml", 1000, noise),
        ("town.toml", 500, mutated(FROZEN_FILES["town.toml"])),
    ],
)
def test_a_file_of_any_bytes_raises_nothing(
    name: str, times: int, make: Callable[[random.Random], bytes]
) -> None:
    """The file stands alone, so that thousands of checks take seconds."""
    chance = random.Random(f"{SEED}{name}{make.__name__}")
    for _ in range(times):
        outcome = check(Snapshot({name: make(chance)}), WORLD)

        assert outcome.dataset is None
        assert outcome.faults


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("partners.csv", FROZEN_FILES["partners.csv"]),
        ("events.csv", FROZEN_FILES["events.csv"]),
        ("events.xlsx", WORKBOOK),
        ("town.toml", FROZEN_FILES["town.toml"]),
    ],
)
def test_a_damaged_table_is_a_dataset_or_faults(name: str, data: bytes) -> None:
    chance = random.Random(f"{SEED}{name}")
    change = mutated(data)
    stem = name.partition(".")[0]
    for _ in range(20):
        outcome = checked({f"{stem}.csv": None, name: change(chance)})

        assert (outcome.dataset is None) == bool(outcome.faults)


def test_any_archive_is_a_snapshot_or_told() -> None:
    chance = random.Random(SEED)
    change = mutated(packed(take_snapshot(FROZEN)))
    told = 0
    for _ in range(300):
        try:
            unpacked(change(chance))
        except SnapshotError:
            told += 1
    assert told > 0
