# SPDX-License-Identifier: AGPL-3.0-or-later
"""What speaks against joining a text that begins with a small letter to the one above: names, cells, items.

Names of commands and files, cells of a table whose rules an extractor did not see, and items that lost their bullet
at a page's end begin with a small letter too.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from pipeline.clean.lists import clauses_alike
from pipeline.clean.notes import starts as note_starts
from pipeline.clean.reading import hyphens, prose, spacing
from pipeline.clean.reading.item_marks import read_mark
from pipeline.clean.reading.scan import Block, Kind, Scan, printed

_CLOSED = tuple(")]”\"»")
_ENDS = frozenset(",;.，；。")
_LABEL = re.compile(r"[^\W\d_][\w.-]*:[ \t]+\S")
_EMPHASISED = re.compile(r"([*_]{1,3})(?![\s*_])[^*]*(?<![\s*_])\1")
_NUMBERED = re.compile(r"(?:[A-Z]\.)?\d{1,3}\.\d{1,3}[.\s]")
_NAMED = re.compile(r"[/@_{}*\\]\S")  # what commands and files are called, and users
_SPAN = re.compile(r"`[^`\n]+`")
# What only a shell reads, shown between two halves of a sentence: an extractor took it for text.
_SHELL = re.compile(r"\|\||&&|/dev/null|\$\(|\[ [!-]|\b2>|2&gt;|;[ \t](?:then|do)\b")
_PROMPT = re.compile(r"[.:][ \t][$#>]$")
_NEAR = 60  # characters on each side of a cut
_LINKED = re.compile(r"\]\([^()\s]*\)$")
_OTHERS = 4  # paragraphs that begin with one small word: it is how this text writes them ("“Boat”", "means …")
_GOING_ON = tuple(prose.OPEN_WORDS.values())
_TIGHT = 0.95  # after a comma, with which a line leads up to a list too
_OFTEN = 3  # items that are cut behind their first line
_SHORT = 0.5  # of the longest line of a text: where a page cuts a sentence, its last line is longer


def doubt(scan: Scan, blocks: Sequence[Block], index: int, above: str, below: str) -> str:
    """Why the block after ``index``, which begins with a small letter, may not go on the one before; else empty.

    It is asked only where the text above does not end with a word or a comma that needs another.
    """
    ended = above.rstrip()
    small = prose.first_word(below).casefold()
    if ended.endswith(("{", "[")):
        return "The text before ends with a bracket that opens: it may be code."
    paged = spacing.ended(scan, blocks[index], blocks[index + 1])
    if labelled(below) and not paged:
        return "The text after begins with a label: it may be an item, or a row."
    if below.strip().casefold() in hyphens.AND:
        return "One word stands alone between two texts."
    if any(small in words for words in prose.OPEN_WORDS.values()):
        return ""  # "of", "and", "which": only a sentence that goes on has these
    first, _, rest = below.partition(" ")
    if ended.endswith(_CLOSED) and not _LINKED.search(ended) and not (paged and rest[:1].islower()):
        return "The text before ends with a bracket or quotation; what follows may be a name, or a cell."
    lone = not rest.strip() and "\n" not in below.strip() and first.strip()[-1:].isalnum()
    if lone and "@" not in first and not _full(scan, blocks[index], first):
        return "A single word without an end follows: it may be a name, or a cell."
    named = any(not char.isalpha() for char in first[:-1]) and not first.startswith(("http", "www."))
    if named and rest[:1].isupper() and prose.tail(ended)[-1:].isdigit():
        return "A name follows a number: they may be rows of a table."
    last = ended.rsplit(maxsplit=1)[-1]
    if _NAMED.search(first.rstrip(",")) and _NAMED.search(last) and not last.startswith(("http", "www.")):
        return "A name of a file follows another name: they may be rows of a table."
    return ""


def _full(scan: Scan, block: Block, word: str) -> bool:
    """Whether the last line of a block had no room for a word."""
    return bool(scan.width) and printed(block.lines[-1].text) + 1 + len(word.strip()) > scan.width


def next_item(scan: Scan, blocks: Sequence[Block], index: int, below: str) -> bool:
    """Whether the text after ``index`` is the next item of a list in words: "a clerk, / a judge, or / a witness."."""
    own = blocks[index]
    if own.kind is Kind.ITEM and _leads(scan, own) and prose.begins_lower(scan.slice(own)):
        return prose.begins_lower(below)
    if clauses_alike.begin(scan.slice(own), below) or _clause(scan, blocks, index):
        return True
    found = clauses_alike.AND_END.search(scan.slice(own)[-40:])
    before = blocks[index - 1] if index else None
    if not found or found.group(1).casefold() not in hyphens.AND or before is None:
        return False
    if before.kind not in (Kind.ITEM, Kind.PARA) or not prose.begins_lower(below):
        return False
    sign = found.group()[0]
    alike = prose.tail(scan.slice(before))[-1:] == sign
    return alike and prose.begins_lower(scan.slice(before)) and prose.begins_lower(scan.slice(blocks[index]))


def _clause(scan: Scan, blocks: Sequence[Block], index: int) -> bool:
    """Whether the text after ``index`` is a clause among others: it ends as one does, and the next begins small too."""
    own, after = blocks[index + 1], blocks[index + 2] if index + 2 < len(blocks) else None
    if after is None or after.kind not in (Kind.PARA, Kind.ITEM) or scan.paged(own.end, after.start):
        return False
    ended = prose.tail(scan.slice(own))[-1:] in tuple(prose.COMMAS) or _leads(scan, own)
    return ended and len(own.lines) == 1 and prose.begins_lower(scan.slice(after))


def between_items(scan: Scan, blocks: Sequence[Block], index: int) -> bool:
    """Whether text stands between two items that count on, and ends with the sign with which an item there ends."""
    first, after = blocks[index], blocks[index + 2] if index + 2 < len(blocks) else None
    if first.kind is not Kind.ITEM or blocks[index + 1].kind is not Kind.PARA:
        return False
    if after is None or after.kind is not Kind.ITEM:
        return False
    numbers = {(style, number + 1) for style, number in read_mark(first.mark)}
    ended = prose.tail(scan.slice(blocks[index + 1]))[-1:] in _ENDS or _leads(scan, blocks[index + 1])
    return ended and bool(numbers & set(read_mark(after.mark))) and not _led_on(scan, blocks, index)


def _led_on(scan: Scan, blocks: Sequence[Block], index: int) -> bool:
    """Whether an item ends with the comma of the item before, over text that begins with "and": it leads to more."""
    before = blocks[index - 1] if index else None
    if before is None or before.kind is not Kind.ITEM:
        return False
    signs = {prose.tail(scan.slice(block))[-1:] for block in (before, blocks[index])}
    word = prose.first_word(scan.slice(blocks[index + 1])).casefold()
    return len(signs) == 1 and signs <= {*prose.COMMAS, ";"} and word in hyphens.AND


def first_line(scan: Scan, blocks: Sequence[Block], index: int) -> bool:
    """Whether an item is but one full line, in a text whose items are cut behind their first lines again and again."""
    return _cut_behind(scan, blocks, index) and scan.once("items of one line", _first_lines) >= _OFTEN


def _first_lines(scan: Scan) -> int:
    return sum(_cut_behind(scan, scan.blocks, index) for index in range(len(scan.blocks) - 1))


def _cut_behind(scan: Scan, blocks: Sequence[Block], index: int) -> bool:
    """Whether an item is one line that was full and has no end, over text that begins small."""
    own, after = blocks[index], blocks[index + 1]
    if own.kind is not Kind.ITEM or after.kind is not Kind.PARA or len(own.lines) > 1 or not scan.width:
        return False
    below = scan.slice(after)
    open_end = not prose.stops(scan.slice(own)) or prose.tail(scan.slice(own))[-1:] in tuple(prose.COMMAS)
    return open_end and prose.begins_lower(below) and _reaches(scan, own, below, 1.0)


def labelled(text: str) -> bool:
    """Whether a text begins with a label of one word ("colour: how …"), as items do."""
    return bool(_LABEL.match(text))


def ends_alike(scan: Scan, blocks: Sequence[Block], index: int, below: str) -> bool:
    """Whether the item before the cut one ends with the sign with which the text after the cut does."""
    if index == 0 or blocks[index].kind is not Kind.ITEM or blocks[index - 1].kind is not Kind.ITEM:
        return False
    sign = prose.tail(scan.slice(blocks[index - 1]))[-1:]
    return sign in {",", ";", "."} and prose.tail(below)[-1:] == sign


def typed(above: str, below: str) -> bool:
    """Whether commands that are shown, and no words, stand on one side of a cut."""
    end = _SPAN.sub("", above.rstrip()[-_NEAR:])
    return bool(_SHELL.search(end) or _PROMPT.search(end) or _SHELL.search(_SPAN.sub("", below[:_NEAR])))


def ends_early(scan: Scan, block: Block) -> bool:
    """Whether the last line of a block is much shorter than its others: then it was not the page that ended it."""
    sizes = [printed(line.text) for line in block.lines]
    full = max(sizes[:-1], default=0)  # longer than a line of print where lines were joined
    return sizes[-1] < min(full, scan.width or full) * _SHORT


def weak(scan: Scan, blocks: Sequence[Block], index: int, *, paged: bool, hanging: bool) -> str:
    """Why a text that begins with a small letter may begin a paragraph of its own all the same; else empty.

    What speaks against the join here is how the two texts stand on the page, not their words.
    """
    first, second = blocks[index], blocks[index + 1]
    above, below = scan.slice(first), scan.slice(second)
    if paged and note_starts.foot(above):
        return "The text before is a note at the page's foot; the sentence goes on from above it."
    if _last_of_list(scan, blocks, index):
        return "The text before is the last item of a list, whose sentence may go on below it."
    if hanging:
        return ""
    small = prose.first_word(below)
    if paged and scan.once("small beginnings", _small_beginnings)[small] >= _OTHERS:
        return "Other paragraphs begin with the same small word."
    if not paged and _emphasised(below) and not _emphasised(above):
        return "The text after is set apart as a whole."
    large = len(first.lines) == len(second.lines) == 1 and _NUMBERED.match(above)  # a heading, in larger letters
    comma = prose.tail(above)[-1:] in tuple(prose.COMMAS)
    if not paged and scan.width and not large and not _reaches(scan, first, below, _TIGHT if comma else spacing.ROOM):
        return "The last line had room for the next word: no line end cut the sentence."
    return ""


def _small_beginnings(scan: Scan) -> Counter[str]:
    """With which words paragraphs begin small, and how often; not with "of" or "and", which only go on sentences."""
    texts = (scan.slice(block) for block in scan.blocks if block.kind is Kind.PARA)
    words = Counter(prose.first_word(text) for text in texts if prose.begins_lower(text))
    return Counter({word: often for word, often in words.items() if not any(word in known for known in _GOING_ON)})


def _last_of_list(scan: Scan, blocks: Sequence[Block], index: int) -> bool:
    """Whether the item above an item that ends with a comma leads up to it as to the last ("…; and")."""
    own, before = blocks[index], blocks[index - 1] if index else None
    if own.kind is not Kind.ITEM or before is None or before.kind is not Kind.ITEM:
        return False
    return _leads(scan, before) and prose.tail(scan.slice(own))[-1:] in tuple(prose.COMMAS)


def _leads(scan: Scan, block: Block) -> bool:
    """Whether an item leads up to the last of its list ("…; and")."""
    found = clauses_alike.AND_END.search(scan.slice(block)[-40:])
    return found is not None and found.group(1).casefold() in hyphens.AND


def _emphasised(text: str) -> bool:
    """Whether a whole text is set in bold or italics."""
    return bool(_EMPHASISED.fullmatch(text.strip()))


def cut_item(scan: Scan, blocks: Sequence[Block], index: int) -> bool:
    """Whether the end of a line cut an item: it had no room for the next word, and neither a comma nor the item above
    ("…, or") says that the sentence goes on below the list."""
    own, before = blocks[index], blocks[index - 1] if index else None
    if not scan.width or not _reaches(scan, own, scan.slice(blocks[index + 1]), 1.0):
        return False
    ended = prose.tail(scan.slice(own))[-1:] in tuple(prose.COMMAS)
    return not ended and (before is None or before.kind is not Kind.ITEM or not _leads(scan, before))


def _reaches(scan: Scan, block: Block, below: str, share: float) -> bool:
    """Whether the word after the last line of a block would have gone beyond a share of a full line."""
    word = below.split(maxsplit=1)[0] if below.strip() else ""
    return printed(block.lines[-1].text) + 1 + len(word) > scan.width * share
