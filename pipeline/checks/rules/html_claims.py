# SPDX-License-Identifier: AGPL-3.0-or-later
"""A page claims only what it has, and says what it has.

What it does
: Compares the features and modes of access in a page's metadata (schema.org) with what is in the page. Where features
  are claimed, formulas have to be among them, and in a page whose source is known all that the page has. Such a page
  makes all kinds of claims: senses, what is enough, features, hazards, a summary.

Why it matters
: Who searches for captions or for sound finds a page that has none.

Example
: ``"accessibilityFeature": ["captions"]`` in a page without a film.

Fix
: Make the page anew: the claims are written from the content.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping

from lxml import etree

from pipeline.checks.examples import page, sourced
from pipeline.checks.page import elements
from pipeline.checks.rule import Example, NotApplicable, Rule, Subject
from pipeline.checks.web.features import features, unsaid, usual
from pipeline.checks.web.pictures import data_of, moves
from pipeline.model import Finding, Format, Role, Severity
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
KINDS = {
    "accessMode": "by which senses it is read", "accessModeSufficient": "which of them are enough",
    "accessibilityFeature": "what helps people in it", "accessibilityHazard": "whether it has hazards",
    "accessibilitySummary": "in words how accessible it is",
}  # fmt: skip
MODES = {"auditory": SOUNDS, "visual": FILMS | {"img", "svg", "canvas", "math", "picture"}}


def look(subject: Subject) -> Iterator[Finding]:
    """The claims in JSON-LD."""
    meta = subject.outline.meta
    claimed, modes, hazards = (meta.get(key, "").split("; ") for key in CLAIMS)
    enough = meta.get("accessModeSufficient", "").split("; ")
    if not any((*claimed, *modes, *hazards, *enough, meta.get("data:conformsTo"))):
        if subject.edition is None or not subject.ours:
            raise NotApplicable("the page claims nothing")
        yield RULE.fail(subject, "The page says nothing of how accessible it is (JSON-LD).", severity=Severity.WARNING)
        return
    there = {name(element) for element in elements(subject.html)}
    if CONFORMANCE.search(meta.get("data:conformsTo", "")) and not meta.get("data:certifiedBy"):
        said = meta["data:conformsTo"][:80]
        yield RULE.fail(subject, f"The page claims «{said}», and nobody is named who certifies it.")
    moving = there & MOVING or any(_moves(subject, element) for element in elements(subject.html))
    for hazard in hazards if not moving else ():
        if hazard and not hazard.startswith(("no", "unknown")):
            yield RULE.fail(subject, f"The page warns of «{hazard[:30]}», and nothing in it moves.")
    has = _has(subject)
    yield from _unsaid(subject, has, claimed)
    yield from _kinds(subject, has, modes, there)
    if any(enough) and "textual" not in enough and not there & (SOUNDS | FILMS) and _is_told(subject):
        yield RULE.fail(subject, "The page says that its text alone is not enough, and has nothing without text.")
    if "tableOfContents" in claimed and "tableOfContents" not in has and (subject.edition or "nav" not in there):
        yield RULE.fail(subject, "The page claims «tableOfContents» and has nothing of the kind.")
    for listed, needs in ((claimed, NEEDS), (modes, MODES)):
        for claim in listed:
            if claim in needs and not there & needs[claim]:
                yield RULE.fail(subject, f"The page claims «{claim}» and has nothing of the kind.")


def _has(subject: Subject) -> dict[str, str]:
    """What the page has that can be claimed, in words."""
    found = features((subject.page.body,))
    if any(node.role is Role.CONTENTS and node.children for node in subject.outline.root.walk()):
        found["tableOfContents"] = "a table of contents"
    return found


def _unsaid(subject: Subject, has: Mapping[str, str], claimed: list[str]) -> Iterator[Finding]:
    """What the page has and does not say, where it says anything; of a page by others only its formulas."""
    found = {**has, **(usual((subject.page.body,)) if subject.edition is not None else {})}
    for feature, what in unsaid(found, claimed) if any(claimed) else ():
        if subject.edition is not None or feature == "MathML":
            message = f"The page has {what} and does not say so ({feature})."
            yield RULE.fail(subject, message, severity=Severity.WARNING)
    known = {*found, *NEEDS, "tableOfContents", "ARIA"}
    for claim in claimed if subject.ours and subject.edition is not None else ():
        if claim and claim.replace("longDescriptions", "longDescription") not in known:
            yield RULE.fail(subject, f"The page claims «{claim[:40]}» and has nothing of the kind.")


def _kinds(subject: Subject, has: Mapping[str, str], modes: list[str], there: set[str]) -> Iterator[Finding]:
    """The kinds of claims that a page of ours makes, all of them; and the modes of what is in it."""
    if subject.edition is None:
        return
    for key, what in KINDS.items():
        if not subject.outline.meta.get(key):
            yield RULE.fail(subject, f"The page does not say {what} ({key}).", severity=Severity.WARNING)
    for mode, is_there in (("visual", "alternativeText" in has), ("textual", "p" in there)):
        if any(modes) and is_there and mode not in modes:
            yield RULE.fail(subject, f"The page does not say the mode «{mode}», which it has.")


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


def _page(feature: str, body: str, **other: object) -> Example:
    """A page that claims features, and what else is said."""
    return page(body, head=_head({"accessibilityFeature": feature.split()} | other))


def _ours(feature: str, body: str, **other: object) -> Example:
    """A page whose source is known, with all kinds of claims."""
    said: dict[str, object] = {
        "accessMode": ["textual", "visual"], "accessModeSufficient": ["textual"], "accessibilityHazard": ["none"],
        "accessibilitySummary": "Text with pictures; checked by machine only.",
    }  # fmt: skip
    return sourced(_page(f"{feature} {ALWAYS}", body, **(said | other)))


def _data(key: str, value: object) -> Example:
    return page("<p>Bees dance.</p>", head=_head({key: value}))


def _head(data: dict[str, object]) -> str:
    return f'<meta charset="utf-8"><script type="application/ld+json">{json.dumps(data)}</script>'


ALWAYS = "readingOrder displayTransformability unlocked"
PICTURE = "<p>A bee:</p><img src='b.png' alt='A bee'>"

RULE = Rule(
    id="html-claims",
    title="A page claims only what it has, and says what it has",
    severity=Severity.ERROR,
    clauses=("EN 301 549 5.4",),
    looks={Format.HTML: look},
    fix="Make the page anew: the claims are written from the content.",
    foreign="Write into the data of the page what the content has, and take out what it has not.",
    good=(
        _page("MathML", "<math alttext='x'><mi>x</mi></math>"),
        _page("readingOrder", PICTURE),
        _ours("alternativeText ARIA", PICTURE + "<img src='c.png' alt='' role='presentation'>"),
        _ours("", PICTURE + "<img src='c.png' alt=''>"),
    ),
    bad=(
        _ours("", PICTURE),
        _ours("alternativeText largePrint", PICTURE),
        sourced(page(PICTURE)),
        _ours("alternativeText", f"<div role='note'>{PICTURE}</div>"),
        _ours("alternativeText", "<p id='d'>Two.</p><img src='b.png' alt='A bee' aria-details='d'>"),
        _ours("alternativeText", PICTURE, accessMode=["textual"]),
        _ours("alternativeText", PICTURE, accessMode=["visual"]),
        _ours("alternativeText", PICTURE, accessibilityHazard=[]),
        _ours("alternativeText", PICTURE, accessibilitySummary=""),
        _page("captions", "<p>Bees dance.</p>"),
        _page("tableOfContents", "<p>Bees dance.</p>"),
        _data("accessibilityHazard", ["flashing"]),
        _data("accessModeSufficient", ["visual"]),
        _page("readingOrder", "<math alttext='x'><mi>x</mi></math>"),
        _data("conformsTo", "WCAG 2.2 Level AA"),
    ),
)
