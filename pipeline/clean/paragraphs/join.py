# SPDX-License-Identifier: AGPL-3.0-or-later
"""join-paragraphs: a paragraph or an item that a page or a line end cut in two is one again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.clean.fix import Edit, Fix, Rule, notice
from pipeline.clean.lists import clauses_alike
from pipeline.clean.lists.of_clauses import clauses
from pipeline.clean.notes import starts as note_starts
from pipeline.clean.paragraphs import apart, doubts, strays, two_lines
from pipeline.clean.reading import beginnings, hyphens, plain, prose, shown, spacing
from pipeline.clean.reading.scan import Block, Kind, Scan, printed

_OTHER = re.compile(
    r"!\[|[|>#]|[:~][ \t]|<(?!sup|sub|b>|i>|em|strong|u>|span)|\$\$|:::|\[\^[^\]]+\]:|[•◦▪●○‣–—∙·]\s|[-*+]\s"
)
_LABEL = re.compile(r"\\?\(?(?:\d{1,3}|[a-zA-Z]|[ivxlc]{2,6})\\?[.)]\s|\d{1,3}(?:\.\d{1,3}){2,}\.\s+[A-Z\u00c0-\u00de]")
_CODE = re.compile(r"[\"“”'‘’«(\[]{0,2}[ \t]*`[^`\n]+`")
_CLAUSE = re.compile(r"[*_]*\d{1,3}(?:\.\d{1,3})+\.?\s")
_COMMAND = re.compile(r"[$#>%] \S")  # what is typed at a prompt
# What a law cites goes on: "§ 3 / Absatz 2", "Article 4 / paragraph 1".
_CITES = re.compile(r"(?:§+|\b[Aa]rt(?:icle|ikel|ículo|igo|\.)|\b[Ss]ection)\s*\d+[a-z]?$")
_CITED = re.compile(r"(?:Absatz|Abs\.|Satz|Nummer|Nr\.|[Pp]aragraph|[Aa]linéa|[Aa]partado)\s*\d")
_CITING = re.compile(
    r"(?:§+|\b(?:[Ss]ections?|[Cc]lauses?|[Aa]rt(?:icle|ikel|ículo|igo)s?|[Pp]aragraphs?|Absatz|Satz|Nummer|Anlage))$"
)
_NUMBER = re.compile(r"\d|\((?:\d{1,3}|[a-z]|[ivx]{2,5})\)[,;(]")  # "(4), the …" numbers nothing that begins there
_FOOT = "A note of the page's foot stands inside the sentence, and its mark is not found: say where it belongs."
_SET = re.compile(r"[*_]|<?(?:https?://|www\.)")  # set in bold or italics, or an address
_DOUBTED = 0.45
_DEFINITION = re.compile(r" {0,3}[:~][ \t]+\S")
_BOLD_LINE = re.compile(r"(\*\*|__)(?=\S).*\S\1[ \t]*$")


def find(scan: Scan) -> Iterator[Fix]:
    """The breaks that cut a sentence."""
    if plain.interleaved(scan):
        return
    blocks = scan.blocks
    root = 0  # the block whose text goes on: itself, or an earlier one that is joined with it
    for index in range(len(blocks) - 1):
        first, second = blocks[index], blocks[index + 1]
        here, root = root, index + 1
        if first.kind not in apart.RUNNING or not (second.kind is Kind.PARA or strays.stray(scan, blocks, index + 1)):
            continue
        body = strays.words_at(second)
        above, below = scan.slice(first), scan.text[body : second.end]
        if (
            not above.strip()
            or above.startswith(("![", "[!["))
            or (_OTHER.match(below) and not strays.dashed(scan, blocks, index))
        ):
            continue
        dated = second.kind is Kind.ITEM and below[:1].isdigit()  # "until the / 30. June"
        if (_LABEL.match(below) and not dated) or _defined(blocks, index + 1):
            continue
        judged = _judge(scan, blocks, index, here, above, below)
        if not judged:
            continue
        reason, confidence = judged
        if confidence > _DOUBTED and spacing.parted(scan, first, second):
            reason, confidence = "Two blank lines stand between the two, as between other texts.", _DOUBTED
        if note_starts.foot(below):
            yield notice(body, second.end, _FOOT)
            continue
        start = first.start + len(scan.text[first.start : first.end].rstrip())
        start, glue, sure = _glue(scan, start, above.rstrip(), below.lstrip())
        if sure < 1:  # a word is cut: there is no doubt that the text goes on, only what the word is
            confidence = 0.99
        yield Fix((Edit(start, body, glue),), reason, min(confidence, sure))
        root = here


def _defined(blocks: Sequence[Block], index: int) -> bool:
    """Whether a block is a term: its second line, or the block after it, begins as a definition does (": ")."""
    lines = (*blocks[index].lines, *(blocks[index + 1].lines if index + 1 < len(blocks) else ()))
    return len(lines) > 1 and bool(_DEFINITION.match(lines[1].text))


def _glue(scan: Scan, start: int, above: str, below: str) -> tuple[int, str, float]:
    """Where the cut begins, what closes it, and how sure the latter is: a word may be cut too."""
    bare = above.rstrip("*_")
    sign = bare[-1:]
    if len(bare) == len(above) and sign in prose.HYPHENS and sign and bare[-2:-1].isalnum():
        mended = hyphens.mended(scan, bare[:-1], below, sign)
        if mended:
            return start - 1, mended[0], mended[1]
        return (start, " ", 1.0) if sign != hyphens.SOFT else (start - 1, "- ", 0.9)
    return start, prose.glue(above, below), 1.0


def _judge(
    scan: Scan, blocks: Sequence[Block], index: int, root: int, above: str, below: str
) -> tuple[str, float] | None:
    """Why the break between two blocks is wrong, and how sure that is."""
    first, second = blocks[index], blocks[index + 1]
    paged = spacing.ended(scan, first, second)
    last = above.rstrip()[-200:]
    if spacing.goes_on(scan, first, second):
        return "An item goes on below one blank line; between texts there are two.", 0.95
    if prose.stops(last) or (_BOLD_LINE.match(above) and not prose.begins_lower(below)):
        return None
    end = prose.tail(last)
    lower = prose.begins_lower(strays.DASH.sub("", below, count=1))
    comma = end[-1:] in tuple(prose.COMMAS)
    hanging = len(above) > 12 and (
        (prose.open_word(last, scan.lang) and not beginnings.named(end))
        or bool(_CITES.search(end) and _CITED.match(below))
        or bool(_CITING.search(end) and _NUMBER.match(below))
        or _bracketed(last, below)
    )
    if two_lines.cut(scan, blocks, index):
        return "An item's one line was full, and another stands below: it took two.", 0.93
    if shown.command(above) or shown.command(below):
        return "One of the two texts is a command, which is shown and not said.", 0.45
    if lower:
        return _lower(scan, blocks, index, root, end, paged=paged, hanging=hanging)
    if _CODE.match(below):
        return _code(scan, first, above, below, hanging=hanging, listed=apart.listed(scan, blocks, root, end))
    if strays.cut_word(last) and below[:1].isalpha():
        return "The text before ends inside a word.", 0.95
    if (hanging or comma) and clauses_alike.begin(above, below):
        return "Both texts may be clauses of one sentence: they begin with one word, or the first leads on.", 0.45
    if hanging:
        return _hangs(scan, above, below, paged=paged)
    if comma:
        meant = scan.extracted and len(above) > apart.CELL and beginnings.own_capital(scan, below)
        return "The text before ends with a comma.", 0.95 if paged else 0.91 if meant else 0.45
    if prose.caseless(below) and prose.caseless(above):
        long = len(above) > 30
        return ("The text before has no end.", 0.93 if paged and long else 0.6) if long or paged else None
    return _full(scan, blocks, index, above, below) if end[-1:].isalnum() else None


def _hangs(scan: Scan, above: str, below: str, *, paged: bool) -> tuple[str, float]:
    """How sure it is that a text goes on that ends with a word that needs another, and what comes has no small letter.

    Authors end short lines so too ("What it is for"): without a page's end anywhere, a capital begins anew.
    """
    end = prose.tail(above)
    if shown.label(below) or shown.records(above, below):
        return "The text after is a label, or begins with the label that the text before has.", 0.45
    if shown.rows(above, below) and not _CITING.search(end):
        return "Both texts are short and begin with a number: they may be rows of a table.", 0.45
    proven = prose.caseless(below) or _bracketed(above, below) or _CITES.search(end) or _CITING.search(end)
    anew = beginnings.begins_anew(scan, below) or beginnings.counted(scan, below)
    meant = not anew and (scan.extracted or prose.never_last(above, scan.lang))
    sure = 0.97 if paged else 0.93 if proven or meant else 0.45
    return "The text before ends with a word that needs another.", sure


def _bracketed(above: str, below: str) -> bool:
    """Whether a bracket is open at the end of one text that the other closes."""
    opened = above.rfind("(")
    closed = below[:120].find(")")
    return opened > above.rfind(")") and len(above) - opened < 120 and 0 <= closed < (below.find("(") + 1 or 121)


def _full(scan: Scan, blocks: Sequence[Block], index: int, above: str, below: str) -> tuple[str, float] | None:
    """Whether the text before was cut because its line, or its page, was full."""
    first, second = blocks[index], blocks[index + 1]
    word = (below.split(maxsplit=1) or [""])[0]
    line = printed(first.lines[-1].text)
    two = prose.unspaced(below[:1]) != prose.unspaced(prose.tail(above)[-1:])
    if _BOLD_LINE.match(below) or two or _COMMAND.match(above):
        return None
    text_like = len(below) > 70 or prose.stops(below)
    wrapped = len(first.lines) > 1 or len(second.lines) > 1 or scan.lang.lower().startswith("de")
    heads = len(first.lines) == 1 and _CLAUSE.match(above)  # "4.1.3. Repair of the boats"
    if (
        scan.width
        and not heads
        and text_like
        and wrapped
        and line >= 50
        and scan.width * 1.12 > line
        and line + 1 + len(word) > scan.width * 1.04
    ):
        extracted = (scan.extracted or plain.shape(scan) is not None) and not beginnings.begins_anew(scan, below)
        return "The last line is full, and the sentence has no end.", 0.93 if extracted else 0.45
    if spacing.ended(scan, first, second) and len(above) > 60 and not doubts.ends_early(scan, first):
        sure = (len(above) > 120 and len(below) > 60) or doubts.ends_alike(scan, blocks, index, below)
        anew = beginnings.begins_anew(scan, below)
        return "A page ended inside the sentence.", 0.45 if anew else 0.91 if sure else 0.8
    return None


def _lower(
    scan: Scan, blocks: Sequence[Block], index: int, root: int, end: str, *, paged: bool, hanging: bool
) -> tuple[str, float]:
    """How sure it is that a text that begins with a small letter goes on the one before."""
    first, second = blocks[index], blocks[index + 1]
    if index + 1 in clauses(scan):
        return "The text after is one of several clauses, of which the last but one ends with “and” or “or”.", 0.45
    if doubts.between_items(scan, blocks, index):
        return "An item has no end, the text after begins with a small letter, and the list goes on below.", 0.95
    if scan.extracted and doubts.first_line(scan, blocks, index):
        return "The first line of an item was full, and items of this text are cut behind it.", 0.93
    if doubts.next_item(scan, blocks, index, scan.slice(second)):
        return "The text before ends with “or” or “and” as an item does, and this may be the next.", 0.45
    if doubts.typed(scan.slice(first), scan.slice(second)):
        return "Commands stand on one side of the cut: they may be shown between two texts.", 0.45
    asked = not hanging and end[-1:] not in tuple(prose.COMMAS)
    if asked and (reason := doubts.doubt(scan, blocks, index, scan.slice(first), scan.slice(second))):
        return reason, 0.45
    if not paged and not hanging and (stands := apart.apart(scan, blocks, index, root)):
        return stands
    if reason := doubts.weak(scan, blocks, index, paged=paged, hanging=hanging):
        return reason, 0.45
    if not paged and apart.leads(scan, first, end):
        return "The text before is short and ends with a comma; it may lead to a list.", 0.7
    confidence = 0.98 if hanging or not apart.listed(scan, blocks, root, end) else 0.95 if paged else 0.45
    if confidence < 0.5 and scan.extracted and doubts.cut_item(scan, blocks, index):
        confidence = 0.92
    if second.kind is Kind.ITEM:
        confidence = 0.92 if len(scan.slice(first)) > 60 and scan.extracted else 0.6
    elif not scan.extracted and _SET.match(scan.slice(second)):
        confidence = 0.6  # an author sets what it says apart
    return "The text before has no end, and the text after begins with a small letter.", confidence


def _code(
    scan: Scan, first: Block, above: str, below: str, *, hanging: bool, listed: bool
) -> tuple[str, float] | None:
    """How sure it is that a text that begins with code goes on the one before: some extractors part the two.

    Code that stands alone is shown, not said; after an item among others without an end, code begins a paragraph.
    """
    found = _CODE.match(below)
    rest = below[found.end() :] if found else ""
    alone = not rest.strip() or _CODE.match(above) or len(above.split()) < 6
    if alone or (not hanging and (apart.term(scan, first) or not re.search(r"[\w`\"”»,]$", above.rstrip()))):
        return None
    sure = 0.92 if hanging or not listed else 0.45
    return "The text before has no end, and the text after begins with code.", sure


RULE = Rule(
    "join-paragraphs", "Joins paragraphs and list items that a page or a line end cut in two.", find,
    after="repeated-headings",
)
