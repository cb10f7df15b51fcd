"""A file is the old or the new one, whatever happens to those who write it."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from partner_map.disk import read_start, write_whole
from partner_map.runtime.store import Store
from partner_map.settings import PROJECT_FOLDER
from tests.support.folders import PARTNER, write_folder

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has neither SIGKILL nor mounts")

OLD = b"old " * 50_000
NEW = b"new " * 60_000
KILLED_AT_A_LINE = """
import os, signal, sys
from pathlib import Path
from partner_map import disk
left = int(sys.argv[2])
def trace(frame, event, _):
    global left
    if frame.f_code.co_filename == disk.__file__ and event in ("line", "return"):
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
    return trace
sys.settrace(trace)
disk.write_whole(Path(sys.argv[1]), b"new " * 60_000)
"""
"""Writes a file in a process that kills itself before the nth line of ``disk.py``."""
MANY_SAVES = """
import sys
from pathlib import Path
from partner_map.disk import write_whole
for _ in range(200):
    write_whole(Path(sys.argv[1]), sys.argv[2].encode() * 100_000)
"""
SMALL_FILES_ONLY = """
import resource, sys
from pathlib import Path
from partner_map.disk import write_whole
resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
write_whole(Path(sys.argv[1]), b"new " * 60_000)
"""


def run(program: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", program, *arguments]
    environment = os.environ | {"PYTHONPATH": str(PROJECT_FOLDER)}
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


def test_a_writer_killed_at_any_line_leaves_the_old_or_the_new_file_whole(tmp_path: Path) -> None:
    path = tmp_path / "kept.zip"
    seen = []
    for line in range(1, 100):
        path.write_bytes(OLD)
        ended = run(KILLED_AT_A_LINE, str(path), str(line)).returncode
        seen.append(path.read_bytes())
        if ended == 0:
            break
        assert ended == -signal.SIGKILL

    assert ended == 0
    assert len(seen) > 8
    assert set(seen) == {OLD, NEW}
    assert seen == sorted(seen, reverse=True)


def test_what_killed_writers_left_is_no_table_and_goes_with_a_later_save(tmp_path: Path) -> None:
    folder = write_folder(tmp_path / "tables", [PARTNER])
    path = folder / "coordinates.csv"
    for line in range(1, 8):
        run(KILLED_AT_A_LINE, str(path), str(line))
    left = list(folder.glob("*.new"))
    assert left

    loaded = Store(folder, tmp_path / "kept.zip").current()
    an_hour_ago = time.time() - 3601
    for file in left:
        os.utime(file, (an_hour_ago, an_hour_ago))
    write_whole(path, b"")

    assert loaded.faults == ()
    assert list(folder.glob("*.new")) == []


def test_two_servers_that_keep_one_file_leave_it_whole_at_every_moment(tmp_path: Path) -> None:
    path = tmp_path / "kept.zip"
    write_whole(path, b"0" * 100_000)
    environment = os.environ | {"PYTHONPATH": str(PROJECT_FOLDER)}
    writers = [
        subprocess.Popen(
            [sys.executable, "-c", MANY_SAVES, str(path), word],
            env=environment,
            stderr=subprocess.PIPE,
        )
        for word in ("1", "2")
    ]
    seen = set()
    while any(writer.poll() is None for writer in writers):
        seen.add(path.read_bytes())
    told = [writer.communicate()[1] for writer in writers]

    assert told == [b"", b""]
    assert all(len(set(data)) == 1 and len(data) == 100_000 for data in seen)
    assert seen & {b"1" * 100_000, b"2" * 100_000}
    assert list(tmp_path.iterdir()) == [path]


def test_a_left_over_that_another_writer_clears_away_first_stops_no_save(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "kept.zip"
    gone = tmp_path / "kept.zip.1.new"
    monkeypatch.setattr(Path, "glob", lambda *_: iter([gone]))

    write_whole(path, NEW)

    assert path.read_bytes() == NEW


def test_a_disk_that_takes_no_more_leaves_the_old_file_and_nothing_beside_it(
    tmp_path: Path,
) -> None:
    path = tmp_path / "kept.zip"
    path.write_bytes(OLD)

    done = run(SMALL_FILES_ONLY, str(path))

    assert "OSError" in done.stderr
    assert path.read_bytes() == OLD
    assert list(tmp_path.iterdir()) == [path]


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 64 kB."""
    mount, unmount, place = shutil.which("mount"), shutil.which("umount"), tmp_path / "disk"
    place.mkdir()
    command = [str(mount), "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(place)]
    if mount is None or subprocess.run(command, capture_output=True, check=False).returncode != 0:
        pytest.skip("a file system cannot be mounted here")
    yield place
    subprocess.run([str(unmount), str(place)], check=True)


def test_a_full_disk_is_told_and_the_tables_are_kept_once_there_is_room(
    small_disk: Path, tmp_path: Path
) -> None:
    folder = write_folder(tmp_path / "tables", [PARTNER])
    filler = small_disk / "filler"
    filler.write_bytes(bytes(64 * 1024))
    tables = Store(folder, small_disk / "kept.zip")

    loaded = tables.current()
    assert loaded.dataset is not None
    assert "No space left" in tables.state
    assert list(small_disk.iterdir()) == [filler]

    filler.unlink()
    tables.poll()
    assert tables.state == "ok"


def test_a_folder_in_place_of_the_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(OSError, match=r"no ordinary file|Is a directory"):
        read_start(tmp_path, 10)
