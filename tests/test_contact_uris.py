"""Texts of any kind stay within the e-mail's field that they were meant for."""

from __future__ import annotations

from urllib.parse import unquote

from hypothesis import example, given
from hypothesis import strategies as st

from partner_map.contact_uris import mail_uri, telephone_uri

HOSTILE = "x&bcc=thief@example.org\r\nBcc: thief@example.org\u2028?cc=y#z%0D%0ACc: %"


def fields(uri: str) -> tuple[str, dict[str, str]]:
    """Recipients and fields as RFC 6068 has them read: no plus sign is a blank there."""
    scheme, _, rest = uri.partition(":")
    to, _, query = rest.partition("?")
    pairs = [pair.partition("=") for pair in query.split("&") if pair]
    assert scheme == "mailto"
    return unquote(to), {unquote(name): unquote(text) for name, _, text in pairs}


def test_a_line_of_the_body_ends_as_the_rfc_says() -> None:
    uri = mail_uri(["office@example.org"], "Zażółć + gęślą", "one\n\ntwo\n")

    assert uri == (
        "mailto:office@example.org?subject=Za%C5%BC%C3%B3%C5%82%C4%87%20%2B%20g%C4%99%C5%9Bl%C4%85"
        "&body=one%0D%0A%0D%0Atwo%0D%0A"
    )


def test_an_address_keeps_its_sign_for_a_folder() -> None:
    uri = mail_uri(["office+map@example.org", "school@example.org"])

    assert uri == "mailto:office%2Bmap@example.org,school@example.org"


@given(subject=st.text(), body=st.text())
@example(subject=HOSTILE, body=HOSTILE)
def test_no_text_adds_a_recipient_a_field_or_a_line_to_the_subject(subject: str, body: str) -> None:
    to, found = fields(mail_uri(["office@example.org"], subject, body))

    assert to == "office@example.org"
    assert found.keys() <= {"subject", "body"}
    assert len(found.get("subject", "").splitlines()) <= 1
    assert found.get("body", "").count("\r\n") == body.count("\n") * ("body" in found)


@given(text=st.text())
def test_a_uri_has_only_signs_that_a_uri_may_have(text: str) -> None:
    uri = mail_uri(["office@example.org"], text, text)

    assert uri.isascii()
    assert not set(uri) & set(" \"<>\\^`{|}[]\r\n\t()'#")


def test_a_number_is_dialled_without_what_parts_it_and_without_its_extension() -> None:
    assert telephone_uri("+48 (22) 484-23 00 wew. 12") == "tel:+48224842300"
