"""The whole site from the tables."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from partner_map.assets import Font
from partner_map.model import Dataset
from partner_map.site.errors import UrlError
from partner_map.site.loads import loads_of
from partner_map.site.pages import Publication, other_files, pages_of
from partner_map.site.writer import refuse_other_contents, write_site

Progress = Callable[[int, int], None]
"""Called with the number of files that are written, and of all."""
_URL: Final = re.compile(r"https?://[a-z0-9.-]+(?::[0-9]{1,5})?(?:/[A-Za-z0-9._~-]+)*/?", re.I)


def publish(
    dataset: Dataset,
    folder: Path,
    url: str,
    today: datetime.date,
    font: Font,
    progress: Progress | None = None,
) -> int:
    """Write the site of these tables as of a day into a folder; the number of its files.

    ``url`` is the full URL under which the folder will be found. The same tables, day and URL
    give the same bytes.

    Raises:
        UrlError: The URL is none under which a site can stand.
        FolderError: The folder holds something else than a site.
        PictureError: A picture cannot be drawn.
        OSError: A file cannot be read or written.
    """
    root = checked_url(url)
    refuse_other_contents(folder)
    publication = Publication(dataset, root, today, font, loads_of(dataset, today, font))
    total = publication.number_of_pages

    def files() -> Iterator[tuple[str, bytes]]:
        yield from publication.loads.files.items()
        yield from other_files(publication)
        for number, page in enumerate(pages_of(publication), 1):
            yield page
            if progress is not None:
                progress(number, total)

    return write_site(folder, files())


def checked_url(url: str) -> str:
    """The URL of a site, with a slash at its end.

    Raises UrlError where it is none.
    """
    if not _URL.fullmatch(url):
        raise UrlError(url)
    return f"{url.rstrip('/')}/"
