# SPDX-License-Identifier: AGPL-3.0-or-later
"""A translation has the numbers, dates, times and amounts of its text.

What it does
: Compares the numbers of each text with those of its target: in digits of any script, in words, as parts of dates, on a
  clock of 12 or 24 hours. Scales (million), months and currencies are compared where both languages are known.

Why it matters
: A wrong number in a translation is a wrong statement, and nobody sees it who cannot read both languages.

Example
: «7.7 million people» with the target «77 millions de personnes».

Fix
: Correct the number in the translation tool.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import groupby, pairwise

from pipeline.checks.parity.units import at_unit, file_of, short, translated
from pipeline.checks.parity.xliff_examples import targets
from pipeline.checks.rule import Rule, Subject
from pipeline.checks.web.tags import primary
from pipeline.model import Finding, Format, Severity
from pipeline.plain import lexicon
from pipeline.plain.lexicon import Cues, Lexicon
from pipeline.plain.numbers.currencies import CURRENCIES
from pipeline.plain.numbers.dates import SMALL_WORDS, Date, dates, plain_digits
from pipeline.plain.numbers.number import Number
from pipeline.plain.numbers.read import numbers

THOUSANDS = re.compile(r"(?<=\d)[,.’'\u00a0\u202f\u066c ](?=\d{3}(?!\d))")
AFTERNOON = re.compile(r"(\d{1,2})(?:[:.]\d\d)?\s?p\.?\s?m\b", re.IGNORECASE)
TIME = re.compile(r"(?<!\d)([01]?\d|2[0-3])\s?[:hH]\s?([0-5]\d)(?!\d)")
MONEY = frozenset(CURRENCIES.values())
SCALES = {10.0**power for power in (3, 6, 9, 12)}
DIGIT = re.compile(r"\d")
YEAR = re.compile(r"\d{4}")  # a date has one, or names its month
NUMERONYM = re.compile(r"(?<!\w)[^\W\d_]\d{1,2}[^\W\d_](?!\w)")  # "l10n", "P2P": words that are written with a figure
NAMED = re.compile(r"(?<![^\W_])(?:[^\W\d_]+|[A-Z]{2,}-)(\d+)")  # "X11", "RAID-1": a name is said as often as need be
FULL_HOUR = re.compile(r"(?<=\d)[:.h]00(?!\d)")
WHOLLY = re.compile(r"(?<!\d)100[\s\u00a0\u202f]?(?:%|٪|per\s?cent|pour\s?cent|Prozent|procent|por\s?cien|per\s?cento)")
ONE = {"en": "one", "fr": "un une", "de": "ein eine einen einem einer eines eins", "es": "un una uno",
       "ar": "واحد واحدة الأول الأولى أول", "it": "un uno una", "nl": "een één", "pt": "um uma"}  # fmt: skip
DUAL = re.compile(r"(?<!\w)\w{2,}(?:ين|ان)(?!\w)")  # two of a thing, in Arabic
ONES = frozenset(word for words in ONE.values() for word in words.split())
COUNTED = 12  # up to here a number may come of a word ("monthly", "a pair", "the fifth")


def look(subject: Subject) -> Iterator[Finding]:
    """Unit by unit, since sentences are joined and cut in translation."""
    file = file_of(subject)
    known = tuple(_lexicon(primary(lang)) for lang in (file.source_lang, file.target_lang))
    for name, source, target in translated(file):
        for what in _differences(source, target, known):
            yield at_unit(RULE, subject, name, f"The target of «{short(source)}» {what}")


@cache
def _lexicon(lang: str) -> Lexicon | None:
    """What is known of a language, but for what bounds a number ("at least"): that may be said in many ways."""
    known = lexicon.of(lang)
    return None if known is None else replace(known, bounds=Cues())


def differences(source: str, target: str, source_lang: str, target_lang: str) -> Iterator[str]:
    """How the numbers of a translation differ from those of its text, as the end of a sentence about it."""
    yield from _differences(source, target, tuple(_lexicon(primary(lang)) for lang in (source_lang, target_lang)))


def _differences(source: str, target: str, known: tuple[Lexicon | None, ...]) -> Iterator[str]:
    """The first kind of difference says enough: the others follow from it."""
    if _figures(source) == _figures(target) and not _may_differ(source, target, known):
        return  # the same figures, and no words that could change what they say: nothing more need be worked out
    there, here = (_values(text, one) for text, one in zip((source, target), known, strict=True))
    lost = _missing(source, target, there, here)
    if lost:
        yield f"lacks the number {', '.join(lost[:3])}."
        return
    if all(known):
        if changed := _changed(there, here):
            yield changed
            return
        more = [n for n in _missing(target, source, here, there) if int(n) > COUNTED]
        if more and not _evening(target, source, more):
            yield f"has the number {', '.join(more[:3])}, which its text has not."
    times = [TIME.findall(plain_digits(text)) for text in (source, target)]
    if times[0] != times[1] and sorted(times[0]) == sorted(times[1]):
        yield "has the times in another order."


def _may_differ(source: str, target: str, known: tuple[Lexicon | None, ...]) -> bool:
    """Whether two texts with the same figures have words or signs beside these that could make others of them."""
    if any(_speaks(text, *known) for text in (source, target)):
        return True
    there, here = (_months(text, one) for text, one in zip((source, target), known, strict=True))
    if there != here:
        return True
    return not there and any(DIGIT.search(text) and _names_month(text, *known) for text in (source, target))


def _speaks(text: str, *known: Lexicon | None) -> bool:
    """Whether there are words or signs beside the figures, but for months, of which it depends what they say."""
    words = set(re.findall(r"[^\W\d_]+|[^\w\s]", text.lower()))
    if not words.isdisjoint(CURRENCIES):
        return True
    if not DIGIT.search(text):
        return False  # what is counted in words is told for amounts of money only
    return any(words & one.scales.keys() for one in known if one is not None) or bool(TIME.search(plain_digits(text)))


def _names_month(text: str, *known: Lexicon | None) -> bool:
    """Whether there is the name of a month, in whichever form it is written."""
    low = text.lower()
    words = set(re.findall(r"[^\W\d_]+", low))
    names = (name for one in known if one is not None for name in one.months)
    return any(name in words if name.isalpha() else name in low for name in names)


def _months(text: str, known: Lexicon | None) -> list[int]:
    """The months that a text with figures names, in its order; one that is named twice in a row counts once."""
    if known is None or not DIGIT.search(text):
        return []
    words = [word for word in re.findall(r"[^\W\d_]+", text) if word not in SMALL_WORDS]
    low = [word.lower() for word in words]
    pairs = (" ".join(pair) for pair in pairwise([*low, ""]))  # some names are of two words
    named = (known.months.get(pair) or known.months.get(word) for pair, word in zip(pairs, low, strict=True))
    return [month for month, _ in groupby(month for month in named if month)]


def _evening(target: str, source: str, more: Sequence[str]) -> bool:
    """Whether what is more are the hours of the afternoon."""
    hours = {str(int(hour) + 12) for hour in AFTERNOON.findall(plain_digits(source))}
    return bool(target) and all(figure in hours for figure in more)


def _figures(text: str) -> list[str]:
    """The groups of digits, thousands joined: "7.7 million" has 7 and 7."""
    plain = FULL_HOUR.sub("", THOUSANDS.sub("", plain_digits(text)))
    return [group.lstrip("0") or "0" for group in re.findall(r"\d+", NUMERONYM.sub("", plain))]


def _missing(
    source: str, target: str, there: tuple[list[Number], list[Date]], here: tuple[list[Number], list[Date]]
) -> list[str]:
    """Numbers in digits that the target has in no form: in digits, in words, in a date, on a clock of 24 hours."""
    lost = list((Counter(_figures(source)) - Counter(_figures(target))).elements())
    lost = _surely(lost, source, target) if lost else []
    if not lost:
        return []
    evening = {str(int(hour)): str(int(hour) + 12) for hour in AFTERNOON.findall(plain_digits(source))}
    values = {number.value for number in here[0]}
    days = {day for date in here[1] for day in _days(date)}
    kept = [number.text for number in there[0] if number.value in values]
    kept += [date.text for date in there[1] if _days(date) & days]
    saved = {figure for text in kept for figure in _figures(text)}
    saved |= {str(int(number.value)) for number in here[0] if number.value < COUNTED and not DIGIT.search(number.text)}
    have = set(_figures(target))
    # A day that is the same does not say the year: that stands there too, of several dates perhaps once.
    years = {str(date.year) for date in there[1] if date.year}
    saved -= {year for year in years if year not in have and year[2:] not in have}
    return [figure for figure in lost if figure not in saved and evening.get(figure) not in have]


def _surely(lost: list[str], source: str, target: str) -> list[str]:
    """Without the figures of a name that the target has once, and without what is said in words: that all (100 %) of a
    thing is meant, or one of it, where the target has no other figure instead."""
    have = Counter(_figures(target))
    named = Counter(figure.lstrip("0") or "0" for figure in NAMED.findall(plain_digits(source)))
    found = Counter(lost)
    lost = [figure for figure in lost if figure not in have or named[figure] < found[figure]]
    if have - Counter(_figures(source)):
        return lost
    if WHOLLY.search(plain_digits(source)):
        lost = [figure for figure in lost if figure != "100"]
    if lost == ["2"] and DUAL.search(target):
        return []
    return [] if lost == ["1"] and not ONES.isdisjoint(re.findall(r"[^\W\d_]+", target.lower())) else lost


def _days(date: Date) -> set[tuple[int, int, int]]:
    return {(date.year, date.month, date.day), (0, date.month, date.day)} if date.month else set()


def _values(text: str, known: Lexicon | None) -> tuple[list[Number], list[Date]]:
    if known is None:
        return [], []
    days = dates(text, known) if YEAR.search(text) or _names_month(text, known) else []
    return numbers(text, known, days), days


def _changed(there: tuple[list[Number], list[Date]], here: tuple[list[Number], list[Date]]) -> str:
    """A scale, a currency or a month that is another, though all figures are there."""
    for number in there[0]:
        same = [other for other in here[0] if other.value == number.value]
        figures = _figures(number.text)
        if not same and figures:
            alike = [n for n in here[0] if _figures(n.text) == figures and n.value and number.value]
            scaled = [n for n in alike if round(max(n.value, number.value) / min(n.value, number.value), 6) in SCALES]
            if scaled:
                return f"says «{scaled[0].text}» for «{number.text}»."
        units = {other.unit for other in same}
        if units and number.unit in MONEY and units <= MONEY and number.unit not in units:
            return f"says «{same[0].text}» for «{number.text}»."
    full = [[(d.month, d.day) for d in side if d.month and d.day] for side in (there[1], here[1])]
    if len(full[0]) == len(full[1]) and sorted(full[0]) != sorted(full[1]):
        return f"has other dates than «{', '.join(d.text for d in there[1])}»."
    return ""


RULE = Rule(
    id="unit-numbers",
    title="A translation has the numbers of its text",
    severity=Severity.WARNING,
    clauses=(),
    looks={Format.XLIFF: look},
    fix="Correct the number in the translation tool.",
    good=(
        targets("Ask the l10n team.", "Demandez à l'équipe de traduction."),
        targets("X11 is old, and X11 is slow.", "X11 est vieux et lent."),
        targets("This is rule no. 1: it is 100% free.", "C'est la règle numéro un : tout est libre."),
        targets("Once a year (January 1, at 2:00)", "Une fois par an (le premier janvier à 2 h)"),
        targets("Every 2 months", "مرة كل شهرين", lang="ar"),
        targets("Open until 3 pm on 14 November 2019.", "Ouvert jusqu'à 15 h le 14 novembre 2019."),
        targets("7.7 million people", "7,7 millions de personnes"),
        targets("1,200 bees in 2 hives", "1 200 abeilles dans deux ruches"),
        targets("From 12 May to 3 June", "Du 12 mai au 3 juin"),
        targets("3, 4", "3, 4"),
        targets("On 31 January 2026 and 2 May 2026", "El 31 de enero y el 2 de mayo de 2026", lang="es"),
    ),
    bad=(
        targets("7.7 million people", "77 millions de personnes"),
        targets("7.7 million people", "7,7 milliards de personnes"),
        targets("It costs $20 a month", "Cela coûte 20 euros par mois"),
        targets("From 12 May to 3 June", "Du 12 mai au 3 juillet"),
        targets("Due by 31 January 2026", "A pagar antes del 31 de enero de 2027", lang="es"),
        targets("Due by 31 January 2026", "Zahlbar bis zum 31. Januar", lang="de"),
        targets("Due by 31 January 2026", "A pagar antes del 30 de enero de 2026", lang="es"),
        targets("Open from 07:00 to 19:00", "Ouvert de 19:00 à 07:00"),
        targets("It is 100% free.", "C'est libre à 10 %."),
        targets("See rule 1.", "Voir la règle 7."),
        targets("X11 and Exim4 run here.", "X11 et Exim tournent ici."),
        targets("Open for a year", "Ouvert pendant 365 jours"),
    ),
    question="Does each translation have the numbers of its text?",
)
