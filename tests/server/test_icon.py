"""The icon in pixels: the same drawing, in the size that each name says."""

from __future__ import annotations

import re
import struct

import pytest
from starlette.testclient import TestClient

from partner_map.assets import palette, plain_icon_drawing


@pytest.mark.parametrize(
    ("name", "width"),
    [("apple-touch-icon.png", 180), ("icon-192.png", 192), ("icon-512.png", 512)],
)
def test_it_is_as_large_as_it_says(application: TestClient, name: str, width: int) -> None:
    answer = application.get(f"/{name}")

    assert answer.headers["Content-Type"] == "image/png"
    assert struct.unpack(">II", answer.content[16:24]) == (width, width)


def test_its_colours_are_those_of_the_palette() -> None:
    drawing = plain_icon_drawing()

    assert "var(" not in drawing
    assert set(re.findall("#[0-9A-Fa-f]{6}", drawing)) <= set(palette().values())


def test_every_page_names_it_for_telephones(application: TestClient) -> None:
    assert (
        '<link rel="apple-touch-icon" href="./apple-touch-icon.png">' in application.get("/").text
    )
