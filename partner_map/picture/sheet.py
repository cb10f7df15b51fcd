"""The parts of a picture: its head with the title and the year, the map, the foot with the legend.

All measures are pixels of the layout.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from partner_map.model import PartnershipStatus
from partner_map.picture.letters import Letters, Style
from partner_map.picture.sizes import Size
from partner_map.picture.words import Words

_TITLE_SHARE: Final = 1 / 30
"""Of the picture's width, that the title's font has."""
_TITLE_SIZES: Final = (17.0, 60.0)
_TITLE_WEIGHT: Final = 600
_YEAR_WEIGHT: Final = 700
_SUBTITLE_SHARE: Final = 0.56
"""Of the title's size."""
_MARGIN_SHARE: Final = 0.85
_LEGEND, _CREDIT = Style(14, 400), Style(12, 400)
_LEAST_OF_LEGEND: Final = 10.5
"""Pixels of the legend's font below which it rather takes another row."""
_LARGE_TITLE: Final = 40.0
"""Pixels of a title's font above which the foot's letters grow with it, by so much at most."""
_MOST_GROWTH: Final = 1.2
_ROW: Final = 28
_SAMPLE: Final = 34
"""Pixels of a sample with the gap beside it."""
_GAP: Final = 20
_ENTRY_NAME, _ENTRY = Style(14, 600), Style(14, 400)
_ENTRY_SPACE, _COLUMN_GAP = 6, 28
_ENTRY_ROW, _ENTRY_MARGIN = 22, 10
_MOST_OF_INDEX: Final = 0.3
"""Of the sheet's height, that the index takes."""


@dataclass(frozen=True, slots=True)
class Text:
    """Words at the beginning of their baseline, in a colour of the palette."""

    words: str
    style: Style
    colour: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Sample:
    """How a status or the town is drawn, at the middle of its sample."""

    status: PartnershipStatus | None
    """None for the town."""
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Sheet:
    """Where the parts of a picture lie."""

    width: int
    height: int
    head: int
    """The height of the head."""
    foot: int
    """The height of the foot."""
    texts: Sequence[Text]
    samples: Sequence[Sample]

    @property
    def map_height(self) -> int:
        """The height of the map between them."""
        return max(1, self.height - self.head - self.foot)

    @property
    def smallest(self) -> float:
        """The size of its smallest letters."""
        return min(text.style.size for text in self.texts)


def bare_sheet(size: Size) -> Sheet:
    """Nothing but the map."""
    return Sheet(size.width, size.height, head=0, foot=0, texts=(), samples=())


def sheet_of(size: Size, words: Words, letters: Letters) -> Sheet:
    """The parts of a picture of a size, with its words in their places."""
    low, high = _TITLE_SIZES
    largest = min(high, max(low, _TITLE_SHARE * size.width))
    margin = round(_MARGIN_SHARE * largest)
    head, texts = _head(size, words, letters, largest, margin)
    foot, samples, more = _foot(size, words, letters, largest, margin)
    index, entries = _index(size, words, letters, size.height - foot, margin)
    return Sheet(size.width, size.height, head, foot + index, (*texts, *entries, *more), samples)


def _head(
    size: Size, words: Words, letters: Letters, largest: float, margin: int
) -> tuple[int, list[Text]]:
    """The head's height, and its title, the line below it and the year."""
    year = Style(largest, _YEAR_WEIGHT)
    year_width = letters.width(words.year, year)
    room = size.width - 3 * margin - year_width
    title = _fitting(words.title, Style(largest, _TITLE_WEIGHT), room, letters)
    baseline = margin * 0.75 + largest * 0.9
    texts = [
        Text(words.title, title, "town", margin, baseline),
        Text(words.year, year, "map-year", size.width - margin - year_width, baseline),
    ]
    below = baseline
    if words.subtitle:
        wanted = Style(max(13.0, _SUBTITLE_SHARE * largest), 400)
        style = _fitting(words.subtitle, wanted, size.width - 2 * margin, letters)
        below += 1.35 * wanted.size
        texts.append(Text(words.subtitle, style, "quiet", margin, below))
    return round(below + margin * 0.75), texts


def _foot(
    size: Size, words: Words, letters: Letters, largest: float, margin: int
) -> tuple[int, list[Sample], list[Text]]:
    """The foot's height, the legend, and the credit beside it or, without room there, below."""
    growth = min(_MOST_GROWTH, max(1.0, largest / _LARGE_TITLE))
    room = size.width - 2 * margin
    style = _legend_style(words, room, growth, letters)
    row = round(growth * _ROW)
    rows = _legend_rows(
        [_SAMPLE + letters.width(word, style) + _GAP for _, word in words.legend], room + _GAP
    )
    credit = _fitting(words.credit, _scaled(_CREDIT, growth), room, letters)
    credit_width = letters.width(words.credit, credit)
    beside = len(rows) == 1 and sum(rows[0]) + credit_width <= room
    height = row if beside or not rows else (len(rows) + 1) * row - 6
    top = size.height - height
    samples, texts = [], []
    told = iter(words.legend)
    for number, widths in enumerate(rows):
        x, above = float(margin), top + number * row
        for width in widths:
            status, word = next(told)
            samples.append(Sample(status, x + (_SAMPLE - 8) / 2, above + row / 2))
            baseline = above + letters.baseline(style, row)
            texts.append(Text(word, style, "ink", x + _SAMPLE, baseline))
            x += width
    right = size.width - margin - credit_width
    texts.append(
        Text(
            words.credit,
            credit,
            "quiet",
            right if beside else margin,
            size.height - row + letters.baseline(credit, row) - (0 if beside else 2),
        )
    )
    return height, samples, texts


def _index(
    size: Size, words: Words, letters: Letters, bottom: float, margin: int
) -> tuple[int, list[Text]]:
    """The height of the index and its entries, column by column; nothing where it is too long."""
    room = size.width - 2 * margin
    widths = [
        letters.width(name, _ENTRY_NAME) + _ENTRY_SPACE + letters.width(told, _ENTRY)
        for name, told in words.index
    ]
    most = int((_MOST_OF_INDEX * size.height - 2 * _ENTRY_MARGIN) // _ENTRY_ROW)
    rows, starts = _columns(widths, room, most)
    if not starts:
        return 0, []
    height = rows * _ENTRY_ROW + 2 * _ENTRY_MARGIN
    texts = []
    for number, (name, told) in enumerate(words.index):
        x = margin + starts[number // rows]
        top = bottom - height + _ENTRY_MARGIN + number % rows * _ENTRY_ROW
        y = top + letters.baseline(_ENTRY, _ENTRY_ROW)
        after = x + letters.width(name, _ENTRY_NAME) + _ENTRY_SPACE
        texts += [Text(name, _ENTRY_NAME, "ink", x, y), Text(told, _ENTRY, "quiet", after, y)]
    return height, texts


def _columns(widths: Sequence[float], room: float, most: int) -> tuple[int, list[float]]:
    """The fewest rows, of so many at most, in which entries find room, and where columns begin.

    Without room there is none.
    """
    for rows in range(1, min(most, len(widths)) + 1):
        columns = [max(widths[at : at + rows]) for at in range(0, len(widths), rows)]
        left = room - sum(columns)
        if left >= (len(columns) - 1) * _COLUMN_GAP:
            gap = left / max(1, len(columns) - 1)
            return rows, [sum(columns[:at]) + at * gap for at in range(len(columns))]
    return 0, []


def _legend_style(words: Words, room: float, growth: float, letters: Letters) -> Style:
    """The letters of the legend, a little smaller where its words then stand beside each other."""
    wanted = _scaled(_LEGEND, growth)
    beside = room - len(words.legend) * (_SAMPLE + _GAP) + _GAP
    style = _fitting("".join(word for _, word in words.legend), wanted, beside, letters)
    return style if style.size >= _LEAST_OF_LEGEND * growth else wanted


def _legend_rows(widths: Sequence[float], room: float) -> list[list[float]]:
    """The widths of the legend's parts in their order, as many in a row as find room."""
    rows: list[list[float]] = []
    for width in widths:
        if rows and sum(rows[-1]) + width <= room:
            rows[-1].append(width)
        else:
            rows.append([width])
    return rows


def _scaled(style: Style, growth: float) -> Style:
    return Style(growth * style.size, style.weight)


def _fitting(words: str, style: Style, room: float, letters: Letters) -> Style:
    """The style, smaller where the words would be wider than the room."""
    width = letters.width(words, style)
    return style if width <= room else Style(style.size * room / width, style.weight)
