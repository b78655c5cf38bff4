# SPDX-License-Identifier: AGPL-3.0-or-later
"""How many have to agree: all, two thirds or another share, or only more than half. English only."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.plain.difference import Difference

_AGREE = r"(?:agree\w*|consent\w*|vot\w+|sa(?:y|ys|id) yes|approv\w+|(?:be|are|is|were) in favour|accept\w*|support\w*)"
_MUST = r"(?:(?:must|has to|have to|need to|needs to|shall|should)\s+)?"
_WHO = r"(?:\s+(?:of\s+)?(?:the\s+|our\s+|its\s+)?[^\W\d_]+){0,5}?"
# The whole of those who decide: "unanimously", "all members must agree", "nobody may be against it".
ALL = re.compile(
    rf"\bunanim\w+|\bby consensus\b|\b(?:all|every|each|everyone|everybody){_WHO}\s+{_MUST}{_AGREE}"
    rf"|\b(?:no one|nobody|no member|none)\b{_WHO}\s+(?:against|object\w*|votes? no)",
    re.IGNORECASE,
)
# More than half of them, and no larger share.
MORE_THAN_HALF = re.compile(
    rf"\b(?:simple|absolute|bare)\s+majority\b|(?<!thirds )(?<!quarters )(?<!qualified )(?<!-)\bmajority (?:vote|of)\b"
    rf"|\bby (?:a )?majority\b|\bmost(?: of)?\b{_WHO}\s+{_MUST}{_AGREE}"
    rf"|\bmore than half(?: of)?\b{_WHO}\s+{_MUST}{_AGREE}",
    re.IGNORECASE,
)


def compare_majorities(texts: Sequence[str]) -> Iterator[Difference]:
    """That all have to agree where more than half were enough, or the other way round."""
    (whole, half), (whole_now, half_now) = ((ALL.search(text), MORE_THAN_HALF.search(text)) for text in texts)
    if whole and half_now and not half and not whole_now:
        yield Difference("numbers", "exchanged", whole.group(), half_now.group(), "How many have to agree.")
    if half and whole_now and not whole and not half_now:
        yield Difference("numbers", "exchanged", half.group(), whole_now.group(), "How many have to agree.")
