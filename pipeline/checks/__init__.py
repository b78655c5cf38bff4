# SPDX-License-Identifier: AGPL-3.0-or-later
"""The engine that looks at every artifact, its rules, and the reference validators.

``check(subjects)`` is the way in; ``rule`` says what a rule is; ``rules/`` holds them, one a file.
"""

from pipeline.checks.engine import all_rules, check
from pipeline.checks.result import Result, Verdict
from pipeline.checks.rule import Example, NotApplicable, NotLooked, Rule, Subject

__all__ = ["Example", "NotApplicable", "NotLooked", "Result", "Rule", "Subject", "Verdict", "all_rules", "check"]
