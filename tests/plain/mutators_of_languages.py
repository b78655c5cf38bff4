# SPDX-License-Identifier: AGPL-3.0-or-later
"""Seeded changes of meaning in Arabic, French, German and Spanish: every version of a text with one denial or modal
changed, as (what was changed, changed text). Numbers are changed as in English (``mutators.numbers``)."""

from __future__ import annotations

import re
from collections.abc import Iterator

# A finite verb that can be denied, in the forms that plain texts have most.
VERBS = {
    "fr": "peut|peuvent|pouvez|doit|doivent|devez|est|sont|êtes|a|ont|avez|faut|sera|seront|aura|reste|restent|reçoit|"
          "recevez|paie|payez|perd|perdez|devient|vaut|commence|coûte|suffit|compte|rend|prend|donne",
    "de": "muss|müssen|darf|dürfen|kann|können|soll|sollen|ist|sind|wird|werden|gilt|gelten|bleibt|bleiben|hat|haben|"
          "bekommt|bekommen|erhält|erhalten|zahlt|zahlen|verliert|braucht|brauchen|beginnt|endet|kostet|reicht|zählt",
    "es": "puede|pueden|debe|deben|es|son|está|están|tiene|tienen|hay|será|serán|queda|quedan|paga|pagan|recibe|"
          "reciben|pierde|pierden|vale|sirve|empieza|termina|cuesta|cuenta|necesita|necesitan|da|puedes|debes|tienes",
    "ar": "يجب|يجوز|يمكن|يمكنك|يحق|يستطيع|تستطيع|يدفع|تدفع|يبقى|تبقى|يحصل|تحصل|يبدأ|تبدأ|يكون|تكون|يصبح|تصبح|يحتاج",
}  # fmt: skip
PRONOUNS = {
    "fr": r"(?:(?<!\w)(?:se|le|la|les|lui|leur|y|en|me|te|ne) |[sldmtnyc]['’])",
    "es": r"(?<!\w)(?:se|le|les|lo|la|los|las|me|te|nos|no) ",
}  # fmt: skip
# What stands between a German verb and its "nicht".
BEHIND = r"(?: (?:Sie|du|er|es|man|wir|ihr|sie|der|die|das|den|Ihr|Ihre|Ihnen|sich)(?: [A-ZÄÖÜ]\w+)?)*"
OFF = {
    "fr": (
        (r"\bne (\w+(?: \w+)?) (?:pas|plus|jamais)\b", r"\1"), (r"\bn['’](\w+(?: \w+)?) (?:pas|plus|jamais)\b", r"\1"),
        (r"\bsans\b", "avec"), (r"\b[Pp]ersonne ne ", "chacun "), (r"\b[Aa]ucun(e?) (\w+) n(?:e |['’])", r"tout\1 \2 "),
    ),
    "de": (
        (r"\bnicht ", ""), (r"\bkein", "ein"), (r"\bohne\b", "mit"), (r"\bnie\b", "immer"), (r"\bniemand\b", "jeder"),
        (r"\bnichts\b", "etwas"),
    ),
    "es": (
        (r"(?<!\w)[Nn]o (?=[a-záéíóúñ])", ""), (r"\bsin\b", "con"), (r"\b[Nn]adie\b", "todo el mundo"),
        (r"\bnunca\b", "siempre"), (r"\bningún\b", "cualquier"), (r"\bnada\b", "todo"),
    ),
    "ar": ((r"(?<!\w)(?:لا|لم|لن|ليس|ليست) ", ""), (r"(?<!\w)ب?دون(?!\w)", "مع")),
}  # fmt: skip
MODALS = {
    "fr": {"doit": "peut", "doivent": "peuvent", "devez": "pouvez", "peut": "doit", "peuvent": "doivent",
           "pouvez": "devez", "il faut": "on peut", "devrait": "doit", "devriez": "devez"},
    "de": {"muss": "kann", "müssen": "können", "darf": "muss", "dürfen": "müssen", "kann": "muss", "können": "müssen",
           "soll": "darf", "sollen": "dürfen", "sollte": "muss", "sollten": "müssen"},
    "es": {"debe": "puede", "deben": "pueden", "puede": "debe", "pueden": "deben", "tiene que": "puede",
           "tienen que": "pueden", "hay que": "se puede", "debería": "debe", "puedes": "debes", "debes": "puedes"},
    "ar": {"يجب": "يجوز", "يجوز": "يجب", "يمكن": "يجب", "يحق": "يجب", "يمكنك": "يجب عليك", "عليك": "يمكنك"},
}  # fmt: skip


def negation(text: str, lang: str) -> Iterator[tuple[str, str]]:
    """One denial taken away, or one put in."""
    for cue, left in OFF[lang]:
        for match in re.finditer(cue, text):
            yield "removed", text[: match.start()] + match.expand(left) + text[match.end() :]
    for match in re.finditer(rf"(?<![\w'’-])(?:{VERBS[lang]})(?![\w'’-])", text):
        if (changed := _denied(text, match, lang)) is not None:
            yield "added", changed


def _denied(text: str, verb: re.Match[str], lang: str) -> str | None:
    """The text with a verb denied; None where it is denied already, or its place is not known."""
    before, word, after = text[: verb.start()], verb.group(), text[verb.end() :]
    pronoun = re.search(rf"{PRONOUNS[lang]}$", before) if lang in PRONOUNS else None
    if lang == "fr":
        if pronoun or re.match(r" (?:pas|plus|jamais|rien|que|aucun)\b", after):
            return None
        return f"{before}{'n’' if word[0] in 'aeéêèiou' else 'ne '}{word} pas{after}"
    if lang == "es":
        if pronoun and pronoun.group().strip() == "no":
            return None
        at = pronoun.start() if pronoun else verb.start()
        return None if before[:at].endswith("no ") else f"{text[:at]}no {text[at:]}"
    if lang == "de":
        own = re.match(BEHIND, after)
        end = verb.end() + (own.end() if own else 0)
        return None if re.match(r" (?:nicht|nie|kein|nur)", text[end:]) else f"{text[:end]} nicht{text[end:]}"
    return None if re.search(r"(?:لا|لم|لن|أن|ألا) $", before) else f"{before}لا {word}{after}"


def modality(text: str, lang: str) -> Iterator[tuple[str, str]]:
    """One modal word exchanged for another."""
    for word, other in MODALS[lang].items():
        for match in re.finditer(rf"(?<![\w'’-]){word}(?![\w'’-])", text):
            yield f"{word} > {other}", text[: match.start()] + other + text[match.end() :]
