"""Which version of the program this process runs."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from importlib.metadata import distributions

from partner_map.settings import PROJECT_FOLDER

_OWN_FILES = (
    "app.py",
    "pages/*.py",
    ".streamlit/config.toml",
    "partner_map/**/*.py",
    "partner_map/**/*.po",
    "partner_map/**/*.js",
    "partner_map/**/*.css",
    "partner_map/**/*.html",
)


@lru_cache(maxsize=1)
def build() -> str:
    """A word that changes with any file of the program or any package that it runs on.

    To be asked first while the process starts, before its files may be replaced.
    """
    digest = hashlib.sha256()
    for path in sorted({path for found in _OWN_FILES for path in PROJECT_FOLDER.glob(found)}):
        digest.update(path.relative_to(PROJECT_FOLDER).as_posix().encode())
        digest.update(path.read_bytes())
    packages = sorted(f"{package.name} {package.version}" for package in distributions())
    digest.update("\n".join(packages).encode())
    return digest.hexdigest()[:16]
