# SPDX-License-Identifier: AGPL-3.0-or-later
"""What all Java validators have in common on our side: probe, self-test, and reports from the child's answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.errors import ToolMissingError
from pipeline.model import Outcome, Severity
from pipeline.tools import java, proof
from pipeline.tools.base import Item, Probe, Status, ToolReport, not_looked
from pipeline.tools.java import Answer, Question

REMEDY = "Run «make validators»."


@dataclass(frozen=True, slots=True)
class JavaTool:
    """A validator that runs in the Java child.

    ``module`` is its file in this package, where the class ``Engine`` is; ``sample`` gives the known-good (True)
    or known-bad file of a profile; ``command`` is what a person would type to have the same judged.
    """

    name: str
    module: str
    version: Callable[[], str]
    licence: str
    judges: str
    sample: Callable[[str, bool], bytes]
    command: Callable[[Path, str], str]
    suffix: str = ""

    def probe(self) -> Probe:
        """Whether its jars and the Java runtime are there."""
        try:
            where = str(java.engine(self.module).jars()[0])
        except ToolMissingError:
            where = ""
        present = bool(where) and not java.missing()
        return Probe(
            tool=self.name,
            present=present,
            version=self.version() if present else "",
            where=where,
            remedy="" if present else REMEDY,
            licence=self.licence,
            judges=(self.judges,),
        )

    def run(self, files: Sequence[Path], profiles: Sequence[str], seconds: float) -> tuple[ToolReport, ...]:
        """A report for each file and profile, file by file; raises nothing."""
        asked = [Question(self.module, file, {"profile": profile}) for file in files for profile in profiles]
        if not self.probe().present:
            return tuple(
                report
                for question in asked
                for report in not_looked(
                    self.name, [question.file], Status.MISSING, REMEDY, profile=question.options["profile"]
                )
            )
        unreadable = {file: reason for file in files if (reason := _unreadable(file))}
        asked_now = [question for question in asked if question.file not in unreadable]
        proofs = {profile: self._proof(profile, seconds) for profile in dict.fromkeys(profiles)}
        answers = iter(java.ask_all(asked_now, seconds=seconds))
        return tuple(
            proof.applied(
                _report(
                    self,
                    question,
                    Answer(Status.UNREADABLE, note=unreadable[question.file])
                    if question.file in unreadable
                    else next(answers),
                ),
                proofs[question.options["profile"]],
            )
            for question in asked
        )

    def _proof(self, profile: str, seconds: float) -> proof.Proof:
        def judge(file: Path) -> ToolReport:
            question = Question(self.module, file, {"profile": profile})
            return _report(self, question, java.ask(question, seconds=seconds))

        good, bad = self.sample(profile, True), self.sample(profile, False)
        return proof.prove(f"{self.module} {profile}", self.suffix or f".{self.judges}", good, bad, judge)


def _unreadable(file: Path) -> str:
    """Why a file cannot be opened ("" when it can)."""
    try:
        with file.open("rb"):
            return ""
    except OSError as error:
        return f"the file cannot be read: {error.strerror}"


def _item(data: Mapping[str, Any]) -> Item:
    """An Item from the child's JSON data."""
    return Item(
        rule=str(data["rule"]),
        message=" ".join(str(data["message"]).split()),
        severity=Severity(int(data.get("severity", Severity.ERROR))),
        outcome=Outcome(data.get("outcome", Outcome.FAIL)),
        place=str(data.get("place", "")),
        line=max(0, int(data.get("line", 0))),
        column=max(0, int(data.get("column", 0))),
        count=int(data.get("count", 1)),
        clauses=tuple(map(str, data.get("clauses", ()))),
        help=str(data.get("help", "")),
    )


def _report(tool: JavaTool, question: Question, answer: Answer) -> ToolReport:
    """A ToolReport from the child's answer; an item that cannot be read makes the whole answer unreadable."""
    profile = str(question.options["profile"])
    status, note = answer.status, answer.note
    items: tuple[Item, ...] = ()
    try:
        items = tuple(_item(data) for data in answer.items)
    except (KeyError, ValueError, TypeError):
        status, note = Status.UNREADABLE, "the answer could not be read"
    return ToolReport(
        tool=tool.name,
        file=str(question.file),
        status=status,
        version=answer.version,
        command=tool.command(question.file, profile),
        profile=profile,
        items=items,
        raw=answer.raw,
        seconds=answer.seconds,
        note=note,
    )
