# SPDX-License-Identifier: AGPL-3.0-or-later
"""A translation measures in the units of its text.

What it does
: Compares what stands beside each number in a text and its target: minutes to years, lengths, weights and measures,
  where both languages are known and the number itself is the same. Another unit with another number (24 hours, one
  day) is left to those who know both languages.

Why it matters
: Ten weeks are not ten days, and nobody sees it who cannot read both languages.

Example
: «Reply within 10 days.» with the target «Répondez dans un délai de 10 semaines.»

Fix
: Correct the unit in the translation tool.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.checks.parity.cldr import measures, months
from pipeline.checks.parity.units import at_unit, file_of, short, translated
from pipeline.checks.parity.xliff_examples import targets
from pipeline.checks.rule import NotApplicable, Rule, Subject
from pipeline.checks.web.tags import primary
from pipeline.model import Finding, Format, Severity
from pipeline.plain import lexicon
from pipeline.plain.lexicon import Lexicon
from pipeline.plain.numbers.read import numbers

WORD = re.compile(r"[^\W\d_]+")
BESIDE = re.compile(r"[\s\u2060-]{1,3}([^\W\d_]+)(?:[\s\u2060-]{1,3}([^\W\d_]+))?")  # 10 days, 10 working days


def look(subject: Subject) -> Iterator[Finding]:
    """Unit by unit; the words alone tell of most that nothing has changed."""
    file = file_of(subject)
    there, here = (_known(primary(lang)) for lang in (file.source_lang, file.target_lang))
    if not there.measures or not here.measures:
        raise NotApplicable("the units of one of the languages are not known")
    for name, source, target in translated(file):
        words = [_words(text, known) for text, known in ((source, there), (target, here))]
        if all(words) and words[0] != words[1] and (changed := _changed(_beside(source, there), _beside(target, here))):
            yield at_unit(RULE, subject, name, f"The target of «{short(source)}» says {changed}.")


def _known(lang: str) -> Lexicon:
    """What is known of a language; of one without a lexicon the names of units, and no numbers in words."""
    own = lexicon.of(lang)
    return own if own is not None else Lexicon(months=months(lang), measures=measures(lang))


def _words(text: str, known: Lexicon) -> set[str]:
    """The units that a text names."""
    return {known.measures[word] for word in WORD.findall(text.lower()) if word in known.measures}


def _beside(text: str, known: Lexicon) -> dict[float, dict[str, str]]:
    """What stands beside each number: its unit, and the words of both as they are written."""
    found: dict[float, dict[str, str]] = {}
    for number in numbers(text, known):
        after = BESIDE.match(text, number.end)
        word = next((word for word in after.groups("") if word.lower() in known.measures), "") if after else ""
        unit = known.measures.get(word.lower(), "")
        if after is not None and not number.weak:
            found.setdefault(number.value, {})[unit] = f"{number.text} {word}"
    return found


def _changed(there: dict[float, dict[str, str]], here: dict[float, dict[str, str]]) -> str:
    """The first number that has one unit on one side and another on the other."""
    for value in there.keys() & here.keys():
        if len(there[value]) == len(here[value]) == 1 and "" not in {*there[value], *here[value]}:
            (unit, text), (other, shown) = next(iter(there[value].items())), next(iter(here[value].items()))
            if unit != other:
                return f"«{shown}» for «{text}»"
    return ""


RULE = Rule(
    id="unit-measures",
    title="A translation measures in the units of its text",
    severity=Severity.WARNING,
    clauses=(),
    looks={Format.XLIFF: look},
    fix="Correct the unit in the translation tool.",
    good=(
        targets("Reply within 10 working days, or 2 weeks.", "Répondez dans les 10 jours ouvrables, ou 2 semaines."),
        targets("Open for 24 hours, 7 days a week.", "Ouvert 24 heures sur 24, 7 jours sur 7."),
        targets("W ciągu 14 dni.", "Within 14 days.", lang="en", source_lang="pl"),
        targets("It takes 24 hours.", "Cela prend un jour."),
        targets("3 days and 3 nights a year", "3 nuits et 3 jours par an"),
    ),
    bad=(
        targets("Reply within 10 days.", "Répondez dans les 10 semaines."),
        targets("W ciągu 14 dni.", "Within 14 weeks.", lang="en", source_lang="pl"),
        targets("Within ten working days.", "Dans les dix semaines."),
        targets("Keep it for five years.", "Conservez-le cinq mois."),
        targets("The lane is 12 km long.", "El camino mide 12 metros.", lang="es"),
    ),
    question="Does each translation have the units of its text?",
)
