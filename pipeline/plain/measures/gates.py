# SPDX-License-Identifier: AGPL-3.0-or-later
"""The gates of a plain text: its measures against the settings of the document."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from pipeline.document.text import short, walk
from pipeline.model import Edition, Finding
from pipeline.plain.authored.findings import finding
from pipeline.plain.authored.source import PlainText
from pipeline.plain.measures.measure import IN_SLASHES, Measures, Passage, Sentence, grade_of
from pipeline.plain.measures.passages import measured_edition
from pipeline.plain.words import words
from pipeline.settings import Gates


def gate_findings(edition: Edition, plain: PlainText, measures: Measures, gates: Gates) -> Iterator[Finding]:
    """Each gate that the measures of the plain edition do not pass (WCAG 3.1.3, 3.1.4, 3.1.5)."""
    places = _Places(edition, plain)
    clauses = ("WCAG 3.1.5",)
    grade = measures.grade
    if grade is not None and grade > gates.grade:
        hardest = max(measures.sentences, key=lambda one: _grade(one, measures.lang))
        yield finding(
            plain,
            "plain-grade",
            f"Grade without names {grade}: more than {gates.grade:g}. The hardest: “{short(hardest.text, 80)}”.",
            "Shorten the hardest sentences.",
            line=places.of(hardest.block),
            clauses=clauses,
        )
    if measures.mean_words is not None and measures.mean_words > gates.mean_words:
        longest = max(measures.sentences, key=lambda one: one.words)
        mean = f"{measures.mean_words} words a sentence on average: more than {gates.mean_words:g}."
        yield finding(
            plain,
            "plain-mean",
            f"{mean} The longest: “{short(longest.text, 80)}”.",
            "Split sentences.",
            line=places.of(longest.block),
            clauses=clauses,
        )
    for sentence in measures.sentences:
        if sentence.words > gates.longest_sentence:
            yield finding(
                plain, "plain-long-sentence", f"{sentence.words} words: “{sentence.text[:80]}…”.",
                f"Split it: {gates.longest_sentence} words are the most.", line=places.of(sentence.block),
                block=sentence.block, clauses=clauses,
            )  # fmt: skip
    if len(measures.undefined) > gates.undefined_abbreviations:
        names = ", ".join(measures.undefined)
        yield finding(
            plain,
            "plain-abbreviation",
            f"Nothing says what these stand for: {names}.",
            "Add them to abbreviations.",
            line=places.of_word(measures.undefined),
            clauses=("WCAG 3.1.4",),
        )
    if measures.rare_percent is not None and measures.rare_percent > gates.rare_words:
        rare = ", ".join(measures.rare[:20])
        yield finding(
            plain,
            "plain-rare",
            f"{measures.rare_percent} % rare words: more than {gates.rare_words:g} %: {rare}.",
            "Use common words, or explain them in the glossary.",
            line=places.of_word(measures.rare),
            clauses=("WCAG 3.1.3",),
        )


def _grade(sentence: Sentence, lang: str) -> float:
    """How hard one sentence is, in the measure that the gate has."""
    grade = grade_of([Passage(sentence.block, sentence.text)], lang)
    return float(sentence.words) if grade is None else grade


class _Places:
    """Where in ``plain.md`` a writer can begin: the line of a block, and of the first block with a word."""

    def __init__(self, edition: Edition, plain: PlainText) -> None:
        self._edition, self._plain = edition, plain
        self._lines = {block.id: block.pos.line for block in walk(edition.document.blocks) if block.pos}
        self._front = plain.front.lines

    def of(self, block: str) -> int:
        """The line of a block, or of the key of the front matter that a passage is from."""
        return self._lines.get(block) or self._front.get(block, 1)

    def of_word(self, sought: Collection[str]) -> int:
        """The line of the first passage that has one of the words."""
        wanted = {word.lower() for word in sought}
        for passage in measured_edition(self._edition, self._plain):  # only where a gate is not reached
            there = {part for word in words(passage.text.lower()) for part in (word, *IN_SLASHES.split(word))}
            if any(part.replace(".", "") in wanted or part in wanted for part in there):
                return self.of(passage.block)
        return 1
