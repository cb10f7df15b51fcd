"""Tables of one partner, and where a store keeps the good ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.folders import PARTNER, write_folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_folder(tmp_path / "tables", [PARTNER])


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    return tmp_path / "state" / "kept.zip"
