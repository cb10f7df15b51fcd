"""The one place that knows the inside of streamlit-folium.

What is relied on, and where to look when an upgrade breaks it
(tests/mapview/test_streamlit_folium_host.py names what broke):

- frame's URL: Streamlit serves the frame's page under the name that the package declares its
  component by (streamlit_folium/__init__.py, declare_component).
- frame's page: ``frontend/build/index.html`` loads the frame's script in its head and has a body
  without attributes that matter (streamlit_folium/frontend/build).
- frame's scripts: they lie in ``static/js`` under names that change with their contents (the
  same folder).
- late import: the package declares its component while it is imported, which only counts while
  Streamlit's runtime stands (streamlit_folium/__init__.py).
- kept frame: the component's key is a hash of the map's script without its ids, so that a map
  with the same script keeps its frame (streamlit_folium/__init__.py, generate_js_hash).
- message: the script of ``feature_group_to_add`` is evaluated in the frame when it changes, under
  the name ``feature_group_feature_group_0`` (streamlit_folium/__init__.py,
  _get_feature_group_string).
- answer: what the frame's script returns lies in the session under the key that is given here
  (streamlit_folium/__init__.py, st_folium).
- cleared header: scripts and styles that the map would load are dropped from its header
  (streamlit_folium/__init__.py, _get_header).

What the frame's own script does in the browser is told in ``assets`` by the layer.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from partner_map.assets import package_folder
from partner_map.mapview.folium_host import BareGroup, BareMap

FRAME_URL: Final = "component/streamlit_folium.st_folium"
"""Where Streamlit serves the frame's files, relative to the server's root."""
FRAME_PAGE: Final = "index.html"
"""The frame's page, below ``FRAME_URL``."""
ROOT_FROM_FRAME: Final = "../.."
"""The server's root, relative to the frame's page."""
_HEIGHT: Final = 600  # pixels, until the page's style sheet gives the frame its share of the window
_SCRIPTS: Final = "static/js"
_FIRST_SCRIPT: Final = re.compile(r"<script\b")
_BODY: Final = re.compile(r"<body\b[^>]*>")
_MARKS: Final = {"<script>": _FIRST_SCRIPT, "<body>": _BODY}


def show_frame(
    partner_map: BareMap, key: str, message: BareGroup, on_change: Callable[[], None]
) -> None:
    """Show a map in its frame and send the frame a message; ``on_change`` runs when it answers.

    To be called by a page's script, as the package may only be imported there.
    """
    from streamlit_folium import st_folium  # noqa: PLC0415  # only while Streamlit runs

    st_folium(
        partner_map,
        key=key,
        height=_HEIGHT,
        use_container_width=True,
        returned_objects=[],
        render=False,  # once more, as a page of its own
        feature_group_to_add=message,
        on_change=on_change,
    )


def frame_page(before_scripts: str, body_start: str) -> str | None:
    """The frame's page with elements before its first script and at the start of its body.

    Elements without a place in the page are left out; without a page there is None.
    """
    try:
        page = (frame_folder() / FRAME_PAGE).read_text(encoding="utf-8")
    except OSError:
        return None
    page = _FIRST_SCRIPT.sub(lambda found: before_scripts + found[0], page, count=1)
    return _BODY.sub(lambda found: found[0] + body_start, page, count=1)


def frame_scripts() -> Mapping[str, bytes]:
    """The frame's own scripts by their path below ``FRAME_URL``."""
    root = frame_folder()
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in root.glob(f"{_SCRIPTS}/*.js")
    }


def lost() -> list[str]:
    """A sentence for each thing that the installed version no longer has for us."""
    build = frame_folder()
    sentences = []
    page = frame_page("", "")
    if page is None:
        sentences.append(f"streamlit-folium: the frame has no page; look at {build}")
    else:
        sentences += [
            f"streamlit-folium: the frame's page has no {name}; look at {build / FRAME_PAGE}"
            for name, pattern in _MARKS.items()
            if not pattern.search(page)
        ]
    if not frame_scripts():
        sentences.append(f"streamlit-folium: the frame has no script; look at {build / _SCRIPTS}")
    return sentences


def frame_folder() -> Path:
    """Where the frame's page and its scripts lie."""
    return package_folder("streamlit_folium") / "frontend" / "build"
