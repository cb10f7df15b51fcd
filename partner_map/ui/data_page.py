"""The data page: what the tables hold, each fact with its source, and the tables themselves."""

from __future__ import annotations

from partner_map.i18n import translator
from partner_map.ui import header, state


def show() -> None:
    """Draw the whole page."""
    say = translator(state.current().language)
    header.show(say.gettext("About the data"), say)
    state.write_address(("lang",))
