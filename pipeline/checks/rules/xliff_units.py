# SPDX-License-Identifier: AGPL-3.0-or-later
"""Every text of the document is in the translation file.

What it does
: Compares the units with the document's blocks: each block that has text is a unit under the block's id, with
  the same text, in reading order.

Why it matters
: What a translator is not given stays untranslated, and nobody sees it before the edition is out.

Example
: A table cell without a unit is bad; one unit for each cell, heading, item and note is good.

Fix
: Export the file again from the source.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.parity.alignment import longest_rising
from pipeline.checks.parity.units import units_of
from pipeline.checks.rule import Example, NotApplicable, Rule, Subject
from pipeline.model import Finding, Format, Node, Outline, Role, Severity
from pipeline.translate.unit import nmtoken


def look(subject: Subject) -> Iterator[Finding]:
    """Blocks without a unit, with another text, or out of their order; metadata without one; the language."""
    if subject.expected is None:
        raise NotApplicable
    said, own = subject.outline.root.lang or subject.outline.meta.get("lang", ""), subject.expected.root.lang
    if said.lower() != own.lower():
        yield RULE.fail(subject, f"The file says that its texts are in «{said or 'no language'}»; they are in «{own}».")
    yield from _metadata(subject, subject.expected)
    got = {node.attrs.get("id", ""): (place, node) for place, node in enumerate(_units(subject.outline))}
    closed = _closed(subject)
    stands: list[tuple[int, Node]] = []
    for wanted in _units(subject.expected):
        block = wanted.attrs.get("id", "")
        place, unit = got.get(nmtoken(block), (-1, None))
        if unit is None:
            if nmtoken(block) in closed:
                continue
            yield RULE.fail(subject, f"The text «{wanted.text[:60]}» is in no unit.", block=block)
            continue
        if unit.text != wanted.text:
            message = f"The unit says «{unit.text[:60]}», the document «{wanted.text[:60]}»."
            yield RULE.fail(subject, message, place=unit.place, block=block)
        stands.append((place, wanted))
    for wanted in _moved(stands):
        message = f"The unit of «{wanted.text[:60]}» is out of the reading order."
        yield RULE.fail(subject, message, place=f"unit {wanted.attrs['id']}", block=wanted.attrs["id"])


def _moved(stands: list[tuple[int, Node]]) -> Iterator[Node]:
    """What is out of the order; of two neighbours that changed places both, since nobody knows which one moved."""
    kept = {place for _, place in longest_rising([(n, place) for n, (place, _) in enumerate(stands)])}
    ranks = {place: rank for rank, place in enumerate(sorted(place for place, _ in stands))}
    numbers = [ranks[place] for place, _ in stands]
    for n, (place, wanted) in enumerate(stands):
        swapped = any(
            0 <= other < len(stands) and numbers[n] - numbers[other] == other - n and stands[other][0] not in kept
            for other in (n - 1, n + 1)
        )
        if place not in kept or swapped:
            yield wanted


def _closed(subject: Subject) -> frozenset[str]:
    """Texts that must stay as they are: XLIFF 1.2 does not show them."""
    if subject.outline.meta.get("version") != "1.2" or subject.edition is None:
        return frozenset()
    return frozenset(name for name, unit in units_of(subject).wanted.items() if not unit.translate)


def _metadata(subject: Subject, wanted: Outline) -> Iterator[Finding]:
    """Values that a reader sees and that have no block: each must be some unit's text."""
    texts = {unit.text for unit in _units(subject.outline)}
    for key in ("publisher", "description"):
        value = wanted.meta.get(key, "")
        if value and " ".join(value.split()) not in texts:
            yield RULE.fail(subject, f"The {key} «{value[:60]}» is in no unit.")


def _units(outline: Outline) -> list[Node]:
    return [node for node in outline.root.walk() if node.role is Role.UNIT]


def _outline(*texts: str) -> Outline:
    units = tuple(Node(Role.UNIT, text, attrs={"id": f"u{n}"}) for n, text in enumerate(texts, 1))
    return Outline(Format.XLIFF, Node(Role.DOCUMENT, children=units))


RULE = Rule(
    id="xliff-units",
    title="Every text of the document is in the translation file",
    severity=Severity.ERROR,
    clauses=(),
    looks={Format.XLIFF: look},
    fix="Export the file again from the source.",
    good=(Example(Format.XLIFF, expected=_outline("One.", "Two."), read=_outline("One.", "Two.")),),
    bad=(
        Example(Format.XLIFF, expected=_outline("One.", "Two."), read=_outline("One.")),
        Example(Format.XLIFF, expected=_outline("One."), read=_outline("Eins.")),
    ),
)
