# SPDX-License-Identifier: AGPL-3.0-or-later
"""Of how many, of whom alone and in which form something holds: words that must not go or come without a note.

"Only", "both", "some", "in writing", "at least one of", one of two who may act, one of the things that an exception
names, one body for another of its kind. There are many ways to say each without the word, so all of this is weak
evidence: a note, and only where nothing that is told already stands for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from pipeline.plain.difference import Difference
from pipeline.plain.statements.beads import Span, within
from pipeline.plain.statements.pair import Pair
from pipeline.plain.words import WORD, language, stem

NUMBERS = frozenset(("all", "any", "both", "either", "some", "most", "many", "few", "one or more"))
SELDOM_KEPT = frozenset(("all", "any"))  # told only where another one came: "any person", "you"
WHENEVER = frozenset(("circumstance", "circumstances", "time", "times", "case", "event", "situation", "means"))
PUT_IN = frozenset(("both", "some", "most", "few", "only"))  # told where they come, too
OR = {"en": "or", "fr": "ou", "de": "oder", "es": "o|u"}
EXCEPT = {
    "en": r"except(?:ing)?(?: for)?|with the exception of|other than|excluding",
    "fr": r"sauf|excepté|à l[’']exception de", "de": r"außer|ausgenommen|mit ausnahme von",
    "es": r"salvo|excepto|con excepción de",
}  # fmt: skip
AND = {"en": "and", "fr": "et", "de": "und", "es": "y|e"}
BODIES = re.compile(
    r"\b(\w+) (court|tribunal|board|council|committee|commission|ministry|minister|authority|agency|office|department|"
    r"directorate|inspectorate|registry|registrar|chamber|panel|bureau|secretariat|police|judge|officer|bank)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Scope:
    """A word as found: its class, whether it is told (and does not only answer), what stands there, and where."""

    kind: str
    told: bool
    text: str
    start: int


def scope(pair: Pair, known: Sequence[Difference]) -> Iterator[Difference]:
    """The notes on two texts. ``known``: what is told of them already."""
    places = {(side, one.places[side]) for one in known for side in (0, 1)}
    words = {one.original.lower() for one in known} | {one.plain.lower() for one in known}
    found = (*_words(pair), *_alternatives(pair), *_exceptions(pair), *_bodies(pair))
    for one in found:
        if any((side, one.places[side]) in places for side in (0, 1) if one.places[side] >= 0):
            continue
        if one.original.lower() not in words or not one.original:
            yield one


def _words(pair: Pair) -> Iterator[Difference]:
    every = [_found(pair.text(side), language(pair.lang)) for side in (0, 1)]
    for side in (0, 1):
        for one in every[side]:
            if not one.told or (side and one.kind not in PUT_IN) or _counts(one, pair.text(side), pair):
                continue
            mine, theirs = pair.beads.beside(side, one.start)
            own = {other.text.lower() for other in every[side] if not other.told and within(other.start, mine)}
            there = [other for other in every[1 - side] if other.kind == one.kind and within(other.start, theirs)]
            came = _came(one, side, every, pair, theirs)
            every_for_any = one.kind == "any" and came and came.kind == "all"
            # What both texts have answers for nothing.
            if any(other.told or (not every_for_any and other.text.lower() not in own) for other in there):
                continue
            if came and not side:
                places = one.start, came.start
                yield Difference("quantities", "exchanged", one.text, came.text, weak=True, places=places)
            elif one.kind in SELDOM_KEPT or came:
                continue
            elif side:
                yield Difference(_dimension(one), "added", "", one.text, weak=True, places=(-1, one.start))
            else:
                yield Difference(_dimension(one), "lost", one.text, "", weak=True, places=(one.start, -1))


def _counts(one: Scope, text: str, pair: Pair) -> bool:
    """Whether "at least one" is a bound of a measure ("at least one week"), which is compared as one, or "any" is of
    the circumstances ("under any circumstances"), so that "every" says the same."""
    after = WORD.search(text, one.start + len(one.text))
    word = after[0].lower() if after else ""
    return (one.kind == "one or more" and word in pair.data.measures) or (one.kind == "any" and word in WHENEVER)


def _dimension(one: Scope) -> str:
    return "quantities" if one.kind in NUMBERS else "conditions"


def _came(one: Scope, side: int, every: Sequence[Sequence[Scope]], pair: Pair, spans: Sequence[Span]) -> Scope | None:
    """What came for a word of how many: one of another class that its own text does not have there."""
    if one.kind not in NUMBERS:
        return None
    mine, _ = pair.beads.beside(side, one.start)
    own = {other.kind for other in every[side] if other.told and within(other.start, mine)}
    others = (
        other for other in every[1 - side]
        if other.told and other.kind in NUMBERS and other.kind not in own and within(other.start, spans)
    )  # fmt: skip
    return next(others, None)


def _alternatives(pair: Pair) -> Iterator[Difference]:
    """One of two who may act, or of two things that may be, where the plain text has the other one alone."""
    lang = language(pair.lang)
    if lang not in OR:
        return
    between = re.compile(rf"({WORD.pattern})\s+(?:{OR[lang]})\s+(?:\w{{1,3}}\s+)?({WORD.pattern})", re.IGNORECASE)
    there = {stem(word, lang) for word in WORD.findall(pair.text(1))}
    function = pair.data.function_words
    for match in between.finditer(pair.text(0)):
        pairs = [word for word in match.groups() if len(word) > 1 and word.lower() not in function - {"you"}]
        if len(pairs) < 2:
            continue
        kept = [stem(word, lang) in there for word in pairs]
        if kept[0] != kept[1] and not re.search(rf"\b(?:{OR[lang]})\b", pair.text(1), re.IGNORECASE):
            gone, places = pairs[kept.index(False)], (match.start(), -1)
            yield Difference("conditions", "lost", match[0], "", f"“{gone}” is missing.", weak=True, places=places)


def _exceptions(pair: Pair) -> Iterator[Difference]:
    """One of the things that an exception names, where the others stay."""
    lang = language(pair.lang)
    if lang not in EXCEPT:
        return
    there = {stem(word, lang) for word in WORD.findall(pair.text(1))}
    for match in re.finditer(rf"\b(?:{EXCEPT[lang]})\s+([^.;:,]+)", pair.text(0), re.IGNORECASE):
        parts = re.split(rf"\s+(?:{AND[lang]}|{OR[lang]})\s+", match[1])
        words = [{stem(word, lang) for word in WORD.findall(part)} for part in parts]
        shared = set.intersection(*words) | pair.data.function_words
        kept = [not own - shared or bool((own - shared) & there) for own in words]
        if len(parts) > 1 and any(kept) and not all(kept):
            gone, places = parts[kept.index(False)].strip(), (match.start(), -1)
            yield Difference("conditions", "lost", gone, "", "An exception names it.", weak=True, places=places)


def _bodies(pair: Pair) -> Iterator[Difference]:
    """One body for another of its kind: "district court", "regional court"."""
    if language(pair.lang) != "en":
        return
    ours, theirs = (_named(pair.text(side), pair) for side in (0, 1))
    for head in ours.keys() & theirs.keys():
        gone = {name: at for name, at in ours[head].items() if name not in pair.text(1).lower()}
        came = {name: at for name, at in theirs[head].items() if name not in pair.text(0).lower()}
        if gone and came:
            (was, at), (now, to) = next(iter(gone.items())), next(iter(came.items()))
            yield Difference("names", "exchanged", f"{was} {head}", f"{now} {head}", weak=True, places=(at, to))


def _named(text: str, pair: Pair) -> Mapping[str, Mapping[str, int]]:
    found: dict[str, dict[str, int]] = {}
    for match in BODIES.finditer(text):
        name, head = match[1].lower(), match[2].lower()
        if name not in pair.data.function_words and not name.isdigit():
            found.setdefault(head, {}).setdefault(name, match.start())
    return found


@lru_cache(maxsize=8)
def _found(text: str, lang: str) -> tuple[Scope, ...]:
    return tuple(
        Scope(kind, told, match.group(), match.start())
        for kind, told, pattern in _patterns(lang) for match in pattern.finditer(text)
    )  # fmt: skip


@lru_cache(maxsize=8)
def _patterns(lang: str) -> tuple[tuple[str, bool, re.Pattern[str]], ...]:
    found = []
    for line in (files("pipeline.plain.lexicon") / "scope.tsv").read_text(encoding="utf-8").splitlines():
        if line.startswith(f"{lang}\t"):
            _, kind, told, answers = line.split("\t")
            for is_told, words in ((True, told), (False, answers)):
                each = (re.escape(word).replace(r"\*", r"\w*").replace(r"\ ", r"\s+") for word in words.split("|"))
                found.append((kind, is_told, re.compile(rf"(?<!\w)(?:{'|'.join(each)})(?!\w)", re.IGNORECASE)))
    return tuple(found)
