"""What the program is made of is told by a bill, and what is known against it by an audit."""

from __future__ import annotations

import json
from typing import Any

import pytest

from partner_map.settings import PACKAGE_FOLDER, PROJECT_FOLDER
from tools import audit, bill

LOCK = (PROJECT_FOLDER / "requirements.lock").read_text(encoding="utf-8")
BILL = json.loads((PACKAGE_FOLDER / "bill.cdx.json").read_text(encoding="utf-8"))
COMPONENTS: list[dict[str, Any]] = BILL["components"]


def test_the_bill_names_every_pin_of_the_lock_by_its_hashes_and_nothing_else() -> None:
    pins = {line.split()[0] for line in LOCK.splitlines() if "==" in line}

    assert {component["bom-ref"] for component in COMPONENTS} == pins
    assert sum(len(component["hashes"]) for component in COMPONENTS) == LOCK.count("--hash=")
    assert (BILL["bomFormat"], BILL["specVersion"]) == ("CycloneDX", "1.6")


def test_every_part_states_its_licence_but_those_of_another_platform() -> None:
    silent = {component["name"] for component in COMPONENTS if not component.get("licenses")}

    assert silent <= {"colorama", "pywin32", "tzdata"}


def test_the_same_lock_gives_the_same_bill() -> None:
    assert bill.bill(LOCK) == bill.bill(LOCK)


def package(name: str, **told: object) -> dict[str, object]:
    return {"name": name, "version": "1.0", "vulns": []} | told


FAULT = {"id": "CVE-2026-1", "fix_versions": ["1.1"]}
UNKNOWN = {"name": "other", "skip_reason": "not found"}


@pytest.mark.parametrize(
    ("packages", "status", "words"),
    [
        ([package("one")], audit.CLEAN, "No known vulnerability in 1 packages."),
        ([package("one", vulns=[FAULT])], audit.FAULTY, "one 1.0: CVE-2026-1, mended in 1.1"),
        ([package("one"), UNKNOWN], audit.NOT_ASKED, "not checked: other"),
        ([package("one", vulns=[FAULT]), UNKNOWN], audit.FAULTY, "not checked: other"),
        ([UNKNOWN, UNKNOWN], audit.NOT_ASKED, "knew none of 2 packages"),
        ([], audit.NOT_ASKED, "no package"),
    ],
)
def test_an_audit_is_good_news_only_when_everything_was_checked(
    packages: list[object], status: int, words: str
) -> None:
    found, lines = audit.verdict(json.dumps({"dependencies": packages}))

    assert found == status
    assert words in "\n".join(lines)


def test_an_audit_without_a_network_says_that_nothing_is_known() -> None:
    status, lines = audit.verdict("")

    assert status == audit.NOT_ASKED
    assert "could not be asked" in lines[0]
