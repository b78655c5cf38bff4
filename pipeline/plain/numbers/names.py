# SPDX-License-Identifier: AGPL-3.0-or-later
"""Names in a text and their aliases, by capital letters and frequency: no model, no list of the world's names.

A name is a run of capitalised words that may hold small linking words ("Ministers of Foreign Affairs", "Abu Bakr
al-Baghdadi"). At the beginning of a sentence a capital says nothing, so there a word counts only if it stands
capitalised elsewhere too, or is an abbreviation, or is hardly ever used in small letters.
German writes every noun with a capital letter: there only abbreviations and words with a capital inside count.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from pipeline.plain.words import language, stem, zipf

TOKEN = re.compile(r"[^\W_]+(?:[’'‐‑/&.-][^\W_]+)*|[^\w\s]")
LINKS = {
    "en": {
        "of",
        "the",
        "for",
        "to",
        "and",
        "al",
        "de",
        "von",
        "van",
        "der",
        "la",
        "bin",
        "ibn",
        "on",
        "in",
        "du",
        "del",
    },
    "fr": {"de", "du", "des", "la", "le", "les", "et", "d", "l", "pour", "à", "aux", "contre"},
    "es": {"de", "del", "la", "las", "los", "el", "y", "para", "e"},
}
OPENERS = {".", "!", "?", ":", ";", "•", "–", "—", "¿", "¡", "“", "”", '"', "«", "(", "[", "‘", "`", "؟"}
NOT_NAMES = frozenset(
    {"i", "the", "a", "an", "this", "that", "these", "those", "we", "he", "she", "it", "they", "you", "our", "his",
     "her", "its", "their", "my", "your", "today", "yesterday", "tomorrow", "in", "on", "at", "by", "for", "to",
     "of", "and", "or", "but", "if", "when", "while", "where", "after", "before", "since", "despite", "during",
     "over", "under", "all", "some", "any", "no", "not", "there", "here", "however", "therefore", "thus", "moreover",
     "continued", "international", "law", "january", "february", "march", "april", "may", "june", "july", "august",
     "september", "october", "november", "december", "monday", "tuesday", "wednesday", "thursday", "friday",
     "saturday", "sunday", "celsius", "fahrenheit", "eur", "usd", "gbp", "chf", "id", "mondays", "tuesdays",
     "wednesdays", "thursdays", "fridays", "saturdays", "sundays", "schedule", "appendix",
     "article", "section", "chapter", "paragraph", "annex", "table", "figure", "part", "note",
     "page", "mr", "mrs", "ms", "dr", "im", "what", "which", "who", "why", "how", "as", "with", "without", "from",
     "into", "many", "most", "more", "few", "both", "each", "every", "one", "two", "three", "four", "five", "six",
     "seven", "eight", "nine", "ten"}
)  # fmt: skip
ABBREVIATION = re.compile(r"(?:[A-Z]\.){2,}|[A-Z][A-Z0-9]*[A-Z][A-Z0-9]*s?|[A-Z]{2,}-?\d+")
STRESSED = frozenset({
    "must", "shall", "should", "may", "can", "cannot", "not", "required", "recommended", "optional", "and", "or", "if",
    "all", "any", "no", "only",
})  # fmt: skip
UNITS = frozenset({"GB", "MB", "KB", "TB", "KW", "MW", "GW", "KWH"})
UNIT = re.compile(r"[cdhkmµ](?:B|W|Wh|V|VA|A|Hz|Pa|J|L|N)|[MGT](?:Wh|Hz|Pa)")  # a small letter tells them from names
ROMAN = re.compile(r"(?=[IVXLC])(?:X[CL]|L?X{0,3})(?:I[XV]|V?I{0,3})")
DEMONYM_ENDS = ("ians", "ian", "ans", "an", "ese", "ish", "is", "i", "ic", "s", "n", "ns", "i's", "'s")
SAME_PLACE = {
    "french": "france", "german": "germany", "british": "britain", "dutch": "netherlands", "spanish": "spain",
    "swiss": "switzerland", "turkish": "turkey", "danish": "denmark", "swedish": "sweden", "polish": "poland",
    "greek": "greece", "welsh": "wales", "irish": "ireland", "american": "america", "norwegian": "norway",
    "finnish": "finland", "scottish": "scotland", "english": "england", "italian": "italy", "afghan": "afghanistan",
    "lebanese": "lebanon", "israeli": "israel", "european": "europe", "african": "africa", "asian": "asia",
    "türkiye": "turkey", "egyptian": "egypt", "jordanian": "jordan", "yemeni": "yemen", "libyan": "libya",
}  # fmt: skip
# Names that everyone writes in two ways. A document adds its own (``aliases`` in document.yaml or plain.md).
COMMON_ALIASES: Mapping[str, tuple[str, ...]] = {
    "United Nations": ("UN", "U.N."),
    "United States": ("US", "U.S.", "USA", "U.S.A.", "America", "American", "United States of America"),
    "United Kingdom": ("UK", "U.K.", "Britain", "British", "Great Britain"),
    "European Union": ("EU", "E.U."),
    "Internet": ("internet",),
}


@dataclass(frozen=True, slots=True)
class Name:
    """A name as written, and where: code points ``start`` to ``end`` of the text."""

    text: str
    start: int
    end: int


def is_abbreviation(word: str) -> bool:
    """Whether a word is an abbreviation in capitals (UN, U.S., UNHCR), not a Roman number, nor a word that is only
    stressed by its capitals (SHALL and MUST NOT in technical standards, RFC 8174)."""
    if word in UNITS or word.lower() in STRESSED:
        return False
    return bool(ABBREVIATION.fullmatch(word)) and not ROMAN.fullmatch(word)


def names(text: str, lang: str = "en") -> list[Name]:
    """The names in a text, in order. In: reading text and its language."""
    base = language(lang)
    if base == "ar":
        return []
    tokens = [(m.group(), m.start(), m.end()) for m in TOKEN.finditer(text)]
    inside = {
        word.lower()
        for at, (word, _, _) in enumerate(tokens)
        if at and not _opens(tokens[at - 1][0]) and word[0].isupper()
    }
    found: list[Name] = []
    run: list[tuple[str, int, int]] = []
    for at, token in enumerate(tokens):
        if _is_name(token[0], at == 0 or _opens(tokens[at - 1][0]), inside, base, bool(run)):
            run.append(token)
        elif not (run and token[0].lower() in LINKS.get(base, set()) and _capital_follows(tokens, at, base)):
            found += _closed(run)
            run = []
        else:
            run.append(token)
    return found + _closed(run)


def _opens(token: str) -> bool:
    return token in OPENERS


def _capital_follows(tokens: Sequence[tuple[str, int, int]], at: int, base: str) -> bool:
    """Whether a linking word leads on to a capital within two words: "of the United"; "and" never joins."""
    if tokens[at][0].lower() in {"and", "et", "y", "in", "on", "to", "for", "the"} and any(
        map(str.isupper, tokens[at - 1][0])
    ):
        return False
    for word, _, _ in tokens[at + 1 : at + 3]:
        if word[0].isupper() and word.lower() not in NOT_NAMES:
            return True
        if word.lower() not in LINKS.get(base, set()):
            return False
    return False


def _is_name(word: str, first: bool, inside: set[str], base: str, in_run: bool) -> bool:
    if not word[0].isupper() and not (word[0].islower() and any(char.isupper() for char in word[1:])):
        return False
    if is_abbreviation(word) or any(is_abbreviation(part) for part in re.split(r"[-/’']", word)):
        return True
    folded = word.lower()
    if folded in NOT_NAMES or len(word) == 1 or UNIT.fullmatch(word) or (word.isupper() and folded in STRESSED):
        return False
    if base == "de":
        return any(char.isupper() for char in word[1:]) and "-" not in word
    if not first or in_run:
        return True
    return folded in inside or zipf(folded.split("'")[0].split("’")[0], base) < 2.5 or folded in SAME_PLACE


def _closed(run: list[tuple[str, int, int]]) -> list[Name]:
    while run and run[-1][0][0].islower() and not any(char.isupper() for char in run[-1][0]):
        run = run[:-1]
    if not run:
        return []
    return [Name(" ".join(word for word, _, _ in run), run[0][1], run[-1][2])]


def without_names(text: str, lang: str = "en") -> str:
    """The text without its names, as WCAG 3.1.5 measures it ("after removal of proper names and titles")."""
    parts: list[str] = []
    at = 0
    for name in names(text, lang):
        parts.append(text[at : name.start])
        at = name.end
    return " ".join(("".join([*parts, text[at:]])).split())


def alias_table(extra: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """Each way of writing a name, folded → one name for all of them. In: name → its other forms."""
    table: dict[str, str] = {}
    for main, others in (*COMMON_ALIASES.items(), *extra.items()):
        one = table.get(fold(main), fold(main))
        for form in (main, *others):
            table[fold(form)] = one
    return table


def fold(name: str) -> str:
    """A name as it is compared: lower case, without possessive and full stops, without a leading article."""
    text = re.sub(r"[’']s?\b", "", name.lower()).replace(".", "")
    return re.sub(r"^(?:the|le|la|les|el|los|las|l|der|die|das)\s+", "", " ".join(re.split(r"[\s]+", text)))


@lru_cache(maxsize=20_000)
def core(word: str, lang: str = "en") -> str:
    """One word of a name without what inflection adds: "Iraqi", "Iraq's" and "Iraq" are one."""
    folded = fold(word.removesuffix("s") if is_abbreviation(word) else word)
    if folded in SAME_PLACE:
        folded = SAME_PLACE[folded]
    for end in DEMONYM_ENDS:
        if folded.endswith(end) and len(folded) - len(end) >= 4:
            folded = folded.removesuffix(end)
            break
    folded = re.sub(r"(?<=\w\w\w)ies$", "y", folded)
    return re.sub(r"(?:ia|a|e|i|y|ea)$", "", folded) if len(folded) > 3 else folded or stem(word, lang)
