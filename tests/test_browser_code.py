"""The browser code: its own tests in node, its checks' lock, and its one palette."""

from __future__ import annotations

import ast
import re
import subprocess
import tomllib
from pathlib import Path

import pytest

from partner_map.assets import palette
from partner_map.settings import PROJECT_FOLDER
from tools.npm import NODE

NODE_TESTS = sorted(str(path) for path in PROJECT_FOLDER.glob("tests/**/*.test.js"))
STYLES_AND_SCRIPTS = sorted(
    path
    for pattern in ("partner_map/**/*.css", "partner_map/**/*.js", "partner_map/**/*.html")
    for path in PROJECT_FOLDER.glob(pattern)
    if path.name != "colours.css"
)
PYTHON = sorted(
    path
    for pattern in ("app.py", "pages/*.py", "partner_map/**/*.py", "benchmarks/**/*.py")
    for path in PROJECT_FOLDER.glob(pattern)
)
THEME = {
    "primaryColor": "agreement",
    "backgroundColor": "paper",
    "secondaryBackgroundColor": "paper-shade",
    "textColor": "ink",
    "linkColor": "agreement",
    "borderColor": "line",
}
"""Streamlit's theme, which can name no variable, by the palette's names."""
CODE = re.compile(
    r"#(?:[0-9a-f]{8}|[0-9a-f]{6}|[0-9a-f]{3,4})\b"
    r"|\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color)\(",
    re.IGNORECASE,
)
"""A colour by its numbers."""
NAME = re.compile(
    r"(?<![\w-])(?:white|black|gr[ae]y|red|green|blue|yellow|orange|purple|brown|pink|navy|teal)"
    r"(?![\w-])",
    re.IGNORECASE,
)
"""A colour by its name in CSS."""
COMMENT = re.compile(r"/\*.*?\*/|(?<![:\"'])//[^\n]*|<!--.*?-->", re.DOTALL)


def relative(path: Path) -> str:
    return path.relative_to(PROJECT_FOLDER).as_posix()


def colours_in(text: str) -> list[str]:
    return CODE.findall(text) + NAME.findall(text)


def strings_of(source: str) -> list[str]:
    """The string literals of a Python module, docstrings among them."""
    return [
        node.value
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ]


def test_the_tests_in_node_pass() -> None:
    assert NODE_TESTS
    run = subprocess.run(
        [str(NODE), "--test", "--test-reporter=spec", *NODE_TESTS],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )

    print(run.stdout, run.stderr)
    assert run.returncode == 0


@pytest.mark.parametrize("path", STYLES_AND_SCRIPTS, ids=relative)
def test_no_style_or_script_has_a_colour_of_its_own(path: Path) -> None:
    assert colours_in(COMMENT.sub("", path.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize("path", PYTHON, ids=relative)
def test_no_python_module_has_a_colour_of_its_own(path: Path) -> None:
    strings = strings_of(path.read_text(encoding="utf-8"))

    assert [text for text in strings if CODE.search(text)] == []


def test_the_check_finds_a_colour() -> None:
    for text in ("color: #fff;", "fill: #0F5E59", "rgb(1 2 3 / 5%)", "color: white", "'red'"):
        assert colours_in(text), text
    for text in ("color: var(--white)", "white-space: nowrap", "#kiosk-question", "color-mix"):
        assert not colours_in(text), text


@pytest.mark.parametrize("path", STYLES_AND_SCRIPTS, ids=relative)
def test_every_variable_that_is_used_is_there(path: Path) -> None:
    sizes = {
        name
        for style in STYLES_AND_SCRIPTS
        for name in re.findall(r"--([\w-]+):", style.read_text(encoding="utf-8"))
    }
    # What timeline_chart.js, timeline.js and slider.js measure.
    written_by_scripts = {"at", "bar", "column", "part", "row", "rows", "share", "year"}

    used = re.findall(r"(?:var\(|\")--([\w-]+)", path.read_text(encoding="utf-8"))
    assert set(used) <= palette().keys() | sizes | written_by_scripts


def test_every_colour_of_the_palette_is_used() -> None:
    texts = "".join(path.read_text(encoding="utf-8") for path in STYLES_AND_SCRIPTS)

    unused = {name for name in palette() if not re.search(rf"--{name}\b(?!-)", texts)}
    assert unused <= set(THEME.values())


def test_streamlits_theme_has_the_colours_of_the_palette() -> None:
    config = tomllib.loads((PROJECT_FOLDER / ".streamlit/config.toml").read_text(encoding="utf-8"))
    theme = {key: value for key, value in config["theme"].items() if str(value).startswith("#")}

    assert {key: value.lower() for key, value in theme.items()} == {
        key: palette()[name] for key, name in THEME.items()
    }


def test_the_lock_of_the_checks_names_no_host() -> None:
    assert "://" not in (PROJECT_FOLDER / "package-lock.json").read_text(encoding="utf-8")
