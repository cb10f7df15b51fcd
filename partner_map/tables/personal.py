"""Personal data in a text that will be public: e-mail addresses, telephone and PESEL numbers."""

from __future__ import annotations

import re
from typing import Final

from phonenumbers import PhoneNumberMatch, PhoneNumberMatcher
from stdnum.pl import pesel

_HOME: Final = "PL"  # where a telephone number without a country code belongs
_EMAIL: Final = re.compile(r"[\w.+-]+@[\w-]+(\.[\w-]+)+")
_ELEVEN_DIGITS: Final = re.compile(r"(?<!\d)\d{11}(?!\d)")
_ENOUGH_DIGITS: Final = re.compile(r"(?:\d\D{0,3}){9}")
_URL: Final = re.compile(r"https?://\S+")
_TELEPHONE: Final = re.compile(r"[+(]?[0-9][0-9 ()/.\u2013-]*(?:(?:w\.|wew\.|ext\.) ?[0-9]+)?")
_FEWEST_DIGITS: Final = re.compile(r"(?:\d\D*){5}")
# Sums and counts are written in thousands, from a digit that is no 0, and without a sign.
_THOUSANDS: Final = re.compile(r"[1-9]\d{0,2}(?:([ .,'’\xa0\u2007\u2009\u202f])\d{3}(?:\1\d{3})*)?")
_UNDIVIDED: Final = re.compile(r"[1-9]\d+")
_MONEY: Final = (
    r"[$€£¥₴]|(?:zł|gr|PLN|EUR|USD|GBP|CHF|CZK|SEK|NOK|DKK|HUF|RON|BGN|UAH|DEM|FRF|LTL|LVL|EEK|Kč|DM)\b"
    r"|złot|euro|dol+ar|frank|franc|koron|crown|forint|funt|pound|hrywn|hryvn|lit[aóy]|łat[óy]|mar(?:ek|k)\b"
)
_COUNTED: Final = (
    r"os[óo]b|ludzi|uczestni|mieszka|ucz(?:ni|enn|estn)|dzieci|młodzie|go[śs]ci|widz|odwiedz|turyst"
    r"|obywatel|wybor|pasażer|egzemplarz|sztuk|wyświetle|odsłon|głos|drzew|kilomet|metr|ton|litr"
    r"|hektar|lat\b|participant|people|person|inhabitant|resident|citizen|pupil|student|child|guest"
    r"|visit|tourist|passenger|spectator|viewer|voter|view|vote|cop(?:y|ies)|tree|litre|hectare"
    r"|years?\b|(?:km|m|ha|kg|t|l|MW|MWh|kWh)[²³]?(?!\w)"
)
_AFTER: Final = re.compile(rf"[\s\xa0]*(?:{_MONEY}|{_COUNTED})")
_MONEY_BEFORE: Final = re.compile(rf"(?:{_MONEY})[\s\xa0]*$")
_TELEPHONE_BEFORE: Final = re.compile(
    r"(?:\btel|\btelefon\w*|\bkom|\bkomórk\w*|\bfax|\bfaks|\bphone|\bmobile|\bcall|\bzadzwoń"
    r"|\bdzwoń|\bnr|\bnumer\w*|\bnumber)\b[.:]*[\s\xa0]*$",
    re.IGNORECASE,
)


def has_email(text: str) -> bool:
    """Whether a text holds an e-mail address."""
    return _EMAIL.search(text) is not None


def has_pesel(text: str) -> bool:
    """Whether a text holds a number of the Polish register of persons (PESEL)."""
    return any(map(pesel.is_valid, _ELEVEN_DIGITS.findall(text)))


def has_telephone(text: str) -> bool:
    """Whether a text holds a telephone number; a sum or a count of something is none."""
    words = _URL.sub("", text)
    return _ENOUGH_DIGITS.search(words) is not None and not all(
        _is_amount(words, found) for found in PhoneNumberMatcher(words, _HOME)
    )


def _is_amount(text: str, found: PhoneNumberMatch) -> bool:
    """Whether what looks like a telephone number stands with what it counts."""
    before, after = text[: found.start], text[found.end :]
    if _TELEPHONE_BEFORE.search(before):
        return False
    if not (_THOUSANDS.fullmatch(found.raw_string) or _UNDIVIDED.fullmatch(found.raw_string)):
        return False
    return bool(_AFTER.match(after) or _MONEY_BEFORE.search(before))


def is_email(text: str) -> bool:
    """Whether a text is an e-mail address and nothing else."""
    return text.isascii() and _EMAIL.fullmatch(text) is not None


def is_telephone(text: str) -> bool:
    """Whether a text is a telephone number as people write one, and nothing else."""
    return _TELEPHONE.fullmatch(text) is not None and _FEWEST_DIGITS.search(text) is not None
