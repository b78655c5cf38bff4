# SPDX-License-Identifier: AGPL-3.0-or-later
"""led-lists: how far a list goes below a colon whose bullets were drawn, where its items are sentences.

Three signs tell it: the line above counts them ("in three ways:"), a comma or a semicolon ends all but the last
("… the rope, / … the oar, and / … the bell."), or their first words end alike ("Lighting … / Reading … / Writing …").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from pipeline.clean.fix import Edit, Fix, Rule
from pipeline.clean.lists.lined import lined
from pipeline.clean.reading import hyphens, prose, shown
from pipeline.clean.reading.line_room import advance
from pipeline.clean.reading.scan import Block, Kind, Scan

_MOST = 30  # items that are looked at
_FEWEST = 2
_WIDER = 1.03  # items stand some six in a hundred further in
_STEM = 5  # letters of a word whose end says what kind of word it is
_ENDING = 3  # letters that the first words have in common at their end
_ALIKE = 3  # paragraphs whose first words end alike
_LEADS_ON = re.compile(r"[,;]\s+([^\W\d_]+)\W*$")
_NOT = re.compile(r"[`>|#<!]|\(?(?:\d{1,3}|[a-zA-Z]|[ivxlc]{2,6})[.)]\s|§|\d{1,2}\s?[°º]|\d{1,3}(?:\.\d{1,3})+\s")
_COUNTS = {
    "en": "two three four five six seven eight nine ten",
    "fr": "deux trois quatre cinq six sept huit neuf dix",
    "de": "zwei drei vier fünf sechs sieben acht neun zehn",
    "es": "dos tres cuatro cinco seis siete ocho nueve diez",
    "it": "due tre quattro cinque sei sette otto nove dieci",
    "pt": "dois três quatro cinco seis sete oito nove dez",
}
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[^\W\d_a-z])")
_REASON = "Paragraphs after a colon, {}: items of a list."


def find(scan: Scan) -> Iterator[Fix]:
    """Paragraphs below a colon that are items, in an extracted text that came without any bullet."""
    if not scan.extracted or not scan.bulletless:
        return
    blocks = scan.blocks
    for index, block in enumerate(blocks[:-1]):
        if block.kind not in (Kind.PARA, Kind.ITEM) or not prose.ends_colon(scan.slice(block)):
            continue
        run = _run(scan, blocks, index + 1)
        size, why = _size(scan, scan.slice(block), [scan.slice(other) for other in run])
        size -= size > _FEWEST and _wider(run[:size])
        for item in run[:size]:
            if item.kind is Kind.PARA:
                yield Fix((Edit(item.start, item.body, "- "),), _REASON.format(why), 0.91)


def _run(scan: Scan, blocks: Sequence[Block], start: int) -> list[Block]:
    """The blocks below a colon that may be items of its list; where lists came as lines of a paragraph, what stands
    apart is none of them, but behind a page's end."""
    run: list[Block] = []
    apart = lined(scan)
    for above, block in pairwise(blocks[start - 1 : start + _MOST]):
        text = scan.slice(block)
        loose = block.kind is Kind.PARA and not prose.begins_lower(text)
        if apart and loose and not scan.paged(above.end, block.start):
            break
        if not (block.kind is Kind.PARA or block.bulleted) or block.indent or _NOT.match(text) or shown.command(text):
            break
        if text.strip().casefold() in hyphens.AND:
            break  # a word between two items, on a line of its own
        run.append(block)
        if prose.ends_colon(text):
            break
    return run


def _wider(run: Sequence[Block]) -> bool:
    """Whether the last of several texts is set wider than all others: it is text below their list."""
    *others, last = [max(advance(" ".join(line.text.split())) for line in block.lines) for block in run]
    lines = [len(block.lines) for block in run]
    return lines[-1] > 1 and max(lines[:-1]) > 1 and last > max(others) * _WIDER


def _size(scan: Scan, lead: str, texts: Sequence[str]) -> tuple[int, str]:
    """How many texts are items of the list that a colon leads to, and what tells it."""
    for size, why in (
        (_chained(texts), "all but the last of which go on"),
        (_counted(scan, lead, texts), "as many as it counts"),
        (_alike(texts), "whose first words end alike"),
    ):
        if size:
            return size, why
    return 0, ""


def _chained(texts: Sequence[str]) -> int:
    """How many texts stand up to the one that ends a sentence, behind others that end with a comma or a semicolon,
    of which the last may end with "and"; 0 where they do not all begin small, or none of them."""
    for index, text in enumerate(texts[:-1]):
        found = _LEADS_ON.search(text[-40:])
        joined = bool(found and found.group(1).casefold() in hyphens.AND)
        if not joined and prose.tail(text)[-1:] not in tuple(prose.COMMAS + ";"):
            return 0
        if not (joined or (index and prose.ends_sentence(texts[index + 1]))):
            continue
        size = index + 2
        small = {prose.begins_lower(other) for other in texts[:size]}
        if not joined and prose.tail(text)[-1:] == ";" and size < len(texts) and small != {True}:
            return 0  # some end their last item so, too
        return size if len(small) == 1 and not prose.ends_colon(texts[index + 1]) else 0
    return 0


def _counted(scan: Scan, lead: str, texts: Sequence[str]) -> int:
    """How many texts the last sentence of what leads to them counts, if there are so many."""
    words = _COUNTS.get(hyphens.language(scan), "").split()
    last = re.findall(r"[^\W\d_]+", _SENTENCE.split(lead)[-1].lower())
    said = [words.index(word) + 2 for word in last if word in words]
    if len(said) != 1 or len(texts) < said[0]:
        return 0
    run = texts[: said[0]]
    return said[0] if not any(prose.ends_colon(text) for text in run) else 0


def _alike(texts: Sequence[str]) -> int:
    """How many texts begin with a word of one kind, as far as its last letters tell: three or more."""
    firsts = [prose.first_word(text).casefold() for text in texts]
    size = 0
    while size < len(firsts) and len(firsts[size]) >= _STEM and firsts[size][-_ENDING:] == firsts[0][-_ENDING:]:
        size += 1
    return size if size >= _ALIKE else 0


RULE = Rule("led-lists", "Makes items of paragraphs after a colon, as far as it is told.", find, after="unmarked-lists")
