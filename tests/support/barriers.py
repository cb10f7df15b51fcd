"""What axe finds on a page that keeps people out."""

from __future__ import annotations

from collections.abc import Sequence

from axe_playwright_python.base import AXE_SCRIPT, AxeResults
from playwright.sync_api import Frame, Page

WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]
"""The rules of axe that a page keeps."""
BEST = "best-practice"
"""Those that it may keep besides."""


def barriers(place: Page | Frame, tags: Sequence[str] = WCAG, rules: Sequence[str] = ()) -> str:
    """A report of what breaks the rules with these tags, or these rules alone; empty for none."""
    if place.evaluate("typeof axe === 'undefined'"):
        place.evaluate(AXE_SCRIPT)
    only = {"type": "rule", "values": rules} if rules else {"type": "tag", "values": tags}
    # The details of what is kept would take as long as the rules themselves.
    options = {"runOnly": only, "resultTypes": ["violations"]}
    found = AxeResults(place.evaluate("(options) => axe.run(options)", options))
    return str(found.generate_report()) if found.violations_count else ""
