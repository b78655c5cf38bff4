# SPDX-License-Identifier: AGPL-3.0-or-later
"""The ToUnicode map of a PDF's font (ISO 32000-2, 9.10.3): what each code stands for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

BF_CHAR = re.compile(rb"beginbfchar(.*?)endbfchar", re.DOTALL)
BF_RANGE = re.compile(rb"beginbfrange(.*?)endbfrange", re.DOTALL)
RANGE = re.compile(rb"<([^>]*)>\s*<([^>]*)>\s*(\[[^\]]*\]|<[^>]*>)")
HEX = re.compile(rb"<\s*([0-9a-fA-F\s]*)>")
LARGEST_RANGE = 70_000


@lru_cache(maxsize=64)
def to_unicode(data: bytes) -> Mapping[int, str]:
    """The characters of each code that a map names. In: the bytes of the map; what has no sense in it is passed
    over."""
    found: dict[int, str] = {}
    for block in BF_CHAR.findall(data):
        items = [bytes.fromhex(_even(h)) for h in HEX.findall(block)]
        for code, text in zip(items[::2], items[1::2], strict=False):
            found[int.from_bytes(code, "big")] = _text(text)
    for block in BF_RANGE.findall(data):
        for first, last, target in RANGE.findall(block):
            found.update(_range(first, last, target))
    return found


def _range(first: bytes, last: bytes, target: bytes) -> dict[int, str]:
    low, high = int(_even(first) or "0", 16), int(_even(last) or "0", 16)
    numbers = range(low, min(high, low + LARGEST_RANGE) + 1)
    texts = [bytes.fromhex(_even(h)) for h in HEX.findall(target)]
    if target.startswith(b"["):
        return {number: _text(text) for number, text in zip(numbers, texts, strict=False)}
    if not texts or not texts[0]:
        return {}
    size, start = len(texts[0]), int.from_bytes(texts[0], "big") - low
    return {
        number: _text((start + number).to_bytes(size, "big")) if start + number < 256**size else ""
        for number in numbers
    }


def _even(digits: bytes) -> str:
    text = b"".join(digits.split()).decode("ascii", "ignore")
    return text + "0" if len(text) % 2 else text


def _text(data: bytes) -> str:
    return data.decode("utf-16-be", "replace") if len(data) > 1 else data.decode("latin-1")
