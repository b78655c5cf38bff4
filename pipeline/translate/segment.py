# SPDX-License-Identifier: AGPL-3.0-or-later
"""Text into sentences: pysbd, corrected by our own exceptions, or a translator's own SRX rules.

In: text and its language. Out: the offsets (code points) at which a new sentence begins, never 0 and never the
end. A cut always stands after white space or directly after the mark that ends a sentence (Chinese).
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import Any

from pipeline.translate import abbreviations
from pipeline.translate.srx import Srx

# pysbd's rules for lists look at the whole text again for each candidate, so it gets a piece at a time.
CHUNK = 1500
_CHUNK_END = re.compile(r"[.!?。！？؟][\"'”’»)\]]*\s+(?=\S)")
_LIST_LIKE = re.compile(r"(?:^|\s)\(?\w[.)](?=\s)")
_TERMINATED = re.compile(r"[.!?…。！？؟۔।:][\"'”’»›)\]\u200f\u200e]*\s*$")
_FALLBACK = re.compile(r"(?<=[.!?…؟۔।])[\"'”’»)\]]*\s+(?=[^\sa-zß-öø-ÿ])|(?<=[。！？])")
_MARKER = re.compile(r"\(?(?:\d{1,3}|[a-z]{1,4})[.)]{1,2}\s")
_WORD_BEFORE = re.compile(r"([^\s(\[«“\"]+)\s*$")
_TITLE = re.compile(r"(?:Mr|Mrs|Ms|Dr|Prof|Gen|Sen|Rep|Hon)\.\s")
_REFERENCE = re.compile(r"[\d(\[§№A-Z]")
_PYSBD = frozenset(
    "en hi mr zh es am ar hy bg ur ru pl fa nl da fr my el it ja de kk sk".split()  # noqa: SIM905
)


# What counts a heading: «Article 2.», «Sección quinta.», «§ 12.»
_ORDINAL = re.compile(r"\s*\S+(?:\s+\S+){0,2}\.\s*")


def boundaries(text: str, lang: str, srx: Srx | None = None, *, heading: bool = False) -> tuple[int, ...]:
    """Where the second and each further sentence of ``text`` begins. What counts a heading ends no sentence, unless a
    translator's own rules say so."""
    if srx is not None:
        return srx.boundaries(text, lang)
    base = lang.split("-", maxsplit=1)[0].lower()
    found: list[int] = []
    for start, end in _chunks(text):
        piece = text[start:end]
        cuts = _pysbd(piece, base)
        found.extend(start + cut for cut in cuts)
        if end < len(text):
            found.append(end)
    starts = sorted({_forward(text, cut) for cut in found} - {0, len(text)})
    ends = [cut for cut in starts if text[:cut].strip() and _is_end(text, cut, base)]
    if heading and ends and _ORDINAL.fullmatch(text, 0, ends[0]):
        del ends[0]
    return tuple(ends)


def sentences(text: str, lang: str, srx: Srx | None = None) -> tuple[str, ...]:
    """The sentences themselves, white space around them left out."""
    cuts = (0, *boundaries(text, lang, srx), len(text))
    parts = (text[a:b].strip() for a, b in pairwise(cuts))
    return tuple(part for part in parts if part)


def _chunks(text: str) -> list[tuple[int, int]]:
    chunks = []
    start = 0
    while len(text) - start > CHUNK:
        ends = [match.end() for match in _CHUNK_END.finditer(text, start, start + CHUNK)]
        space = text.rfind(" ", start + 1, start + CHUNK)
        end = ends[-1] if ends else (space + 1 if space > start else start + CHUNK)
        chunks.append((start, end))
        start = end
    chunks.append((start, len(text)))
    return chunks


@lru_cache(maxsize=8)
def _segmenter(base: str) -> Any:
    import pysbd

    return pysbd.Segmenter(language=base, clean=False)


@lru_cache(maxsize=4096)
def _pysbd(text: str, base: str) -> tuple[int, ...]:
    """Cuts by pysbd; by a plain rule where pysbd has no such language or would take forever. Kept, since pysbd is slow
    and the same text is cut for its file, for the check of that file and on the way back."""
    listed = len(_LIST_LIKE.findall(text))
    if base not in _PYSBD or listed > 40:
        return tuple(match.end() for match in _FALLBACK.finditer(text))
    cuts: list[int] = []
    reached = 0
    for sentence in _segmenter(base).segment(text):
        place = text.find(sentence.strip(), reached)
        if place < 0:
            return tuple(match.end() for match in _FALLBACK.finditer(text))
        if place:
            cuts.append(place)
        reached = place + len(sentence.strip())
    return tuple(cuts)


def _forward(text: str, cut: int) -> int:
    while cut < len(text) and text[cut].isspace():
        cut += 1
    return cut


def _is_end(text: str, cut: int, base: str) -> bool:
    """Whether what stands before ``cut`` really ends a sentence: our exceptions to pysbd."""
    before, after = text[:cut][-200:], text[cut : cut + 80]
    glued = not before[-1:].isspace()
    if glued and not re.search(r"[。！？]$|[.!?…][\"'”’»)\]]*$", before):
        return False
    if glued and before.rstrip("\"'”’»)]").endswith(".") and not after[:1].isupper():
        return False
    if not _TERMINATED.search(before):
        # A list in running text is one sentence, whatever counts its parts: «shall: (a) meet; (b) report».
        return not (before.rstrip().endswith((";", ",")) or after.startswith("("))
    if before.rstrip().endswith(":") and _MARKER.match(after):
        return False
    return not _continues(before, after, base)


def _continues(before: str, after: str, base: str) -> bool:
    stripped = before.rstrip()
    if not stripped.endswith("."):
        return False
    word = _WORD_BEFORE.search(stripped)
    token = (word.group(1) if word else "").rpartition("’")[2].rpartition("'")[2]
    kind = abbreviations.kind(token, base)
    first = after[:1]
    if re.fullmatch(r"[ap]\.m", token.rstrip(".")) and _TITLE.match(after):
        return True
    if kind == "open" or (kind == "reference" and (_REFERENCE.match(after) or first.islower())):
        return True
    if first.islower() and not _MARKER.match(after) and _has_case(base):
        return True
    return bool(kind == "number" and first.isdigit())


def _has_case(base: str) -> bool:
    return base not in ("ar", "fa", "he", "ur", "hi", "mr", "zh", "ja", "ko", "th", "am", "my")


