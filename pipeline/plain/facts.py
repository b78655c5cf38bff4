# SPDX-License-Identifier: AGPL-3.0-or-later
"""Facts of two texts compared: numbers with their bounds and places, dates, names with their aliases."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from pipeline.plain.cues import Difference
from pipeline.plain.dates import Date, dates
from pipeline.plain.lexicon import Lexicon
from pipeline.plain.names import NOT_NAMES, Name, alias_table, core, fold, is_abbreviation, names
from pipeline.plain.numbers import STANDS_FOR, Number, numbers
from pipeline.plain.words import WORD, stem, zipf

REVERSED = (frozenset(("at least", "less than")), frozenset(("more than", "at most")))
ROLE = 4.0  # Zipf value of the rarest word that is taken for a role
DETERMINED = re.compile(
    r"\b(?:the|an?|all|every|each|any|no|both|our|either|neither|member|la|le|les|el|los|las)\s+$", re.IGNORECASE
)
# Of these there are often two, and the original need not say so.
SIDES = re.compile(r"\s+(?:sides|parties|governments|countries|states|leaders)\b", re.IGNORECASE)
BEFORE, AFTER = "before", "after"
TIME_WORDS = re.compile(
    r"(?P<before>before|by|until|till|no later than|not later than|prior to|avant|vor|bis|antes|hasta|قبل|حتى)"
    r"|(?P<after>after|since|from|as of|following|later than|après|depuis|nach|seit|ab|después|desde|بعد|منذ)"
    r"(?=\s+(?:the\s+|le\s+|el\s+|dem\s+)?$)", re.IGNORECASE,
)  # fmt: skip


def compare_numbers(original: str, plain: str, data: Lexicon, lang: str) -> Iterator[Difference]:
    """Numbers lost, added, bound otherwise ("at least" → "about"), or exchanged with each other."""
    ours, theirs = numbers(original, data), numbers(plain, data)
    for one in _unmatched(ours, theirs):
        if _said_otherwise(one, plain) or _rounded(one, theirs) or _counted(one, theirs):
            continue
        if not one.weak or _bare_in(plain, original, one, data, lang):
            yield Difference("numbers", "lost", one.text, "")
    for one in _unmatched(theirs, ours):
        if _said_otherwise(one, original) or _rounds(one, ours) or _counted(one, ours):
            continue
        if not (one.weak and one.value <= 2) or _bare_in(original, plain, one, data, lang):
            # "The first report" for "a report … and every year thereafter": an order that was always there.
            weak = (one.weak and one.value <= 2) or (one.value == 2 and bool(SIDES.match(plain, one.end)))
            yield Difference("numbers", "added", "", one.text, weak=weak)
    yield from _in_place_of_another(ours, theirs)
    loose = [_loose_bounds(text, side, data) for text, side in ((original, ours), (plain, theirs))]
    yield from _bounds(ours, theirs, *loose)
    yield from _swapped(original, plain, ours, theirs, lang)


def _key(one: Number) -> tuple[float, str]:
    """What makes two numbers the same: value and unit."""
    return float(f"{one.value:.12g}"), one.unit


def _unmatched(here: Sequence[Number], there: Sequence[Number]) -> list[Number]:
    theirs = {_key(other) for other in there}
    missing = {_key(one): one for one in reversed(here) if _key(one) not in theirs}
    return sorted(missing.values(), key=lambda one: one.start)


def _in_place_of_another(ours: Sequence[Number], theirs: Sequence[Number]) -> Iterator[Difference]:
    """A number that stands there less often than in the original, while another one that both have stands there
    more often: one may have been written for the other."""
    before, after = (Counter(_key(one) for one in side if not one.weak) for side in (ours, theirs))
    less = [one for one in ours if 0 < after[_key(one)] < before[_key(one)]]
    more = [one for one in theirs if 0 < before[_key(one)] < after[_key(one)]]
    if less and more:
        yield Difference("numbers", "exchanged", less[-1].text, more[-1].text, "One stands there too often.")


def _bare_in(there: str, here: str, one: Number, data: Lexicon, lang: str) -> bool:
    """Whether what an ordinal counts stands in the other text without it ("the second notice", "the notice")."""
    if one.unit != "th" and one.text.lower() not in data.ordinals:
        return False
    noun = re.match(r"\s+([^\W\d_]+)", here[one.end :])
    if not noun or noun[1].lower() in data.function_words:
        return False
    return stem(noun[1], lang) in {stem(word, lang) for word in WORD.findall(there)}


def _said_otherwise(one: Number, text: str) -> bool:
    """Whether a word stands for the number: "both" for two, "decade" for ten."""
    if one.unit not in ("", "th"):
        return False
    return any(
        re.search(rf"(?<!\w)(?<!\bor ){re.escape(word)}", text, re.IGNORECASE)
        for word in STANDS_FOR.get(one.value, ())
    )


def _counted(one: Number, there: Sequence[Number]) -> bool:
    """Whether an ordinal stands for its number: "on her sixty-fifth birthday", "when she turns 65"."""
    return one.value > 2 and any(other.value == one.value and {one.unit, other.unit} == {"", "th"} for other in there)


def _significant(value: float) -> int:
    return len(f"{value:.10g}".replace(".", "").strip("0"))


def _is_rounding(exact: Number, rounded: Number) -> bool:
    """Whether a number is another one, rounded to fewer digits, and said to be so ("about 5,000" for 4,987)."""
    if rounded.bound != "about" or exact.bound or exact.unit != rounded.unit or not exact.value:
        return False
    return _significant(rounded.value) < _significant(exact.value) and abs(rounded.value / exact.value - 1) < 0.05


def _rounded(one: Number, there: Sequence[Number]) -> bool:
    return any(_is_rounding(one, other) for other in there)


def _rounds(one: Number, there: Sequence[Number]) -> bool:
    return any(_is_rounding(other, one) for other in there)


def _loose_bounds(text: str, found: Sequence[Number], data: Lexicon) -> frozenset[str]:
    """The bounds that stand beside no number: a verb at the end ("1.150 Euro übersteigt") bounds it all the same."""
    starts = [one.start for one in found]
    return frozenset(
        cue.kind for cue in data.bounds.find(text)
        if cue.kind != "about" and not any(0 <= start - cue.end <= 16 for start in starts)
    )  # fmt: skip


def _bounds(
    ours: Sequence[Number], theirs: Sequence[Number], loose: frozenset[str], now_loose: frozenset[str]
) -> Iterator[Difference]:
    said, now_said = _by_key(ours), _by_key(theirs)
    for key, before in said.items():
        after = now_said.get(key)
        if before[0].weak or not after:
            continue
        gone = [one for one in before if all(other.bound != one.bound for other in after)]
        came = [other for other in after if all(one.bound != other.bound for one in before)]
        if gone and came and not (
            (not gone[0].bound and came[0].bound in loose) or (not came[0].bound and gone[0].bound in now_loose)
        ):
            was, now = (f"{one.bound} {one.text}".strip() for one in (gone[0], came[0]))
            turned = frozenset((gone[0].bound, came[0].bound)) in REVERSED
            kind = "negation" if turned or gone[0].denied != came[0].denied else "quantities"
            yield Difference(kind, "exchanged", was, now, "What is said of the number changed.")


def _by_key(numbers: Sequence[Number]) -> dict[tuple[float, str], list[Number]]:
    """The numbers by value and unit, one of each bound."""
    found: dict[tuple[float, str], list[Number]] = {}
    for one in numbers:
        same = found.setdefault(_key(one), [])
        if all(other.bound != one.bound for other in same):
            same.append(one)
    return found


def _swapped(
    original: str, plain: str, ours: Sequence[Number], theirs: Sequence[Number], lang: str
) -> Iterator[Difference]:
    """Two numbers that stand before each other's nouns."""
    often = Counter(map(_key, ours))
    first_there = {_key(other): other for other in reversed(theirs)}
    once = [one for one in ours if often[_key(one)] == 1 and _key(one) in first_there]
    pairs = [(one, first_there[_key(one)]) for one in once]
    near = [(_near(original, one, lang), _near(plain, other, lang)) for one, other in pairs]
    for first in range(len(pairs)):
        for second in range(first + 1, min(len(pairs), first + 20)):
            (a_ours, a_theirs), (b_ours, b_theirs) = near[first], near[second]
            crossed = len((a_ours - b_ours) & b_theirs) and len((b_ours - a_ours) & a_theirs)
            straight = len((a_ours - b_ours) & a_theirs) + len((b_ours - a_ours) & b_theirs)
            if crossed and not straight:
                was, now = pairs[first][0].text, pairs[second][0].text
                yield Difference("numbers", "exchanged", was, now, "The two numbers stand for each other.")


def _near(text: str, number: Number, lang: str) -> frozenset[str]:
    """The stems of the words just after a number, and of the one before it."""
    following = re.split(r"[.,;:!?]\s|\d|\s(?:and|or|et|und|oder|y|o)\s", text[number.end : number.end + 60])[0]
    return frozenset(stem(word, lang) for word in WORD.findall(following)[:3] if len(word) > 2)


def compare_dates(original: str, plain: str, data: Lexicon) -> Iterator[Difference]:
    """Dates lost, added or made vaguer, and dates that something must now come before instead of after."""
    ours, theirs = dates(original, data), dates(plain, data)
    for one in ours:
        if not any(_covers(other, one) for other in theirs) and not _pieced(one, theirs):
            yield Difference("dates", "lost", one.text, "")
    for one in theirs:
        if not any(_covers(other, one) for other in ours) and not _pieced(one, ours):
            yield Difference("dates", "added", "", one.text)
    for one in ours:
        same = [other for other in theirs if _covers(other, one) and _covers(one, other)]
        was, now = _time_word(original, one), {_time_word(plain, other) for other in same}
        if was and now and was not in now and now - {""}:
            yield Difference("dates", "exchanged", f"{was} {one.text}", f"{min(now - {''})} {one.text}")


def _covers(more: Date, less: Date) -> bool:
    """Whether one date says all that the other says; 3/4/2020 may be read in both ways."""
    parts = ((more.year, less.year), (more.month, less.month), (more.day, less.day))
    if all(not need or have == need for have, need in parts):
        return True
    numeric = less.text.count("/") == 2 or more.text.count("/") == 2
    return numeric and (more.year, more.day, more.month) == (less.year, less.month, less.day)


def _pieced(one: Date, there: Sequence[Date]) -> bool:
    """Whether several dates of the other text together say it ("in November 2019 … on 14 November")."""
    return (
        (not one.year or any(other.year == one.year for other in there))
        and (not one.month or any(other.month == one.month for other in there))
        and (not one.day or any(other.day == one.day and other.month == one.month for other in there))
    )


def _time_word(text: str, date: Date) -> str:
    before = text[max(0, date.start - 25) : date.start]
    match = re.search(
        rf"\b(?:{TIME_WORDS.pattern.replace(chr(10), '')})\s*(?:the\s+|le\s+|el\s+)?$", before, re.IGNORECASE
    )
    return "" if not match else BEFORE if match["before"] else AFTER


def compare_names(original: str, plain: str, lang: str, aliases: Mapping[str, Iterable[str]]) -> Iterator[Difference]:
    """Names lost or added. A name is kept when a distinctive word of it, an alias of it or its initials stand in
    the other text."""
    table = alias_table(aliases)
    texts = (original, plain)
    there = [_folded_words(text, lang) for text in texts]
    known = [_canonical(text, table) for text in texts]
    for change, here, other in (("lost", 0, 1), ("added", 1, 0)):
        reported: set[str] = set()
        for name in names(texts[here], lang):
            short = fold(name.text)
            if short in reported or _kept(
                name, there[other], known[other], table, texts[other], change == "added", lang
            ):
                continue
            reported.add(short)
            was, now = (name.text, "") if not here else ("", name.text)
            weak = _only_begins(name, texts[here]) or _is_role(name, texts[here], lang)
            yield Difference("names", change, was, now, weak=weak)


def _only_begins(name: Name, text: str) -> bool:
    """Whether a name may be a common word with the capital letter of its sentence."""
    one_word = name.text.isalpha() and not name.text.isupper()
    return one_word and bool(re.search(r"(?:^|[.!?:]\s+)$", text[: name.start]))


def _is_role(name: Name, text: str, lang: str) -> bool:
    """Whether a name is a common word for an office or a side ("the Office", "all States"), which a plain text calls
    "we" or "the countries"."""
    if not name.text.isalpha() or name.text.isupper() or zipf(name.text.lower(), lang) < ROLE:
        return False
    return bool(DETERMINED.search(text, max(0, name.start - 12), name.start))


def _folded_words(text: str, lang: str) -> frozenset[str]:
    return frozenset(
        core(part, lang)
        for token in re.findall(r"[^\W_]+(?:[’'.-][^\W_]+)*", text)
        for part in (token, *re.split(r"[-’'.]", token))
        if part
    )


def _canonical(text: str, table: Mapping[str, str]) -> frozenset[str]:
    """The aliases of the table that stand in a text, each under its one name."""
    flat = f" {re.sub(r'[^a-z0-9À-ÿ؀-ۿ]+', ' ', text.lower().replace('.', ''))} "
    return frozenset(one for form, one in table.items() if f" {re.sub(r'[^a-z0-9À-ÿ؀-ۿ]+', ' ', form)} " in flat)


def _kept(
    name: Name,
    there: frozenset[str],
    known: frozenset[str],
    table: Mapping[str, str],
    other: str,
    every: bool,
    lang: str,
) -> bool:
    if name.text in other or table.get(fold(name.text)) in known:
        return True
    parts = [
        part for part in re.split(r"[\s/-]+", name.text) if part and (part[0].isupper() or any(map(str.isupper, part)))
    ]
    parts = [part for part in parts if fold(part) and fold(part) not in NOT_NAMES]
    kept = [
        core(part, lang) in there or table.get(fold(part), "?") in known or _initials(part, other) for part in parts
    ]
    if not parts or _abbreviated(name.text, other):
        return True
    if every:
        return all(kept) or (
            len(kept) > 1 and all(ok or zipf(part, lang) > 4.3 for ok, part in zip(kept, parts, strict=True))
        )
    return any(kept)


def _initials(part: str, other: str) -> bool:
    """Whether an abbreviation is spelled out in the other text."""
    letters = part.replace(".", "").removesuffix("s")
    if not is_abbreviation(part) or len(letters) < 2:
        return False
    between = r"\w*(?:\s+(?:of|the|for|and|to|de|des|du|la|y|et|on|in))*[\s-]+"
    return bool(
        re.search(rf"\b{between.join(map(re.escape, letters))}\w*", other, re.IGNORECASE if letters.islower() else 0)
    ) or bool(re.search(rf"\b{between.join(map(re.escape, letters.lower()))}\w*", other))


def _abbreviated(name: str, other: str) -> bool:
    """Whether the initials of a name stand in the other text as an abbreviation."""
    letters = "".join(word[0] for word in name.split() if word[0].isupper())
    return len(letters) > 1 and bool(re.search(rf"\b{'.?'.join(letters)}\b", other))
