# SPDX-License-Identifier: AGPL-3.0-or-later
"""A document from a path, as every command but ``publish`` needs it: source, settings, clean text, blocks."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from pipeline.clean import clean
from pipeline.document import IdTable, parse
from pipeline.document.source import read_source, split_front_matter
from pipeline.errors import InputError
from pipeline.model import Cleaned, Document, Source
from pipeline.publication import Task, find_tasks
from pipeline.settings import Settings, load


@dataclass(frozen=True, slots=True)
class Loaded:
    """A document with what it was made from."""

    task: Task
    source: Source
    settings: Settings
    cleaned: Cleaned
    document: Document


def one_document(path: Path) -> Loaded:
    """The one document at ``path`` (as in ``publish``). Raises InputError for none or several."""
    tasks = find_tasks((path,))
    if len(tasks) != 1:
        raise InputError("there are several documents here.", "Name one of them.", file=path)
    task = tasks[0]
    source = read_source(task.path, folder=task.folder, name=task.name)
    front, _ = split_front_matter(source.text, source.path)
    settings = load(task.folder if task.seed else None, front, {}, front_file=task.path)
    cleaned = clean(
        source.text, lang=settings.lang, refuse=settings.repairs.refuse, force=settings.repairs.force
    )
    known = IdTable.from_file(task.ids) if task.seed else IdTable()
    document = parse(replace(source, text=cleaned.text), settings, known)
    return Loaded(task, source, settings, cleaned, document)
