# SPDX-License-Identifier: AGPL-3.0-or-later
"""ligatures: the signs of fonts for letters (ﬁ, Arabic presentation forms) become the letters themselves."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from pipeline.clean.characters.visual_order import turned
from pipeline.clean.fix import Edit, Fix, Rule
from pipeline.clean.reading.scan import Scan

_FORMS = re.compile("[\ufb00-\ufb06]+|[\ufb50-\ufbb1\ufbd3-\ufd3d\ufd50-\ufdf1\ufe70-\ufefc]+")


def find(scan: Scan) -> Iterator[Fix]:
    """Presentation forms outside code."""
    if scan.text.isascii():
        return
    stays = turned(scan)  # letters in the wrong order would only hide that it is wrong
    for found in _FORMS.finditer(scan.text):
        if not scan.protected(found.start()) and not (stays and found.group()[0] > "\ufb06"):
            now = unicodedata.normalize("NFKC", found.group())
            yield Fix(
                (Edit(found.start(), found.end(), now),), "Signs of a font stand for these letters.", 0.98
            )


RULE = Rule("ligatures", "Writes ligatures and presentation forms as letters.", find, after="visual-order")
