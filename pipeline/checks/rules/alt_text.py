# SPDX-License-Identifier: AGPL-3.0-or-later
"""A text alternative tells what the picture tells.

What it does
: Finds alternatives that are a file name, begin with "image of", repeat the caption word for word, are placeholders,
  or are longer than 300 characters (noted only); and pictures with a caption that are marked as decoration.

Why it matters
: "chart.png" says nothing. What stands in the caption is read twice.

Example
: ``![chart.png](chart.png)`` is bad, ``![Requests grew from 22 to 154](chart.png)`` is good.

Fix
: Write what the picture tells; leave out what the caption says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from pipeline.checks.examples import page
from pipeline.checks.page import text
from pipeline.checks.rule import Rule, Subject
from pipeline.checks.web.look import at, found, quoted, web
from pipeline.checks.web.view import View
from pipeline.model import Finding, Severity

FILE_NAME = re.compile(
    r"\S*\.(png|jpe?g|gif|svg|webp|avif|bmp|tiff?|pdf|eps|emf|wmf)$|(img|dsc|dscn|image|screenshot)[-_ ]?\d+$",
    re.IGNORECASE,
)
SAYS_IMAGE = re.compile(
    r"(an? |the )?(image|picture|photo|photograph|graphic|icon|screenshot) (of|showing|depicting)\b"
    r"|(une )?image (de|du|des)\b|(ein )?bild (von|der|des|einer|eines)\b|imagen de\b|immagine di\b|imagem de\b"
    r"|afbeelding van\b|изображение\b|صورة\b",
    re.IGNORECASE,
)
PLACEHOLDERS = frozenset({
    "image", "picture", "photo", "graphic", "chart", "figure", "bild", "imagen", "immagine", "alt", "alt text", "todo",
    "tbd", "placeholder", "untitled", "spacer", "img",
})  # fmt: skip
LONGEST = 300


def look(subject: Subject, view: View) -> Iterator[Finding]:
    """Images with an alternative, and empty ones that have a caption."""
    images = [e for e in view.page.body.iter("img") if e.get("alt") is not None and view.exposed(e)]
    for element in found(images):
        alt = " ".join(element.get("alt", "").split())
        caption = _caption(view, element)
        for message in _faults(alt, caption, element):
            yield at(RULE, subject, view, element, message)
        if len(alt) > LONGEST and element.get("role") != "doc-cover":  # which says the title, however long that is
            message = f"The alternative has {len(alt)} characters; describe it in the text."
            finding = at(RULE, subject, view, element, message)
            yield replace(finding, severity=Severity.NOTE)


def _faults(alt: str, caption: str, element: etree._Element) -> Iterator[str]:
    if not alt:
        if caption and element.get("role") not in ("none", "presentation"):
            yield f"The picture with the caption {quoted(caption, 40)} has no alternative."
        return
    file = element.get("src", "").rpartition("/")[2]
    if FILE_NAME.fullmatch(alt) or (file and alt in (file, file.rpartition(".")[0])):
        yield f"The alternative {quoted(alt, 40)} is a file name."
    elif SAYS_IMAGE.match(alt):
        yield f"The alternative says that it is a picture: {quoted(alt, 40)}."
    elif alt.casefold() in PLACEHOLDERS:
        yield f"The alternative {quoted(alt, 40)} says nothing of the picture."
    if caption and _plain(alt) == _plain(caption):
        yield f"The alternative repeats the caption: {quoted(alt, 40)}."


def _caption(view: View, element: etree._Element) -> str:
    here = element.getparent()
    while here is not None and here.tag != "figure":
        here = here.getparent()
    caption = here.find(".//figcaption") if here is not None else None
    return text(caption) if caption is not None and view.exposed(caption) else ""


def _plain(value: str) -> str:
    return re.sub(r"\W+", " ", value.casefold()).strip()


RULE = Rule(
    id="alt-text",
    title="A text alternative tells what the picture tells",
    severity=Severity.WARNING,
    clauses=("Technique G94", "Failure F30", "Failure F39"),
    looks=web(look),
    fix="Write what the picture tells; leave out what the caption says.",
    good=(page("<figure><img src='c.png' alt='They grew from 22 to 154'><figcaption>Requests</figcaption></figure>"),),
    bad=(
        page("<img src='chart.png' alt='chart.png'>"),
        page("<img src='c.png' alt='Image of a chart'>"),
        page("<figure><img src='c.png' alt='Requests'><figcaption>Requests.</figcaption></figure>"),
    ),
    question="Does each text alternative tell what the picture tells in its place?",
)
