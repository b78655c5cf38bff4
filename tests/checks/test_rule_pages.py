# SPDX-License-Identifier: AGPL-3.0-or-later
"""The pages in docs/rules are those of the rules as they are."""

from __future__ import annotations

from pathlib import Path

from pipeline.checks.rule_pages import pages

FOLDER = Path(__file__).parents[2] / "docs" / "rules"


def test_the_pages_are_in_step() -> None:
    there = {path.name: path.read_text("utf-8") for path in FOLDER.glob("*.md")}
    made = pages()
    assert sorted(there) == sorted(made), "run: python -m pipeline.checks.rule_pages docs/rules"
    stale = [name for name, text in made.items() if there[name] != text]
    assert not stale, "run: python -m pipeline.checks.rule_pages docs/rules"
