# SPDX-License-Identifier: AGPL-3.0-or-later
"""A page claims only what it has.

What it does
: Compares the features and modes of access in a page's metadata (schema.org) with what is in the page.

Why it matters
: Who searches for captions or for sound finds a page that has none.

Example
: ``"accessibilityFeature": ["captions"]`` in a page without a film.

Fix
: Make the page anew: the claims are written from the content.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.examples import page
from pipeline.checks.page import elements
from pipeline.checks.rule import Example, NotApplicable, Rule, Subject
from pipeline.model import Finding, Format, Severity
from pipeline.outline.markup import name

FILMS, SOUNDS = frozenset({"video", "iframe", "object", "embed"}), frozenset({"audio", "video", "iframe", "object"})
NEEDS = {
    "captions": FILMS, "closedCaptions": FILMS, "openCaptions": FILMS, "audioDescription": FILMS, "signLanguage": FILMS,
    "transcript": SOUNDS | FILMS, "synchronizedAudioText": SOUNDS, "MathML": frozenset({"math"}),
    "alternativeText": frozenset({"img", "svg", "object", "area", "input", "canvas", "video", "audio"}),
    "rubyAnnotations": frozenset({"ruby"}), "describedMath": frozenset({"math"}),
}  # fmt: skip
MODES = {"auditory": SOUNDS, "visual": FILMS | {"img", "svg", "canvas", "math", "picture"}}


def look(subject: Subject) -> Iterator[Finding]:
    """The claims in JSON-LD."""
    meta = subject.outline.meta
    features, modes = (meta.get(key, "").split("; ") for key in ("accessibilityFeature", "accessMode"))
    if not any(features) and not any(modes):
        raise NotApplicable("the page claims nothing")
    there = {name(element) for element in elements(subject.html)}
    for said, needs in ((features, NEEDS), (modes, MODES)):
        for claim in said:
            if claim in needs and not there & needs[claim]:
                yield RULE.fail(subject, f"The page claims «{claim}» and has nothing of the kind.")


def _page(claim: str, body: str) -> Example:
    data = f'<meta charset="utf-8"><script type="application/ld+json">{{"accessibilityFeature": ["{claim}"]}}</script>'
    return page(body, head=data)


RULE = Rule(
    id="html-claims",
    title="A page claims only what it has",
    severity=Severity.ERROR,
    clauses=("EN 301 549 5.4",),
    looks={Format.HTML: look},
    fix="Make the page anew: the claims are written from the content.",
    good=(_page("MathML", "<math alttext='x'><mi>x</mi></math>"),),
    bad=(_page("captions", "<p>Bees dance.</p>"),),
)
