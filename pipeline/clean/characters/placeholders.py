# SPDX-License-Identifier: AGPL-3.0-or-later
"""placeholders: "<name>" in an extracted text stays to be read: Markdown takes it for a tag, and a reader sees nothing.

A page never shows a tag. What looks like one is text that was printed so ("log/<day>"), but for the few tags that
extractors write themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.clean.fix import Edit, Fix, Rule
from pipeline.clean.reading.lines import code_spans
from pipeline.clean.reading.scan import Scan

# An open or closing tag of CommonMark (6.6) without a value, which no placeholder has.
_TAG = re.compile(r"(?<!\\)<(?=/?(?P<name>[A-Za-z][A-Za-z0-9-]*)(?:[ \t]+[A-Za-z_:][\w.:-]*)*[ \t]*>)")
_OPEN = re.compile(r"<([A-Za-z][A-Za-z0-9-]*)\s[^<>]*=")  # with a value: a tag that is meant
_WRITTEN = frozenset({
    "a", "abbr", "b", "bdi", "bdo", "blockquote", "br", "caption", "center", "cite", "code", "col", "colgroup", "dd",
    "del", "details", "dfn", "div", "dl", "dt", "em", "figcaption", "figure", "font", "h1", "h2", "h3", "h4", "h5",
    "h6", "hr", "i", "img", "ins", "kbd", "li", "mark", "math", "ol", "p", "pre", "q", "s", "samp", "small", "span",
    "strike", "strong", "sub", "summary", "sup", "svg", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "tt", "u",
    "ul", "var", "wbr",
})  # fmt: skip


def find(scan: Scan) -> Iterator[Fix]:
    """Placeholders outside code and raw HTML."""
    if "<" not in scan.text:
        return
    meant = {found.group(1).casefold() for found in _OPEN.finditer(scan.text)}
    for line in scan.lines:
        if "<" not in line.text or scan.protected(line.start):
            continue
        code = code_spans(line.text)
        for found in _TAG.finditer(line.text):
            name, at = found.group("name").casefold(), found.start()
            if name in _WRITTEN or name in meant or any(start < at < end for start, end in code):
                continue
            place = line.start + at
            reason = "Markdown takes it for a tag, and nobody would read it."
            yield Fix((Edit(place, place, "\\"),), reason, 0.93 if scan.extracted else 0.6)


RULE = Rule("placeholders", "Keeps “<name>” to be read.", find, after="html-remnants")
