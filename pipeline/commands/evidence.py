# SPDX-License-Identifier: AGPL-3.0-or-later
"""``pariter evidence``: the pack that a publisher hands in, beside what is published."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from pipeline import flow, store
from pipeline.errors import Exit
from pipeline.handover import files_of, report_input, validate
from pipeline.manifest import Manifest, digest
from pipeline.publication import Checked, Options, find_tasks
from pipeline.report import evidence
from pipeline.report.evidence.answers import unasked
from pipeline.report.evidence.criteria import judged, open_numbers

FOLDER = "evidence"


def write_evidence(paths: Sequence[Path], out: Path, *, validators: str, strict: bool) -> int:
    """Make each document, check it, and write its pack to ``OUT/evidence/<name>``. Out: the exit code.

    Raises PariterError for a document that cannot be made and for a folder that cannot be written.
    """
    options = Options(out, validators=validators)
    code = Exit.CLEAN
    for task in find_tasks(paths):
        made = flow.make(task, options)
        result = validate([Checked(made, flow.examine(made))], options)[task]
        report = report_input(made, result)
        files = files_of(made, result)
        pack = evidence.files(report, files)
        folder = out / FOLDER
        with store.locked(folder):
            store.recover(folder)
            outputs = {name: digest(data) for name, data in pack.items()}
            store.publish(folder, task.name, pack, Manifest("", made.source.digest, {}, outputs))
        results = judged(report)
        total = len({r.criterion.number for r in results})
        print(f"{task.name}: evidence in {folder / task.name}")
        print(f"{task.name}: {len(open_numbers(results))} of {total} criteria wait for a person: see answers.yaml")
        for one in (r for r in results if r.contradicted):
            print(f"{task.name}: warning: {one.criterion.number}: machines found faults where a person saw none")
            code = max(code, Exit.FINDINGS)
        for key in unasked(report):
            print(f"{task.name}: warning: document.yaml: nothing asks for the answer to «{key}»; it is not used")
            code = max(code, Exit.FINDINGS)
        if other := _not_as_published(files, out / task.name):
            more = f" (and {len(other) - 1} more files)" if len(other) > 1 else ""
            print(f"{task.name}: warning: {other[0]} is not in {out / task.name} as it was checked here{more}. "
                  "Publish every format, then again.")
            code = max(code, Exit.FINDINGS)
        if strict and result.unlooked:
            code = max(code, Exit.TOOL_MISSING)
    return code


def _not_as_published(files: Mapping[str, bytes], folder: Path) -> list[str]:
    """The files whose hashes are in the pack and that stand in the publication otherwise, or not at all."""
    return [
        name for name, data in files.items()
        if name not in evidence.REPORTS
        and not ((folder / name).is_file() and (folder / name).read_bytes() == data)
    ]  # fmt: skip
