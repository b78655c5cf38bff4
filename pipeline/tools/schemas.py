# SPDX-License-Identifier: AGPL-3.0-or-later
"""The published JSON Schemas, and OpenACR's catalogue, that our reports and our action are held against in tests.

Each comes out of one npm package, whose bytes are pinned; nothing of the package is installed or run."""

from __future__ import annotations

import base64
import hashlib
import subprocess
import tarfile
import tempfile
from dataclasses import dataclass
from pathlib import Path

from pipeline.errors import ToolMissingError
from pipeline.tools import jars, node

FETCH_SECONDS = 300
REMEDY = "Try again with a network: make .venv/.ready-test"


@dataclass(frozen=True)
class Source:
    """One npm package: its name and version, its SHA-512 (base64, as npm gives it) and its members by our names."""

    package: str
    version: str
    sha512: str
    members: dict[str, str]


ALL = (
    Source(
        "@openacr/openacr",  # GSA's own
        "0.3.5",
        "MjtagpOr0AvwIfhTvH+D9RuXWxcyVFe4FkuNuk7rJjjjn6SXSqN5eIGSIR56zZ9djjpIt/ktuXnx5ixWARN+vw==",
        {
            "openacr.json": "package/schema/openacr-0.1.0.json",
            "openacr-wcag-2.1.yaml": "package/catalog/2.4-edition-wcag-2.1-en.yaml",
        },
    ),
    Source(
        "schemastore",  # a copy of JSON Schema Store, which has OASIS' schema of SARIF
        "0.2.2",
        "cpmpWDZnc58zpa39FYCDnsFZSUuVWLi+dUsQWzMvBbJ9oq7HDItEA+4voF7qGFgcfEjY4I7qWh6+BKc5JeE70A==",
        {
            "sarif.json": "package/schemas/json/sarif-2.1.0.json",
            "github-action.json": "package/schemas/json/github-action.json",
            "pre-commit-hooks.json": "package/schemas/json/pre-commit-hooks.json",
        },
    ),
)


def home() -> Path:
    """The folder that they are kept in."""
    return jars.home() / "schemas"


def path(name: str) -> Path:
    """Where the file of this name is kept once it has been fetched."""
    return home() / name


def read(name: str) -> str:
    """Its text; raises ToolMissingError where it was not fetched."""
    if not path(name).is_file():
        raise ToolMissingError(f"The schema {name} is not there.", REMEDY)
    return path(name).read_text("utf-8")


def fetch() -> None:
    """Fetch what is missing; raises ToolMissingError when a package cannot be had or has other bytes than pinned."""
    for source in ALL:
        if all(path(name).is_file() for name in source.members):
            continue
        home().mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=home()) as scratch:
            _unpack(source, _packed(source, Path(scratch)), Path(scratch))


def _packed(source: Source, scratch: Path) -> Path:
    """The package's archive, as npm fetches it and as it was pinned."""
    wanted = f"{source.package}@{source.version}"
    command = [*node.npm(), "pack", "--silent", "--ignore-scripts", "--no-update-notifier", wanted]
    try:
        subprocess.run(command, cwd=scratch, capture_output=True, timeout=FETCH_SECONDS, check=True)
        (archive,) = scratch.glob("*.tgz")
    except (OSError, subprocess.SubprocessError, ValueError) as error:
        raise ToolMissingError(f"{wanted} could not be fetched: {error}", REMEDY) from None
    if base64.b64encode(hashlib.sha512(archive.read_bytes()).digest()).decode() != source.sha512:
        raise ToolMissingError(
            f"{wanted} is not the pinned package: its SHA-512 differs, and it was thrown away.",
            "Look at who answers for your package registry.",
        )
    return archive


def _unpack(source: Source, archive: Path, scratch: Path) -> None:
    with tarfile.open(archive) as packed:
        for name, member in source.members.items():
            content = packed.extractfile(member) if member in packed.getnames() else None
            if content is None:
                raise ToolMissingError(f"{source.package} has no file {member}.", REMEDY)
            whole = scratch / name
            whole.write_bytes(content.read())
            whole.replace(path(name))  # whole or not at all, whoever else is fetching
