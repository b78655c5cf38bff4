# SPDX-License-Identifier: AGPL-3.0-or-later
"""Where a heading ends that is a question, and one of a series of which nearly all paragraphs begin with their heading.

A question may have commas and sentences before its mark. In a series whose headings are known a capital is proof enough
that the text writes nowhere else inside a sentence: it is no name, so a sentence begins there.
"""

from __future__ import annotations

import re
from collections import Counter

from pipeline.clean.reading import hyphens, prose
from pipeline.clean.reading.scan import Kind, Scan

_ASKS = re.compile(r"[?？]!?[\"”»)]*\s+(?=[^\W\d_])")
_LONGEST = 180  # characters of a question
_AGAIN = 90  # in which a heading asks twice
_LEAST = 30  # characters of the answer
_SENTENCE = re.compile(r"[.!。](?:\s|$)")
_WORD = re.compile(r"\S+")
_TITLE = 90  # characters of a heading that is none
_NUMBERED = re.compile(
    r"(?:[-*+] )?(?:[A-Z][.)] |[^\W\d_a-z][^\W\d_]{3,11}[ \xa0](?=[IVX\d])(?:[IVX]{1,5}\b)?|\S{0,12}\d)"
)
_NAME = re.compile(r"(?<=[^\W\d_]|,|\d) [^\W\d_a-z][^\W\d_]+")  # a capital inside a sentence


def asked(text: str, begin: int, *, several: bool) -> int:
    """Where a question ends that a paragraph begins with, behind its number; 0: there is none.

    ``several``: sentences may stand before the question, as all headings of the series are questions.
    """
    if question(text, begin):
        return 0  # nothing else stands in the block
    for found in _ASKS.finditer(text, begin, begin + _LONGEST * (2 if several else 1)):
        title, rest = text[begin : found.start()], text[found.end() :].rstrip()
        if not several and _SENTENCE.search(title):
            return 0
        if re.search(r"[?？]", rest[:_AGAIN]):
            continue
        return found.end() if len(rest) >= _LEAST and not prose.begins_lower(rest) else 0
    return 0


def question(text: str, begin: int) -> bool:
    """Whether a numbered text is nothing but a question, of whatever sentences."""
    return text.rstrip()[-1:] in tuple("?？") and len(text) - begin <= _LONGEST * 2


def expected(scan: Scan, text: str, begin: int, small: frozenset[str]) -> int:
    """Where the heading ends in a paragraph that begins with one; 0 where nothing tells. ``small``: words of the
    language that headings write small, and that begin sentences.

    German writes its nouns with a capital, so there only those words tell. Nothing ends in a question that is all.
    """
    if question(text, begin):
        return 0
    names = scan.once("names inside sentences", _names)
    words = list(_WORD.finditer(text, begin, begin + _TITLE + 30))
    for index in range(1, len(words) - 1):
        cut, word = words[index].start(), words[index].group().rstrip(",")
        title = text[begin:cut].strip()
        if prose.tail(title)[-1:] in tuple(prose.STOPS + prose.COMMAS) and not bracketed(title):
            return 0
        if cut - begin > _TITLE:
            return 0
        if not word.isalpha() or not word[:1].isupper() or word[1:] != word[1:].lower():
            continue
        if not words[index + 1].group()[:1].islower() or prose.open_word(title, scan.lang):
            continue
        if word.lower() in small or (hyphens.language(scan) != "de" and names[word] < 1 + (index == 1)):
            return cut if len(text[cut:].rstrip()) >= _LEAST else 0
    return 0


def bracketed(title: str) -> bool:
    """Whether a bracket is open at the end of a text: what stands there ends no sentence."""
    return title.rfind("(") > title.rfind(")")


def _names(scan: Scan) -> Counter[str]:
    """How often each word stands inside a sentence with a capital, but where a numbered line begins."""
    found: Counter[str] = Counter()
    for block in scan.blocks:
        if block.kind is Kind.HEADING:
            continue  # a heading may write each of its words with a capital
        text = scan.slice(block)
        start = _TITLE * 2 if _NUMBERED.match(scan.text, block.start) else 0
        found.update(match.group().strip() for match in _NAME.finditer(text, start))
    return found
