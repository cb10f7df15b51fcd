"""Photos beside the served tables: looked at after a save, and shown when all are ready."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from partner_map.photos.album import Album
from partner_map.photos.looking import PhotoProblem, Seen
from partner_map.runtime import photos
from partner_map.runtime.photos import Preparation
from partner_map.runtime.store import Loaded, Store
from partner_map.tables import HintKind
from partner_map.tables.snapshot import signature
from tests.support.folders import PARTNER, write_folder
from tests.support.photos import DESCRIBED, photo, write_photo


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_photo(tmp_path / "tables", "choir.jpg", photo())
    return write_folder(tmp_path / "tables", [PARTNER | DESCRIBED])


@pytest.fixture
def store(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    monkeypatch.setenv("PARTNER_MAP_STATE", str(tmp_path / "state"))
    return Store(folder, tmp_path / "state" / "kept.zip")


def polled(store: Store, is_so: Callable[[Loaded], bool]) -> Loaded:
    """What the store shows when it is so, within some looks."""
    for _ in range(5):
        loaded = store.poll()
        if is_so(loaded):
            return loaded
    raise AssertionError(loaded)


def has_photo(loaded: Loaded) -> bool:
    return loaded.dataset is not None and bool(loaded.dataset.photos)


def test_the_first_visitor_waits_for_no_photo(store: Store) -> None:
    assert not has_photo(store.current())
    assert store.current().hints == ()

    polled(store, has_photo)


def test_a_photo_is_made_small_before_any_visitor_asks_for_it(store: Store, tmp_path: Path) -> None:
    dataset = polled(store, has_photo).dataset
    assert dataset is not None
    (version,) = dataset.photos

    made = sorted(path.name for path in (tmp_path / "state").glob("*.photos/*"))

    assert made == [f"{version}-{width}.{kind}" for width in (320, 640) for kind in ("jpg", "webp")]


def test_a_photo_that_is_exchanged_is_shown_anew(store: Store, folder: Path) -> None:
    first = polled(store, has_photo).dataset
    assert first is not None
    write_photo(folder, "choir.jpg", photo(width=900))

    second = polled(store, lambda loaded: has_photo(loaded) and loaded.dataset is not first).dataset

    assert second is not None
    assert [one.width for one in second.photos.values()] == [900]


def test_a_photo_that_comes_later_is_shown_then(store: Store, folder: Path) -> None:
    data = (folder / "photos" / "choir.jpg").read_bytes()
    (folder / "photos" / "choir.jpg").unlink()
    loaded = store.current()
    assert [hint.kind for hint in loaded.hints] == [HintKind.PHOTO_MISSING]

    write_photo(folder, "choir.jpg", data)

    assert polled(store, has_photo).hints == ()


def test_a_bad_photo_is_told_and_the_page_stands_without_it(store: Store, folder: Path) -> None:
    write_photo(folder, "choir.jpg", b"no photo")

    loaded = polled(store, lambda loaded: bool(loaded.hints))

    assert [hint.kind for hint in loaded.hints] == [HintKind.PHOTO_NOT_A_PHOTO]
    assert loaded.faults == ()
    assert loaded.dataset is not None
    assert store.poll() is loaded  # it is looked at once, not again and again


def test_a_photo_without_a_description_is_looked_at_once(store: Store, folder: Path) -> None:
    write_folder(folder, [PARTNER | DESCRIBED | {"photo_author": ""}])
    store.current()
    for _ in range(3):
        loaded = store.poll()

    assert store.poll() is loaded


def test_a_drive_that_does_not_answer_holds_up_nobody_and_is_asked_again(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = threading.Event()

    class Hanging(Album):
        def prepare(self, file: str) -> Seen:
            gone.wait()
            return super().prepare(file)

    monkeypatch.setattr(photos, "AGAIN_SECONDS", 0.0)
    preparation = Preparation(Hanging(folder, tmp_path / "kept"), seconds=0.5)
    look = preparation.look_by(signature(folder))

    assert look("choir.jpg") is None
    assert preparation.work()
    assert look("choir.jpg") is PhotoProblem.SLOW
    gone.set()
    until = time.monotonic() + 30
    while not isinstance(look("choir.jpg"), Seen):
        assert time.monotonic() < until
        preparation.work()


def test_what_no_table_names_is_removed_after_a_day(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    polled(store, has_photo)
    kept = next((tmp_path / "state").glob("*.photos"))
    (kept / "notes.txt").write_text("somebody else's")

    store.album.clear(())
    assert len(list(kept.iterdir())) == 5
    monkeypatch.setattr("partner_map.photos.album.LEFT_SECONDS", -1)
    store.album.clear(())
    assert [path.name for path in kept.iterdir()] == ["notes.txt"]


def test_a_full_disk_keeps_no_photo_from_being_shown(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "kept").write_text("no folder")
    album = Album(folder, tmp_path / "kept")

    assert album.prepare("choir.jpg").width == 640
