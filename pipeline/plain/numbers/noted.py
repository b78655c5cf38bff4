# SPDX-License-Identifier: AGPL-3.0-or-later
"""Which numbers may go, and which may come, without a change of meaning: they refer, count what is listed, or follow
from others. A person has to see whether they are right in their place, so they stay a note."""

from __future__ import annotations

import re
from math import isclose

from pipeline.plain.numbers.alike import counts_on, more_than
from pipeline.plain.numbers.follows import follows, spanned
from pipeline.plain.numbers.list_counts import counts_list
from pipeline.plain.numbers.number import Number
from pipeline.plain.numbers.ratio import in_ratio
from pipeline.plain.numbers.read_numbers import Read
from pipeline.plain.numbers.reading import Reading
from pipeline.plain.numbers.relative import said_by_another
from pipeline.plain.numbers.restated import in_instalments, nearly, never_so_long, remains, restated
from pipeline.plain.numbers.shares import SHARE
from pipeline.plain.numbers.steps import says_how_many
from pipeline.plain.numbers.worked_example import in_example
from pipeline.plain.text.sides import sentence_around

# Of these there are often two, and the original need not say so.
PRONOUN = re.compile(r"\s+(?:can|could|may|must|should|will|have|had|are|were|do|did|then|also|still)\b", re.IGNORECASE)
THOSE = re.compile(r"\b(?:these|those|les|los|las|die)\s+$", re.IGNORECASE)
FURTHER = re.compile(r"\b(?:by|of) a further\b", re.IGNORECASE)  # "by 3 % and by a further 2 %" is twice
# "The higher of the two" says that there are two.
HIGHER = re.compile(r"\bthe\s+(?:[^\W\d_]+er|(?:more|less)\s+[^\W\d_]+)\s+of\s+the\s+$", re.IGNORECASE)
NO_NOUN = re.compile(r"\s*(?:[,;.)]|(?:shall|will|is|are|may|must|can|counts|applies)\b)", re.IGNORECASE)
SIDES = re.compile(r"\s+(?:sides|parties|governments|countries|states|leaders)\b", re.IGNORECASE)

# How many things a plain text counts up that the original says in a row: "if two things are true".
LISTED = re.compile(
    r"\s+(?:limits|terms|rights|duties|deadlines|requirements|figures|criteria|stages|phases|tests|things|cases|ways|groups|conditions|reasons|points|options|kinds|parts|steps|exceptions|rules|choses|cas|"
    r"conditions|façons|manières|groupes|raisons|motifs|parties|étapes|règles|messages|situations|dinge[n]?|fälle|fällen|"
    r"bedingungen|gründen?|punkten?|arten|möglichkeiten|gruppen|schritten?|ausnahmen|regeln|wege[n]?|cosas|casos|"
    r"condiciones|caminos|vías|posibilidades|soluciones|formas|maneras|grupos|razones|motivos|opciones|tipos|partes|pasos|excepciones|reglas|ayudas|"
    r"أشياء|أمور|حالات|شروط|طرق|فئات|أسباب|نقاط|خيارات|أنواع|خطوات|استثناءات)\b",
    re.IGNORECASE,
)
# "The first two years", "in the first six weeks": how many they are is told by their number.
COUNTED_FIRST = re.compile(r"first\s+(?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve)\b", re.IGNORECASE)
OF_TWO = re.compile(  # of these there are two at least
    r"\b(?:(?:between|of the|any|where|when|if)\s+two|zwischen\s+(?:je\s+)?zwei)$", re.IGNORECASE
)
TWICE, AGAIN = re.compile(r"two(?: times)?$|twice", re.IGNORECASE), re.compile(r"\bagain\b", re.IGNORECASE)
TIMES = re.compile(r"\s+(?:or more\s+)?times\b", re.IGNORECASE)
MORE_THAN_ONCE = re.compile(r"\b(?:more (?:often )?than once|repeatedly|repeated)\b", re.IGNORECASE)
EACH_DAY = re.compile(r"\b(?:fois|times|mal|veces)\b|مرات", re.IGNORECASE)
FROM_NOUGHT = re.compile(r"(?:\b(?:desde|de|à|bei|von|auf)|من)\s+$")  # "begins again from nought"
FEW = 10
CONTRADICTIONS = frozenset(
    frozenset(pair) for pair in (("more than", "at least"), ("more than", "at most"), ("more than", "less than"),
                                 ("less than", "at most"), ("less than", "at least"))
)  # fmt: skip
# A number that only refers to another text: "section 3", "Annex II, paragraph 4".
REFERENCE = re.compile(
    r"\b(?:rows?|columns?|lines?|items?|box(?:es)?|tables?|figures?|footnotes?|zeilen?|spalten?|tabellen?|lignes?|colonnes?|"
    r"tableaux?|filas?|columnas?|tablas?|sections?|articles?|paragraphs?|sub-?paragraphs?|clauses?|annex|schedule|chapter|appendix|regulation|artikel|"
    r"absatz|anhang|abschnitt|annexe|alinéa|chapitre|artículos?|apartado|anexo|capítulo|art\.|para\.|abs\.|no\.|nr\.)\s*$|§\s*$",
    re.IGNORECASE,
)


def may_go(one: Number, before: Reading, after: Reading, ours: Read, theirs: Read) -> bool:
    """Whether a number of the original that the plain text has not may be one that is said otherwise there.

    In: the number, and both texts as they are read, and their numbers as they are compared.
    """
    original, plain = before.text, after.text
    return (
        # Nought is where a range begins that the plain text says "up to" of.
        # … or a part of the year that the plain text names by its months ("July to December").
        bool(REFERENCE.search(original, 0, one.start)) or not one.value or spanned(one, theirs.days)
        or says_how_many(one, before, after) or _counts_list(one, original, theirs, plain)
        or bool(HIGHER.search(original, 0, one.start) and NO_NOUN.match(original, one.end))
        or _lists_days(one, before) or _lists_times(one, before, ours) or nearly(one, theirs.counted())
        or _worked_out(one, ours, theirs)
        or any(_worked_out(share, theirs, ours, one) for share in theirs.all)
        or in_instalments(one, ours.all, theirs.all) or remains(one, original, ours.all)
        or bool(COUNTED_FIRST.match(original, one.start) or OF_TWO.search(original, 0, one.end))
        or counts_on(one, theirs.all, (original, plain), days=True)
        or said_by_another(one, original, ours.counted(), plain, theirs.counted())
        or in_ratio(one, ours, theirs)
    )  # fmt: skip


def may_come(one: Number, before: Reading, after: Reading, ours: Read, theirs: Read, *, gone: bool) -> bool:
    """Whether a number of the plain text that the original has not may follow from what that says. ``gone``: whether
    one of the original is lost for certain; in: as above."""
    original, plain = before.text, after.text
    if never_so_long(one, ours.all, original):
        return False
    two = one.value == 2
    return (
        # "The first report" for "a report … and every year thereafter": an order that was always there.
        (one.weak and one.value <= 2)
        or (two and bool(SIDES.match(plain, one.end) or PRONOUN.match(plain, one.end)))
        or (two and bool(THOSE.search(plain, 0, one.start)))
        or (two and bool(TWICE.match(one.text) and AGAIN.search(original)))
        or (two and bool(TIMES.match(plain, one.end) and MORE_THAN_ONCE.search(original)))
        or says_how_many(one, after, before) or _counts_list(one, plain, ours, original)
        or in_example(one, plain, theirs.all, ours.all)
        or (one.text.lower() == "twice" and bool(FURTHER.search(original)))
        or (one.value <= FEW and bool(LISTED.match(plain, one.end)))
        or (not one.value and bool(FROM_NOUGHT.search(plain, 0, one.start)))
        or (not gone and follows(one, ours.all, ours.days))
        or restated(one, plain, theirs.all, ours.counted(), original)
        or in_instalments(one, ours.all, theirs.all) or in_ratio(one, theirs, ours)
        or counts_on(one, ours.all, (plain, original), days=True)
        or said_by_another(one, plain, theirs.counted(), original, ours.counted())
        or any(_worked_out(share, ours, theirs, one) for share in ours.all)
    )  # fmt: skip


def _counts_list(one: Number, text: str, others: Read, there: str) -> bool:
    """Whether a number counts a list behind it, of which the other text does not say another number."""
    return counts_list(one, text) and not any(counts_list(other, there) for other in others.all)


def _lists_days(one: Number, here: Reading) -> bool:
    """Whether a number only counts the days that are named: "the two storms of 6 and 9 March"."""
    end = next((at for at in (here.text.find(". ", one.end),) if at >= 0), len(here.text))
    return not one.unit and one.value == sum(one.end <= day.start < end and day.day > 0 for day in here.days)


def _lists_times(one: Number, here: Reading, own: Read) -> bool:
    """Whether a number only counts the times of the day that are named: "deux fois par jour, à 7 et à 17 heures"."""
    start, end = sentence_around(here.text, one.start)
    many = sum(start <= time.start < end for time in here.clock)
    return many > 1 and own.written[one.start] == (many, "") and bool(EACH_DAY.search(one.text))


def _contradict(one: Number, other: Number) -> bool:
    """Whether what is said of two equal amounts cannot both be: more than half of 24 are not "at least 12"."""
    said = frozenset((one.bound, other.bound))
    return said in CONTRADICTIONS and not (one.denied or other.denied)


def _worked_out(share: Number, ours: Read, theirs: Read, told: Number | None = None) -> bool:
    """Whether a plain text tells what a share comes to ("half that amount", "€175"): that number, or any."""
    if share.unit != SHARE or share.value >= 1:
        return False
    wholes = [one.value for one in ours.all if one.unit != SHARE]
    return any(
        (isclose(share.value * whole, one.value) and not _contradict(share, one)) or more_than(share, whole, one)
        for one in ([told] if told else theirs.all) if one.unit != SHARE for whole in wholes
    )  # fmt: skip
