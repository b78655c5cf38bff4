# SPDX-License-Identifier: AGPL-3.0-or-later
"""Every rule's own examples: good ones are silent, bad ones are found; every rule documents itself."""

from __future__ import annotations

import pytest

from pipeline.checks import Example, Rule, all_rules
from pipeline.checks.engine import ask
from pipeline.model import Outcome

GOOD = [(r, i, e) for r in all_rules() for i, e in enumerate(r.good)]
BAD = [(r, i, e) for r in all_rules() for i, e in enumerate(r.bad)]


def name(value: object) -> str:
    return value.id if isinstance(value, Rule) else str(value) if isinstance(value, int) else ""


@pytest.mark.parametrize(("rule", "number", "example"), GOOD, ids=name)
def test_good(rule: Rule, number: int, example: Example) -> None:
    verdict, found = ask(rule, example.subject())
    assert verdict.outcome in (Outcome.PASS, Outcome.NOT_APPLICABLE, Outcome.NEEDS_PERSON), found


@pytest.mark.parametrize(("rule", "number", "example"), BAD, ids=name)
def test_bad(rule: Rule, number: int, example: Example) -> None:
    verdict, found = ask(rule, example.subject())
    wanted = Outcome.NEEDS_PERSON if example.note == "needs a person" else Outcome.FAIL
    assert verdict.outcome is wanted, found
    assert all(f.message and f.fix and f.rule == rule.id for f in found)


@pytest.mark.parametrize("rule", all_rules(), ids=name)
def test_documents_itself(rule: Rule) -> None:
    for part in ("What it does", "Why it matters", "Example", "Fix"):
        assert part in rule.docs, f"{rule.id}: the docstring has no «{part}»"
    assert rule.good and rule.bad
