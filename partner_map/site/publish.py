"""The whole site from the tables."""

from __future__ import annotations

import datetime
from pathlib import Path

from partner_map.assets import Font
from partner_map.history.saves import NO_HISTORY, History
from partner_map.model import Dataset
from partner_map.photos.album import Album
from partner_map.settings import is_site_url
from partner_map.site.errors import UrlError
from partner_map.site.loads import loads_of
from partner_map.site.pages import Publication, files_of
from partner_map.site.standing import standing_in
from partner_map.site.writer import Progress, refuse_other_contents, write_site


def publish(
    dataset: Dataset,
    folder: Path,
    url: str,
    today: datetime.date,
    font: Font,
    progress: Progress | None = None,
    *,
    live: str = "",
    history: History = NO_HISTORY,
    album: Album | None = None,
) -> int:
    """Write the site of these tables as of a day into a folder; the number of its files.

    ``url`` is the full URL under which the folder will be found, ``live`` that of the live
    application to which the pages lead; empty for none. The photos are those of the album; none
    is shown without one. The same tables, photos, history, day and URLs give the same bytes.

    Raises:
        UrlError: A URL is none under which a site can stand.
        FolderError: The folder holds something else than a site.
        PictureError: A picture cannot be drawn.
        OSError: A file cannot be read or written.
    """
    root = checked_url(url)
    live_root = checked_url(live) if live else ""
    refuse_other_contents(folder)
    loads = loads_of(dataset, today, font, standing_in(folder), album)
    publication = Publication(dataset, root, today, font, loads, live_root, history)
    return write_site(folder, files_of(publication), loads.made_from, progress)


def checked_url(url: str) -> str:
    """The URL of a site, with a slash at its end.

    Raises UrlError where it is none.
    """
    if not is_site_url(url):
        raise UrlError(url)
    return f"{url.rstrip('/')}/"
