# SPDX-License-Identifier: AGPL-3.0-or-later
"""Page templates of ``styles/templates/``: everything that is put into them is escaped, but for what this
program made itself."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from pipeline import labels
from pipeline.writers.markup import REGISTERS, template_folder

if TYPE_CHECKING:
    from jinja2 import Environment


@cache
def _environment() -> Environment:
    import jinja2

    made = jinja2.Environment(
        loader=jinja2.FileSystemLoader(template_folder()),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.globals.update(
        own_name=labels.own_name, date=labels.date, file_size=labels.file_size, language_name=labels.language_name,
        number=labels.number, listed=labels.listed, direction=labels.direction, labels=labels.labels,
        REGISTERS=REGISTERS,
    )  # fmt: skip
    return made


def render(template: str, values: Mapping[str, Any], **trusted: str) -> str:
    """The page. In: the template's name, its values, and by name the mark-up that this program made."""
    from markupsafe import Markup

    safe = {key: Markup(text) for key, text in trusted.items()}  # noqa: S704 our own tree, serialised
    for key in ("fonts", "style", "data"):
        safe[key] = Markup(values.get(key, ""))  # noqa: S704 our own style sheets; JSON with <, > and & escaped
    return _environment().get_template(template).render(**{**values, **safe})
