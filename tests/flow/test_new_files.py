# SPDX-License-Identifier: AGPL-3.0-or-later
"""A format or an executor is added by one new file: nothing else names it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline import flow, jobs
from pipeline.errors import InputError
from pipeline.publication import Options, find_tasks
from pipeline.writers import formats

WORDS = """
from pipeline.writers.formats.base import Writer
def write(desk): return " ".join("".join(desk.xhtml.itertext()).split()).encode()
WRITER = Writer(".txt", None, write, "text/plain", 9)
"""
BACKWARDS = """
def takes(wanted): return wanted.cluster == "backwards://"
def run(work, tasks, wanted): return reversed([work(task) for task in reversed(tasks)])
"""


@pytest.fixture
def new(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder whose files stand beside the formats and the executors."""
    monkeypatch.setattr(formats, "__path__", [*formats.__path__, str(tmp_path)])
    monkeypatch.setattr(jobs, "__path__", [*jobs.__path__, str(tmp_path)])
    caches = (formats.writers, jobs._executors)
    for found in caches:
        found.cache_clear()
    yield tmp_path
    monkeypatch.undo()
    for found in caches:
        found.cache_clear()


def test_a_format_is_its_file(new: Path) -> None:
    (new / "words_alone.py").write_text(WORDS, "utf-8")
    (new / "a.md").write_text("# A harbour\n\nThe *boats* are blue.\n", "utf-8")
    (task,) = find_tasks([new / "a.md"])
    made = flow.make(task, Options(formats=("words_alone", "html"), languages=(), validators="none"))
    files = {artifact.file: artifact.data for artifact in made.artifacts}
    assert b"The boats are blue." in files["en/a.txt"]
    assert b'href="a.txt"' in files["en/a.html"]
    assert b"WORDS_ALONE" in files["en/a.html"]
    assert (".txt", "words_alone") in formats.suffixes()


def test_an_executor_is_its_file(new: Path) -> None:
    with pytest.raises(InputError, match="no executor for the cluster «backwards://»"):
        list(jobs.run(str, [1, 2], 1, "backwards://"))
    (new / "backwards.py").write_text(BACKWARDS, "utf-8")
    jobs._executors.cache_clear()
    seen: list[int] = []
    assert list(jobs.run(lambda task: seen.append(task) or task, [1, 2], 1, "backwards://")) == [1, 2]  # type: ignore[func-returns-value]
    assert seen == [2, 1]
