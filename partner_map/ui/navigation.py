"""The pages, each with its path and what its URL keeps."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import streamlit as st

from partner_map.i18n.translator import Translator
from partner_map.i18n.wording import site_title
from partner_map.model import Dataset
from partner_map.permalink import (
    DATA_PATH,
    EXCHANGES_PARAMETERS,
    EXCHANGES_PATH,
    LINK_PARAMETERS,
    MAP_PARAMETERS,
    MAP_PATH,
    PRESENTATION_PATH,
)
from partner_map.plain.page_names import page_names
from partner_map.settings import PROJECT_FOLDER

_FOLDER = PROJECT_FOLDER / "pages"


@dataclass(frozen=True, slots=True)
class _Page:
    """A page of the header."""

    path: str
    script: str
    parameters: tuple[str, ...]
    """The query parameters that its URL keeps of the View."""
    in_kiosk: bool = False
    """Whether a kiosk leads to it; to none that is for taking along or for a stage."""


_PAGES: Final = (
    _Page(
        MAP_PATH,
        "explorer.py",
        MAP_PARAMETERS,
        in_kiosk=True,
    ),
    _Page(
        EXCHANGES_PATH,
        "exchanges.py",
        EXCHANGES_PARAMETERS,
        in_kiosk=True,
    ),
    _Page(
        PRESENTATION_PATH,
        "presentation.py",
        LINK_PARAMETERS,
    ),
    _Page(
        DATA_PATH,
        "data.py",
        LINK_PARAMETERS,
    ),
)
"""In the order of the header; the first is the start."""


def pages(translator: Translator) -> list[st.Page]:
    """Every page in the order of the header; the first is the start."""
    return [_page(page, translator) for page in _PAGES]


def linked_pages(translator: Translator, kiosk: bool) -> list[st.Page]:
    """The pages that the header leads to."""
    return [_page(page, translator) for page in _PAGES if page.in_kiosk or not kiosk]


def title_words(path: str, dataset: Dataset | None, translator: Translator) -> str:
    """The title of the document of the page at a path, without a city that is chosen on it.

    KeyError for no page.
    """
    if dataset is None:
        return translator.gettext("Partner cities on the map")
    town = site_title(dataset.town, translator)
    if path == MAP_PATH:
        return town
    return f"{page_names(translator)[path]} · {town}"


def url_parameters(path: str) -> tuple[str, ...]:
    """The query parameters that the page at a path keeps of the View; KeyError for no page."""
    return {page.path: page.parameters for page in _PAGES}[path]


def _page(page: _Page, translator: Translator) -> st.Page:
    return st.Page(
        _FOLDER / page.script,
        title=page_names(translator)[page.path],
        url_path=page.path,
        default=page.path == MAP_PATH,
    )
