"""A folder of bad photos: each is told for what it is, and none is opened further than needed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PIL import ImageFile

from partner_map.photos import looking
from partner_map.photos.looking import MAX_BYTES, PhotoError, PhotoProblem, is_inside, read_photo
from partner_map.photos.making import look_at
from tests.support.photos import SVG, moving, photo, picture, png_that_says

GOOD = photo()
BAD = {
    "empty.jpg": (b"", PhotoProblem.NOT_A_PHOTO),
    "words.jpg": (b"This was a photo once.", PhotoProblem.NOT_A_PHOTO),
    "page.jpg": (b"<html><script>alert(1)</script>", PhotoProblem.NOT_A_PHOTO),
    "drawing.svg": (SVG, PhotoProblem.ENDING_UNKNOWN),
    "drawing.png": (SVG, PhotoProblem.NOT_A_PHOTO),
    "no-ending": (GOOD, PhotoProblem.ENDING_UNKNOWN),
    "photo.heic": (GOOD, PhotoProblem.ENDING_UNKNOWN),
    "moving.gif": (moving("GIF"), PhotoProblem.ENDING_UNKNOWN),
    "gif.jpg": (moving("GIF"), PhotoProblem.NOT_A_PHOTO),
    "bitmap.png": (photo("BMP"), PhotoProblem.NOT_A_PHOTO),
    "scan.jpg": (photo("TIFF"), PhotoProblem.NOT_A_PHOTO),
    "print.jpg": (photo("PDF"), PhotoProblem.NOT_A_PHOTO),
    "png.jpg": (photo("PNG"), PhotoProblem.ENDING_WRONG),
    "jpg.webp": (GOOD, PhotoProblem.ENDING_WRONG),
    "moving.webp": (moving("WEBP"), PhotoProblem.ANIMATED),
    "moving.png": (moving("PNG"), PhotoProblem.ANIMATED),
    "half.jpg": (GOOD[: len(GOOD) // 2], PhotoProblem.BROKEN),
    "half.png": (photo("PNG")[:-200], PhotoProblem.BROKEN),
    "half.webp": (photo("WEBP")[:-200], PhotoProblem.BROKEN),
    "bomb.png": (png_that_says(60_000, 60_000), PhotoProblem.TOO_MANY_PIXELS),
    "huge.png": (png_that_says(8_000, 5_001), PhotoProblem.TOO_MANY_PIXELS),
    "ribbon.png": (png_that_says(100_000, 10), PhotoProblem.TOO_MANY_PIXELS),
    "heavy.jpg": (GOOD + b"\0" * MAX_BYTES, PhotoProblem.TOO_MANY_BYTES),
}


def problem_of(folder: Path, name: str) -> PhotoProblem:
    with pytest.raises(PhotoError) as caught:
        look_at(read_photo(folder, name), name)
    return caught.value.problem


@pytest.mark.parametrize("name", BAD)
@pytest.mark.filterwarnings("ignore::PIL.Image.DecompressionBombWarning")
def test_a_bad_photo_is_told_for_what_it_is(name: str, tmp_path: Path) -> None:
    data, problem = BAD[name]
    (tmp_path / name).write_bytes(data)

    assert problem_of(tmp_path, name) is problem


@pytest.mark.parametrize("name", ["huge.png", "ribbon.png", "moving.png", "png.jpg"])
def test_the_pixels_of_what_is_not_shown_are_never_unpacked(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data, problem = BAD[name]
    (tmp_path / name).write_bytes(data)
    monkeypatch.delattr(ImageFile.ImageFile, "load")

    assert problem_of(tmp_path, name) is problem


@pytest.mark.parametrize(
    "name",
    [
        *("../town.jpg", "..", "a/../../town.jpg", "/etc/passwd.jpg", "a//b.jpg", "./a.jpg", ""),
        *("C:\\photos\\a.jpg", "c:a.jpg", "..\\town.jpg", "\\\\host\\share\\a.jpg", "a.jpg\0.png"),
    ],
)
def test_a_name_never_leads_out_of_the_folder(name: str, tmp_path: Path) -> None:
    folder = tmp_path / "photos"
    folder.mkdir()
    (tmp_path / "town.jpg").write_bytes(GOOD)

    assert not is_inside(name)
    assert problem_of(folder, name) is PhotoProblem.OUTSIDE


def test_a_photo_may_lie_in_a_folder_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "2024").mkdir()
    (tmp_path / "2024" / "chór w Hranicach.jpg").write_bytes(GOOD)

    assert look_at(read_photo(tmp_path, "2024/chór w Hranicach.jpg"), "a.jpg").width == 640


@pytest.mark.skipif(os.name == "nt", reason="Windows gives links to administrators alone")
def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    folder = tmp_path / "photos"
    folder.mkdir()
    (tmp_path / "secret.jpg").write_bytes(GOOD)
    (folder / "file.jpg").symlink_to(tmp_path / "secret.jpg")
    (folder / "out").symlink_to(tmp_path)
    (folder / "circle.jpg").symlink_to(folder / "circle.jpg")

    assert problem_of(folder, "file.jpg") is PhotoProblem.OUTSIDE
    assert problem_of(folder, "out/secret.jpg") is PhotoProblem.OUTSIDE
    assert problem_of(folder, "circle.jpg") is PhotoProblem.UNREADABLE


def test_what_is_no_ordinary_file_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "folder.jpg").mkdir()

    assert problem_of(tmp_path, "folder.jpg") is PhotoProblem.UNREADABLE
    assert problem_of(tmp_path, "gone.jpg") is PhotoProblem.MISSING


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes in folders")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.jpg")

    assert problem_of(tmp_path, "pipe.jpg") is PhotoProblem.UNREADABLE


def test_forty_megapixels_are_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(looking, "MAX_PIXELS", 640 * 480)
    look_at(GOOD, "a.jpg")

    monkeypatch.setattr(looking, "MAX_PIXELS", 640 * 480 - 1)
    with pytest.raises(PhotoError):
        look_at(GOOD, "a.jpg")


@pytest.mark.parametrize("name", ["a.jpg", "a.JPG", "a.jpeg"])
def test_an_ending_may_be_written_in_any_way(name: str) -> None:
    assert look_at(GOOD, name).height == 480


def test_the_two_pictures_of_a_telephones_jpeg_are_no_motion(tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    preview = picture(64, 48)
    picture().save(path, format="MPO", save_all=True, append_images=[preview])

    assert look_at(path.read_bytes(), "a.jpg").width == 640
