# SPDX-License-Identifier: AGPL-3.0-or-later
"""A translation does not deny what its text says, nor say what its text denies.

What it does
: Finds a text that says «not», «never» or the like whose target has no word at all that denies, bounds, excepts or
  fails, where the words of both languages are known. And finds a text in which a form of «to be», «to have», «can» or
  «must» is denied, where the other side has the same verb and nothing that denies, excepts or bounds anything: no
  «without», no «only», no word that holds a denial in itself. Commands, questions and all that may be said either way
  are left to people.

Why it matters
: A lost «not» turns a statement round, and nobody sees it who cannot read both languages.

Example
: «The path is open in winter.» with the target «Le chemin n'est pas ouvert en hiver.»

Fix
: Correct the target in the translation tool.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from pipeline.checks.parity.denials import bounds, denial, knows
from pipeline.checks.parity.units import at_unit, file_of, short, translated
from pipeline.checks.parity.xliff_examples import targets
from pipeline.checks.rule import NotApplicable, Rule, Subject
from pipeline.checks.web.tags import primary
from pipeline.model import Finding, Format, Severity
from pipeline.plain import lexicon

FORMS: Mapping[str, Mapping[str, str]] = {
    "en": {"be": "is|are|was|were", "have": "has|have|had", "can": "can|could", "must": "must"},
    "fr": {"be": "est|sont|était|étaient", "have": "a|ont|avait|avaient", "can": "peut|peuvent|pouvait|pouvaient",
           "must": "doit|doivent|devait|devaient"},
    "de": {"be": "ist|sind|war|waren", "have": "hat|haben|hatte|hatten", "can": "kann|können|konnte|konnten",
           "must": "muss|müssen|musste|mussten"},
    "es": {"be": "es|son|era|eran|está|están|estaba|estaban|fue|fueron", "have": "ha|han|había|habían|tiene|tienen",
           "can": "puede|pueden|podía|podían", "must": "debe|deben|debía|debían"},
}  # fmt: skip
DENIED = {
    "en": r"\b(?:{0})(?: not|n['’]t)\b",
    "fr": r"\b(?:ne |n['’])(?:l['’]|le |la |les |se |s['’]|y |en )?(?:{0})(?: \w+)? (?:pas|jamais)\b",
    "de": r"\b(?:{0})\b(?: [\w-]+){{0,5}} (?:nicht|kein\w*|nie|niemals)\b",
    "es": r"\bno (?:se |lo |la |los |las |le |les )?(?:{0})\b",
}
"""How each language denies a verb: the sure forms only."""
TURNED = re.compile(
    r"\b(?:not|pas|nicht|no|cannot)\b(?: \w+){0,2} (?:only|just|merely|necessarily|yet|until|before|later|more|less|"
    r"fewer|longer|exceed|seulement|uniquement|encore|plus|moins|avant|nur|noch|mehr|weniger|später|länger|vor|sólo|solo|solamente|"
    r"más|menos|antes|todavía|aún)\b|\?\s*$",
    re.IGNORECASE,
)
"""Denials that another language may do without, and questions."""


def look(subject: Subject) -> Iterator[Finding]:
    """Unit by unit, and both ways."""
    file = file_of(subject)
    langs = (primary(file.source_lang), primary(file.target_lang))
    if langs[0] == langs[1] or not knows(*langs):
        raise NotApplicable("how one of the languages denies is not known")
    for name, source, target in translated(file):
        said = denial(source, langs[0])
        if said and denial(target, langs[0]):
            continue  # it is still in the language of its text, as another rule tells
        if said and not TURNED.search(source) and not bounds(target, langs[1]):
            message = f"«{short(source)}» says «{said[:30]}»; nothing in its target denies anything: «{short(target)}»."
            yield at_unit(RULE, subject, name, message)
            continue
        if any(lang not in FORMS for lang in langs):
            continue
        texts = [" ".join(text.replace("\u2060", "").split()) for text in (source, target)]
        denied = [_denied(text, lang) for text, lang in zip(texts, langs, strict=True)]
        if any(_turns(text, lang) for text, lang in zip(texts, langs, strict=True) if any(denied)):
            continue
        if len(denied[0]) == 1 and not denied[1] and _affirms(texts[1], langs[1], denied[0][0]):
            yield at_unit(RULE, subject, name, f"The target of «{short(source)}» does not deny what its text denies.")
        elif len(denied[1]) == 1 and not denied[0] and _affirms(texts[0], langs[0], denied[1][0]):
            yield at_unit(RULE, subject, name, f"The target of «{short(source)}» denies what its text says.")


def _denied(text: str, lang: str) -> list[str]:
    """The verbs that are surely denied in a text."""
    return [verb for verb in FORMS[lang] for _ in _pattern(lang, verb, denied=True).finditer(text)]


@cache
def _pattern(lang: str, verb: str, *, denied: bool) -> re.Pattern[str]:
    forms = FORMS[lang][verb]
    more = r"|\bcannot\b" if (lang, verb) == ("en", "can") else ""
    return re.compile(DENIED[lang].format(forms) + more if denied else rf"\b(?:{forms})\b", re.IGNORECASE)


def _affirms(text: str, lang: str, verb: str) -> bool:
    """Whether a text surely says a verb: it has it, and nothing that could deny in another way."""
    known = lexicon.of(lang)
    if known is None or not _pattern(lang, verb, denied=False).search(text):
        return False
    return not any(cues.find(text.lower()) for cues in (known.negation, known.bounds, known.conditions))


def _turns(text: str, lang: str) -> bool:
    """Whether another language may well say it without a denial: of what is closed is said that it is not open."""
    known = lexicon.of(lang)
    low = text.lower()
    turned = (pair[1] for pair in known.opposites) if known is not None else ()
    return bool(TURNED.search(text)) or any(re.search(rf"\b{word[: max(4, len(word) - 2)]}", low) for word in turned)


RULE = Rule(
    id="unit-denials",
    title="A translation does not deny what its text says",
    severity=Severity.WARNING,
    clauses=(),
    looks={Format.XLIFF: look},
    fix="Correct the target in the translation tool.",
    good=(
        targets("The path is not open in winter.", "Le chemin n'est pas ouvert en hiver."),
        targets("The path is not open in winter.", "Le chemin est fermé en hiver, sauf le dimanche."),
        targets("Not only bees dance here.", "Les abeilles et les mouches dansent ici."),
        targets("Do not open the hive.", "Évitez d'ouvrir la ruche."),
        targets("Öffnen Sie den Stock nicht.", "Keep the hive closed.", lang="en", source_lang="de"),
        targets("The path is closed in winter.", "Le chemin n'est pas ouvert en hiver."),
        targets("It is not only quick but cheap.", "C'est à la fois rapide et bon marché : il est parfait."),
        targets("You must not hesitate to call.", "Vous devez appeler."),
        targets("Do not abuse the queue.", "Proscrire les abus de la file."),
        targets("Be sure that you didn't miss a step.", "Assurez-vous d'avoir suivi toutes les étapes."),
        targets("The fee has not been paid yet, so call us.", "The fee has not been paid yet, so call us."),
        targets("The fee is not due before May.", "La taxe est due en mai."),
    ),
    bad=(
        targets("Do not open the hive.", "Ouvrez la ruche."),
        targets("Bienen schlafen nie.", "Bees sleep at noon.", lang="en", source_lang="de"),
        targets("The path is open in winter.", "Le chemin n'est pas ouvert en hiver."),
        targets("The path is not open in winter.", "Le chemin est ouvert en hiver."),
        targets("Guests can park here.", "Gäste können hier nicht parken.", lang="de"),
        targets("El museo está abierto hoy.", "The museum isn't open today.", lang="en", source_lang="es"),
    ),
    question="Does each translation deny what its text denies, and nothing else?",
)
