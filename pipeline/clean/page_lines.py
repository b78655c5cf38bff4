# SPDX-License-Identifier: AGPL-3.0-or-later
"""The lines of a text as a page may have put them there: short, at an edge, with numbers in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.clean.scan import Kind, Line, Scan

_LONGEST = 160
_KINDS = frozenset({Kind.PARA, Kind.HEADING, Kind.ITEM, Kind.CODE, Kind.QUOTE})
_MARKUP = re.compile(r"\[([^\]]*)\]\([^)\s]*\)|</?[a-z]+[^<>]{0,80}>|[*_`\\]+", re.I)
_LEAD = re.compile(r"^[\s#>\-+]*")
_LABEL = re.compile(r"\s*(?:[-*+]\s+)?\(?(?:\d{1,3}|[a-zA-Z]|[ivxlc]{2,6})[.)]\s+\S")
_ROMAN = re.compile(r"[ivxlc]{1,7}")
PAGE_WORD = re.compile(
    r"^(?:pages?|seiten?|p[áa]gina|pag|pagina|صفحة|الصفحة)\s*\.?\s*#|^#\s*(?:/|of|sur|von|de|di)\s*#$|第\s*#\s*[页頁]"
    r"|^(?:file|https?)://\S+\s#\s*/\s*#$",  # what browsers print below a page: its address, its number, how many
    re.I,
)


@dataclass(frozen=True, slots=True)
class Row:
    """A line that is not blank: its key (text with # for numbers), its numbers, whether it may be a head."""

    line: Line
    text: str
    key: str
    numbers: tuple[int, ...]
    short: bool
    alone: bool
    paged: bool  # a page ended right before it


def page_lines(scan: Scan, title: str) -> Iterator[Row]:
    """All lines that are not blank; ``title`` is the document's, case folded."""
    lines = scan.lines
    for index, line in enumerate(lines):
        if line.kind is Kind.BLANK:
            continue
        before = lines[index - 1].kind is Kind.BLANK if index else True
        after = lines[index + 1].kind is Kind.BLANK if index + 1 < len(lines) else True
        alone = (before and after) or line.kind is Kind.HEADING
        short = (
            line.kind in _KINDS and len(" ".join(line.text[:600].split())) <= _LONGEST and (alone or before or after)
        )
        text = plain(line.text) if len(line.text) < 1000 else line.text[:200]
        titled = len(title) > 5 and text.casefold().startswith(title)
        if (line.kind is Kind.CODE and not alone) or (_LABEL.match(line.text) and not titled):
            short = False
        key = key_of(text) if short else ""
        bare = text.casefold().strip(" .·•–—|-")
        numbers = (
            (_number(bare),)
            if _ROMAN.fullmatch(bare)
            else tuple(int(n) for n in re.findall(r"\d+", text)[:9] if len(n) < 10)
        )
        short = short and bool(key) and (key.count("#") <= len(numbers))
        opening = lines[index - 1].stop if index else 0
        back = index - 1
        while back >= 0 and lines[back].kind is Kind.BLANK:
            opening = lines[back].start
            back -= 1
        yield Row(line, text, key, numbers, short, alone, scan.paged(opening, line.start))


def readable(key: str) -> bool:
    """Whether a key holds anything to read."""
    return any(char.isalnum() or char == "#" for char in key)


def plain(text: str) -> str:
    """A line as it is read: no markup, single spaces."""
    return " ".join(_MARKUP.sub(lambda found: found.group(1) or "", _LEAD.sub("", text)).split())


def key_of(text: str) -> str:
    """What lines that differ only by their numbers have in common."""
    plain = _LEAD.sub("", text.casefold()).strip(" .·•–—|‐-")
    if _ROMAN.fullmatch(plain):
        return "#"
    return re.sub(r"\d+", "#", plain) or text


def _number(roman: str) -> int:
    values = [{"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}[char] for char in roman]
    return sum(-v if any(v < later for later in values[i + 1 :]) else v for i, v in enumerate(values))
