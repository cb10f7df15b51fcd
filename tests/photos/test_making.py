"""What is made of a photo: small, upright, in two formats, and nothing but pixels."""

from __future__ import annotations

import io

import pytest
from PIL import Image, ImageCms

from partner_map.photos.making import FORMATS, look_at, make_small, widths
from tests.support.photos import photo, picture

PLACE = {1: "N", 2: (52.0, 5.0, 30.0), 3: "E", 4: (21.0, 6.0, 40.0)}


def shot(orientation: int = 1) -> bytes:
    """A photo as a telephone saves it: with its place, who held it, a comment and a profile."""
    tags = Image.Exif()
    tags[0x0112] = orientation
    tags[0x010F] = "Camera of Anna Kowalska"
    tags.get_ifd(0x8825).update(PLACE)
    return photo(exif=tags, comment=b"Anna Kowalska", xmp=b"<x>Anna Kowalska</x>")


def made(data: bytes, name: str = "a.jpg") -> dict[tuple[int, str], Image.Image]:
    _, small = make_small(data, name)
    return {(one.width, one.ending): Image.open(io.BytesIO(one.data)) for one in small}


def colour(picture: Image.Image, x: float, y: float) -> tuple[int, ...]:
    """The colour at a place, in shares of the width and the height."""
    found = picture.convert("RGB").getpixel((int(picture.width * x), int(picture.height * y)))
    assert isinstance(found, tuple)
    return found


def is_red(found: tuple[int, ...]) -> bool:
    return found[0] > 150 and found[2] < 80


@pytest.mark.parametrize(
    ("original", "expected"),
    [
        (4000, (320, 800, 1600)),
        (1600, (320, 800, 1600)),
        (1000, (320, 800, 1000)),
        (800, (320, 800)),
        (200, (200,)),
        (1, (1,)),
    ],
)
def test_nothing_is_made_larger_than_it_is(original: int, expected: tuple[int, ...]) -> None:
    assert widths(original) == expected


def test_each_width_is_made_in_both_formats() -> None:
    small = made(photo(width=2000, height=1000))

    assert {key: one.size for key, one in small.items()} == {
        (width, ending): (width, width // 2) for width in (320, 800, 1600) for ending in FORMATS
    }
    assert {one.format for one in small.values()} == {"WEBP", "JPEG"}


def test_a_photo_stands_upright() -> None:
    data = shot(orientation=6)  # the camera lay on its right side: the left half is on top

    seen, _ = make_small(data, "a.jpg")
    small = made(data)[320, "jpg"]

    assert (seen.width, seen.height) == (480, 640)
    assert small.size == (320, 427)
    assert is_red(colour(small, 0.5, 0.1))
    assert not is_red(colour(small, 0.1, 0.9))


def test_neither_the_place_nor_the_name_of_the_photographer_is_left_in_it() -> None:
    data = shot()
    assert b"Anna Kowalska" in data

    _, small = make_small(data, "a.jpg")
    for one in small:
        picture = Image.open(io.BytesIO(one.data))
        picture.load()
        assert b"Anna" not in one.data
        assert b"Exif" not in one.data
        assert dict(picture.getexif()) == {}
        assert {"exif", "xmp", "comment", "icc_profile"}.isdisjoint(picture.info)


def test_tags_that_cannot_be_read_are_no_fault() -> None:
    assert look_at(photo(exif=b"Exif\0\0" + b"\xff" * 40), "a.jpg").width == 640


def test_the_colours_of_a_profile_become_those_of_screens() -> None:
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("XYZ")).tobytes()
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()

    for profile in (srgb, lab, b"no profile"):
        small = made(photo(icc_profile=profile))[320, "jpg"]
        assert is_red(colour(small, 0.1, 0.5)), profile[:10]


@pytest.mark.parametrize("mode", ["L", "CMYK"])
def test_a_jpeg_in_shades_or_printers_colours_is_shown(mode: str) -> None:
    written = io.BytesIO()
    picture(mode=mode).save(written, format="JPEG")

    assert made(written.getvalue())[320, "webp"].mode == "RGB"


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "PA", "RGBA", "I;16"])
def test_a_png_of_any_kind_is_shown(mode: str) -> None:
    written = io.BytesIO()
    base = picture(mode="L" if mode == "I;16" else mode if mode != "PA" else "P")
    if mode == "I;16":
        base = base.convert("I").point(lambda shade: shade * 256).convert("I;16")
    base.save(written, format="PNG")

    small = made(written.getvalue(), "a.png")[320, "jpg"].convert("L")
    dark, light = small.getpixel((10, 100)), small.getpixel((300, 100))
    assert dark != light
    assert isinstance(dark, int)
    assert dark < 160


def test_what_lets_through_stands_on_white() -> None:
    written = io.BytesIO()
    Image.new("RGBA", (400, 300), (0, 0, 0, 0)).save(written, format="PNG")

    assert min(colour(made(written.getvalue(), "a.png")[320, "jpg"], 0.5, 0.5)) > 250


def test_the_version_changes_with_the_contents() -> None:
    assert look_at(photo(), "a.jpg").version == look_at(photo(), "b.jpg").version
    assert look_at(photo(), "a.jpg").version != look_at(photo(quality=50), "a.jpg").version


def test_the_same_photo_gives_the_same_bytes() -> None:
    first, second = ([one.data for one in make_small(shot(), "a.jpg")[1]] for _ in range(2))

    assert first == second


def test_a_large_photo_is_made_as_its_own_size_says() -> None:
    seen, small = make_small(photo(width=7000, height=5000), "a.jpg")

    assert (seen.width, seen.height) == (7000, 5000)
    assert [one.width for one in small] == [320, 320, 800, 800, 1600, 1600]
