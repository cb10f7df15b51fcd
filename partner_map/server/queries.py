"""The query of a request, as it comes in."""

from __future__ import annotations

from urllib.parse import parse_qs

from starlette.types import Scope

from partner_map.permalink import Query


def query_of(scope: Scope) -> Query:
    """The query of a request; empty for one that makes no sense."""
    try:
        return parse_qs(scope["query_string"].decode("latin-1"), max_num_fields=1000)
    except ValueError:
        return {}
