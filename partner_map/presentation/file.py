"""The presentation as one file that needs neither a server nor the network.

The presentation, the map's layer and its data are the same as on the page, written into one page
whose policy allows no request at all.
"""

from __future__ import annotations

import base64
import datetime
import hashlib
import html
import json
import re
from typing import Final

from partner_map.assets import OWN_ASSETS, Font, json_script, leaflet_folder, palette_style
from partner_map.i18n.translator import language_names, translator_for
from partner_map.mapview.basemap import basemap_of
from partner_map.model import (
    CLERK_LANGUAGES,
    LANGUAGES,
    Dataset,
    LocalizedText,
    kept_with_dataset,
)
from partner_map.photos.album import Album
from partner_map.photos.figure import FALLBACK, fallback_width
from partner_map.picture.errors import FontError
from partner_map.picture.sizes import screen
from partner_map.presentation.content import document_title, presentation_data
from partner_map.presentation.steps import by_agreement, step_photo_of, step_photo_path
from partner_map.scripts import joined, modules_in_order

MAX_FILE_BYTES: Final = 1_500_000
"""Bytes that an exported file may have."""
_PICTURE_PIXELS: Final = (800, 560)
_ENTRY: Final = "presentation.js"
_PLACE_OF_PHOTOS: Final = "<!-- photos -->"
_START: Final = """
const text = (id) => JSON.parse(document.getElementById(id).textContent);
const photos = text("photos");
const presentation = text("presentation-data");
for (const step of Object.values(presentation).flatMap(({ steps }) => steps)) {
  if (step.photo && !photos[step.photo.src]) step.photo = null;
  if (step.photo) step.photo.src = photos[step.photo.src];
}
modules["presentation.js"].openPresentation(document.body, presentation, {
  basemap: text("basemap"), url: "hash", languages: text("languages"),
});
"""


def presentation_html(
    dataset: Dataset,
    today: datetime.date,
    font: Font,
    language: str = LANGUAGES[0],
    album: Album | None = None,
) -> str:
    """The whole presentation as one HTML page in every language, the reader's first.

    It carries as many photos of the album as ``MAX_FILE_BYTES`` leaves room for; without an album
    none.

    The handout's map takes more room than all words of a language: it is drawn in the reader's,
    in English and in Polish, and stands in English beside the words of the others.
    """
    assets = OWN_ASSETS["map"]
    leaflet = leaflet_folder()
    basemap = basemap_of(dataset).decode()
    scripts = [
        re.sub(r"//# sourceMappingURL=\S+", "", (leaflet / "leaflet.js").read_text("utf-8")),
        joined(modules_in_order(_ENTRY, lambda name: (assets / name).read_text("utf-8"))) + _START,
    ]
    styles = [
        re.sub(r"url\([^)]*\)", "none", (leaflet / "leaflet.css").read_text("utf-8")),
        palette_style(),
        (assets / "map.css").read_text("utf-8"),
        (assets / "presentation.css").read_text("utf-8"),
        _font_face(font),
    ]
    allowed = " ".join(f"'sha256-{_digest(script)}'" for script in scripts)
    policy = (
        f"default-src 'none'; script-src {allowed}; style-src 'unsafe-inline';"
        " font-src data:; img-src data:; base-uri 'none'; form-action 'none'"
    )
    languages = dict.fromkeys((language, *LANGUAGES))
    data = presentation_data(
        dataset, today, font.url, _pictures(dataset, today, font, language), languages
    )
    translator = translator_for(language)
    no_script = html.escape(translator.gettext("This page needs JavaScript."))
    names = {code: language_names()[code] for code in languages}
    title = document_title(dataset, language)
    page = "\n".join(
        [
            "<!doctype html>",
            f'<html lang="{language}">',
            "<head>",
            '<meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            '<link rel="icon" href="data:,">',
            f"<title>{html.escape(title)}</title>",
            *(f"<style>{style}</style>" for style in styles),
            "</head>",
            "<body>",
            f"<noscript>{no_script}</noscript>",
            json_script("presentation-data", json.dumps(data, ensure_ascii=False)),
            json_script("languages", json.dumps(names, ensure_ascii=False)),
            json_script("basemap", basemap),
            _PLACE_OF_PHOTOS,
            f"<script>{scripts[0]}</script>",
            f'<script type="module">{scripts[1]}</script>',
            "</body>",
            "</html>",
        ]
    )
    room = MAX_FILE_BYTES - len(page.encode()) - len(json_script("photos", ""))
    photos = {} if album is None else _photos(dataset, album, room)
    return page.replace(_PLACE_OF_PHOTOS, json_script("photos", json.dumps(photos)))


def _photos(dataset: Dataset, album: Album, room: int) -> dict[str, str]:
    """The photos of the steps in their URLs, by their place on the server.

    Of all those that fit into so many bytes, the first steps' first.
    """
    found: dict[str, str] = {}
    for partner in by_agreement(dataset.partners):
        photo = step_photo_of(dataset, partner)
        if photo is None or step_photo_path(photo) in found:
            continue
        data = album.small(photo, fallback_width(photo), FALLBACK[0])
        if data is None:
            continue
        path, url = (
            step_photo_path(photo),
            f"data:image/jpeg;base64,{base64.b64encode(data).decode()}",
        )
        taken = len(json.dumps({path: url}))
        if taken <= room:
            found[path] = url
            room -= taken
    return found


def _pictures(dataset: Dataset, today: datetime.date, font: Font, language: str) -> LocalizedText:
    """The handout's map in its URL, in the languages in which it is drawn."""
    drawn = {
        code: url
        for code in dict.fromkeys((language, *CLERK_LANGUAGES))
        if (url := _picture(dataset, today, font, code))
    }
    return LocalizedText(drawn)


@kept_with_dataset(max_results=len(LANGUAGES))
def _picture(dataset: Dataset, today: datetime.date, font: Font, language: str) -> str:
    """The handout's map in its URL; none without a font to write it in."""
    # Only who saves the file waits for what draws it, and not the server's start.
    from partner_map.picture.picture import Wish, draw  # noqa: PLC0415

    wish = Wish(screen(*_PICTURE_PIXELS), today.year, language)
    try:
        svg = draw(dataset, wish, today, font).svg
    except FontError:
        return ""
    return f"data:image/svg+xml;base64,{base64.b64encode(svg.encode()).decode()}"


def _digest(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()


def _font_face(font: Font) -> str:
    """The font as a style; without a font, nothing, so that the reader's own serves."""
    if font.file is None:
        return ""
    contents = base64.b64encode(font.file.read_bytes()).decode()
    return (
        '@font-face { font-family: "Source Sans"; font-weight: 200 900;'
        f' src: url("data:font/woff2;base64,{contents}") format("woff2"); }}'
    )
