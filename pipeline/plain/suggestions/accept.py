# SPDX-License-Identifier: AGPL-3.0-or-later
"""Accepting a suggestion, and taking it back to the byte.

Every accepted suggestion is an entry in ``plain.log.json`` beside ``plain.md``: rule, before, after, reason, place,
and the digests of the file before and after. Undoing puts the bytes back; when the file has changed since, only if
the accepted words still stand once, between the same neighbours.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass

from pipeline.errors import InputError
from pipeline.plain.suggestions.suggest import Suggestion

AROUND = 30


@dataclass(frozen=True, slots=True)
class Accepted:
    """An accepted suggestion: ``start`` in the text as it was, its neighbours on both sides, and the digests."""

    rule: str
    start: int
    before: str
    after: str
    reason: str
    left: str
    right: str
    digest_before: str
    digest_after: str


def digest(text: str) -> str:
    """SHA-256 of a text as UTF-8, in hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


def accept(text: str, suggestion: Suggestion) -> tuple[str, Accepted]:
    """The text with a suggestion applied, and what to log. Raises InputError if the text is not what it was made
    for, or if it is one that a person must write."""
    if text[suggestion.start : suggestion.end] != suggestion.before:
        raise InputError(
            "the text has changed since the suggestion was made.", "Run «pariter plain suggest» again."
        )
    if not suggestion.after:
        raise InputError("this suggestion has no words to put in.", "Rewrite the sentence by hand.")
    changed = text[: suggestion.start] + suggestion.after + text[suggestion.end :]
    entry = Accepted(
        suggestion.rule, suggestion.start, suggestion.before, suggestion.after, suggestion.reason,
        text[max(0, suggestion.start - AROUND) : suggestion.start], text[suggestion.end : suggestion.end + AROUND],
        digest(text), digest(changed),
    )  # fmt: skip
    return changed, entry


def undo(text: str, entry: Accepted) -> str:
    """The text with an accepted suggestion taken back. Raises InputError when its words are not there any more."""
    start, end = entry.start, entry.start + len(entry.after)
    if digest(text) == entry.digest_after:
        return text[:start] + entry.before + text[end:]
    marked = entry.left + entry.after + entry.right
    if text.count(marked) != 1:
        raise InputError(
            "the accepted words do not stand in the text any more, or more than once.", "Change them by hand."
        )
    at = text.index(marked) + len(entry.left)
    return text[:at] + entry.before + text[at + len(entry.after) :]


def log_to_json(entries: Sequence[Accepted]) -> str:
    """The log as the text of ``plain.log.json``: one entry a line."""
    rows = ",\n".join(json.dumps(asdict(entry), ensure_ascii=False) for entry in entries)
    return '{"version": 1, "accepted": [\n' + rows + "\n]}\n"


def log_from_json(text: str, file: str = "plain.log.json") -> tuple[Accepted, ...]:
    """The log as it was written. Raises InputError when it is damaged."""
    try:
        return tuple(Accepted(**row) for row in json.loads(text)["accepted"])
    except (ValueError, KeyError, TypeError):
        raise InputError(
            "this is not the log that pariter wrote.", "Restore it from version control.", file=file
        ) from None
