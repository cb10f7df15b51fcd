"""What a browser loads, and the one way to put JSON into a page."""

from __future__ import annotations

import json
import re

import pytest

from partner_map.assets import ASSETS, folder, json_script, package_folder


@pytest.mark.parametrize("name", ASSETS)
def test_every_file_has_a_url_with_the_folders_version(name: str) -> None:
    assets = folder(name)

    assert assets.files
    for file in assets.files:
        assert assets.url(file) == f"assets/{name}/{assets.version}/{file}"


def test_the_style_of_the_page_comes_as_one() -> None:
    files = folder("page").files

    assert b".st-key-header" in files["page.css"]
    assert b".timeline-chart" in files["page.css"]
    assert "timeline.css" not in files


def test_the_script_of_the_page_comes_with_all_that_it_imports() -> None:
    script = folder("page").files["page.js"].decode()

    assert re.search(r"^import\b", script, re.MULTILINE) is None
    assert "function keepHistoryShort(" in script


def test_a_file_that_is_not_there_has_no_url() -> None:
    with pytest.raises(KeyError, match=r"map has no none\.js"):
        folder("map").url("none.js")


@pytest.mark.parametrize("word", ["</script>", "<!--", "<script>", "a < b"])
def test_no_text_ends_the_element_that_holds_it(word: str) -> None:
    element = json_script("words", json.dumps([word]))

    found = re.fullmatch('<script type="application/json" id="words">([^<]*)</script>', element)
    assert found is not None
    assert json.loads(found[1]) == [word]


def test_a_package_that_is_not_installed_is_named() -> None:
    with pytest.raises(ModuleNotFoundError, match="no_such_package"):
        package_folder("no_such_package")
