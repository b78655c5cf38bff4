# SPDX-License-Identifier: AGPL-3.0-or-later
"""Every name that a finding or a log can bear is explained."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from pipeline import clean
from pipeline.checks.engine import all_rules
from pipeline.commands.explained import explanation

PIPELINE = Path(__file__).parent.parent.parent / "pipeline"


def _told() -> set[str]:
    """The names in the calls that make findings of the source."""
    sources = [path.read_text("utf-8") for path in (PIPELINE / "document").rglob("*.py")]
    return {name for text in sources for name in re.findall(r'notice\(\s*"([a-z-]+)"', text)}


def test_names_of_findings_that_are_no_rules_are_explained() -> None:
    names = _told()
    assert {"no-title", "markdown-unread", "link-refused"} <= names
    known = {rule.id for rule in all_rules()}
    assert [name for name in sorted(names - known) if explanation(name) is None] == []


@pytest.mark.parametrize("name", [rule.name for rule in clean.rules()])
def test_repairs_are_explained_with_what_refuses_them(name: str) -> None:
    assert f"refuse: [{name}]" in (explanation(name) or "")


def test_what_nothing_has_is_not_explained() -> None:
    assert explanation("no-such-name") is None
    assert explanation("plain-") is None
