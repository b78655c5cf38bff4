# SPDX-License-Identifier: AGPL-3.0-or-later
"""A PDF says the words that it shows.

What it does
: Compares the replacement text (ActualText) of a piece of the page with the letters and digits that are painted there.

Why it matters
: Who listens and who looks must get the same: «item 6» for one and «item 1» for the other is no document for both.

Example
: The page shows «1.» before an item whose label says «6.».

Fix
: Make the PDF anew from its source.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from pipeline.checks.examples_pdf import pdf
from pipeline.checks.pdf.fonts import font_of, texts_of
from pipeline.checks.pdf.look import at
from pipeline.checks.pdf.tree import tree_of
from pipeline.checks.rule import NotApplicable, Rule, Subject
from pipeline.checks.web.speech import script
from pipeline.model import Finding, Format, Severity
from pipeline.outline.pdf_marks import Mark

SHAPED = frozenset(
    "DEVANAGARI BENGALI GURMUKHI GUJARATI ORIYA TAMIL TELUGU KANNADA MALAYALAM SINHALA TIBETAN MYANMAR KHMER".split()  # noqa: SIM905
)


def look(subject: Subject) -> Iterator[Finding]:
    """Every marked content with an ActualText of its own."""
    shown = _shown(subject)
    if not shown:
        raise NotApplicable("no replacement texts")
    owners = tree_of(subject).owners
    for mark, painted in shown.items():
        said = mark.actual or ""
        if not _alike(said, painted):
            owner = owners.get((mark.stream, mark.mcid))
            told = f"The page shows «{painted.strip()[:50]}» and says «{said.strip()[:50]}»."
            yield at(RULE, subject, owner, told) if owner is not None else RULE.fail(subject, told)


def _shown(subject: Subject) -> dict[Mark, str]:
    """What is painted inside each replacement text, where every letter of it is known."""
    parts: dict[Mark, list[str] | None] = {}
    for paint, text in zip(subject.content.paints, texts_of(subject), strict=True):
        mark = paint.marks.said
        if mark is None or mark.mcid < 0:
            continue
        font = font_of(subject, paint)
        if text is None or font is None or font.unicode() is None:
            parts[mark] = None  # a drawing, or letters that nobody can know
        elif (known := parts.setdefault(mark, [])) is not None:
            known.append(text)
    return {mark: "".join(pieces) for mark, pieces in parts.items() if pieces is not None}


def _alike(said: str, painted: str) -> bool:
    """Whether they have the same letters and digits. Signs are told in words, and are not compared; the order within
    a line may be that of the eye."""
    if any(unicodedata.bidirectional(c) in ("R", "AL") for c in said) or any(_unknown(c) for c in painted):
        return True  # letters that change their shape by their neighbours, of which fonts tell less
    one, other = _core(said), _core(painted)
    if not one or not other or one == other:
        return True
    # Where the letters stand in the order in which they are said, the figures do so too.
    letters, figures = (["".join(filter(kind, text)) for text in (one, other)] for kind in (str.isalpha, str.isdigit))
    in_order = letters[0] == letters[1] and letters[0] != ""
    return sorted(one) == sorted(other) and not (in_order and figures[0] != figures[1])


def _unknown(char: str) -> bool:
    """Whether a character stands for a glyph of which nothing is known."""
    return char == "\ufffd" or (unicodedata.category(char) in ("Cf", "Co", "Cn") and char != "\u00ad")


def _core(text: str) -> str:
    """The letters and digits, without the letters of scripts in which one glyph stands for several of them, or another
    one by what is beside it: fonts name it by the letters for which it was first set."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return "".join(c for c in plain if unicodedata.category(c)[0] in "LN" and script(c) not in SHAPED)


def _replaced(text: str) -> object:
    def change(made: object) -> None:
        page = made.pages[0].obj  # type: ignore[attr-defined]
        data = page.Contents.read_bytes().replace(b"<</MCID 1>>", f"<</MCID 1 /ActualText ({text})>>".encode())
        page.Contents = made.make_stream(data)  # type: ignore[attr-defined]

    return change


RULE = Rule(
    id="pdf-said",
    title="A PDF says the words that it shows",
    severity=Severity.ERROR,
    clauses=("PDF/UA-2 8.2.5.2", "WCAG 1.3.1", "EN 301 549 5.4"),
    looks={Format.PDF: look},
    fix="Make the PDF anew from its source.",
    good=(pdf(), pdf(change=_replaced("Bees "))),  # type: ignore[arg-type]
    bad=(pdf(change=_replaced("Wasps")),),  # type: ignore[arg-type]
)
