# SPDX-License-Identifier: AGPL-3.0-or-later
"""One document on its way through the flow: what is asked for, what was made of it, how it ended."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from pipeline.companions import companions
from pipeline.errors import Exit, InputError, PariterError
from pipeline.manifest import Manifest, digest, file_digest, is_current
from pipeline.naming import safe_name

if TYPE_CHECKING:
    from pipeline.checks.result import Result
    from pipeline.model import Artifact, Cleaned, Document, Edition, Severity, Source
    from pipeline.settings import Settings


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line asks for. Empty ``formats`` and ``pdf`` leave the choice to the settings."""

    out: Path = Path("build")
    formats: tuple[str, ...] = ()
    pdf: str = ""
    archive: bool = False
    languages: tuple[str, ...] = ()
    jobs: int = 1
    validators: str = "auto"
    cluster: str = ""

    def flags(self) -> dict[str, object]:
        """The settings that the command line sets."""
        given = {"formats": self.formats, "pdf": self.pdf, "archive": self.archive, "languages": self.languages}
        return {name: value for name, value in given.items() if value}


@dataclass(frozen=True, slots=True)
class Task:
    """A document to publish: its Markdown file, and whether it is a folder of seeds (with ids and settings)."""

    path: Path
    seed: bool

    @property
    def folder(self) -> Path:
        """The only folder from which it may read."""
        return self.path.parent

    @property
    def ids(self) -> Path:
        """The table of its blocks' ids."""
        return self.folder / "ids.json"

    @property
    def name(self) -> str:
        """What its published folder is called."""
        return safe_name(self.folder.resolve().name if self.seed else self.path.stem)

    def inputs(self, read: Sequence[Path]) -> tuple[Path, ...]:
        """Everything that decides what comes out: the files that were read or looked for, and the texts that belong to
        the document, there or not yet; of a seed, all that is in it."""
        if not self.seed:
            return tuple(dict.fromkeys((self.path, *companions(self.path), *read)))
        every = (path for path in sorted(self.folder.rglob("*")) if not path.name.startswith("."))
        return tuple(dict.fromkeys((self.folder, *every, *read)))


@dataclass(frozen=True, slots=True)
class Made:
    """A document with everything that was made of it, before it is checked.

    ``new_ids`` is the table of ids to store, if it changed; ``seconds`` is wall time by step.
    """

    task: Task
    settings: Settings
    source: Source
    cleaned: Cleaned
    document: Document
    editions: tuple[Edition, ...]
    artifacts: tuple[Artifact, ...]
    inputs: tuple[Path, ...] = ()
    new_ids: str = ""
    seconds: dict[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Checked:
    """A document with what our own rules said of it."""

    made: Made
    result: Result


@dataclass(frozen=True, slots=True)
class Published:
    """A document that stands in its folder; ``instead_of`` is the Markdown of another one that stood there before."""

    task: Task
    manifest: Manifest
    changed: bool
    instead_of: Path | None = None


@dataclass(frozen=True, slots=True)
class Failed:
    """A document that could not be made: nothing of it is published, others are."""

    task: Task
    error: PariterError


Outcomes: TypeAlias = Sequence[Published | Failed]


def find_tasks(paths: Sequence[Path]) -> tuple[Task, ...]:
    """The documents that ``paths`` name: a seed's folder, a folder of such folders, or a Markdown file.

    Raises InputError for a path that names none, and for two documents that would be published under one name.
    """
    tasks = tuple(dict.fromkeys(task for path in paths for task in _tasks_at(path)))
    by_name: dict[str, Task] = {}
    for task in tasks:
        if by_name.setdefault(task.name, task) != task:
            other = by_name[task.name].path
            raise InputError(f"would be published as {task.name}, as {other} is.", "Rename one.", file=task.path)
    return tasks


def _tasks_at(path: Path) -> list[Task]:
    try:
        if not path.is_dir():
            # Its settings, or the ids that it had when its folder was published, tell a seed from any file of its name.
            marked = any((path.parent / name).exists() for name in ("document.yaml", "ids.json"))
            return [Task(path, path.name == "source.md" and marked)]
        if (path / "source.md").exists():
            return [Task(path / "source.md", True)]
        inner = sorted(child / "source.md" for child in path.iterdir() if (child / "source.md").exists())
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror}.", "Check its permissions.", file=path) from None
    if not inner:
        remedy = "Name a Markdown file, a folder with source.md, or a folder of such folders."
        raise InputError("there is no source.md in this folder.", remedy, file=path)
    return [Task(source, True) for source in inner]


CHOICES = frozenset({"formats", "pdf", "archive", "languages"})


def source_of(made: Made) -> str:
    """What a file belongs to: the source, its settings but for the choice of formats, and its other texts."""
    settings = made.settings.model_dump(mode="json", exclude=set(CHOICES))
    others = [file_digest(path) for path in made.inputs if path.is_file() and path != made.task.ids]
    return digest(repr((made.source.digest, settings, others)).encode())


def key_of(options: Options) -> str:
    """The key of program and options: the same key and the same inputs give the same folder."""
    asked = (options.formats, options.pdf, options.archive, options.languages, options.validators)
    return digest(repr((asked, _program())).encode())


def _program() -> tuple[object, ...]:
    """The program as it is installed: its files, its libraries, its validators, by size and time of change."""
    here = Path(__file__).parent
    roots = (here, here.parent / "styles")
    files = sorted(path for root in roots for path in root.rglob("*") if path.suffix not in (".pyc", ""))
    stamps = [(str(path.relative_to(here.parent)), path.stat().st_size, path.stat().st_mtime_ns) for path in files]
    import lxml

    libraries = Path(lxml.__file__).parent.parent
    tools = [folder.stat().st_mtime_ns for folder in (libraries, here.parent / ".tools") if folder.exists()]
    return (sys.version, tuple(stamps), tuple(tools))


def standing(tasks: Sequence[Task], options: Options) -> list[Published] | None:
    """The documents as they stand, if all of them would come out the same; None if any has to be made."""
    key = key_of(options)
    found = []
    for task in tasks:
        manifest = is_current(options.out / task.name, key, task.path)
        if manifest is None:
            return None
        found.append(Published(task, manifest, changed=False))
    return found


def exit_code(outcomes: Outcomes, fail_on: Severity, *, strict: bool) -> Exit:
    """The exit code of a run: what failed counts before what was found."""
    failed = [outcome.error.exit_code for outcome in outcomes if isinstance(outcome, Failed)]
    if failed:
        return max(failed)
    done = [outcome.manifest for outcome in outcomes if isinstance(outcome, Published)]
    if any(manifest.worst >= fail_on for manifest in done):
        return Exit.FINDINGS
    return Exit.TOOL_MISSING if strict and any(manifest.unlooked for manifest in done) else Exit.CLEAN
