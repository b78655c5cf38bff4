# SPDX-License-Identifier: AGPL-3.0-or-later
"""shown-listings: commands and lines of source that an extractor wrote as paragraphs are listings.

Some extractors mark no code at all: what is typed then stands as a paragraph, a heading or an item, and is read out,
joined and hyphenated as sentences are. Commands behind a prompt ("$ make all") are code wherever they stand; other
lines only where a colon leads to them, and half of their words are written as no sentence writes them. One word alone
may be an item of a list of names. What is underlined with "=" was printed so. Only where pages prove an extraction that
came without any listing.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from pipeline.clean.fix import Edit, Fix, Rule
from pipeline.clean.reading import prose
from pipeline.clean.reading.scan import Block, Kind, Scan

_SHOWN = (Kind.PARA, Kind.HEADING, Kind.ITEM)
_LONGEST = 2000  # characters of a listing
_MOST = 60  # words of one that no prompt opens
_WORD = 120  # characters of a word of code that is looked at
_PROMPT = re.compile(r"\$ (?=[a-z./~_]|[A-Z_]+=)")
_COMMENT = re.compile(r"(?:/[/*]|#!) ?\S")
_COMMENT_LINE = re.compile("// ")
_FIELD = re.compile(r"[A-Z][A-Za-z]*(?:-[A-Za-z]+)+: ?\S")  # of a head of HTTP or mail
_MARKED = re.compile(r"\*\*|\]\(|\[\^")
# Addresses, numbers of headings, bullets.
_TEXT = re.compile(r"https?://|www\.|\u00ad|^[\w.+-]+@\S*$|^\d+(?:\.\d+)*\.? |^[•◦▪●○\uf0b7\uf0a7\uf0d8]\s")
_ESCAPE = re.compile(r"\\(?=[<>#*_$|~\[\]])")
_CODE = re.compile(  # words: options, paths, names with underscores, calls, settings, placeholders, operators
    r"--?[A-Za-z][\w-]*(?:=\S*)?$|\S*[^\W_]_+[^\W_]\S*$|[^\s=]*=\S*$|[|&]+$|\S*[$`{}\\]\S*$|~?/[\w.*~-]\S*$"
    r"|\w+[\w.-]*/[\w<.*-]\S*$|[^\W\d][\w.:>-]*\(\S*\)[);]*$|\S*<[^<>]+>\S*$|\w[\w.]*:[\w/]\S*$|/[/*]$|\*/$"
    r"|\w\S*\.[a-z]{1,5}$"
)


def find(scan: Scan) -> Iterator[Fix]:
    """Blocks that are code."""
    blocks = scan.blocks
    code = any(block.kind is Kind.CODE and scan.came(block.start, block.end) for block in blocks)
    if not scan.extracted or "```" in scan.origin or code:
        return
    texts = [_text(scan, block) if block.kind in (*_SHOWN, Kind.SETEXT) else "" for block in blocks]
    place = 0
    while place < len(blocks):
        last = place
        if _PROMPT.match(texts[place]):
            while last + 1 < len(blocks) and _PROMPT.match(texts[last + 1]):
                last += 1
        elif not (texts[place] and (_ruled(blocks[place]) or (_led(scan, place) and _typed(texts[place])))):
            place += 1
            continue
        yield _fenced(scan, place, last, "\n".join(texts[place : last + 1]))
        place = last + 1


def _led(scan: Scan, place: int) -> bool:
    """Whether a colon leads to a block."""
    lead = scan.blocks[place - 1] if place else None
    return lead is not None and lead.kind in _SHOWN and prose.ends_colon(scan.slice(lead))


def _ruled(block: Block) -> bool:
    """Whether a line of "=" was printed below a text: no extractor marks headings so."""
    return block.kind is Kind.SETEXT and block.level == 1


def _text(scan: Scan, block: Block) -> str:
    """What a block shows, line by line; nothing where it has markup that no code has."""
    body = scan.text[block.body : block.end]
    if not body or len(body) > _LONGEST or _MARKED.search(body) or block.counted:
        return ""
    lines = (_ESCAPE.sub("", html.unescape(line)).strip() for line in body.splitlines())
    return "\n".join(line for line in lines if line)


def _typed(text: str) -> bool:
    """Whether half of the words of a block are written as no sentence writes them."""
    words = text.split()
    if not 1 < len(words) <= _MOST or "`" in text or _TEXT.search(text):
        return False
    if prose.ends_sentence(text) or prose.ends_colon(text):
        return False
    if _COMMENT.match(text) or _FIELD.match(text):
        return True
    if all(" " not in line for line in text.splitlines()):
        return False  # names, as of files: a list of them
    return sum(len(word) <= _WORD and bool(_CODE.match(word)) for word in words) * 2 >= len(words)


def _fenced(scan: Scan, first: int, last: int, text: str) -> Fix:
    """Blocks as one listing; inside the item whose colon leads to it."""
    start, stop = scan.blocks[first].start, scan.blocks[last].lines[-1]
    lead = scan.blocks[first - 1] if _led(scan, first) else None
    indent = " " * lead.column if lead is not None and lead.kind is Kind.ITEM else ""
    if opener := _PROMPT.match(text) or _COMMENT_LINE.match(text):
        text = text.replace(f" {opener.group()}", f"\n{opener.group()}")
    now = scan.eol.join(f"{indent}{row}" for row in ("```", *text.splitlines(), "```"))
    apart = scan.break_above(start) + now + scan.break_below(stop.stop)
    return Fix((Edit(start, stop.end, apart),), "What is typed is code, and no text.", 0.92)


RULE = Rule("shown-listings", "Makes listings of commands written as paragraphs.", find, after="code-comments")
