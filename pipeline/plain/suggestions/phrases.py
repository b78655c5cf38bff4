# SPDX-License-Identifier: AGPL-3.0-or-later
"""The phrase list and its grammatical frames: where a phrase may be proposed, and in which form.

The list (``phrases.LANG.tsv``) is our own. An entry is proposed only inside its frame: a verb with its endings and
never after "the" or "a" (there it is a noun), a word for an amount only before a number. Nothing inside of quotation
marks or names is proposed. Every proposal still needs a person: that is what ``reason`` is for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from pipeline.plain.words import language

NUMBER = (
    r"(?=[\d$€£]|(?:one|two|three|four|five|six|seven|eight|nine|ten|twenty|fifty|a hundred|tens|hundreds|"
    r"thousands)\b)"
)
NOT_A_NOUN = r"(?<!\bthe )(?<!\ba )(?<!\ban )(?<!\bof )(?<!\bthis )(?<!\bits )(?<!\btheir )(?<!\bour )(?<!-)"
# What a phrase before "de" or "à" takes over when a plain preposition follows instead: "au sein du" → "dans le".
JOINED = {
    ("fr", "de"): {"de la": "la", "de l'": "l'", "du": "le", "des": "les", "de": "", "d'": ""},
    ("fr", "à"): {"à la": "la", "à l'": "l'", "au": "le", "aux": "les", "à": ""},
    ("es", "de"): {"del": "el", "de": ""},
}
# Where a bare "de" follows, the noun needs an article of its own: "au moyen d'un outil", not "au moyen de fonds".
BARE = {
    "fr": r"(?=\s*(?:une?|deux|trois|quatre|cinq|dix|\d+|ce|cet|cette|ces|nos|notre|vos|votre|leurs?|son|sa|ses|"
    r"chaque|plusieurs|tout|toute|tous|toutes|certaine?s?)\b)"
}
INFINITIVE = {
    "fr": r"(?=\s*(?:ne pas |(?:les?|la|y|en|se|me|nous|vous|lui|leur) |[lsy][’'])?[^\W\d_]+(?:er|ir|re)\b)",
    "es": r"(?=\s+(?:no )?[^\W\d_]+(?:[aeií]r)(?:se|l[aeo]s?|nos)*\b)",
}
MONEY = r"(?=\s[\d.,]+\s?(?:(?:Millionen|Milliarden)\s)?(?:Euro|€|Dollar|Franken|Prozent|%))"
ELIDED = "".join(rf"(?<!\b{word} )" for word in "que de ne se le la je jusque lorsque".split())  # noqa: SIM905
IRREGULAR = {
    "begin": ("begins", "began", "beginning"), "buy": ("buys", "bought", "buying"), "get": ("gets", "got", "getting"),
    "keep": ("keeps", "kept", "keeping"), "tell": ("tells", "told", "telling"), "have": ("has", "had", "having"),
    "be": ("is", "was", "being"), "find": ("finds", "found", "finding"), "speed": ("speeds", "sped", "speeding"),
    "take": ("takes", "took", "taking"), "send": ("sends", "sent", "sending"), "give": ("gives", "gave", "giving"),
    "pay": ("pays", "paid", "paying"), "fight": ("fights", "fought", "fighting"),
    "stop": ("stops", "stopped", "stopping"),
    "plan": ("plans", "planned", "planning"), "spread": ("spreads", "spread", "spreading"),
    "rebuild": ("rebuilds", "rebuilt", "rebuilding"),
    "free": ("frees", "freed", "freeing"), "transmit": ("transmits", "transmitted", "transmitting"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Phrase:
    """An entry: its frame, what it replaces and by what, why, and the pattern that finds it in its frame."""

    frame: str
    before: str
    after: str
    reason: str
    pattern: re.Pattern[str]


@lru_cache(maxsize=8)
def phrases(lang: str) -> tuple[Phrase, ...]:
    """The phrase list of a language, the longest first; empty where we have none."""
    file = resources.files(__package__) / f"phrases.{language(lang)}.tsv"
    if not file.is_file():
        return ()
    found: list[Phrase] = []
    for row in file.read_text(encoding="utf-8").splitlines():
        if row.strip() and not row.startswith("#"):
            frame, before, after, reason = row.split("\t")
            found += _entries(frame, before, after, reason, language(lang))
    return tuple(sorted(found, key=lambda phrase: -len(phrase.before)))


def _entries(frame: str, before: str, after: str, reason: str, lang: str) -> Iterator[Phrase]:
    if frame == "verb":
        for old, new in zip(_verb_forms(before), _verb_forms(after), strict=True):
            yield _entry(frame, old, new, reason, rf"{NOT_A_NOUN}\b{{}}\b")
    elif frame == "noun":
        yield _entry(frame, before, after, reason, r"\b{}\b")
        yield _entry(frame, _plural(before), _plural(after), reason, r"\b{}\b")
    elif frame == "forms":
        for old, new in zip(before.split("|"), after.split("|"), strict=True):
            yield _entry(frame, old, new, reason, _alone(new, lang))
    elif joined := JOINED.get((lang, frame)):
        for old, new in joined.items():
            alone = "" if new else BARE.get(lang, "") if frame == "de" else ""
            now = f"{after} {new}" if new else f"{after} " if old.endswith("'") else after
            yield _entry(frame, f"{before} {old}", now, reason, _alone(after, lang, old) + alone)
    else:
        ends = {"verb-next": r"\b{}\b(?= [a-z]+)",
                "plural-next": r"\b{}\b(?= [a-z-]+s\b)", "number-next": rf"\b{{}}\s{NUMBER}",
                "money": rf"(?<![\w-]){{}}{MONEY}",
                "number": r"(?<![\w-]){}(?=\s\d)", "infinitive": _alone(after, lang, before) + INFINITIVE.get(lang, ""),
                "start": r"(?:(?<=^)|(?<=[.!?] )){}"}  # fmt: skip
        yield _entry(frame, before, after, reason, ends.get(frame, _alone(after, lang, before)))


def _alone(after: str, lang: str, before: str = "") -> str:
    """The pattern of a phrase that stands alone. In French never behind an elision ("qu'"), nor, where the new word
    begins with a vowel, behind a word that would have to be elided ("que avant")."""
    end = "" if before.endswith("'") else r"(?![\w-])"
    if lang != "fr":
        return rf"(?<![\w-]){{}}{end}"
    return rf"(?<![\w’'-]){ELIDED if after[0] in 'aàâeéèêiîoôuhy' else ''}{{}}{end}"


def _entry(frame: str, before: str, after: str, reason: str, pattern: str) -> Phrase:
    words = r"\s+".join(re.escape(word).replace("'", "[’']") for word in before.split())
    flags = re.NOFLAG if frame == "inside" else re.IGNORECASE
    return Phrase(frame, before, after, reason, re.compile(pattern.replace("{}", words), flags))


def _verb_forms(verb: str) -> tuple[str, str, str, str]:
    """Base, third person, past, -ing; of a verb with a particle, the verb is inflected ("carries out")."""
    head, _, tail = verb.partition(" ")
    if head in IRREGULAR:
        forms = (head, *IRREGULAR[head])
    elif head.endswith("e"):
        forms = (head, f"{head}s", f"{head}d", f"{head[:-1]}ing")
    elif re.search(r"[^aeiou]y$", head):
        forms = (head, f"{head[:-1]}ies", f"{head[:-1]}ied", f"{head}ing")
    else:
        forms = (
            head,
            f"{head}es" if head.endswith(("s", "sh", "ch", "x")) else f"{head}s",
            f"{head}ed",
            f"{head}ing",
        )
    base, third, past, ing = (f"{form} {tail}".strip() for form in forms)
    return base, third, past, ing


def _plural(noun: str) -> str:
    if re.search(r"[^aeiou]y$", noun):
        return f"{noun[:-1]}ies"
    return noun if noun in ("pay", "housing") else f"{noun}s"
