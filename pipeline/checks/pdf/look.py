# SPDX-License-Identifier: AGPL-3.0-or-later
"""How the rules look at a PDF: where a tag stands, in the file and in the source, and what it reads."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping

from pipeline.checks.once import once
from pipeline.checks.pdf.tree import Tag
from pipeline.checks.rule import Rule, Subject
from pipeline.model import Finding, Severity

WHOLE = frozenset({"Document", "Part", "Art", "Sect", "Div", "DocumentFragment", "Aside"})
IN_LINES = frozenset({"Link", "Reference", "Span", "Em", "Strong", "Quote", "Code"})
UNREAD = frozenset({"Lbl", "Note", "FENote"})
DIGITS = "0123456789"
SHORTEST = 10
"""How many letters a text must have to be known by its beginning."""


def place(subject: Subject, tag: Tag) -> str:
    """Where a tag stands: its page, its path of types from the nearest with an id."""
    steps = [tag.raw]
    for above in tag.ancestors():
        steps.append(above.raw)
        if len(steps) > 5:
            break
    number = page_number(subject, tag)
    where = f"page {number} " if number else ""
    return f"{where}{'/'.join(reversed(steps))}"


def page_number(subject: Subject, tag: Tag) -> int:
    """The number of the page on which a tag begins, from 1; 0 if it cannot be known."""
    pages = page_numbers(subject)
    for one in tag.walk():
        page = one.obj.get("/Pg")
        if page is not None and page.objgen in pages:
            return pages[page.objgen]
        for key, _ in one.content:
            if key in pages:
                return pages[key]
    return 0


@once
def page_numbers(subject: Subject) -> Mapping[tuple[int, int], int]:
    """The pages of the file by their objects, with their numbers from 1."""
    return {page.obj.objgen: number for number, page in enumerate(subject.pdf.pages, start=1)}


def at(rule: Rule, subject: Subject, tag: Tag, message: str, *, severity: Severity | None = None) -> Finding:
    """A failure of a tag, with the block of the source that it is about."""
    return rule.fail(
        subject, message, place=place(subject, tag), block=block_of(subject, tag), severity=severity
    )


def block_of(subject: Subject, tag: Tag) -> str:
    """The block of the source that a tag stands for or in: by its ID, else by the text in it or around it."""
    if not subject.blocks:
        return ""
    for one in (tag, *tag.ancestors()):
        if one.text("ID") in subject.blocks:
            return one.text("ID") or ""
    for one in _unlabelled(tag) if tag.type != "Lbl" else ():
        text = text_in(subject, one) if one.content else ""
        if tag.type in IN_LINES and len(_start(text)) < SHORTEST:
            continue  # a number in a line may be all of a cell elsewhere: what is around it is surer
        if text and (found := _block_of_text(subject, text)):
            return found
    for one in tag.ancestors():
        if one.type in WHOLE:
            return ""
        if found := _block_of_text(subject, read_text(subject, one)):
            return found
    return ""


def _unlabelled(tag: Tag) -> Iterator[Tag]:
    """A tag and what is in it, without labels: their numbers are no text of the source."""
    stack = [tag]
    while stack:
        one = stack.pop()
        if one.type != "Lbl":
            yield one
            stack.extend(reversed(one.kids))


def block_like(subject: Subject, text: str) -> str:
    """The block of the source that begins as ``text`` does; empty if none or several do."""
    return _block_of_text(subject, text) if subject.blocks else ""


def alike(one: str, other: str) -> bool:
    """Whether two texts say the same but for case, white space, punctuation and a number before one of them."""
    return bare(one) == bare(other)


def bare(text: str) -> str:
    """What ``alike`` compares: the letters and digits without a number before them (a number alone stays)."""
    letters = _letters(text)
    return letters.lstrip(DIGITS) or letters


def _letters(text: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFKC", text).casefold() if char.isalnum())


def _block_of_text(subject: Subject, text: str) -> str:
    """The block that a text begins like; of a text that is cut short (by a formula), the only one that goes on so."""
    known, start = _texts(subject), _start(text)
    if start in known:
        return known[start]
    if len(start) < SHORTEST:
        return ""
    alike = [block for other, block in known.items() if other.startswith(start[:SHORTEST])]
    return alike[0] if len(alike) == 1 else ""


def text_in(subject: Subject, tag: Tag) -> str:
    """The text of a tag's own marked content, or what is said instead, without spaces; letters that nobody can know are
    left out."""
    known = _pieces(subject)
    return "".join("".join(known.get(key, ())) for key in tag.content).replace(" ", "")


@once
def _pieces(subject: Subject) -> dict[tuple[tuple[int, int], int], list[str]]:
    """The texts of all marked contents, piece by piece."""
    from pipeline.checks.pdf.fonts import texts_of

    found: dict[tuple[tuple[int, int], int], list[str]] = {}
    for paint, text in zip(subject.content.paints, texts_of(subject), strict=True):
        mark = paint.mark
        if mark is None:
            continue
        if paint.marks.said is not None:
            found[mark.stream, mark.mcid] = [paint.marks.said.actual or ""]
        elif text is not None:
            found.setdefault((mark.stream, mark.mcid), []).append(text)
    return found


def read_text(subject: Subject, tag: Tag) -> str:
    """The text of a tag in its order with all that is in it, without spaces: what is said instead (ActualText) where
    something is, and without labels and notes."""
    said = tag.text("ActualText")
    if said is not None:
        return said.replace(" ", "")
    known = _pieces(subject)
    parts: list[str] = []
    content, kids = iter(tag.content), iter(tag.kids)
    for is_content in tag.order:
        if is_content:
            parts.extend(known.get(next(content), ()))
        elif (kid := next(kids)).type not in UNREAD:
            parts.append(read_text(subject, kid))
    return "".join(parts).replace(" ", "")


def _start(text: str) -> str:
    return "".join(text.split())[:40]


@once
def _texts(subject: Subject) -> dict[str, str]:
    """The blocks of the source by the beginning of their text; what two blocks begin with is nobody's."""
    from pipeline.document import text_of

    found: dict[str, str] = {}
    for name, block in subject.blocks.items():
        start = _start(text_of(block)) if not block.blocks else ""
        if start:
            found[start] = "" if start in found and found[start] != block.id else name if name == "title" else block.id
    return found
