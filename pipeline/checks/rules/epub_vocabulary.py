# SPDX-License-Identifier: AGPL-3.0-or-later
"""A book's claims are in words that readers' tools know.

What it does
: Checks the values of accessMode, accessModeSufficient, accessibilityFeature, accessibilityHazard against the
  vocabulary of schema.org, and that hazards do not contradict each other.

Why it matters
: A shop shows nothing for a word that it does not know.

Example
: ``structureNav`` is bad, ``structuralNavigation`` is good.

Fix
: Use the words of the vocabulary (https://w3c.github.io/a11y-discov-vocab/).
"""

# ruff: noqa: SIM905 lists of words are read as words
from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.examples import METADATA, book
from pipeline.checks.rule import NotApplicable, Rule, Subject
from pipeline.model import Finding, Format, Severity

MODES = frozenset(
    "auditory chartOnVisual chemOnVisual colorDependent diagramOnVisual mathOnVisual musicOnVisual tactile textOnVisual"
    " textual visual".split()
)
ENOUGH = frozenset({"auditory", "tactile", "textual", "visual"})
FEATURES = frozenset(
    "alternativeText annotations ARIA ariaRoles audioDescription bookmarks braille captions ChemML closedCaptions"
    " describedMath displayTransformability fullRubyAnnotations highContrastAudio highContrastDisplay"
    " horizontalWriting index largePrint latex latex-chemistry longDescription longDescriptions MathML MathML-chemistry"
    " none openCaptions pageBreakMarkers pageNavigation printPageNumbers readingOrder rubyAnnotations signLanguage"
    " structuralNavigation synchronizedAudioText tableOfContents tactileGraphic tactileObject taggedPDF timingControl"
    " transcript ttsMarkup unknown unlocked verticalWriting withAdditionalWordSegmentation"
    " withoutAdditionalWordSegmentation".split()
)
HAZARDS = frozenset(
    "flashing noFlashingHazard unknownFlashingHazard motionSimulation noMotionSimulationHazard"
    " unknownMotionSimulationHazard sound noSoundHazard unknownSoundHazard none unknown".split()
)
PARAMETERS = ("highContrastAudio/", "highContrastDisplay/", "tactileGraphic/", "braille/")


def look(subject: Subject) -> Iterator[Finding]:
    """The values of the four properties."""
    book_ = subject.epub
    values = {name: book_.metadata(f"schema:{name}") for name in (
        "accessMode", "accessModeSufficient", "accessibilityFeature", "accessibilityHazard")}  # fmt: skip
    if not any(values.values()):
        raise NotApplicable("the book says nothing of its accessibility")
    for name, found in values.items():
        for value in found:
            for wrong in _unknown(name, value):
                yield RULE.fail(subject, f"{name} has no value «{wrong[:40]}».", place=book_.opf)
    hazards = set(values["accessibilityHazard"])
    if hazards & {"none", "unknown"} and len(hazards) > 1:
        yield RULE.fail(subject, f"The hazards contradict each other: {', '.join(sorted(hazards))}.", place=book_.opf)


def _unknown(name: str, value: str) -> Iterator[str]:
    if name == "accessModeSufficient":
        yield from (part for part in value.replace(",", " ").split() if part not in ENOUGH)
        return
    known = {"accessMode": MODES, "accessibilityFeature": FEATURES, "accessibilityHazard": HAZARDS}[name]
    if value and value not in known and not value.startswith(PARAMETERS):
        yield value


RULE = Rule(
    id="epub-vocabulary",
    title="A book's claims are in words that readers' tools know",
    severity=Severity.WARNING,
    clauses=("EPUB A11Y 1.1 2.2", "Schema.org Accessibility Vocabulary"),
    looks={Format.EPUB: look},
    fix="Use the words of the vocabulary.",
    good=(book(),),
    bad=(book(metadata=METADATA.replace("tableOfContents", "contentsTable")),),
)
