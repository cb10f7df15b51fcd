"""Take the pictures of the clerk's guide that show the program.

    python -m tools.guide_pictures

Those of the spreadsheet (2 to 4) are taken by hand. The program serves a copy of the town's
tables, with the row for practice that the guide adds, in a browser that asks nobody else.
"""

from __future__ import annotations

import csv
import io
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from openpyxl import Workbook
from PIL import Image
from playwright.sync_api import Locator, Page, sync_playwright

from partner_map.photos.example import AUTHOR, LICENCE, drawing
from partner_map.settings import PROJECT_FOLDER
from tests.support.pages import open_page
from tests.support.server import Server

PICTURES = PROJECT_FOLDER / "docs" / "przewodnik"
WIDTH, HEIGHT = 1400, 900
BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
REPORT = 350
"""Pixels of the report, without the columns that are explained below it."""
COLOURS = 128
WAIT = 60_000
"""Milliseconds for a save to be read and a city to be found."""
PRACTICE = {
    "id": "naleczow",
    "name_pl": "Nałęczów",
    "name_en": "Nałęczów",
    "name_own": "Nałęczów",
    "country": "PL",
    "agreement": "1.09.2026",
    "agreement_kind": "agreement",
    "agreement_source": "https://example.org/umowa",
    "summary_pl": "Wiersz do ćwiczeń.",
    "summary_en": "A row for practice.",
}
PHOTO = {
    "photo": "hranice.png",
    "photo_alt_pl": "Dwa miasta i linia między nimi.",
    "photo_alt_en": "Two towns and the line between them.",
    "photo_author": AUTHOR,
    "photo_licence": LICENCE,
    "photo_source": "https://example.org/rysunek",
}


def save(folder: Path, practice: Mapping[str, str], photo: Mapping[str, str]) -> None:
    """The partners as a clerk saves them: a workbook, with a last row and a photo of Hranice."""
    text = (PROJECT_FOLDER / "data" / "partners.csv").read_text("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    columns = [*rows[0], *PHOTO]
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    sheet.append(columns)
    for row in (*rows, dict(practice)):
        cells = row | dict(photo) if row["id"] == "hranice" else row
        sheet.append([cells.get(column, "") for column in columns])
    written = folder / "partners.new"
    workbook.save(written)
    written.replace(folder / "partners.xlsx")


def take(name: str, page: Page, of: Locator | None = None, height: int = HEIGHT) -> None:
    """Keep what the page shows, or an element of it, as a picture of few colours.

    ``height`` is how many pixels of it, from above.
    """
    page.wait_for_load_state("networkidle")
    taken = page.screenshot() if of is None else of.screenshot()
    whole = Image.open(io.BytesIO(taken)).convert("RGB")
    picture = whole.crop((0, 0, whole.width, min(height, whole.height)))
    picture.quantize(COLOURS).save(PICTURES / f"{name}.png", optimize=True)


def unfolded_report(page: Page, url: str, words: str) -> None:
    """Open the report of the last check, once it says the words, and turn to it."""
    page.goto(f"{url}/o-danych")
    fold = page.locator(".st-key-clerk, details").filter(has_text="Dla redaktora tabel").last
    fold.locator("summary").first.click()
    told = page.get_by_text(words).first
    told.wait_for(timeout=WAIT)
    fold.locator("summary").first.evaluate("fold => fold.scrollIntoView({ block: 'start' })")
    page.mouse.wheel(0, -40)


def take_all(page: Page, folder: Path, url: str) -> None:
    """Take each picture after the save that it shows."""
    page.goto(f"{url}/o-danych")
    downloads = page.get_by_role("heading", name="Tabele do pobrania")
    downloads.wait_for()
    page.get_by_role("button", name="Partnerzy: skoroszyt (XLSX)").wait_for()
    page.get_by_role("columnheader", name="Co się wydarzyło").wait_for()
    downloads.evaluate("heading => heading.scrollIntoView({ block: 'center' })")
    take("1-o-danych", page)

    (folder / "partners.csv").unlink()
    save(folder, PRACTICE, PHOTO)
    open_page(page, url)
    frame = page.frame_locator("iframe").first
    frame.locator("[data-agreements*=naleczow]").wait_for(timeout=WAIT)
    take("5-mapa", page)

    page.goto(f"{url}/?city=hranice")
    photo = page.locator(".st-key-sheet figure")
    photo.scroll_into_view_if_needed(timeout=WAIT)
    take("7-zdjecie", page, photo)

    save(folder, PRACTICE | {"summary_pl": "", "summary_en": ""}, PHOTO)
    unfolded_report(page, url, "wiersz 10, kolumna summary_en")
    take("6-raport", page, height=REPORT)

    save(folder, PRACTICE, PHOTO | {"photo_licence": ""})
    unfolded_report(page, url, "kolumna photo_licence")
    take("8-zdjecie-bez-licencji", page, height=REPORT)


def main() -> None:
    """Serve a copy of the tables and take the pictures of it."""
    with tempfile.TemporaryDirectory() as place, sync_playwright() as playwright:
        folder = Path(place) / "tables"
        shutil.copytree(PROJECT_FOLDER / "data", folder)
        (folder / "photos").mkdir(exist_ok=True)
        (folder / "photos" / "hranice.png").write_bytes(drawing())
        server = Server(folder, environment={"PARTNER_MAP_STATE": str(Path(place) / "state")})
        browser = playwright.chromium.launch(
            executable_path=next(filter(None, map(shutil.which, BROWSERS)), None),
            args=["--no-sandbox", "--disable-background-networking"],
        )
        try:
            server.wait()
            page = browser.new_page(
                viewport={"width": WIDTH, "height": HEIGHT}, locale="pl-PL", reduced_motion="reduce"
            )
            take_all(page, folder, server.url)
        finally:
            browser.close()
            server.stop()


if __name__ == "__main__":
    main()
