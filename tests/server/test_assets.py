"""Assets and data as browsers keep them: versioned, compressed, never another's contents."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.testclient import TestClient

from partner_map.assets import ASSETS, OWN_ASSETS, folder
from partner_map.server.data import basemap_url
from partner_map.server.encodings import CODINGS
from partner_map.server.frame import FrameMiddleware, frame_urls
from partner_map.server.routes import routes
from tests.support.folders import worldwide_partners, write_folder

KEPT = "public, max-age=31536000, immutable"


@pytest.fixture
def client() -> TestClient:
    return TestClient(Starlette(routes=routes(), middleware=[Middleware(FrameMiddleware)]))


@pytest.mark.parametrize("coding", CODINGS)
@pytest.mark.parametrize("language", ["pl", "en"])
def test_all_that_the_frame_asks_for_is_compressed_and_kept_forever(
    client: TestClient, language: str, coding: str
) -> None:
    for url in frame_urls(language):
        answer = client.get(f"/{url}", headers={"Accept-Encoding": coding})

        assert answer.status_code == 200, url
        assert answer.headers["Cache-Control"] == KEPT, url
        assert answer.headers["Vary"] == "Accept-Encoding", url
        if len(answer.content) > 500:
            assert answer.headers["Content-Encoding"] == coding, url
            assert int(answer.headers["Content-Length"]) < len(answer.content), url


def test_a_browser_that_has_the_data_is_told_so(client: TestClient) -> None:
    first = client.get("/data/basemap.geojson")

    again = client.get("/data/basemap.geojson", headers={"If-None-Match": first.headers["ETag"]})

    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["Cache-Control"] == "no-cache"


def test_a_client_without_compression_gets_the_plain_contents(client: TestClient) -> None:
    url = f"/{folder('map').url('layer.js')}"

    plain = client.get(url, headers={"Accept-Encoding": "identity"})

    assert "Content-Encoding" not in plain.headers
    assert int(plain.headers["Content-Length"]) == len(plain.content)
    assert plain.content == (OWN_ASSETS["map"] / "layer.js").read_bytes()
    assert plain.content == client.get(url, headers={"Accept-Encoding": "gzip"}).content


@pytest.mark.parametrize("name", ASSETS)
def test_another_version_is_never_answered_with_these_contents(
    client: TestClient, name: str
) -> None:
    file = next(iter(folder(name).files))

    answer = client.get(f"/assets/{name}/00000000/{file}")

    assert answer.status_code == 404
    assert answer.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    "url",
    ["assets/other/1/a.js", "assets/map/{version}/../map.py", "assets/map/{version}/no.js"],
)
def test_what_is_no_asset_is_not_found(client: TestClient, url: str) -> None:
    answer = client.get("/" + url.format(version=folder("map").version))

    assert answer.status_code == 404


def test_another_version_of_the_outlines_leads_to_the_present_one(client: TestClient) -> None:
    answer = client.get("/data/basemap.geojson?v=00000000", follow_redirects=False)

    assert answer.status_code == 307
    assert client.get("/data/" + answer.headers["Location"]).headers["Cache-Control"] == KEPT


def test_the_addresses_hold_under_a_base_path() -> None:
    client = TestClient(Starlette(routes=routes("town/map")))

    answer = client.get(f"/town/map/{folder('map').url('layer.js')}")

    assert answer.status_code == 200


def test_the_version_of_the_outlines_follows_the_tables(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    near, *_ = worldwide_partners()[-1:]
    urls = []
    for number, rows in enumerate(([near], worldwide_partners(), worldwide_partners()[3:])):
        tables = write_folder(tmp_path / str(number), rows)
        monkeypatch.setenv("PARTNER_MAP_DATA", str(tables))
        urls.append(basemap_url())

    assert len(set(urls)) == 3
