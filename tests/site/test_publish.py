"""The published site: whole, the same for the same tables, and safe to replace."""

from __future__ import annotations

import datetime
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

from partner_map.cli.parser import main
from partner_map.model import LANGUAGES, Dataset, LocalizedText
from partner_map.server.streamlit_host import text_font
from partner_map.site.errors import FolderError, UrlError
from partner_map.site.publish import publish
from partner_map.site.writer import MARK, write_site
from partner_map.tables import read_dataset
from tests.support.folders import FROZEN

URL = "https://www.example.pl/miasta/"
TODAY = datetime.date(2026, 11, 26)
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
def site(dataset: Dataset, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("published") / "site"
    publish(dataset, folder, URL, TODAY, text_font())
    return folder


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


def test_what_the_first_map_loads_is_light(site: Path) -> None:
    for start in (site / "index.html", site / "denzlingen" / "index.html"):
        page = start.read_text(encoding="utf-8")
        loaded = {
            (start.parent / name).resolve()
            for name in Links(page).named
            if "/assets/" in f"/{name}" and "narrow" not in name
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
    publish(read_dataset(FROZEN), tmp_path / "again", URL, TODAY, text_font())

    assert contents_of(tmp_path / "again") == contents_of(site)


def test_text_of_the_tables_stays_text(dataset: Dataset, tmp_path: Path) -> None:
    first = dataset.partners[0]
    hostile = LocalizedText(dict.fromkeys(LANGUAGES, HOSTILE))
    changed = replace(first, name=hostile, summary=hostile, note=hostile, own_name=HOSTILE)
    event = replace(dataset.events[0], title=hostile, partners=(first.id,))
    altered = replace(dataset, partners=(changed, *dataset.partners[1:]), events=(event,))

    publish(altered, tmp_path / "site", URL, TODAY, text_font())

    for path, page in pages(tmp_path / "site"):
        assert "<img src=x" not in page, path
        assert all(tag != "img" or "onerror" not in names for tag, names in Links(page).tags)


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
    site, faulty = tmp_path / "site", tmp_path / "faulty"
    faulty.mkdir()
    (faulty / "partners.csv").write_text("id\n", encoding="utf-8")
    arguments = ["publish", str(site), "--url", URL, "--data"]

    assert main([*arguments, str(FROZEN)]) == 0
    before = (site / "index.html").read_bytes()
    assert main([*arguments, str(faulty)]) == 1
    assert (site / "index.html").read_bytes() == before
    assert "partners.csv" in capsys.readouterr().err


def test_a_writing_that_breaks_off_leaves_the_site_that_stands(tmp_path: Path) -> None:
    site = tmp_path / "site"
    write_site(site, [("index.html", b"first")])

    def broken() -> Iterator[tuple[str, bytes]]:
        yield "index.html", b"second"
        raise OSError("full")

    with pytest.raises(OSError, match="full"):
        write_site(site, broken())

    assert (site / "index.html").read_bytes() == b"first"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["site"]


def test_a_new_site_takes_the_whole_place_of_the_old(tmp_path: Path) -> None:
    site = tmp_path / "site"
    write_site(site, [("index.html", b"first"), ("gone/index.html", b"gone")])
    write_site(site, [("index.html", b"second")])

    assert sorted(path.name for path in site.iterdir()) == [MARK, "index.html"]
    assert (site / "index.html").read_bytes() == b"second"
