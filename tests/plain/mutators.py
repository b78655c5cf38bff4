# SPDX-License-Identifier: AGPL-3.0-or-later
"""Seeded changes of meaning: each function gives every version of a text with one number, negation or modality
changed, as (what was changed, changed text). Used to test that the guard misses none."""

from __future__ import annotations

import re
from collections.abc import Iterator

NUMBER_WORDS = [
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "twenty",
    "thirty", "hundred", "thousand", "million", "billion",
]  # fmt: skip
AUXILIARY = r"\b(is|are|was|were|must|should|may|can|could|will|would|shall|has|have|had|does|do|did)\b"
MODAL_SWAPS = {
    "must": ("may", "should", "can"), "shall": ("may", "should"), "should": ("must", "may"),
    "may": ("must", "will", "should"),
    "might": ("must", "will"), "could": ("must", "should"), "can": ("must", "should"), "will": ("may", "must", "might"),
    "have to": ("may", "should"), "has to": ("may", "should"), "required to": ("allowed to",),
    "allowed to": ("required to",),
    "entitled to": ("required to",), "urge": ("invite", "ask"), "urges": ("invites", "asks"), "ought to": ("may",),
}  # fmt: skip


def numbers(text: str) -> Iterator[tuple[str, str]]:
    """One number changed: a digit, the scale, or a word."""
    for match in re.finditer(r"\d+", text):
        digits = match.group()
        other = str((int(digits[0]) % 9) + 1) + digits[1:]
        yield digits, text[: match.start()] + other + text[match.end() :]
        if len(digits) > 1:
            last = digits[:-1] + str((int(digits[-1]) + 3) % 10)
            yield digits, text[: match.start()] + last + text[match.end() :]
    for match in re.finditer(rf"\b({'|'.join(NUMBER_WORDS)})\b", text, re.IGNORECASE):
        word = match.group().lower()
        other = NUMBER_WORDS[(NUMBER_WORDS.index(word) + 1) % len(NUMBER_WORDS)]
        yield word, text[: match.start()] + other + text[match.end() :]


def negation(text: str) -> Iterator[tuple[str, str]]:
    """One negation taken away, or one put in."""
    for match in re.finditer(r"\b(?:do|does|did) not ", text):
        yield "removed", text[: match.start()] + text[match.end() :]
    for match in re.finditer(r"(?<!do )(?<!does )(?<!did )\b(?:not|never) ", text):
        yield "removed", text[: match.start()] + text[match.end() :]
    for match in re.finditer(r"\bcannot\b", text):
        yield "removed", text[: match.start()] + "can" + text[match.end() :]
    for match in re.finditer(r"\bwithout\b(?! delay)", text):
        yield "removed", text[: match.start()] + "with" + text[match.end() :]
    for match in re.finditer(r"\b([Nn])(o one|obody)\b", text):
        yield "removed", text[: match.start()] + "everyone" + text[match.end() :]
    for match in re.finditer(AUXILIARY + r"(?! not|n't)(?= [a-z]+)", text):
        yield "added", text[: match.end()] + " not" + text[match.end() :]


def modality(text: str) -> Iterator[tuple[str, str]]:
    """One modal word exchanged for another."""
    for word, others in MODAL_SWAPS.items():
        for match in re.finditer(rf"(?<!may )(?<!not )(?<!one )\b{word}\b(?! not| never| have)", text):
            if word in ("shall", "may") and re.search(
                r"\b(?:no|neither|none)\b[^.]*$", text[: match.start()], re.IGNORECASE
            ):
                continue  # "no person shall" and "no person may" say the same
            if word == "may" and re.match(r"\W+\d", text[match.end() :]):
                continue
            for other in others:
                yield f"{word} > {other}", text[: match.start()] + other + text[match.end() :]
