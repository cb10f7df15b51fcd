"""Every file of the site: what makes it when it is asked, its path and its contents."""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from typing import Any, Final

from markupsafe import Markup

import partner_map
from partner_map.assets import Font, json_script
from partner_map.contact_uris import mail_uri
from partner_map.exchanges.calendar import anniversaries_calendar
from partner_map.exchanges.contacts import missing_exchange_uri, missing_exchange_words
from partner_map.history.saves import NO_HISTORY, History
from partner_map.i18n.letters import collation_key
from partner_map.i18n.translator import Translator, language_names, translator_for
from partner_map.i18n.wording import site_title, type_name
from partner_map.model import LANGUAGES, Dataset, ExchangeType, Partner, Photo, partner_types
from partner_map.open_data.feed import atom_feed
from partner_map.open_data.files import FOLDER, OPEN_FILES, open_file
from partner_map.open_data.labels import feed_label
from partner_map.open_data.manifest import manifest
from partner_map.open_data.sitemap import robots, sitemap
from partner_map.open_data.structured import json_ld
from partner_map.permalink import DATA_PATH, DECLARATION_PATH, EXCHANGES_PATH, MAP_PATH
from partner_map.photos.figure import figure
from partner_map.plain.declaration import declaration_parts
from partner_map.plain.html import template_of
from partner_map.plain.text_version import city_told
from partner_map.site.addresses import NOT_FOUND, Addresses, FullAddresses, addresses_of
from partner_map.site.contents import (
    Link,
    anniversaries_contents,
    data_contents,
    description,
    exchanges_contents,
    map_contents,
    type_link,
    types_in_order,
)
from partner_map.site.counterparts import live_url
from partner_map.site.embedding import embedding_snippet
from partner_map.site.loads import Loads
from partner_map.site.sheet_years import sheet_years
from partner_map.site.third_party import LICENCES_FILE, licences_text
from partner_map.site.writer import Maker

_TEMPLATES: Final = Path(__file__).parent / "templates"
_POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
    " font-src data:; connect-src 'self'; manifest-src 'self'; base-uri 'none';"
    " form-action 'none'"
)


@dataclass(frozen=True)
class Publication:
    """What is published, and where."""

    dataset: Dataset
    url: str
    """The full URL of the site's root, with a slash at its end."""
    today: datetime.date
    font: Font
    loads: Loads
    live: str = ""
    """The full URL of the live application's root, with a slash at its end; empty for none."""
    history: History = NO_HISTORY

    @cached_property
    def addresses(self) -> Mapping[str, Addresses]:
        """The paths of the pages, by language."""
        return {language: addresses_of(self.dataset, language) for language in LANGUAGES}

    @cached_property
    def full(self) -> FullAddresses:
        """The full URLs of the pages and files."""
        return FullAddresses(self.dataset, self.url)

    @cached_property
    def shared(self) -> Mapping[str, dict[str, Any]]:
        """What all pages of a language have, by language."""
        return {language: _shared(self, language) for language in LANGUAGES}


@dataclass(frozen=True, slots=True)
class Page:
    """A page in one language, before it is written."""

    language: str
    template: str
    paths: Mapping[str, str]
    """The paths of the same page in every language."""
    title: str
    """What the page is about, without the town."""
    values: Mapping[str, Any]
    description: str = ""
    section: str = ""
    """The path of the page in the navigation to which it belongs."""
    has_map: bool = False
    city: str | None = None
    live: str = MAP_PATH
    """The path of the live page that shows the same."""
    exchange_type: ExchangeType | None = None

    @property
    def path(self) -> str:
        """Its path below the site's root, with a slash at its end; empty for the root."""
        return self.paths[self.language]


def files_of(publication: Publication) -> list[Maker]:
    """What makes each file of the site: what the pages load, what stands beside them, the pages."""
    return [*loaded_files(publication), *_others(publication), *pages_of(publication)]


def loaded_files(publication: Publication) -> Iterator[Maker]:
    """What gives each file that pages load."""
    return (partial(_as_it_is, *file) for file in publication.loads.files.items())


def _as_it_is(path: str, contents: bytes) -> tuple[str, bytes]:
    return path, contents


def pages_of(publication: Publication) -> Iterator[Maker]:
    """What makes each page."""
    return (partial(_page_file, publication, make) for make in _pages(publication))


def _page_file(publication: Publication, make: Callable[[], Page]) -> tuple[str, bytes]:
    page = make()
    return _file(page), _html(publication, page).encode()


def _others(publication: Publication) -> Iterator[Maker]:
    """What stands beside the pages: open data, feeds, calendars, and what robots are told."""
    for name in OPEN_FILES:
        yield partial(_open_file, publication, name)
    for language in LANGUAGES:
        yield partial(_feed, publication, language)
        yield partial(_calendar, publication, language)
        yield partial(_manifest, publication, language)
    yield partial(_sitemap, publication)
    yield partial(_licences, publication)
    yield partial(_robots, publication)


def _open_file(publication: Publication, name: str) -> tuple[str, bytes]:
    told = open_file(name, publication.dataset, publication.full, publication.today)
    return f"{FOLDER}/{name}", told


def _sitemap(publication: Publication) -> tuple[str, bytes]:
    return "sitemap.xml", sitemap(_full_paths(publication))


def _licences(publication: Publication) -> tuple[str, bytes]:
    return LICENCES_FILE, licences_text(publication.font).encode()


def _robots(publication: Publication) -> tuple[str, bytes]:
    return "robots.txt", robots(f"{publication.url}sitemap.xml")


def _feed(publication: Publication, language: str) -> tuple[str, bytes]:
    dataset, history, today = publication.dataset, publication.history, publication.today
    told = atom_feed(dataset, publication.full, translator_for(language), today, history)
    return publication.addresses[language].feed, told


def _calendar(publication: Publication, language: str) -> tuple[str, bytes]:
    partners, translator = publication.dataset.partners, translator_for(language)
    told = anniversaries_calendar(partners, translator, publication.today)
    return publication.addresses[language].calendar, told


def _manifest(publication: Publication, language: str) -> tuple[str, bytes]:
    path, loads = publication.addresses[language].manifest, publication.loads
    up = _up(path)
    icons = [f"{up}{icon}" for icon in loads.pixel_icons]
    translator = translator_for(language)
    return path, manifest(publication.dataset, translator, "./", f"{up}{loads.icon}", icons)


def _full_paths(publication: Publication) -> Iterator[Mapping[str, str]]:
    """The URL of each page in every language."""
    places = publication.addresses
    names = ["home", "exchanges", "anniversaries", "data"]
    if publication.dataset.town.has_declaration:
        names.append("declaration")
    for name in names:
        yield {
            language: f"{publication.url}{getattr(one, name)}" for language, one in places.items()
        }
    for partner in publication.dataset.partners:
        yield {
            language: f"{publication.url}{one.partner(partner.id)}"
            for language, one in places.items()
        }
    for exchange_type in sorted(publication.dataset.types):
        yield {
            language: f"{publication.url}{one.exchanges_of(exchange_type)}"
            for language, one in places.items()
        }


def _file(page: Page) -> str:
    return page.path if page.path.endswith(".html") else f"{page.path}index.html"


def _pages(publication: Publication) -> Iterator[Callable[[], Page]]:
    """What makes each page; nothing is made before it is asked for."""
    dataset = publication.dataset
    for language, addresses in publication.addresses.items():
        translator = translator_for(language)
        maker = _Maker(publication, addresses, translator)
        yield maker.map
        yield from (partial(maker.city, partner) for partner in dataset.partners)
        yield partial(maker.exchanges, None)
        yield from (partial(maker.exchanges, one) for one in sorted(dataset.types))
        yield maker.anniversaries
        yield maker.data
        if dataset.town.has_declaration:
            yield maker.declaration
        yield maker.embed
    yield _Maker(
        publication, publication.addresses[LANGUAGES[0]], translator_for(LANGUAGES[0])
    ).not_found


@dataclass(frozen=True, slots=True)
class _Maker:
    """Makes the pages of a language."""

    publication: Publication
    addresses: Addresses
    translator: Translator

    @property
    def _dataset(self) -> Dataset:
        return self.publication.dataset

    def _paths(self, name: str, *arguments: Any) -> Mapping[str, str]:
        """The paths of a page in all languages, by the name that Addresses have for it."""
        found = {}
        for language, addresses in self.publication.addresses.items():
            place = getattr(addresses, name)
            found[language] = place(*arguments) if arguments else place
        return found

    def map(self) -> Page:
        """The map's page."""
        return Page(
            self.translator.language,
            "map.html",
            self._paths("home"),
            "",
            map_contents(self._dataset, self.addresses, self.publication.today, self.translator),
            self.translator.gettext("A town's partner cities on a map, a timeline and in words"),
            self.addresses.home,
            has_map=True,
        )

    def embed(self) -> Page:
        """The map for a frame of another page."""
        page = self.map()
        return Page(
            page.language,
            "embed.html",
            self._paths("embed"),
            "",
            page.values,
            page.description,
            has_map=True,
        )

    def city(self, partner: Partner) -> Page:
        """A partner's page."""
        dataset, today = self._dataset, self.publication.today
        told = city_told(dataset, partner, today, self.translator)
        span = range(dataset.town.first_year, today.year + 1)
        years = sheet_years(dataset.town, partner, span, today, self.translator)
        return Page(
            self.translator.language,
            "city.html",
            self._paths("partner", partner.id),
            told.name,
            {
                "city": told,
                "missing": missing_exchange_uri(dataset.town, [partner], (), self.translator),
                "done": [
                    (one.value, type_link(one, self.addresses, self.translator))
                    for one in types_in_order(partner_types(dataset, partner), self.translator)
                ],
                "years": Markup(  # noqa: S704  # json_script leaves nothing that ends the element
                    json_script("sheet-years", json.dumps(years, ensure_ascii=False))
                ),
            },
            description(partner, today, self.translator),
            self.addresses.home,
            has_map=True,
            city=partner.id,
        )

    def exchanges(self, exchange_type: ExchangeType | None) -> Page:
        """The exchanges of a type, or all of them."""
        title = self.translator.gettext("Exchanges")
        paths = self._paths("exchanges")
        if exchange_type is not None:
            title = f"{title}{self.translator.colon}{type_name(exchange_type, self.translator)}"
            paths = self._paths("exchanges_of", exchange_type)
        values = exchanges_contents(self._dataset, self.addresses, exchange_type, self.translator)
        return Page(
            self.translator.language,
            "exchanges.html",
            paths,
            title,
            values,
            f"{title} · {values['count']}",
            self.addresses.exchanges,
            live=EXCHANGES_PATH,
            exchange_type=exchange_type,
        )

    def anniversaries(self) -> Page:
        """The anniversaries."""
        return Page(
            self.translator.language,
            "anniversaries.html",
            self._paths("anniversaries"),
            self.translator.gettext("Round anniversaries in two years"),
            anniversaries_contents(
                self._dataset, self.addresses, self.publication.today, self.translator
            ),
            section=self.addresses.anniversaries,
            live=EXCHANGES_PATH,
        )

    def data(self) -> Page:
        """What the tables hold."""
        return Page(
            self.translator.language,
            "data.html",
            self._paths("data"),
            self.translator.gettext("About the data"),
            data_contents(self._dataset, self.addresses, self.publication.history, self.translator),
            section=self.addresses.data,
            live=DATA_PATH,
        )

    def declaration(self) -> Page:
        """The declaration of accessibility."""
        root = _up(self.addresses.declaration)
        return Page(
            self.translator.language,
            "declaration.html",
            self._paths("declaration"),
            self.translator.gettext("Declaration of accessibility"),
            {
                "parts": declaration_parts(
                    self._dataset.town, f"{root}{self.addresses.home}", self.translator
                )
            },
            live=DECLARATION_PATH,
        )

    def not_found(self) -> Page:
        """The page for addresses that lead nowhere."""
        return Page(
            self.translator.language,
            "not-found.html",
            dict.fromkeys(LANGUAGES, NOT_FOUND),
            self.translator.gettext("There is no page at this address."),
            {},
        )


def _html(publication: Publication, page: Page) -> str:
    is_lost = page.path == NOT_FOUND
    # A page that may be answered anywhere names everything by its full URL.
    root = publication.url if is_lost else _up(page.path)
    shared = publication.shared[page.language]
    values = {
        "heading": page.title or shared["town"],
        "title": f"{page.title} – {shared['town']}" if page.title else shared["town"],
        "description": page.description or shared["town"],
        "root": root,
        "home": f"{root}{publication.addresses[page.language].home}" or "./",
        "url": f"{publication.url}{page.path}",
        "translations": {} if is_lost else page.paths,
        "section": page.section if page.section or page.has_map else None,
        "has_map": page.has_map,
        "city_id": page.city or "",
        "embedded": page.template == "embed.html",
        "preview": f"{publication.url}{_preview(publication.loads, page)}",
        "photo": partial(_photo, publication.loads, root, translator_for(page.language)),
        "structured": _structured(publication, page),
        "live": _live(publication, page),
    }
    return template_of(page.template, _TEMPLATES).render(shared | values | dict(page.values))


def _photo(
    loads: Loads, root: str, translator: Translator, photo: Photo | None, sizes: str
) -> Markup:
    """A photo with its caption; nothing where there is none, or its file is another by now."""
    if photo is None or photo.version not in loads.photos:
        return Markup()
    paths = loads.photos[photo.version]
    told = figure(photo, translator, lambda _, *which: f"{root}{paths[which]}", sizes)
    return Markup(told)  # noqa: S704  # figure escapes every text


def _preview(loads: Loads, page: Page) -> str:
    """The path of the picture that a link to a page shows."""
    whole = loads.previews[page.language, None]
    return loads.previews.get((page.language, page.city), whole)


def _live(publication: Publication, page: Page) -> str:
    """The live page that shows the same; empty where no live application is known."""
    if not publication.live:
        return ""
    return live_url(publication.live, page.live, page.language, page.city, page.exchange_type)


def _structured(publication: Publication, page: Page) -> Markup:
    """What search engines are told of the map's page, and of a partner's."""
    if not page.has_map or page.template == "embed.html":
        return Markup()
    dataset = publication.dataset
    partner = None if page.city is None else dataset.by_id[page.city]
    translator = translator_for(page.language)
    told = json_ld(dataset, publication.full, translator, publication.today, partner)
    return Markup(told)  # noqa: S704  # json_ld leaves nothing that ends its element


def _shared(publication: Publication, language: str) -> dict[str, Any]:
    """What all pages of a language have."""
    translator, dataset = translator_for(language), publication.dataset
    addresses = publication.addresses[language]
    town = site_title(dataset.town, translator)
    return {
        "language": language,
        "town": town,
        "policy": _POLICY,
        "manifest": addresses.manifest,
        "feed": addresses.feed,
        "feed_words": feed_label(translator),
        "site": publication.url,
        "language_names": language_names(),
        "first_language": LANGUAGES[0],
        "navigation": _navigation(dataset, addresses, translator),
        "loads": publication.loads,
        "told_script": publication.loads.told[language],
        "picture": publication.loads.pictures[language],
        "footer": _footer(dataset, addresses, translator),
        "version": translator.gettext("version {number}", number=partner_map.__version__),
        "snippet": embedding_snippet(dataset, publication.url, translator),
        "poster": publication.loads.poster_for(language),
        "words": _words(translator),
        "types": [
            (one.value, type_name(one, translator))
            for one in types_in_order(dataset.types, translator)
        ],
        "countries": sorted(
            ((code, translator.country(code)) for code in dataset.countries),
            key=lambda country: collation_key(country[1]),
        ),
    }


def _up(path: str) -> str:
    """The site's root as seen from a page."""
    return "../" * path.count("/")


def _navigation(dataset: Dataset, addresses: Addresses, translator: Translator) -> list[Link]:
    links = [
        Link(translator.gettext("Map"), addresses.home),
        Link(translator.gettext("Exchanges"), addresses.exchanges),
        Link(translator.gettext("Anniversaries"), addresses.anniversaries),
        Link(translator.gettext("About the data"), addresses.data),
    ]
    return links if dataset.events else [links[0], *links[2:]]


def _footer(dataset: Dataset, addresses: Addresses, translator: Translator) -> list[Link]:
    """Who runs the site, contact, declaration, data; what the town has not filled in is left out.

    The paths of links that lead elsewhere are full URLs.
    """
    operator = dataset.town.operator
    links = []
    if operator.name is not None:
        name = operator.name[translator.language]
        links.append(Link(translator.gettext("Run by: {body}", body=name), operator.website))
    if contact := mail_uri([operator.email]) if operator.email else operator.website:
        links.append(Link(translator.gettext("Contact"), contact))
    if dataset.town.has_declaration:
        text = translator.gettext("Declaration of accessibility")
        links.append(Link(text, addresses.declaration))
    links.append(Link(translator.gettext("Data and licences"), addresses.data))
    return links


def _words(translator: Translator) -> Mapping[str, str]:
    return {
        "skip": translator.gettext("Skip to main content"),
        "pages": translator.gettext("Pages"),
        "languages": translator.gettext("Languages"),
        "map": translator.gettext("Map of the partner cities"),
        "timeline": translator.gettext("Timeline"),
        "year": translator.gettext("Year"),
        "play": translator.gettext("Play"),
        "filter": translator.gettext("Filter"),
        "type": translator.gettext("Type of exchange"),
        "country": translator.gettext("Country"),
        "clear": translator.gettext("Clear the filters"),
        "clear_short": translator.gettext("Clear"),
        "cities": translator.gettext("Partner cities"),
        "all_cities": translator.gettext("All cities"),
        "together": translator.gettext("What we do together"),
        "together_over": translator.gettext("What we did together"),
        "story_until_today": translator.gettext("The story until today"),
        "exchanges": translator.gettext("What has happened"),
        "sources": translator.gettext("Sources"),
        "source": translator.gettext("source"),
        "colon": translator.colon,
        "undated": translator.gettext("Found in the sources, no date"),
        "contacts": translator.gettext("Whom to ask"),
        "missing": missing_exchange_words(translator),
        "all": translator.gettext("All exchanges"),
        "home": translator.gettext("To the map of the partner cities"),
        "latest_changes": translator.gettext("Latest changes"),
        "open_data": translator.gettext("Open data"),
        "licence": translator.gettext("Licence of the facts: {licence}", licence=""),
        "partners_sources": translator.gettext("Partners and their sources"),
        "licences": translator.gettext("Sources and licences"),
        "subscribe": translator.gettext("Subscribe to the anniversaries"),
        "share": translator.gettext("Share"),
        "address": translator.gettext("The address of this page"),
        "snippet": translator.gettext("The map in a page of your own"),
        "poster": translator.gettext("Poster A3 (PDF)"),
        "whole": translator.gettext("Open the whole map"),
        "live": translator.gettext("Full version"),
    }
