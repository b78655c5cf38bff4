# SPDX-License-Identifier: AGPL-3.0-or-later
"""The summary of accessibility says what is known, and no more.

What it does
: Reads the accessibility summary of a page or book that pariter wrote: whether something was added to what follows from
  the content and from the recorded checks of people, and whether it says that nobody certified the file.

Why it matters
: People choose a file by its summary. A claim of conformance that nobody made is a false promise, and may be unlawful.

Example
: "This page conforms to WCAG 2.2 AAA" where no check by a person is recorded.

Fix
: Record the check of a person under ``reviews`` in ``document.yaml``, and publish anew.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from pipeline.checks.examples import METADATA, book, sourced
from pipeline.checks.rule import Example, NotApplicable, Rule, Subject
from pipeline.checks.web.speech import CLEAR, WORDS
from pipeline.checks.web.tags import primary
from pipeline.labels import labels
from pipeline.model import Finding, Format, Severity

FEW = 2
CLEARLY = 3  # times as many small words as of the language that it should be in


def look(subject: Subject) -> Iterator[Finding]:
    """The summary without all the sentences that can stand in it."""
    summary = " ".join(subject.outline.meta.get("accessibilitySummary", "").split())
    lang = subject.edition.lang if subject.edition is not None else ""
    words = labels(lang or "en")
    if not lang or words("a11y_text") not in summary:
        spoken = _spoken(summary, primary(words.lang)) if lang else ""
        if spoken:
            yield RULE.fail(subject, f"The summary reads as {spoken}; it should be in {words.lang}: «{summary[:60]}».")
            return
        if lang and summary and subject.ours:
            message = f"The summary says «{summary[:80]}», which follows neither from the content nor from a check."
            yield RULE.fail(subject, message)
            return
        raise NotApplicable("there is no summary of ours")
    rest, held = summary, False
    for key, pattern in _sentences(words.lang):
        shorter = pattern.sub(" ", rest, count=1)
        held = held or (key in ("a11y_auto", "a11y_reviewed") and shorter != rest)
        rest = shorter
    if any(letter.isalnum() for letter in rest):
        shown = " ".join(rest.split())
        yield RULE.fail(
            subject, f"The summary says «{shown[:80]}», which follows neither from the content nor from a check."
        )
    if not held:
        yield RULE.fail(subject, "The summary does not say who checked the file, nor that nobody did.")


def _spoken(summary: str, lang: str) -> str:
    """Another language than ``lang`` that a summary is clearly in, short as it may be; else nothing."""
    words = summary.lower().split()
    shares = {name: sum(word in small for word in words) for name, small in WORDS.items()}
    best = max(shares, key=lambda name: shares[name])
    if shares.get(lang, 0) * CLEARLY > shares[best]:
        return ""
    return best if shares[best] >= max(FEW, CLEAR * len(words)) else ""


@cache
def _sentences(lang: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The sentences as patterns; what a person wrote of a check goes on to the end, so it comes last."""
    words = labels(lang)
    keys = sorted(
        (key for key in words.words if key.startswith("a11y_")), key=lambda key: (key == "a11y_reviewed", key)
    )
    found = []
    for key in keys:
        literal = re.split(r"\{\w+\}", words.words[key])
        between = r"\d+" if key == "a11y_images_missing" else ".+"
        found.append((key, re.compile(between.join(re.escape(part) for part in literal))))
    return tuple(found)


def _summed(more: str) -> Example:
    words = labels("en")
    text = f"{words('a11y_text')} {more}"
    made = book(metadata=METADATA.replace("Text with headings; checked by machine only.", text))
    return sourced(made)


def _foreign(text: str) -> Example:
    return sourced(book(metadata=METADATA.replace("Text with headings; checked by machine only.", text)))


RULE = Rule(
    id="access-summary",
    title="The summary of accessibility says what is known, and no more",
    severity=Severity.ERROR,
    clauses=("EPUB A11Y 1.1 2.2",),
    looks={Format.EPUB: look, Format.HTML: look},
    fix="Record the check of a person under reviews in document.yaml, and publish anew.",
    foreign="Say in the summary what a person has checked, and nothing more.",
    good=(
        _summed(labels("en")("a11y_auto")),
        _summed(labels("en")("a11y_reviewed", who="A. Bee", when="1 May 2026", what="Read by ear. It conforms.")),
    ),
    bad=(
        _summed("It conforms to every standard."),
        _summed(""),
        _foreign("Conforms to WCAG 2.2 level AA, certified by an independent expert."),
        _foreign("Der Text kann von einem Programm vorgelesen werden."),
        _foreign("O texto pode ser lido em voz alta, e a ordem de leitura é a da fonte."),
    ),
)
