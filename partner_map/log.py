"""The server's log: a line an event, in text or JSON, for whoever runs the program.

A line has the time with its offset from UTC, the level, the event and the words. The event is a
name that stays; of a library's line it is the name of its logger. No line has an address of a
visitor or what one typed: what libraries tell below a warning is left out (uvicorn tells each
websocket there), what looks like an address is replaced, and of an error in what a visitor has
asked for the kind and the place are told, never its own words.
"""

from __future__ import annotations

import datetime
import ipaddress
import json
import logging
import re
import sys
import traceback
from enum import StrEnum
from pathlib import Path
from types import TracebackType
from typing import Final, TextIO

OURS: Final = "partner_map"
"""The logger above all of the program's own."""
WITHHELD: Final = "(an address)"
_UVICORN: Final = ("uvicorn", "uvicorn.error", "uvicorn.asgi")
"""Its loggers, without that of each request: as long as that one leads nowhere, none is told."""
_FOUR: Final = r"\d{1,3}(?:\.\d{1,3}){3}"
_LIKE_AN_ADDRESS: Final = re.compile(
    rf"(?<![\w.])(?:{_FOUR}(?!\.?\w)|[0-9A-Fa-f:]{{0,40}}:(?:{_FOUR}|[0-9A-Fa-f]{{1,4}})(?![\w:]))"
)
"""What may be an IPv4 or an IPv6 address, which the standard library then says."""
_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_BETWEEN_LINES: Final = " | "


class LogForm(StrEnum):
    """How a line of the log is written."""

    TEXT = "text"
    JSON = "json"


class _Line(logging.Formatter):
    """A record as one line."""

    def __init__(self, form: LogForm) -> None:
        super().__init__()
        self._form = form

    def format(self, record: logging.LogRecord) -> str:
        """The line, without its end."""
        words = _without_addresses("\n".join(filter(None, (record.getMessage(), _error(record)))))
        moment = datetime.datetime.fromtimestamp(record.created).astimezone()
        fields = {
            "time": moment.isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "event": getattr(record, "event", record.name),
            "words": words,
        }
        if self._form is LogForm.JSON:
            return json.dumps(fields, ensure_ascii=False)
        joined = _BETWEEN_LINES.join(line.strip() for line in words.splitlines() if line.strip())
        return " ".join(
            (*list(fields.values())[:-1], _CONTROL.sub("\N{REPLACEMENT CHARACTER}", joined))
        )


class _StandardError(logging.StreamHandler[TextIO]):
    """Writes to the standard error as it is at the moment."""

    def __init__(self) -> None:
        logging.Handler.__init__(self)

    @property
    def stream(self) -> TextIO:  # type: ignore[override]
        return sys.stderr


def event(name: str) -> dict[str, str]:
    """What a line of ours takes as ``extra``: the event, in words joined by hyphens."""
    return {"event": name}


def set_up_log(form: LogForm) -> None:
    """Have every line of the process written in this form; again for another form."""
    root = logging.getLogger()
    for handler in [one for one in root.handlers if isinstance(one, _StandardError)]:
        root.removeHandler(handler)
    written = _StandardError()
    written.setFormatter(_Line(form))
    written.addFilter(_is_told)
    root.addHandler(written)
    logging.getLogger(OURS).setLevel(logging.INFO)
    for name in _UVICORN:
        pass_on(logging.getLogger(name))
    logging.captureWarnings(True)


def pass_on(logger: logging.Logger) -> None:
    """Have a library's logger write by the log alone, and no longer by handlers of its own."""
    for handler in list(logger.handlers):
        logger.removeHandler(handler)
    logger.propagate = True


def _is_told(record: logging.LogRecord) -> bool:
    return _is_ours(record) or record.levelno >= logging.WARNING


def _is_ours(record: logging.LogRecord) -> bool:
    return record.name == OURS or record.name.startswith(f"{OURS}.")


def _error(record: logging.LogRecord) -> str:
    """The error that a record tells; of a library's the kind and the place alone."""
    kind, error, frames = record.exc_info or (None, None, None)
    if kind is None or error is None:
        return ""
    if _is_ours(record):
        return "".join(traceback.format_exception(kind, error, frames)).strip()
    return f"{kind.__module__}.{kind.__qualname__} in {_places(frames)}"


def _places(frames: TracebackType | None) -> str:
    """Where an error came from, the innermost call first."""
    calls = reversed(traceback.extract_tb(frames))
    return ", ".join(f"{call.name} ({Path(call.filename).name}:{call.lineno})" for call in calls)


def _without_addresses(words: str) -> str:
    return _LIKE_AN_ADDRESS.sub(
        lambda found: WITHHELD if _is_address(found[0]) else found[0], words
    )


def _is_address(text: str) -> bool:
    try:
        ipaddress.ip_address(text)
    except ValueError:
        return False
    return True
