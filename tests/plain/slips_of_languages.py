# SPDX-License-Identifier: AGPL-3.0-or-later
"""Slips of one word that a program makes in a plain Arabic, French, German or Spanish text, for training the reader of
pairs of these languages, as ``slips.py`` does in English: a denial put in or taken out, a modal exchanged.

What the reader is judged by (``mutators_of_languages.py``) was written by itself and is not used here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from random import Random

from tests.plain.words_of_slips import ADJECTIVES, MODALS, OBJECTS, PARTS, TAKEN_OUT, VERBS

Made = tuple[int, int, str]  # where other words are put, and which
_LETTER = r"[\w'’-]"
_WORD = rf"(?<!{_LETTER})(?:{{}})(?!{_LETTER})"
_VERB = {lang: re.compile(_WORD.format(those)) for lang, those in VERBS.items()}
_OUT = {
    lang: [(re.compile(cue), left) for cue, left in rows]
    for lang, rows in TAKEN_OUT.items()
}  # fmt: skip
_MODAL = {
    lang: re.compile(_WORD.format("|".join(sorted(map(re.escape, table), key=len, reverse=True))), re.IGNORECASE)
    for lang, table in MODALS.items()
}
_ASKED = re.compile(r"(?:^|[.?!:] )([A-ZÉ]\w+ez)(?= )")  # "Envoyez …"
_SUBJECT = re.compile(
    rf"(?<!{_LETTER})(?:[Vv]ous|[Ii]ls?|[Ee]lles?|[Oo]n|[Nn]ous|[Qq]ui|[Cc]ela) {OBJECTS['fr']}"
    r"([a-zéê]{3,})(?= |[.,;])"
)
_CLAUSE = re.compile(r"(?<= )(\w+)(?=[.,;:!?])")
_BARE = re.compile(rf"(?<!{_LETTER})([Ee]in(?:e|en|em|er)?)(?= )")
_DENIED = {
    "fr": re.compile(r" (?:pas|plus|jamais|rien|que|qu['’]|aucun|ni|guère)"),
    "es": re.compile(r"(?:no|nunca|jamás|ni) $"),
    "ar": re.compile(r"(?:لا|لم|لن|ألا|كي|حتى|ما) $"),
}  # fmt: skip


def denied(text: str, lang: str, chance: Random) -> str | None:
    """The text with one denial put in or taken out; None where neither can be."""
    out = [
        (match.start(), match.end(), match.expand(chance.choice(left)))
        for cue, left in _OUT[lang] for match in cue.finditer(text)
    ]  # fmt: skip
    put = list(_PUT[lang](text, chance))
    if out and (not put or chance.random() < 0.5):
        return _with(text, chance.choice(out))
    return _with(text, chance.choice(put)) if put else None


def otherwise_bound(text: str, lang: str, chance: Random) -> str | None:
    """The text with one modal exchanged for one of another force; None where it has none."""
    places = list(_MODAL[lang].finditer(text))
    if not places:
        return None
    match = chance.choice(places)
    return _with(text, (match.start(), match.end(), chance.choice(MODALS[lang][match.group().lower()].split("|"))))


def _french(text: str, chance: Random) -> Iterator[Made]:
    behind = chance.choice(("pas", "pas", "pas", "plus", "jamais"))
    for match in (*_SUBJECT.finditer(text), *_VERB["fr"].finditer(text)):
        group = 1 if match.re is _SUBJECT else 0
        start, end = match.span(group)
        objects = re.search(rf"{OBJECTS['fr']}$", text[:start])
        at = objects.start() if objects else start
        if _DENIED["fr"].match(text, end) or re.search(r"\b(?:ne |n['’])$", text[:at]):
            continue
        if group and re.search(r"(?:er|ir|ant|ment|oi|même|si|tou[st])$", match[group]):
            continue
        verb = text[at:end]
        yield at, end, f"{_ne(verb)}{verb} {behind}"
    for match in _ASKED.finditer(text):
        if not text.startswith(("-", "-vous"), match.end()):
            verb = match[1][:1].lower() + match[1][1:]
            yield match.start(1), match.end(1), f"{_ne(verb).capitalize()}{verb} pas"


def _ne(verb: str) -> str:
    return "n’" if verb[0].lower() in "aeéêiouyh" and not verb.startswith(("ou ", "y ")) else "ne "


def _german(text: str, chance: Random) -> Iterator[Made]:
    word = chance.choice(("nicht", "nicht", "nicht", "nicht", "nie", "nicht mehr"))
    for match in _CLAUSE.finditer(text):
        clause = re.split(r"(?<!\d)[.,;:!?] ", text[: match.start()])[-1]
        if len(clause.split()) < 2 or re.search(r"\b(?:nicht|kein\w*|nie\w*|nur|ohne)\b", clause + match[1]):
            continue
        last = match[1]
        verb = last[0].islower() and (last.endswith(("en", "rn", "ln", "t")) or last in PARTS)
        if verb or not re.search(rf"^\s*(?:{VERBS['de']})\b|\b(?:{VERBS['de']})\b", clause, re.IGNORECASE):
            if verb:
                yield match.start(), match.start(), f"{word} "
            continue
        yield match.end(), match.end(), f" {word}"
    for match in _BARE.finditer(text):
        yield match.start(1), match.end(1), ("K" if match[1][0] == "E" else "k") + match[1].lower()


def _spanish(text: str, chance: Random) -> Iterator[Made]:
    word = chance.choice(("no", "no", "no", "no", "nunca"))
    for match in _VERB["es"].finditer(text):
        objects = re.search(rf"{OBJECTS['es']}$", text[: match.start()])
        at = objects.start() if objects else match.start()
        if not _DENIED["es"].search(text[:at].lower()):
            yield at, match.end(), f"{word} {_small(text[at : match.end()])}"


def _arabic(text: str, chance: Random) -> Iterator[Made]:
    for match in _VERB["ar"].finditer(text):
        if _DENIED["ar"].search(text[: match.start()]):
            continue
        if before := re.search(r"(?<!\w)(ف?و?)أن $", text[: match.start()]):
            yield before.start(), match.end(), f"{before[1]}ألا {match.group()}"
        elif match.group().startswith("سي"):
            yield match.start(), match.end(), f"لن {match.group()[1:]}"
        else:
            yield match.start(), match.end(), f"{chance.choice(('لا', 'لا', 'لا', 'لن'))} {match.group()}"
    for match in re.finditer(rf"(?<!\w)(?:{ADJECTIVES})(?!\w)", text):
        if not text[: match.start()].endswith("غير "):
            yield match.start(), match.end(), f"غير {match.group()}"


_PUT: dict[str, Callable[[str, Random], Iterator[Made]]] = {
    "fr": _french, "de": _german, "es": _spanish, "ar": _arabic,
}  # fmt: skip
SLIPS: dict[str, Callable[[str, str, Random], str | None]] = {"negation": denied, "modality": otherwise_bound}


def _small(words: str) -> str:
    return words[:1].lower() + words[1:]


def _with(text: str, made: Made) -> str:
    """A text with other words at a place; sentences begin with a capital."""
    start, end, new = made
    put = new[:1].upper() + new[1:] if text[start : start + 1].isupper() and new else new
    whole = re.sub(r" {2,}", " ", text[:start] + put + text[end:]).strip()
    whole = re.sub(r" ([,.])", r"\1", whole)
    return re.sub(r"(^|[.?!] |[¿¡])([^\W\d_])", lambda found: found[1] + found[2].upper(), whole)
