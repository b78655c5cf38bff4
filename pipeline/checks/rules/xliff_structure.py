# SPDX-License-Identifier: AGPL-3.0-or-later
"""A translation file is valid XLIFF.

What it does
: Checks XLIFF 2.0, 2.1, 2.2 and 1.2 without Java: elements and attributes, ids, references, pairs of codes,
  order and deletion of codes, states, and the modules. It goes beyond the schemas, which see a quarter of this.

Why it matters
: A translation tool that meets an invalid file drops it, or worse, drops a part of it silently.

Example
: ``<segment state="translated">`` without a ``<target>`` is bad; with one it is good.

Fix
: Export the file again from the tool that it came from, or mend the place that is named.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.parity.units import place_of, unit_in
from pipeline.checks.rule import Example, Rule, Subject
from pipeline.model import Finding, Format, Severity
from pipeline.outline.xliff_valid import problems

MOST = 200  # of a file that is wrong in every unit, more would help nobody


def look(subject: Subject) -> Iterator[Finding]:
    """Each constraint that the file breaks, with its line."""
    for problem in problems(subject.data)[:MOST]:
        where = f"line {problem.line}" + (f", {problem.place}" if problem.place else "")
        block, line = place_of(subject, unit_in(problem.place))
        message = f"{problem.message[:1].upper()}{problem.message[1:]}."
        yield RULE.fail(subject, message, place=where, block=block, line=line)


def _file(body: str, version: str = "2.0") -> Example:
    core = "2.2" if version == "2.2" else "2.0"
    space = f"urn:oasis:names:tc:xliff:document:{core}"
    head = f'<xliff xmlns="{space}" version="{version}" srcLang="en" trgLang="fr">'
    return Example(Format.XLIFF, f'{head}<file id="f"><unit id="u">{body}</unit></file></xliff>'.encode())


RULE = Rule(
    id="xliff-structure",
    title="A translation file is valid XLIFF",
    severity=Severity.ERROR,
    clauses=("XLIFF 2.1 4", "XLIFF 2.1 5", "XLIFF 2.2", "XLIFF 1.2"),
    looks={Format.XLIFF: look},
    fix="Export the file again, or mend the place that is named.",
    good=(
        _file("<segment><source>One.</source></segment>"),
        _file('<segment state="translated"><source>One.</source><target>Un.</target></segment>', "2.2"),
    ),
    bad=(
        _file('<segment state="translated"><source>One.</source></segment>'),
        _file('<segment><source><sc id="1"/>One.</source></segment>', "2.1"),
        Example(Format.XLIFF, b'<!DOCTYPE xliff [<!ENTITY a "b">]><xliff/>'),
    ),
)
