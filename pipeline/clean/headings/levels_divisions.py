# SPDX-License-Identifier: AGPL-3.0-or-later
"""How headings are numbered, and the levels of a law's parts: articles below the chapters that they stand in."""

from __future__ import annotations

import itertools
import re
from collections import Counter

from pipeline.clean.reading.scan import Block, Kind, Scan

# Numbered headings of one pattern are siblings: "§ 3", "4.", "4A.", "2.1", "Article 5", "Kapitel II".
_PATTERN = re.compile(
    r"(?:(?P<word>§+|(?:[Ss]ous-|[Ss]ub-)?[^\W\d_]{3,12})\s+(?:\d{1,3}(?:er|re|º|°)?|[IVXLC]{1,6}|[A-Z]{1,2}\.?\s?\*?\d{1,4})\b|"
    r"(?:(?P<dots>\d{1,3}(?:\.\d{1,2})*)(?P<more>[A-Z])?|(?P<letter>[A-Z])(?=[.)]))(?P<end>[.)]?)\s)",
)
_PARTS = re.compile(r"(?:\.\d{1,3})+(?!\d)")
_CODED = re.compile(r"[A-Z]{2,5}-\d{1,3}(?![\w-])")
_ORDER = {
    name: rank
    for names in (
        "livre titre chapitre section soussection paragraphe sousparagraphe",
        "libro título capítulo sección subsección",
        "libro titolo capo sezione",
        "livro título capítulo seção subseção",
    )
    for rank, name in enumerate(names.split(), start=1)
} | {"subsection": 5}
_TWICE = 2
_ALIKE = 3  # the level from which on headings look alike
_DEEPEST = 6
_FAR = 1000  # headings that a chapter has at most


def numbered(scan: Scan, block: Block) -> re.Match[str] | None:
    """The number with which a heading begins, without what it is set in."""
    return _PATTERN.match(re.sub(r"^(?:<[^<>]*>|[*_\s])+", "", scan.slice(block)))


def series(scan: Scan, block: Block) -> str:
    """How a heading is numbered: its word, how many points its number has, or that it is a letter."""
    found = numbered(scan, block)
    if not found:
        return "code-" if _CODED.match(scan.slice(block).lstrip("*_ ")) else ""
    if found.group("letter"):
        return f"A{found.group('end')}"
    if found.group("word") and found.group() in scan.once("divisions with parts", _divided):
        dots = _PARTS.match(found.string, found.end())
        return found.group("word").casefold() + (f".{dots.group().count('.')}" if dots else "")
    return (found.group("word") or f"{found.group('dots').count('.')}{found.group('end')}").casefold()


def _divided(scan: Scan) -> frozenset[str]:
    """The divisions that are headings ("Article 4") of which parts are headings too ("Article 4.1")."""
    found = [number for block in scan.blocks if block.kind is Kind.HEADING and (number := numbered(scan, block))]
    parts = {number.group() for number in found if _PARTS.match(number.string, number.end())}
    return frozenset(parts & {number.group() for number in found if not _PARTS.match(number.string, number.end())})


def dotted(
    scan: Scan, headings: list[Block], levels: dict[int, int], why: dict[int, tuple[str, float]]
) -> None:
    """What is numbered 5.2.1 stands below what is numbered 5.2, where an extractor put both on level 3 or a deeper one.

    So deep, headings are set alike. On level 2 an author may have meant it.
    """
    seen: dict[str, int] = {}
    for block in headings:
        found = numbered(scan, block) if scan.extracted else None
        number = found.group("dots") if found else None
        if not number:
            continue
        above = seen.get(number.rpartition(".")[0], 0)
        if levels[block.start] == above and _ALIKE <= above < _DEEPEST:
            levels[block.start] = above + 1
            why[block.start] = ("Its number says that it stands below a heading before.", 0.92)
        seen[number] = levels[block.start]


def divisions(
    scan: Scan, headings: list[Block], levels: dict[int, int], why: dict[int, tuple[str, float]]
) -> None:
    """Articles stand below the chapters that they stand in, though elsewhere in the text they stand beside these.

    Twice or more a heading of one series stands right below one of another, on its level: so do all until the next
    chapter. Only where pages prove an extraction.
    """
    keys = [series(scan, block).replace("-", "") if scan.extracted else "" for block in headings]
    _ranked(headings, keys, levels, why)
    places = [
        place
        for place, (one, other) in enumerate(itertools.pairwise(headings), start=1)
        if keys[place - 1].isalpha()
        and keys[place].isalpha()
        and keys[place - 1] != keys[place]
        and 1 < levels[other.start] <= levels[one.start]
        and not scan.text[one.end : other.start].strip()
    ]
    often = Counter((keys[place - 1], keys[place]) for place in places)
    for place in places:
        above, own = keys[place - 1], keys[place]
        if often[above, own] < _TWICE or often[own, above]:
            continue
        level = levels[headings[place - 1].start]
        for block, key in zip(headings[place : place + _FAR], keys[place : place + _FAR], strict=True):
            if key == above or (levels[block.start] < level and key != own):
                break
            if key == own:
                levels[block.start] = min(6, level + 1)
                why[block.start] = ("It stands below the chapter before, as others do.", 0.92)


def _ranked(
    headings: list[Block], keys: list[str], levels: dict[int, int], why: dict[int, tuple[str, float]]
) -> None:
    """The parts of a code whose order the language fixes stand below each other: a "sous-section" in its "section"."""
    opened: list[tuple[int, int]] = []  # (rank, level)
    for block, key in zip(headings, keys, strict=True):
        rank = _ORDER.get(key, 0)
        level = levels[block.start]
        while opened and (opened[-1][1] > level or (rank and opened[-1][0] >= rank)):
            opened.pop()
        if not rank:
            continue
        if opened and opened[-1][1] >= level > 1:
            levels[block.start] = level = min(_DEEPEST, opened[-1][1] + 1)
            why[block.start] = ("It is a part of the division before, by its name.", 0.92)
        opened.append((rank, level))
