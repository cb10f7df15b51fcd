"""A photo as HTML: with its description, who made it, and room before it comes."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest

from partner_map.i18n.translator import translator_for
from partner_map.model import LocalizedText, Photo
from partner_map.photos.addresses import photo_name, photo_path
from partner_map.photos.figure import SourceLink, caption, figure

PHOTO = Photo(
    "2010/Chór w Łodzi.JPG",
    LocalizedText(pl="Chór.", en="A choir."),
    "Projekt",
    "CC0 1.0",
    "https://www.example.org/choir?x=1",
    "0123456789abcdef",
    2000,
    1500,
)
HOSTILE = "\"><script>alert('1')</script>{{ 7*7 }}"


class Tags(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: dict[str, dict[str, str | None]] = {}
        self.words = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] = dict(attrs)

    def handle_data(self, data: str) -> None:
        self.words += data


def drawn(photo: Photo = PHOTO, language: str = "en", source: SourceLink = SourceLink.HERE) -> Tags:
    return Tags(figure(photo, translator_for(language), photo_path, "100vw", source))


def test_it_keeps_its_room_and_comes_when_it_is_near() -> None:
    image = drawn().tags["img"]

    assert (image["width"], image["height"], image["loading"]) == ("800", "600", "lazy")


def test_a_browser_chooses_the_size_and_the_format() -> None:
    tags = drawn().tags
    version = PHOTO.version

    assert tags["source"]["type"] == "image/webp"
    assert tags["source"]["srcset"] == (
        f"photos/{version}/chor-w-lodzi-320.webp 320w,"
        f" photos/{version}/chor-w-lodzi-800.webp 800w,"
        f" photos/{version}/chor-w-lodzi-1600.webp 1600w"
    )
    assert tags["img"]["src"] == f"photos/{version}/chor-w-lodzi-800.jpg"


def test_it_says_what_it_shows_in_the_readers_language_or_in_which_other() -> None:
    assert drawn().tags["img"]["alt"] == "A choir."
    assert "lang" not in drawn().tags["img"]
    german = drawn(language="de").tags["img"]
    assert (german["alt"], german["lang"]) == ("A choir.", "en")


def test_the_caption_names_author_licence_and_source() -> None:
    assert drawn().words == "Author: Projekt · licence: CC0 1.0 · source: example.org"


def test_the_host_of_the_source_leads_to_where_the_photo_was_found() -> None:
    link = drawn().tags["a"]

    assert link == {
        "href": PHOTO.source,
        "aria-label": "source of the photo: example.org",
        "rel": "noopener noreferrer",
    }


def test_it_leads_there_in_a_tab_of_its_own_or_not_at_all_where_the_page_says_so() -> None:
    assert drawn(source=SourceLink.NEW_TAB).tags["a"]["target"] == "_blank"
    nowhere = drawn(source=SourceLink.NONE)
    assert "a" not in nowhere.tags
    assert nowhere.words.endswith("source: example.org")


def test_a_source_that_is_not_known_is_not_named() -> None:
    photo = Photo(*(PHOTO.file, PHOTO.alt, "Projekt", "MIT", "", "0" * 16, 10, 10))

    said = caption(photo, translator_for("pl"))

    assert (said.before, said.source) == ("Autor: Projekt · licencja: MIT", "")
    assert "a" not in drawn(photo).tags


def test_no_text_of_the_tables_becomes_an_element() -> None:
    hostile = Photo(
        f"{HOSTILE}.jpg",
        LocalizedText(pl=HOSTILE, en=HOSTILE),
        *(HOSTILE, HOSTILE, f"https://example.org/{HOSTILE}", "0" * 16, 800, 600),
    )

    tags = drawn(hostile)

    assert set(tags.tags) == {"figure", "picture", "source", "img", "figcaption", "a"}
    assert tags.tags["img"]["alt"] == HOSTILE
    assert set(tags.tags["a"]) == {"href", "aria-label", "rel"}
    assert set(tags.tags["img"]) == {
        *("src", "srcset", "sizes", "alt", "loading", "decoding", "width", "height"),
    }


@pytest.mark.parametrize(
    ("file", "name"),
    [("a.jpg", "a"), ("ŁÓDŹ 2010.png", "lodz-2010"), ("фото.webp", "photo"), ("...jpg", "photo")],
)
def test_an_address_has_plain_letters(file: str, name: str) -> None:
    photo = Photo(file, LocalizedText(), "", "", "")

    assert photo_name(photo) == name
