# SPDX-License-Identifier: AGPL-3.0-or-later
"""A book claims only what it has, and says what it needs.

What it does
: Compares the claims in the metadata with the content: "alternativeText" without a picture, "MathML" without a formula,
  "captions" without a film, page numbers without pages; pictures without the mode "visual"; "textual" said to be enough
  though a picture has no alternative. Looks the other way too: long descriptions and formulas that are not claimed, and
  in a book whose source is known alternatives, headings, contents and pages as well.

Why it matters
: Somebody buys the book because of a claim. A false one is worse than none.

Example
: ``accessibilityFeature: captions`` in a book without video.

Fix
: Make the book anew: pariter writes the claims from the content.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from pipeline.checks.book_content import Content, content_of
from pipeline.checks.examples import BODY, METADATA, book, sourced
from pipeline.checks.rule import NotApplicable, Rule, Subject
from pipeline.checks.web.features import features, unsaid, usual
from pipeline.model import Finding, Format, Severity

NEEDS: dict[str, tuple[Callable[[Content], object], str]] = {
    "alternativeText": (lambda c: c.images + c.audio + c.video, "a picture"),
    "longDescription": (lambda c: c.described, "a long description"),
    "longDescriptions": (lambda c: c.described, "a long description"),
    "MathML": (lambda c: c.formulas, "a formula in MathML"),
    "latex": (lambda c: c.tex, "a formula in TeX"),
    "describedMath": (lambda c: c.formula_texts + c.described, "a described formula"),
    "captions": (lambda c: c.tracks, "a film with captions"),
    "closedCaptions": (lambda c: c.tracks, "a film with captions"),
    "openCaptions": (lambda c: c.video, "a film"),
    "audioDescription": (lambda c: c.video, "a film"),
    "signLanguage": (lambda c: c.video, "a film"),
    "transcript": (lambda c: c.audio + c.video, "sound or film"),
    "pageBreakMarkers": (lambda c: c.page_breaks, "a page break"),
    "printPageNumbers": (lambda c: c.page_breaks, "a page break"),
    "pageNavigation": (lambda c: c.page_list, "a list of pages"),
    "tableOfContents": (lambda c: c.toc, "a table of contents"),
    "index": (lambda c: c.index, "an index"),
    "structuralNavigation": (lambda c: c.headings, "a heading"),
    "synchronizedAudioText": (lambda c: c.overlays, "sound in step with the text"),
    "rubyAnnotations": (lambda c: c.ruby, "ruby"),
    "fullRubyAnnotations": (lambda c: c.ruby, "ruby"),
    "displayTransformability": (lambda c: not c.fixed, "a layout that adapts"),
    "highContrastAudio": (lambda c: c.audio + c.video, "sound"),
    "taggedPDF": (lambda _: False, "a PDF in it"),
    "timingControl": (lambda c: c.audio + c.video + c.scripts, "something timed"),
}

ASKED_FOR = frozenset({"longDescription", "MathML"})
"""What a book by others has to claim where it claims anything."""


def look(subject: Subject) -> Iterator[Finding]:
    """Features, modes and sufficient modes against the content."""
    book_, content = subject.epub, content_of(subject)
    claimed = book_.metadata("schema:accessibilityFeature")
    modes = book_.metadata("schema:accessMode")
    enough = book_.metadata("schema:accessModeSufficient")
    if not (claimed or modes or enough):
        raise NotApplicable("the book claims nothing")
    for feature in claimed:
        has, what = NEEDS.get(feature, (lambda _: True, ""))
        if not has(content):
            yield RULE.fail(subject, f"The book claims {feature}, but has not {what}.", place=book_.opf)
    yield from _invented(subject, content, claimed)
    if "none" in claimed and len(claimed) > 1:
        yield RULE.fail(subject, "The book claims features, and that it has none.", place=book_.opf)
    if modes:
        yield from _modes(subject, content, modes)
    for mode in sorted({mode.strip() for value in enough for mode in value.split(",")} - {"textual", "visual"}):
        if not content.audio and not content.video:
            message = f"The mode «{mode[:20]}» is said to be enough, and the book has nothing of the kind."
            yield RULE.fail(subject, message, place=book_.opf)
    yield from _unsaid(subject, content, claimed, enough)
    hazards = book_.metadata("schema:accessibilityHazard")
    moves = content.audio or content.video or content.scripts
    for hazard in hazards if not moves else ():
        if not hazard.startswith(("no", "unknown")):
            yield RULE.fail(subject, f"The book warns of «{hazard[:30]}», and nothing in it moves.", place=book_.opf)
    if any(value.strip() == "textual" for value in enough) and content.unnamed:
        message = "The text is said to be enough, but a picture has no alternative."
        yield RULE.fail(subject, message, place=book_.opf)


def _invented(subject: Subject, content: Content, claimed: tuple[str, ...]) -> Iterator[Finding]:
    """What a book of ours claims that nothing in it shows: what it has is known."""
    if subject.edition is None or not subject.ours:
        return
    known = {*_has(subject, content), *NEEDS, "ARIA"}
    for claim in claimed:
        if claim not in known and claim != "none":
            message = f"The book claims {claim[:40]}, and nothing in it is of the kind."
            yield RULE.fail(subject, message, place=subject.epub.opf)


def _unsaid(subject: Subject, content: Content, claimed: tuple[str, ...], enough: tuple[str, ...]) -> Iterator[Finding]:
    """What the book has and does not say."""
    place = subject.epub.opf
    for feature, what in unsaid(_has(subject, content), claimed) if claimed else ():
        sure = feature == "longDescription"
        message = f"The book has {what} and does not say so ({feature})."
        yield RULE.fail(subject, message, place=place, severity=Severity.ERROR if sure else Severity.WARNING)
    told = not (content.unnamed or content.audio or content.video)
    if enough and told and not any(value.strip() == "textual" for value in enough):
        message = "The book says that its text alone is not enough, and has nothing without text."
        yield RULE.fail(subject, message, place=place)


def _has(subject: Subject, content: Content) -> dict[str, str]:
    """What a book must say that it has. Of a book by others only what its readers look for: no list of features has to
    be whole (EPUB Accessibility 1.1, 2.2)."""
    nav = subject.epub.nav
    found = features(page.body for page in subject.epub.pages if nav is None or page.name != nav.name)
    if content.page_list:
        found["pageNavigation"] = "a list of pages"
    if content.toc:
        found["tableOfContents"] = "a table of contents"
    if content.described:
        found["longDescription"] = "long descriptions"
    if subject.edition is not None:
        more = usual(page.body for page in subject.epub.pages)
        return found | {key: what for key, what in more.items() if not (content.fixed and key.startswith("display"))}
    return {key: what for key, what in found.items() if key in ASKED_FOR}


def _modes(subject: Subject, content: Content, modes: tuple[str, ...]) -> Iterator[Finding]:
    place = subject.epub.opf
    has = {"visual": content.images + content.video, "auditory": content.audio + content.video}
    if content.images and not any(m == "visual" or m.endswith("OnVisual") for m in modes):
        yield RULE.fail(subject, "The book has pictures, but does not say the mode «visual».", place=place)
    if content.audio and "auditory" not in modes:
        yield RULE.fail(subject, "The book has sound, but does not say the mode «auditory».", place=place)
    if "textual" not in modes and (content.headings or content.lists):
        yield RULE.fail(subject, "The book has text, but does not say the mode «textual».", place=place)
    for mode, count in has.items():
        if mode in modes and not count:
            yield RULE.fail(subject, f"The book says the mode «{mode}», but has nothing of the kind.", place=place)


PICTURE = BODY + "<p><img src='b.png' alt='A bee'/></p>"
ALWAYS = ("readingOrder", "displayTransformability", "ARIA", "unlocked")
VISUAL = '<meta property="schema:accessMode">visual</meta>'


def _claim(*features: str) -> str:
    claims = (f'<meta property="schema:accessibilityFeature">{feature}</meta>' for feature in features)
    return METADATA + "".join(claims)


RULE = Rule(
    id="epub-claims",
    title="A book claims only what it has, and says what it needs",
    severity=Severity.ERROR,
    clauses=("EPUB A11Y 1.1 2.2", "EPUB A11Y 1.1 2.3"),
    looks={Format.EPUB: look},
    fix="Make the book anew: the claims are written from the content.",
    foreign="Write into the package document what the content has, and take out what it has not.",
    good=(
        book(),
        book(BODY, metadata=_claim("structuralNavigation")),
        sourced(book(PICTURE, metadata=_claim("structuralNavigation", "alternativeText", *ALWAYS) + VISUAL)),
        book(PICTURE, metadata=_claim("structuralNavigation") + VISUAL),
    ),
    bad=(
        book(metadata=_claim("alternativeText")),
        book(metadata=_claim("MathML")),
        sourced(book(metadata=_claim("structuralNavigation", "largePrint", *ALWAYS))),
        book(metadata=_claim("captions")),
        book(metadata=METADATA.replace('Sufficient">textual', 'Sufficient">visual')),
        book(PICTURE),
        sourced(book(PICTURE, metadata=_claim("structuralNavigation", *ALWAYS) + VISUAL)),
        sourced(book(PICTURE, metadata=_claim("structuralNavigation", "alternativeText", *ALWAYS[:2]) + VISUAL)),
        book("<p id='d'>A bee.</p><p><img src='b.png' alt='A bee' aria-details='d'/></p>", metadata=METADATA + VISUAL),
    ),
    question="Is the summary of the book's accessibility true?",
)
