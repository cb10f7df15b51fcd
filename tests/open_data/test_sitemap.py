"""What search engines are told of a site."""

from __future__ import annotations

from xml.etree.ElementTree import Element, fromstring

from partner_map.open_data.sitemap import MAX_PAGES, robots, sitemap

NAMES = {
    "sitemap": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "xhtml": "http://www.w3.org/1999/xhtml",
}
PAGE = {"pl": "https://example.org/?a=1&b=2", "en": "https://example.org/en/"}


def urls(data: bytes) -> list[Element]:
    return fromstring(data).findall("sitemap:url", NAMES)  # noqa: S314  # our own bytes


def test_each_language_of_a_page_names_them_all() -> None:
    found = urls(sitemap([PAGE]))

    assert [one.findtext("sitemap:loc", "", NAMES) for one in found] == list(PAGE.values())
    for one in found:
        links = one.findall("xhtml:link", NAMES)
        assert {link.get("hreflang"): link.get("href") for link in links} == {
            **PAGE,
            "x-default": PAGE["pl"],
        }


def test_it_holds_no_more_than_the_protocol_lets_it() -> None:
    assert len(urls(sitemap([PAGE] * (MAX_PAGES // 2 + 5)))) == MAX_PAGES


def test_robots_may_read_everything_and_are_told_of_the_sitemap() -> None:
    told = robots("https://example.org/sitemap.xml").decode().splitlines()

    assert told[:2] == ["User-agent: *", "Disallow:"]
    assert told[-1] == "Sitemap: https://example.org/sitemap.xml"
    assert b"Sitemap" not in robots()
