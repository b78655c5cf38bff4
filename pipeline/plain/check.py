# SPDX-License-Identifier: AGPL-3.0-or-later
"""Checking a plain text against its original: alignment, gates, meaning, review. Out: findings and measures.

Findings have ``source`` (the name of ``plain.md``) and the line in it; ``block`` is the source block's id.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.model import BlockKind, Document, Edition, Finding, Outcome, Severity
from pipeline.plain.align import Index, alternatives, guard_text
from pipeline.plain.answers import idle, reason_for
from pipeline.plain.difference import Difference
from pipeline.plain.edition import plain_edition
from pipeline.plain.findings import finding
from pipeline.plain.gates import gate_findings
from pipeline.plain.guard import DIMENSIONS, guard
from pipeline.plain.kept import meaning_kept
from pipeline.plain.measure import Measures, Passage, measure
from pipeline.plain.order import moved, order_findings
from pipeline.plain.passages import passages
from pipeline.plain.source import PlainBlock, PlainText
from pipeline.plain.written import written_findings
from pipeline.settings import Gates, Settings

GRAVE = frozenset({"numbers", "dates", "negation", "modality"})


@dataclass(frozen=True, slots=True)
class Compared:
    """One plain block beside its original: texts, how much seems kept (0 to 1), and each difference with the reason
    of the sign-off that answers it ("" where none does)."""

    part: PlainBlock
    original: str
    plain: str
    kept: float
    differences: tuple[tuple[Difference, str], ...]


@dataclass(frozen=True, slots=True)
class Checked:
    """A checked plain text: findings, the measures of both texts, the pairs, and what was not looked at."""

    findings: tuple[Finding, ...]
    measures: Measures
    original: Measures
    compared: tuple[Compared, ...]
    not_looked_at: tuple[str, ...]
    gates: Gates
    reviewed: tuple[str, str]


def check(document: Document, plain: PlainText, settings: Settings, lines: Sequence[int] = ()) -> Checked:
    """Everything that is said of a plain text.

    In: the original, the plain text, the settings of the document (gates, aliases), and for each line of the clean
    source the line of the source as its author has it (``document.positions.line_map``; empty: the same).
    """
    index = Index.of(document)
    edition = plain_edition(document, plain)
    aliases = dict(settings.aliases) | dict(plain.front.aliases)
    same_language = plain.front.lang.split("-")[0] in ("", document.meta.lang.split("-")[0])
    pairs = _compared(plain, index, edition.lang, aliases) if same_language else ((), DIMENSIONS)
    measures = measure_edition(edition, plain)
    elsewhere = moved(plain, index)
    found = (
        *written_findings(document, plain, index, lines),
        *order_findings(plain, index, elsewhere),
        *_meaning(plain, pairs[0]),
        *idle(plain, index, _told(pairs[0]), elsewhere, DIMENSIONS),
        *gate_findings(edition, plain, measures, settings.gates),
        *_review(plain),
    )
    return Checked(
        found, measures, measure_document(document), pairs[0], pairs[1], settings.gates, plain.front.reviewed
    )


# --- what is measured ---


def measure_document(document: Document) -> Measures:
    """The measures of the original."""
    defined = [short for short, _ in document.abbreviations]
    lang = document.meta.lang
    return measure(passages((document.title, *document.blocks), lang), lang, defined=defined)


def measure_edition(edition: Edition, plain: PlainText) -> Measures:
    """The measures of the plain text, its summary and the definitions of its glossary with it."""
    front = plain.front
    extra = [Passage("summary", text) for text in front.summary]
    extra += [Passage("glossary", term.definition) for term in front.glossary]
    defined = [short for short, _ in edition.document.abbreviations] + [term.term for term in front.glossary]
    blocks = (edition.document.title, *edition.document.blocks)
    return measure(
        [*passages(blocks, edition.lang), *extra], edition.lang,
        defined=defined, explained=[t.term for t in front.glossary],
    )


# --- findings ---


def _compared(
    plain: PlainText, index: Index, lang: str, aliases: Mapping[str, Iterable[str]]
) -> tuple[tuple[Compared, ...], tuple[str, ...]]:
    pairs: list[Compared] = []
    missed: tuple[str, ...] = ()
    for part in plain.blocks:
        if part.omitted or any(name not in index.blocks for name in part.stands_for):
            continue
        original = " ".join(guard_text(index.blocks[name]) for name in part.stands_for)
        # What the writer adds as a heading is a signpost, not a statement of the original.
        text = " ".join(
            guard_text(block)
            for block in part.blocks
            if block.kind is not BlockKind.HEADING or len(part.blocks) == 1
        )
        if not text:
            continue  # said once, as an empty block
        made = guard(original, text, lang, aliases)
        missed = made.not_looked_at
        shown = " ".join(alternatives(index.blocks[name]) for name in part.stands_for).strip()
        differences = made.differences
        if differences and shown:
            answered = guard(f"{original} {shown}", text, lang, aliases).differences
            differences = _not_shown(differences, answered)
        signed = tuple((found, reason_for(found, part, plain.front.sign_offs)) for found in differences)
        pairs.append(Compared(part, original, text, meaning_kept(original, text, lang, aliases), signed))
    return tuple(pairs), missed


def _not_shown(differences: Sequence[Difference], answered: Sequence[Difference]) -> tuple[Difference, ...]:
    """The differences but for what the plain text adds that a picture shows. A plain text may say what the alternative
    says, and need not: it answers, and asks for nothing. ``answered`` are those with it beside the original."""
    added = {(found.kind, found.plain) for found in answered if found.change == "added"}
    return tuple(found for found in differences if found.change != "added" or (found.kind, found.plain) in added)


def say(found: Difference) -> str:
    """A difference in words."""
    if found.change == "exchanged":
        text = f"“{found.original}” has become “{found.plain}”."
    elif found.change == "lost":
        text = f"“{found.original}” is not in the plain text."
    else:
        text = f"“{found.plain}” is not in the original."
    return text + (f" ({found.note})" if found.note else "")


def _meaning(plain: PlainText, pairs: Sequence[Compared]) -> Iterator[Finding]:
    for pair in pairs:
        open_ones = [found for found, reason in pair.differences if not reason]
        for found in open_ones:
            if not found.weak:
                yield finding(
                    plain, f"plain-meaning-{found.kind}", f"{found.kind.capitalize()}: {say(found)}",
                    "Correct the plain text, or sign it off in the front matter with a reason.",
                    line=pair.part.line, block=pair.part.stands_for[0],
                    severity=Severity.ERROR if found.kind in GRAVE else Severity.WARNING,
                )  # fmt: skip
        if hints := [f"{found.kind}: {say(found)}" for found in open_ones if found.weak]:
            yield finding(
                plain, "plain-look-again", f"Perhaps said otherwise. {' '.join(hints)}",
                "Look at it once more. If it says the same, nothing needs to be done.",
                line=pair.part.line, block=pair.part.stands_for[0], severity=Severity.NOTE,
                outcome=Outcome.NEEDS_PERSON,
            )  # fmt: skip


def _told(pairs: Sequence[Compared]) -> Iterator[tuple[PlainBlock, Sequence[Difference]]]:
    return ((pair.part, [found for found, _ in pair.differences]) for pair in pairs)


def _review(plain: PlainText) -> Iterator[Finding]:
    if not plain.front.is_reviewed:
        yield finding(
            plain, "plain-review", "No person has compared this plain text with the original yet: it is a draft.",
            "Let a person compare them, and put name and day under «reviewed».", line=1,
            severity=Severity.NOTE, outcome=Outcome.NEEDS_PERSON,
        )  # fmt: skip
