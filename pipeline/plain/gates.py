# SPDX-License-Identifier: AGPL-3.0-or-later
"""The gates of a plain text: its measures against the settings of the document."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.document.text import walk
from pipeline.model import Edition, Finding
from pipeline.plain.findings import finding
from pipeline.plain.measure import Measures
from pipeline.plain.source import PlainText
from pipeline.settings import Gates


def gate_findings(edition: Edition, plain: PlainText, measures: Measures, gates: Gates) -> Iterator[Finding]:
    """Each gate that the measures of the plain edition do not pass (WCAG 3.1.3, 3.1.4, 3.1.5)."""
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
