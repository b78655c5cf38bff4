# SPDX-License-Identifier: AGPL-3.0-or-later
"""Slips of one word that a program makes in a plain English text, for training the reader of pairs: a denial put in or
taken out, a modal exchanged. Where a denial can be taken out, that is done as often as one is put in, so that a denial
by itself tells nothing."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

_AUXILIARY = "is are was were must should may can could will would shall has have had does do did need needs might"
PUT_IN = re.compile(rf"\b({'|'.join(_AUXILIARY.split())})\b(?! not\b|n['’]t)(?= [a-z])", re.IGNORECASE)
NOT = (" not",) * 8 + (" never", " no longer")
# A denial, and what may stand there without it.
TAKEN_OUT = [(re.compile(cue), left) for cue, left in (
    (r"\b(?:[Dd]o|[Dd]oes|[Dd]id) not ", ("",)), (r"\b[Cc]annot\b", ("can",)), (r"\b(?:[Nn]ot|[Nn]ever) ", ("",)),
    (r"\b[Ww]ithout\b", ("with",)), (r"\b(?:[Nn]o one|[Nn]obody)\b", ("everyone",)),
    (r"\bno (?=[a-z])", ("", "a ", "any ", "some ")), (r"\bNo (?=[a-z])", ("any ", "a ", "each ")),
    (r"\b[Nn]one\b", ("all",)), (r"\b[Nn]othing\b", ("everything", "something")), (r"\b[Nn]ever\b", ("always",)),
    (r"\b[Nn]either\b", ("each",)), (r"\b[Nn]o longer\b", ("still",)), (r"\b[Uu]nless\b", ("if",)),
    (r" except\b", (", also",)),
)]  # fmt: skip
MODALS = {
    "must": "may|should|can|will", "shall": "may|should", "should": "must|may|can", "may": "must|will|should|has to",
    "might": "must|will", "could": "must|should", "can": "must|should|may have to", "will": "may|must|might|should",
    "have to": "may|should|can", "has to": "may|should|can", "had to": "could|should have", "need to": "may|should",
    "needs to": "may|should", "required to": "allowed to|asked to", "allowed to": "required to",
    "entitled to": "required to|bound to", "obliged to": "free to|invited to", "ought to": "may|must",
    "we ask": "we order|we require", "urges": "invites|asks|orders", "asks": "orders|allows",
    "recommends": "orders|requires", "recommend": "order|require", "advise": "require|order", "orders": "asks|allows",
    "calls on": "allows|orders", "please": "you must", "free to": "bound to", "the right to": "a duty to",
}  # fmt: skip
_MODAL = re.compile(
    rf"(?<![\w-])(?!May\b|may \d)(?:{'|'.join(sorted(map(re.escape, MODALS), key=len, reverse=True))})(?![\w-])",
    re.IGNORECASE,
)


def denied(text: str, chance: Random) -> str | None:
    """The text with one denial put in or taken out; None where neither can be."""
    out = [(match, left) for cue, left in TAKEN_OUT for match in cue.finditer(text)]
    places = list(PUT_IN.finditer(text))
    if out and (not places or chance.random() < 0.5):
        match, left = chance.choice(out)
        return _with(text, match, chance.choice(left))
    if not places:
        return None
    match = chance.choice(places)
    return _with(text, match, _denial_of(match.group().lower(), text[match.end() :], chance))


def _denial_of(word: str, behind: str, chance: Random) -> str:
    """A verb denied: "have to" and "have a" are no auxiliaries."""
    does = {"have": "do not have", "has": "does not have", "had": "did not have"}
    own = behind.startswith(" to ") or not re.match(r" \w+(?:ed|en)\b", behind)
    if word in does and own and chance.random() < 0.6:
        return does[word]
    if word == "can" and chance.random() < 0.6:
        return "cannot"
    return word + chance.choice(NOT)


def otherwise_bound(text: str, chance: Random) -> str | None:
    """The text with one modal exchanged for one of another force; None where it has none."""
    places = list(_MODAL.finditer(text))
    if not places:
        return None
    match = chance.choice(places)
    return _with(text, match, chance.choice(MODALS[match.group().lower()].split("|")))


SLIPS: dict[str, Callable[[str, Random], str | None]] = {"negation": denied, "modality": otherwise_bound}


def _with(text: str, match: re.Match[str], new: str) -> str:
    """A text with other words in the place of a match; sentences begin with a capital."""
    put = new[:1].upper() + new[1:] if match.group()[:1].isupper() else new
    made = re.sub(r" {2,}", " ", text[: match.start()] + put + text[match.end() :]).strip()
    made = re.sub(r" ([,.;])", r"\1", made)
    return re.sub(r"(^|[.?!] )([a-z])", lambda found: found[1] + found[2].upper(), made)
