"""Lists in pages, so that a list costs the same however long it is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

import streamlit as st

_Item = TypeVar("_Item")
_PREFIX = "page-of-"


def page_of(items: Sequence[_Item], size: int, name: str) -> Sequence[_Item]:
    """The items of the page that the visitor turned to."""
    start, end = bounds(len(items), size, name)
    return items[start:end]


def bounds(length: int, size: int, name: str) -> tuple[int, int]:
    """Where the page that the visitor turned to starts and ends in a list of a length."""
    key, pages = _PREFIX + name, _pages(length, size)
    number: int = st.session_state.get(key) or 1
    if number > pages:
        number = st.session_state[key] = pages
    return (number - 1) * size, number * size


def show(length: int, size: int, name: str) -> None:
    """The pager of a list of a length, where it has more than one page."""
    if (pages := _pages(length, size)) > 1:
        st.pagination(pages, key=_PREFIX + name)


def rewind() -> None:
    """Turn every list back to its first page; for callbacks that change what is listed."""
    for key in st.session_state:
        if str(key).startswith(_PREFIX):
            st.session_state[key] = 1


def _pages(length: int, size: int) -> int:
    return max(1, -(-length // size))
