# SPDX-License-Identifier: AGPL-3.0-or-later
"""glued-items: an item with a label of its own, which an extractor ran into the item above, stands alone again.

"- **Ropes.** Two are needed. **Lamps.** One is enough." What proves it are the items beside it: each begins with a
label in bold, with the same two words as the others ("Right to stay. …", "Right to leave. …"), with a term and the
word that gives its meaning ("Mole: means …", "“Quay” means …"), or with a term in quotation marks and a colon.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from pipeline.clean.fix import Edit, Fix, Rule
from pipeline.clean.reading.hyphens import language
from pipeline.clean.reading.scan import Block, Kind, Scan
from pipeline.clean.reading.small_words import small_words

_BOLD = re.compile(
    r"(?P<sign>\*\*|__)(?![\s*_])[^*_\n]{2,80}?(?:[.:?](?P=sign)|(?P=sign)[.:])(?=\s+[\"“«(]?[^\W\d_a-z])"
)
_WORDED = re.compile(r"(?P<words>[^\W\d_a-z][^\W\d_]+\s+[^\W\d_]+)\s[^.:;!?*\[]{2,60}[.:](?=\s+[\"“«(]?[^\W\d_a-z])")
_TERM = re.compile(
    r"(?:(?:\*\*|__)?[^\W\d_a-z][^.:;!?*,•\n]{1,50}?(?:\*\*|__)?\s?:(?:\*\*|__)?|[\"“‘«][^\"”’»\n]{2,50}[\"”’»])"
    r"\s+(?P<words>[^\W\d_A-Z]{2,}|l['’](?=\w))"
)
_LED = re.compile(
    r"(?P<sign>\*\*|__)(?![\s*_])[^*_\n]{2,60}?(?:[ \xa0\u202f]?:(?P=sign)|(?P=sign)[ \xa0\u202f]?:)(?=\s+[^\W_])"
)
_QUOTED = re.compile(r"[\"“«„][^\"”»“\n]{2,60}[\"”»“]\s?[:：](?=\s)")
_END = re.compile(r"[.!?;][\"”»)]?(?P<gap>\s+)")
_ANY = re.compile(r"\S(?P<gap>\s+)(?=\*\*|__)")
_BESIDE = 2  # other items that begin so


def find(scan: Scan) -> Iterator[Fix]:
    """Labels inside items whose neighbours begin with one."""
    for run in _runs(scan.blocks):
        texts = [scan.slice(block) for block in run]
        bold = sum(bool(_BOLD.match(text)) for text in texts)
        words = _shared(texts, small_words(language(scan)))
        terms = _meant(texts)
        quoted = sum(bool(_QUOTED.match(text)) for text in texts)
        led = _led(run, texts)
        for block, text in zip(run, texts, strict=True):
            if led:
                yield from _parted(scan, block, text, _LED, None, anywhere=True)
            elif bold > _BESIDE and _BOLD.match(text):
                yield from _parted(scan, block, text, _BOLD, None)
            elif quoted > _BESIDE and _QUOTED.match(text):
                yield from _parted(scan, block, text, _QUOTED, None)
            elif words and _WORDED.match(text):
                yield from _parted(scan, block, text, _WORDED, words)
            elif terms and _TERM.match(text):
                yield from _parted(scan, block, text, _TERM, terms)


def _runs(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    """Blocks of one kind that stand one after the other: bullets of one list, or paragraphs."""
    run: list[Block] = []
    for block in blocks:
        fits = block.kind is Kind.PARA or block.bulleted
        if run and (not fits or block.kind is not run[0].kind or block.indent != run[0].indent):
            yield run
            run = []
        if fits:
            run.append(block)
    if run:
        yield run


def _led(run: Sequence[Block], texts: Sequence[str]) -> bool:
    """Whether all items of a list begin with a label in bold and its colon, and there are three such labels or more:
    then each begins an item, whatever stands before it."""
    begun = len(texts) > 1 and all(block.bulleted for block in run) and all(_LED.match(text) for text in texts)
    return begun and sum(len(_LED.findall(text)) for text in texts) > _BESIDE


def _shared(texts: Sequence[str], small: frozenset[str]) -> frozenset[str]:
    """The two words with which the labels of three or more texts begin; a word that begins any sentence is none."""
    counts = Counter(_words(match) for text in texts if (match := _WORDED.match(text)))
    return frozenset(words for words, count in counts.items() if count > _BESIDE and words.split()[0] not in small)


def _meant(texts: Sequence[str]) -> frozenset[str]:
    """The words that give the meaning of a term in three or more texts."""
    counts = Counter(_words(match) for text in texts if (match := _TERM.match(text)))
    return frozenset(word for word, count in counts.items() if count > _BESIDE)


def _words(label: re.Match[str]) -> str:
    return " ".join(label.group("words").casefold().split())


def _parted(
    scan: Scan,
    block: Block,
    text: str,
    pattern: re.Pattern[str],
    words: frozenset[str] | None,
    *,
    anywhere: bool = False,
) -> Iterator[Fix]:
    """The breaks before labels that begin after the end of a sentence, or ``anywhere``."""
    lead = scan.text[block.start : block.body] if block.kind is Kind.ITEM else scan.eol
    for end in (_ANY if anywhere else _END).finditer(text):
        label = pattern.match(text, end.end())
        if not label or (words is not None and _words(label) not in words):
            continue
        edit = Edit(block.body + end.start("gap"), block.body + end.end("gap"), f"{scan.eol}{lead}")
        reason = "A label like those with which the texts beside it begin stands inside this one."
        yield Fix((edit,), reason, 0.92 if scan.extracted else 0.6)


RULE = Rule(
    "glued-items", "Parts items and paragraphs with a label of their own from those above.", find,
    after="repeated-headings",
)
