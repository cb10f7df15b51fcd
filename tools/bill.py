"""Write the bill of materials: what the program is made of, with versions, hashes and licences.

    .venv/bin/python -m tools.bill

It is CycloneDX 1.6 as JSON, from ``requirements.lock`` and what the installed packages say of
themselves; the same lock gives the same file.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from importlib.metadata import PackageMetadata, PackageNotFoundError, metadata
from pathlib import Path

from cyclonedx.contrib.license.exceptions import (
    InvalidLicenseExpressionException,
    InvalidSpdxLicenseException,
)
from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model import HashAlgorithm, HashType
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.model.license import DisjunctiveLicense, License
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL
from packaging.markers import Marker

import partner_map

PROJECT = Path(__file__).resolve().parent.parent
LOCK = PROJECT / "requirements.lock"
BILL = PROJECT / "partner_map" / "bill.cdx.json"
_PINNED = re.compile(r"^([\w.-]+)==([^\s;]+)(?: ; ([^\\]+?))?((?: \\\n +--hash=sha256:\w+)+)", re.M)
_HASH = re.compile(r"sha256:(\w+)")
_LONGEST_NAME = 40
"""What is longer in a package's field of its licence is the licence's text."""


def components(lock: str) -> Iterator[Component]:
    """A component for each pin of a lock that has one for every platform."""
    for name, version, marker, hashes in _PINNED.findall(lock):
        known = _metadata(name)
        component = Component(
            type=ComponentType.LIBRARY,
            name=name,
            version=version,
            bom_ref=f"{name}=={version}",
            purl=PackageURL("pypi", None, name, version),
            description=str(Marker(marker)) if marker else None,
            hashes=[
                HashType(alg=HashAlgorithm.SHA_256, content=digest)
                for digest in _HASH.findall(hashes)
            ],
        )
        if known is not None:
            component.licenses.add(_licence(known))
        yield component


def _metadata(name: str) -> PackageMetadata | None:
    try:
        return metadata(name)
    except PackageNotFoundError:
        return None  # of another platform


def _licence(known: PackageMetadata) -> License:
    """The licence: an SPDX expression, or the name that the package gives it."""
    factory = LicenseFactory()
    stated = "".join(known.get_all("License-Expression") or [])
    classifiers = [
        line.rpartition(" :: ")[2]
        for line in known.get_all("Classifier") or []
        if line.startswith("License :: ")
    ]
    short = "".join(known.get_all("License") or []).strip()
    named = stated or (short if 0 < len(short) <= _LONGEST_NAME and "\n" not in short else "")
    named = named or ", ".join(classifiers) or "not stated by the package"
    try:
        return factory.make_with_expression(named) if stated else factory.make_with_id(named)
    except (InvalidLicenseExpressionException, InvalidSpdxLicenseException):
        return DisjunctiveLicense(name=named)


def bill(lock: str) -> str:
    """The bill of materials of a lock, without moment and number of its making."""
    bom = Bom(components=components(lock))
    bom.metadata.component = Component(
        type=ComponentType.APPLICATION,
        name="partner-map",
        version=partner_map.__version__,
        bom_ref="partner-map",
        licenses=[LicenseFactory().make_with_id("MIT")],
    )
    bom.register_dependency(bom.metadata.component, list(bom.components))
    told = json.loads(JsonV1Dot6(bom).output_as_string())
    del told["serialNumber"], told["metadata"]["timestamp"]
    return json.dumps(told, indent=1, sort_keys=True) + "\n"


def main() -> int:
    """Write the bill into the package, so that the wheel has it."""
    BILL.write_text(bill(LOCK.read_text(encoding="utf-8")), encoding="utf-8")
    print(f"Written: {BILL.relative_to(PROJECT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
