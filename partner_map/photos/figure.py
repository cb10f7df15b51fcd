"""A photo on a page: in the size that its reader needs, with what is said of it as a caption.

HTML that our pages share. Every text of the tables is escaped here, and every address is ours.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from html import escape
from typing import Final
from urllib.parse import urlsplit

from partner_map.i18n.letters import isolated
from partner_map.i18n.telling import told
from partner_map.i18n.translator import Translator
from partner_map.model import Photo
from partner_map.photos.making import FORMATS, widths

Address = Callable[[Photo, int, str], str]
"""The URL of a photo in one of its widths and formats."""
FALLBACK: Final = ("jpg", 800)
"""The format for every browser, and the width for one that chooses none, in pixels."""

_BETWEEN: Final = " · "
_PLACE: Final = "\0"  # which no cell may hold


class SourceLink(Enum):
    """How a caption leads to where the photo was found."""

    HERE = ""
    """In the page's own place."""
    NEW_TAB = ' target="_blank"'
    NONE = None
    """Not at all, as in a kiosk, which nothing leaves."""


@dataclass(frozen=True, slots=True)
class Caption:
    """Who took a photo, under which licence it is shown, and where it was found."""

    before: str
    """All that stands before the name of the source; all there is where none is known."""
    source: str = ""
    """The host of where it was found."""
    after: str = ""
    url: str = ""
    """The http or https URL of where it was found, as its cell was checked."""
    label: str = ""
    """What a link to it is called where it stands alone."""


def fallback_width(photo: Photo) -> int:
    """The width of a photo for who chooses none, in pixels."""
    return max(one for one in widths(photo.width) if one <= FALLBACK[1])


def figure(
    photo: Photo,
    translator: Translator,
    address: Address,
    sizes: str,
    source: SourceLink = SourceLink.HERE,
) -> str:
    """The photo as HTML, which keeps its room before it comes, and comes when it is near.

    ``sizes`` is how wide it stands (HTML Standard, 4.8.4.2.2).
    """
    ending, width = FALLBACK[0], fallback_width(photo)
    alt = told(photo.alt, translator)
    sources = "".join(
        f'<source type="{media_type}" srcset="{escape(_srcset(photo, one, address))}"'
        f' sizes="{escape(sizes)}">'
        for one, media_type in FORMATS.items()
        if one != ending
    )
    language = f' lang="{alt.language}"' if alt.language else ""
    return (
        f'<figure class="photo"><picture>{sources}'
        f'<img src="{escape(address(photo, width, ending))}"'
        f' srcset="{escape(_srcset(photo, ending, address))}" sizes="{escape(sizes)}"'
        f' alt="{escape(alt.text)}"{language} loading="lazy" decoding="async"'
        f' width="{width}" height="{height_at(photo, width)}"></picture>'
        f"<figcaption>{_caption(caption(photo, translator), source)}</figcaption></figure>"
    )


def caption(photo: Photo, translator: Translator) -> Caption:
    """What is said of a photo, in the reader's language."""
    said = [
        translator.gettext("Author: {author}", author=isolated(photo.author)),
        translator.gettext("licence: {licence}", licence=isolated(photo.licence)),
    ]
    if not photo.source:
        return Caption(_BETWEEN.join(said))
    host = (urlsplit(photo.source).hostname or photo.source).removeprefix("www.")
    said.append(translator.gettext("source: {source}", source=_PLACE))
    before, after = _BETWEEN.join(said).split(_PLACE)
    label = translator.gettext("source of the photo: {source}", source=host)
    return Caption(before, host, after, photo.source, label)


def _caption(told: Caption, source: SourceLink) -> str:
    """A caption as HTML."""
    name = escape(told.source)
    if told.url and source is not SourceLink.NONE:
        name = (
            f'<a href="{escape(told.url)}" aria-label="{escape(told.label)}"'
            f' rel="noopener noreferrer"{source.value}>{name}</a>'
        )
    return f"{escape(told.before)}{name}{escape(told.after)}"


def height_at(photo: Photo, width: int) -> int:
    """How high a photo is, in pixels, when it is so wide."""
    return max(1, round(photo.height * width / photo.width))


def _srcset(photo: Photo, ending: str, address: Address) -> str:
    return ", ".join(f"{address(photo, width, ending)} {width}w" for width in widths(photo.width))
