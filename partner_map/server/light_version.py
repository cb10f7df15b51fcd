"""From a live page to the published one that shows the same, where the site's URL is known."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from partner_map import clock, settings
from partner_map.permalink import PAGE_PATHS, PLAIN_PATHS, read_view
from partner_map.runtime import store
from partner_map.server import plain
from partner_map.server.cache_rules import NEVER_KEPT
from partner_map.server.queries import query_of
from partner_map.site.counterparts import published_state_url


def light_version(root: str, request: Request) -> Response:
    """To the published counterpart of the path's page in the query's state; 404 without one.

    ``root`` is the path of the server's root, with a slash at its end.
    """
    dataset = store.current().dataset
    query = query_of(request.scope)
    page = request.path_params.get("page", "")
    site = settings.site_url()
    if dataset is None:
        return plain.unavailable(root, query)
    if not site or page not in (*PAGE_PATHS, *PLAIN_PATHS):
        return plain.not_found(root, query)
    last_year = clock.today(dataset.town).year
    view = read_view(query, dataset, last_year)
    url = published_state_url(dataset, site, page, view, last_year)
    return RedirectResponse(url, headers=NEVER_KEPT)
