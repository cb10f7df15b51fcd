"""A picture as a file: pixels of the size that was wished, a sheet of paper in outlines."""

from __future__ import annotations

import datetime
import re
import struct

import pytest

from partner_map.picture.errors import SizeError
from partner_map.picture.formats import pdf, png
from partner_map.picture.picture import Picture, Wish
from partner_map.picture.sizes import Size, read_size

POINT_MM = 25.4 / 72


def square(size: Size) -> Picture:
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size.width} {size.height}">'
        f'<title>A square</title><path d="M10 10h50v50h-50z" fill="#123456"/></svg>'
    )
    return Picture(
        svg, "A square", "It is blue.", Wish(size, 2026, "en"), datetime.date(2026, 11, 26)
    )


@pytest.mark.parametrize("text", ["1200x630", "390x400", "320x8000"])
def test_a_png_has_the_pixels_that_are_wished(text: str) -> None:
    size = read_size(text)

    contents = png(square(size))

    assert "{}x{}".format(*struct.unpack(">II", contents[16:24])) == text


@pytest.mark.parametrize(
    ("name", "upright", "sides"),
    [("A4", False, (297, 210)), ("A2", True, (420, 594)), ("a0", False, (1189, 841))],
)
def test_a_pdf_is_one_sheet_of_its_size(name: str, upright: bool, sides: tuple[int, int]) -> None:
    size = read_size(name, upright=upright)

    contents = pdf(square(size))

    pages = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", contents)
    assert [[float(side) * POINT_MM for side in page] for page in pages] == [
        pytest.approx(sides, abs=0.1)
    ]
    assert b"/Subtype /Image" not in contents


def test_a_pdf_tells_its_words_to_those_who_do_not_see_it() -> None:
    contents = pdf(square(read_size("A4")))

    assert b"/Alt (" in contents
    assert b"/Lang (en)" in contents


def test_a_pdf_is_the_same_for_the_same_day() -> None:
    size = read_size("A4")

    assert len({pdf(square(size)) for _ in range(2)}) == 1


@pytest.mark.parametrize(
    "text", ["", "A5", "1200", "1200x", "x630", "1200x63000", "319x400", "１x630"]
)
def test_what_is_no_size_is_told(text: str) -> None:
    with pytest.raises(SizeError):
        read_size(text)


def test_a_larger_sheet_has_larger_letters_and_more_room() -> None:
    sheets = [read_size(name) for name in ("A4", "A3", "A2", "A1", "A0")]

    letters = [sheet.zoom for sheet in sheets]
    rooms = [sheet.width * sheet.height for sheet in sheets]
    assert letters == sorted(set(letters))
    assert rooms == sorted(set(rooms))
