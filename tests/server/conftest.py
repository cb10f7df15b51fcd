"""The whole application in this process, as the server runs it."""

from __future__ import annotations

import runpy
from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from partner_map.settings import PROJECT_FOLDER


@pytest.fixture(scope="package")
def application() -> Iterator[TestClient]:
    """A client of ``app.py`` with Streamlit's own routes; an error is an answer, as on a server."""
    app = runpy.run_path(str(PROJECT_FOLDER / "app.py"))["app"]
    host = {"Host": "localhost"}
    with TestClient(app, headers=host, raise_server_exceptions=False) as client:
        yield client
