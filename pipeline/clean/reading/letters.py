# SPDX-License-Identifier: AGPL-3.0-or-later
"""The stream of letters: what a reader would read, without what repairs may change."""

from __future__ import annotations

import html
import re
import unicodedata

# Only tags that repairs take away or write: any other "<" is text, and its letters count.
TAG = re.compile(
    r"</?(?:br|sup|sub|span|u|b|i|em|strong|font|a|p|div|center|small|mark|ins|del)\b[^<>\n]{0,300}?/?>", re.I
)
_NOT_LETTERS = re.compile(r"[\W_]+")


def letters(text: str) -> str:
    """The letters and digits of ``text`` in order: entities read, tags and punctuation left out.

    Compatibility forms count as what they stand for (NFKC): the ligature "fi" is f and i, a superscript
    two is 2. Combining marks stay with their letters, so that no accent is lost unseen.
    """
    if "<" in text:
        text = TAG.sub("", text)
    if "&" in text:
        text = html.unescape(text)
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text)
        return "".join(c for c in text if c.isalnum() or _is_accent(c))
    return _NOT_LETTERS.sub("", text)


def _is_accent(char: str) -> bool:
    """Whether a character belongs to the letter before it; a choice among drawings of a sign does not."""
    return unicodedata.category(char)[0] == "M" and not "\ufe00" <= char <= "\ufe0f"
