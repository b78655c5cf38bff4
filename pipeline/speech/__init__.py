# SPDX-License-Identifier: AGPL-3.0-or-later
"""Formulas in words: MathML → what a person would read out, in the language of the text around it.

One TOML file for each language; a new file adds a language. Structure is told without guessing at meaning: what
belongs together is named at its end too when it is more than one symbol, so that nothing is ambiguous by ear.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

from pipeline.speech.lines import are_lines, in_order, something_follows

if TYPE_CHECKING:
    from lxml import etree

_BEFORE_COMMA = re.compile(r" +([,،，;؛；])")
MAX_DEPTH = 60
SILENT = frozenset("\u2061\u2062\u2063\u2064\u200b\u2009\u200a\u2003\u2002\u00a0")
LARGE = frozenset("∑∏∐∫∬∭∮⋃⋂⨁⨂⋁⋀")
LIMITS = frozenset({"lim", "max", "min", "sup", "inf", "limsup", "liminf", "argmax", "argmin"})
OPENING, CLOSING = frozenset("([{⟨"), frozenset(")]}⟩")
GROUPS = frozenset({"math", "mrow", "mstyle", "mpadded", "semantics", "mfenced", "merror"})
SKIPPED = frozenset({"annotation", "annotation-xml", "mspace", "mphantom", "none", "mprescripts"})


@cache
def languages() -> tuple[str, ...]:
    """The languages in which formulas can be told."""
    files = resources.files(__package__).iterdir()
    return tuple(sorted(file.name.removesuffix(".toml") for file in files if file.name.endswith(".toml")))


@cache
def _file(lang: str) -> Mapping[str, Any]:
    return tomllib.loads((resources.files(__package__) / f"{lang}.toml").read_text(encoding="utf-8"))


def words(formula: etree._Element, lang: str) -> str:
    """A ``math`` element in words of ``lang`` (a BCP 47 tag); "" for a language that is not known, for a formula
    nested too deeply, and for one that says nothing."""
    language = lang.lower().split("-")[0]
    if language not in languages():
        return ""
    try:
        told = " ".join(_Speaker(_file(language)).tell(formula, 0).split())
    except _TooDeep:
        return ""
    return _BEFORE_COMMA.sub(r"\1", told)


class _TooDeep(Exception):  # noqa: N818 it never leaves this file
    """The formula is nested beyond what anyone could follow by ear."""


class _Speaker:
    def __init__(self, table: Mapping[str, Any]) -> None:
        self._say: Mapping[str, str] = table["say"]
        self._signs: Mapping[str, str] = table["signs"]
        self._letters: Mapping[str, str] = table["letters"]
        self._accents: Mapping[str, str] = table["accents"]

    def tell(self, element: etree._Element, depth: int) -> str:
        if depth > MAX_DEPTH:
            raise _TooDeep
        name = element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
        if not name or name in SKIPPED:
            return ""
        if name in ("mi", "mn", "mtext", "ms"):
            return self._letter((element.text or "").strip())
        if name == "mo":
            return self._operator(element, (element.text or "").strip())
        kids = [kid for kid in element if isinstance(kid.tag, str)]
        known = getattr(self, f"_{name}", None) if name not in GROUPS else None
        if known is not None and kids:
            return str(known(kids, depth + 1))
        return " ".join(self.tell(kid, depth + 1) for kid in kids)

    # --- symbols -------------------------------------------------------------------------------------------

    def _letter(self, text: str) -> str:
        if text in self._letters:
            return self._letters[text]
        plain = "".join(_plain(character) for character in text)
        return self._letters.get(plain, self._signs.get(plain, plain))

    def _sign(self, text: str) -> str:
        if not text or all(character in SILENT for character in text):
            return ""
        return self._signs.get(text, self._letters.get(text, text))

    def _operator(self, element: etree._Element, text: str) -> str:
        """A sign; bars mean what their place says: a relation between two things, or a bracket."""
        if text == "∥" and element.get("form") in ("prefix", "postfix"):
            return self._sign("‖")
        if text == "∣":
            bracket = _open_before(element)
            return self._say["such_that"] if bracket == "{" else self._sign("|" if bracket else text)
        return self._sign(text)

    # --- structures ----------------------------------------------------------------------------------------

    def _part(self, element: etree._Element, depth: int) -> str:
        return self.tell(element, depth)

    def _mfrac(self, kids: list[etree._Element], depth: int) -> str:
        if len(kids) < 2:
            return self._part(kids[0], depth)
        fraction = kids[0].getparent()
        if fraction is not None and fraction.get("linethickness") in ("0", "0px", "0pt"):
            return self._fill("choose", a=self._part(kids[0], depth), b=self._part(kids[1], depth))
        key = "over" if _is_simple(kids[0]) and _is_simple(kids[1]) else "fraction"
        return self._fill(key, a=self._part(kids[0], depth), b=self._part(kids[1], depth))

    def _msqrt(self, kids: list[etree._Element], depth: int) -> str:
        inner = " ".join(self._part(kid, depth) for kid in kids)
        simple = len(kids) == 1 and _is_simple(kids[0])
        return self._fill("root" if simple else "long_root", a=inner)

    def _mroot(self, kids: list[etree._Element], depth: int) -> str:
        if len(kids) < 2:
            return self._msqrt(kids, depth)
        return self._fill("nth_root", a=self._part(kids[0], depth), n=self._part(kids[1], depth))

    def _msup(self, kids: list[etree._Element], depth: int) -> str:
        if len(kids) < 2:
            return self._part(kids[0], depth)
        return self._raised(self._part(kids[0], depth), kids[1], depth)

    def _raised(self, base: str, power: etree._Element, depth: int) -> str:
        text = _own_text(power)
        if text and set(text) <= {"′", "'", "″"}:
            return self._fill("prime", a=base)
        if text == "2":
            return self._fill("squared", a=base)
        if text == "3":
            return self._fill("cubed", a=base)
        key = "power" if _is_simple(power) else "long_power"
        return self._fill(key, a=base, b=self._part(power, depth))

    def _msub(self, kids: list[etree._Element], depth: int) -> str:
        if len(kids) < 2:
            return self._part(kids[0], depth)
        if _is_large(kids[0]):
            return self._fill("from", a=self._part(kids[0], depth), b=self._part(kids[1], depth))
        key = "sub" if _is_simple(kids[1]) else "long_sub"
        return self._fill(key, a=self._part(kids[0], depth), b=self._part(kids[1], depth))

    def _msubsup(self, kids: list[etree._Element], depth: int) -> str:
        if len(kids) < 3:
            return self._msub(kids, depth)
        if _is_large(kids[0]):
            return self._bounds(kids, depth)
        return self._raised(self._msub(kids[:2], depth), kids[2], depth)

    def _bounds(self, kids: list[etree._Element], depth: int) -> str:
        a, b, c = (self._part(kid, depth) for kid in kids[:3])
        return self._fill("from_to", a=a, b=b, c=c)

    def _munder(self, kids: list[etree._Element], depth: int) -> str:
        if len(kids) < 2:
            return self._part(kids[0], depth)
        accent = self._accent(kids[1])
        if accent and not _is_large(kids[0]):
            return self._fill("accent", a=self._part(kids[0], depth), b=accent)
        key = "from" if _is_large(kids[0]) else "below"
        return self._fill(key, a=self._part(kids[0], depth), b=self._part(kids[1], depth))

    def _mover(self, kids: list[etree._Element], depth: int) -> str:
        if len(kids) < 2:
            return self._part(kids[0], depth)
        accent = self._accent(kids[1])
        if accent:
            return self._fill("accent", a=self._part(kids[0], depth), b=accent)
        return self._fill("above", a=self._part(kids[0], depth), b=self._part(kids[1], depth))

    def _munderover(self, kids: list[etree._Element], depth: int) -> str:
        return self._bounds(kids, depth) if len(kids) >= 3 else self._munder(kids, depth)

    def _accent(self, element: etree._Element) -> str:
        return self._accents.get(_own_text(element), "")

    def _mtable(self, kids: list[etree._Element], depth: int) -> str:
        rows = [[cell for cell in row if isinstance(cell.tag, str)] for row in kids]
        if are_lines(rows, kids[0].getparent()):
            return self._lines(rows, depth)
        told = []
        for number, row in enumerate(rows, start=1):
            cells = ", ".join(" ".join(self.tell(cell, depth).split()) for cell in row)
            told.append(self._fill("row", n=str(number), a=cells))
        size = {"rows": str(len(rows)), "columns": str(max((len(row) for row in rows), default=0))}
        return self._fill("table", a="; ".join(told), **size)

    def _lines(self, rows: list[list[etree._Element]], depth: int) -> str:
        """Equations below each other: each is told as one, whatever columns they are set in."""
        told = []
        for number, row in enumerate(rows, start=1):
            line = ""
            for cell, goes_on in in_order(row):
                words = " ".join(self.tell(cell, depth).split())
                line = f"{line}{' ' if goes_on else ', '}{words}" if line and words else line or words
            told.append(self._fill("line", n=str(number), rows=str(len(rows)), a=line) if len(rows) > 1 else line)
        whole = "; ".join(told)
        return self._fill("lines", a=whole) if something_follows(rows[0][0]) else f" {whole} "

    def _fill(self, key: str, **values: str) -> str:
        clean = {name: " ".join(value.split()) for name, value in values.items()}
        return f" {self._say[key].format(**clean)} "


def _own_text(element: etree._Element) -> str:
    return "".join(str(text) for text in element.itertext()).strip()


def _plain(character: str) -> str:
    """A mathematical letter (bold, script …) as the letter that it is."""
    folded = unicodedata.normalize("NFKC", character)
    return folded if len(folded) == 1 and folded.isalpha() else character


def _is_simple(element: etree._Element) -> bool:
    """Whether a part is one symbol or number, so that where it ends needs no telling."""
    name = element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
    if name in ("mi", "mn", "mo", "mtext"):
        return True
    kids = [kid for kid in element if isinstance(kid.tag, str)]
    return name in GROUPS and len(kids) == 1 and _is_simple(kids[0])


def _is_large(element: etree._Element) -> bool:
    text = "".join(character for character in _own_text(element) if character not in SILENT and character != " ")
    return text in LARGE or text in LIMITS


def _open_before(element: etree._Element) -> str:
    """The bracket that is open before a sign; empty for none."""
    closed = 0
    for sibling in element.itersiblings(preceding=True):
        text = _own_text(sibling) if str(sibling.tag).endswith("}mo") else ""
        if text in CLOSING:
            closed += 1
        elif text in OPENING:
            if not closed:
                return text
            closed -= 1
    return ""
