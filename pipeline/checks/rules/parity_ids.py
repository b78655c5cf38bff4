# SPDX-License-Identifier: AGPL-3.0-or-later
"""The parts of a text keep their lasting ids.

What it does
: In a page or book of ours: looks for the id that each heading, paragraph, list, item, table and figure has in the
  source. A kind of part of which none has its id is not asked for.

Why it matters
: Others link to a paragraph or cite it by its id; notes of readers hang on it. When it goes, all of these lead nowhere.

Example
: ``<p>`` in the place of ``<p id="p-99779ebf">``.

Fix
: Report it with the source: the writer of this format has a fault.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from pipeline.checks.parity.examples import pair, part
from pipeline.checks.rule import Example, NotApplicable, Rule, Subject
from pipeline.model import Finding, Format, Role, Severity

ROLES = frozenset({
    Role.HEADING, Role.PARAGRAPH, Role.ITEM, Role.TABLE, Role.FIGURE, Role.QUOTE, Role.CODE, Role.TERM, Role.DEFINITION,
})  # fmt: skip
"""What others link to. A list is cited by its items; a page that shows them one by one has no list of them all."""


def look(subject: Subject) -> Iterator[Finding]:
    """Ids of the source that no page has."""
    if subject.expected is None or not subject.ours:
        raise NotApplicable("the source of this file is not known")
    there = {name for page in subject.pages for name in page.ids}
    by_role: dict[Role, list[str]] = defaultdict(list)
    for node in subject.expected.root.walk():
        if node.role in ROLES and node.attrs.get("id"):
            by_role[node.role].append(node.attrs["id"])
    for names in by_role.values():
        lost = [name for name in names if name not in there]
        if len(lost) * 2 < len(names):  # a kind of which none has its id, or hardly any, is made without
            for name in lost:
                message = f"The id «{name}» is gone: what links to this part leads nowhere."
                yield RULE.fail(subject, message, block=name)


def _file(*ids: str) -> Example:
    """A page with paragraphs of these ids, of a document with three."""
    wanted = [part(Role.PARAGRAPH, "Bees dance.", id=name) for name in ("p-1", "p-2", "p-3")]
    found = pair(wanted, wanted, Format.HTML)
    body = "".join(f"<p id='{name}'>Bees dance.</p>" if name else "<p>Bees dance.</p>" for name in ids)
    return replace(found, data=f"<!DOCTYPE html><html lang='en'><body>{body}</body></html>".encode())


RULE = Rule(
    id="parity-ids",
    title="The parts of a text keep their lasting ids",
    severity=Severity.WARNING,
    clauses=("EN 301 549 5.4",),
    looks={Format.HTML: look, Format.EPUB: look},
    fix="Report it with the source: the writer of this format has a fault.",
    sides=True,
    good=(_file("p-1", "p-2", "p-3"), _file("", "", "")),
    bad=(_file("p-1", "", "p-3"), _file("p-1", "p-2", "p-4")),
)
