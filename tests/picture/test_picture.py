"""The picture: the same map without a browser, which tells its words to everybody."""

from __future__ import annotations

import datetime
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from partner_map.assets import Font, palette
from partner_map.i18n.translator import translator_for
from partner_map.model import LANGUAGES, Dataset, Filters
from partner_map.picture.errors import CityError, FontError, YearError
from partner_map.picture.letters import Style, letters_of
from partner_map.picture.picture import Wish, draw
from partner_map.picture.sizes import Size, read_size
from partner_map.server.streamlit_host import text_font
from partner_map.tables import read_dataset
from tests.support.folders import FROZEN, PARTNER, many_partners, write_folder
from tests.support.loops import run_alone
from tests.support.pages import HOSTILE

TODAY = datetime.date(2026, 11, 26)
PREVIEW = read_size("1200x630")
PLACE = ("latitude", "longitude", "coordinates_source")
SVG = "{http://www.w3.org/2000/svg}"
SOLID, DASHED, DOTTED = None, "3 7", "1 4"


@pytest.fixture(scope="module")
def frozen() -> Dataset:
    return read_dataset(FROZEN)


def drawn(dataset: Dataset, year: int = 2026, city: str | None = None, language: str = "pl") -> str:
    return draw(dataset, Wish(PREVIEW, year, language, city), TODAY, text_font()).svg


def parsed(svg: str) -> ElementTree.Element:
    return ElementTree.fromstring(svg)  # noqa: S314  # it is our own


def lines_in(colour: str, svg: str) -> list[ElementTree.Element]:
    """The lines from the town in a colour, those of the legend not among them."""
    return [
        path
        for path in parsed(svg).findall(f"{SVG}g/{SVG}path")
        if path.get("stroke") == palette()[colour] and path.get("fill") == "none"
    ]


def words_in(svg: str, name: str) -> str:
    found = parsed(svg).find(f"{SVG}{name}")
    assert found is not None
    return found.text or ""


def test_it_is_the_same_for_the_same_tables_and_day(frozen: Dataset) -> None:
    assert drawn(frozen) == drawn(read_dataset(FROZEN))


def test_it_is_the_same_where_an_event_loop_runs(frozen: Dataset) -> None:
    async def within_a_loop() -> str:
        return drawn(frozen)

    assert run_alone(within_a_loop()) == drawn(frozen)


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_tells_its_words_to_those_who_do_not_see_it(frozen: Dataset, language: str) -> None:
    svg = drawn(frozen, language=language)

    root = parsed(svg)
    assert (root.get("role"), root.get("lang")) == ("img", language)
    assert root.get("aria-labelledby") == "title desc"
    assert frozen.town.genitive[language] in words_in(svg, "title")
    assert all(partner.name[language] in words_in(svg, "desc") for partner in frozen.placed)


def test_it_is_as_large_as_it_is_wished(frozen: Dataset) -> None:
    root = parsed(drawn(frozen))

    assert (root.get("width"), root.get("height")) == ("1200", "630")


@pytest.mark.parametrize(
    ("status", "year", "dash"),
    [("agreement", 2026, SOLID), ("contacts", 2007, DASHED), ("ended", 2026, DOTTED)],
)
def test_a_line_tells_where_a_partnership_stands(
    frozen: Dataset, status: str, year: int, dash: str | None
) -> None:
    lines = lines_in(status, drawn(frozen, year))

    assert lines
    assert {line.get("stroke-dasharray") for line in lines} == {dash}


def test_a_partnership_that_is_suspended_is_told_apart_from_one_that_has_ended(
    tmp_path: Path,
) -> None:
    dataset = read_dataset(write_folder(tmp_path, [PARTNER | {"suspended": "2024-05-01"}]))

    (line,) = lines_in("ended", drawn(dataset))

    assert line.get("stroke-dasharray") is SOLID


def test_a_year_before_all_partners_has_the_town_alone(tmp_path: Path) -> None:
    svg = drawn(read_dataset(write_folder(tmp_path, [PARTNER])), 2005)

    assert not any(lines_in(status, svg) for status in ("agreement", "contacts", "ended"))
    assert words_in(svg, "desc") == ""


@pytest.mark.parametrize("year", [1989, 2027])
def test_a_year_that_is_not_on_the_timeline_is_told(frozen: Dataset, year: int) -> None:
    with pytest.raises(YearError) as told:
        drawn(frozen, year)

    assert told.value.words(translator_for("en")) == (
        f"{year} is not on the timeline; write a year from 1990 to 2026"
    )


def test_a_chosen_city_is_the_largest_in_a_nearer_frame(frozen: Dataset) -> None:
    svg = drawn(frozen, city="hranice")

    (chosen,) = lines_in("agreement", svg)
    others = lines_in("agreement-muted", svg)
    assert others
    assert all(
        float(chosen.attrib["stroke-width"]) > float(o.attrib["stroke-width"]) for o in others
    )
    assert words_in(svg, "title").startswith("Hranice")


@pytest.mark.parametrize(
    ("city", "words"),
    [
        ("hranica", "hranica is no city on the map; the nearest id is hranice"),
        ("<svg>", "<svg> is no city on the map; write its id, as in partners.csv"),
    ],
)
def test_a_city_that_is_none_is_told(frozen: Dataset, city: str, words: str) -> None:
    with pytest.raises(CityError) as told:
        drawn(frozen, city=city)

    assert told.value.words(translator_for("en")) == words


def test_without_a_font_there_is_no_picture(frozen: Dataset, tmp_path: Path) -> None:
    file = tmp_path / "font.woff2"
    file.write_bytes(b"no font")

    for font in (Font("", None), Font("", file), Font("", tmp_path / "missing.woff2")):
        with pytest.raises(FontError):
            draw(frozen, Wish(PREVIEW, 2026), TODAY, font)


def test_every_colour_is_the_palettes(frozen: Dataset) -> None:
    found = re.findall(r'(?:fill|stroke)="([^"]+)"', drawn(frozen, city="hranice"))

    assert set(found) - {"none"} <= set(palette().values())


def test_it_asks_for_nothing_and_draws_its_letters_itself(frozen: Dataset) -> None:
    svg = drawn(frozen)

    assert {link.partition("-")[0] for link in re.findall(r'href="([^"]*)"', svg)} == {
        "#land",
        "#letter",
    }
    assert "<text" not in svg
    assert svg.count("http") == svg.count("http://www.w3.org/2000/svg") == 1


def test_a_hostile_name_is_only_words(tmp_path: Path) -> None:
    row = PARTNER | {"name_pl": HOSTILE, "name_en": HOSTILE, "name_own": HOSTILE}
    dataset = read_dataset(write_folder(tmp_path, [row]))

    svg = drawn(dataset, city="hranice")

    kinds = {element.tag.removeprefix(SVG) for element in parsed(svg).iter()}
    assert kinds <= {"svg", "title", "desc", "defs", "g", "path", "use", "rect", "circle"}
    assert HOSTILE in words_in(svg, "title")


def test_a_frame_beyond_the_kept_basemap_has_land_to_its_edges(tmp_path: Path) -> None:
    north, south = PARTNER | {"id": "n"}, PARTNER | {"id": "s"}
    north |= {"country": "NO", "latitude": "69.65", "longitude": "18.95"}
    south |= {"country": "GR", "latitude": "37.98", "longitude": "23.73"}
    dataset = read_dataset(write_folder(tmp_path, [north, south]))

    svg = drawn(dataset)

    land = [path.get("d", "") for path in parsed(svg).iter(f"{SVG}path") if path.get("id")]
    width = float(parsed(svg).attrib["viewBox"].split()[2])
    assert max(float(x) for path in land for x in re.findall(r"[ML]([-\d.]+)", path)) > width


def test_a_name_that_the_font_has_no_letters_for_is_told_otherwise(tmp_path: Path) -> None:
    names = {"name_pl": "京都", "name_en": "Kyoto", "name_own": "京都"}
    dataset = read_dataset(write_folder(tmp_path, [PARTNER | names]))

    assert words_in(drawn(dataset, city="hranice"), "title").startswith("Kyoto")
    assert "letter-700-0" not in drawn(dataset, city="hranice")


def test_what_is_too_small_to_be_seen_leaves_no_empty_path(tmp_path: Path) -> None:
    far = [
        PARTNER | {"id": "us", "country": "US", "latitude": "41.5", "longitude": "-81.69"},
        PARTNER | {"id": "cn", "country": "CN", "latitude": "31.22", "longitude": "121.46"},
    ]
    dataset = read_dataset(write_folder(tmp_path, far))

    assert all(path.get("d") for path in parsed(drawn(dataset)).iter(f"{SVG}path"))


def test_a_poster_lists_the_partners_that_have_no_place_too(tmp_path: Path) -> None:
    unplaced = PARTNER | {"id": "other", "name_pl": "Nałęczów"} | dict.fromkeys(PLACE, "")
    dataset = read_dataset(write_folder(tmp_path, [PARTNER, unplaced]))
    letters = letters_of(text_font().file).glyphs("Nałęczów", Style(14, 600))

    poster = draw(dataset, Wish(read_size("A2"), 2026), TODAY, text_font()).svg

    assert all(f"#letter-600-{letter.number}" in poster for letter in letters)
    assert f"#letter-600-{letters[2].number}" not in drawn(dataset)


def towns(svg: str) -> int:
    """How many dots of the town there are, that of the legend among them."""
    circles = parsed(svg).iter(f"{SVG}circle")
    return sum(circle.get("fill") == palette()["town"] for circle in circles)


def test_the_legend_tells_the_town_where_the_map_has_no_room_for_its_name(
    frozen: Dataset, tmp_path: Path
) -> None:
    about = [
        PARTNER
        | {"id": f"c{number}", "country": "PL"}
        | {"latitude": f"{52.09 + north / 50}", "longitude": f"{21.11 + east / 30}"}
        for number, (north, east) in enumerate((n, e) for n in (-1, 0, 1) for e in (-1, 0, 1))
    ]
    far = PARTNER | {"id": "far", "country": "PT", "latitude": "38.72", "longitude": "-9.13"}
    crowded = read_dataset(write_folder(tmp_path, [*about, far]))

    assert towns(drawn(frozen)) == 1
    assert towns(drawn(crowded)) == 2


def test_many_partners_are_drawn_and_counted(tmp_path: Path) -> None:
    dataset = read_dataset(write_folder(tmp_path, many_partners(300)))

    svg = drawn(dataset, language="en")

    assert len(lines_in("agreement", svg)) > 100
    assert "and 240 more cities" in words_in(svg, "desc")


def test_a_bare_picture_is_the_map_alone(frozen: Dataset) -> None:
    """Of all places, also where one city is chosen, as the page has it."""
    size = Size(882, 562)

    def dots(city: str | None) -> list[tuple[str | None, str | None]]:
        svg = draw(frozen, Wish(size, 2026, city=city, is_bare=True), TODAY, text_font()).svg
        circles = parsed(svg).findall(f"{SVG}g/{SVG}circle")
        return sorted((one.get("cx"), one.get("cy")) for one in circles)

    assert len(dots(None)) == len(frozen.placed) + 1
    assert dots("denzlingen") == dots(None)


def test_what_the_filters_leave_out_is_not_drawn(frozen: Dataset) -> None:
    german = Filters(countries=frozenset({"DE"}))

    svg = draw(frozen, Wish(PREVIEW, 2026, filters=german), TODAY, text_font()).svg

    assert "Denzlingen" in words_in(svg, "desc")
    assert "Hranice" not in words_in(svg, "desc")
