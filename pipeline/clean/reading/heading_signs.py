# SPDX-License-Identifier: AGPL-3.0-or-later
"""How headings are numbered: by a word and a number, numbers with dots, letters, Roman numbers, or not at all."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from pipeline.clean.reading.item_marks import read_mark

_ROMAN = r"[IVXLC]{1,7}"
_WORD = re.compile(
    r"(?P<word>§+|(?:[Ss]ous-|[Ss]ub-)?[^\W\d_]{3,16})[.:]?\s+(?:[nN][°ºo]\.?\s*)?"
    rf"(?P<number>\d{{1,3}}(?:\.\d{{1,3}})*|{_ROMAN}(?=(?:er|re)?(?!\w))|[A-Z](?!\w)"
    r"|[A-Z]{1,2}\.?\s?\*?\d{1,4}(?:-\d{1,3})*)(?!\d)"
)
_DOTS = re.compile(r"(?P<number>\d{1,3}(?:\.\d{1,3})*)(?:[A-Z]|\s?(?:bis|ter|quater)\b)?[.)]?[^\S\n]+\S")
_LETTER = re.compile(rf"(?P<letter>[A-Z]|{_ROMAN})(?P<number>(?:\.\d{{1,3}})*)[.)]?[^\S\n]+\S")
_CODE = re.compile(r"(?P<code>[A-Z]{2,5})-(?P<number>\d{1,3})(?![\w-])")  # of controls and rules: "AC-2"
_SMALL = re.compile(r"\(?[a-z][.)][^\S\n]+\S")
_HAN = re.compile(r"第\s?[\d一二三四五六七八九十百]{1,6}\s?(?P<word>[^\W\d_])")
# Words that name the parts of a text: one is enough, where other words are counted ("Dimension 1", "Dimension 2").
SMALLEST = frozenset({"§", "§§", "article", "artículo", "articulo", "articolo", "artigo", "artikel"})
PARTS = SMALLEST | {
    "book", "buch", "livre", "libro", "livro", "part", "partie", "parte", "teil", "title", "titre", "titel", "título",
    "titulo", "titolo", "chapter", "chapitre", "kapitel", "capítulo", "capitulo", "capo", "section", "abschnitt",
    "unterabschnitt", "sección", "seccion", "seção", "sezione", "subsection", "sub-section", "sous-section",
    "subsección", "subseccion", "subseção", "subpart", "paragraphe", "sous-paragraphe", "division", "annex", "annexe",
    "appendix", "exhibit", "schedule", "anhang", "anlage", "anexo", "apéndice", "apêndice", "allegato",
}  # fmt: skip
_FEW_WORDS = 3  # of a heading that has its word and no number ("Article s/n")


@dataclass(frozen=True, slots=True)
class Sign:
    """How a heading is numbered: in which way ("section", "1", "A", "I", "a"; nothing where it is not), the numbers as
    written, and how many dots they have."""

    way: str = ""
    number: str = ""

    @property
    def depth(self) -> int:
        """How many dots the number has."""
        return self.number.count(".")

    @property
    def key(self) -> tuple[str, int]:
        """What headings share that stand beside each other: articles do with and without dots."""
        return self.way, self.depth if self.way in {"1", "A"} else 0


def signs(texts: Sequence[str]) -> list[Sign]:
    """How each of the headings of a text is numbered.

    A word counts where two headings or more have it, a number without a dot where others do; one that is alone is the
    heading's own ("3 steps to a refund").
    """
    found = [sign(" ".join(text.split()).lstrip("*_ ")) for text in texts]
    found = [Sign() if each.way.endswith("-") else each for each in found]  # a code is no place in an outline
    often = Counter(each.way for each in found)
    romans = {each.number for each in found if each.way == "I"}
    capitals = {each.number[:1] for each in found if each.way in {"A", "I"} and len(each.number.split(".")[0]) == 1}
    dotted = [each.number for each in found if each.way == "1" and each.depth == 1]
    zeros = bool(dotted) and all(number.endswith(".0") for number in dotted)
    first = {text.split()[0].casefold() for text, each in zip(texts, found, strict=True) if len(each.way) > 1}
    return [
        _judged(text, each, often, first, zeros=zeros, romans="II" in romans, letters={"A", "B"} <= capitals)
        for text, each in zip(texts, found, strict=True)
    ]


def follows(one: Sign, numbers: Collection[str]) -> bool:
    """Whether a sign counts on from one of the numbers: "4.2" from "4.1", "5" from "4"."""
    return one.way == "1" and counts_on(one.number, numbers)


def counts_on(number: str, numbers: Collection[str]) -> bool:
    """Whether the number right before one's own is among others, of whatever way."""
    head, _, tail = number.rpartition(".")
    return tail.isdigit() and f"{head}.{int(tail) - 1}".lstrip(".") in numbers


def sign(text: str) -> Sign:
    """What a heading begins with, as if it were alone."""
    if found := _HAN.match(text):
        return Sign(f"第{found.group('word')}", "")
    if found := _WORD.match(text):
        return Sign(found.group("word").casefold(), found.group("number"))
    if found := _CODE.match(text):
        return Sign(f"{found.group('code').casefold()}-", found.group("number"))
    if found := _DOTS.match(text):
        return Sign("1", found.group("number"))
    if (found := _LETTER.match(text)) and (found.group("number") or text[found.end("letter")] in ".)"):
        letter = found.group("letter")
        way = "I" if re.fullmatch(_ROMAN, letter) and not found.group("number") else "A"
        return Sign(way, letter + found.group("number")) if way == "I" or len(letter) == 1 else Sign()
    return Sign("a", "") if _SMALL.match(text) else Sign()


def value(number: str) -> tuple[int, ...]:
    """A number to compare: with dots, behind a code's letter ("L12-4"), of Roman digits, or a letter."""
    if digits := re.findall(r"\d+", number):
        return tuple(map(int, digits))
    roman = dict(read_mark(f"{number}.")).get("I.", 0)
    return (roman or ord(number[0]),)


def _judged(
    text: str, own: Sign, often: Counter[str], first: set[str], *, zeros: bool, romans: bool, letters: bool
) -> Sign:
    """What the others say of a heading's sign."""
    words = text.split()
    if own.way == "1" and zeros:
        return Sign("1", own.number.removesuffix(".0"))
    if own.way == "I" and len(own.number) == 1 and (letters or not romans):
        return Sign("A", own.number)
    if not own.way and len(words) <= _FEW_WORDS and words[0].casefold() in first and often[words[0].casefold()] > 1:
        return Sign(words[0].casefold())
    if often[own.way] > 1 or own.way in PARTS or (own.depth and len(own.way) == 1):
        return own
    first_of_one = own.way == "1" and re.match(r"1[.)]", text)
    return Sign("", own.number) if (own.way == "1" or len(own.way) > 1) and not first_of_one else own


def children(found: Sequence[Sign]) -> dict[int, int]:
    """How deep each number of dots is among those that the headings have: 0 for the fewest."""
    depths: dict[str, set[int]] = defaultdict(set)
    for each in found:
        depths[each.way].add(each.depth)
    return {depth: rank for rank, depth in enumerate(sorted(depths["1"] | depths["A"]))}
