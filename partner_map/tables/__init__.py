"""The tables: read as spreadsheet programs write them, checked whole, told fault by fault."""

from partner_map.tables.columns import (
    AGREEMENTS,
    COORDINATES,
    EVENTS,
    PARTNERS,
    TABLES,
    Column,
    Table,
)
from partner_map.tables.fault_words import fault_words, hint_words
from partner_map.tables.faults import Fault, FaultKind, Hint, HintKind
from partner_map.tables.reading import Checked, TablesError, check, read_dataset, read_table
from partner_map.tables.schema import is_web_url
from partner_map.tables.snapshot import (
    Signature,
    Snapshot,
    SnapshotError,
    packed,
    signature,
    take_snapshot,
    unpacked,
)

__all__ = [
    "AGREEMENTS",
    "COORDINATES",
    "EVENTS",
    "PARTNERS",
    "TABLES",
    "Checked",
    "Column",
    "Fault",
    "FaultKind",
    "Hint",
    "HintKind",
    "Signature",
    "Snapshot",
    "SnapshotError",
    "Table",
    "TablesError",
    "check",
    "fault_words",
    "hint_words",
    "is_web_url",
    "packed",
    "read_dataset",
    "read_table",
    "signature",
    "take_snapshot",
    "unpacked",
]
