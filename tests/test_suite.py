"""The rules of the suite itself, read from its files."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from partner_map import settings
from partner_map.settings import PROJECT_FOLDER
from tests.support.folders import FROZEN

TESTS = PROJECT_FOLDER / "tests"
FILES = sorted(TESTS.rglob("*.py"))
ON_THE_TOWNS_OWN = {
    "test_data.py",
    "cli/test_serve.py",  # it names the folder that is served by default, and reads nothing
}


def name(path: Path) -> str:
    return path.relative_to(TESTS).as_posix()


def nodes(path: Path) -> list[ast.AST]:
    return list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))


def imports(path: Path) -> list[tuple[str, str]]:
    """The modules that a file imports from, each with the name taken from it."""
    found = [
        (node.module or "", alias.name)
        for node in nodes(path)
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    ]
    found += [
        (alias.name, "")
        for node in nodes(path)
        if isinstance(node, ast.Import)
        for alias in node.names
    ]
    return found


def is_private(word: str) -> bool:
    return word.startswith("_") and not word.startswith("__")


@pytest.mark.parametrize("path", FILES, ids=name)
def test_of_the_tests_only_the_support_is_imported(path: Path) -> None:
    ours = [module for module, _ in imports(path) if module.split(".")[0] == "tests"]

    assert [module for module in ours if not module.startswith("tests.support")] == []


@pytest.mark.parametrize("path", FILES, ids=name)
def test_no_private_name_of_the_program_is_used(path: Path) -> None:
    taken = [
        f"{module}.{one}"
        for module, one in imports(path)
        if module.startswith("partner_map") and any(map(is_private, (*module.split("."), one)))
    ]
    reached = [
        ast.unparse(node)
        for node in nodes(path)
        if isinstance(node, ast.Attribute)
        and is_private(node.attr)
        and not (isinstance(node.value, ast.Name) and node.value.id == "self")
        and not path.stem.endswith("_host")  # what is private to a host, its test looks at
    ]
    named = [
        node.value
        for node in nodes(path)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and node.value.startswith("partner_map.")
        and any(map(is_private, node.value.split(".")))
    ]

    assert taken + reached + named == []


@pytest.mark.parametrize("path", FILES, ids=name)
def test_the_towns_own_tables_are_looked_at_in_one_place(path: Path) -> None:
    looks = [
        ast.unparse(node)
        for node in nodes(path)
        if isinstance(node, ast.BinOp)
        and isinstance(node.op, ast.Div)
        and isinstance(node.right, ast.Constant)
        and str(node.right.value).split("/")[0] == "data"
    ]

    assert bool(looks) == (name(path) in ON_THE_TOWNS_OWN)


def test_all_other_tests_are_on_the_frozen_tables() -> None:
    assert settings.tables_folder() == FROZEN


@pytest.mark.parametrize("path", FILES, ids=name)
def test_no_path_is_relative_to_the_working_directory(path: Path) -> None:
    relative = [
        ast.unparse(node)
        for node in nodes(path)
        if isinstance(node, ast.Call)
        and ast.unparse(node.func) in ("Path", "open", "Path.cwd", "os.getcwd", "os.listdir")
        and all(isinstance(part, ast.Constant) for part in node.args)
        and not (node.args and ast.unparse(node.args[0]).strip("'").startswith("/"))
    ]

    assert relative == []


def test_a_test_runs_from_any_working_directory(tmp_path: Path) -> None:
    test = TESTS / "test_tour.py"

    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", str(test)],
        cwd=tmp_path,
        check=False,
        capture_output=True,
        text=True,
    )

    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("path", FILES, ids=name)
def test_no_wait_evaluates_text_in_a_page_whose_policy_forbids_it(path: Path) -> None:
    called = [node.attr for node in nodes(path) if isinstance(node, ast.Attribute)]

    assert "wait_for_function" not in called  # tests.support.pages.until waits instead


@pytest.mark.parametrize("path", FILES, ids=name)
def test_what_the_tests_of_a_folder_share_ends_with_the_last_of_them(path: Path) -> None:
    scopes = [
        ast.literal_eval(node.value)
        for node in nodes(path)
        if isinstance(node, ast.keyword) and node.arg == "scope"
    ]

    # Of a folder that is no package pytest keeps it to the end of the run.
    assert "package" not in scopes or (path.parent / "__init__.py").is_file()
