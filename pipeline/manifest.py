# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a published folder was made from: it stands beside the files and tells whether they would come out the same."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

MANIFEST = ".pariter.json"


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a published folder was made from: the key of program and options, the inputs (path and SHA-256),
    the outputs (path and SHA-256), the digest of the source, the worst failure found (a Severity, 0 for none),
    how many checks nobody looked at, the lines that the run ended with, what an index shows of it, and the path of the
    Markdown, one of the inputs."""

    key: str = ""
    source: str = ""
    inputs: Mapping[str, str] = field(default_factory=dict)
    outputs: Mapping[str, str] = field(default_factory=dict)
    worst: int = 0
    unlooked: int = 0
    summary: Sequence[str] = ()
    card: Mapping[str, Any] = field(default_factory=dict)
    document: str = ""

    def to_json(self) -> bytes:
        """The manifest as it is stored."""
        names = ("key", "source", "inputs", "outputs", "worst", "unlooked", "summary", "card", "document")
        data = {name: getattr(self, name) for name in names}
        return (json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def digest(data: bytes) -> str:
    """SHA-256 in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def read_manifest(folder: Path) -> Manifest | None:
    """The manifest of a published folder, or None where there is none (or none that can be read)."""
    try:
        data = json.loads((folder / MANIFEST).read_text("utf-8"))
        return Manifest(
            str(data["key"]), str(data["source"]), dict(data["inputs"]), dict(data["outputs"]),
            int(data["worst"]), int(data["unlooked"]), tuple(map(str, data["summary"])), dict(data.get("card", {})),
            str(data.get("document", "")),
        )  # fmt: skip
    except (OSError, ValueError, KeyError, TypeError):
        return None


def is_current(folder: Path, key: str, source: Path) -> Manifest | None:
    """The manifest, if ``folder`` holds just what would be made again: of the same Markdown file, with the same key,
    inputs and outputs unchanged. Another folder may have a document of the same name."""
    manifest = read_manifest(folder)
    if manifest is None or manifest.key != key or os.path.relpath(source, folder) not in manifest.inputs:
        return None
    for path, known in manifest.inputs.items():
        if file_digest(folder / path) != known:
            return None
    for name, known in manifest.outputs.items():
        if file_digest(folder / name) != known:
            return None
    return manifest


def displaced(folder: Path, source: Path) -> Path | None:
    """The Markdown of another document that stands in ``folder`` under this name; None where there is none, or one of
    the same text: a document may be moved."""
    manifest = read_manifest(folder)
    if manifest is None or manifest.document in ("", os.path.relpath(source, folder)):
        return None
    other = manifest.inputs.get(manifest.document, "")
    return Path(os.path.relpath(folder / manifest.document)) if other != file_digest(source) else None


def kept(folder: Path, source: str) -> dict[str, bytes]:
    """The files of an earlier run with other formats that belong to the same source: those in the folders of
    languages, unchanged since. They stay when only some formats are made anew."""
    manifest = read_manifest(folder)
    if manifest is None or manifest.source != source:
        return {}
    found = {}
    for name, known in manifest.outputs.items():
        if "/" in name and file_digest(folder / name) == known:
            found[name] = (folder / name).read_bytes()
    return found


def file_digest(path: Path) -> str:
    """SHA-256 of a file; empty when it cannot be read; of a folder: of the names in it."""
    try:
        if path.is_dir():
            return digest("\n".join(sorted(entry.name for entry in path.iterdir())).encode())
        return digest(path.read_bytes())
    except OSError:
        return ""


def inputs_of(folder: Path, paths: Sequence[Path]) -> dict[str, str]:
    """The inputs of a published folder: paths as seen from it, and their digests."""
    return {os.path.relpath(path, folder): file_digest(path) for path in paths}
