"""The published pages carry the notices of what others have made."""

from __future__ import annotations

import re

import pytest

from partner_map.assets import Font, leaflet_folder
from partner_map.server.streamlit_host import text_font
from partner_map.settings import PROJECT_FOLDER
from partner_map.site import third_party
from partner_map.site.third_party import licences_text


def test_leaflets_notice_and_the_whole_of_its_licence_are_told() -> None:
    told = licences_text(text_font())
    script = (leaflet_folder() / "leaflet.js").read_text(encoding="utf-8")
    holder = re.search(r"\d{4}-\d{4} (CloudMade)", script)

    assert holder is not None
    assert holder[1] in told
    assert "Redistributions in binary form must reproduce the above copyright notice" in told
    assert "EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE" in told


def test_the_font_has_its_copyright_and_its_licence() -> None:
    told = licences_text(text_font())

    assert re.search(r"© \d{4} Adobe", told)
    assert "SIL Open Font License, Version 1.1" in told
    assert "http://scripts.sil.org/OFL" in told


def test_the_data_of_others_are_named_with_their_licences() -> None:
    told = licences_text(text_font())

    assert "Natural Earth" in told
    assert "https://creativecommons.org/licenses/by/4.0/" in told


def test_without_a_package_or_a_font_the_rest_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(third_party, "_LEAFLET", "no-such-package")

    told = licences_text(Font("", None))

    assert told.startswith("The outlines of countries")


def test_the_wheel_carries_the_notices_of_its_data() -> None:
    kept = (PROJECT_FOLDER / "THIRD_PARTY.txt").read_text(encoding="utf-8")

    assert third_party.DATA_NOTICES in kept
