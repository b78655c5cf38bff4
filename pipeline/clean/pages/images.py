# SPDX-License-Identifier: AGPL-3.0-or-later
"""image-placeholders: what an extractor wrote where it left out a picture goes; the log keeps it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.clean.fix import Edit, Fix, Rule
from pipeline.clean.reading.scan import Kind, Scan

_OMITTED = re.compile(
    r"[ \t]*(?:\*\*)?==>\s*picture[^\r\n]{0,80}omitted\s*<==(?:\*\*)?[ \t]*$|"
    r"[ \t]*<!--\s*(?:image|picture|figure)\s*-->[ \t]*$",
    re.I,
)
PICTURE = re.compile(
    r"[ \t]*!\[\]\([^()\s]*(?:_page_\d+|imageFile|image_?\d+|picture|figure)[^()\s]*\)[ \t]*$", re.I
)


def find(scan: Scan) -> Iterator[Fix]:
    """Lines that only say that there was a picture."""
    for line in scan.lines:
        if line.kind not in (Kind.PARA, Kind.HTML) or not (
            "==>" in line.text or "<!--" in line.text or "![" in line.text
        ):
            continue
        if _OMITTED.match(line.text):
            reason, confidence = "The extractor left out a picture here.", 0.95
        elif PICTURE.match(line.text):
            reason, confidence = (
                "A picture without a description, named by the extractor: a figure, or a mark of the page.",
                0.6,
            )
        else:
            continue
        end = line.stop
        while end < len(scan.text) and scan.text[end] in "\r\n":
            end += 1
        yield Fix((Edit(line.start, end, ""),), reason, confidence, deleted=line.text.strip())


RULE = Rule("image-placeholders", "Takes out what stands for pictures that are not there.", find, after="running-heads")
