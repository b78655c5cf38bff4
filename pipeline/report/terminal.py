# SPDX-License-Identifier: AGPL-3.0-or-later
"""Findings as plain lines that a screen reader, a pipe and an editor can take: no colour, no columns, no box.

    source.md:12: error: link-text: The link says «here» (en/name.html, #p-4). Fix: Write where the link leads.

What needs a person and what nobody looked at begin with just these words: neither can be heard as a pass.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePath

from pipeline.checks.result import Result, Verdict
from pipeline.model import Finding, Outcome, Severity
from pipeline.report.model import causes, inside, places

# What could move the cursor, change colours or turn the reading direction of a terminal.
UNSAFE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")

_NAMED = 4
"""So many places are named where one cause shows in more; the other reports have all."""


def lines(result: Result) -> Iterator[str]:
    """The lines of a result: failures (worst first), questions, what was not looked at, and a summary."""
    failed = sorted((f for f in result.findings if f.outcome is Outcome.FAIL), key=lambda f: -f.severity)
    for cause in causes(failed):
        yield failure_line(cause)
    yield from _questions(f for f in result.findings if f.outcome is Outcome.NEEDS_PERSON)
    yield from _unlooked(result.unlooked)
    if result.known:
        yield f"known: {_count(len(result.known), 'finding')} of the baseline file, not counted."
    yield summary(result)


def failure_line(cause: Sequence[Finding]) -> str:
    """One cause in one line: Markdown line first where it is known, else the file that was checked."""
    finding = cause[0]
    if finding.line:
        start, where = f"{PurePath(finding.source).name or 'source'}:{finding.line}: ", places(cause)
    else:
        start = f"{finding.file}: " if finding.file else ""
        where = _near(cause)
    message = finding.message.strip().rstrip(".") if where else finding.message.strip()
    text = f"{start}{finding.severity.name.lower()}: {finding.rule}: {message}"
    text += f" ({where})." if where else "" if text.endswith((".", "!", "?")) else "."
    return safe(text + (f" Fix: {finding.fix}" if finding.fix else ""))


def _near(cause: Sequence[Finding]) -> str:
    """Where in a file a cause shows: the first places, and how many there are more."""
    shown = (one.place.removeprefix(one.file).lstrip("# ,:") if one.file else one.place for one in cause)
    found = list(dict.fromkeys(shown))
    more = f" and {_count(len(found) - _NAMED, 'more place')}" if len(found) > _NAMED else ""
    return "; ".join(place for place in found[:_NAMED] if place) + more


def safe(text: str) -> str:
    """``text`` as one line that does nothing to a terminal: control characters are spelt out."""
    return UNSAFE.sub(lambda found: f"\\u{{{ord(found[0]):x}}}", " ".join(text.split()))


def _questions(findings: Iterable[Finding]) -> Iterator[str]:
    by_rule: dict[str, list[Finding]] = {}
    for finding in findings:
        by_rule.setdefault(finding.rule, []).append(finding)
    for rule, asked in by_rule.items():
        first = asked[0]
        where = inside(first)
        more = f" And {len(asked) - 1} more of the kind." if len(asked) > 1 else ""
        line = f"{PurePath(first.source).name}:{first.line}: " if first.line and first.source else ""
        at = f" ({where})" if where else ""
        yield safe(f"{line}needs a person: {rule}: {first.message.strip().rstrip('.')}{at}.{more}")


def _unlooked(verdicts: Iterable[Verdict]) -> Iterator[str]:
    by_cause: dict[tuple[str, str], list[str]] = {}
    for verdict in verdicts:
        by_cause.setdefault((verdict.rule, verdict.note), []).append(verdict.file)
    for (rule, note), files in by_cause.items():
        why = f": {note}" if note else ""
        yield safe(f"not looked at: {rule}: {', '.join(dict.fromkeys(files))}{why}")


def summary(result: Result) -> str:
    """All answers counted in one line."""
    failed = [f for f in result.findings if f.outcome is Outcome.FAIL]
    lines = [cause[0].severity for cause in causes(failed)]
    counts = [_level(sum(f.severity is level for f in failed), lines.count(level), level.name.lower())
              for level in sorted(Severity, reverse=True)]  # fmt: skip
    asked = sum(f.outcome is Outcome.NEEDS_PERSON for f in result.findings)
    outcomes = [verdict.outcome for verdict in result.verdicts]
    parts = (
        ", ".join(counts),
        f"{_count(asked, 'question')} for a person",
        f"{_count(len(result.unlooked), 'check')} not looked at",
        f"{_count(outcomes.count(Outcome.PASS), 'check')} passed",
        f"{outcomes.count(Outcome.NOT_APPLICABLE)} not applicable",
    )
    return "summary: " + "; ".join(parts) + "."


def _level(number: int, told: int, word: str) -> str:
    """How many findings of a level, and in how many lines they are told where one cause shows in several files."""
    return _count(number, word) + (f" in {_count(told, 'line')}" if told != number else "")


def _count(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"
