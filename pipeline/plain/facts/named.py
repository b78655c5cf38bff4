# SPDX-License-Identifier: AGPL-3.0-or-later
"""Dates and names of two texts compared: lost, added, made vaguer, with their aliases and abbreviations."""

from __future__ import annotations

import datetime
import re
from calendar import monthrange
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from pipeline.plain.difference import Difference
from pipeline.plain.facts.before_or_after import compare_sides
from pipeline.plain.facts.months import in_other_words
from pipeline.plain.lexicon import Lexicon
from pipeline.plain.numbers.dates import Date
from pipeline.plain.numbers.edges import meet, with_the_edge
from pipeline.plain.numbers.names import NOT_NAMES, Name, alias_table, core, fold, is_abbreviation, names
from pipeline.plain.numbers.reading import Reading
from pipeline.plain.words import language, zipf

ROLE = 4.0  # Zipf value of the rarest word that is taken for a role
OFFICE = 2.5  # the same of a word that ends as those of offices and bodies do ("Registrar", "Inspectorate")
OFFICE_ENDS = re.compile(r"(?:ar|[st]or|ioner|ate|ee|ion|ment|ing|ory|eur|ship|ry)s?$", re.IGNORECASE)
DETERMINED = re.compile(
    r"(?:\b(?:the|an?|all|every|each|any|no|both|our|either|neither|this|that|such|other|member|la|le|les|el|los|las|un|"
    r"une|una|des|du|aux?|chaque|tout|toute|cet|cette|ces|ce|del|al|cada|es[et]e|es[et]a|otr[oa]|tod[oa])\s+"
    r"(?:[a-z]+\s+){0,2}|\b[ld][’'])$", re.IGNORECASE,
)  # fmt: skip
END_OF = re.compile(r"\b(?:end of|to|until|till|through|bis|hasta|fin(?:ales)?(?: de| d['’])?|ende)\s*$", re.IGNORECASE)
# What stands with the name of a side ("Partes Contratantes").
SIDE = re.compile(
    r"(?:contratante|contractante|firmante|signataire|signatari[oa]|membre|miembro|requirente)s?", re.IGNORECASE
)  # fmt: skip
START_OF = re.compile(
    r"\b(?:start of|beginning of|from|between|since|ab|von|desde|de|début(?: de| d['’])?|anfang|principios de)\s*$",
    re.IGNORECASE,
)
MIDDLE_OF = re.compile(r"\b(?:mid[- ]|(?:middle|midpoint) of\s+|mitte\s+|mi-|mediados de\s+)$", re.IGNORECASE)
BEFORE_IT = re.compile(r"\b(?:before|prior to|avant(?: le)?|vor(?: dem)?|antes del?)\s*$", re.IGNORECASE)
YEAR_END = re.compile(
    r"\bturn of the year\b|"
    r"\bend of (?:the|that|this|each|every) (?:\w+ )?year\b|\bfin de (?:l['’]|la |cette |chaque )?(?:\w+ )?année\b|"
    r"\bjahresende\b|\bende (?:des|dieses|jedes) (?:\w+ )?jahres\b|"
    r"\bfin(?:al)?(?:es)? (?:del|de cada|de este) (?:\w+ )?año\b",
    re.IGNORECASE,
)

def compare_dates(before: Reading, after: Reading, data: Lexicon) -> Iterator[Difference]:
    """Dates lost, added or made vaguer, and dates that something must now come before instead of after."""
    original, plain, ours, theirs = before.text, after.text, before.days, after.days
    there, here = _all_said(theirs, plain), _all_said(ours, original)
    said, said_there = in_other_words(before, after), in_other_words(after, before)
    if "may" in data.months:
        said |= with_the_edge(ours, original, theirs, plain)
        said_there |= with_the_edge(theirs, plain, ours, original)
    gone = [one for one in ours if one not in said and not _is_there(one, original, there, theirs)]
    yield from (Difference("dates", "lost", one.text, "") for one in gone)
    for one in theirs:
        if one not in said_there and not _is_there(one, plain, here, ours):
            # A date that is changed leaves one gone; one more may be worked out ("the first day of the year after").
            yield Difference("dates", "added", "", one.text, weak=not gone)
    same = [
        [
            other for other in theirs
            if (_covers(other, one) and _covers(one, other)) or meet(one, original, other, plain)
        ]
        for one in ours
    ]
    yield from compare_sides(before, after, same, data)


def _is_there(one: Date, text: str, said: Sequence[Date], others: Sequence[Date]) -> bool:
    """Whether a date of a text is in the other one, whose dates are ``others``, and say ``said``."""
    alike = (one, *_also(one, text))
    return any(_covers(other, each) for each in alike for other in said) or _pieced(one, others)


def _all_said(days: Sequence[Date], text: str) -> list[Date]:
    """The dates of a text with all that they may say."""
    return [*days, *(said for one in days for said in _also(one, text)), *_ends_of_years(text)]


def _also(date: Date, text: str) -> Iterator[Date]:
    """What else a date says: a month its last or its first day; the day before which something is to be done, the day
    before it ("before 1 July", "until 30 June")."""
    if not date.day and not date.month:
        before = text[max(0, date.start - 20) : date.start]
        if BEFORE_IT.search(before) or START_OF.search(before):
            yield replace(date, month=1, day=1)  # "before 1960", "before 1 January 1960"
            yield replace(date, month=1)
        if END_OF.search(before):
            yield replace(date, month=12, day=31)  # "the end of 2029"
    elif not date.day or not date.month:
        yield _to_the_end(date, text)
    elif BEFORE_IT.search(text, max(0, date.start - 20), date.start):
        last = datetime.date(date.year or 2001, date.month, min(date.day, monthrange(date.year or 2001, date.month)[1]))
        eve = last - datetime.timedelta(days=1)
        yield replace(date, year=eve.year if date.year else 0, month=eve.month, day=eve.day)


def _ends_of_years(text: str) -> Iterator[Date]:
    for match in YEAR_END.finditer(text):
        yield Date(0, 12, 31, match.group(), match.start(), match.end())


def _to_the_end(date: Date, text: str) -> Date:
    """A month whose end or beginning may be meant, as a day: "until the end of December" is 31 December."""
    if date.day or not date.month:
        return date
    before = text[max(0, date.start - 20) : date.start]
    if END_OF.search(before):
        return replace(date, day=monthrange(date.year or 2001, date.month)[1])
    if MIDDLE_OF.search(before):
        return replace(date, day=15)
    return replace(date, day=1) if START_OF.search(before) or BEFORE_IT.search(before) else date


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
    words = re.sub(r"['’]s?$", "", name.text).split()
    words = [word for word in words if not SIDE.fullmatch(word)] or words
    if not all(word.isalpha() and not word.isupper() and _is_common(word, lang) for word in words):
        return False
    if len(words) == 1 and words[0].endswith("s") and re.search(r"[a-z\d]\s+$", text[: name.start]):
        return True  # "encourages States that have not done so", "when 30 States"
    return bool(DETERMINED.search(text, max(0, name.start - 30), name.start))


def _is_common(word: str, lang: str) -> bool:
    often = zipf(word.lower(), lang)
    return often >= ROLE or (often >= OFFICE and language(lang) == "en" and bool(OFFICE_ENDS.search(word)))


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
    if part.upper() == "OK":
        return True
    between = r"\w*(?:\s+(?:of|the|for|and|to|de|des|du|la|y|et|on|in))*[\s-]+"
    any_case = re.IGNORECASE if letters.islower() or len(letters) > 2 else 0
    spelled = ((letters, any_case), (letters.lower(), 0))
    return any(re.search(rf"\b{between.join(map(re.escape, form))}\w*", other, flags) for form, flags in spelled)


def _abbreviated(name: str, other: str) -> bool:
    """Whether the initials of a name stand in the other text as an abbreviation."""
    letters = "".join(word[0] for word in name.split() if word[0].isupper())
    return len(letters) > 1 and bool(re.search(rf"\b{'.?'.join(letters)}\b", other))
