"""A fault as a sentence: where it is, what was typed, what is wrong and what to do."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Final

from partner_map.i18n.translator import N_, Translator
from partner_map.tables.faults import Fault, FaultKind, Hint, HintKind
from partner_map.tables.invisible import with_names_of_invisible
from partner_map.tables.snapshot import TOWN_FILE

_SENTENCES: Final = {
    FaultKind.FOLDER_UNREADABLE: N_(
        "the folder of the tables cannot be opened: see that it is there and may be read"
    ),
    FaultKind.FOLDER_SLOW: N_(
        "the folder of the tables does not answer: see that its drive is connected"
    ),
    FaultKind.FILE_MISSING: N_("the file is missing: put it back"),
    FaultKind.FILE_UNREADABLE: N_(
        "the file cannot be opened: close it in other programs and see that it may be read"
    ),
    FaultKind.FILE_EMPTY: N_("the file is empty: put its rows back"),
    FaultKind.FILE_TOO_LARGE: N_(
        "the file is larger than {allowed} MB: remove what does not belong in it"
    ),
    FaultKind.FILE_TWICE: N_("{allowed} lies beside it, and only one can count: remove one"),
    FaultKind.FILE_FORMAT: N_(
        "such a file is not read: save the table as .xlsx or as CSV UTF-8 and remove this file"
    ),
    FaultKind.FOREIGN_FORM: N_(
        "this is neither GeoJSON nor the answer to a Wikidata query: save it as one of these or"
        " as CSV"
    ),
    FaultKind.ENCODING: N_(
        "the letters are in none of the known encodings: save the table as CSV UTF-8"
    ),
    FaultKind.NO_HEADER: N_("the first row holds no names of columns; write them: {allowed}"),
    FaultKind.UNCLOSED_QUOTE: N_(
        "a quotation mark is opened in this row and never closed: close it or remove it"
    ),
    FaultKind.WORKBOOK_BROKEN: N_("this is no workbook, or a broken one: save it again as .xlsx"),
    FaultKind.UNPACKED_TOO_LARGE: N_(
        "the workbook holds more than {allowed} MB: remove what does not belong in it"
    ),
    FaultKind.TOO_MANY_ROWS: N_(
        "there are more than {allowed} rows, blank ones included: delete those that do not belong"
    ),
    FaultKind.COLUMN_UNKNOWN: N_("there is no such column; allowed are: {allowed}"),
    FaultKind.COLUMN_MISSING: N_("the column is missing: add it"),
    FaultKind.COLUMN_TWICE: N_("the column stands there twice: remove one"),
    FaultKind.ROW_TOO_LONG: N_(
        "the row has a cell beyond the last column:"
        " look for a separator or a quotation mark too many"
    ),
    FaultKind.MERGED: N_(
        "these cells are merged, so that all but the first are empty: unmerge them and fill in each"
    ),
    FaultKind.CELL_TOO_LONG: N_("the cell has more than {allowed} characters: shorten it"),
    FaultKind.CONTROL_CHARACTER: N_(
        "the cell holds an invisible sign, {allowed}: delete it or type the text again"
    ),
    FaultKind.GARBLED: N_(
        "the letters were garbled when the file was opened in a wrong encoding: type them again"
    ),
    FaultKind.CELL_ERROR: N_("a formula left an error here: type the value"),
    FaultKind.REQUIRED: N_("the cell may not be empty: fill it in"),
    FaultKind.EMAIL: N_("an e-mail address does not belong in a public table: remove it"),
    FaultKind.PHONE: N_("a telephone number does not belong in a public table: remove it"),
    FaultKind.PESEL: N_("a PESEL number does not belong in a public table: remove it"),
    FaultKind.ID_FORM: N_("an id is made of small letters a-z, digits and single hyphens"),
    FaultKind.ID_TWICE: N_("this id stands in an earlier row too: choose another"),
    FaultKind.COUNTRY_UNKNOWN: N_(
        "there is no such country; allowed are the two capital letters of ISO 3166, as in NL"
    ),
    FaultKind.ID_TAKEN: N_(
        "a step of the presentation has this id already: choose another, as with the country"
        " behind it"
    ),
    FaultKind.COUNTRY_FORMER: N_(
        "this country is no more; write the one in which the place lies today: {allowed}"
    ),
    FaultKind.WORD_UNKNOWN: N_("there is no such word here; allowed are: {allowed}"),
    FaultKind.DATE_FORM: N_(
        "this is not a date; allowed are, for example: 1991-05-03, 03.05.1991, 2010-04, 2005,"
        " 1990~ (about 1990), 199X (the 1990s), 1997~/1999~ (the late 1990s)"
    ),
    FaultKind.DATE_IMPOSSIBLE: N_("the calendar has no such day: mend the date"),
    FaultKind.DATE_SERIAL: N_(
        "this is the number by which a spreadsheet counts days: type the day itself"
    ),
    FaultKind.URL_FORM: N_(
        "this is not an address; allowed are full ones that begin with http:// or https://"
    ),
    FaultKind.DEGREES: N_(
        "these are no degrees; allowed are numbers from -{allowed} to {allowed}, as in 52,0938"
    ),
    FaultKind.COORDINATE_HALF: N_("half of the coordinates is missing: write both, or neither"),
    FaultKind.COORDINATE_OUTSIDE: N_(
        "the place lies outside the stated country: mend the coordinates or the country"
    ),
    FaultKind.COORDINATE_SWAPPED: N_(
        "latitude and longitude are swapped: exchanged, they lie in the stated country, {allowed};"
        " write each into the other's cell"
    ),
    FaultKind.CONTACTS_AFTER_AGREEMENT: N_(
        "the first contacts come after the agreement: mend one of the dates"
    ),
    FaultKind.END_BEFORE_START: N_("the end comes before the start: mend one of the dates"),
    FaultKind.AGREEMENT_NOT_LATER: N_(
        "the partners table has no earlier agreement with this partner: write the first one there,"
        " and here those that followed"
    ),
    FaultKind.AGREEMENT_AFTER_END: N_(
        "the agreement comes after the end of the cooperation in the partners table:"
        " mend the date, or empty the cell ended"
    ),
    FaultKind.OFFICIAL_AFTER_END: N_(
        "an official exchange (local-government) comes after the end of the cooperation:"
        " mend the date or the type of exchange"
    ),
    FaultKind.PARTNER_UNKNOWN: N_(
        "no partner has this id; allowed are those of the partners table, joined by |"
    ),
    FaultKind.OUTLINES: N_(
        "the outlines of the countries cannot be read: restore the file of the program"
    ),
    FaultKind.TOWN_FORM: N_("the file is not in TOML: mend it where the words say"),
    FaultKind.TOWN_VALUE: N_(
        "the value is missing or makes no sense: write it as the town.toml of the program has it"
    ),
    FaultKind.NAME_UNKNOWN: N_("there is no such name here; allowed are: {allowed}"),
    FaultKind.NO_DAY: N_("this is no day of the calendar: write it as 2027-03-31"),
    FaultKind.NO_EMAIL: N_("this is no e-mail address: write it as office@example.org"),
    FaultKind.NO_TELEPHONE: N_("this is no telephone number: write it as +48 22 123 45 67"),
    FaultKind.ALL_MISSING: N_("at least one of these is needed: {allowed}"),
}


_OF_COUNTRIES: Final = {FaultKind.COUNTRY_FORMER, FaultKind.COORDINATE_SWAPPED}
"""Faults whose allowed values are codes of countries."""
_HINTS: Final = {
    HintKind.ROWS_HIDDEN: N_("hidden rows are read and published as well: {value}"),
    HintKind.COLUMNS_HIDDEN: N_("hidden columns are read and published as well: {value}"),
    HintKind.SHEET_HIDDEN: N_("the table stands on a hidden sheet: {value}"),
    HintKind.SHEET_NOT_READ: N_(
        "another sheet has the columns of the table too and is not read: {value}"
    ),
    HintKind.DECLARATION_INCOMPLETE: N_(
        "the declaration of accessibility leaves out what is not filled in: {value}"
    ),
    HintKind.REVIEW_DUE: N_(
        "the declaration of accessibility had to be reviewed by {value}: review it and write the"
        " day into accessibility.reviewed"
    ),
    HintKind.TERM_OVER: N_(
        "the term of the newest agreement is over; where it was renewed, write so into the"
        " agreements table: {value}"
    ),
    HintKind.UNDATED: N_(
        "these partners have no date and are shown in the current year alone: {value}"
    ),
    HintKind.PHOTO_UNDESCRIBED: N_(
        "the cell is empty, and without it the photo {value} is not shown: fill it in"
    ),
    HintKind.PHOTO_UNNAMED: N_(
        "the cell is empty, though a photo is described beside it: name its file, or empty those"
        " cells too"
    ),
    HintKind.PHOTO_OUTSIDE: N_(
        "the photo {value} is not shown, as its name leads out of the folder photos: put the file"
        " there and write its name alone"
    ),
    HintKind.PHOTO_MISSING: N_(
        "the photo {value} is not in the folder photos: put it there, or mend the name, in which"
        " small and capital letters count"
    ),
    HintKind.PHOTO_UNREADABLE: N_(
        "the photo {value} cannot be opened: close it in other programs and see that it is a file"
        " that may be read"
    ),
    HintKind.PHOTO_SLOW: N_(
        "the drive of the photo {value} does not answer: see that it is connected"
    ),
    HintKind.PHOTO_ENDING_UNKNOWN: N_(
        "the photo {value} is not shown, as its name does not end on .jpg, .jpeg, .png or .webp:"
        " save it as a JPEG"
    ),
    HintKind.PHOTO_ENDING_WRONG: N_(
        "the photo {value} is not shown, as it is in another format than its name says: save it"
        " as a JPEG"
    ),
    HintKind.PHOTO_NOT_A_PHOTO: N_(
        "the file {value} is not shown, as it is no JPEG, PNG or WebP: save the photo as a JPEG"
    ),
    HintKind.PHOTO_TOO_MANY_BYTES: N_(
        "the photo {value} is not shown, as its file is larger than {limit} MB: save a smaller one"
    ),
    HintKind.PHOTO_TOO_MANY_PIXELS: N_(
        "the photo {value} is not shown, as it has more than {limit} megapixels or a side of more"
        " than 16383: save a smaller one"
    ),
    HintKind.PHOTO_ANIMATED: N_(
        "the photo {value} is not shown, as it moves: save one picture of it"
    ),
    HintKind.PHOTO_BROKEN: N_(
        "the photo {value} is not shown, as its file is broken: copy it from the camera once more"
    ),
    HintKind.PHOTOS_TOO_MANY: N_(
        "this photo and those after it are not shown, as there are more than {value}"
    ),
}


def hint_words(hint: Hint, translator: Translator) -> str:
    """The hint on one line in the reader's language."""
    value = hint.value
    if hint.kind is HintKind.REVIEW_DUE:
        value = translator.day(datetime.date.fromisoformat(value))
    words = translator.gettext(_HINTS[hint.kind], value=value, limit=hint.limit)
    return f"{', '.join(_place(hint, translator))}: {words}"


def fault_words(fault: Fault, translator: Translator) -> str:
    """The fault on one line in the reader's language."""
    words = [f"{', '.join(_place(fault, translator))}:"]
    if fault.value:
        words.append(translator.gettext("“{text}”:", text=with_names_of_invisible(fault.value)))
    allowed = fault.allowed
    if fault.kind in _OF_COUNTRIES:
        allowed = tuple(f"{code} ({translator.country(code)})" for code in allowed)
    words.append(translator.gettext(_SENTENCES[fault.kind], allowed=", ".join(allowed)) + ".")
    if fault.nearest is not None:
        words.append(translator.gettext("Nearest: {value}", value=fault.nearest))
    return " ".join(words)


def _place(fault: Fault | Hint, translator: Translator) -> Iterator[str]:
    """Where a fault or a hint is, from the file to the character."""
    yield fault.file
    is_table = fault.file != TOWN_FILE
    if fault.row is not None:
        yield (
            translator.gettext("row {row}", row=fault.row)
            if is_table
            else translator.gettext("line {line}", line=fault.row)
        )
    if fault.column is not None:
        yield (
            translator.gettext("column {column}", column=fault.column) if is_table else fault.column
        )
    if isinstance(fault, Fault) and fault.position is not None:
        yield translator.gettext("character {number}", number=fault.position)
