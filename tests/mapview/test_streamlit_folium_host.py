"""What an upgrade of streamlit-folium broke: each failure names it, and where to look."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import streamlit_folium

from partner_map.i18n.translator import translator_for
from partner_map.mapview import ViewMessage, build_map, streamlit_folium_host
from partner_map.mapview.message import Shown
from partner_map.model import Dataset
from partner_map.tables import read_dataset
from tests.support.folders import FROZEN

LOOK = "look at streamlit_folium/__init__.py,"


@pytest.fixture(scope="module")
def dataset() -> Dataset:
    return read_dataset(FROZEN)


@pytest.fixture
def told(dataset: Dataset, monkeypatch: pytest.MonkeyPatch) -> Callable[..., dict[str, Any]]:
    """What the frame is given for a View."""
    given: dict[str, Any] = {}
    monkeypatch.setattr(streamlit_folium, "_component_func", lambda **values: given.update(values))

    def show(year: int = 2020, language: str = "pl") -> dict[str, Any]:
        given.clear()
        streamlit_folium_host.show_frame(
            build_map(dataset.town, translator_for(language)),
            "map",
            ViewMessage(dataset, Shown(year, None)),
            lambda: None,
        )
        return dict(given)

    return show


def test_streamlit_folium_has_all_that_we_rely_on() -> None:
    assert streamlit_folium_host.lost() == []


def test_the_frame_is_served_under_the_name_of_its_component() -> None:
    component = streamlit_folium._component_func  # noqa: SLF001  # its name has no other place

    assert f"component/{component.name}" == streamlit_folium_host.FRAME_URL, (
        f"frame's URL: {LOOK} declare_component"
    )
    assert Path(component.path) == streamlit_folium_host.frame_folder(), (
        f"frame's page: {LOOK} declare_component"
    )


def test_a_map_keeps_its_frame_whatever_the_view(told: Callable[..., dict[str, Any]]) -> None:
    first, later = told(2020), told(2021)

    assert first["key"] == later["key"], f"kept frame: {LOOK} generate_js_hash"
    assert first["script"] == later["script"], f"kept frame: {LOOK} _get_map_string"
    assert first["key"] != told(2020, "en")["key"], f"kept frame: {LOOK} generate_js_hash"


def test_the_message_is_the_script_of_the_feature_group(
    told: Callable[..., dict[str, Any]],
) -> None:
    message = " ".join(told(2021)["feature_group"].split())

    assert message.startswith("var feature_group_feature_group_0=L.featureGroup();"), (
        f"message: {LOOK} _get_feature_group_string"
    )
    assert '"year": 2021' in message, f"message: {LOOK} _get_feature_group_string"
    assert 'new Event("partner-map-view")' in message


def test_nothing_is_loaded_by_the_map_itself(told: Callable[..., dict[str, Any]]) -> None:
    given = told()

    assert (given["header"], given["html"]) == ("", ""), f"cleared header: {LOOK} _get_header"
    assert (given["js_links"], given["css_links"]) == ([], []), f"cleared header: {LOOK} walk"
    assert given["returned_objects"] == [], f"answer: {LOOK} st_folium"


def test_the_answer_lies_under_our_key(
    told: Callable[..., dict[str, Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    given = told()
    session = {given["key"]: {"city": "cesis", "count": 1}}
    monkeypatch.setattr(streamlit_folium.st, "session_state", session)

    given["on_change"]()

    assert session["map"] == {"city": "cesis", "count": 1}, f"answer: {LOOK} _on_change"


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the frame's files, for a test to break."""
    copy = tmp_path / "frontend" / "build"
    shutil.copytree(streamlit_folium_host.frame_folder(), copy)
    monkeypatch.setattr(streamlit_folium_host, "package_folder", lambda _: tmp_path)
    return copy


@pytest.mark.parametrize(
    ("tag", "sentence"),
    [("<script", "the frame's page has no <script>"), ("<body", "the frame's page has no <body>")],
)
def test_a_place_that_is_lost_is_named_and_the_page_stands(
    installed: Path, tag: str, sentence: str
) -> None:
    page = installed / "index.html"
    page.write_text(page.read_text("utf-8").replace(tag, "<x"), encoding="utf-8")

    assert [told.partition(";")[0] for told in streamlit_folium_host.lost()] == [
        f"streamlit-folium: {sentence}"
    ]
    written = streamlit_folium_host.frame_page("[before]", "[start]")
    assert written is not None
    assert ("[before]" in written) == (tag != "<script")
    assert ("[start]" in written) == (tag != "<body")


def test_lost_files_are_named(installed: Path) -> None:
    shutil.rmtree(installed)

    assert [told.partition(";")[0] for told in streamlit_folium_host.lost()] == [
        "streamlit-folium: the frame has no page",
        "streamlit-folium: the frame has no script",
    ]
    assert streamlit_folium_host.frame_page("", "") is None
    assert streamlit_folium_host.frame_scripts() == {}


def test_a_body_with_attributes_is_a_body_too(installed: Path) -> None:
    page = installed / "index.html"
    page.write_text(page.read_text("utf-8").replace("<body>", '<body class="a">'), encoding="utf-8")

    assert '<body class="a">[start]' in str(streamlit_folium_host.frame_page("", "[start]"))
