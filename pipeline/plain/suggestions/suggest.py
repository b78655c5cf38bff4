# SPDX-License-Identifier: AGPL-3.0-or-later
"""Suggestions for a writer: the hardest sentences first, with reasons, and what might be done about each.

Nothing is applied by itself. A suggestion with ``after`` can be accepted as it stands (``accept.py``); one without
it points at something that only a person can rewrite.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pipeline.plain.lexicon import PASSIVE_EN
from pipeline.plain.measures.formulas import FORMULAS
from pipeline.plain.measures.measure import Passage, count_words, counts, measure
from pipeline.plain.measures.sentences import sentences
from pipeline.plain.numbers.names import names
from pipeline.plain.suggestions.phrases import phrases
from pipeline.plain.words import language

LONG = 25
QUOTED = re.compile(r"[“\"«][^“”\"«»\n]{0,400}[”\"»]|`[^`\n]*`|\]\([^)\s]*\)|\{[^}\n]*\}")
SUBJECT = r"(?:we|they|it|he|she|you|I|this|these|there|the [a-z]+(?: [a-z]+)?)"
VERB = (
    r"(?:is|are|was|were|will|must|should|may|can|has|have|had|do|does|did|remains?|[a-z]{3,}ed|calls?|urges?|reaffirm|commit)\b"
)
SPLIT_SEMICOLON = re.compile(rf";\s+(?=(?:and |but )?{SUBJECT}\s+{VERB})")
SEMICOLONS = {
    "en": SPLIT_SEMICOLON,
    "fr": re.compile(r";\s+(?=(?:nous|ils|elles|vous|il|elle|on|cela|ceci) (?:ne |n[’']|[ly][’'])?[^\W\d_]+)"),
    "de": re.compile(
        r";\s+(?=(?:er|sie|es|wir|das|dies|diese [^\W\d_]+|die [^\W\d_]+|der [^\W\d_]+) (?:ist|sind|war|waren|"
        r"wird|werden|hat|haben|muss|müssen|kann|können|darf|dürfen|soll|sollen|sollte|sollten|gilt|gelten|gibt|bleibt)\b)"
    ),
    "es": re.compile(
        r";\s+(?=(?:esto|eso|ellos|ellas|usted|ustedes|nosotros|(?:el|la|los|las|este|esta|estos|estas) [^\W\d_]+) "
        r"(?:no )?(?:es|son|era|eran|será|serán|debe|deben|puede|pueden|ha|han|tiene|tienen|está|están)\b)"
    ),
}
# In a list of clauses a semicolon ends none of them.
SUBORDINATE = {
    "fr": re.compile(r"\b(?:que|qu[’']|si|lorsque|quand|parce|afin|dont)", re.IGNORECASE),
    "de": re.compile(r"\b(?:dass|wenn|falls|weil|ob|damit|obwohl|sofern)\b", re.IGNORECASE),
    "es": re.compile(r"\b(?:que|si|cuando|porque|aunque)\b", re.IGNORECASE),
}
SPLIT_AND = re.compile(rf",\s+(and|but)\s+(?={SUBJECT}\s+{VERB})")
REPEATED = re.compile(
    r"(?P<mark>\bthat|\bto|\bwhether|\bby|\bfor|\bwho)\s+[^;.!?]{3,300}(?:;\s+(?:and\s+|or\s+)?(?P=mark)\s+[^;.!?]{3,300}){2,}[.!?]?"
)
REPEATED_TO = re.compile(r"\bto\s+[a-z]+[^,;.!?]{3,200}(?:,\s+(?:and\s+)?to\s+[a-z]+[^,;.!?]{3,300}){2,}[.!?]?")


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One possible change of a text at ``start`` to ``end``: ``rule`` (phrase, split, list, passive, rare,
    abbreviation), what stands there, what might stand there ("" for: rewrite by hand), and why."""

    rule: str
    start: int
    end: int
    before: str
    after: str
    reason: str

    @property
    def key(self) -> str:
        """A short name for the suggestion, for ``accept``; it depends on place and words."""
        seed = f"{self.rule}\0{self.start}\0{self.before}\0{self.after}"
        return f"{self.rule}-{hashlib.sha256(seed.encode()).hexdigest()[:6]}"


@dataclass(frozen=True, slots=True)
class HardSentence:
    """A sentence with its block, its number of words, its grade (None: no formula gives one in this language), why it
    is hard, and what might be done."""

    block: str
    text: str
    words: int
    grade: float | None
    reasons: tuple[str, ...]
    suggestions: tuple[Suggestion, ...]

    @property
    def hardness(self) -> float:
        """What sentences of one language are sorted by: the grade, or the number of words."""
        return self.words if self.grade is None else self.grade


def suggest(text: str, lang: str = "en") -> tuple[Suggestion, ...]:
    """The suggestions for a text, in order of place, none of them overlapping; ``start`` and ``end`` count in it."""
    flat = re.sub(r"\s", " ", text)
    taken = [(match.start(), match.end()) for match in QUOTED.finditer(flat)]
    taken += [(name.start, name.end) for name in names(flat, lang)]
    found: list[Suggestion] = []
    for one in (*_phrases(flat, lang), *_lists(flat, lang), *_splits(flat, lang)):
        if not any(one.start < end and start < one.end for start, end in taken):
            found.append(Suggestion(one.rule, one.start, one.end, text[one.start : one.end], one.after, one.reason))
            taken.append((one.start, one.end))
    return tuple(sorted(found, key=lambda one: one.start))


def _phrases(text: str, lang: str) -> Iterator[Suggestion]:
    for phrase in phrases(lang):
        for match in phrase.pattern.finditer(text):
            before = match.group().rstrip()
            after = phrase.after
            if before[0].isupper() and re.match(r"\s+[A-Z]", text[match.start() + len(before) :]):
                continue  # the beginning of a name
            if before[0].isupper():
                after = after[0].upper() + after[1:]
            yield Suggestion("phrase", match.start(), match.start() + len(before), before, after, phrase.reason)


def _splits(text: str, lang: str) -> Iterator[Suggestion]:
    """Sentence ends at clause marks that are surely the end of a main clause: what follows has a subject and a
    verb of its own. At commas in English only: there other languages have clauses that cannot stand alone."""
    semicolon = SEMICOLONS.get(language(lang))
    if semicolon is None:
        return
    for match in semicolon.finditer(text):
        if language(lang) == "en" or not SUBORDINATE[language(lang)].search(_sentence_before(text, match.start())):
            yield _split(text, match.start(), match.end(), "A semicolon joins two sentences: end the first one here.")
    if language(lang) != "en":
        return
    for match in SPLIT_AND.finditer(text):
        before = text[max(text.rfind(". ", 0, match.start()), 0) : match.start()]
        if count_words(before) >= 6 and not re.search(
            r"\b(?:if|when|that|whether|because|although|unless|who|which)\b[^,;]*$", before
        ):
            reason = f"Two sentences are joined by “{match[1]}”: end the first one here."
            yield _split(text, match.start(), match.end(), reason, "But " if match[1] == "but" else "")


def _sentence_before(text: str, end: int) -> str:
    return text[max((text.rfind(mark, 0, end) for mark in (". ", "! ", "? ", ": ")), default=0) + 1 : end]


def _split(text: str, start: int, end: int, reason: str, joint: str = "") -> Suggestion:
    following = text[end : end + 1]
    after = f". {joint}{following if joint else following.upper()}"
    return Suggestion("split", start, end + 1, text[start : end + 1], after, reason)


def _lists(text: str, lang: str) -> Iterator[Suggestion]:
    """Clauses with one repeated mark, as a list: "that A; that B; and that C". The items keep their mark."""
    if language(lang) != "en":
        return
    for pattern, joint in ((REPEATED, r";\s+(?:and\s+|or\s+)?"), (REPEATED_TO, r",\s+(?:and\s+)?(?=to\s)")):
        for match in pattern.finditer(text):
            items = [item.strip() for item in re.split(joint, match.group().rstrip(".!?"))]
            head = text[: match.start()].rstrip()
            colon = "" if head.endswith(":") else ":"
            start = len(head)
            mark = "any of" if re.search(r";\s+or\s", match.group()) else "all of"
            listed = "".join(f"\n- {item}" for item in items)
            after = f"{colon}\n{listed}\n"
            reason = (
                f"{len(items)} clauses with one mark: a list shows that {mark} them count. "
                "Keep “and” or “or” if it matters."
            )
            yield Suggestion("list", start, match.end(), text[start : match.end()], after, reason)


def hardest(passages: Iterable[Passage], lang: str = "en") -> tuple[HardSentence, ...]:
    """The sentences of a text, the hardest first (by grade where the language has one, else by length)."""
    grade = next((formula for formula in FORMULAS.get(language(lang), ()) if formula.scale == "grade"), None)
    found: list[HardSentence] = []
    for passage in passages:
        if not passage.running:
            continue
        for text in sentences(passage.text, lang):
            number = count_words(text)
            held = counts(text, lang)
            value = round(grade.compute(held), 1) if grade and held.words else None
            found.append(HardSentence(passage.block, text, number, value, reasons(text, lang), suggest(text, lang)))
    return tuple(sorted(found, key=lambda one: (-one.hardness, -one.words, one.block)))


def reasons(text: str, lang: str) -> tuple[str, ...]:
    """Why a sentence is hard, in words."""
    made = measure([Passage("", text)], lang)
    found: list[str] = []
    number = count_words(text)
    if number > LONG:
        found.append(f"{number} words: more than {LONG}")
    if made.rare:
        found.append("rare words: " + ", ".join(made.rare))
    if made.undefined:
        found.append("abbreviations: " + ", ".join(made.undefined))
    if language(lang) == "en" and (passive := PASSIVE_EN.search(text)):
        found.append(f"passive: {passive.group()}")
    if made.nominalisations and len(made.nominalisations) > 2:
        found.append("nouns made of verbs: " + ", ".join(dict.fromkeys(made.nominalisations)))
    if text.count(",") > 3:
        found.append(f"{text.count(',')} commas")
    return tuple(found)
