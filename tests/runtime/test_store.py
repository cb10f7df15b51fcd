"""A save is taken whole or not at all, and the last good data never leave the screen."""

from __future__ import annotations

import datetime
import json
import logging
import os
import shutil
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from partner_map import clock
from partner_map.disk import read_start
from partner_map.runtime.store import Loaded, Store, store
from partner_map.server import revision
from partner_map.server.routes import routes
from partner_map.tables import Checked, FaultKind, Snapshot, check, take_snapshot
from tests.support.folders import PARTNER, write_folder

STATES = 20
"""Different states of the tables that the swaps go through."""


@pytest.fixture
def tables(folder: Path, kept: Path) -> Store:
    store = Store(folder, kept)
    store.current()
    return store


@pytest.fixture
def client(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> TestClient:
    """The server's own addresses on the folder of this test."""
    monkeypatch.setenv("PARTNER_MAP_DATA", str(folder))
    monkeypatch.setenv("PARTNER_MAP_STATE", str(tmp_path / "state"))
    return TestClient(Starlette(routes=routes()))


def rest(tables: Store) -> Loaded:
    """Two looks at files that nobody touches in between."""
    tables.poll()
    return tables.poll()


def name_of(loaded: Loaded) -> str:
    assert loaded.dataset is not None
    return loaded.dataset.partners[0].name["pl"]


def save(folder: Path, name: str) -> None:
    write_folder(folder, [PARTNER | {"name_pl": name}])


def test_a_save_is_taken_once_the_files_rest(tables: Store, folder: Path) -> None:
    save(folder, "Nowe")

    assert name_of(tables.poll()) == "Hranice"
    assert name_of(tables.poll()) == "Nowe"


def test_a_save_that_changes_nothing_is_no_other_data(tables: Store, folder: Path) -> None:
    before = tables.current()
    save(folder, "Hranice")
    os.utime(folder / "partners.csv", (0, 0))

    assert rest(tables) is before


def test_a_file_that_is_still_written_is_not_taken(tables: Store, folder: Path) -> None:
    path = folder / "partners.csv"
    whole = path.read_bytes().replace(b"Hranice", b"Nowe")
    for end in range(len(whole) // 2, len(whole), len(whole) // 8):
        path.write_bytes(whole[:end])
        assert name_of(tables.poll()) == "Hranice"
    path.write_bytes(whole)

    assert name_of(rest(tables)) == "Nowe"


def test_a_save_that_comes_while_the_files_are_read_is_not_taken_by_half(
    tables: Store, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save(folder, "Nowe")
    tables.poll()

    def read_and_be_written_to(path: Path) -> Snapshot:
        taken = take_snapshot(path)
        monkeypatch.setattr("partner_map.runtime.store.take_snapshot", take_snapshot)
        save(folder, "Najnowsze")
        return taken

    monkeypatch.setattr("partner_map.runtime.store.take_snapshot", read_and_be_written_to)

    assert name_of(tables.poll()) == "Hranice"
    assert name_of(rest(tables)) == "Najnowsze"


def half(path: Path) -> None:
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])


def empty(path: Path) -> None:
    path.write_bytes(b"")


def vanish(path: Path) -> None:
    path.unlink()


def vanish_with_its_folder(path: Path) -> None:
    shutil.rmtree(path.parent)


def replace_by_noise(path: Path) -> None:
    path.write_bytes(bytes(range(256)) * 40)


BREAKS = [half, empty, vanish, vanish_with_its_folder, replace_by_noise]


@pytest.mark.parametrize("harm", BREAKS)
def test_a_bad_save_leaves_the_last_good_data_with_the_fault_told(
    tables: Store, folder: Path, harm: Callable[[Path], None]
) -> None:
    harm(folder / "partners.csv")

    loaded = rest(tables)

    assert name_of(loaded) == "Hranice"
    assert loaded.faults


def test_a_locked_file_is_tried_again_when_the_lock_goes(
    tables: Store, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save(folder, "Nowe")
    locked = True

    def read_unless_locked(path: Path, size: int) -> bytes:
        if locked and path.name == "partners.csv":
            raise PermissionError(path)
        return read_start(path, size)

    monkeypatch.setattr("partner_map.tables.snapshot.read_start", read_unless_locked)
    assert name_of(rest(tables)) == "Hranice"
    assert tables.current().faults

    locked = False
    assert name_of(tables.poll()) == "Nowe"
    assert not tables.current().faults


@pytest.mark.usefixtures("tables")
@pytest.mark.parametrize("harm", BREAKS)
def test_the_last_good_data_survive_a_restart(
    folder: Path, kept: Path, harm: Callable[[Path], None]
) -> None:
    harm(folder / "partners.csv")

    loaded = Store(folder, kept).current()

    assert name_of(loaded) == "Hranice"
    assert loaded.faults


@pytest.mark.usefixtures("tables")
def test_data_that_survived_a_restart_are_those_of_the_day_on_which_they_were_good(
    folder: Path, kept: Path
) -> None:
    moment = datetime.datetime(2026, 3, 1, 12, tzinfo=datetime.UTC)
    os.utime(kept, (moment.timestamp(), moment.timestamp()))
    empty(folder / "partners.csv")

    dataset = Store(folder, kept).current().dataset

    assert dataset is not None
    assert dataset.loaded == moment


def test_what_is_kept_for_a_restart_is_never_half_written(
    tables: Store, folder: Path, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = kept.read_bytes()
    seen = []
    monkeypatch.setattr(os, "fsync", lambda _: seen.append(kept.read_bytes()))
    (folder / "partners.csv").write_text(
        (folder / "partners.csv").read_text(encoding="utf-8").replace("Hranice", "Nowe"),
        encoding="utf-8",
    )
    rest(tables)

    assert seen == [whole]
    assert name_of(Store(folder, kept).current()) == "Nowe"


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 broken", None])
def test_without_good_data_of_before_the_faults_alone_are_told(
    folder: Path, kept: Path, data: bytes | None
) -> None:
    empty(folder / "partners.csv")
    if data is not None:
        kept.parent.mkdir()
        kept.write_bytes(data)

    loaded = Store(folder, kept).current()

    assert loaded.dataset is None
    assert loaded.faults


def test_a_state_folder_that_cannot_be_written_stops_nothing(
    folder: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "file").write_text("in the way")

    loaded = Store(folder, tmp_path / "file" / "kept.zip").current()

    assert name_of(loaded) == "Hranice"
    assert "cannot be kept" in caplog.text


def test_a_mended_table_takes_its_place_again(tables: Store, folder: Path) -> None:
    empty(folder / "partners.csv")
    broken = rest(tables).revision
    save(folder, "Hranice")

    loaded = rest(tables)

    assert not loaded.faults
    assert loaded.revision != broken


def test_the_log_tells_a_fault_once(
    tables: Store, folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.ERROR)
    write_folder(folder, [PARTNER | {"country": "Czechy"}])

    rest(tables)
    write_folder(folder, [PARTNER | {"country": "Czechy", "note_pl": "uzdrowisko"}])
    rest(tables)

    assert len(caplog.records) == 1
    assert "row 2, column country" in caplog.text


def test_the_same_table_written_in_another_way_is_no_other_data(
    tables: Store, folder: Path
) -> None:
    before = tables.current().dataset
    path = folder / "partners.csv"
    path.write_bytes(path.read_text(encoding="utf-8").encode("utf-16"))

    assert rest(tables).dataset is before


def test_data_that_a_visitor_looks_at_are_served_by_their_version(
    tables: Store, folder: Path
) -> None:
    looked_at = tables.current().dataset
    assert looked_at is not None
    save(folder, "Nowe")
    rest(tables)

    assert tables.by_version(looked_at.version) is looked_at
    assert tables.by_version("unknown") is None


def test_a_hundred_swaps_during_a_hundred_reads_show_no_visitor_a_mixture(
    folder: Path, client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Page data and map data are of one state, by their version, however fast they change."""
    known: dict[frozenset[tuple[str, bytes]], Checked] = {}

    def check_once(snapshot: Snapshot, world: Path, _: object) -> Checked:
        """The real check, once for each state of the files: the swaps are what is tested."""
        files = frozenset(snapshot.files.items())
        if files not in known:
            known[files] = check(snapshot, world)
        return known[files]

    monkeypatch.setattr("partner_map.runtime.store.check", check_once)
    tables = store()
    tables.current()
    over = threading.Event()

    def swap() -> None:
        for number in range(100):
            state = f"{number % STATES}"
            rows = [PARTNER | {"id": f"p{i}", "name_pl": f"stan {state}"} for i in range(3)]
            event = {"start": "2010", "type": "school", "source": "https://a.example/"}
            titles = {"title_pl": f"stan {state}", "title_en": f"state {state}"}
            write_folder(folder, rows, [event | titles | {"partners": "p0|p1|p2"}])
            rest(tables)
        over.set()

    swapping = threading.Thread(target=swap)
    swapping.start()
    seen = set()
    reads = 0
    while reads < 100 or not over.is_set():
        reads += 1
        dataset = tables.current().dataset
        assert dataset is not None
        names = {partner.name["pl"] for partner in dataset.partners}
        names |= {event.title["pl"] for event in dataset.events}
        answer = client.get(f"/data/partners.geojson?v={dataset.version}")
        drawn = json.loads(answer.content)
        assert drawn["version"] == dataset.version
        names |= {feature["properties"]["name"] for feature in drawn["features"]}
        assert len(names) == 1 or names == {"Hranice"}
        seen |= names
    swapping.join()

    assert len(seen) > 10


def test_health_tells_of_faults_while_the_last_good_data_are_shown(
    folder: Path, client: TestClient
) -> None:
    assert client.get("/healthz").json()["status"] == "ok"
    write_folder(folder, [PARTNER | {"country": "Czechy"}])
    rest(store())

    answer = client.get("/healthz")

    assert answer.status_code == 200
    assert answer.json()["status"] == "faulty"
    assert "row 2, column country" in answer.json()["faults"][0]
    assert client.get("/data/revision").text.startswith(store().current().revision)


def test_health_tells_the_first_hundred_faults(folder: Path, client: TestClient) -> None:
    client.get("/healthz")
    write_folder(folder, [PARTNER | {"id": f"p{i}", "country": "Czechy"} for i in range(101)])
    rest(store())

    assert len(store().current().faults) > 100
    assert len(client.get("/healthz").json()["faults"]) == 100


def test_an_unknown_version_of_the_map_is_refused_and_never_another_one_given(
    client: TestClient,
) -> None:
    answer = client.get("/data/partners.geojson?v=0123456789ab")

    assert answer.status_code == 404
    assert "features" not in answer.text


def test_health_is_public_and_repeats_no_personal_value(folder: Path, client: TestClient) -> None:
    client.get("/healthz")
    write_folder(folder, [PARTNER | {"note_pl": "jan@poczta.example"}])
    rest(store())

    told = client.get("/healthz").text

    assert "column note_pl" in told
    assert "jan@" not in told


@pytest.mark.parametrize("moment", ["1970-01-01T00:00:07+00:00", "2000-01-01T00:00:00+00:00"])
def test_a_clock_that_was_never_set_keeps_no_data_back_and_is_told(
    client: TestClient, monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    told = datetime.datetime.fromisoformat(moment)
    monkeypatch.setattr(clock, "machine_now", lambda: told)

    answer = client.get("/healthz")

    assert (answer.status_code, answer.json()["status"]) == (200, "ok")
    assert answer.json()["clock"].startswith(f"behind: it says {moment}")
    assert answer.json()["age_seconds"] >= 0


def test_a_clock_that_is_right_is_told_so(client: TestClient) -> None:
    assert client.get("/healthz").json()["clock"] == "ok"


def test_open_pages_are_told_of_the_towns_midnight(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(revision, "KEPT_SECONDS", 0)
    told = []
    for moment in ("2027-12-31T22:59:59", "2027-12-31T22:59:59", "2027-12-31T23:00:00"):
        now = datetime.datetime.fromisoformat(f"{moment}+00:00")
        monkeypatch.setattr(clock, "machine_now", lambda now=now: now)
        told.append(client.get("/data/revision").text)

    assert told[0] == told[1] != told[2]


def a_pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def a_loop_of_links(path: Path) -> None:
    path.unlink()
    path.symlink_to(path)


def a_hole_of_two_gigabytes(path: Path) -> None:
    os.truncate(path, 2**31)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pipes in folders")
@pytest.mark.parametrize("put", [a_pipe, a_loop_of_links, a_hole_of_two_gigabytes])
def test_what_is_no_ordinary_table_is_told_and_never_waited_for(
    tables: Store, folder: Path, put: Callable[[Path], None]
) -> None:
    put(folder / "partners.csv")

    loaded = rest(tables)

    assert name_of(loaded) == "Hranice"
    assert loaded.faults


def test_a_state_folder_that_comes_back_keeps_the_good_tables(folder: Path, tmp_path: Path) -> None:
    in_the_way = tmp_path / "state"
    in_the_way.write_text("in the way")
    tables = Store(folder, in_the_way / "kept.zip")
    tables.current()
    assert tables.state.startswith("the good tables cannot be kept")

    in_the_way.unlink()
    tables.poll()

    assert tables.state == "ok"
    empty(folder / "partners.csv")
    assert name_of(Store(folder, in_the_way / "kept.zip").current()) == "Hranice"


@pytest.mark.usefixtures("tables")
def test_a_drive_that_does_not_answer_is_told_and_the_last_good_data_stay(
    folder: Path, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = threading.Event()

    def wait(_: Path) -> Snapshot:
        answers.wait()
        return Snapshot({})

    monkeypatch.setattr("partner_map.runtime.store.take_snapshot", wait)
    loaded = Store(folder, kept, read_seconds=0.05).current()
    answers.set()

    assert name_of(loaded) == "Hranice"
    assert [fault.kind for fault in loaded.faults] == [FaultKind.FOLDER_SLOW]


def test_a_save_that_the_time_stamps_do_not_tell_is_read_all_the_same(
    tables: Store, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = folder / "partners.csv"
    stamp = path.stat()
    rest(tables)
    path.write_bytes(path.read_bytes().replace(b"Hranice", b"Hranica"))
    os.utime(path, ns=(stamp.st_atime_ns, stamp.st_mtime_ns))

    assert name_of(rest(tables)) == "Hranice"
    monkeypatch.setattr("partner_map.runtime.store.TIME_STAMP_SECONDS", 0)
    assert name_of(tables.poll()) == "Hranica"
