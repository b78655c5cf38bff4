# SPDX-License-Identifier: AGPL-3.0-or-later
"""shown-links: "[A-2](#a-2)" in an extracted text stays to be read: Markdown takes it for a link, and hides the target.

A page shows no target of a link, and the extractors that write any write those of the web. What leads to no place of
the text was printed so, in the page of an author whose own tool did not read it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.clean.fix import Edit, Fix, Rule
from pipeline.clean.reading.lines import code_spans
from pipeline.clean.reading.scan import Kind, Scan

_LINK = re.compile(r"(?<![\\!])\[(?!\^)[^\[\]\n]{1,200}\]\(#(?P<target>[^()\s]{1,200})\)")
_ID = re.compile(r"\b(?:id|name)\s*=\s*[\"']?([^\s\"'>]+)|\{#([^\s}]+)")
_PAGE = re.compile(r"page-\d")  # so an extractor names the places that it links to
_NO_NAME = re.compile(r"[^\w\s-]")


def find(scan: Scan) -> Iterator[Fix]:
    """Links to places that are not in the text."""
    if "](#" not in scan.text:
        return
    names = scan.once("named places", _named)
    for line in scan.lines:
        if "](#" not in line.text or scan.protected(line.start):
            continue
        code = code_spans(line.text)
        for found in _LINK.finditer(line.text):
            target, at = found["target"].casefold(), found.start()
            if target in names or _PAGE.match(target) or any(start < at < end for start, end in code):
                continue
            reason = "The target is no place of the text: Markdown would show a link, and not what the page showed."
            yield Fix((Edit(line.start + at, line.start + at, "\\"),), reason, 0.93 if scan.extracted else 0.6)


def _named(scan: Scan) -> frozenset[str]:
    """What a link into the text may lead to: the ids that it has, and those that Markdown makes of its headings."""
    ids = {one or two for one, two in _ID.findall(scan.text)}
    headings = (line.text.strip("# \t") for line in scan.lines if line.kind is Kind.HEADING)
    ids.update("-".join(_NO_NAME.sub("", text).split()) for text in headings)
    return frozenset(name.casefold() for name in ids)


RULE = Rule("shown-links", "Keeps links to be read that lead to no place of the text.", find, after="placeholders")
