"""Photos that rows name: shown where all is in order, told where not, and never a fault."""

from __future__ import annotations

from pathlib import Path

import pytest

from partner_map.i18n.translator import translator_for
from partner_map.model import Photo
from partner_map.photos.album import looking_at
from partner_map.settings import world_file
from partner_map.tables import Checked, Hint, HintKind, check, hint_words, take_snapshot
from partner_map.tables.photo_rows import MAX_PHOTOS, NEEDED
from tests.support.folders import PARTNER, write_folder
from tests.support.photos import DESCRIBED, SUNG, SVG, moving, photo, png_that_says, write_photo


def checked(folder: Path, partner: dict[str, str], event: dict[str, str] | None = None) -> Checked:
    write_folder(folder, [PARTNER | partner], [SUNG | (event or {})])
    return check(take_snapshot(folder), world_file(), looking_at(folder))


def shown(outcome: Checked) -> list[Photo]:
    assert outcome.dataset is not None
    return list(outcome.dataset.photos.values())


def test_a_described_photo_is_shown(tmp_path: Path) -> None:
    write_photo(tmp_path, "choir.jpg", photo(width=1200, height=900))

    outcome = checked(tmp_path, DESCRIBED | {"photo_alt_pl": "Chór."})

    (only,) = shown(outcome)
    assert outcome.hints == ()
    assert (only.width, only.height, only.alt["pl"]) == (1200, 900, "Chór.")
    assert (only.author, only.licence) == ("Projekt", "CC0 1.0")


def test_an_exchange_has_a_photo_too(tmp_path: Path) -> None:
    write_photo(tmp_path, "2010/choir.jpg", photo())

    outcome = checked(tmp_path, {}, DESCRIBED | {"photo": "2010/choir.jpg"})

    assert outcome.dataset is not None
    assert outcome.dataset.events[0].shown_photo is not None
    assert outcome.dataset.partners[0].shown_photo is None


@pytest.mark.parametrize("column", NEEDED)
def test_a_photo_of_which_something_is_not_said_is_not_shown(column: str, tmp_path: Path) -> None:
    write_photo(tmp_path, "choir.jpg", photo())

    outcome = checked(tmp_path, DESCRIBED | {column: ""})

    hint = Hint(HintKind.PHOTO_UNDESCRIBED, "partners.csv", "choir.jpg", 2, column)
    assert outcome.hints == (hint,)
    assert shown(outcome) == []
    words = hint_words(hint, translator_for("en"))
    assert words.startswith(f"partners.csv, row 2, column {column}: ")


def test_the_source_of_a_photo_may_be_missing(tmp_path: Path) -> None:
    write_photo(tmp_path, "choir.jpg", photo())

    assert len(shown(checked(tmp_path, DESCRIBED | {"photo_source": ""}))) == 1


@pytest.mark.parametrize("source", ["javascript:alert(1)", "data:text/html,x", "example.org"])
def test_the_source_of_a_photo_is_a_full_web_address(source: str, tmp_path: Path) -> None:
    write_photo(tmp_path, "choir.jpg", photo())

    (fault,) = checked(tmp_path, DESCRIBED | {"photo_source": source}).faults

    assert (fault.column, fault.value) == ("photo_source", source)


@pytest.mark.filterwarnings("ignore::PIL.Image.DecompressionBombWarning")
def test_a_folder_of_bad_photos_leaves_the_tables_good_and_each_is_told(tmp_path: Path) -> None:
    good = photo()
    bad = {
        "gone.jpg": (None, HintKind.PHOTO_MISSING),
        "../town.jpg": (None, HintKind.PHOTO_OUTSIDE),
        "C:\\secret.jpg": (None, HintKind.PHOTO_OUTSIDE),
        "/etc/passwd.png": (None, HintKind.PHOTO_OUTSIDE),
        "empty.jpg": (b"", HintKind.PHOTO_NOT_A_PHOTO),
        "text.jpg": (b"no photo", HintKind.PHOTO_NOT_A_PHOTO),
        "svg.png": (SVG, HintKind.PHOTO_NOT_A_PHOTO),
        "svg.svg": (SVG, HintKind.PHOTO_ENDING_UNKNOWN),
        "raw.heic": (good, HintKind.PHOTO_ENDING_UNKNOWN),
        "gif.gif": (moving("GIF"), HintKind.PHOTO_ENDING_UNKNOWN),
        "png.jpg": (photo("PNG"), HintKind.PHOTO_ENDING_WRONG),
        "moving.png": (moving("PNG"), HintKind.PHOTO_ANIMATED),
        "moving.webp": (moving("WEBP"), HintKind.PHOTO_ANIMATED),
        "half.jpg": (good[:3000], HintKind.PHOTO_BROKEN),
        "half.webp": (photo("WEBP")[:-100], HintKind.PHOTO_BROKEN),
        "huge.png": (png_that_says(9_000, 9_000), HintKind.PHOTO_TOO_MANY_PIXELS),
        "bomb.png": (png_that_says(50_000, 50_000), HintKind.PHOTO_TOO_MANY_PIXELS),
        "ribbon.png": (png_that_says(20_000, 1), HintKind.PHOTO_TOO_MANY_PIXELS),
        "heavy.jpg": (good + b"\0" * 30 * 1024 * 1024, HintKind.PHOTO_TOO_MANY_BYTES),
    }
    for name, (data, _) in bad.items():
        if data is not None:
            write_photo(tmp_path, name, data)
    (tmp_path / "photos" / "folder.jpg").mkdir()
    bad["folder.jpg"] = (None, HintKind.PHOTO_UNREADABLE)
    events = [SUNG | DESCRIBED | {"photo": name} for name in bad]

    write_folder(tmp_path, [PARTNER], events)
    outcome = check(take_snapshot(tmp_path), world_file(), looking_at(tmp_path))

    assert len(bad) == 20
    assert shown(outcome) == []
    assert {hint.value: hint.kind for hint in outcome.hints} == {
        name: kind for name, (_, kind) in bad.items()
    }
    assert [(hint.row, hint.column) for hint in outcome.hints] == [
        (row, "photo") for row in range(2, 22)
    ]
    for language in ("pl", "en"):
        words = [hint_words(hint, translator_for(language)) for hint in outcome.hints]
        assert all(hint.value in told for hint, told in zip(outcome.hints, words, strict=True))


def test_what_is_said_of_no_photo_is_told(tmp_path: Path) -> None:
    outcome = checked(tmp_path, DESCRIBED | {"photo": ""})

    assert outcome.hints == (Hint(HintKind.PHOTO_UNNAMED, "partners.csv", "", 2, "photo"),)
    assert shown(outcome) == []


def test_a_telephones_name_of_a_file_is_no_telephone_number(tmp_path: Path) -> None:
    write_photo(tmp_path, "IMG_600123456.jpg", photo())

    outcome = checked(tmp_path, DESCRIBED | {"photo": "IMG_600123456.jpg"})

    assert outcome.faults == ()
    assert len(shown(outcome)) == 1


def test_the_version_of_the_data_changes_with_a_photo(tmp_path: Path) -> None:
    versions = set()
    for data in (None, photo(), photo(quality=40)):
        if data is not None:
            write_photo(tmp_path, "choir.jpg", data)
        dataset = checked(tmp_path, DESCRIBED).dataset
        assert dataset is not None
        versions.add(dataset.version)

    assert len(versions) == 3


def test_only_so_many_photos_are_looked_at(tmp_path: Path) -> None:
    asked: list[str] = []
    events = [SUNG | DESCRIBED | {"photo": f"{n}.jpg"} for n in range(MAX_PHOTOS + 5)]
    write_folder(tmp_path, [PARTNER], events)

    outcome = check(take_snapshot(tmp_path), world_file(), asked.append)

    assert len(asked) == MAX_PHOTOS
    assert [hint.kind for hint in outcome.hints] == [HintKind.PHOTOS_TOO_MANY]
    assert outcome.hints[0].row == MAX_PHOTOS + 2
