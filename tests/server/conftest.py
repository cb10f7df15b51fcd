"""The whole application in this process, as the server runs it."""

from __future__ import annotations

import runpy
from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from partner_map.settings import PROJECT_FOLDER

HOSTS = ("map.example", "xn--d-umb.example")
"""What the operator has told that the server is called."""


@pytest.fixture(scope="session")
def application() -> Iterator[TestClient]:
    """A client of ``app.py`` with Streamlit's own routes; an error is an answer, as on a server.

    It serves to the end of the run: tests of other folders in the same process run beside it.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PARTNER_MAP_HOSTS", ",".join(HOSTS))
        app = runpy.run_path(str(PROJECT_FOLDER / "app.py"))["app"]
    host = {"Host": "localhost"}
    with TestClient(app, headers=host, raise_server_exceptions=False) as client:
        yield client
