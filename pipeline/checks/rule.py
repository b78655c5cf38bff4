# SPDX-License-Identifier: AGPL-3.0-or-later
"""A rule is one file in ``checks/rules``: what it guards, how it looks at each format, how to mend, examples.

The file's docstring is the rule's documentation page; its ``good`` and ``bad`` examples are its tests.

    RULE = Rule(
        id="link-text", title="A link says where it leads", severity=Severity.WARNING,
        clauses=("WCAG 2.4.4",), looks={Format.HTML: look, Format.EPUB: look},
        fix="Write where the link leads.", good=(page("…"),), bad=(page("…"),),
    )

A look takes a Subject and yields findings, made by ``RULE.fail``, ``RULE.ask`` (a person decides). It raises
``NotApplicable`` when the file has nothing of the kind, and ``NotLooked("why")`` when it cannot decide. What
it does not say, the engine says: no finding and no exception is a pass.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pipeline.checks.subject import NotApplicable, NotLooked, Subject
from pipeline.model import Edition, Finding, Format, Outcome, Outline, Severity

if TYPE_CHECKING:
    from pipeline.outline.expected.sides import Side

__all__ = ["Example", "Look", "NotApplicable", "NotLooked", "Rule", "Subject"]

Look = Callable[[Subject], Iterable[Finding]]


@dataclass(frozen=True, slots=True)
class Example:
    """A file that a rule must pass (``good``) or fail (``bad``): its bytes, or what makes them.

    ``read``, ``expected``, ``edition``, ``peers`` and ``sides`` are for rules that compare with the source.
    """

    format: Format
    data: bytes | Callable[[], bytes] = b""
    expected: Outline | None = None
    read: Outline | None = None
    edition: Edition | None = None
    peers: Mapping[Format, Outline] | None = None
    note: str = ""
    sides: tuple[Side, ...] = ()

    def subject(self) -> Subject:
        """The example as a file under check."""
        data = self.data if isinstance(self.data, bytes) else self.data()
        name = f"example.{self.format.value}"
        return Subject(self.format, name, data, self.expected, self.edition, self.read, self.peers, self.sides)


REPORT = "Report it"
ELSEWHERE = "Correct it in the program that made the file, or make the file anew from the source."


@dataclass(frozen=True, slots=True)
class Rule:
    """One promise and how it is looked after.

    ``clauses`` name the standards: "WCAG 2.4.4", "EN 301 549 9.2.4.4", "PDF/UA-1 7.18.5", "Matterhorn 28-012",
    "EPUB A11Y 1.1 3.2", "ACT c487ae". ``question`` is what to ask a person where the machine cannot decide.
    ``opinion`` marks a rule that no standard demands. ``foreign`` is the fix in a file whose source we do not know.
    ``sides``: of a page that shows two texts, each is looked at by itself.
    """

    id: str
    title: str
    severity: Severity
    clauses: tuple[str, ...]
    looks: Mapping[Format, Look]
    fix: str
    good: tuple[Example, ...] = ()
    bad: tuple[Example, ...] = ()
    question: str = ""
    foreign: str = ""
    sides: bool = False
    docs: str = field(default="", compare=False)

    def remedy(self, subject: Subject) -> str:
        """What to do about a finding: in the source, or in the file itself where there is no source. A fault of our
        writers is reported to us; that of another program is none of ours."""
        if self.fix.startswith(REPORT) and subject.blocks and not subject.ours:
            return ELSEWHERE
        return self.foreign if self.foreign and not subject.blocks else self.fix

    def fail(
        self,
        subject: Subject,
        message: str,
        *,
        place: str = "",
        block: str = "",
        line: int = 0,
        severity: Severity | None = None,
        fix: str = "",
        outcome: Outcome = Outcome.FAIL,
    ) -> Finding:
        """A finding of this rule: what is wrong, where in the file, and which block or line of the source."""
        return Finding(
            rule=self.id,
            outcome=outcome,
            severity=self.severity if severity is None else severity,
            message=message,
            fix=fix or self.remedy(subject),
            file=subject.file,
            place=place,
            source=subject.source if block or line else "",
            line=line or subject.line(block),
            block=block,
            clauses=self.clauses,
        )

    def ask(self, subject: Subject, message: str, *, place: str = "", block: str = "", line: int = 0) -> Finding:
        """A finding that only a person can decide."""
        return self.fail(
            subject, message, place=place, block=block, line=line, severity=Severity.NOTE, outcome=Outcome.NEEDS_PERSON
        )
