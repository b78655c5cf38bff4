# SPDX-License-Identifier: AGPL-3.0-or-later
"""reports: what cannot be mended from the text alone is told: interleaved columns, two spellings, unknown signs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.clean.fix import Fix, Rule, notice
from pipeline.clean.reading import plain
from pipeline.clean.reading.scan import Scan
from pipeline.clean.reports.torn import torn

_ISE = re.compile(r"\b([^\W\d_]{3,}?)(is|iz)(e|es|ed|ing|ation|ations|er|ers)\b", re.I)
# Words that are written so in both spellings.
_ALWAYS_S = frozenset(
    [
        "advertis",
        "advis",
        "appris",
        "aris",
        "chastis",
        "circumcis",
        "compris",
        "compromis",
        "demis",
        "despis",
        "devis",
        "disguis",
        "enterpris",
        "excis",
        "exercis",
        "franchis",
        "improvis",
        "incis",
        "merchandis",
        "premis",
        "prais",
        "promis",
        "rais",
        "revis",
        "ris",
        "supervis",
        "surmis",
        "surpris",
        "telev",
        "televis",
        "wis",
        "vis",
        "prec",
        "noise",
        "otherwis",
        "likewis",
        "clockwis",
        "exerc",
        "expertis",
        "paradis",
        "treatis",
    ]
)
_PRIVATE = re.compile("[\ue000-\uf8ff]")


def find(scan: Scan) -> Iterator[Fix]:
    """What a person should look at."""
    yield from _columns(scan)
    yield from _spelling(scan)
    for found in _PRIVATE.finditer(scan.text):
        code = f"U+{ord(found.group()):04X}"
        yield notice(found.start(), found.end(), f"A sign that only its font knows ({code}): look at the PDF.")


def _columns(scan: Scan) -> Iterator[Fix]:
    """Lines of two columns, side by side or one after the other."""
    side, line = plain.columns(scan), torn(scan)
    if side:
        reason = "These lines look like two columns side by side: extract again with the columns apart."
        yield notice(*side, reason, 0.8)
    if line:
        reason = "Sentences break off here line by line, as in columns that were mixed: extract again, columns apart."
        yield notice(*line, reason, 0.8)


def _spelling(scan: Scan) -> Iterator[Fix]:
    """English words with -ise and -ize in one text: told, never changed."""
    if scan.lang and not scan.lang.lower().startswith("en"):
        return
    forms: dict[str, dict[str, tuple[int, int]]] = {"is": {}, "iz": {}}
    for found in _ISE.finditer(scan.text):
        stem, kind = found.group(1).casefold(), found.group(2).casefold()
        if f"{stem}is" not in _ALWAYS_S and stem not in _ALWAYS_S and not scan.protected(found.start()):
            forms[kind].setdefault(f"{stem}{kind}{found.group(3)}".casefold(), found.span())
    if not forms["is"] or not forms["iz"]:
        return
    both = {word[::-1].replace("zi", "si", 1)[::-1] for word in forms["iz"]} & set(forms["is"])
    if both or (len(forms["is"]) > 2 and len(forms["iz"]) > 2):
        fewer = min(forms.values(), key=len)
        first = min(fewer.values())
        words = ", ".join(sorted(fewer)[:5])
        yield notice(*first, f"Both -ise and -ize are used; these are the fewer: {words}.", 0.6)


RULE = Rule("reports", "Tells what cannot be mended from the text.", find, after="heading-levels")
