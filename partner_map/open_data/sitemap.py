"""What search engines are told of a site: its pages in each language, and what they may read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final
from xml.etree.ElementTree import Element, SubElement, register_namespace

from partner_map.open_data.xml import document

SITEMAP_TYPE: Final = "application/xml"
MAX_PAGES: Final = 50_000
"""URLs of one sitemap (sitemaps.org, protocol 0.9)."""
_SITEMAP: Final = "http://www.sitemaps.org/schemas/sitemap/0.9"
_XHTML: Final = "http://www.w3.org/1999/xhtml"

register_namespace("xhtml", _XHTML)


def sitemap(pages: Iterable[Mapping[str, str]]) -> bytes:
    """The pages, each given by its full URL in each language, the site's own language first.

    Each names itself and the others, and for every other visitor the first. Pages beyond what
    one sitemap may hold are left out.
    """
    root = Element("urlset", {"xmlns": _SITEMAP})
    for page in pages:
        if len(root) + len(page) > MAX_PAGES:
            break
        default = next(iter(page.values()))
        others = [*page.items(), ("x-default", default)]
        for url in page.values():
            entry = SubElement(root, "url")
            SubElement(entry, "loc").text = url
            for language, other in others:
                attributes = {"rel": "alternate", "hreflang": language, "href": other}
                SubElement(entry, f"{{{_XHTML}}}link", attributes)
    return document(root)


def robots(sitemap_url: str = "") -> bytes:
    """What robots may read: everything; and the full URL of the sitemap, if there is one."""
    told = f"\nSitemap: {sitemap_url}\n" if sitemap_url else ""
    return f"User-agent: *\nDisallow:\n{told}".encode()
