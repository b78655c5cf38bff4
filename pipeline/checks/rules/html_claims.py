# SPDX-License-Identifier: AGPL-3.0-or-later
"""A page claims only what it has, and says what it has.

What it does
: Compares the features and modes of access in a page's metadata (schema.org) with what is in the page. Where features
  are claimed, formulas have to be among them, and in a page whose source is known all that the page has.

Why it matters
: Who searches for captions or for sound finds a page that has none.

Example
: ``"accessibilityFeature": ["captions"]`` in a page without a film.

Fix
: Make the page anew: the claims are written from the content.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from pipeline.checks.examples import page, sourced
from pipeline.checks.page import elements
from pipeline.checks.rule import Example, NotApplicable, Rule, Subject
from pipeline.checks.web.features import features, unsaid
from pipeline.checks.web.pictures import data_of, moves
from pipeline.model import Finding, Format, Severity
from pipeline.outline.markup import name

FILMS, SOUNDS = frozenset({"video", "iframe", "object", "embed"}), frozenset({"audio", "video", "iframe", "object"})
NEEDS = {
    "captions": FILMS, "closedCaptions": FILMS, "openCaptions": FILMS, "audioDescription": FILMS, "signLanguage": FILMS,
    "transcript": SOUNDS | FILMS, "synchronizedAudioText": SOUNDS, "MathML": frozenset({"math"}),
    "alternativeText": frozenset({"img", "svg", "object", "area", "input", "canvas", "video", "audio"}),
    "rubyAnnotations": frozenset({"ruby"}), "describedMath": frozenset({"math"}),
}  # fmt: skip
MOVING = FILMS | SOUNDS | {"canvas", "animate", "animateTransform", "marquee", "blink"}
CONFORMANCE = re.compile(r"wcag|epub accessibility|a11y|en 301 549|pdf/ua", re.IGNORECASE)
CLAIMS = ("accessibilityFeature", "accessMode", "accessibilityHazard")
MODES = {"auditory": SOUNDS, "visual": FILMS | {"img", "svg", "canvas", "math", "picture"}}


def look(subject: Subject) -> Iterator[Finding]:
    """The claims in JSON-LD."""
    meta = subject.outline.meta
    claimed, modes, hazards = (meta.get(key, "").split("; ") for key in CLAIMS)
    enough = meta.get("accessModeSufficient", "").split("; ")
    if not any((*claimed, *modes, *hazards, *enough, meta.get("data:conformsTo"))):
        raise NotApplicable("the page claims nothing")
    there = {name(element) for element in elements(subject.html)}
    if CONFORMANCE.search(meta.get("data:conformsTo", "")) and not meta.get("data:certifiedBy"):
        said = meta["data:conformsTo"][:80]
        yield RULE.fail(subject, f"The page claims «{said}», and nobody is named who certifies it.")
    moving = there & MOVING or any(_moves(subject, element) for element in elements(subject.html))
    for hazard in hazards if not moving else ():
        if hazard and not hazard.startswith(("no", "unknown")):
            yield RULE.fail(subject, f"The page warns of «{hazard[:30]}», and nothing in it moves.")
    yield from _unsaid(subject, claimed)
    if any(enough) and "textual" not in enough and not there & (SOUNDS | FILMS) and _is_told(subject):
        yield RULE.fail(subject, "The page says that its text alone is not enough, and has nothing without text.")
    for listed, needs in ((claimed, NEEDS), (modes, MODES)):
        for claim in listed:
            if claim in needs and not there & needs[claim]:
                yield RULE.fail(subject, f"The page claims «{claim}» and has nothing of the kind.")


def _unsaid(subject: Subject, claimed: list[str]) -> Iterator[Finding]:
    """What the page has and does not say, where it says anything; of a page by others only its formulas."""
    for feature, what in unsaid(features((subject.page.body,)), claimed) if any(claimed) else ():
        if subject.edition is not None or feature == "MathML":
            message = f"The page has {what} and does not say so ({feature})."
            yield RULE.fail(subject, message, severity=Severity.WARNING)


def _is_told(subject: Subject) -> bool:
    """Whether there is text, and every picture has an alternative or is a decoration."""
    pictures = [element for element in elements(subject.html) if name(element) in ("img", "svg", "canvas")]
    return bool(subject.outline.root.children) and all(
        name(one) == "img" and one.get("alt") is not None and (one.get("alt") or "").strip() != one.get("src")
        for one in pictures
        if (one.get("aria-hidden") or "").lower() != "true" and not _inside_math(one)
    )


def _inside_math(element: etree._Element) -> bool:
    return any(name(above) == "math" for above in element.iterancestors())


def _moves(subject: Subject, element: etree._Element) -> bool:
    """Whether an element may move: a script that is one, or a picture that is no still drawing or photograph."""
    if name(element) == "script":
        return "json" not in element.get("type", "").lower()
    if name(element) != "img":
        return False
    return moves(data_of(subject, "", element)) if element.get("src", "").startswith("data:") else True


def _page(claim: str, body: str) -> Example:
    data = f'<meta charset="utf-8"><script type="application/ld+json">{{"accessibilityFeature": ["{claim}"]}}</script>'
    return page(body, head=data)


def _data(key: str, value: str) -> Example:
    data = f'<meta charset="utf-8"><script type="application/ld+json">{{"{key}": {value}}}</script>'
    return page("<p>Bees dance.</p>", head=data)


RULE = Rule(
    id="html-claims",
    title="A page claims only what it has, and says what it has",
    severity=Severity.ERROR,
    clauses=("EN 301 549 5.4",),
    looks={Format.HTML: look},
    fix="Make the page anew: the claims are written from the content.",
    good=(
        _page("MathML", "<math alttext='x'><mi>x</mi></math>"),
        _page("readingOrder", "<img src='b.png' alt='A bee'>"),
        sourced(_page("alternativeText", "<img src='b.png' alt='A bee'><img src='c.png' alt='' role='presentation'>")),
        sourced(_page("readingOrder", "<img src='b.png' alt='A bee'><img src='c.png' alt=''>")),
    ),
    bad=(
        sourced(_page("readingOrder", "<img src='b.png' alt='A bee'>")),
        sourced(_page("alternativeText", "<p id='d'>Two.</p><img src='b.png' alt='A bee' aria-details='d'>")),
        _page("captions", "<p>Bees dance.</p>"),
        _data("accessibilityHazard", '["flashing"]'),
        _data("accessModeSufficient", '["visual"]'),
        _page("readingOrder", "<math alttext='x'><mi>x</mi></math>"),
        _data("conformsTo", '"WCAG 2.2 Level AA"'),
    ),
)
