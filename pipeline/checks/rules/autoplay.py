# SPDX-License-Identifier: AGPL-3.0-or-later
"""Sound does not start by itself.

What it does
: Finds ``audio`` and ``video`` with ``autoplay`` that is not muted and has no controls.

Why it matters
: A sound that starts by itself drowns the screen reader.

Example
: ``<audio autoplay src="a.mp3">`` is bad.

Fix
: Remove ``autoplay``.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.examples import page
from pipeline.checks.rule import Rule, Subject
from pipeline.checks.web.look import ask_at, at, found, web
from pipeline.checks.web.view import View
from pipeline.model import Finding, Severity


def look(subject: Subject, view: View) -> Iterator[Finding]:
    """Media that start by themselves and are heard."""
    media = view.page.root.iter("audio", "video")
    for element in found(e for e in media if e.get("autoplay") is not None and e.get("muted") is None):
        if element.get("controls") is not None or element.tag == "video":
            yield ask_at(RULE, subject, view, element, "Does it sound for more than three seconds by itself?")
        else:
            yield at(RULE, subject, view, element, "This sound starts by itself and cannot be stopped.")


RULE = Rule(
    id="autoplay",
    title="Sound does not start by itself",
    severity=Severity.ERROR,
    clauses=("WCAG 1.4.2", "ACT 80f0bf", "ACT 4c31df"),
    looks=web(look),
    fix="Remove autoplay.",
    good=(page("<audio controls src='a.mp3'></audio>"),),
    bad=(page("<audio autoplay src='a.mp3'></audio>"),),
)
