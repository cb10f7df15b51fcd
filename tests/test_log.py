"""The log has one line an event, in a form that is stated, and nothing of a visitor."""

from __future__ import annotations

import ast
import datetime
import json
import logging
import re
import warnings
from collections.abc import Iterator

import pytest

from partner_map.log import WITHHELD, LogForm, event, pass_on, set_up_log
from partner_map.settings import PROJECT_FOLDER

OURS = logging.getLogger("partner_map.tables.anything")
LIBRARYS = logging.getLogger("a_library.of_others")
FIELDS = ["time", "level", "event", "words"]
TYPED = "szkola muzyczna"


@pytest.fixture(autouse=True)
def _log_as_it_was() -> Iterator[None]:
    root = logging.getLogger()
    handlers = list(root.handlers)
    yield
    for handler in [one for one in root.handlers if one not in handlers]:
        root.removeHandler(handler)
    logging.captureWarnings(False)


def told(capsys: pytest.CaptureFixture[str]) -> list[str]:
    return capsys.readouterr().err.splitlines()


def told_fields(capsys: pytest.CaptureFixture[str]) -> dict[str, str]:
    (line,) = told(capsys)
    fields: dict[str, str] = json.loads(line)
    return fields


def fail(logger: logging.Logger) -> None:
    try:
        int(TYPED)
    except ValueError:
        logger.exception("It failed")


def test_a_line_of_text_has_time_level_event_and_words(capsys: pytest.CaptureFixture[str]) -> None:
    set_up_log(LogForm.TEXT)

    OURS.info("The tables are good.", extra=event("tables-good"))

    (line,) = told(capsys)
    time, rest = line.split(" ", 1)
    assert rest == "info tables-good The tables are good."
    assert datetime.datetime.fromisoformat(time).tzinfo is not None


def test_a_line_of_json_has_the_same_as_fields(capsys: pytest.CaptureFixture[str]) -> None:
    set_up_log(LogForm.JSON)

    OURS.warning("Łódź: %s", "none", extra=event("clock-behind"))

    fields = told_fields(capsys)
    assert list(fields) == FIELDS
    assert datetime.datetime.fromisoformat(fields["time"]).tzinfo is not None
    assert list(fields.values())[1:] == ["warning", "clock-behind", "Łódź: none"]


@pytest.mark.parametrize("form", LogForm)
@pytest.mark.parametrize("between", ["\n", "\r\n", "\u2028", "\x85", "\x1b[2J\n"])
def test_words_of_several_lines_are_one_line(
    capsys: pytest.CaptureFixture[str], form: LogForm, between: str
) -> None:
    set_up_log(form)

    OURS.error("Faults:\n%s", f"first{between}second", extra=event("tables-faulty"))

    lines = capsys.readouterr().err.split("\n")
    assert len(lines) == 2
    assert not re.search(r"[\x00-\x09\x0b-\x1f]", lines[0])


@pytest.mark.parametrize("form", LogForm)
def test_an_error_of_ours_is_one_line_with_all_its_calls(
    capsys: pytest.CaptureFixture[str], form: LogForm
) -> None:
    set_up_log(form)

    fail(OURS)

    (line,) = told(capsys)
    assert "ValueError: invalid literal" in line
    assert "test_log.py" in line


@pytest.mark.parametrize("form", LogForm)
def test_an_error_that_a_library_tells_has_kind_and_place_and_nothing_that_was_typed(
    capsys: pytest.CaptureFixture[str], form: LogForm
) -> None:
    set_up_log(form)

    fail(LIBRARYS)

    (line,) = told(capsys)
    assert "It failed" in line
    assert "builtins.ValueError in fail (test_log.py:" in line
    assert TYPED not in line


def test_a_librarys_line_is_told_from_a_warning_on(capsys: pytest.CaptureFixture[str]) -> None:
    set_up_log(LogForm.JSON)
    LIBRARYS.setLevel(logging.DEBUG)

    LIBRARYS.info('%s - "WebSocket %s" [accepted]', "203.0.113.7:5000", "/_stcore/stream")
    LIBRARYS.warning("Something is old")

    fields = told_fields(capsys)
    assert (fields["event"], fields["words"]) == (LIBRARYS.name, "Something is old")


@pytest.mark.parametrize(
    "address",
    ["203.0.113.7", "2001:db8:1:2:3:4:5:6", "2001:db8::1", "::1", "fe80::1", "::ffff:203.0.113.7"],
)
@pytest.mark.parametrize("around", ["{}", "from ('{}', 5000) it came", "peer={}.", "[{}]:5000"])
def test_an_address_is_left_out_wherever_it_stands(
    capsys: pytest.CaptureFixture[str], address: str, around: str
) -> None:
    set_up_log(LogForm.JSON)

    LIBRARYS.warning("Lost: %s", around.format(address))

    assert told_fields(capsys)["words"] == f"Lost: {around.format(WITHHELD)}"


@pytest.mark.parametrize(
    "words", ["12:30:45", "2026-11-27T02:02:16+00:00", "version 1.67.0", "5:4", "std::list"]
)
def test_what_is_no_address_stays(capsys: pytest.CaptureFixture[str], words: str) -> None:
    set_up_log(LogForm.JSON)

    LIBRARYS.warning("%s", words)

    assert told_fields(capsys)["words"] == words


def test_a_warning_of_python_is_a_line_too(capsys: pytest.CaptureFixture[str]) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        set_up_log(LogForm.JSON)
        warnings.warn("soon gone", DeprecationWarning, stacklevel=1)

    fields = told_fields(capsys)
    assert fields["event"] == "py.warnings"
    assert "DeprecationWarning: soon gone" in fields["words"]


def test_a_library_with_a_handler_of_its_own_writes_by_the_log_alone(
    capsys: pytest.CaptureFixture[str],
) -> None:
    stubborn = logging.getLogger("a_stubborn_library")
    stubborn.propagate = False
    stubborn.addHandler(logging.StreamHandler())
    set_up_log(LogForm.JSON)

    pass_on(stubborn)
    stubborn.warning("Now with all others")

    assert told_fields(capsys)["words"] == "Now with all others"


def test_the_form_can_be_set_again(capsys: pytest.CaptureFixture[str]) -> None:
    set_up_log(LogForm.TEXT)
    set_up_log(LogForm.JSON)

    OURS.info("Once", extra=event("once"))

    assert told_fields(capsys)["words"] == "Once"


def test_every_line_of_ours_has_an_event_that_readme_tells() -> None:
    readme = (PROJECT_FOLDER / "README.md").read_text(encoding="utf-8")
    events = {
        f"{path.name}:{node.lineno}": next(
            (ast.unparse(one.value) for one in node.keywords if one.arg == "extra"), ""
        )
        for path in (PROJECT_FOLDER / "partner_map").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and ast.unparse(node.func).startswith("_LOG.")
    }
    named = {place: re.fullmatch(r"event\('([a-z-]+)'\)", told) for place, told in events.items()}

    assert named
    assert [
        place for place, name in named.items() if not name or f"`{name[1]}`" not in readme
    ] == []
