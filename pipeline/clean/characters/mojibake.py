# SPDX-License-Identifier: AGPL-3.0-or-later
"""mojibake: UTF-8 that was read as Windows-1252 ("â€™" for ’) is read again, where ftfy agrees that it was."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from pipeline.clean.fix import Edit, Fix, Rule
from pipeline.clean.reading.scan import PROTECTED, Scan

_LEAD = re.compile("[\u00c2-\u00f4][\u0080-\u00bf\u0152-\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]")


@cache
def _sequences() -> re.Pattern[str]:
    """What UTF-8 sequences look like when each byte is read as a character of Windows-1252."""
    import ftfy.bad_codecs  # noqa: F401  (registers "sloppy-windows-1252")

    tail = "[" + re.escape(bytes(range(0x80, 0xC0)).decode("sloppy-windows-1252")) + "\u0080-\u00bf]"
    return re.compile(f"(?:[\u00c2-\u00df]{tail}|[\u00e0-\u00ef]{tail}{{2}}|[\u00f0-\u00f4]{tail}{{3}})+")


def find(scan: Scan) -> Iterator[Fix]:
    """Sequences that decode, in lines that ftfy would mend in the same way."""
    if not _LEAD.search(scan.text):
        return
    import ftfy

    for line in scan.lines:
        if line.kind in PROTECTED or not _LEAD.search(line.text):
            continue
        mended = ftfy.fix_encoding(line.text)
        if mended == line.text:
            continue
        rest = _sequences().sub("", line.text)  # "Â" and a hard space hold the hard space that they are
        for found in _sequences().finditer(line.text):
            now = _decoded(found.group())
            if now and mended.count(now) > rest.count(now):
                start = line.start + found.start()
                reason = f"“{found.group()}” is “{now}” read in the wrong encoding."
                yield Fix((Edit(start, start + len(found.group()), now),), reason, 0.96, recoded=True)


def _decoded(text: str) -> str:
    for codec in ("sloppy-windows-1252", "latin-1"):
        try:
            return text.encode(codec).decode("utf-8")
        except UnicodeError:
            continue
    return ""


RULE = Rule("mojibake", "Reads text again that was read in the wrong encoding.", find, after="columns")
