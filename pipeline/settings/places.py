# SPDX-License-Identifier: AGPL-3.0-or-later
"""Where in a file a setting stands."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import yaml

from pipeline.settings.names import SYNONYMS
from pipeline.settings.yaml_files import PlainData


def place_of(folder: Path | None, front_file: Path | str, front_line: int, key: str) -> tuple[Path | str, int]:
    """The file and line that a setting is from, by its name: ``document.yaml`` goes before the front matter."""
    path = folder / "document.yaml" if folder is not None else None
    line = line_of(path, (key,)) if path is not None else 0
    return (path, line) if path is not None and line else (front_file, front_line)


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
