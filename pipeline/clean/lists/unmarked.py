# SPDX-License-Identifier: AGPL-3.0-or-later
"""unmarked-lists: paragraphs after a colon are the items of a list whose bullets were drawn, not typed.

What follows a colon is a list, a quotation or an example. A list is short pieces without an end, pieces that
are built alike (a label each, the same first words), or, where this text lost its bullets elsewhere too, all
that stands before the next heading.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from pipeline.clean.fix import Edit, Fix, Rule
from pipeline.clean.lists import lines as lists_lines
from pipeline.clean.lists.lined import lined
from pipeline.clean.reading import prose, shown
from pipeline.clean.reading.scan import Block, Kind, Scan

_LONGEST = 200
_CLOSED = 300  # the longest of paragraphs that are items only because a heading follows them
_MOST = 9
_SIGNS = tuple(",;.!?")
_NOT = re.compile(r"[`>|#<!\[(]|\*\*[^*]+\*\*\s*$|\(?\w{1,3}[.)]\s|\S+:\s*$|§|\d{1,2}\s?[°º]")
_NOT_LONG = re.compile(r"[`>|#<!]|\(?\w{1,3}[.)]\s|§|\d{1,2}\s?[°º]")
_LABEL = re.compile(
    r"(?:\*\*|__)?[\"“„«‘']?[ \xa0]?[^\W_][^.:;!?\n]{1,60}?(?:\*\*|__)?(?:\s?[:：](?:\*\*|__)?|\s[-–—])\s\S"
)
_NAME = re.compile(r"(?:\*\*|__)?[^\W\d_a-z][^.:;!?\n]{1,60}[.](?:\*\*|__)?\s[“\"«]?[^\W\d_a-z]")
_SERIES = "Four or more paragraphs are built alike, in a text without bullets: items of a list."
# Verbs that announce somebody's words, and not a list.
_QUOTES = re.compile(
    r"\b(?:says?|states?|reads?|provides?|follows|wrote|asks?|answers?|dit|déclare|énonce|stipule|dispose|"
    r"lautet|heißt es|sagt|schreibt|bestimmt|dice|establece|señala|declara|afirma)\b\W*$",
    re.I,
)


def find(scan: Scan) -> Iterator[Fix]:
    """Runs of items after a paragraph that ends with a colon."""
    blocks = scan.blocks
    bare = _bare(scan, blocks)
    lost = bare or scan.bulletless or not any(block.bulleted for block in blocks)
    after = -1  # where the last item that was found begins
    for index, block in enumerate(blocks):
        if block.start <= after:
            continue
        if not _leads(scan, block) and not (block.counted and prose.ends_colon(scan.slice(block))):
            series = _series(scan, blocks, index) if bare else []
            for item in series:
                yield Fix((Edit(item.start, item.body, "- "),), _SERIES, 0.91 if scan.extracted else 0.6)
            after = max(after, *(item.start for item in series)) if series else after
            continue
        below = blocks[index + 1] if index + 1 < len(blocks) else block
        if below.kind is Kind.PARA and lists_lines.lost(scan, below):
            continue  # the list is that paragraph
        run = _run(scan, blocks, index + 1)
        items = [item for item in run if item.kind is Kind.PARA]
        reason = "Short paragraphs after a colon, without an end: items of a list."
        if items and len(run) > 1:
            sure = 0.92 if scan.extracted and (bare or len(run) == len(items) or _amid(scan, run)) else 0.6
        elif block.counted:
            continue  # what is longer may stand below the whole list
        else:
            items, reason, sure = _built_alike(scan, blocks, index + 1, bare=bare, lost=lost)
        inside = " " * block.column if block.counted else ""
        for item in items:
            after = item.start
            yield Fix((Edit(item.start, item.body, f"{inside}- "),), reason, sure)


def _leads(scan: Scan, block: Block) -> bool:
    return block.kind is Kind.PARA and prose.ends_colon(scan.slice(block))


def _bare(scan: Scan, blocks: Sequence[Block]) -> bool:
    """Whether the text lost its bullets: after most of its colons stand paragraphs."""
    after = [blocks[i + 1] for i, block in enumerate(blocks[:-1]) if _leads(scan, block)]
    made = scan.bulletless  # then repairs have made what has a bullet
    lost = sum(block.kind is Kind.PARA or (made and block.bulleted) for block in after)
    kept = sum(block.kind is Kind.ITEM and not (made and block.bulleted) for block in after)
    return lost >= 3 and lost > kept


def _run(scan: Scan, blocks: Sequence[Block], start: int) -> list[Block]:
    """The blocks from ``start`` on that can be short items of one list."""
    run: list[Block] = []
    ended = 0
    for place in range(start, len(blocks)):
        block = blocks[place]
        text = scan.slice(block)
        if block.bulleted:
            run.append(block)
            continue
        if block.kind is not Kind.PARA or len(text) > _LONGEST or _NOT.match(text):
            break
        if prose.ends_colon(text):
            break
        if prose.begins_upper(text) and _closed([scan.slice(other) for other in run]):
            break  # the text below the list
        ended += prose.ends_sentence(text)
        run.append(block)
    marked = [block for block in run if block.kind is Kind.ITEM]
    if ended and not _parallel(scan, run):
        run = run[
            : next(i for i, b in enumerate(run) if b.kind is Kind.PARA and prose.ends_sentence(scan.slice(b)))
        ]
    while run and run[-1].kind is Kind.PARA and (marked or _unfinished(scan, run[-1])):
        run.pop()  # what follows the last item with a bullet is text
    if ended and not marked:
        run = _alike(scan, run)
    lower = [prose.begins_lower(scan.slice(block)) for block in run]
    return run + _last(scan, blocks[start + len(run) :], run) if len(set(lower)) < 2 else []


def _last(scan: Scan, below: Sequence[Block], run: Sequence[Block]) -> list[Block]:
    """The sentence right below an item that ends with a semicolon, with no blank line between: the last of its list."""
    if not run or not below or below[0].kind is not Kind.PARA or not scan.closed(run[-1].end, below[0].start):
        return []
    text, above = scan.slice(below[0]), scan.slice(run[-1])
    like = prose.begins_lower(text) == prose.begins_lower(above) and prose.tail(above)[-1:] == ";"
    return [below[0]] if like and prose.ends_sentence(text) and not _NOT.match(text) else []


def _closed(texts: Sequence[str]) -> bool:
    """Whether texts begin small, the last ends as a sentence, and the others with a semicolon: a list that is whole."""
    small = len(texts) > 1 and all(map(prose.begins_lower, texts))
    return small and prose.ends_sentence(texts[-1]) and all(prose.tail(text)[-1:] == ";" for text in texts[:-1])


def _amid(scan: Scan, run: Sequence[Block]) -> bool:
    """Whether pieces among bullets are items too: they stand below the first bullet, or end as those with one do.

    What stands above the first bullet may be text.
    """
    ends = {scan.slice(block).rstrip()[-1:] in _SIGNS for block in run}
    return run[0].bulleted or (len(ends) == 1 and not any(_unfinished(scan, block) for block in run))


def _parallel(scan: Scan, run: Sequence[Block]) -> bool:
    """Whether sentences are built alike, as items are: one first word, or all begin with a small letter."""
    if len(run) < 3:
        return False
    texts = [scan.slice(block) for block in run]
    if all(prose.begins_lower(text) for text in texts):
        return True
    words = [prose.first_word(text).casefold() for text in texts]
    often = max(Counter(words).values())
    return often * 2 > len(words)


def _alike(scan: Scan, run: list[Block]) -> list[Block]:
    """The run without the sentences at its end that are not built as its first is."""
    word = prose.first_word(scan.slice(run[0])).casefold() if run else ""
    last = run[-1] if run else None
    while (
        last is not None and prose.ends_sentence(scan.slice(last)) and not prose.begins_lower(scan.slice(last))
    ):
        if prose.first_word(scan.slice(last)).casefold() == word:
            break
        run.pop()
        last = run[-1] if run else None
    return run


def _unfinished(scan: Scan, block: Block) -> bool:
    return prose.open_word(scan.slice(block), scan.lang)


def _built_alike(
    scan: Scan, blocks: Sequence[Block], start: int, *, bare: bool, lost: bool
) -> tuple[list[Block], str, float]:
    """Paragraphs of any length from ``start`` on that are items, why, and how sure that is.

    Where other bullets of the text are left (not ``lost``), definitions have labels too.
    """
    run: list[Block] = []
    for place in range(start, len(blocks)):
        block = blocks[place]
        text = scan.slice(block)
        listing = _NOT_LONG.match(text) or shown.command(text)
        if block.kind is not Kind.PARA or listing or prose.ends_colon(text):
            break
        run.append(block)
    after = blocks[start + len(run)] if start + len(run) < len(blocks) else None
    texts = [scan.slice(block) for block in run]
    clauses = _clauses(texts)
    if clauses > 1:
        reason = "Clauses of one sentence after a colon, each with its semicolon."
        return run[:clauses], reason, 0.92 if scan.extracted else 0.6
    sure = 0.92 if scan.extracted and lost else 0.6
    for pattern, least in ((_LABEL, 2), (_NAME, 3)):
        count = next((i for i, text in enumerate(texts) if not pattern.match(text)), len(texts))
        if count >= least:
            return run[:count], "Each of these paragraphs begins with a label: items of a list.", sure
    count = next((i for i, text in enumerate(texts) if not _like(texts[0], text)), len(texts))
    if count >= 2:
        sure = 0.92 if scan.extracted and (lost or count > 2) else 0.6
        return run[:count], "Paragraphs after a colon begin with the same words: items of a list.", sure
    if any(len(set(map(sign, texts))) > 1 for sign in (prose.begins_lower, _asks)):
        return [], "", 0  # text below a list, or an answer below its question
    closed = after is None or after.kind is Kind.HEADING
    sizes = [len(text) for text in texts]
    if not bare or lined(scan) or not closed or not 2 <= len(run) <= _MOST or max(sizes) > _CLOSED:
        return [], "", 0
    if max(sizes) > 4 * min(sizes) or _QUOTES.search(prose.tail(scan.slice(blocks[start - 1])).rstrip(":： ")):
        return [], "", 0
    return run, "Paragraphs from a colon to the next heading, in a text without bullets.", min(sure, 0.91)


def _asks(text: str) -> bool:
    return text.rstrip().endswith("?")


def _clauses(texts: Sequence[str]) -> int:
    """How many texts are clauses of one sentence: all begin small, and all but the last end with a semicolon."""
    small = next((i for i, text in enumerate(texts) if not prose.begins_lower(text)), len(texts))
    parted = next((i for i, text in enumerate(texts[:small]) if prose.tail(text)[-1:] != ";"), small)
    ended = parted < small and prose.ends_sentence(texts[parted])
    return parted + ended if parted else 0


def _series(scan: Scan, blocks: Sequence[Block], start: int) -> list[Block]:
    """Four or more paragraphs from ``start`` on with a label each, or short ones that begin with one word."""
    run: list[Block] = []
    label = word = True
    for block in blocks[start : start + 60]:
        text = scan.slice(block)
        if block.kind is not Kind.PARA or _NOT_LONG.match(text):
            break
        first = prose.first_word(text)
        labelled = bool(re.match(r"[^\W\d_a-z][^\s:]{1,40}\s?[:：]\s\S", text))
        same = first == prose.first_word(scan.slice(blocks[start])) and len(text) <= _LONGEST and bool(first)
        if not (label and labelled) and not (word and same):
            break
        label, word = label and labelled, word and same
        run.append(block)
    return run if len(run) >= 4 else []


def _like(one: str, other: str) -> bool:
    """Whether two texts begin alike: two of their first four words are the same, the first among them."""
    first, second = one.casefold().split()[:4], other.casefold().split()[:4]
    return first[:1] == second[:1] and sum(a == b for a, b in zip(first, second, strict=False)) > 1


RULE = Rule("unmarked-lists", "Makes items of paragraphs after a colon.", find, after="division-headings")
