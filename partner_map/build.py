"""Which version of the program this process runs."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from importlib.metadata import distributions

from partner_map.settings import PACKAGE_FOLDER, PROJECT_FOLDER

_PROJECT_FILES = ("app.py", "pages/*.py", ".streamlit/config.toml")
_PACKAGE_FILES = ("**/*.py", "**/*.po", "**/*.js", "**/*.css", "**/*.html", "**/*.svg")


@lru_cache(maxsize=1)
def build() -> str:
    """A word that changes with any file of the program or any package that it runs on.

    To be asked first while the process starts, before its files may be replaced.
    """
    digest = hashlib.sha256()
    for folder, patterns in ((PROJECT_FOLDER, _PROJECT_FILES), (PACKAGE_FOLDER, _PACKAGE_FILES)):
        for path in sorted({path for pattern in patterns for path in folder.glob(pattern)}):
            digest.update(path.relative_to(folder).as_posix().encode())
            digest.update(path.read_bytes())
    packages = sorted(f"{package.name} {package.version}" for package in distributions())
    digest.update("\n".join(packages).encode())
    return digest.hexdigest()[:16]
