# SPDX-License-Identifier: AGPL-3.0-or-later
"""The whole product on one page.

source → clean → document → editions (plain, translated) → semantic XHTML → layout → artifacts → findings →
report → published in one exchange. Types change once per arrow; nothing is changed in place.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import partial

from pipeline import jobs, store
from pipeline.checks.engine import check
from pipeline.checks.result import Result
from pipeline.editions import editions_of
from pipeline.errors import PariterError
from pipeline.garbage import few_collections
from pipeline.handover import (
    at_original,
    files_of,
    get_ready,
    not_made,
    plain_findings,
    translation_findings,
    validate,
)
from pipeline.indexes import card, publication_of, publish_site
from pipeline.loading import load_document
from pipeline.manifest import Manifest, digest, displaced, inputs_of, is_current, kept
from pipeline.model import Outcome
from pipeline.publication import Checked, Failed, Made, Options, Published, Task, key_of, source_of
from pipeline.report.terminal import lines
from pipeline.subjects import subjects_of
from pipeline.writers.desk import Desk, make_all


def publish(tasks: Sequence[Task], options: Options) -> Iterator[Published | Failed]:
    """Publish every document, each as a whole or not at all.

    What is there already and would come out the same is left alone. Raises PariterError for what stops
    everything (an output folder that cannot be written); a document's own failure comes back as data.
    """
    key = key_of(options)
    with store.locked(options.out):
        store.recover(options.out)
        # A seed whose table of ids is gone is not as it was, whatever is published of it.
        whole = {task: not task.seed or task.ids.is_file() for task in tasks}
        folder = {task: options.out / task.name for task in tasks}
        current = {task: is_current(folder[task], key, task.path) if whole[task] else None for task in tasks}
        stale = [task for task in tasks if current[task] is None]
        if stale:
            get_ready(options)
        work = partial(make_and_check, options=options)
        done = dict(zip(stale, jobs.run(work, stale, options.jobs, options.cluster), strict=True))
        validated = validate([made for made in done.values() if isinstance(made, Checked)], options)
        for task in tasks:
            manifest, made = current[task], done.get(task)
            if manifest is not None:
                yield Published(task, manifest, changed=False)
            elif isinstance(made, Failed):
                yield made
            elif made is not None:
                yield hand_over(made, validated[task], options, key)
        publish_site(options.out)


def make_and_check(task: Task, options: Options) -> Checked | Failed:
    """Everything from one source to its artifacts and our own rules' findings."""
    try:
        made = make(task, options)
        return Checked(made, examine(made))
    except PariterError as error:
        return Failed(task, error)


@few_collections()
def make(task: Task, options: Options) -> Made:
    """One source on its way to its artifacts: the arrows of the flow, one after the other."""
    clock = _Clock()
    with clock("source to document"):
        loaded = load_document(task, options.flags())
    with clock("editions"):
        editions = editions_of(loaded.document, loaded.settings)
    with clock("artifacts"):
        desks = [Desk(edition, loaded.settings, loaded.resources, editions[0]) for edition in editions]
        artifacts = tuple(artifact for desk in desks for artifact in make_all(desk))
    inputs = task.inputs(loaded.resources.files)
    return Made(
        task, loaded.settings, loaded.source, loaded.cleaned, loaded.document, editions, artifacts,
        inputs, loaded.new_ids, clock.seconds,
    )  # fmt: skip


@few_collections(every=1_000_000)  # what is read back is kept to the end: hardly any of it is garbage
def examine(made: Made) -> Result:
    """What our own rules say of every artifact, with the lines of the Markdown as its author has it."""
    start = time.perf_counter()
    result = check(subjects_of(made))
    made.seconds["findings"] = time.perf_counter() - start
    told = (*made.document.notices, *not_made(made), *plain_findings(made), *translation_findings(made))
    return at_original(replace(result, findings=(*told, *result.findings)), made)


def hand_over(checked: Checked, result: Result, options: Options, key: str) -> Published | Failed:
    """Write one document's whole folder, and its table of ids beside the source."""
    made = checked.made
    folder = options.out / made.task.name
    try:
        if made.new_ids:
            store.write_file(made.task.ids, made.new_ids.encode())
        source = source_of(made)
        older = kept(folder, source) if options.formats else {}
        files = files_of(made, result, older)
        manifest = Manifest(
            key, source,
            inputs_of(folder, made.inputs),
            {name: digest(data) for name, data in files.items()},
            worst=max((f.severity for f in result.findings if f.outcome is Outcome.FAIL), default=0),
            unlooked=len(result.unlooked),
            summary=tuple(lines(result)),
            card=card(publication_of(made, files)),
            document=os.path.relpath(made.task.path, folder),
        )  # fmt: skip
        other = displaced(folder, made.task.path)
        changed = store.publish(options.out, made.task.name, files, manifest)
        return Published(made.task, manifest, changed, other)
    except PariterError as error:
        return Failed(made.task, error)


class _Clock:
    """Seconds of wall time for each step, for the report."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    @contextmanager
    def __call__(self, step: str) -> Iterator[None]:
        start = time.perf_counter()
        yield
        self.seconds[step] = time.perf_counter() - start
