# SPDX-License-Identifier: AGPL-3.0-or-later
"""Dates as metadata have them: ISO 8601, as far as Dublin Core asks for (W3CDTF: year, month or day)."""

from __future__ import annotations

import datetime
import re

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:[T ]\d{1,2}:\d{2}.*)?")
_DOTS = re.compile(r"(\d{1,2})[./](\d{1,2})[./](\d{4})")


def iso(text: str) -> str:
    """The date that a setting says (``2024``, ``2024-12``, ``2024-12-31``), without a time of day; empty for what is
    none."""
    found = _ISO.fullmatch(text.strip())
    if found is None:
        return ""
    year, month, day = found.groups()
    return text.strip()[: 4 + 3 * bool(month) + 3 * bool(day)] if _exists(year, month or "1", day or "1") else ""


def proposal(text: str) -> str:
    """The date in ISO 8601 that was probably meant: «31.12.2024» has the day first; an example where nothing tells."""
    found = _DOTS.fullmatch(text.strip())
    if found is not None and _exists(found[3], found[2], found[1]):
        return f"{found[3]}-{int(found[2]):02}-{int(found[1]):02}"
    return "2024-12-31"


def _exists(year: str, month: str, day: str) -> bool:
    try:
        datetime.date(int(year), int(month), int(day))
    except ValueError:
        return False
    return True
