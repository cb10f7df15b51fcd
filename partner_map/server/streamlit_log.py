"""Streamlit's lines in the log of the process; what is relied on stands in streamlit_host.py."""

from __future__ import annotations

from typing import Final

from streamlit import logger

from partner_map.log import pass_on

_USED: Final = ("setup_formatter", "update_formatter")


def join_log() -> None:
    """Have what Streamlit tells written as all else; where it cannot be, it stays as it is."""
    if not lost():
        vars(logger)["setup_formatter"] = pass_on
        logger.update_formatter()


def lost() -> list[str]:
    """A sentence for each thing that the installed version no longer has for us."""
    return [
        f"Streamlit: its logger has no {name}; look at {logger.__file__}"
        for name in _USED
        if not hasattr(logger, name)
    ]
