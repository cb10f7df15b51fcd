"""The program's version follows every file that it is made of, and no other."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys

import pytest

from partner_map.settings import PROJECT_FOLDER

FILES = (
    "app.py",
    "pages/explorer.py",
    ".streamlit/config.toml",
    "partner_map/model.py",
    "partner_map/tables/reading.py",
    "partner_map/i18n/locale/pl/LC_MESSAGES/partner_map.po",
    "partner_map/mapview/assets/layer.js",
    "partner_map/mapview/assets/map.css",
    "partner_map/ui/assets/page.js",
    "partner_map/ui/assets/page.css",
    "partner_map/ui/assets/kiosk-away.html",
    "partner_map/ui/new.py",
)
"""One of each kind that the program has, and one that it has not yet."""
NO_PART = ("data/partners.csv", "README.md")
PROGRAM = """
import sys
from pathlib import Path
from partner_map.build import build

for file in sys.argv[1:]:
    with Path(file).open("a", encoding="utf-8") as changed:
        changed.write("\\n")
    build.cache_clear()
    print(build())
"""


@pytest.fixture(scope="module")
def versions(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The version of a copy after a change of each file, one after another."""
    folder = tmp_path_factory.mktemp("copy") / "project"
    folder.mkdir()
    for name in ("partner_map", "pages", ".streamlit", "data"):
        shutil.copytree(
            PROJECT_FOLDER / name, folder / name, ignore=shutil.ignore_patterns("__pycache__")
        )
    for name in ("app.py", "README.md"):
        shutil.copy(PROJECT_FOLDER / name, folder)
    changed = (*NO_PART, *FILES)
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, *changed],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(folder), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=True,
    )
    return dict(zip(changed, done.stdout.split(), strict=True))


@pytest.mark.parametrize("file", FILES)
def test_a_change_of_a_file_changes_the_version(versions: dict[str, str], file: str) -> None:
    names = list(versions)
    before = versions[names[names.index(file) - 1]]

    assert re.fullmatch("[0-9a-f]{16}", versions[file])
    assert versions[file] != before


def test_what_is_no_part_of_the_program_changes_no_version(versions: dict[str, str]) -> None:
    assert len({versions[file] for file in NO_PART}) == 1
