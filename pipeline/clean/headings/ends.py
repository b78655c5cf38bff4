# SPDX-License-Identifier: AGPL-3.0-or-later
"""How lines of plain text end that head nothing, and how a title may end all the same."""

from __future__ import annotations

import re

from pipeline.clean.reading import prose
from pipeline.clean.reading.scan import Scan

# A day, as a line below the title names the one on which it was decided.
_DAY = re.compile(r"\b\d{1,2}(?:\.\s?|[-/ ]|er |º )(?:de )?(?:\d{1,2}|[^\W\d_]{3,10}\.?)(?:\.|[-/ ])(?:de )?\d{4}\b"
                  r"|\b[^\W\d_]{3,10}\.? \d{1,2}(?:st|nd|rd|th)?, \d{4}\b|\b\d{4}-\d{2}-\d{2}\b")
_SHORTENED = re.compile(r"\b(?:[^\W\d_]\.\s?[^\W\d_]|inc|ltd|corp|co|bros)\.$", re.I)  # with a name's last word
_BELOW_TITLE = 2  # blocks


def ended(scan: Scan, index: int, text: str) -> bool:
    """Whether a line ends as no heading does; a title may end with a name that is shortened, and a line right below it
    names the day on which it was decided."""
    if scan.extracted and index == 0 and _SHORTENED.search(text):
        return False
    if scan.extracted and 0 < index <= _BELOW_TITLE and _DAY.search(text):
        return True
    return prose.tail(text)[-1:] in tuple(".:;,،。：；؛!") or prose.open_word(text, scan.lang)
