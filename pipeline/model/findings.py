# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a rule says of a file."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.model.words import Outcome, Severity


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule says of an artifact (``file``) or of the source (``file`` empty).

    ``place`` is where in the artifact; ``line`` and ``block`` where in the Markdown ``source``; ``fix`` says
    to a writer what to do. ``clauses`` name the standards ("WCAG 1.3.1", "PDF/UA-1 7.2", "EPUB A11Y 1.1
    4.1.2"). ``tool`` is who says so: "pariter", or a validator with its version.
    """

    rule: str
    outcome: Outcome
    severity: Severity
    message: str
    fix: str = ""
    file: str = ""
    place: str = ""
    source: str = ""
    line: int = 0
    block: str = ""
    clauses: tuple[str, ...] = ()
    tool: str = "pariter"
