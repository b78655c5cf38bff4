# SPDX-License-Identifier: AGPL-3.0-or-later
"""A phrase in a third language stays in that language.

What it does
: Looks at the codes that say «text in another language»: what stands in them in the target, where the phrase is in
  neither of the two languages: half of its words are there, or it was put into other letters.

Why it matters
: The code still says that the phrase is in its own language, and a screen reader speaks the translation with that
  voice.

Example
: «Silentium est aurum», marked as Latin, is «Silence is golden» in the target, and still marked as Latin.

Fix
: Keep the phrase; say what it means beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from pipeline.checks.parity.units import at_unit, file_of, short
from pipeline.checks.parity.untranslated import shares_words
from pipeline.checks.parity.xliff_examples import targets
from pipeline.checks.rule import Example, NotApplicable, Rule, Subject
from pipeline.checks.web.speech import scripts
from pipeline.checks.web.tags import primary
from pipeline.model import Finding, Format, Severity
from pipeline.translate.leverage import text_of
from pipeline.translate.pieces import Piece, inside_codes

SHOWN = re.compile(r"\(([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\)")
"""The language in what a code shows: "[text in another language (la)]"."""
FEWEST = 2
"""A single word may be a name that each language writes in its own way."""


def look(subject: Subject) -> Iterator[Finding]:
    """Every code around a phrase in a third language."""
    file = file_of(subject)
    own = {primary(file.source_lang), primary(file.target_lang)}
    marked = {str(unit.get("id", "")): _marked(unit, own) for unit in subject.xml.iter("{*}unit")}
    if not any(marked.values()):
        raise NotApplicable("no phrases in a third language")
    for name, unit in file.units.items():
        for segment in unit.segments if marked.get(name) else ():
            there, here = _inside(segment.source), _inside(segment.target or ())
            for code, lang in marked[name].items():
                wanted, given = there.get(code, ""), here.get(code, "")
                if given and len(wanted.split()) >= FEWEST and _is_another(wanted, given):
                    message = f"«{short(wanted)}» is marked as {lang}; its target says «{short(given)}» there."
                    yield at_unit(RULE, subject, name, message)


def _marked(unit: object, own: set[str]) -> Mapping[str, str]:
    """The codes of a unit that mark a language which is neither of ``own``, with that language."""
    found: dict[str, str] = {}
    for code in unit.iter("{*}pc", "{*}sc"):  # type: ignore[attr-defined]
        shown = SHOWN.search(code.get("dispStart") or code.get("disp") or "")
        if code.get("subType") == "pariter:language" and shown and primary(shown[1]) not in own:
            found[code.get("id", "")] = shown[1]
    return found


def _inside(pieces: Sequence[Piece]) -> Mapping[str, str]:
    return {name: " ".join(text_of(inner).split()) for name, inner in inside_codes(pieces).items()}


def _is_another(wanted: str, given: str) -> bool:
    """Whether a phrase has become another one. One that was put into other letters has not; nor has one of whose words
    half are there."""
    if set(scripts(wanted)).isdisjoint(scripts(given)):
        return False
    return not shares_words(wanted, given)


def _motto(target: str, lang: str = "la") -> Example:
    code = f'<pc id="1" subType="pariter:language" dispStart="[text in another language ({lang})]">{{}}</pc>'
    return targets(f"The sign says {code.format('Silentium est aurum')}.", f"L’écriteau dit {code.format(target)}.")


RULE = Rule(
    id="unit-phrases",
    title="A phrase in a third language stays in that language",
    severity=Severity.WARNING,
    clauses=("WCAG 3.1.2",),
    looks={Format.XLIFF: look},
    fix="Keep the phrase as it is, and say beside it what it means.",
    good=(_motto("Silentium est aurum"), _motto("Le silence est d’or", "fr")),
    bad=(_motto("Le silence est d’or"),),
    question="Does each phrase in another language stand there as its language has it?",
)
