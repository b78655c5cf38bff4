# SPDX-License-Identifier: AGPL-3.0-or-later
"""Where the keys and entries of a front matter stand."""

from __future__ import annotations

from collections.abc import Sequence

import yaml


def pairs_of(text: str) -> list[tuple[yaml.Node, yaml.Node]]:
    """The keys and values of the front matter, which is known to be YAML, with their places."""
    rows = text.splitlines()
    end = next((at for at, row in enumerate(rows) if at and row.startswith(("---", "..."))), len(rows))
    tree = yaml.compose("\n".join(rows[1:end]), Loader=yaml.SafeLoader)
    return list(tree.value) if isinstance(tree, yaml.MappingNode) else []


def lines_of(pairs: Sequence[tuple[yaml.Node, yaml.Node]]) -> dict[str, int]:
    """The line of each key, of each text of a list, and of each entry with its keys."""
    found: dict[str, int] = {}
    for key, value in pairs:
        found[str(key.value)] = key.start_mark.line + 2
        entries = value.value if isinstance(value, yaml.SequenceNode) else []
        for number, entry in enumerate(entries, 1):
            inner = entry.value if isinstance(entry, yaml.MappingNode) else []
            named = next((str(what.value) for name, what in inner if name.value == "term"), str(number))
            found.setdefault(f"{key.value}:{named}", entry.start_mark.line + 2)
            for name, what in inner:
                found.setdefault(f"{key.value}:{named}:{name.value}", what.start_mark.line + 2)
        for name, what in value.value if isinstance(value, yaml.MappingNode) else ():
            found[f"{key.value}:{name.value}"] = what.start_mark.line + 2
    return found


def lines_of_entries(pairs: Sequence[tuple[yaml.Node, yaml.Node]], count: int) -> tuple[int, ...]:
    """The line of each sign-off in the front matter; 0 where it cannot be told."""
    listed = next((value for key, value in pairs if key.value == "sign-offs"), None)
    lines = [entry.start_mark.line + 2 for entry in listed.value] if isinstance(listed, yaml.SequenceNode) else []
    return tuple(lines) if len(lines) == count else (0,) * count
