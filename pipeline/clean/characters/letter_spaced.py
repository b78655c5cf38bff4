# SPDX-License-Identifier: AGPL-3.0-or-later
"""letter-spaced: words set with space between their letters ("N O T I C E") are words again."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.clean.fix import Edit, Fix, Rule
from pipeline.clean.reading import hyphens
from pipeline.clean.reading.scan import PROTECTED, Kind, Scan

_SPACED = re.compile(r"(?<![^\W_])(?:[^\W\d_] ){3,}[^\W\d_](?:[ ]{2,}(?:[^\W\d_] )*[^\W\d_])*(?![^\W_])")


def find(scan: Scan) -> Iterator[Fix]:
    """Runs of single letters; two or more spaces part words."""
    for line in scan.lines:
        if line.kind in PROTECTED or line.kind is Kind.TABLE:
            continue
        for found in _SPACED.finditer(line.text):
            words = [part.replace(" ", "") for part in re.split(r" {2,}", found.group())]
            start = line.start + found.start()
            sure = len(words) > 1 or _known(scan, words[0])
            reason = "The letters of a word are set apart."
            yield Fix(
                (Edit(start, start + len(found.group()), " ".join(words)),), reason, 0.93 if sure else 0.6
            )


def _known(scan: Scan, word: str) -> bool:
    folded = word.casefold()
    return scan.words[folded] > 0 or hyphens.frequency(folded, hyphens.language(scan)) >= 3


RULE = Rule("letter-spaced", "Closes words whose letters are set apart.", find, after="clauses")
