"""Files that take long to make: only those are made that the site that stands cannot give."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from partner_map.site.crew import done_by_all
from partner_map.site.standing import Standing, asset_path


@dataclass(frozen=True, slots=True)
class Task:
    """A file that pages load, before it is made."""

    name: str
    made_from: str
    """A word that changes with the name and all that its contents depend on."""
    make: Callable[[], bytes]


@dataclass(frozen=True, slots=True)
class Made:
    """Files that have been made or taken over."""

    paths: Mapping[str, str]
    """By the names of their tasks."""
    files: Mapping[str, bytes]
    made_from: Mapping[str, str]
    """The paths by what the files were made from."""


def make_all(tasks: Sequence[Task], standing: Standing) -> Made:
    """The files of all tasks."""
    found = {task.name: standing.file(task.made_from) for task in tasks}
    missing = [task for task in tasks if found[task.name] is None]
    contents = done_by_all(lambda number: missing[number].make(), len(missing))
    files = {name: file for name, file in found.items() if file is not None} | {
        task.name: (asset_path(task.name, made), made)
        for task, made in zip(missing, contents, strict=True)
    }
    return Made(
        paths={name: path for name, (path, _) in files.items()},
        files=dict(files.values()),
        made_from={task.made_from: files[task.name][0] for task in tasks},
    )
