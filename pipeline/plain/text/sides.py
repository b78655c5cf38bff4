# SPDX-License-Identifier: AGPL-3.0-or-later
"""One text of the two that are compared, prepared for one dimension: its cues, each with the words that it stands at,
and its content words."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.plain.lexicon import Cue, Cues, Lexicon
from pipeline.plain.words import WORD, stem

ASKS = ("?", "؟")
AROUND = 4  # words of a cue; one that has more stands around words of the sentence
_SENTENCE_END = re.compile(r"(?<=[.!?؟])(?<!\b\d\.)(?<!\b\d\d\.)\s+|\n+")


@dataclass(frozen=True, slots=True)
class Anchored:
    """A cue, the stems of the next two content words after it and of the last before it, and the stems and the
    classes of its sentence."""

    cue: Cue
    after: tuple[str, ...]
    before: str
    sentence: int


@dataclass(frozen=True, slots=True)
class Side:
    """One text, prepared: its anchored cues, its content words as (stem, sentence, place), and for each sentence
    its stems and its classes of cues."""

    text: str
    cues: tuple[Anchored, ...]
    places: tuple[tuple[str, int, int], ...]
    stems: tuple[frozenset[str], ...]
    kinds: tuple[frozenset[str], ...]
    answers: Mapping[str, frozenset[str]]
    every: frozenset[str]
    index: Mapping[str, Sequence[int]]

    def has(self, kind: str) -> bool:
        """Whether any cue of this class, or one that answers for it, stands in the text."""
        return bool(({kind} | self.answers.get(kind, frozenset())) & self.every)

    def has_at(self, kind: str, sentence: int) -> bool:
        """The same for one sentence."""
        return bool(({kind} | self.answers.get(kind, frozenset())) & self.kinds[sentence])

    def where(self, anchor: str) -> list[int]:
        """The sentences in which a stem stands."""
        return list(self.index.get(anchor, ()))


def sentence_starts(text: str) -> list[int]:
    """Where the sentences of a reading text begin, in code points, and at last the place behind its end."""
    return [0, *(match.end() for match in _SENTENCE_END.finditer(text)), len(text) + 1]


def sentence_around(text: str, at: int) -> tuple[int, int]:
    """The sentence in which a place stands: where it begins, and where the next one does."""
    starts = sentence_starts(text)
    number = bisect_right(starts, at)
    return starts[number - 1], starts[number]


def prepare(text: str, cues: Cues, lexicon: Lexicon, lang: str, skip: Sequence[tuple[int, int]] = ()) -> Side:
    """A text with its cues of one dimension; what stands in ``skip`` (bounds of numbers) is not a cue."""
    starts = sentence_starts(text)
    if cues.asked:  # a question is the condition of what follows
        starts = [at for at in starts if at > len(text) or not text[:at].rstrip().endswith(ASKS)]
    tokens = [(stem(m.group(), lang), m.start(), m.group().lower()) for m in WORD.finditer(text)]
    content = [(root, at) for root, at, word in tokens if word not in lexicon.function_words]
    ranges = sorted(skip)
    found = [cue for cue in cues.find(text) if not _within(cue, ranges)]
    covered = {at for cue in found if cue.strong for start, end in _own(cue) for at in range(start, end)}
    content = [(root, at) for root, at in content if at not in covered]

    def sentence(at: int) -> int:
        return bisect_right(starts, at) - 1

    places = [(root, sentence(at), at) for root, at in content]
    anchored = []
    ats = [at for _, _, at in places]
    for cue in found:
        here, next_one = sentence(cue.start), bisect_right(ats, cue.end - 1)
        after = tuple(root for root, where, _ in places[next_one : next_one + 2] if where == here)
        last = places[next_one - 1] if next_one else ("", -1, 0)
        anchored.append(Anchored(cue, after, last[0] if last[1] == here else "", here))
    count = len(starts) - 1
    stems: list[set[str]] = [set() for _ in range(count)]
    kinds: list[set[str]] = [set() for _ in range(count)]
    for root, where, _ in places:
        stems[where].add(root)
    for one in anchored:
        kinds[one.sentence].add(one.cue.kind)
    index: dict[str, list[int]] = {}
    for at, roots in enumerate(stems):
        for root in roots:
            index.setdefault(root, []).append(at)
    every = frozenset(one.cue.kind for one in anchored)
    return Side(
        text,
        tuple(anchored),
        tuple(places),
        tuple(map(frozenset, stems)),
        tuple(map(frozenset, kinds)),
        cues.answers,
        every,
        index,
    )


def _own(cue: Cue) -> Iterator[tuple[int, int]]:
    """The places of a cue's own words: of one that stands around others («darf das Boot hier nicht»), its ends."""
    words = cue.text.split(" ")
    if len(words) <= AROUND:
        yield cue.start, cue.end
    else:
        yield cue.start, cue.start + len(words[0])
        yield cue.end - len(words[-1]), cue.end


def _within(cue: Cue, ranges: Sequence[tuple[int, int]]) -> bool:
    """Whether a cue lies in one of the sorted ranges."""
    near = bisect_right(ranges, (cue.end, 0))
    return any(start <= cue.start and cue.end <= end for start, end in ranges[max(0, near - 3) : near])


def context(text: str, cue: Cue) -> str:
    """The words around a cue, so that an editor sees which one is meant."""
    start = max(text.rfind(" ", 0, max(0, cue.start - 25)) + 1, 0)
    end = text.find(" ", cue.end + 30)
    return ("…" if start else "") + text[start : end if end > 0 else len(text)] + ("…" if end > 0 else "")
