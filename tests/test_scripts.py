"""The browser's modules, joined: the same values without an import or an export left."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping

import pytest

from partner_map.scripts import joined, modules_in_order
from tools.npm import NODE

SOURCES = {
    "entry.js": """
import { first, second as other } from './lists.js';
import {
  total, // of all
} from "./sums.js";
export const answer = total([first, other]), untouched = 'import { a } from "./no.js";';
""",
    "lists.js": """
// export const first = 0;
const hidden = 40;
export const first = hidden;
export function two() { return 2; }
const second = two();
export { second };
""",
    "sums.js": """
import { two } from "./lists.js";
export async function later() { return two(); }
export class Sum { constructor(parts) { this.value = parts.reduce((a, b) => a + b, 0); } }
export function total(parts) { return new Sum(parts).value; }
""",
}


def evaluated(script: str, expression: str) -> object:
    """The value of an expression after a script, as node has it."""
    program = f"{script}\nconsole.log(JSON.stringify({expression}));"
    answer = subprocess.run(
        [str(NODE), "--input-type=module"],
        input=program,
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(answer.stdout)


def test_joined_modules_have_the_values_that_they_have_apart() -> None:
    script = joined(modules_in_order("entry.js", SOURCES.__getitem__))

    assert evaluated(script, 'modules["entry.js"]') == {
        "answer": 42,
        "untouched": 'import { a } from "./no.js";',
    }
    assert evaluated(script, 'Object.keys(modules["sums.js"])') == ["later", "Sum", "total"]


def test_each_module_comes_once_after_those_that_it_imports() -> None:
    assert list(modules_in_order("entry.js", SOURCES.__getitem__)) == [
        "lists.js",
        "sums.js",
        "entry.js",
    ]


@pytest.mark.parametrize(
    ("sources", "said"),
    [
        ({"entry.js": 'import { a } from "./entry.js";'}, "in a circle: entry.js > entry.js"),
        ({"entry.js": 'import { a } from "../other/a.js";'}, "neither beside the module"),
        ({"entry.js": 'import { a } from "leaflet";'}, "neither beside the module"),
        ({"entry.js": 'import a from "./a.js";', "a.js": ""}, "another kind than by names"),
        ({"entry.js": "export default function () {}"}, "another kind than by name"),
        ({"entry.js": 'export { a } from "./a.js";', "a.js": ""}, "another kind than by name"),
        ({"entry.js": "export let a = 1;"}, "another kind than by name"),
        ({"entry.js": "export const { a } = {};"}, "an export of a pattern"),
        ({"entry.js": "const here = import.meta.url;"}, "import.meta"),
        ({"entry.js": "const = 1;"}, "cannot be parsed"),
    ],
)
def test_what_cannot_be_joined_is_refused(sources: Mapping[str, str], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        joined(modules_in_order("entry.js", sources.__getitem__))
