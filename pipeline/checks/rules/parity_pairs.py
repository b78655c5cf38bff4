# SPDX-License-Identifier: AGPL-3.0-or-later
"""Both texts of a page in plain language are whole: the plain one, and the original beside each part.

What it does
: Takes the plain text and the parts of the original out of the page, each by itself, and compares them with their
  sources as any page is compared: words, structure, lists, tables, links, languages, pictures, contents. Looks for the
  part of the original that each part of the plain text stands for.

Why it matters
: Who doubts a plain sentence opens the original beside it. A pay that is another one there, or a table without its
  headers, is the wrong answer at the very place where people look for the right one.

Example
: The original beside a part is that of the next part.

Fix
: Publish the page again; if it happens again, report it: the page is made by program.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from lxml import etree

from pipeline.checks.parity.compare import fold, short
from pipeline.checks.parity.paired import ids_beside, of_class, original_side, plain_side
from pipeline.checks.rule import Example, Look, NotApplicable, Rule, Subject
from pipeline.checks.rules import (
    parity_abbreviations,
    parity_contents,
    parity_descriptions,
    parity_emphasis,
    parity_formulas,
    parity_language,
    parity_links,
    parity_lists,
    parity_metadata,
    parity_pictures,
    parity_structure,
    parity_tables,
    parity_text,
)
from pipeline.labels import labels
from pipeline.model import (
    Block,
    BlockKind,
    Document,
    Edition,
    Finding,
    Format,
    Inline,
    InlineKind,
    Meta,
    Node,
    Outcome,
    Outline,
    Register,
    Role,
    Severity,
)
from pipeline.outline.companions import is_plain_page
from pipeline.outline.expected import expected

LOOKS = tuple(
    module.RULE.looks[Format.HTML]
    for module in (
        parity_text, parity_structure, parity_lists, parity_tables, parity_links, parity_language, parity_emphasis,
        parity_formulas, parity_descriptions, parity_abbreviations, parity_pictures,
    )
)  # fmt: skip


def look(subject: Subject) -> Iterator[Finding]:
    """The plain text, the pairs, the originals."""
    edition = subject.edition
    if edition is None or edition.register is not Register.PLAIN or not is_plain_page(subject.data):
        raise NotApplicable("no page in plain language")
    yield from _metadata(subject, edition)
    side = plain_side(subject, edition)
    yield from _told(side, "In the plain text: ")
    yield from _box(subject, edition)
    yield from _omitted(subject, edition)
    yield from _of(side, parity_contents.RULE.looks[Format.HTML])
    if subject.original is not None:
        yield from _beside(subject, subject.original)
        yield from _told(original_side(subject, subject.original), "In the original beside it: ")


def _told(side: Subject, where: str) -> Iterator[Finding]:
    for one in LOOKS:
        yield from _of(side, one, where)


def _of(side: Subject, one: Look, where: str = "") -> Iterator[Finding]:
    """What a look finds in one of the two texts as findings of this page, with their line in the text that it is of."""
    try:
        found = [finding for finding in one(side) if finding.outcome is Outcome.FAIL]
    except NotApplicable:
        return
    for finding in found:
        line = finding.line or side.line(finding.block)
        yield replace(finding, rule=RULE.id, message=f"{where}{finding.message}", fix=RULE.fix, line=line,
                      source=side.source if line else "")  # fmt: skip


def _beside(subject: Subject, original: Edition) -> Iterator[Finding]:
    """Each part of the plain text that bears the id of a block of the original has that block beside it."""
    known = {block for block in replace(subject, edition=original).blocks if block != "title"}
    for pair in of_class(subject.html, "pair"):
        names = [one.get("id", "") for text in of_class(pair, "plain-text") for one in text if one.get("id")]
        there = ids_beside(pair)
        if names and names[0] in known and names[0] not in there:
            what = "of another part" if there else "gone"
            message = f"The original beside this part is {what}."
            yield RULE.fail(subject, message, block=names[0])


def _metadata(subject: Subject, edition: Edition) -> Iterator[Finding]:
    """What the page says of itself in its head, but for its title, which says too what kind of page it is."""
    wanted = {key: value for key, value in expected(edition, Format.HTML).meta.items() if key != "title"}
    given = {key: value for key, value in subject.outline.meta.items() if not key.endswith("title")}
    nothing = Node(Role.DOCUMENT)
    side = Subject(
        Format.HTML, subject.file, subject.data, Outline(Format.HTML, nothing, wanted), edition,
        Outline(Format.HTML, nothing, given),
    )  # fmt: skip
    yield from _of(side, parity_metadata.RULE.looks[Format.HTML])


def _said(element: etree._Element) -> str:
    return fold("".join(map(str, element.itertext())))


def _box(subject: Subject, edition: Edition) -> Iterator[Finding]:
    """What the box above the text says: what this page is, that it is a draft, its summary."""
    words = labels(edition.lang)
    for box in of_class(subject.html, "first"):
        kinds = [_said(one) for one in of_class(box, "kind")]
        if kinds and fold(words("plain")) not in kinds:
            yield RULE.fail(subject, f"The page calls itself «{short(kinds[0], 40)}»; it is «{words('plain')}».")
        notices = [_said(one) for one in of_class(box, "notice")]
        if edition.draft and fold(words("plain_draft")) not in notices:
            yield RULE.fail(subject, "The page does not say that it is a draft, which no person has compared.")
        told = [_said(one) for one in box.iter("li")]
        own = fold(edition.document.meta.description)
        if told and own and fold(" ".join(told)) != own:
            message = f"The summary says «{short(' '.join(told), 60)}»; in the plain text it is «{short(own, 60)}»."
            yield RULE.fail(subject, message)


def _omitted(subject: Subject, edition: Edition) -> Iterator[Finding]:
    """A part that is left out says so, and why."""
    words = labels(edition.lang)
    whole = replace(subject, edition=subject.original)
    bare = fold(words("plain_omitted", reason=""))
    for pair in of_class(subject.html, "pair"):
        said = [_said(one) for text in of_class(pair, "plain-text") for one in text]
        line = next((found for name in ids_beside(pair) if (found := whole.line(name))), 0)
        shown = any(one.tag == "img" for text in of_class(pair, "plain-text") for one in text.iter())
        if not any(said) and not shown:
            yield RULE.fail(subject, "A part has no plain text, and does not say why.", line=line)
        elif any(one.startswith(bare.rstrip(" .")) and len(one) <= len(bare) + 1 for one in said):
            yield RULE.fail(subject, "A part is left out, and the page does not say why.", line=line)


def _edition(text: str, register: Register) -> Edition:
    heading = Block(BlockKind.HEADING, "title", inlines=(Inline(InlineKind.TEXT, "Bees"),), level=1)
    block = Block(BlockKind.PARAGRAPH, "p-1", inlines=(Inline(InlineKind.TEXT, text),))
    made = Document("bees", Meta("Bees"), heading, (block,), text, "0", Path(), Path("bees.md"))
    return Edition(made, "en", "ltr", register, original_lang="en", draft=register is Register.PLAIN)


DRAFT = "Draft: no person has compared this version with the original text yet."


def _page(plain: str = "<p id='p-1'>Bees dance.</p>", original: str = "<p id='o-p-1'>Bees perform dances.</p>",
          notice: str = DRAFT) -> Example:  # fmt: skip
    """A page of one part, with both texts that it should hold."""
    page = (
        '<!DOCTYPE html><html lang="en" dir="ltr"><head><meta charset="utf-8"><title>Bees</title></head>'
        '<body class="plain-page"><main><article class="document paired"><h1 class="title" id="title">Bees</h1>'
        f'<div class="first"><p class="kind">Plain language</p><p class="notice">{notice}</p></div><div class="pair">'
        f'<div class="plain-text">{plain}</div><details class="original"><summary>Original text</summary>'
        f'<div class="original-text"><p class="original-label">Original text</p>{original}</div></details></div>'
        "</article></main></body></html>"
    )
    own, original_text = _edition("Bees dance.", Register.PLAIN), _edition("Bees perform dances.", Register.ORIGINAL)
    return Example(Format.HTML, page.encode(), edition=own, original=original_text)


OMITTED = "<p class='notice'>This part of the original text was left out here. Reason:</p>"

RULE = Rule(
    id="parity-pairs",
    title="Both texts of a page in plain language are whole",
    severity=Severity.ERROR,
    clauses=("WCAG 3.1.5", "EN 301 549 5.4"),
    looks={Format.HTML: look},
    fix="Publish the page again.",
    good=(_page(),),
    bad=(
        _page(plain="<p id='p-1'>Bees dance.</p><p>Bees dance.</p>"),
        _page(plain="<p id='p-1' hidden>Bees dance.</p>"),
        _page(plain=OMITTED),
        _page(original="<p id='o-p-1'>Bees perform no dances.</p>"),
        _page(original="<p id='o-p-1'><a href='https://example.org'>Bees perform dances.</a></p>"),
        _page(original="<p id='o-p-2'>Bees perform dances.</p>"),
        _page(original=""),
        _page(notice=""),
    ),
)
