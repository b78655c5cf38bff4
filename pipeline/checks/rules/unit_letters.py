# SPDX-License-Identifier: AGPL-3.0-or-later
"""The letters of a translation are whole, and its words are a text.

What it does
: Looks in the targets for what programs do to letters: a wrong encoding, entities written as text, question marks in
  place of letters; and for what stands in place of a text: the name of a file, TODO, «???», a remark of somebody who
  looked at it («[CHECK!!]»). What the source has itself is no fault.

Why it matters
: A translation goes through many programs. What one of them broke is printed as it stands, and nobody who only reads
  the source sees it.

Example
: The target says «lâ€™eau» for «l’eau».

Fix
: Correct the target, and import and export the translation as UTF-8.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.checks.parity.units import at_unit, file_of, short
from pipeline.checks.parity.xliff_examples import targets
from pipeline.checks.rule import NotApplicable, Rule, Subject
from pipeline.model import Finding, Format, Severity
from pipeline.translate.leverage import text_of
from pipeline.translate.pieces import Segment

# UTF-8 that was read as Windows-1252 or Latin-1: a lead byte as a letter, and what its followers look like. Quotation
# marks and no-break spaces are left out: they follow capitals with an accent by right.
ENCODING = re.compile(
    "[\u00c2\u00c3][\u0080-\u009f\u00a1-\u00aa\u00ac-\u00ba\u00bc-\u00bf\u20ac\u201a\u201e\u2122]"
    "|\u00e2(?:\u20ac.|\u0080[\u0080-\u00bf])|(?:[\u00d0\u00d1][\u0080-\u00bf]){2}|(?:[\u00d8\u00d9][\u0080-\u00bf]){2}"
    "|\u00ef\u00bb\u00bf|\ufffd"
)
ENTITY = re.compile(r"&(?:amp|lt|gt|quot|apos|nbsp|#\d{2,5}|#x[0-9a-fA-F]{2,5});")
ASKED = re.compile(r"[^\W\d_]\?{2,}|(?<![/?&=\w])[^\W\d_]+\?[^\W\d_]+(?![=\w])")
FILE = re.compile(
    r"[\w .()-]+\.(?:png|jpe?g|gif|svg|webp|tiff?|docx?|odt|pdf|md|html?|xml|xlf|xliff|indd|txt|rtf)", re.IGNORECASE
)
UNDONE = re.compile(r"\b(?:TODO|FIXME|TBD|XXX+)\b|\b[Ll]orem ipsum\b")
REMARK = re.compile(
    r"\[[^\[\]]*(?:[!?]{2}|\b(?i:check|query|tbc|tbd|unclear|verify|translator|todo)\b)[^\[\]]*\]|[!?]{3,}|<{2}|>{2}|@{2,}"
)
NOTHING = re.compile(r"[\s?*#_.…]*[?*#_…][\s?*#_.…]*")
BROKEN = {
    REMARK: "a remark of somebody was left",
    UNDONE: "something is left to do",
    ENCODING: "letters were read in a wrong encoding",
    ENTITY: "a sign is written as an entity",
    ASKED: "question marks stand for letters",
}


def look(subject: Subject) -> Iterator[Finding]:
    """Every segment that has a target."""
    file = file_of(subject)
    translated = [(u, s) for u in file.units.values() for s in u.segments if s.target is not None and not s.ignorable]
    if not translated:
        raise NotApplicable("no targets")
    for unit, segment in translated:
        for message in _faults(segment):
            yield at_unit(RULE, subject, unit.id, message)


def _faults(segment: Segment) -> Iterator[str]:
    both = (segment.source, segment.target or ())
    source, target = (text_of(pieces) for pieces in both)
    for pattern, what in BROKEN.items():
        if pattern is ASKED and "?" not in target:
            continue  # the slowest of the three
        found = pattern.search(target)
        if found and not pattern.search(source):
            around = target[max(found.start() - 12, 0) : found.end() + 12]
            yield f"In the target of «{short(source)}» {what}: «{around}»."
    if NOTHING.fullmatch(target) and any(c.isalnum() for c in source):
        yield f"The target of «{short(source)}» is no text: «{target.strip()[:20]}»."
    if FILE.fullmatch(target.strip()) and not FILE.fullmatch(source.strip()):
        yield f"The target of «{short(source)}» is the name of a file: «{target.strip()[:60]}»."


RULE = Rule(
    id="unit-letters",
    title="The letters of a translation are whole, and its words are a text",
    severity=Severity.WARNING,
    clauses=("XLIFF 2.1 4.3.1.30",),
    looks={Format.XLIFF: look},
    fix="Correct the target, and import and export the translation as UTF-8.",
    good=(
        targets("Do they dance?", "Dansent-elles\u00a0? \u00c9t\u00e9\u00a0: \u00ab\u00a0\u00c2ge\u00a0\u00bb"),
        targets("The bees", "Les abeilles [sic]"),
        targets("See bee?id=1 and a.png", "Voir bee?id=1 et a.png"),
    ),
    bad=(
        targets("It is the bee.", "C\u00e2\u20ac\u2122est l\u2019abeille."),
        targets("the summer", "l\u2019\u00c3\u00a9t\u00c3\u00a9"),
        targets("Bees and wasps", "Abeilles &amp;amp; gu\u00eapes"),
        targets("Bees dance.", "Les abe???es dansent."),
        targets("A bee on a flower", "bee_final2.png"),
        targets("Bees dance.", "[TODO]"),
        targets("Bees dance.", "???"),
        targets("Bees dance.", "Les abeilles dansent. [please check]"),
    ),
)
