# SPDX-License-Identifier: AGPL-3.0-or-later
"""line-ends: the lone CR of old Mac files becomes LF, because Markdown readers take it for nothing.

CRLF and LF stay as they are, also when both occur.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.clean.fix import Edit, Fix, Rule
from pipeline.clean.reading.scan import Scan


def find(scan: Scan) -> Iterator[Fix]:
    """All lone CRs: one repair for the whole text."""
    if "\r" not in scan.text:
        return
    now = "\r\n" if "\r\n" in scan.text else "\n"
    edits = tuple(Edit(found.start(), found.end(), now) for found in re.finditer(r"\r(?!\n)", scan.text))
    if edits:
        yield Fix(edits, f"{len(edits)} line ends are lone CRs, which Markdown readers pass over.", 0.99)


RULE = Rule("line-ends", "Writes the lone CR of old Mac files as LF.", find, after="")
