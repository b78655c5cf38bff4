# SPDX-License-Identifier: AGPL-3.0-or-later
"""A translation names the months of its text, also in languages of which we know no more.

What it does
: Compares the months beside figures in a text and its target, where one of the two languages has no lexicon of ours:
  the names are those of CLDR. Dates of the other languages are compared by ``unit-numbers``.

Why it matters
: All figures of «3 November» and «3 December» are the same.

Example
: «Regulamin obowiązuje od 3 listopada 2025» is «The rules apply from 3 December 2025».

Fix
: Correct the month in the translation tool.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from pipeline.checks.parity.cldr import months
from pipeline.checks.parity.units import at_unit, file_of, short, translated
from pipeline.checks.parity.xliff_examples import targets
from pipeline.checks.rule import NotApplicable, Rule, Subject
from pipeline.checks.web.tags import primary
from pipeline.model import Finding, Format, Severity
from pipeline.plain import lexicon
from pipeline.plain.numbers.dates import SMALL_WORDS, plain_digits

BESIDE = re.compile(r"\d{1,4}(?:º|\.|st|nd|rd|th|er)?\s+(?:de\s+|of\s+)?([^\W\d_]+)|([^\W\d_]+)\s+\d{1,4}(?![\d.,])")
"""A word behind a figure, or before one."""


def look(subject: Subject) -> Iterator[Finding]:
    """Unit by unit."""
    file = file_of(subject)
    langs = [primary(lang) for lang in (file.source_lang, file.target_lang)]
    known = [_names(lang) for lang in langs]
    if all(lexicon.of(lang) is not None for lang in langs) or not all(known):
        raise NotApplicable("the dates of both languages are compared with all numbers, or the months are not known")
    for name, source, target in translated(file):
        there, here = (_named(text, names) for text, names in zip((source, target), known, strict=True))
        if there and there.total() == here.total() and there != here:
            message = f"The target of «{short(source)}» names another month."
            yield at_unit(RULE, subject, name, message)


def _names(lang: str) -> Mapping[str, int]:
    own = lexicon.of(lang)
    return months(lang) if own is None else own.months


def _named(text: str, names: Mapping[str, int]) -> Counter[int]:
    """The months beside figures. A word in small letters that is no month then («may») is none."""
    found: Counter[int] = Counter()
    at = 0
    plain = plain_digits(text)
    while match := BESIDE.search(plain, at):
        word = match[1] or match[2]
        number = 0 if word in SMALL_WORDS else names.get(word.lower(), 0)
        if number:
            found[number] += 1
        # The word before a figure may be the one behind another: «3 May 2026».
        at = match.end() if number else match.start(1 if match[1] else 2) + 1
    return found


RULE = Rule(
    id="unit-months",
    title="A translation names the months of its text",
    severity=Severity.WARNING,
    clauses=(),
    looks={Format.XLIFF: look},
    fix="Correct the month in the translation tool.",
    good=(
        targets("Od 3 listopada 2025.", "From 3 November 2025.", lang="en", source_lang="pl"),
        targets("Od 3 listopada 2025.", "From November 3, 2025.", lang="en", source_lang="pl"),
        targets("Od 3 do 5 maja.", "From the 3rd to the 5th you may come.", lang="en", source_lang="pl"),
        targets("From 3 May.", "À partir du 3 juin."),
    ),
    bad=(
        targets("Od 3 listopada 2025.", "From 3 December 2025.", lang="en", source_lang="pl"),
        targets("From 3 May 2026.", "Vanaf 3 juni 2026.", lang="nl"),
    ),
)
