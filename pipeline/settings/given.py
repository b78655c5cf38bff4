# SPDX-License-Identifier: AGPL-3.0-or-later
"""Settings put together from all who may say something, and what is told of those that are wrong."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from pipeline.errors import SettingsError
from pipeline.settings.model import Settings
from pipeline.settings.names import FRONT_MATTER, SYNONYMS
from pipeline.settings.places import house_style, line_of
from pipeline.settings.yaml_files import read_yaml_file


def load(
    folder: Path | None, front_matter: Mapping[str, Any], flags: Mapping[str, Any], *, front_file: Path | str = ""
) -> Settings:
    """The settings of one document.

    In: its folder (for ``document.yaml``; None for a single file), the parsed front matter, and what the
    command line said. Raises SettingsError.
    """
    given = _Given()
    house, style = house_style(folder)
    given.merge(style, house)
    given.merge(_known_front_matter(front_matter), front_file, tell=False)
    if folder is not None and (folder / "document.yaml").is_file():
        path = folder / "document.yaml"
        given.merge(read_yaml_file(path), path)
    given.merge(flags, "the command line", tell=False)
    return given.validated()


@dataclass
class _Given:
    """What was given so far: values by their setting, the file that each is from, and keys that are none."""

    values: dict[str, Any] = field(default_factory=dict)
    files: dict[str, Path | str] = field(default_factory=dict)
    unknown: list[str] = field(default_factory=list)

    def merge(self, more: Mapping[str, Any], file: Path | str, *, tell: bool = True) -> None:
        """Put ``more`` over what is there; ``tell`` of keys that name no setting."""
        for key, value in more.items():
            name = SYNONYMS.get(str(key), str(key))
            if name not in Settings.model_fields or name == "unknown":
                line = line_of(file, (str(key),)) if tell else 0
                self.unknown.extend([f"{Path(file).name}{f':{line}' if line else ''}: {key}"] if tell else [])
            elif value is not None:
                self.values[name], self.files[name] = value, file

    def validated(self) -> Settings:
        """The settings. Raises SettingsError, which tells of every value that is wrong."""
        try:
            return Settings(**self.values, unknown=tuple(self.unknown))
        except ValidationError as error:
            wrong = [(one["loc"], _what(one)) for one in error.errors()]
        file = self.files.get(str(wrong[0][0][0]), "")
        told: list[str] = []
        for place, message in wrong:
            own = self.files.get(str(place[0]), "")
            line = line_of(own, place) if told or own != file else 0  # the first has its line before it
            at = f"{Path(own).name or own}:" if own != file else "line " if line else ""
            where = f"{at}{line}: " if line else f"{at} " if at else ""
            told.append(f"{where}setting {'.'.join(map(str, place))}: {message}")
        raise SettingsError(f"{'; '.join(told)}.", "See docs/settings.md.", file=file, line=line_of(file, wrong[0][0]))


_WANTED = {
    "bool": "true or false", "int": "a whole number", "float": "a number", "string": "text", "tuple": "a list",
    "list": "a list", "dict": "names and values", "model": "names and values", "mapping": "names and values",
}  # fmt: skip


def _what(error: Mapping[str, Any]) -> str:
    """What is wrong with a value, in the words of this product: pydantic's are for programmers."""
    kind, given = str(error["type"]), error["input"]
    if kind == "missing":
        return "is missing"
    if kind == "extra_forbidden":
        return "there is no such setting"
    if kind == "literal_error":
        wanted = str(error["ctx"]["expected"]).removeprefix("'', ").replace("'", "")
    else:
        wanted = _WANTED.get(kind.partition("_")[0], "")
    shown = f"«{given}»"
    if isinstance(given, Mapping | list | tuple):
        shown = "names and values" if isinstance(given, Mapping) else "a list"
    elif kind == "string_type":  # YAML takes 12 for a number, and no for false
        wanted, shown = "text (in quotation marks)", f"«{str(given).lower()}»"
    return f"write {wanted}, not {shown}" if wanted else str(error["msg"])


def _known_front_matter(front_matter: Mapping[str, Any]) -> dict[str, Any]:
    """What front matter says of the text itself. A site generator's other keys are none of our business, and
    a value of another shape under one of our names is taken for such a key."""
    known: dict[str, Any] = {}
    for key, value in front_matter.items():
        name = SYNONYMS.get(str(key), str(key))
        plain = isinstance(value, str | int | float) and not isinstance(value, bool)
        flat_list = isinstance(value, list) and all(isinstance(item, str) for item in value)
        if name in FRONT_MATTER and (plain or (flat_list and name in ("creators", "subjects"))):
            known[name] = value if flat_list else str(value)
        elif name == "abbreviations" and isinstance(value, dict):
            known[name] = {str(short): str(long) for short, long in value.items()}
    return known
