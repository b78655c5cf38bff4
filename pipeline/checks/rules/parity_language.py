# SPDX-License-Identifier: AGPL-3.0-or-later
"""Each part is in the language and direction that it has in the source, and so is the whole file.

What it does
: Compares language and direction of the file, of each part and of each phrase with the document.

Why it matters
: The language decides the voice that speaks, the hyphens, the quotation marks and the glyphs; the direction
  decides in which order the words stand.

Example
: A French paragraph in an English text is read with an English voice because the PDF does not mark it.

Fix
: Report it with the source: the writer of this format has a fault.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from pipeline.checks.parity.compare import compare, short
from pipeline.checks.parity.examples import pair, paragraph, part
from pipeline.checks.parity.own_labels import mislabelled
from pipeline.checks.parity.phrases import phrases
from pipeline.checks.rule import Rule, Subject
from pipeline.model import Finding, Format, Node, Role, Severity


def look(subject: Subject) -> Iterator[Finding]:
    """The language of the file, of each part and of each phrase in another language."""
    found = compare(subject)
    root, own = subject.outline.root, subject.expected.root if subject.expected else Node(Role.DOCUMENT)
    if _tag(root.lang) != _tag(own.lang):
        yield RULE.fail(subject, f"The file says that its language is «{root.lang or 'none'}»; it is «{own.lang}».")
    for wanted, given in found.both():
        a, b = wanted.node, given.node
        text = short(wanted.text, 50)
        inherited = _tag(root.lang) != _tag(own.lang) and _tag(b.lang) == _tag(root.lang)  # told once, above
        if _tag(a.lang) != _tag(b.lang) and not inherited:
            message = f"«{text}» is marked as {b.lang or 'no language'}; it is {a.lang}."
            yield RULE.fail(subject, message, place=b.place, block=wanted.block)
        if _directed(subject.format) and a.dir and b.dir and a.dir != b.dir:
            message = f"«{text}» runs {a.dir} in the source and {b.dir} here."
            yield RULE.fail(subject, message, place=b.place, block=wanted.block)
        added = {} if _tag(a.lang) != _tag(b.lang) else {one.text: one for one in phrases(b, a, _added(b.lang))}
        for phrase in phrases(a, b, _of_language(a.lang)):
            other = added.pop(phrase.text, None)
            how = f"marked as {other.lang or 'no language'}" if other is not None else "not marked so"
            message = f"«{short(phrase.text, 40)}» is {phrase.lang} in the source and is {how} here."
            yield RULE.fail(subject, message, place=b.place, block=wanted.block)
        for phrase in phrases(a, b, _of_direction(a.dir)) if subject.format is not Format.PDF else ():
            message = f"«{short(phrase.text, 40)}» runs {phrase.dir} in the source and does not here."
            yield RULE.fail(subject, message, place=b.place, block=wanted.block)
        for phrase in added.values():
            message = f"«{short(phrase.text, 40)}» is marked as {phrase.lang or 'no language'} here; it is {a.lang}."
            yield RULE.fail(subject, message, place=b.place, block=wanted.block)
    for node, label, lang in mislabelled(root):
        yield RULE.fail(subject, f"«{short(label, 40)}» is read out as {lang}, and is in another language.",
                        place=node.place, block=node.attrs.get("id", ""))  # fmt: skip


def _directed(format: Format) -> bool:
    """PDF says the direction of a block by its writing mode only; what it lacks is no difference."""
    return format in (Format.HTML, Format.EPUB, Format.PDF)


def _of_language(around: str) -> Callable[[Node], str]:
    def key(node: Node) -> str:
        return f"{_tag(node.lang)}:{node.text}" if _tag(node.lang) != _tag(around) and node.text else ""

    return key


def _added(around: str) -> Callable[[Node], str]:
    """As ``_of_language``, but for the ways back from notes, which we add; their words are looked at by themselves."""
    named = _of_language(around)

    def key(node: Node) -> str:
        return "" if node.role is Role.LINK and node.attrs.get("kind") == "back" else named(node)

    return key


def _of_direction(around: str) -> Callable[[Node], str]:
    """What runs another way than the part; numbers and names in letters run by themselves, so only what is marked."""

    def key(node: Node) -> str:
        return f"{node.dir}:{node.text}" if node.dir and node.dir != around and node.text else ""

    return key


def _tag(lang: str) -> str:
    return lang.lower()


RULE = Rule(
    id="parity-language",
    title="Each part is in the language that it has in the source",
    severity=Severity.ERROR,
    clauses=("EN 301 549 5.4", "WCAG 3.1.1", "WCAG 3.1.2"),
    looks={Format.PDF: look, Format.EPUB: look, Format.HTML: look},
    fix="Report it with the source: the writer of this format has a fault.",
    sides=True,
    good=(
        pair([paragraph("Un", lang="fr")], [paragraph("Un", lang="fr")]),
        pair([paragraph("a", lang="fa")], [paragraph("a", part(Role.LINK, "↩", lang="en", kind="back"), lang="fa")]),
    ),
    bad=(
        pair([paragraph("Un", lang="fr")], [paragraph("Un")]),
        pair([paragraph("a b", part(Role.SPAN, "b", lang="fr"))], [paragraph("a b")]),
        pair([paragraph("a b", part(Role.SPAN, "b", dir="rtl"))], [paragraph("a b")], Format.HTML),
        pair([paragraph("a b")], [paragraph("a b", part(Role.SPAN, "b", lang="fr"))]),
        pair([paragraph("a", dir="rtl")], [paragraph("a")], Format.HTML),
        pair([paragraph("a")], [paragraph("a", part(Role.LINK, "b", lang="fr"))]),
        pair([part(Role.ITEM, "x", lang="fr")], [part(Role.ITEM, "x", lang="fr", checked="yes", state="Done")]),
    ),
)
