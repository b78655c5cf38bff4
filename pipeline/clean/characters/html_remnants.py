# SPDX-License-Identifier: AGPL-3.0-or-later
"""html-remnants: tags that extractors leave in the text become Markdown, or go where they say nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote

from pipeline.clean.fix import Edit, Fix, Rule
from pipeline.clean.reading import prose
from pipeline.clean.reading.scan import Kind, Scan

_ANCHOR = re.compile(
    r"<(span|a)\s+(?:id|name)\s*=\s*[\"']([^\"'<>]{0,120})[\"']\s*>\s*</\1>|<(?:span|a)\s+(?:id|name)=[\"']([^\"'<>]{0,120})[\"']\s*/>",
    re.I,
)
_BREAK = re.compile(r"[ \t]*<br\s*/?>[ \t]*", re.I)
_PAIRS = {
    "b": "**",
    "strong": "**",
    "i": "*",
    "em": "*",
    "sup": "^",
    "sub": "~",
    "u": "",
    "font": "",
    "small": "",
}
_PAIR = re.compile(r"<(b|strong|i|em|sup|sub|u|font|small)(?:\s[^<>]{0,120})?>([^<>]*)</\1\s*>", re.I)
_LINKED = re.compile(r"#([^\s\"'<>()\[\]]{1,120})")
_HOSTED = "user-content-"  # so GitHub marks the names that its authors gave
_CODE = re.compile(r"`[^`\n]*`")


def find(scan: Scan) -> Iterator[Fix]:
    """Tags outside code and raw HTML blocks."""
    if "<" not in scan.text:
        return
    for number, line in enumerate(scan.lines):
        if "<" not in line.text or scan.protected(line.start):
            continue
        code = [(found.start(), found.end()) for found in _CODE.finditer(line.text)]
        taken: list[tuple[int, int]] = []
        below = scan.lines[number + 1].kind if number + 1 < len(scan.lines) else Kind.BLANK
        for start, end, now, reason in _tags(scan, line.text, line.kind, below):
            if any(first < end and start < last for first, last in (*code, *taken)):
                continue
            taken.append((start, end))
            cell = line.kind is Kind.TABLE and now == " "
            sure = 0.6 if cell and (not scan.extracted or _meant(line.text, start, end)) else 0.95
            if now == " " and line.kind is Kind.QUOTE and not scan.extracted:
                sure = 0.6  # its author parted lines there
            yield Fix((Edit(line.start + start, line.start + end, now),), reason, sure)


def _goals(scan: Scan) -> frozenset[str]:
    """What the links of the text lead to inside it, or inside another text that may be this one."""
    return frozenset(_goal(found.group(1)) for found in _LINKED.finditer(scan.text))


def _goal(name: str) -> str:
    """An anchor's name as links are compared with it: as it is read, without what a host writes before it."""
    return unquote(name).casefold().removeprefix(_HOSTED)


def _meant(text: str, start: int, end: int) -> bool:
    """Whether a break in a cell parts sentences or items, and is not just where the cell's line was full.

    An author has no other sign for a new line in a cell: only where pages prove an extraction is one a remnant.
    """
    return prose.stops(text[:start]) or not prose.begins_lower(text[end:])


def _tags(scan: Scan, text: str, kind: Kind, below: Kind) -> Iterator[tuple[int, int, str, str]]:
    for found in _ANCHOR.finditer(text):
        if _goal(found.group(2) or found.group(3) or "") in scan.once("link goals", _goals):
            continue  # a link leads to it
        yield found.start(), found.end(), "", "The anchor of the extractor leads nowhere."
    for found in _BREAK.finditer(text):
        last = not text[found.end() :].strip()
        hard = kind in (Kind.PARA, Kind.ITEM) and found.start() > 0 and not last
        now = f"\\{scan.eol}" if hard else "" if last or not found.start() else " "
        words = bool(text[: found.start()].strip()) and kind in (Kind.PARA, Kind.ITEM)
        if last and words and below is Kind.PARA and not scan.extracted:
            now = "\\"  # the line ends already
        yield found.start(), found.end(), now, "A line break is written as a tag."
    for found in _PAIR.finditer(text):
        sign, inner = _PAIRS[found.group(1).lower()], found.group(2)
        if sign in ("^", "~"):
            inner = inner.strip().replace(" ", "\\ ")
        if sign and not inner.strip():
            continue
        lead = len(inner) - len(inner.lstrip())
        tail = len(inner) - len(inner.rstrip())
        body = inner.strip()
        now = f"{inner[:lead]}{sign}{body}{sign}{inner[len(inner) - tail :] if tail else ''}"
        yield (
            found.start(),
            found.end(),
            now,
            f"The tag {found.group(1).lower()} has a Markdown form, or says nothing.",
        )


RULE = Rule("html-remnants", "Writes the tags that extractors leave as Markdown.", find, after="lam-alef")
