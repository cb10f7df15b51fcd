"""What every test has: a state folder of its own, so that none leaves anything in the project."""

from __future__ import annotations

from collections.abc import Iterator

import pytest


@pytest.fixture(scope="session", autouse=True)
def _state_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PARTNER_MAP_STATE", str(tmp_path_factory.mktemp("state")))
        yield
