"""The head and the foot of a picture: all words stand within it, and none upon another."""

from __future__ import annotations

import pytest

from partner_map.model import PartnershipStatus
from partner_map.picture.letters import Letters, letters_of
from partner_map.picture.sheet import Sheet, Text, sheet_of
from partner_map.picture.sizes import read_size
from partner_map.picture.words import Words
from partner_map.server.streamlit_host import text_font

SIZES = ["320x320", "390x400", "800x560", "1200x630", "A4", "A0"]
STATUSES = [
    PartnershipStatus.AGREEMENT,
    PartnershipStatus.ENDED,
    PartnershipStatus.CONTACTS,
]
LONG = "Miasta partnerskie Konstancina-Jeziorny i wszystkich gmin w okolicy"


@pytest.fixture(scope="module")
def letters() -> Letters:
    return letters_of(text_font().file)


INDEX = [(f"Miasto {'ę' * number}", "Wielka Brytania, umowa od 1991") for number in range(9)]


def laid(size: str, letters: Letters, title: str = LONG, subtitle: str = "Niemcy") -> Sheet:
    legend = [(status, "zakończona") for status in STATUSES]
    credit = "Mapa: Natural Earth · Miejsca: GeoNames (CC BY 4.0)"
    index = INDEX if size.startswith("A") else []
    words = Words("pl", title, subtitle, "2026", legend, credit, "", "", index)
    return sheet_of(read_size(size), words, letters)


def box(text: Text, letters: Letters) -> tuple[float, float, float, float]:
    width = letters.width(text.words, text.style)
    return text.x, text.y - 0.7 * text.style.size, text.x + width, text.y


@pytest.mark.parametrize("size", SIZES)
def test_all_words_stand_within_the_picture(size: str, letters: Letters) -> None:
    sheet = laid(size, letters)

    for text in sheet.texts:
        left, top, right, bottom = box(text, letters)
        assert left >= 0, text
        assert right <= sheet.width, text
        assert 0 <= top < bottom <= sheet.height, text


@pytest.mark.parametrize("size", SIZES)
def test_no_words_meet(size: str, letters: Letters) -> None:
    boxes = [box(text, letters) for text in laid(size, letters).texts]

    for number, one in enumerate(boxes):
        for other in boxes[:number]:
            aside = one[0] >= other[2] or other[0] >= one[2]
            assert aside or one[1] >= other[3] or other[1] >= one[3]


@pytest.mark.parametrize("size", SIZES)
def test_the_map_lies_between_the_head_and_the_foot(size: str, letters: Letters) -> None:
    sheet = laid(size, letters)

    head = [text for text in sheet.texts if text.y <= sheet.head]
    foot = [text for text in sheet.texts if text.y > sheet.height - sheet.foot]
    assert len(head) + len(foot) == len(sheet.texts)
    assert sheet.map_height > sheet.head
    assert all(sample.y > sheet.height - sheet.foot for sample in sheet.samples)


@pytest.mark.parametrize("size", ["A4", "A2", "A0"])
def test_a_sheet_of_paper_lists_the_partners_below_its_map(size: str, letters: Letters) -> None:
    sheet = laid(size, letters)

    told = {text.words: text for text in sheet.texts}
    for name, _ in INDEX:
        assert sheet.head + sheet.map_height < told[name].y < min(one.y for one in sheet.samples)


def test_an_index_without_room_is_left_out(letters: Letters) -> None:
    words = Words("pl", "Tytuł", "", "2026", [], "Mapa", "", "", INDEX)

    for size in ("320x320", "1200x330"):
        assert not {name for name, _ in INDEX} & {
            text.words for text in sheet_of(read_size(size), words, letters).texts
        }


def test_a_short_title_is_as_large_as_its_picture_allows(letters: Letters) -> None:
    titles = [laid(size, letters, title="Hranice").texts[0] for size in SIZES]

    sizes = [title.style.size for title in titles]
    assert sizes == sorted(sizes)
    assert sizes[-1] > 2 * sizes[0]
