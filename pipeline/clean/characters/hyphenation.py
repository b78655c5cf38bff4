# SPDX-License-Identifier: AGPL-3.0-or-later
"""hyphenation: words cut at line ends are whole again; U+00AD that stands for a real hyphen becomes one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.clean.fix import Edit, Fix, Rule
from pipeline.clean.reading import hyphens, plain
from pipeline.clean.reading.scan import PROTECTED, Kind, Scan

_LINE_END = re.compile(
    r"(?<=[^\W_])([-\u2010\u00ad])((?:\*\*|__)?[ \t]*(?:\r\n|\n|\r)[ \t]*(?:>[ \t]?)?(?:\*\*|__)?)"
    r"(?=\[?[^\W_])"
)
_SPACED = re.compile(r"(?<=[^\W\d_])([-\u2010])([ \t]+)(?=[^\W\d_])")
# The cell of a table breaks its lines by tags.
_SOFT = re.compile("\u00ad(<br[ \t]*/?>[ \t]*|\\*{0,2}[ \t]+\\*{0,2})?")
_PIECES = re.compile("[^\\W\\d_]+(?:\u00ad[^\\W\\d_]+)+")
_LINKED = re.compile(
    r"([-\u2010\u00ad])\]\([^()\s]{1,2000}\)(?P<gap>[ \t]*(?:\r\n|\n|\r)[ \t]*\[?)(?P<rest>[^\W\d_]+)(?P<more>[ \t]*)"
)
_LINK_ENDS = re.compile(r"\]\([^()\s]{1,2000}\)[*_]{0,2}[ \t]*(?:[\r\n]|$)")
# An address of mail, or the name of a machine: what stands before it is of it too, and so is the hyphen.
_MAIL = re.compile(r"[\w.+-]{1,40}@\w|(?:[a-z\d-]{1,40}\.){1,4}[a-z]{2,12}(?![\w.]*\w)")
_OF_ADDRESS = 0.93
_SKIPPED = frozenset(PROTECTED | {Kind.TABLE})


def find(scan: Scan) -> Iterator[Fix]:
    """Hyphens at line ends, then what is left inside lines."""
    text = scan.text
    if plain.interleaved(scan):
        return  # the next line belongs to another column
    done: set[int] = set()
    if "-" in text or "\u2010" in text or "\u00ad" in text:
        yield from _at_line_ends(scan, done)
        yield from _in_links(scan, done)
    if "\u00ad" in text:
        yield from _soft(scan, done)
    yield from _spaced(scan)


def _at_line_ends(scan: Scan, done: set[int]) -> Iterator[Fix]:
    text = scan.text
    for found in _LINE_END.finditer(text):
        here, there = scan.line_at(found.start()), scan.line_at(found.end())
        if here.kind in _SKIPPED or there.kind not in (Kind.PARA, here.kind) or here.kind is Kind.HEADING:
            continue
        done.add(found.start())
        before, after = text[max(0, found.start() - 60) : found.start()], text[found.end() : found.end() + 60]
        after = after.removeprefix("[")  # the rest of the word is in a link
        if _address(before):
            continue
        mended = ("-", _OF_ADDRESS) if _MAIL.match(after) else hyphens.mended(scan, before, after, found.group(1))
        if mended is None:
            continue
        glue, confidence = mended
        now = glue + _markup(found.group(2))
        yield Fix((Edit(found.start(), found.end(), now),), _reason(glue), confidence)


def _in_links(scan: Scan, done: set[int]) -> Iterator[Fix]:
    """A word that a line end and the end of a link cut: its rest goes into the link."""
    for found in _LINKED.finditer(scan.text):
        here, there = scan.line_at(found.start()), scan.line_at(found.end() - 1)
        if here.kind in _SKIPPED or there.kind is not Kind.PARA:
            continue
        before = scan.text[max(0, found.start() - 60) : found.start()]
        mended = hyphens.mended(scan, before, scan.text[found.start("rest") :][:60], found.group(1))
        if mended is None or not before[-1:].isalnum():
            continue
        done.add(found.start())
        rest, gap = found.group("rest"), found.group("gap")
        edits = (
            Edit(found.start(), found.start() + 1, mended[0] + rest),
            Edit(found.start("gap"), found.end("more"), gap if found.group("more") or gap.endswith("[") else ""),
        )
        yield Fix(edits, _reason(mended[0]), mended[1], moved=rest)


def _markup(between: str) -> str:
    """Bold that ends before the line end and begins after it goes on; any other sign is kept."""
    signs = re.sub(r"[\s>]+", "", between)
    return "" if signs in ("****", "____") else signs


def _reason(glue: str) -> str:
    if glue:
        return "The hyphen belongs to the word; only the line end goes."
    return "A word was cut at the end of a line."


def _address(before: str) -> bool:
    """Whether the text ends inside a URL, where a hyphen is one (the rule for URLs looks at it)."""
    return bool(re.search(r"(?:https?://|www\.)\S*$", before))


def _soft(scan: Scan, done: set[int]) -> Iterator[Fix]:
    """U+00AD inside a line: a hyphen that the typesetter wrote so, or an invitation to hyphenate."""
    text = scan.text
    invisible = _invisible(scan)
    for found in _SOFT.finditer(text):
        start = found.start()
        if start in done or scan.protected(start):
            continue
        before, after = text[max(0, start - 60) : start], text[found.end() : found.end() + 60]
        if not found.group(1):
            if not before[-1:].isalnum() or not after[:1].isalnum():
                now = "" if not after.strip() or not before.strip() or before[-1:].isalnum() else "-"
                if before[-1:].isalnum() and (after[:1] in "\r\n" or _LINK_ENDS.match(text, found.end())):
                    continue  # a line end follows that another rule looks at
            else:
                now = "" if invisible else "-"
            yield Fix((Edit(start, start + 1, now),), "A soft hyphen is not a character to read.", 0.95)
            continue
        mended = hyphens.mended(scan, before, after, hyphens.SOFT)
        if mended is None:
            yield Fix((Edit(start, start + 1, "-"),), "A soft hyphen stands for a hyphen.", 0.95)
        else:
            yield Fix((Edit(start, found.end(), mended[0]),), _reason(mended[0]), mended[1])


def _invisible(scan: Scan) -> bool:
    """Whether the soft hyphens of this text are invitations: most words around them are words without."""
    if re.search("\u00ad[*_]*[ \t]*(?:[\r\n]|$)", scan.text):
        return False
    words = [word.split("\u00ad") for word in _PIECES.findall(scan.text)[:200]]
    known = sum(_is_word(scan, parts) for parts in words)
    return bool(words) and known * 10 >= len(words) * 7


def _is_word(scan: Scan, parts: Sequence[str]) -> bool:
    """Whether parts of a word make one: it is known, or German, which writes a hyphen before a capital only."""
    lang = hyphens.language(scan)
    if lang == "de" and all(part.islower() for part in parts[1:]):
        return True
    whole = "".join(parts).casefold()
    return scan.words[whole] > 0 or any(
        hyphens.frequency(whole, known) > min(hyphens.frequency(part.casefold(), known) for part in parts)
        for known in hyphens.spoken(scan)
    )


def _spaced(scan: Scan) -> Iterator[Fix]:
    """A hyphen and a space inside a line ("dir- ectly"): a line end that an extractor wrote as a space."""
    lang = hyphens.language(scan)
    for found in _SPACED.finditer(scan.text):
        before, after = (
            scan.text[max(0, found.start() - 60) : found.start()],
            scan.text[found.end() : found.end() + 60],
        )
        one, two = re.search(r"[^\W\d_]+$", before), re.match(r"[^\W\d_]+", after)
        if not one or not two or not two.group()[0].islower() or scan.line_at(found.start()).kind in PROTECTED:
            continue
        first, second = one.group().casefold(), two.group().casefold()
        joined = first + second
        if second in hyphens.AND:
            continue
        known = scan.words[joined] > 0 or hyphens.frequency(joined, lang) >= 2.5
        odd = min(hyphens.frequency(first, lang), hyphens.frequency(second, lang)) < hyphens.frequency(
            joined, lang
        )
        if known and (odd or scan.words[joined] > 1):
            yield Fix((Edit(found.start(), found.end(), ""),), _reason(""), 0.94)
        elif scan.hyphenated[f"{first}-{second}"] > 1 and known is False:
            yield Fix((Edit(found.start(), found.end(), "-"),), _reason("-"), 0.92)


RULE = Rule("hyphenation", "Mends words that were cut at line ends.", find, after="cut-urls")
