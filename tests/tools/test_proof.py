# SPDX-License-Identifier: AGPL-3.0-or-later
"""A validator's verdict counts only after it told a known-good from a known-bad file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from pipeline.model import Outcome, Severity
from pipeline.tools import proof
from pipeline.tools.base import Item, Status, ToolReport

FAILURE = Item("1", "bad")


@pytest.fixture(autouse=True)
def _fresh() -> Iterator[None]:
    proof.forget()
    yield
    proof.forget()


def tool(answer: Callable[[bytes], tuple[Status, tuple[Item, ...]]]) -> Callable[[Path], ToolReport]:
    def judge(file: Path) -> ToolReport:
        status, items = answer(file.read_bytes())
        return ToolReport("t", str(file), status, items=items)

    return judge


HONEST = tool(lambda data: (Status.OK, () if data == b"good" else (FAILURE,)))
TOOLS = {
    "passes everything": (tool(lambda _: (Status.OK, ())), Status.UNPROVEN),
    "fails everything": (tool(lambda _: (Status.OK, (FAILURE,))), Status.UNPROVEN),
    "only remarks": (tool(lambda _: (Status.OK, (Item("1", "m", Severity.NOTE),))), Status.UNPROVEN),
    "leaves it to people": (
        tool(lambda _: (Status.OK, (Item("1", "m", outcome=Outcome.NEEDS_PERSON),))),
        Status.UNPROVEN,
    ),
    "crashes on the bad": (
        tool(lambda data: (Status.OK if data == b"good" else Status.CRASHED, ())),
        Status.CRASHED,
    ),
    "is too slow": (tool(lambda _: (Status.TIMED_OUT, ())), Status.TIMED_OUT),
    "has it the wrong way round": (
        tool(lambda data: (Status.OK, () if data == b"bad" else (FAILURE,))),
        Status.UNPROVEN,
    ),
}


@pytest.mark.parametrize("name", TOOLS)
def test_a_tool_that_cannot_tell_them_apart_does_not_count(name: str) -> None:
    judge, expected = TOOLS[name]
    outcome = proof.prove(name, ".x", b"good", b"bad", judge)
    assert outcome.status is expected
    passing = ToolReport("t", "f", Status.OK)
    judged = proof.applied(passing, outcome)
    assert judged.status is expected
    assert not judged.passed
    assert "self-test" in judged.note


def test_an_honest_tool_counts() -> None:
    outcome = proof.prove("honest", ".x", b"good", b"bad", HONEST)
    assert proof.applied(ToolReport("t", "f", Status.OK), outcome).passed
    assert not proof.applied(ToolReport("t", "f", Status.OK, items=(FAILURE,)), outcome).passed


def test_a_failure_of_its_own_is_kept() -> None:
    crashed = ToolReport("t", "f", Status.CRASHED, note="why")
    assert proof.applied(crashed, proof.Proof(Status.UNPROVEN, "self-test")) == crashed


def test_it_is_done_once_in_a_run() -> None:
    calls: list[Path] = []

    def judge(file: Path) -> ToolReport:
        calls.append(file)
        return HONEST(file)

    for _ in range(3):
        assert proof.prove("once", ".x", b"good", b"bad", judge).status is Status.OK
    assert len(calls) == 2
    assert not calls[0].exists()
