"""A save with its changes is a line of a small file, which nothing that is broken stops."""

from __future__ import annotations

import datetime
import json
from dataclasses import replace

import pytest

from partner_map.history.changes import Change, Field, Subject, What
from partner_map.history.saves import (
    MAX_BYTES,
    MAX_CHANGES,
    MAX_KEPT,
    MAX_TOLD,
    NO_HISTORY,
    History,
    Save,
    file_with,
    moment_words,
    read_history,
    save_of,
    save_words,
)
from partner_map.i18n.translator import translator_for
from partner_map.model import LANGUAGES, Dataset, LocalizedText
from tests.support.made import made_dataset
from tests.support.sites import DATASET

ENGLISH = translator_for("en")
SUMMER = datetime.datetime(2026, 7, 1, 22, 30, tzinfo=datetime.UTC)


def renamed(dataset: Dataset, name: str) -> Dataset:
    """The same tables, their first partner by another name, as another version."""
    first, *others = dataset.partners
    changed = replace(first, own_name=name, name=LocalizedText(dict.fromkeys(LANGUAGES, name)))
    return replace(dataset, partners=(changed, *others), version=name, loaded=SUMMER)


def a_save(name: str = "Nowe") -> Save:
    save = save_of(DATASET, renamed(DATASET, name))
    assert save is not None
    return save


def test_a_save_that_changes_nothing_is_none() -> None:
    assert save_of(DATASET, replace(DATASET, version="another")) is None


def test_a_save_is_of_the_moment_in_the_towns_zone() -> None:
    save = a_save()

    assert save.moment.isoformat() == "2026-07-02T00:30:00+02:00"
    assert moment_words(save, ENGLISH) == "2 July 2026, 00:30"


def test_what_is_written_is_read_again() -> None:
    made = save_of(made_dataset(1, 6), made_dataset(2, 6))
    assert made is not None

    history = read_history(file_with(History((a_save(),)), made))

    assert history.saves == (made, a_save())
    assert history.broken == 0


def test_the_same_file_is_the_same_history() -> None:
    data = file_with(NO_HISTORY, a_save())

    assert read_history(data) is read_history(bytes(bytearray(data)))


def test_of_many_changes_the_first_are_kept_and_the_rest_counted() -> None:
    empty = replace(DATASET, events=())
    save = save_of(empty, replace(DATASET, loaded=SUMMER))
    assert save is not None

    lines = save_words(save, ENGLISH)

    assert len(save.changes) == MAX_CHANGES
    assert lines[-1] == f"and {len(DATASET.events) - MAX_CHANGES} more"
    assert len(lines) == MAX_CHANGES + 1


def test_of_changes_too_long_for_a_line_the_rest_are_counted() -> None:
    before = made_dataset(1, 40)
    partners = [replace(one, own_name="ż" * 3000) for one in before.partners]
    after = replace(before, partners=tuple(partners), version="another")

    save = save_of(before, after)

    assert save is not None
    assert 0 < len(save.changes) < len(partners)
    assert len(save.changes) + save.more == len(partners)


def test_a_file_stays_small_however_long_the_names_are() -> None:
    history = NO_HISTORY
    for number in range(MAX_KEPT + 5):
        history = read_history(file_with(history, a_save(f"{number}" + "ż" * 3000)))

    assert len(history.saves) == MAX_KEPT
    assert history.saves[0].version.startswith(f"{MAX_KEPT + 4}ż")
    assert all(save.changes for save in history.saves)
    assert len(file_with(history, a_save())) <= MAX_BYTES


def test_the_newest_saves_are_told() -> None:
    saves = tuple(a_save(str(number)) for number in range(MAX_TOLD + 1))

    assert History(saves).newest == saves[:MAX_TOLD]


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"no json",
        b"\xff\xfe",
        b"[]",
        b"7",
        b"[" * 100_000,
        b'{"moment": "yesterday", "version": "1", "changes": [], "more": 0}',
        b'{"moment": "2026-01-01T00:00:00", "version": "1", "changes": [], "more": 0}',
    ],
)
def test_a_line_that_is_no_save_is_passed_over(line: bytes) -> None:
    whole = file_with(NO_HISTORY, a_save())

    history = read_history(line + b"\n" + whole)

    assert (history.saves, history.broken) == ((a_save(),), 1)


@pytest.mark.parametrize(
    "cells",
    [
        {"what": "stolen"},
        {"field": "kind", "after": "treaty"},
        {"field": "ended", "after": "soon"},
        {"cities": [{"pl": 7}]},
        {"cities": "Hranice"},
        {"start": "2026-13-45"},
    ],
)
def test_a_change_that_cannot_be_told_is_passed_over(cells: dict[str, object]) -> None:
    told = json.loads(file_with(NO_HISTORY, a_save()))
    told["changes"][0] |= cells

    history = read_history(json.dumps(told).encode())

    assert (history.saves, history.broken) == ((), 1)


def test_each_save_has_a_name_of_its_own_that_stays() -> None:
    one, other = a_save("One"), a_save("Other")

    assert one.name != other.name
    assert read_history(file_with(NO_HISTORY, one)).saves[0].name == one.name


def test_a_change_of_a_field_keeps_what_it_was() -> None:
    change = Change(
        What.CHANGED,
        Subject.PARTNER,
        (LocalizedText({"pl": "Hranice", "en": "Hranice"}),),
        field=Field.SIGNED,
        before="2006",
        after="2006-04-07",
    )
    save = replace(a_save(), changes=(change,))

    (read,) = read_history(file_with(NO_HISTORY, save)).saves

    assert read == save
