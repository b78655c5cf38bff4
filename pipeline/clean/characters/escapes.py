# SPDX-License-Identifier: AGPL-3.0-or-later
"""escapes: backslashes written twice, and entities escaped twice, are written once."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.clean.fix import Edit, Fix, Rule
from pipeline.clean.reading.scan import Scan

_TWICE = re.compile(r"\\\\(?=[_*#\[\]$&|])")
_ENTITY = re.compile(r"&amp;(?=(?:amp|lt|gt|quot|nbsp|#\d{2,5}|#x[0-9a-f]{2,5});)", re.I)
_CODE = re.compile(r"`[^`\n]*`")


def find(scan: Scan) -> Iterator[Fix]:
    """Escapes of escapes, outside code."""
    if "\\\\" not in scan.text and "&amp;" not in scan.text:
        return
    for pattern, now in ((_TWICE, "\\"), (_ENTITY, "&")):
        for found in pattern.finditer(scan.text):
            line = scan.line_at(found.start())
            here = found.start() - line.start
            if scan.protected(found.start()) or any(
                c.start() <= here < c.end() for c in _CODE.finditer(line.text)
            ):
                continue
            deleted = "amp" if now == "&" else ""
            yield Fix(
                (Edit(found.start(), found.end(), now),), "This was escaped twice.", 0.93, deleted=deleted
            )


RULE = Rule("escapes", "Undoes what was escaped twice.", find, after="html-remnants")
