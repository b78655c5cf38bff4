# SPDX-License-Identifier: AGPL-3.0-or-later
"""A translator's own segmentation rules: SRX 2.0 (LISA/GALA, 2008), read without surprises.

The rules' regular expressions are ICU's; ``regex`` reads them, with a limit on its time, since an expression
can take forever on an innocent text.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lxml import etree

from pipeline.errors import InputError
from pipeline.translate import safexml

NS = "{http://www.lisa.org/srx20}"
SECONDS = 2.0


@dataclass(frozen=True)
class Rule:
    """One rule: whether it breaks, and what must stand before and after."""

    breaks: bool
    before: Any
    after: Any


@dataclass(frozen=True)
class Srx:
    """The rules of a file by the pattern of the languages they are for, in order."""

    maps: tuple[tuple[Any, tuple[Rule, ...]], ...]
    cascade: bool
    file: str = ""

    def boundaries(self, text: str, lang: str) -> tuple[int, ...]:
        """Where the second and each further segment begins; white space stays with what is before it."""
        rules = self._rules(lang)
        decided: dict[int, bool] = {}
        try:
            for rule in rules:
                for place in _places(rule, text):
                    decided.setdefault(place, rule.breaks)
        except TimeoutError:
            raise InputError(
                "a rule takes too long on this text.", "Simplify its expressions.", file=self.file
            ) from None
        cuts = (_forward(text, place) for place, breaks in decided.items() if breaks)
        return tuple(sorted({cut for cut in cuts if 0 < cut < len(text)}))

    def _rules(self, lang: str) -> tuple[Rule, ...]:
        found: list[Rule] = []
        for pattern, rules in self.maps:
            if pattern.fullmatch(lang):
                found.extend(rules)
                if not self.cascade:
                    break
        return tuple(found)


def _places(rule: Rule, text: str) -> list[int]:
    places = []
    for match in rule.before.finditer(text, timeout=SECONDS, overlapped=True):
        if rule.after.match(text, match.end(), timeout=SECONDS):
            places.append(match.end())
    return places


def _forward(text: str, cut: int) -> int:
    while cut < len(text) and text[cut].isspace():
        cut += 1
    return cut


def read(data: bytes, file: Path | str = "") -> Srx:
    """The rules of an SRX 2.0 file; raises InputError when it is none."""
    root = safexml.parse(data, file)
    if root.tag != f"{NS}srx" or root.get("version") != "2.0":
        raise InputError("this is not an SRX 2.0 file.", "Save the rules as SRX 2.0.", file=file)
    header = root.find(f"{NS}header")
    cascade = header is not None and header.get("cascade") == "yes"
    named = {
        rules.get("languagerulename", ""): tuple(_rule(rule, file) for rule in rules.iter(f"{NS}rule"))
        for rules in root.iter(f"{NS}languagerule")
    }
    maps = tuple(
        (_compile(entry.get("languagepattern", ""), entry, file), named.get(entry.get("languagerulename", ""), ()))
        for entry in root.iter(f"{NS}languagemap")
    )
    return Srx(maps, cascade, str(file))


def _rule(element: etree._Element, file: Path | str) -> Rule:
    before = element.findtext(f"{NS}beforebreak") or ""
    after = element.findtext(f"{NS}afterbreak") or ""
    breaks = element.get("break", "yes") != "no"
    return Rule(breaks, _compile(before, element, file), _compile(after, element, file))


def _compile(expression: str, element: etree._Element, file: Path | str) -> Any:
    import regex  # type: ignore[import-untyped]

    try:
        return regex.compile(expression, regex.V0)
    except regex.error as error:
        line = safexml.line_of(element)
        what = f"the expression «{expression[:60]}» is not understood: {error}."
        raise InputError(what, "Correct it.", file=file, line=line) from None
