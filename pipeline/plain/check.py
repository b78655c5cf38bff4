# SPDX-License-Identifier: AGPL-3.0-or-later
"""Checking a plain text against its original: alignment, gates, meaning, review. Out: findings and measures.

Findings have ``source`` (the name of ``plain.md``) and the line in it; ``block`` is the source block's id.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.document.text import walk
from pipeline.model import BlockKind, Document, Edition, Finding, Outcome, Severity
from pipeline.plain.align import Index, alternatives, full_text, guard_text, unanswered
from pipeline.plain.answers import idle, reason_for
from pipeline.plain.difference import Difference
from pipeline.plain.edition import changed, is_stale, plain_edition
from pipeline.plain.findings import finding
from pipeline.plain.guard import DIMENSIONS, guard
from pipeline.plain.kept import meaning_kept
from pipeline.plain.measure import Measures, Passage, measure
from pipeline.plain.order import moved, order_findings
from pipeline.plain.passages import passages
from pipeline.plain.source import PlainBlock, PlainText
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
        *_alignment(document, plain, index, lines),
        *order_findings(plain, index, elsewhere),
        *_meaning(plain, pairs[0]),
        *idle(plain, index, _told(pairs[0]), elsewhere, DIMENSIONS),
        *_gates(edition, plain, measures, settings.gates),
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


def _given(document: Document) -> str:
    """The document as it is given to a command: its folder, or the file that it is."""
    inside = document.path.parent.name == document.name
    return str(document.path.parent if inside else document.path)


def _alignment(document: Document, plain: PlainText, index: Index, lines: Sequence[int]) -> Iterator[Finding]:
    for part in plain.blocks:
        first = part.stands_for[0]
        for name in part.stands_for:
            if name not in index.blocks:
                yield finding(
                    plain, "plain-unknown", f"The original has no block «{name}», or has none any more.",
                    "If it was taken out of the original, take this block out too; if it was joined with another,"
                    " move the text there; else correct the id.", line=part.line, block=name,
                )  # fmt: skip
        if not part.hash:
            yield finding(
                plain, "plain-stale", f"The plain block for «{first}» does not say for which text it was written.",
                "Compare it with the original, then write its hash by"
                f" «pariter plain renew {_given(document)} {first}».",
                line=part.line, block=first,
            )  # fmt: skip
        elif is_stale(part, index):
            yield finding(
                plain, "plain-stale", _stale(part, index, lines),
                f"Compare the two, correct the plain text, then run «pariter plain renew {_given(document)} {first}».",
                line=part.line, block=first,
            )  # fmt: skip
        if part.omitted and not part.reason:
            yield finding(
                plain,
                "plain-omission",
                f"«{first}» is left out without a reason.",
                'Write reason="…".',
                line=part.line,
                block=first,
            )
        if not part.omitted and not any(full_text(block) for block in part.blocks):
            yield finding(
                plain,
                "plain-empty",
                f"The plain block for «{first}» has no text.",
                'Write it, or make it ::: {.omitted …} with reason="…".',
                line=part.line,
                block=first,
            )
    yield from _twice(plain)
    for block in unanswered(document, plain.named):
        text = full_text(block)
        line = _line(index, block.id, lines)
        where = f" in line {line} of the original" if line else ""
        yield finding(
            plain, "plain-missing",
            f"Nothing stands for «{block.id}»{where}: “{text[:60]}{'…' if len(text) > 60 else ''}”.",
            "Let «pariter plain init» add its block, or leave it out with a reason.", block=block.id,
        )  # fmt: skip
    for line in plain.stray:
        yield finding(
            plain,
            "plain-stray",
            "This text stands outside of any plain block.",
            "Move it into one.",
            line=line,
            severity=Severity.WARNING,
        )
    for key in plain.front.unknown:
        yield finding(
            plain,
            "plain-front",
            f"The front matter has an unknown key «{key}».",
            "See docs/plain.md.",
            line=1,
            severity=Severity.WARNING,
        )


def _stale(part: PlainBlock, index: Index, lines: Sequence[int]) -> str:
    """What is known of a plain block whose hash is another: which of several blocks changed only where it has the hash
    of each."""
    own, news = part.hash.split(), changed(part, index)
    known = len(news) < len(part.stands_for)
    first = part.stands_for[0]
    at = [str(line) for name in (news if known else part.stands_for) if (line := _line(index, name, lines))]
    told = f"Line{'s' if len(at) > 1 else ''} {' and '.join(at)} of the original" if at else "The original"
    if known and len(own) < len(part.stands_for):
        return f"The plain block for «{first}» was not written for {told[0].lower()}{told[1:]} too."
    if len(part.stands_for) > 1 and not known:
        later = "or was put to it later."
        return f"{told}: at least one has changed since the plain block for «{first}» was written, {later}"
    return f"{told} {'have' if len(at) > 1 else 'has'} changed since the plain block for «{first}» was written."


def _line(index: Index, block: str, lines: Sequence[int]) -> int:
    """The line of a source block as the author has it; 0 for a title that stands in the settings only."""
    at = next((pos.line for name in index.around(block) if (pos := index.blocks[name].pos)), 0)
    return lines[at] if 0 < at < len(lines) else at


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


def _twice(plain: PlainText) -> Iterator[Finding]:
    """Two plain blocks for one block of the original: each would be compared with all of it."""
    first: dict[str, int] = {}
    for part in plain.blocks:
        for name in part.stands_for:
            if name in first:
                yield finding(
                    plain, "plain-twice", f"«{name}» has a plain block in line {first[name]} already.",
                    "Join the two, or correct the id.", line=part.line, block=name,
                )  # fmt: skip
            first.setdefault(name, part.line)


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


def _gates(edition: Edition, plain: PlainText, measures: Measures, gates: Gates) -> Iterator[Finding]:
    lines = _lines(edition)
    clauses = ("WCAG 3.1.5",)
    grade = measures.grade
    if grade is not None and grade > gates.grade:
        yield finding(
            plain,
            "plain-grade",
            f"Grade without names {grade}: more than {gates.grade:g}.",
            "Shorten the hardest sentences.",
            clauses=clauses,
        )
    if measures.mean_words is not None and measures.mean_words > gates.mean_words:
        yield finding(
            plain,
            "plain-mean",
            f"{measures.mean_words} words a sentence on average: more than {gates.mean_words:g}.",
            "Split sentences.",
            clauses=clauses,
        )
    for sentence in measures.sentences:
        if sentence.words > gates.longest_sentence:
            yield finding(
                plain, "plain-long-sentence", f"{sentence.words} words: “{sentence.text[:80]}…”.",
                f"Split it: {gates.longest_sentence} words are the most.", line=lines.get(sentence.block, 1),
                block=sentence.block, clauses=clauses,
            )  # fmt: skip
    if len(measures.undefined) > gates.undefined_abbreviations:
        names = ", ".join(measures.undefined)
        yield finding(
            plain,
            "plain-abbreviation",
            f"Nothing says what these stand for: {names}.",
            "Add them to abbreviations.",
            line=1,
            clauses=("WCAG 3.1.4",),
        )
    if measures.rare_percent is not None and measures.rare_percent > gates.rare_words:
        words = ", ".join(measures.rare[:20])
        yield finding(
            plain,
            "plain-rare",
            f"{measures.rare_percent} % rare words: more than {gates.rare_words:g} %: {words}.",
            "Use common words, or explain them in the glossary.",
            clauses=("WCAG 3.1.3",),
        )


def _lines(edition: Edition) -> dict[str, int]:
    return {block.id: block.pos.line for block in walk(edition.document.blocks) if block.pos}


def _review(plain: PlainText) -> Iterator[Finding]:
    if not plain.front.is_reviewed:
        yield finding(
            plain, "plain-review", "No person has compared this plain text with the original yet: it is a draft.",
            "Let a person compare them, and put name and day under «reviewed».", line=1,
            severity=Severity.NOTE, outcome=Outcome.NEEDS_PERSON,
        )  # fmt: skip
