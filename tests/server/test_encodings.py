"""Which compression a browser takes, and that it is the same for the same contents."""

from __future__ import annotations

import gzip

import brotli
import pytest

from partner_map.server.encodings import coding_for, encode

TEXT = b"the partner map " * 200


@pytest.mark.parametrize(
    ("accepted", "coding"),
    [
        ("gzip, deflate, br, zstd", "br"),
        ("gzip, deflate", "gzip"),
        ("GZIP", "gzip"),
        ("*", "br"),
        ("br;q=0.5, gzip;q=1", "gzip"),
        ("br ; q=0, gzip; q=0.5", "gzip"),
        ("br;q=0, *", "gzip"),
        ("gzip;q=0, br;q=x", ""),
        ("*;q=0", ""),
        ("identity", ""),
        ("", ""),
    ],
)
def test_the_coding_is_the_one_that_the_browser_likes_best(accepted: str, coding: str) -> None:
    assert coding_for(accepted) == coding


def test_what_is_encoded_is_read_again_and_smaller() -> None:
    assert brotli.decompress(encode(TEXT, "br")) == TEXT
    assert gzip.decompress(encode(TEXT, "gzip")) == TEXT
    assert all(len(encode(TEXT, coding)) < len(TEXT) / 10 for coding in ("br", "gzip"))


def test_the_same_contents_are_encoded_to_the_same_bytes() -> None:
    for coding in ("br", "gzip"):
        assert encode(TEXT, coding) == encode(TEXT, coding)
