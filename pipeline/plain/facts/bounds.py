# SPDX-License-Identifier: AGPL-3.0-or-later
"""What is said of a number, compared: "at least 5", "more than 5", "about 5"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.plain.difference import Difference
from pipeline.plain.lexicon import Cue, Lexicon
from pipeline.plain.numbers.amounts import key
from pipeline.plain.numbers.bound_by import bound_behind
from pipeline.plain.numbers.number import Number
from pipeline.plain.numbers.scales import TIME
from pipeline.plain.statements.propositions import DENIED
from pipeline.plain.text.clauses import NO
from pipeline.plain.text.sides import sentence_around

REVERSED = (frozenset(("at least", "less than")), frozenset(("more than", "at most")))
# "No posters within 100 metres", "refrain from coming within" say "at least 100 metres away".
MEANT = DENIED | {"at most": "at least"}
WITHIN = re.compile(r"\b(?:within|inside|closer than|nearer than)\s+(?:\w+\s+)?$", re.IGNORECASE)
KEPT_AWAY = re.compile(
    r"(?:restrain|refrain|prohibit|forb|bann|block|prevent|exclud|interdi|empêch|prohib|prohíb|verb[io]|untersag"
    r"|[وف]?(?:ال)?(?:[يت]?منع|ممنوع|[يت]?حظر|محظور))\w*", re.IGNORECASE,
)
# "At intervals of at most 30 days", "at least every 30 days".
TURNED = {"at least": "at most", "at most": "at least"}
EVERY = re.compile(r"\b(?:every|once in|alle|tous les|toutes les|cada)\s+$", re.IGNORECASE)
# "All but four are under ten": four are ten or older.
BUT = re.compile(r"\b(?:all but|except|unless|außer|sauf|salvo)\b", re.IGNORECASE)
# So does what is void or banned where there are more ("void are papers with more than three names"), and "before it
# is older than". Not in English.
VOID = re.compile(
    r"\b(?:nulle?s?|annul\w+|interdi\w+|refus\w+|rejet\w+|exclu\w*|avant qu\w*|ungültig\w*|nichtig\w*|verboten\w*"
    r"|untersagt\w*|abgelehnt\w*|ausgeschlossen\w*|bevor|ehe|nul[oa]s?|anula\w*|prohib\w+|prohíb\w+|rechaz\w+"
    r"|exclu[iy]\w+|inadmi\w+|antes de que)\b|(?<!\w)[وف]?(?:باطل\w*|لاغ\w*|[يت]?منع\w*|ممنوع\w*|[يت]?حظر\w*|محظور\w*"
    r"|[يت]رفض\w*|[يت]حرم\w*|قبل أن)", re.IGNORECASE,
)
# A subject that is nobody denies its whole clause, however long it is.
NOBODY = re.compile(r"(?:kein\w*|niemand\w*|aucune?|nul(?:le)?|personne|ning[uú]n\w*|nadie|لا)$", re.IGNORECASE)
BEHIND = frozenset(("nicht", "nie", "niemals"))  # German denies at the end of a clause
NO_ONE = re.compile(r"(?:no|not)\s", re.IGNORECASE)  # "no pupil is required to walk more than"
SAME = 0.8  # of the words: one text is an edit of the other
REACH = 60  # code points from a denial to the number that it bounds
# Where a denial reaches no further; that of a subject ("no boat, big or small, may") reaches over a comma.
CUT, OF_NONE = re.compile(r"[.,;:!?]|\d"), re.compile(r"[.;:!?]|\d")
# A number that shares the bound of the one before it: "up to €75 per repair and €300 per year".
SHARED = re.compile(r"[^.;:!?]{0,30}\b(?:and|or|to|et|ou|und|oder|bis|y|o|a)\b[^.;:!?]{0,12}")


@dataclass(frozen=True, slots=True)
class Bound:
    """A number, and the bounds that may be meant for it."""

    number: Number
    meant: frozenset[str]

    def alike(self, other: Bound) -> bool:
        """Whether two numbers may be bound alike. A time in which something is to be done is its own bound: "you have
        14 days", "within 14 days"."""
        bounds = {self.number.bound, other.number.bound}
        return bool(self.meant & other.meant) or (self.number.unit in TIME and bounds == {"", "at most"})


def compare_bounds(
    texts: Sequence[str],
    sides: Sequence[Sequence[Number]],
    written: Sequence[Mapping[int, tuple[float, str]]],
    data: Lexicon,
) -> Iterator[Difference]:
    """Numbers of which the two texts say otherwise how exact they are. In: both texts, their numbers, and the numbers
    as they are written by their places ("65 years" may be "65" there)."""
    said, now_said = (_by_value(side, text, data) for text, side in zip(texts, sides, strict=True))
    loose, now_loose = (_loose(text, side, data) for text, side in zip(texts, sides, strict=True))
    for value, before in said.items():
        after = now_said.get(value) or [
            one for others in now_said.values() for one in others
            if written[1][one.number.start] == written[0][before[0].number.start] and "" in (one.number.unit, value[1])
        ]  # fmt: skip
        if before[0].number.weak or not after:
            continue
        gone = [one.number for one in before if not any(one.alike(other) for other in after)]
        came = [other.number for other in after if not any(one.alike(other) for one in before)]
        if gone and came and not (
            (not gone[0].bound and came[0].bound in loose) or (not came[0].bound and gone[0].bound in now_loose)
        ):
            was, now = (f"{one.bound} {one.text}".strip() for one in (gone[0], came[0]))
            turned = frozenset((gone[0].bound, came[0].bound)) in REVERSED
            kind = "negation" if turned or gone[0].denied != came[0].denied else "quantities"
            # Who writes anew leaves a bound out, or says it in another place, as often as it is lost.
            one_sided = not (gone[0].bound and came[0].bound)
            kept = any(one.alike(other) for one in before for other in after)  # said twice: "up to 3", "more than 3"
            other_way = turned and _turns(texts[0], gone[0], data) != _turns(texts[1], came[0], data)
            weak = (one_sided or kept or other_way) and not edited(*texts)
            yield Difference(kind, "exchanged", was, now, "What is said of the number changed.", weak)


def edited(text: str, now: str) -> bool:
    """Whether one text is the other but for a few words: then what is gone is no matter of wording."""
    words, now_words = text.lower().split(), now.lower().split()
    shared = (Counter(words) & Counter(now_words)).total()
    return shared >= SAME * max(len(words), len(now_words))


def _turns(text: str, one: Number, data: Lexicon) -> bool:
    """Whether the sentence of a number denies outright, or makes an exception, an odd number of times."""
    start, end = sentence_around(text, one.start)
    own = [*((cue.start, cue.end) for cue in data.bounds.find(text)), *_behind([one], text)]
    denials = sum(
        cue.strong and start <= cue.start < end and not any(at <= cue.start < to for at, to in own)
        for cue in data.negation.find(text)
    )  # fmt: skip
    void = len(VOID.findall(text[start:end])) if data.modality.asked else 0
    return (denials + len(BUT.findall(text[start:end])) + void) % 2 == 1


def _by_value(numbers: Sequence[Number], text: str, data: Lexicon) -> dict[tuple[float, str], list[Bound]]:
    """The numbers by value and unit, one of each bound."""
    own = [(cue.start, cue.end) for cue in data.bounds.find(text)]  # "no more than" bounds, and denies nothing
    own += _behind(numbers, text)
    denials = [
        cue for cue in data.negation.find(text)
        if (cue.strong or NO_ONE.match(cue.text) or KEPT_AWAY.match(cue.text))
        and not any(start <= cue.start < end for start, end in own)
    ]  # fmt: skip
    found: dict[tuple[float, str], list[Bound]] = {}
    before: Number | None = None
    for one in numbers:
        same = found.setdefault(key(one), [])
        if all(other.number.bound != one.bound for other in same):
            same.append(Bound(one, frozenset(_meant(one, before, text, denials))))
        before = one
    return found


def _behind(numbers: Sequence[Number], text: str) -> list[tuple[int, int]]:
    return [span for span in (bound_behind(one, text) for one in numbers) if span]


def _meant(one: Number, before: Number | None, text: str, denials: Sequence[Cue]) -> Iterator[str]:
    yield one.bound
    within = bool(WITHIN.search(text, 0, one.start))
    if one.bound in MEANT and (one.bound != "at most" or within) and not one.denied and any(
        0 <= one.start - cue.end <= REACH * (2 if NOBODY.match(cue.text) else 1)
        and not (OF_NONE if cue.text in NO else CUT).search(text, cue.end, one.start)
        for cue in denials
    ):
        yield MEANT[one.bound]
        if within:
            yield "more than"  # as far away
    if one.bound in DENIED and any(
        cue.text in BEHIND and cue.start >= one.end and not CUT.search(text, one.end, cue.start) for cue in denials
    ):
        yield DENIED[one.bound]  # "mehr als 5 sind es nie"
    if one.bound in TURNED and EVERY.search(text, 0, one.start):
        yield TURNED[one.bound]
    if not one.bound and before and SHARED.fullmatch(text, before.end, one.start):
        yield before.bound
    if text[: one.start].endswith("("):
        yield from ("at least", "at most", "about")  # it says once more what stands before it


def _loose(text: str, found: Sequence[Number], data: Lexicon) -> frozenset[str]:
    """The bounds that stand beside no number: a verb at the end ("1.150 Euro übersteigt") bounds it all the same."""
    starts = [one.start for one in found]
    return frozenset(
        cue.kind for cue in data.bounds.find(text)
        if cue.kind != "about" and not any(0 <= start - cue.end <= 16 for start in starts)
    )  # fmt: skip
