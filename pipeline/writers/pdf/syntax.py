# SPDX-License-Identifier: AGPL-3.0-or-later
"""Values as a PDF writes them (ISO 32000-2, 7.3), as bytes: a file has too many of them for an object each."""

from __future__ import annotations

import re
from codecs import BOM_UTF16_BE
from collections.abc import Iterable

_SPECIAL = re.compile(r"[\\()]")


def string(text: str) -> bytes:
    """A text string (7.9.2.2): in ASCII where it can be, else in UTF-16."""
    if text.isascii():
        return b"(%s)" % _SPECIAL.sub(r"\\\g<0>", text).encode("ascii")
    return b"<%s>" % (BOM_UTF16_BE + text.encode("utf-16-be")).hex().encode("ascii")


def number(value: float) -> bytes:
    """A number, rounded to a thousandth of a point: what is beyond is noise of the layout's arithmetic."""
    rounded = round(value, 3) + 0.0
    whole = int(rounded)
    return b"%d" % whole if whole == rounded else f"{rounded:f}".rstrip("0").encode("ascii")


def array(values: Iterable[bytes]) -> bytes:
    """An array."""
    return b"[%s]" % b" ".join(values)


def value(given: object) -> bytes:
    """The value of an attribute: a name as it is written, a number, or an array of numbers."""
    if isinstance(given, tuple):
        return array(number(each) for each in given)
    return number(given) if isinstance(given, int | float) else str(given).encode("ascii")
