# SPDX-License-Identifier: AGPL-3.0-or-later
"""What is marked as decoration in a PDF is decoration.

What it does
: Finds runs of words that are marked as an artifact though they are no running head: they stand on one page only,
  and no tag says the same.

Why it matters
: Artifacts are not read aloud. A paragraph that is one is lost to everyone who listens.

Example
: A footnote or a box in the margin that is painted as an artifact.

Fix
: Make the PDF anew from its source, so that all of its text is tagged.
"""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Any

from pipeline.checks.examples_pdf import pdf
from pipeline.checks.pdf.fonts import texts_of
from pipeline.checks.pdf.metadata import TITLE, xmp
from pipeline.checks.rule import NotApplicable, Rule, Subject
from pipeline.model import Finding, Format, Severity

FEWEST = 40
"""So many letters in one artifact are more than a label or the number of a page."""
_SHARED = 0.6


def look(subject: Subject) -> Iterator[Finding]:
    """The texts of artifacts, page by page, beside those of the tags."""
    artifacts = _artifacts(subject)
    if not artifacts:
        raise NotApplicable("no text is marked as decoration")
    pages: dict[str, set[int]] = defaultdict(set)
    long = [(page, text, _letters(text)) for page, text in artifacts if len(text) >= FEWEST]
    for page, _, letters in long:
        pages[letters].add(page)
    alone = [each for each in long if len(each[2]) >= FEWEST and len(pages[each[2]]) == 1]
    tagged = _tagged(subject) if alone else ""
    title = _letters(xmp(subject).get(TITLE, "")) if alone else ""
    for page, text, letters in alone:
        if letters not in tagged and not _heads(letters, title):
            yield RULE.fail(
                subject, f"Text is marked as decoration, so nobody hears it: «{text.strip()[:60]}».",
                place=f"page {page + 1}",
            )  # fmt: skip


def _artifacts(subject: Subject) -> list[tuple[int, str]]:
    """(page, text) of each artifact that holds text."""
    found: dict[tuple[int, int], list[str]] = defaultdict(list)
    for paint, text in zip(subject.content.paints, texts_of(subject), strict=True):
        mark = paint.marks.artifact
        if text is not None and mark is not None:
            found[paint.page, id(mark)].append(text)
    return [(page, " ".join(texts)) for (page, _), texts in found.items()]


def _tagged(subject: Subject) -> str:
    """All letters that are no artifacts."""
    paints = zip(subject.content.paints, texts_of(subject), strict=True)
    return _letters("".join([text for paint, text in paints if text is not None and not paint.artifact]))


def _heads(letters: str, title: str) -> bool:
    """Whether letters that run from right to left may be the title, as the head of a file's second and last page.

    They are painted backwards, line by line, and glyphs of one shape may share a letter: so their order says nothing,
    and how many there are of each says most.
    """
    if not any(unicodedata.bidirectional(char) in ("R", "AL") for char in letters):
        return False
    shared = sum((Counter(letters) & Counter(title)).values())
    return len(letters) <= len(title) and shared >= len(letters) * _SHARED


def _letters(text: str) -> str:
    """Letters alone: the number of a page does not make one running head differ from the next."""
    return "".join(char for char in text if char.isalpha())


def _hidden(made: Any) -> None:
    """The second word, ten times over, as an artifact."""
    page = made.pages[0].obj
    words = " ".join(["(Bees) Tj"] * 12)
    drawn = page.Contents.read_bytes() + f"\n/Artifact BMC BT /F1 12 Tf 20 20 Td {words} ET EMC".encode()
    page.Contents = made.make_stream(drawn.replace(b"(Bees) Tj ET EMC", b"(Be) Tj ET EMC", 2))


def _twice(made: Any) -> None:
    """The same on two pages: a running head."""
    _hidden(made)
    made.pages.append(made.pages[0])


RULE = Rule(
    id="pdf-artifacts",
    title="What is marked as decoration in a PDF is decoration",
    severity=Severity.WARNING,
    clauses=("PDF/UA-1 7.1", "PDF/UA-2 8.3", "WCAG 1.3.1", "Matterhorn 01-002"),
    looks={Format.PDF: look},
    fix="Make the PDF anew from its source, so that all of its text is tagged.",
    good=(pdf(), pdf(change=_twice)),
    bad=(pdf(change=_hidden),),
)
