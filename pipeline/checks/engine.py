# SPDX-License-Identifier: AGPL-3.0-or-later
"""Every rule on every file, and an answer from each: pass, fail, needs a person, not applicable, not looked at.

A rule that crashes has not looked; it stops no other rule and is no pass.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache
from itertools import islice
from typing import Protocol

from pipeline.checks.baseline import Baseline
from pipeline.checks.result import Result, Verdict
from pipeline.checks.rule import NotApplicable, NotLooked, Rule, Subject
from pipeline.errors import PariterError
from pipeline.model import Finding, Outcome, Severity

MOST_FINDINGS = 200
"""How many findings of one rule in one file are told one by one."""

MOST_COUNTED = 5_000
"""How many findings of one rule in one file are counted: a file that is faulty throughout must not take for ever."""


class Validator(Protocol):
    """A checker that looks at files by itself (see ``checks.validators``)."""

    def __call__(self, subjects: Sequence[Subject]) -> Result:
        """Findings, verdicts and raw reports of all the files that it judges."""
        ...


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every ``RULE`` of ``checks/rules``, by id. One new file there is one new rule."""
    from pipeline.checks import rules

    found: list[Rule] = []
    for module in sorted(pkgutil.iter_modules(rules.__path__), key=lambda info: info.name):
        loaded = importlib.import_module(f"{rules.__name__}.{module.name}")
        rule = getattr(loaded, "RULE", None)
        if isinstance(rule, Rule):
            found.append(replace(rule, docs=rule.docs or loaded.__doc__ or ""))
    return tuple(sorted(found, key=lambda rule: rule.id))


def check(
    subjects: Sequence[Subject],
    *,
    rules: Iterable[Rule] | None = None,
    validators: Sequence[Validator] = (),
    baseline: Baseline | None = None,
) -> Result:
    """Look at every file with every rule that knows its format, then with the validators.

    In: the files; ``rules`` (default: all); ``validators`` to run on top; findings known before. Out: one
    verdict for each pair of rule and file, and the findings in the order of files, then of the rules' ids.
    """
    chosen = tuple(all_rules() if rules is None else rules)
    findings: list[Finding] = []
    verdicts: list[Verdict] = []
    for subject in subjects:
        _look_at(subject, chosen, findings, verdicts)
    result = Result(tuple(findings), tuple(verdicts))
    for validator in validators:
        result = result.plus(validator(subjects))
    return baseline.split(result) if baseline is not None else result


def _look_at(
    subject: Subject, rules: Sequence[Rule], findings: list[Finding], verdicts: list[Verdict]
) -> None:
    for rule in rules:
        if subject.format in rule.looks:
            verdict, found = ask(rule, subject)
            verdicts.append(verdict)
            findings.extend(found)


def ask(rule: Rule, subject: Subject) -> tuple[Verdict, tuple[Finding, ...]]:
    """What one rule answers for one file, whatever happens inside the rule."""
    try:
        found = tuple(islice(_looked(rule, subject), MOST_COUNTED))
    except NotApplicable as reason:
        return Verdict(rule.id, subject.file, Outcome.NOT_APPLICABLE, note=str(reason)), ()
    except NotLooked as reason:
        return _unlooked(rule, subject, str(reason))
    except PariterError as error:
        return _unlooked(rule, subject, error.one_line())
    except (Exception, RecursionError) as error:  # noqa: BLE001 a broken rule must not hide the others
        return _unlooked(rule, subject, f"the rule failed: {type(error).__name__}: {error}")
    located = tuple(_located(subject, finding) for finding in found)
    return Verdict(rule.id, subject.file, _outcome(found), len(found)), _told(located)


def _looked(rule: Rule, subject: Subject) -> Iterable[Finding]:
    """What a rule finds in a file; of a page with two texts in each, if the rule asks of one text alone."""
    if not rule.sides or not subject.sides:
        return rule.looks[subject.format](subject)
    found: list[Finding] = []
    reasons: list[NotApplicable] = []
    for side in subject.sides:
        try:
            found += (_located(side, finding) for finding in islice(rule.looks[side.format](side), MOST_COUNTED))
        except NotApplicable as reason:
            reasons.append(reason)
    if len(reasons) == len(subject.sides):
        raise reasons[0]
    return found


def _located(subject: Subject, finding: Finding) -> Finding:
    """The finding with the source's line, where its place in the file names a block of the source."""
    if finding.line or not subject.blocks:
        return finding
    block = finding.block if finding.block in subject.blocks else subject.block_named(finding.place)
    line = subject.line(block)
    return replace(finding, block=block, line=line, source=subject.source) if line else finding


def _outcome(found: Sequence[Finding]) -> Outcome:
    outcomes = {f.outcome for f in found}
    for outcome in (Outcome.FAIL, Outcome.NOT_LOOKED_AT, Outcome.NEEDS_PERSON):
        if outcome in outcomes:
            return outcome
    return Outcome.PASS


def _told(found: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """All findings, or the first of very many and one that says how many more there are."""
    if len(found) <= MOST_FINDINGS:
        return found
    more = len(found) - MOST_FINDINGS
    last = replace(found[MOST_FINDINGS], message=f"… and {more} more like this.", place="", line=0, block="")
    return (*found[:MOST_FINDINGS], last)


def _unlooked(rule: Rule, subject: Subject, why: str) -> tuple[Verdict, tuple[Finding, ...]]:
    why = " ".join(why.split())[:500]
    remedy = "Have it looked at: nothing is known of this."
    unlooked = Outcome.NOT_LOOKED_AT
    finding = rule.fail(subject, f"Not looked at: {why}", severity=Severity.NOTE, outcome=unlooked, fix=remedy)
    return Verdict(rule.id, subject.file, Outcome.NOT_LOOKED_AT, 1, why), (finding,)
