"""The published site: whole, the same for the same tables, and safe to replace."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import brotli
import pytest
from markupsafe import escape

from partner_map.cli.parser import main
from partner_map.history.saves import History, save_of, save_words
from partner_map.i18n.translator import translator_for
from partner_map.model import LANGUAGES, Dataset, LocalizedText
from partner_map.server.streamlit_host import text_font
from partner_map.site.addresses import addresses_of
from partner_map.site.errors import FolderError, UrlError
from partner_map.site.publish import publish
from partner_map.site.standing import MARK
from partner_map.site.writer import Maker, write_site
from partner_map.tables import read_dataset
from tests.support.folders import FROZEN, PARTNER, write_folder
from tests.support.photos import DESCRIBED
from tests.support.published import LIVE, PATH, TODAY, URL, site_with_photo

HOSTILE = "<img src=x onerror=alert(1)>\"'&{{ 7*7 }}</script>"
MAX_FIRST_BYTES = 260_000
MAX_FIRST_REQUESTS = 12
MAX_CITY_BYTES = 10_000


class Links(HTMLParser):
    """All that a page names."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.named: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        self.tags.append((tag, attributes))
        self.named += [
            value for name in ("href", "src", "srcset") if (value := attributes.get(name))
        ]


@pytest.fixture(scope="module")
def dataset() -> Dataset:
    return read_dataset(FROZEN)


@pytest.fixture(scope="module")
def site(web: Path) -> Path:
    return web / PATH


def compressed_size(path: Path) -> int:
    return len(brotli.compress(path.read_bytes()))


def contents_of(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def pages(site: Path) -> Iterator[tuple[Path, str]]:
    for path in sorted(site.rglob("*.html")):
        yield path, path.read_text(encoding="utf-8")


def test_every_partner_has_a_page_in_every_language(site: Path, dataset: Dataset) -> None:
    for partner in dataset.partners:
        for folder in (site, *(site / language for language in LANGUAGES[1:])):
            assert (folder / partner.id / "index.html").is_file()


def test_every_link_within_the_site_leads_to_a_file(site: Path) -> None:
    for path, page in pages(site):
        for link in Links(page).named:
            target = link.removeprefix(URL) if link.startswith(URL) else link
            parts = urlsplit(target)
            if parts.scheme or not parts.path:
                continue
            folder = site if target != link or path.name == "404.html" else path.parent
            found = (folder / unquote(parts.path)).resolve()
            assert (found / "index.html" if found.is_dir() else found).is_file(), (path, link)


def test_a_page_leads_to_an_e_mail_about_a_missing_exchange(site: Path) -> None:
    city = (site / "hranice" / "index.html").read_text(encoding="utf-8")
    exchanges = (site / "en" / "exchanges" / "index.html").read_text(encoding="utf-8")

    (of_city,) = (link for link in Links(city).named if "?subject=" in link)
    (of_all,) = (link for link in Links(exchanges).named if "?subject=" in link)
    assert of_city.startswith("mailto:office@example.org?")
    assert "wymiana%3A%20Hranice&body=" in of_city
    assert "exchange%3A%20Partner%20cities" in of_all


@pytest.mark.parametrize(
    ("page", "live"),
    [
        ("index.html", "/"),
        ("en/hranice/index.html", "/?city=hranice&lang=en"),
        ("en/exchanges/schools/index.html", "/wymiany?type=school&lang=en"),
        ("o-danych/index.html", "/o-danych"),
        ("404.html", "/"),
    ],
)
def test_a_page_leads_to_the_live_one_that_shows_the_same(site: Path, page: str, live: str) -> None:
    tags = Links((site / page).read_text(encoding="utf-8")).tags

    assert [attributes["href"] for _, attributes in tags if attributes.get("id") == "live"] == [
        f"{LIVE}{live}"
    ]


def test_every_page_has_its_title_description_and_translations(site: Path) -> None:
    titles: dict[tuple[str, str], Path] = {}
    for path, page in pages(site):
        if path.name == "404.html" or path.parent.name == "embed":
            continue
        language = re.findall('<html lang="([a-z]+)">', page)[0]
        title = re.findall("<title>(.+?)</title>", page)[0]
        assert titles.setdefault((language, title), path) is path
        assert re.search('<meta name="description" content="[^"]+">', page)
        canonical = re.findall('<link rel="canonical" href="([^"]+)">', page)
        relative = path.parent.relative_to(site).as_posix()
        assert canonical == [URL if relative == "." else f"{URL}{relative}/"]
        hreflangs = re.findall('rel="alternate" hreflang="([a-z-]+)"', page)
        assert hreflangs == [*LANGUAGES, "x-default"]


def test_no_page_has_a_script_or_style_of_its_own(site: Path) -> None:
    for path, page in pages(site):
        for tag, attributes in Links(page).tags:
            assert tag != "style", path
            assert "style" not in attributes, path
            assert not any(name.startswith("on") for name in attributes), path
            is_data = str(attributes.get("type", "")).endswith("json")
            assert tag != "script" or is_data or attributes.get("src"), path
        assert "script-src 'self';" in unescape(page)


def test_a_page_without_scripts_tells_the_whole_story(site: Path, dataset: Dataset) -> None:
    partner = dataset.by_id["denzlingen"]
    page = (site / "denzlingen" / "index.html").read_text(encoding="utf-8")

    assert partner.summary["pl"] in page
    for event in dataset.events_by_partner[partner.id]:
        assert event.source.replace("&", "&amp;") in page
    assert "<picture>" in page


def test_french_pages_set_the_colon_apart(site: Path) -> None:
    exchanges = (site / "fr" / "echanges" / "index.html").read_text(encoding="utf-8")
    city = (site / "fr" / "hranice" / "index.html").read_text(encoding="utf-8")

    assert "Leidschendam</a>\u00a0: " in exchanges
    assert "source\u00a0: markus-hollemann.de" in city


def test_the_data_page_says_the_language_of_an_office_that_the_readers_lacks(site: Path) -> None:
    page = (site / "nl" / "over-de-gegevens" / "index.html").read_text(encoding="utf-8")

    assert '(<span lang="en">mayor <span class="quiet">(en)</span></span>)' in page


def test_what_the_first_map_loads_is_light(site: Path) -> None:
    for start in (site / "index.html", site / "denzlingen" / "index.html"):
        page = start.read_text(encoding="utf-8")
        loaded = {
            (start.parent / name).resolve()
            for name in Links(page).named
            if "/assets/" in f"/{name}" and not name.endswith(".pdf")  # which a link offers
        }
        sizes = [
            len(brotli.compress(path.read_bytes()))
            if path.suffix != ".woff2"
            else len(path.read_bytes())
            for path in (start, *loaded)
        ]
        assert len(sizes) <= MAX_FIRST_REQUESTS
        assert sum(sizes) <= MAX_FIRST_BYTES


def test_a_city_costs_a_few_kilobytes(site: Path) -> None:
    for path, _ in pages(site):
        if path.parent.name in {"denzlingen", "hranice", "krzemieniec"}:
            assert len(path.with_name("index.html.gz").read_bytes()) <= MAX_CITY_BYTES


def test_compressed_copies_hold_the_same(site: Path) -> None:
    compressed = sorted(site.rglob("*.br"))

    assert compressed
    for path in compressed:
        plain = path.with_suffix("")
        assert brotli.decompress(path.read_bytes()) == plain.read_bytes()
        assert (
            gzip.decompress(plain.with_name(f"{plain.name}.gz").read_bytes()) == plain.read_bytes()
        )


def test_the_same_tables_give_the_same_bytes(site: Path, tmp_path: Path) -> None:
    publish(read_dataset(FROZEN), tmp_path / "again", URL, TODAY, text_font(), live=LIVE)

    assert contents_of(tmp_path / "again") == contents_of(site)


def test_a_site_over_another_has_the_bytes_of_one_alone(
    site: Path, dataset: Dataset, tmp_path: Path
) -> None:
    fewer = replace(dataset, partners=dataset.partners[:3], events=())
    publish(fewer, tmp_path / "site", URL, TODAY, text_font(), live=LIVE)
    publish(dataset, tmp_path / "site", URL, TODAY, text_font(), live=LIVE)

    assert contents_of(tmp_path / "site") == contents_of(site)


def test_text_of_the_tables_stays_text(dataset: Dataset, tmp_path: Path) -> None:
    first = dataset.partners[0]
    hostile = LocalizedText(dict.fromkeys(LANGUAGES, HOSTILE))
    changed = replace(first, name=hostile, summary=hostile, note=hostile, own_name=HOSTILE)
    event = replace(dataset.events[0], title=hostile, partners=(first.id,))
    altered = replace(dataset, partners=(changed,), events=(event,))

    save = save_of(dataset, altered)
    assert save is not None

    publish(altered, tmp_path / "site", URL, TODAY, text_font(), history=History((save,)))

    for path, page in pages(tmp_path / "site"):
        assert "<img src=x" not in page, path
        assert all(tag != "img" or "onerror" not in names for tag, names in Links(page).tags)
    for language in LANGUAGES:
        path = tmp_path / "site" / addresses_of(altered, language).data / "index.html"
        page = path.read_text(encoding="utf-8")
        assert f'<time datetime="{save.moment.isoformat()}">' in page
        lines = save_words(save, translator_for(language))
        assert all(f"<li>{escape(line)}</li>" in page for line in lines)


def test_a_folder_with_other_files_is_left_as_it_is(dataset: Dataset, tmp_path: Path) -> None:
    (tmp_path / "letters.txt").write_text("mine", encoding="utf-8")

    with pytest.raises(FolderError):
        publish(dataset, tmp_path, URL, TODAY, text_font())

    assert [path.name for path in tmp_path.iterdir()] == ["letters.txt"]


@pytest.mark.parametrize(
    "url",
    ["www.example.pl", "ftp://example.pl/", "https://example.pl/a b/", 'https://e.pl/"x"/', ""],
)
def test_a_site_needs_a_url(dataset: Dataset, tmp_path: Path, url: str) -> None:
    with pytest.raises(UrlError):
        publish(dataset, tmp_path / "site", url, TODAY, text_font())


def test_faulty_tables_leave_the_site_that_stands(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site, tables = tmp_path / "site", write_folder(tmp_path / "tables", [PARTNER])
    arguments = ["publish", str(site), "--url", URL, "--data", str(tables)]

    assert main(arguments) == 0
    before = (site / "index.html").read_bytes()
    (tables / "partners.csv").write_text("id\n", encoding="utf-8")
    assert main(arguments) == 1
    assert (site / "index.html").read_bytes() == before
    assert "partners.csv" in capsys.readouterr().err


def a_file(path: str, contents: bytes) -> Maker:
    return lambda: (path, contents)


def test_a_writing_that_breaks_off_leaves_the_site_that_stands(tmp_path: Path) -> None:
    site = tmp_path / "site"
    write_site(site, [a_file("index.html", b"first")], {})

    def broken() -> tuple[str, bytes]:
        raise OSError("full")

    with pytest.raises(OSError, match="full"):
        write_site(site, [a_file("index.html", b"second"), broken], {})

    assert (site / "index.html").read_bytes() == b"first"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["site"]


def test_a_new_site_takes_the_whole_place_of_the_old(tmp_path: Path) -> None:
    site = tmp_path / "site"
    write_site(site, [a_file("index.html", b"first"), a_file("gone/index.html", b"gone")], {})
    write_site(site, [a_file("index.html", b"second")], {})

    assert sorted(path.name for path in site.iterdir()) == [MARK, "index.html"]
    assert (site / "index.html").read_bytes() == b"second"


def test_a_long_writing_tells_how_far_it_is(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    files = [a_file(f"{number}/index.html", b"page") for number in range(250)]

    write_site(tmp_path / "site", files, {}, lambda *how_far: told.append(how_far))

    assert [done for done, _ in told] == sorted(done for done, _ in told)
    assert told[-1] == (250, 250)
    assert len(told) > 1


PHOTO = DESCRIBED | {"photo_alt_pl": HOSTILE, "photo_author": HOSTILE}


@pytest.fixture(scope="module")
def pictured(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a partner and an exchange that have the same photo."""
    return site_with_photo(tmp_path_factory.mktemp("pictured"), PHOTO) / PATH


@pytest.mark.parametrize(("page", "count"), [("hranice", 2), ("en/exchanges", 1)])
def test_a_photo_stands_on_the_pages_and_its_files_lie_beside(
    pictured: Path, page: str, count: int
) -> None:
    found = Links((pictured / page / "index.html").read_text(encoding="utf-8"))
    images = [told for tag, told in found.tags if tag == "img" and told.get("loading") == "lazy"]

    assert len(images) == count
    for image in images:
        assert (image["width"], image["height"]) == ("800", "600")
        named = [one.split(" ")[0] for one in (image["srcset"] or "").split(", ")]
        assert len(named) == 3
        for path in (*named, image["src"] or ""):
            assert (pictured / page / path).resolve().is_file()


def test_the_files_of_a_photo_have_names_that_change_with_it_and_are_not_packed(
    pictured: Path,
) -> None:
    names = sorted(path.name for path in (pictured / "assets").glob("choir-*"))

    assert len(names) == 6
    assert all(re.fullmatch(r"choir-\d+\.[0-9a-f]{8}\.(jpg|webp)", name) for name in names)


def test_a_photo_leads_to_where_it_was_found(pictured: Path) -> None:
    found = Links((pictured / "nl" / "hranice" / "index.html").read_text(encoding="utf-8"))

    sources = [told for _, told in found.tags if told.get("href") == DESCRIBED["photo_source"]]

    assert len(sources) == 2
    for told in sources:
        assert told["aria-label"] == "bron van de foto: example.org"
        assert told["rel"] == "noopener noreferrer"


def test_no_word_of_a_photo_becomes_an_element(pictured: Path) -> None:
    page = (pictured / "hranice" / "index.html").read_text(encoding="utf-8")

    assert "<img src=x" not in page
    assert "{{ 7*7 }}" in unescape(page)


def test_without_an_album_the_site_stands_without_photos(site: Path) -> None:
    assert not list((site / "assets").glob("*.webp"))
