# SPDX-License-Identifier: AGPL-3.0-or-later
"""Where in a file a setting stands."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import yaml

from pipeline.errors import SettingsError
from pipeline.settings.names import SYNONYMS
from pipeline.settings.yaml_files import PlainData


def place_of(folder: Path | None, front_file: Path | str, front_line: int, key: str) -> tuple[Path | str, int]:
    """The file and line that a setting is from, by its name: ``document.yaml`` goes before the front matter, and that
    before the house style, whose lines are not known. A setting of no file is from the command line: "" and 0."""
    path = folder / "document.yaml" if folder is not None else None
    line = line_of(path, (key,)) if path is not None else 0
    if path is not None and line:
        return path, line
    if front_line:
        return front_file, front_line
    house, style = house_style(folder)
    return (house, 0) if any(SYNONYMS.get(name, name) == key for name in style) else (front_file, front_line)


def house_style(folder: Path | None) -> tuple[Path | str, dict[str, Any]]:
    """The nearest pyproject.toml above the document, and its ``[tool.pariter]``. Raises SettingsError."""
    for parent in (folder, *folder.resolve().parents) if folder is not None else ():
        path = parent / "pyproject.toml"
        if path.is_file():
            try:
                data = tomllib.loads(path.read_text("utf-8"))
            except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
                raise SettingsError(f"not readable as TOML: {error}.", "Correct the file.", file=path) from None
            found = data.get("tool", {}).get("pariter", {})
            return path, found if isinstance(found, dict) else {}
    return "", {}


def line_of(file: Path | str, place: Sequence[int | str]) -> int:
    """The line (from 1) on which a value of a YAML file stands, by the keys and numbers that lead to it; that of the
    nearest value around it where it has none of its own; 0 for other files."""
    if Path(file).suffix not in (".yaml", ".yml"):
        return 0
    try:
        node: Any = yaml.compose(Path(file).read_text("utf-8-sig"), Loader=PlainData)
    except (OSError, ValueError, yaml.YAMLError):
        return 0
    line = 0
    for step in place:
        if isinstance(node, yaml.MappingNode):
            wanted = SYNONYMS.get(str(step), step)
            found = next((pair for pair in node.value if SYNONYMS.get(pair[0].value, pair[0].value) == wanted), None)
            if found is None:
                break
            line, node = found[0].start_mark.line + 1, found[1]
        elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
            node = node.value[step]
            line = node.start_mark.line + 1
        else:
            break
    return line
