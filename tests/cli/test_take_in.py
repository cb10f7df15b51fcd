"""``partner-map import``: what another file says goes in where it is sound; the rest is told."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from partner_map.cli.parser import main
from partner_map.model import Coordinate
from partner_map.tables import PARTNERS, read_dataset
from partner_map.tables.starter import EXAMPLE_ID
from tests.support.folders import PARTNER, write_folder
from tests.support.forms import EVENT, as_workbook, rows_of

ENTITY = "http://www.wikidata.org/entity/"
WIKIDATA = [
    {
        "item": f"{ENTITY}Q1",
        "itemLabel": "Hranice",
        "coord": "Point(17.73469 49.54796)",
        "code": "CZ",
        "start": "1964-01-01T00:00:00Z",
    },
    {
        "item": f"{ENTITY}Q2",
        "itemLabel": "Кременець",
        "coord": "Point(25.73 50.10)",
        "code": "Ukraine",
        "start": "2007-05-03T00:00:00Z",
    },
    {"item": f"{ENTITY}Q3", "itemLabel": "Cēsis", "coord": "Point(57.31 25.27)", "code": "LV"},
]
NAMED = ("--map", "name=itemLabel", "--map", "country=code", "--map", "agreement=start")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder as it begins: an example partner and its event."""
    return write_folder(
        tmp_path / "tables", [PARTNER | {"id": EXAMPLE_ID}], [EVENT | {"partners": EXAMPLE_ID}]
    )


def taken(folder: Path, file: str, text: str, *more: str) -> int:
    path = folder.parent / file
    path.write_text(text, encoding="utf-8")
    return main(["import", str(path), "--data", str(folder), *more])


def sparql(records: list[dict[str, str]]) -> str:
    bindings = [
        {name: {"type": "literal", "value": value} for name, value in record.items()}
        for record in records
    ]
    return json.dumps({"head": {"vars": list(records[0])}, "results": {"bindings": bindings}})


def as_text(records: list[dict[str, str]]) -> str:
    names = list(records[0])
    lines = [",".join(names), *(",".join(r.get(name, "") for name in names) for r in records)]
    return "\n".join(lines)


@pytest.mark.parametrize(
    ("file", "text", "third"),
    [
        ("query.json", json.dumps(WIKIDATA), 3),
        ("sparql.json", sparql(WIKIDATA), 3),
        ("query.csv", as_text(WIKIDATA), 4),
    ],
)
def test_the_answer_to_a_wikidata_query_is_taken_in(
    folder: Path, capsys: pytest.CaptureFixture[str], file: str, text: str, third: int
) -> None:
    assert taken(folder, file, text, *NAMED) == 1

    dataset = read_dataset(folder)
    hranice, kremenets = dataset.by_id["hranice"], dataset.by_id["q2"]
    assert len(dataset.partners) == 2
    assert hranice.name == {"pl": "Hranice", "en": "Hranice"}
    assert hranice.coordinate == Coordinate(49.54796, 17.73469, f"{ENTITY}Q1")
    assert hranice.agreement is not None
    assert hranice.agreement.fact.date.edtf == "1964"
    assert kremenets.own_name == "Кременець"
    assert kremenets.country == "UA"
    assert kremenets.agreement is not None
    assert kremenets.agreement.fact.date.edtf == "2007-05-03"
    told = capsys.readouterr()
    assert told.out.startswith(f"{file}, wiersz {third}, kolumna latitude")
    assert "zamienione" in told.out
    assert told.err == "partners.csv: zapisano 2 wiersze, pominięto 1 wiersz.\n"


def test_a_geojson_is_taken_in(folder: Path) -> None:
    feature = {
        "type": "Feature",
        "properties": {"miasto": "Hranice", "kraj": "Czechy", "rok": 2006},
        "geometry": {"type": "Point", "coordinates": [17.73469, 49.54796]},
    }
    text = json.dumps({"type": "FeatureCollection", "features": [feature]})
    named = ("--map", "name=miasto", "--map", "country=kraj", "--map", "agreement=rok")

    assert taken(folder, "miasta.geojson", text, *named, "--source", "https://example.org/m") == 0

    (partner,) = read_dataset(folder).partners
    assert (partner.id, partner.country) == ("hranice", "CZ")
    assert partner.coordinate == Coordinate(49.54796, 17.73469, "https://example.org/m")


def test_the_example_goes_when_partners_come(folder: Path) -> None:
    taken(folder, "a.csv", "name_en,country\nHranice,CZ\n")

    dataset = read_dataset(folder)
    assert [partner.id for partner in dataset.partners] == ["hranice"]
    assert dataset.events == ()


def test_what_stands_stays_and_is_not_taken_in_twice(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = write_folder(tmp_path / "tables", [PARTNER], [EVENT])
    text = "label;country\nHranice;CZ\nCēsis;LV\nNowhere;QQ\n"

    assert taken(folder, "a.csv", text, "--map", "name=label", "--lang", "en") == 1

    dataset = read_dataset(folder)
    assert dataset.by_id.keys() == {"hranice", "cesis"}
    assert dataset.by_id["hranice"].agreement is not None
    assert len(dataset.events) == 1
    twice, unknown = capsys.readouterr().out.splitlines()
    assert twice.startswith("a.csv, row 2, column id: “hranice”: this id stands in an earlier row")
    assert unknown.startswith("a.csv, row 4, column country: “QQ”: there is no such country")


def test_events_are_taken_in_too(tmp_path: Path) -> None:
    folder = write_folder(tmp_path / "tables", [PARTNER], [EVENT])
    text = (
        "partners,start,type,title_pl,title_en,source\n"
        "hranice,2010,sport,Mecz.,A match.,https://example.org/mecz\n"
        "nowhere,2010,sport,Mecz.,A match.,https://example.org/mecz\n"
    )

    assert taken(folder, "a.csv", text, "--table", "events") == 1
    assert [event.start.edtf for event in read_dataset(folder).events] == ["2008-05-17", "2010"]


@pytest.mark.parametrize(
    ("text", "named", "told"),
    [
        ("a,b\n1,2\n", (), "nie ma nazw kolumn"),
        ("{]", (), "to nie jest ani GeoJSON"),
        ('{"type": "Topology"}', (), "to nie jest ani GeoJSON"),
        ("[]", (), "jest pusty"),
        ("name_en\nx\n", ("--map", "city=label"), "city: nie ma takiej kolumny"),
        ("name_en\nx\n", ("--map", "name"), "wpisz NASZA=ICH"),
    ],
)
def test_what_cannot_be_read_changes_nothing(
    folder: Path,
    capsys: pytest.CaptureFixture[str],
    text: str,
    named: tuple[str, ...],
    told: str,
) -> None:
    before = {path.name: path.read_bytes() for path in folder.iterdir()}

    assert taken(folder, "a.csv", text, *named) == 2

    assert told in capsys.readouterr().err
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_a_file_that_is_not_there_is_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", str(folder / "none.csv"), "--data", str(folder)]) == 2
    assert "none.csv" in capsys.readouterr().err


def test_a_table_that_is_a_workbook_is_left_alone(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "partners.csv").unlink()
    (folder / "partners.xlsx").write_bytes(as_workbook(rows_of(PARTNERS, [PARTNER])))

    assert taken(folder, "a.csv", "name_en,country\nCēsis,LV\n") == 2
    assert "skoroszyt" in capsys.readouterr().err


def test_faults_of_the_folder_come_first(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = write_folder(tmp_path / "tables", [PARTNER | {"types": "szkola"}])

    assert taken(folder, "a.csv", "name_en,country\nCēsis,LV\n") == 2
    assert "partners.csv, wiersz 2, kolumna types" in capsys.readouterr().err
