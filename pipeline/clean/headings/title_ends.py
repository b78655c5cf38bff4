# SPDX-License-Identifier: AGPL-3.0-or-later
"""Where the heading ends that a numbered paragraph begins with, and its sentence begins."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise

from pipeline.clean.headings.title_series import asked, bracketed
from pipeline.clean.reading import hyphens, prose
from pipeline.clean.reading.scan import Kind, Scan
from pipeline.clean.reading.small_words import FEW, WIDE, elided, small_words

LABEL = re.compile(  # "2.1 Dues", "Article 2. Dues", "Section 2 – Dues", "Section II. Dues", "Option B: Dues"
    r"(?:(?P<word>§+|[^\W\d_]{4,12})[ \xa0])?(?:(?P<dots>\d{1,3}(?:\.\d{1,3}){0,4})"
    r"|(?(word)(?P<roman>[IVX]{1,5})(?=[.:]|[ \xa0]+[–—])|(?!))|(?P<letter>[A-Z])(?=[.:]))[.):]?"
    r"(?(word)(?:[ \xa0]+[–—])?)[ \xa0]+(?=[^\W\d_a-z])"
)
_WORD = re.compile(r"\S+")
_LONGEST = 90  # characters of a heading
_LEAST = 40  # characters of the text below it
_FEW = 12  # characters of it, where it ends as a sentence does, or with a colon
_NAME = 4  # letters of a word that ends a heading, and begins its sentence
_STEM = 5  # letters that two forms of a word have in common
_TITLE = 2  # words of a heading that are all written with a capital
_AGAIN = 2  # times that two words stand together, from which on they may be a name
_SHOUTED = 3  # words in capitals that begin a text in capitals, and their letters
_LOUD = 8
_ALIKE = 3  # sections with the same part ("3.1 Powers", "4.1 Powers", "5.1 Powers")
_LINKS = ("of", "or", "and")  # headings have them, and sentences


class Ends:
    """What the whole text says of its headings: asked once, for all its numbered paragraphs."""

    def __init__(self, scan: Scan) -> None:
        self.scan = scan
        self.lang = hyphens.language(scan)
        self.few = FEW.get(self.lang, frozenset())
        self.wide = WIDE.get(self.lang, frozenset())
        self.titles = _titles(scan)
        self.repeated = _repeated(scan)

    def find(self, text: str, begin: int, *, listed: bool) -> int:
        """Where the heading ends in the text of a numbered paragraph, whose words begin at ``begin``; 0: it has none.

        ``listed``: it is numbered as items of lists are, which begin with labels too.
        """
        words = list(_WORD.finditer(text, begin, begin + _LONGEST + 30))
        for index in range(1, len(words)):
            cut = words[index].start()
            title, rest = text[begin:cut].strip(), text[cut:].rstrip()
            if cut - begin > _LONGEST:
                break
            known = prose.begins_upper(rest) and title.casefold() in self.repeated
            if not known and len(rest) < _least(rest):
                return 0
            if title[-1:] in tuple("?？"):
                if re.search(r"[?？]", rest[: _LONGEST if title[-1:] == "?" else _LEAST // 2]):
                    continue  # a heading can ask twice
                return cut if not prose.begins_lower(rest) else 0
            if prose.tail(title)[-1:] in tuple(prose.STOPS + prose.COMMAS) and not bracketed(title):
                break
            if not prose.begins_upper(rest) or prose.open_word(title, self.scan.lang):
                continue
            if known or title.casefold() in self.titles or _repeats(title, rest):
                return cut
            if self._begins(words, index, title) or _shouted(words, index):
                return cut
            if not listed and (self._plain(words, index) or self._capital(words, index)):
                return cut
        return 0 if listed else asked(text, begin, several=False)

    def sentence(self, words: Sequence[re.Match[str]], index: int, title: str, rest: str) -> bool:
        """Whether a sentence begins with the word at ``index``, behind a title without a number."""
        small, named = self.scan.once("capitals", _capitals)[prose.first_word(rest).lower()]
        # a name may stand inside a sentence twice: "Anker boats are told from Anker masters"
        name = named > small and not rest.casefold().startswith(title.casefold())
        goes_on = words[index + 1].group().lower() if index + 1 < len(words) else ""
        again = (not name or goes_on in small_words(self.lang)) and _repeats(title, rest)
        return again or self._begins(words, index, title) or self._plain(words, index)

    def _begins(self, words: Sequence[re.Match[str]], index: int, title: str) -> bool:
        """Whether a small word begins a sentence: it has a capital that it has nowhere else."""
        word, *rest = elided(words[index].group().rstrip(","), self.lang)
        small = word.lower()
        if word != small.capitalize() or not (title[-1:].isalnum() or title[-1:] == ")"):
            return False
        after = rest + [found.group() for found in words[index + 1 : index + 7]]
        if small in self.wide:
            after = after[:2]
        elif small not in self.few and not rest:
            return False
        if self.lang == "de":
            return True  # no heading writes a small word with a capital
        # words with a meaning are written small only in a sentence, or where the heading itself is written like one
        return any(
            other[:1].islower() and len(other) > 1 and other not in self.few and other not in _LINKS for other in after
        )

    def _plain(self, words: Sequence[re.Match[str]], index: int) -> bool:
        """Whether a word with a meaning begins a sentence, after a heading whose own words are written small.

        It is a word that the text writes small at least as often as with a capital inside a sentence: no name. German
        writes all its nouns with a capital, so that nothing is told by one.
        """
        word, before = words[index].group(), words[index - 1].group()
        first = words[0].group().lower()
        if self.lang == "de" or index < 2 or not re.fullmatch(r"[^\W\d_]{3,}", word) or word[1:] != word[1:].lower():
            return False
        if not re.fullmatch(r"[^\W\d_]{3,}", before) or not before.islower() or before in self.few:
            return False
        if first in self.few or first in self.wide or index + 1 >= len(words):
            return False
        after = words[index + 1].group()
        small, named = self.scan.once("capitals", _capitals)[word.lower()]
        return after[:1].islower() and small >= max(1, named)

    def _capital(self, words: Sequence[re.Match[str]], index: int) -> bool:
        """Whether a word is the last with a capital behind a heading that writes all its words so: "4.2 Names Perl is".

        The text writes it small too, or begins a sentence with it elsewhere, and nowhere else after the word before it:
        else the two are a name. German writes all its nouns with a capital.
        """
        if self.lang == "de" or index < _TITLE or index + _TITLE >= len(words):
            return False
        title = [found.group() for found in words[:index]]
        word, *after = (found.group().rstrip(",") for found in words[index : index + 1 + _TITLE])
        capital = [part for part in title if part[:1].isupper() and part.isalpha()]
        if len(capital) < _TITLE or any(part not in capital and part not in self.few | {*_LINKS} for part in title):
            return False
        if not re.fullmatch(r"[^\W\d_]{3,}", word) or word.isupper() or not all(map(str.islower, after)):
            return False  # headings go on with a capital behind "that" or "for"
        small, _ = self.scan.once("capitals", _capitals)[word.lower()]
        known = small or self.scan.once("sentence words", _firsts)[word]
        return bool(known) and self.scan.once("word pairs", _pairs)[title[-1], word] < _AGAIN


def _least(rest: str) -> int:
    """How many characters the text below a heading has at least."""
    if rest[-1:] in ".:":
        return _FEW
    return _LEAST // 2 if prose.caseless(rest) else _LEAST


def _titles(scan: Scan) -> frozenset[str]:
    """Short lines that stand alone, as lists of contents and of steps have them, without their numbers."""
    found = set()
    for block in scan.blocks:
        if block.kind in (Kind.PARA, Kind.ITEM) and len(block.lines) == 1:
            text = scan.slice(block).strip()
            label = LABEL.match(text)
            text = text[label.end() :] if label else text
            if 8 <= len(text) <= _LONGEST and len(text.split()) > 1:
                found.add(text.rstrip(". ").casefold())
    return frozenset(found)


def _repeated(scan: Scan) -> frozenset[str]:
    """The words with which the same part of several sections begins: "3.1 Powers …", "4.1 Powers …", "5.1 Powers …".

    They end before the first word that not all of these sections go on with.
    """
    parts: dict[tuple[str, str], set[str]] = defaultdict(set)
    for block in scan.blocks:
        if block.kind not in (Kind.PARA, Kind.ITEM, Kind.HEADING):
            continue
        text = scan.slice(block) if block.kind is Kind.HEADING else scan.text[block.start : block.end]
        label = LABEL.match(text[: _LONGEST * 2])
        if not label or not label.group("dots") or "." not in label.group("dots"):
            continue
        section, _, part = label.group("dots").rpartition(".")
        words = list(_WORD.finditer(text, label.end(), label.end() + _LONGEST))
        for size in range(1, min(len(words), 5) + 1):
            if size == len(words) or words[size].group()[:1].isupper():
                parts[text[label.end() : words[size - 1].end()].casefold(), part].add(section)
    often = {key: len(sections) for key, sections in parts.items() if len(sections) >= _ALIKE}
    longer = {(title.rpartition(" ")[0], part): count for (title, part), count in often.items()}
    return frozenset(
        title
        for (title, part), count in often.items()
        if count > longer.get((title, part), 0) and title[-1:].isalnum() and not prose.open_word(title, scan.lang)
    )


def _capitals(scan: Scan) -> dict[str, tuple[int, int]]:
    """How often the text writes each word small, and how often with a capital inside a sentence."""
    small: Counter[str] = Counter(re.findall(r"(?<![\w-])[^\W\d_]+", scan.text))
    named: Counter[str] = Counter(re.findall(r"(?<=[a-zà-ÿ,] )[^\W\d_]+", scan.text))
    found: dict[str, tuple[int, int]] = defaultdict(lambda: (0, 0))
    for word, count in small.items():
        if word.islower():
            found[word] = (count, named[word.capitalize()])
    for word, count in named.items():
        if word.istitle() and word.lower() not in found:
            found[word.lower()] = (0, count)
    return found


def _pairs(scan: Scan) -> Counter[tuple[str, str]]:
    """How often two words stand one behind the other."""
    words = re.findall(r"[^\W\d_]+|[^\w\s]", scan.text)
    return Counter(pairwise(words))


def _firsts(scan: Scan) -> Counter[str]:
    """How often each word begins a sentence inside a paragraph."""
    return Counter(re.findall(r"(?<=[a-z)][.!?] )[^\W\d_]+", scan.text))


def _shouted(words: Sequence[re.Match[str]], index: int) -> bool:
    """Whether text all in capitals begins with a word, behind a heading that is not: "7. Warranty YOU AGREE THAT"."""
    parts = [found.group().strip("(),;“”\"'") for found in words[index : index + _SHOUTED]]
    capital = len(parts) == _SHOUTED and all(part.isalpha() and part.isupper() for part in parts)
    return capital and sum(map(len, parts)) >= _LOUD and not words[index - 1].group().isupper()


def _repeats(title: str, rest: str) -> bool:
    """Whether the text begins with the words of its heading, or another form of the first ("Recover Recovery is")."""
    size = len(title)
    if size > 3 and rest[:size].casefold() == title.casefold() and not rest[size : size + 1].isalnum():
        return True
    stem = prose.first_word(title)[:_STEM].casefold()
    words = rest.split(maxsplit=2)
    if re.split(r"[\s/-]", title)[-1] == words[0] and len(words[0]) >= _NAME and words[1:]:
        return True  # "About Perl" / "Perl is a language"
    return len(stem) == _STEM and words[0].casefold().startswith(stem) and len(words) > 1 and words[1][:1].islower()
