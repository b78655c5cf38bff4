# SPDX-License-Identifier: AGPL-3.0-or-later
"""Changes made by program in faithful plain texts, for training the reader of pairs.

Each exchange goes both ways, so that no word tells by itself that a text was changed, and the same number or name in
both texts can be changed in both, which leaves the pair faithful: only the comparison with the original tells.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from random import Random

# Of each row any word can become any other; those of the first five stand in both texts in the same words.
_ROWS = """\
two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen twenty
thirty forty fifty sixty seventy eighty ninety
first second third fourth fifth sixth seventh eighth ninth tenth
January February March April June July August September October November December
Monday Tuesday Wednesday Thursday Friday Saturday Sunday
thirds quarters fifths
day week month year
days weeks months years hours minutes
daily weekly monthly yearly quarterly
hundred thousand million
doubled halved tripled
morning afternoon evening
noon midnight
a.m. p.m.
half|a third|a quarter|two thirds|three quarters|a fifth
every day|every week|every month|every year|every other day|every second week
once|twice|three times|four times
one in two|one in three|one in four|one in ten|two in three|three in four
per day|per week|per month|per year
a day|a week|a month|a year
"""
ROWS = [row.split("|" if "|" in row else None) for row in _ROWS.splitlines()]
SHARED = ROWS[:5]
PAIRS = {
    "number": (
        "at least:at most|at least:up to|more than:less than|more than:fewer than|no more than:no less than|over:under|"
        "before:after|earlier:later|earliest:latest|first:last|above:below|within:after|by:after|until:from|"
        "maximum:minimum|or more:or less|or more:or fewer|or older:or younger|or later:or earlier|larger:smaller|"
        "higher:lower|highest:lowest|longer:shorter|both:one of|both:either|all:most|all:some|rises:falls|raise:lower|"
        "increase:decrease|increases:decreases|increased:reduced|including:excluding|includes:excludes|beginning:end|"
        "starts:ends|begins:ends|previous:next|last:next|majority:minority|up to:over|almost:more than|"
        "not later than:not earlier than|each:every second"
    ),
    "negation": (
        "unless:if|only if:even if|without:with|except:including|nobody:everyone|no one:everyone|never:always|"
        "nothing:everything|none:all|neither:both|refuse:accept|refuses:accepts|refused:granted|reject:accept|"
        "rejects:accepts|rejected:accepted|granted:denied|allow:forbid|allows:forbids|allowed:banned|valid:invalid|"
        "lawful:unlawful|legal:illegal|keep:lose|keeps:loses|keep:give up|open:closed|public:private|include:exclude|"
        "included:excluded|win:lose|wins:loses|agree:disagree|agreed:refused|approve:reject|approved:rejected|"
        "remain:lapse|remains:lapses|stays:ends|continues:stops|continue:stop|free:charged|exempt:liable|"
        "voluntary:compulsory|optional:mandatory|able:unable|present:absent|known:unknown|complete:incomplete|"
        "succeeds:fails|pass:fail|passes:fails|meets:fails to meet|follow:ignore|support:oppose|for:against|"
        "inside:outside|has:lacks|have:lack|permanent:temporary|lifted:kept|lifted:imposed|confirmed:overturned|"
        "upheld:overturned|dismissed:upheld|repaid:kept|pay back:keep|returned:kept|provide:withhold|still:no longer|"
        "already:not yet|in favour of:against|rather than:as well as|instead of:as well as|even though:because|"
        "whether or not:only if|despite:because of|regardless of:depending on|as long as:unless|provided that:unless|"
        "true:false|enough:too little|covers:leaves out|counts:does not count|applies:does not apply|"
        "apply:do not apply|needs:does not need|need:do not need|is:is not|are:are not|was:was not|were:were not|"
        "will:will not|has:has not|have:have not|can:cannot|may:may not|could:could not|a:no|any:no|only:|not:|"
        "consent:objection|takes effect:lapses|in force:repealed|appointed:dismissed|likely:unlikely|"
        "possible:impossible|available:unavailable|separately:together|suspended:continued|released:detained|"
        "renewed:ended|waive:insist on|waives:insists on|entitled:not entitled|eligible:ineligible"
    ),
    "modality": (
        "must:may|must:should|must:can|must:does not have to|must:need not|may:should|can:must|can:should|must not:may|"
        "must not:need not|cannot:need not|may not:need not|should:may|has to:may|have to:may|has to:can|have to:can|"
        "have to:should|does not have to:must|do not have to:must|does not have to:must not|do not have to:must not|"
        "do not need to:must|need to:may|needs to:may|is free to:has to|are free to:have to|"
        "is allowed to:is required to|are allowed to:are required to|is entitled to:is obliged to|"
        "are entitled to:are obliged to|has the right to:has a duty to|have the right to:have a duty to|"
        "is recommended:is required|we advise you to:you must|we recommend:we require|we ask you to:you must|will:may|"
        "shall:may|is required:is optional|required:advised|required:allowed|it is up to:it is the duty of|"
        "can choose to:must|might:must|could:must|is bound to:is free to|would:must|is expected to:is obliged to"
    ),
}  # fmt: skip
# What stands in nearly every sentence is chosen more seldom, and what is worth most more often.
WEIGHT = {
    "is": 0.1, "are": 0.1, "a": 0.04, "any": 0.5, "by": 0.6, "for": 0.15, "will": 0.4, "all": 0.4, "has": 0.3,
    "have": 0.3, "with": 0.3, "over": 0.6, "each": 0.2, "from": 0.4, "not": 1.5, "only": 1.5, "no": 1.5, "was": 0.2,
    "were": 0.2, "because": 0.6, "would": 0.4,
}  # fmt: skip
_FIGURE = re.compile(r"(?<![\w.,])\d+(?:[.,:]\d+)*")
_FIGURES = 1.2


@dataclass(frozen=True)
class Changes:
    """What can be changed in the texts of a language: rows of words of which any can become any other, those of them
    that stand in both texts in the same words, pairs by kind of change, and how often some of them are chosen."""

    rows: Sequence[Sequence[str]]
    shared: Sequence[Sequence[str]]
    pairs: Mapping[str, str]
    weight: Mapping[str, float]

    @cached_property
    def tables(self) -> dict[str, dict[str, list[str]]]:
        """What each word can become, by kind of change."""
        found: dict[str, dict[str, list[str]]] = {kind: defaultdict(list) for kind in self.pairs}
        for row in self.rows:
            for word in row:
                found["number"][word.lower()] += [other for other in row if other != word]
        for kind, pairs in self.pairs.items():
            for one, other in (pair.split(":") for pair in pairs.split("|")):
                found[kind][one.lower()] += [other]
                if other:
                    found[kind][other.lower()] += [one]
        return found

    @cached_property
    def _words(self) -> dict[str, re.Pattern[str]]:
        return {
            kind: re.compile(
                rf"(?<![\w-])(?:{'|'.join(map(re.escape, sorted(table, key=len, reverse=True)))})(?![\w-])", re.I
            )
            for kind, table in self.tables.items()
        }

    def changed(self, text: str, kind: str, chance: Random) -> str | None:
        """The text with one thing changed; None where nothing can be."""
        places = [
            place for place in self._words[kind].finditer(text) if kind == "number" or place.group() != "May"  # a month
        ]
        weights = [self.weight.get(place.group().lower(), 1.0) for place in places]
        if kind == "number":
            figures = list(_FIGURE.finditer(text))
            places, weights = places + figures, weights + [_FIGURES] * len(figures)
        if not places:
            return None
        place = chance.choices(places, weights)[0]
        was = place.group()
        now = figure(was, chance) if was[0].isdigit() else chance.choice(self.tables[kind][was.lower()])
        now = now[:1].upper() + now[1:] if was[:1].isupper() else now
        return re.sub(r"  +", " ", text[: place.start()] + now + text[place.end() :]).strip()

    def changed_in_both(self, original: str, plain: str, chance: Random) -> tuple[str, str] | None:
        """Both texts with the same number, month or day changed, where each has it once; None where there is none."""
        found = [
            (one, other)
            for one in (*_FIGURE.finditer(original), *re.finditer(r"[^\W\d_]+", original))
            if (one.group()[0].isdigit() or any(one.group() in row for row in self.shared))
            and (other := _once(one.group(), plain)) is not None
            and _once(one.group(), original) is not None
        ]
        if not found:
            return None
        one, other = chance.choice(found)
        was = one.group()
        row: Sequence[str] = next((row for row in self.shared if was in row), ())
        now = figure(was, chance) if was[0].isdigit() else chance.choice(row)
        if now == was or now in original or now in plain:
            return None
        return _put(original, one, now), _put(plain, other, now)


def _put(text: str, place: re.Match[str], now: str) -> str:
    return text[: place.start()] + now + text[place.end() :]


def _once(word: str, text: str) -> re.Match[str] | None:
    found = list(re.finditer(rf"(?<![\w.,]){re.escape(word)}(?!\w)", text))
    return found[0] if len(found) == 1 else None


def figure(digits: str, chance: Random) -> str:
    """Another number: one digit is another, and no zero. Arabic digits stay Arabic."""
    at = chance.choice([place for place, char in enumerate(digits) if char.isdigit()])
    other = chance.choice([value for value in "123456789" if int(value) != int(digits[at])])
    return digits[:at] + (other if digits[at].isascii() else chr(ord("٠") + int(other))) + digits[at + 1 :]


ENGLISH = Changes(ROWS, SHARED, PAIRS, WEIGHT)
TABLES = ENGLISH.tables
changed, changed_in_both = ENGLISH.changed, ENGLISH.changed_in_both
