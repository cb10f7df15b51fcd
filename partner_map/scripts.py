"""The browser's modules as text: what each imports, and several joined into one script.

They are read by a parser, so that neither a comment nor a line's length changes what is found.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Final

import tree_sitter_javascript
from tree_sitter import Language, Node, Parser

_MODULE: Final = re.compile(r"(?:\./|\.\./\.\./\w+/assets/)([\w-]+\.js)")
"""A module beside the one that names it, or among the assets of another room."""
_NAMED: Final = ("function_declaration", "generator_function_declaration", "class_declaration")


def modules_in_order(entry: str, read: Callable[[str], str]) -> Mapping[str, str]:
    """The sources of a module and of all that it needs, each after those that it imports.

    ``read`` gives the source of a module by its name, which no two of them share.

    Raises:
        ValueError: modules import each other in a circle, or from elsewhere than rooms of ours.
    """
    ordered: dict[str, str] = {}

    def add(name: str, waiting: tuple[str, ...]) -> None:
        if name in waiting:
            raise ValueError(f"imported in a circle: {' > '.join((*waiting, name))}")
        if name in ordered:
            return
        source = read(name)
        for statement in _parsed(source.encode()).children:
            if _source_of(statement) is not None:
                add(_imported_name(statement), (*waiting, name))
        ordered[name] = source

    add(entry, ())
    return ordered


def joined(sources: Mapping[str, str]) -> str:
    """Modules as one script: each in a function of its own, what it exports in ``modules``.

    ``sources`` are by name, each after those that it imports.

    Raises:
        ValueError: a module imports or exports in a way that this does not know, or asks for
            its own URL (``import.meta``), which it has not in here.
    """
    parts = ["const modules = {};"]
    for name, source in sources.items():
        parts.append(f"modules[{json.dumps(name)}] = (() => {{\n{_as_function_body(source)}}})();")
    return "\n".join(parts)


def _as_function_body(source: str) -> str:
    """A module without imports and exports, which gives back what it exported."""
    text = source.encode()
    root = _parsed(text)
    _refuse_own_url(root)
    pieces: list[bytes] = []
    exported: dict[str, str] = {}
    done = 0
    for statement in root.children:
        if statement.type == "import_statement":
            replaced, end = _as_constants(statement), statement.end_byte
        elif statement.type == "export_statement":
            names, end = _exported_names(statement)
            exported |= names
            replaced = ""
        else:
            continue
        pieces += [text[done : statement.start_byte], replaced.encode()]
        done = end
    pieces.append(text[done:])
    body = b"".join(pieces).decode()
    listed = ", ".join(f"{name}: {local}" for name, local in exported.items())
    return f"{body}\nreturn {{ {listed} }};\n"


def _as_constants(statement: Node) -> str:
    """An import as constants of what another module has exported."""
    module = f"modules[{json.dumps(_imported_name(statement))}]"
    clause = next((child for child in statement.children if child.type == "import_clause"), None)
    if clause is None:
        return ""
    (what,) = clause.named_children
    if what.type != "named_imports":
        raise ValueError(f"an import of another kind than by names: {_text(statement)}")
    names = []
    for specifier in what.named_children:
        name, alias = (specifier.child_by_field_name(field) for field in ("name", "alias"))
        names.append(_text(name) if alias is None else f"{_text(name)}: {_text(alias)}")
    return f"const {{ {', '.join(names)} }} = {module};"


def _exported_names(statement: Node) -> tuple[dict[str, str], int]:
    """Local names by exported ones, and the byte at which what stays of a statement begins."""
    declaration = statement.child_by_field_name("declaration")
    clause = next((child for child in statement.children if child.type == "export_clause"), None)
    if declaration is not None and declaration.type in _NAMED:
        names = [declaration.child_by_field_name("name")]
    elif declaration is not None and _text(declaration).startswith("const "):
        names = [child.child_by_field_name("name") for child in declaration.named_children]
    elif clause is not None and _source_of(statement) is None:
        pairs = {}
        for specifier in clause.named_children:
            name, alias = (specifier.child_by_field_name(field) for field in ("name", "alias"))
            pairs[_text(alias or name)] = _text(name)
        return pairs, statement.end_byte
    else:
        raise ValueError(f"an export of another kind than by name: {_text(statement)}")
    if any(name is None or "identifier" not in name.type for name in names):
        raise ValueError(f"an export of a pattern: {_text(statement)}")
    return {_text(name): _text(name) for name in names}, declaration.start_byte


def _imported_name(statement: Node) -> str:
    """The module that a statement names.

    Raises:
        ValueError: it lies neither beside the one that names it nor in another room.
    """
    path = _text(_source_of(statement)).strip("\"'")
    found = _MODULE.fullmatch(path)
    if found is None:
        raise ValueError(f"neither beside the module that imports it nor in a room: {path}")
    return found[1]


def _source_of(statement: Node) -> Node | None:
    return statement.child_by_field_name("source")


def _refuse_own_url(node: Node) -> None:
    if node.type == "meta_property" and _text(node) == "import.meta":
        raise ValueError("import.meta in a module that is joined to others")
    for child in node.children:
        _refuse_own_url(child)


def _text(node: Node | None) -> str:
    return "" if node is None or node.text is None else node.text.decode()


@lru_cache(maxsize=1)
def _parser() -> Parser:
    return Parser(Language(tree_sitter_javascript.language()))


def _parsed(source: bytes) -> Node:
    """The syntax tree of a module.

    Raises:
        ValueError: it is no JavaScript.
    """
    root = _parser().parse(source).root_node
    if root.has_error:
        raise ValueError("a module that cannot be parsed")
    return root
