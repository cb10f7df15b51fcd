"""What a new site takes over from the one that stands, and what it makes anew."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import brotli
import pytest

from partner_map.site.making import Task, make_all
from partner_map.site.standing import MARK, Standing, asset_path, mark, standing_in
from partner_map.site.writer import write_site

PAGE = b"<p>Konstancin-Jeziorna</p>" * 20
ZIPPED = gzip.compress(PAGE, mtime=0)
PICTURE = b"pixels"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site with a page, and a picture that was made from "drawing"."""
    picture = asset_path("map.png", PICTURE)
    files = [lambda: ("index.html", PAGE), lambda: (picture, PICTURE)]
    write_site(tmp_path / "site", files, {"drawing": picture})
    return tmp_path / "site"


def made_by(site: Path, made_from: str) -> list[str]:
    """The contents that a task of these ingredients gives, and whether it had to be done."""
    done: list[str] = []

    def make() -> bytes:
        done.append("made")
        return b"other pixels"

    made = make_all([Task("map.png", made_from, make)], standing_in(site))
    assert made.made_from == {made_from: made.paths["map.png"]}
    return [made.files[made.paths["map.png"]].decode(), *done]


@pytest.fixture(autouse=True)
def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """One process, which sees what its jobs do."""
    monkeypatch.setattr("os.cpu_count", lambda: 1)


def test_what_was_made_from_the_same_is_not_made_again(site: Path) -> None:
    assert made_by(site, "drawing") == ["pixels"]
    assert made_by(site, "another drawing") == ["other pixels", "made"]


def test_a_file_that_is_no_more_what_its_name_says_is_made_again(site: Path) -> None:
    (picture,) = (site / "assets").glob("map.*.png")
    picture.write_bytes(b"pixe")

    assert made_by(site, "drawing") == ["other pixels", "made"]


def test_a_file_that_is_gone_is_made_again(site: Path) -> None:
    (picture,) = (site / "assets").glob("map.*.png")
    picture.unlink()

    assert made_by(site, "drawing") == ["other pixels", "made"]


@pytest.mark.parametrize(
    "told",
    [
        b"",
        b"[]",
        b"{}",
        b"\xff",
        json.dumps({"build": "another program", "made": {}}).encode(),
    ],
)
def test_nothing_is_taken_over_from_the_site_of_another_program(site: Path, told: bytes) -> None:
    (site / MARK).write_bytes(told)

    assert standing_in(site) == Standing(site)
    assert standing_in(site).packed("index.html", PAGE) is None
    assert made_by(site, "drawing") == ["other pixels", "made"]


def test_a_page_that_is_the_same_has_its_compressed_copies_from_there(site: Path) -> None:
    copies = (site / "index.html.br").read_bytes(), (site / "index.html.gz").read_bytes()

    assert standing_in(site).packed("index.html", PAGE) == copies
    assert standing_in(site).packed("index.html", PAGE + b".") is None
    assert standing_in(site).packed("other/index.html", PAGE) is None


@pytest.mark.parametrize(
    ("ending", "broken"),
    [
        ("br", b""),
        ("br", brotli.compress(b"other")),
        ("br", brotli.compress(PAGE)[:-1]),
        ("gz", b""),
        ("gz", gzip.compress(b"other", mtime=0)),
        ("gz", ZIPPED[:-1]),
        ("gz", ZIPPED[:12] + b"\xff\xff" + ZIPPED[14:]),
    ],
    ids=["br-empty", "br-other", "br-cut", "gz-empty", "gz-other", "gz-cut", "gz-changed"],
)
def test_a_compressed_copy_that_is_broken_is_made_again(
    site: Path, ending: str, broken: bytes
) -> None:
    before = (site / f"index.html.{ending}").read_bytes()
    (site / f"index.html.{ending}").write_bytes(broken)
    write_site(site, [lambda: ("index.html", PAGE)], {})

    assert (site / f"index.html.{ending}").read_bytes() == before


def test_the_mark_is_the_same_whatever_the_order() -> None:
    assert mark({"a": "1", "b": "2"}) == mark({"b": "2", "a": "1"})
