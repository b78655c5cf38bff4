# SPDX-License-Identifier: AGPL-3.0-or-later
"""Each criterion with what machines found, and what a person answered, or that nobody did.

No answer is ever filled in: a criterion without a person's answer is open, whatever the machines say.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pipeline.checks.coverage import Criterion, criteria, deciders, verapdf_tests
from pipeline.model import Finding, Format, Outcome, Severity
from pipeline.report.model import ReportInput
from pipeline.settings import Answer

COMPONENTS = {"web": (Format.HTML,), "electronic-docs": (Format.EPUB, Format.PDF)}
"""OpenACR's names of components, and our formats under each."""
WORST = ("does-not-support", "partially-supports", "supports", "not-applicable")
OPEN = "open"


@dataclass(frozen=True, slots=True)
class Machine:
    """What machines say of one criterion in one format: how many checks passed, what they found, what they ask,
    which of them did not look. ``decided`` names those that look at all, ``clear`` the validators that looked and
    found nothing; ``lacks`` is what the criterion is about if no file of the format holds any of it."""

    format: Format
    decided: tuple[str, ...]
    passed: int
    failed: tuple[Finding, ...]
    asked: tuple[Finding, ...]
    unlooked: tuple[str, ...]
    clear: tuple[str, ...]
    lacks: str = ""

    @property
    def words(self) -> str:
        """The same in a sentence."""
        name = self.format.value.upper()
        if not self.decided and not self.lacks:
            return f"{name}: no machine looks at this."
        parts = [f"there {'are' if self.lacks.endswith('s') else 'is'} no {self.lacks} in it"] if self.lacks else []
        parts += [f"{self.passed} of our checks passed"] if self.passed else []
        parts += [f"{', '.join(self.clear)} found nothing"] if self.clear else []
        parts += [f"{len(self.failed)} faults found, the first: {_short(self.failed[0])}"] if self.failed else []
        parts += [f"{len(self.asked)} questions, the first: {_short(self.asked[0])}"] if self.asked else []
        parts += [f"not looked at by {', '.join(self.unlooked)}"] if self.unlooked else []
        return f"{name}: {'; '.join(parts) or 'nothing found, or nothing of the kind there'}."


def _short(finding: Finding) -> str:
    where = f"line {finding.line}: " if finding.line else ""
    return f"{where}{finding.message.strip().rstrip('.')}"


@dataclass(frozen=True, slots=True)
class Judged:
    """A criterion in one component of OpenACR: the machines' results, and the person's answers by format
    (the same object for all of them if the person did not tell formats apart)."""

    criterion: Criterion
    component: str
    machines: tuple[Machine, ...]
    answers: tuple[Answer, ...]

    @property
    def level(self) -> str:
        """The worst of the person's answers, or "open"."""
        given = {answer.answer for answer in self.answers}
        return next((level for level in WORST if level in given), OPEN)

    @property
    def contradicted(self) -> bool:
        """Whether a person says that it is met and machines found faults all the same."""
        return self.level in ("supports", "not-applicable") and any(machine.failed for machine in self.machines)


def judged(report: ReportInput) -> tuple[Judged, ...]:
    """Every criterion of the chosen version and level, for each component that there are files of."""
    chosen = criteria(report.settings.wcag, report.settings.level)
    present = [
        (name, [format for format in formats if format in report.formats]) for name, formats in COMPONENTS.items()
    ]
    return tuple(
        Judged(
            criterion, name, tuple(_machine(report, criterion, format) for format in formats),
            _answers(report, criterion, formats),
        )
        for criterion in chosen for name, formats in present if formats
    )  # fmt: skip


def _answers(report: ReportInput, criterion: Criterion, formats: Iterable[Format]) -> tuple[Answer, ...]:
    """A person's answers: to "1.1.1 pdf" for that format, else to "1.1.1" for all. All formats or none: half an
    answer is no answer."""
    given = {key.removeprefix("WCAG ").lower(): answer for key, answer in report.settings.answers.items()}
    general = given.get(criterion.number)
    found = [given.get(f"{criterion.number} {format.value}", general) for format in formats]
    whole = [answer for answer in found if answer is not None]
    return tuple(dict.fromkeys(whole)) if len(whole) == len(found) else ()


def _machine(report: ReportInput, criterion: Criterion, format: Format) -> Machine:
    who = deciders(criterion.number, format)
    clause = f"WCAG {criterion.number}"
    files = {file.file for file in report.of(format)}
    verdicts = [v for v in report.result.verdicts if v.file in files and v.rule in who.rules]
    tests = verapdf_tests(criterion.number) if format is Format.PDF else frozenset()
    found = [f for f in report.result.findings if f.file in files and (clause in f.clauses or f.rule in tests)]
    unlooked = _unlooked(report, files, who.rules, who.validators)
    said = {f.tool.partition(" ")[0] for f in found}
    return Machine(
        format,
        (*who.rules, *who.validators),
        sum(verdict.outcome is Outcome.PASS for verdict in verdicts),
        tuple(f for f in found if f.outcome is Outcome.FAIL and f.severity >= Severity.WARNING),
        tuple(f for f in found if f.outcome is Outcome.NEEDS_PERSON),
        unlooked,
        tuple(t for t in _tools(who.validators) if t not in unlooked and t.partition(" ")[0] not in said),
        criterion.about if criterion.about and all(criterion.about in f.lacks for f in report.of(format)) else "",
    )


def _unlooked(report: ReportInput, files: set[str], rules: Sequence[str], validators: Sequence[str]) -> tuple[str, ...]:
    """Which rules and validators that should look did not: those that said so, and those that were not run."""
    silent = {v.rule for v in report.result.unlooked if v.file in files and v.rule in rules}
    return (*sorted(silent), *(tool for tool in _tools(validators) if not _looked(report, files, tool)))


def _looked(report: ReportInput, files: set[str], tool: str) -> bool:
    """Whether a validator looked at every one of the files, and in every run of it."""
    answers = [answer for answer in report.result.reports if answer.tool == tool and answer.file in files]
    return {answer.file for answer in answers} == files and all(answer.looked for answer in answers)


def _tools(validators: Sequence[str]) -> tuple[str, ...]:
    """Their names without what they call the criterion."""
    return tuple(name.partition(" (")[0] for name in validators)


def open_numbers(results: Iterable[Judged]) -> tuple[str, ...]:
    """The criteria that no person has judged in some component."""
    return tuple(dict.fromkeys(result.criterion.number for result in results if result.level == OPEN))
