"""Templates to HTML: every text is escaped, and a name that nobody gave is an error."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

_TEMPLATES: Final = Path(__file__).parent / "templates"


def render(name: str, **values: object) -> str:
    """The text of a template of this room, with values filled in.

    Raises as ``template_of``, and jinja2.UndefinedError for a value that it names and that was
    not given.
    """
    return template_of(name, _TEMPLATES).render(values)


def template_of(name: str, folder: Path) -> Template:
    """A template of a folder.

    Raises jinja2.TemplateNotFound where there is none.
    """
    return _environment(folder).get_template(name)


def sentence(words: str, **parts: Markup | str) -> Markup:
    """Words with ``{name}`` left in them, as HTML with elements in those places.

    The words and every part that is no Markup are escaped.
    """
    return Markup.escape(words).format(**parts)


def element(name: str, text: str | Markup, **attributes: str) -> Markup:
    """An element of HTML; the text, unless it is Markup, and the attributes are escaped."""
    written = Markup("").join(
        Markup(' {}="{}"').format(key, value) for key, value in attributes.items()
    )
    return Markup("<{name}{attributes}>{text}</{name}>").format(
        name=name, attributes=written, text=text
    )


@lru_cache(maxsize=2)
def _environment(folder: Path) -> Environment:
    """The templates of a folder, which may include those of this room."""
    return Environment(
        loader=FileSystemLoader([folder, _TEMPLATES], encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
