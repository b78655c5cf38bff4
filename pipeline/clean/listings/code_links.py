# SPDX-License-Identifier: AGPL-3.0-or-later
"""code-links: a link that an extractor wrote into code is a link of code: "`[lamp](https://…)`" is "[`lamp`](https://…)".

Markdown shows the address otherwise. Only where pages prove an extraction, and never in a listing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.clean.fix import Edit, Fix, Rule
from pipeline.clean.reading.scan import Scan

_LINK = re.compile(r"(?<!`)`\[(?P<text>[^\]\[`\n]{1,200})\](?P<target>\(https?://[^()`\s]{1,2000}\))`(?!`)")


def find(scan: Scan) -> Iterator[Fix]:
    """Code that is nothing but a link to the web."""
    if not scan.extracted:
        return
    for found in _LINK.finditer(scan.text):
        if not scan.protected(found.start()):
            now = f"[`{found['text']}`]{found['target']}"
            yield Fix((Edit(found.start(), found.end(), now),), "A link was written into code.", 0.93)


RULE = Rule("code-links", "Takes links out of the code into which an extractor wrote them.", find, after="emphasis")
