# SPDX-License-Identifier: AGPL-3.0-or-later
"""YAML as plain data."""

from __future__ import annotations

from collections.abc import Hashable
from pathlib import Path
from typing import Any

import yaml

from pipeline.errors import SettingsError

MAX_YAML = 1_000_000


class PlainData(yaml.SafeLoader):
    """YAML as plain data: no aliases (a few of them can blow up), no dates, no duplicate keys."""

    def compose_node(self, parent: Any, index: Any) -> Any:
        """As in YAML, without aliases."""
        if self.check_event(yaml.AliasEvent):
            mark = self.peek_event().start_mark  # type: ignore[no-untyped-call]
            raise yaml.composer.ComposerError(None, None, "aliases are not read", mark)
        return super().compose_node(parent, index)

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        """As in YAML, with each key once."""
        seen: set[Hashable] = set()
        for key_node, _ in node.value:
            key = self.construct_object(key_node, deep=True)
            if not isinstance(key, Hashable) or key in seen:
                raise yaml.constructor.ConstructorError(None, None, f"key {key} stands twice", key_node.start_mark)
            seen.add(key)
        return super().construct_mapping(node, deep)


PlainData.yaml_implicit_resolvers = {
    first: [(tag, regexp) for tag, regexp in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def read_yaml(text: str, file: Path | str, first_line: int = 1) -> dict[str, Any]:
    """A YAML mapping as plain data. Raises SettingsError with the line (``first_line`` is where it begins)."""
    if len(text) > MAX_YAML:
        raise SettingsError("more than a million characters of YAML.", "Make it smaller.", file=file)
    try:
        data = yaml.load(text, Loader=PlainData)  # noqa: S506 a SafeLoader with less in it
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = first_line + (mark.line if mark else 0)
        raise SettingsError(f"not YAML: {error.problem}.", "Correct this line.", file=file, line=line) from None
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise SettingsError(f"not YAML: {str(error).splitlines()[0]}.", "Correct it.", file=file) from None
    if data is None:
        return {}
    if not isinstance(data, dict):
        raise SettingsError("no names and values.", "Write lines like «title: …».", file=file, line=first_line)
    return data


def read_yaml_file(path: Path) -> dict[str, Any]:
    """A YAML file as plain data; errors as in ``read_yaml``."""
    try:
        return read_yaml(path.read_bytes().decode("utf-8-sig"), path)
    except UnicodeDecodeError as error:
        raise SettingsError(f"byte {error.start} is not UTF-8.", "Save the file as UTF-8.", file=path) from None
    except OSError as error:
        raise SettingsError(f"cannot be read: {error.strerror}.", "Check its permissions.", file=path) from None
