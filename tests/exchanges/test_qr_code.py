"""The code on the printed sheet."""

from __future__ import annotations

from partner_map.exchanges.qr_code import qr_code


def test_a_code_for_an_address_of_usual_length_and_none_for_one_too_long() -> None:
    code = qr_code("https://town.example/wymiany?type=school&words=%C5%81%C3%B3d%C5%BA", "#ffffff")

    assert code is not None
    assert code.startswith("<svg")
    assert qr_code("https://town.example/?" + "partner=a&" * 400, "#ffffff") is None
