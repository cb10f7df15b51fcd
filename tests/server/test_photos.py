"""The photos by HTTP: those that the tables show and no other file, kept under their version."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image
from starlette.testclient import TestClient

from partner_map.photos.addresses import photo_path
from partner_map.runtime.store import store
from partner_map.server import photos
from partner_map.server.one_at_a_time import OneAtATime
from tests.support.folders import PARTNER, write_folder
from tests.support.photos import DESCRIBED, photo, write_photo


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    write_photo(tmp_path / "tables", "choir.jpg", photo(width=1000, height=750))
    write_photo(tmp_path / "tables", "secret.jpg", photo(width=900))
    monkeypatch.setenv("PARTNER_MAP_DATA", str(tmp_path / "tables"))
    monkeypatch.setenv("PARTNER_MAP_STATE", str(tmp_path / "state"))
    return write_folder(tmp_path / "tables", [PARTNER | DESCRIBED])


def address(width: int = 800, ending: str = "jpg") -> str:
    """The address of the only photo, once it is shown."""
    for _ in range(5):
        dataset = store().poll().dataset
        assert dataset is not None
        for shown in dataset.photos.values():
            return f"/{photo_path(shown, width, ending)}"
    raise AssertionError("no photo is shown")


@pytest.mark.parametrize(
    ("width", "ending", "kind"),
    [(320, "jpg", "JPEG"), (800, "webp", "WEBP"), (1000, "jpg", "JPEG")],
)
@pytest.mark.usefixtures("folder")
def test_a_photo_comes_in_its_sizes_and_formats(
    application: TestClient, width: int, ending: str, kind: str
) -> None:
    answer = application.get(address(width, ending))

    picture = Image.open(io.BytesIO(answer.content))
    assert (picture.format, picture.width) == (kind, width)
    assert answer.headers["Content-Type"] == f"image/{kind.lower()}"
    assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"


@pytest.mark.usefixtures("folder")
def test_nothing_else_has_an_address(application: TestClient) -> None:
    good = address()
    version = good.split("/")[2]

    for wrong in (
        good.replace("-800", "-801"),
        good.replace("-800", "-1600"),
        good.replace(".jpg", ".png"),
        good.replace("choir", "secret"),
        good.replace(version, "0" * 16),
        "/photos/choir.jpg",
        "/photos/secret.jpg",
        f"/photos/{version}/..%2f..%2ftown.toml",
        f"/photos/{version}/%2e%2e/%2e%2e/town.toml",
        f"/photos/..%2f{version}/choir-800.jpg",
        f"/photos/{version}/choir-800.jpg%00",
        f"/photos/{version}/choir-٨٠٠.jpg",
    ):
        assert application.get(wrong).status_code in (400, 404), wrong


@pytest.mark.usefixtures("folder")
def test_what_was_not_kept_is_made_again(application: TestClient, tmp_path: Path) -> None:
    where = address()
    for path in (tmp_path / "state").glob("*.photos/*"):
        path.unlink()

    assert application.get(where).status_code == 200
    assert len(list((tmp_path / "state").glob("*.photos/*"))) == 6


def test_another_file_never_comes_under_the_version_of_the_first(
    application: TestClient, folder: Path, tmp_path: Path
) -> None:
    where = address()
    for path in (tmp_path / "state").glob("*.photos/*"):
        path.unlink()
    write_photo(folder, "choir.jpg", photo(quality=30))

    assert application.get(where).status_code == 404


@pytest.mark.usefixtures("folder")
def test_where_too_many_wait_it_says_so(
    application: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    where = address()
    monkeypatch.setattr(photos, "WORKER", OneAtATime("full", most_waiting=-1))

    answer = application.get(where)
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "5")
