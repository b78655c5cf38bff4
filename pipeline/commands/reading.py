# SPDX-License-Identifier: AGPL-3.0-or-later
"""``pariter outline``, ``rules``, ``explain`` and ``doctor``: things to read."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from pipeline import outline
from pipeline.errors import InputError
from pipeline.model import Node, Outline


def read_bytes(path: Path) -> bytes:
    """The bytes of a file. Raises InputError when it cannot be read."""
    try:
        if path.is_dir():
            raise InputError("this is a folder.", "Name a file in it.", file=path)
        return path.read_bytes()
    except FileNotFoundError:
        raise InputError("no such file.", "Check the path.", file=path) from None
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror}.", "Check its permissions.", file=path) from None


def print_outline(path: Path, *, as_json: bool) -> None:
    """Print what a reader of the file gets, as indented text or as JSON."""
    data = read_bytes(path)
    found = outline.read(data, outline.format_of(data, str(path)))
    if as_json:
        print(json.dumps(_as_data(found), ensure_ascii=False, indent=1))
        return
    for line in outline_lines(found):
        print(line)


def outline_lines(found: Outline) -> Iterator[str]:
    """The outline as plain lines: role and text, two spaces deeper for each level."""
    for key, value in found.meta.items():
        yield f"{key}: {value}"
    yield from _lines(found.root, 0, "", "")
    for problem in found.problems:
        yield f"problem: {problem}"


def _lines(node: Node, depth: int, lang: str, dir: str) -> Iterator[str]:
    level = f" {node.level}" if node.level else ""
    shown = {key: value for key, value in node.attrs.items() if key not in ("id", "block", "mathml")}
    if node.lang != lang:
        shown["lang"] = node.lang
    if node.dir != dir:
        shown["dir"] = node.dir
    attrs = f" [{', '.join(f'{key}={value}' for key, value in shown.items())}]" if shown else ""
    text = f": {node.text}" if node.text else ""
    yield f"{'  ' * depth}{node.role}{level}{attrs}{text}"
    for child in node.children:
        yield from _lines(child, depth + 1, node.lang, node.dir)


def _as_data(found: Outline) -> dict[str, Any]:
    def node(part: Node) -> dict[str, Any]:
        data: dict[str, Any] = {"role": part.role.value}
        for key in ("text", "level", "lang", "dir", "place"):
            if getattr(part, key):
                data[key] = getattr(part, key)
        if part.attrs:
            data["attrs"] = dict(part.attrs)
        if part.children:
            data["children"] = [node(child) for child in part.children]
        return data

    meta, problems = dict(found.meta), list(found.problems)
    return {"format": found.format.value, "meta": meta, "root": node(found.root), "problems": problems}


def print_rules(*, as_json: bool) -> None:
    """List every rule: id, severity, formats, title, clauses."""
    from pipeline.checks.engine import all_rules

    if as_json:
        rows = [
            {
                "id": rule.id,
                "title": rule.title,
                "severity": rule.severity.name.lower(),
                "formats": [format.value for format in rule.looks],
                "clauses": list(rule.clauses),
            }
            for rule in all_rules()
        ]
        print(json.dumps(rows, ensure_ascii=False, indent=1))
        return
    for rule in all_rules():
        formats = ", ".join(format.value for format in rule.looks)
        clauses = f" ({'; '.join(rule.clauses)})" if rule.clauses else ""
        print(f"{rule.id}: {rule.severity.name.lower()}, {formats}: {rule.title}{clauses}")


def explain_rule(name: str) -> None:
    """Print a rule's documentation, or what another name in the findings or repairs means. Raises InputError for a
    name that nothing has."""
    from difflib import get_close_matches

    from pipeline.checks.engine import all_rules
    from pipeline.commands.explained import explanation

    by_id = {rule.id: rule for rule in all_rules()}
    if name not in by_id and (said := explanation(name)) is not None:
        print(said)
        return
    if name not in by_id:
        near = get_close_matches(name, by_id, 3)
        raise InputError(
            f"there is no rule «{name}».", f"Did you mean {', '.join(near)}?" if near else "See «pariter rules»."
        )
    rule = by_id[name]
    print(f"{rule.id}: {rule.title}\n")
    print(rule.docs.strip())
    if rule.clauses:
        print(f"\nClauses: {'; '.join(rule.clauses)}")
    print(f"\nFix: {rule.fix}")


def print_tools(*, as_json: bool) -> None:
    """Say of each tool whether it is there, its version, and what to do to have it."""
    from pipeline import tools

    probes = tools.probe_all()
    if as_json:
        print(json.dumps([asdict(probe) for probe in probes], ensure_ascii=False, indent=1))
        return
    for probe in probes:
        state = f"{probe.version or 'there'}" if probe.present else "missing"
        remedy = f" To have it: {probe.remedy}" if not probe.present and probe.remedy else ""
        print(f"{probe.tool}: {state}.{remedy}")
