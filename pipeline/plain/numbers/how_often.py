# SPDX-License-Identifier: AGPL-3.0-or-later
"""How often, in German and Arabic: "zweimal jährlich", "drei Mal in der Woche", «مرتين في السنة», «ثلاث مرات
شهريا». Read as in the other languages: as the time from one to the next."""

from __future__ import annotations

import re

_GERMAN = (
    r"(?:[\s-]*mal)?\s+(?:(?:(?:in|innerhalb|binnen|während)\s+)?(?:de[rsm]|eine[rsm]|jede[rsnm]?)|im|am|die|das|je|pro|in\s+(?:der|jeder|einer))"
    r"\s+(?:laufenden\s+)?(?P<unit>stunde|tage?s?|woche|monate?s?|quartale?s?|halbjahre?s?|(?:kalender)?jahre?s?)\b"
    r"|(?:[\s-]*mal)?\s+(?P<each>stünd|täg|wöchent|monat|(?:viertel|halb)?jähr)(?:lich)(?:e[nmrs]?)?\b"
)
_IN = r"(?:(?:في|خلال|كل|عن كل|لكل)\s+|ب(?=ال))"
_ARABIC = (
    r"(?:\s+مر(?:ات|ة))?\s+(?:على\s+ال[أا]قل\s+)?(?:"
    + _IN + r"(?:ال)?(?P<time>ساعة|يوم|[أا]سبوع|شهر|سنة|عام)(?:\s+ال(?:واحدة?|ميلادية?|دراسية?|مالية?))?"
    r"|(?P<so>يومي|[أا]سبوعي|شهري|سنوي)(?:ا|ة)?)(?!\w)"
)
HOW_OFTEN = re.compile(rf"{_GERMAN}|{_ARABIC}", re.IGNORECASE)
"""What stands right behind a number that says how often."""
SAID_ONCE = re.compile(r"\w+mal|[وفبل]?مرت(?:ين|ان)|[وفب]?مرة", re.IGNORECASE)
"""Numbers that say how often by themselves."""
_TIMES = re.compile(r"[\s-]*mal\b|\s+مر(?:ات|ة)(?!\w)", re.IGNORECASE)
_UNITS = {
    "stünd": "stunde", "täg": "tag", "wöchent": "woche", "monat": "monat", "jähr": "jahr",
    "vierteljähr": "quartal", "halbjähr": "halbjahr", "يومي": "يوم", "أسبوعي": "أسبوع", "اسبوعي": "أسبوع",
    "شهري": "شهر", "سنوي": "سنة",
}  # fmt: skip


def unit_of_often(said: str, text: str, end: int) -> tuple[str, int] | None:
    """The unit of time in which something comes back as often as a number says, and where its word ends; None where
    the number says no such thing. In: the number as it stands, its text, and where it ends."""
    match = HOW_OFTEN.match(text, end)
    if not match or not (SAID_ONCE.fullmatch(said) or _TIMES.match(text, end)):
        return None
    found = next(group for group in (match["unit"], match["each"], match["time"], match["so"]) if group).lower()
    return _UNITS.get(found, found), match.end()
