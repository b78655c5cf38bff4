# SPDX-License-Identifier: AGPL-3.0-or-later
"""What differs between a plain part and its original is shown as it is, and each text is called what it is.

What it does
: On a page in plain language: reads what is shown of each part under «Where the words differ». The words are those of
  the two texts, each under its own legend; marked are the words that the other text does not use, and no others. The
  original beside a part is called the original of that part.

Why it matters
: Who checks a plain text against its original reads there what was left out and what came to it. A mark at another word
  hides it; a wrong legend turns it round.

Example
: «not» is in the original alone, and the mark is on the word beside it.

Fix
: Publish the page again; if it happens again, report it: the page is made by program.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lxml import etree

from pipeline.checks.examples import plain_page
from pipeline.checks.page import text
from pipeline.checks.parity.compare import fold, short, words_differ
from pipeline.checks.rule import Example, NotApplicable, Rule, Subject
from pipeline.checks.web.beside import of_class, said
from pipeline.labels import Labels, labels
from pipeline.model import Edition, Finding, Format, Severity
from pipeline.outline.companions import is_plain_page
from pipeline.outline.words import classes
from pipeline.plain import lexicon
from pipeline.plain.authored.translated import beside_label
from pipeline.plain.words import WORD, language, stem

LEGENDS = ("plain_differs_original", "plain_differs_plain")


def look(subject: Subject) -> Iterator[Finding]:
    """Each part of the page."""
    pairs = of_class(subject.html, "pair") if is_plain_page(subject.data) else []
    if not pairs:
        raise NotApplicable("no page that shows a plain text beside its original")
    edition = subject.edition
    lang = edition.lang if edition is not None else subject.html.get("lang", "")
    words = labels(lang)
    for number, pair in enumerate(pairs, 1):
        texts = of_class(pair, "plain-text")
        block = subject.block_of(texts[0][0]) if texts and len(texts[0]) else ""
        for what in (*_names(pair, number, words, _called(edition, words)), *_part(subject, pair, lang, words)):
            yield RULE.fail(subject, f"In part {number}, {what}", place=f"part {number}", block=block)


def _called(edition: Edition | None, words: Labels) -> tuple[str, ...]:
    """What may be beside the text: the original, or a translation of it."""
    keys = ("original", "original_translated") if edition is None else (beside_label(edition),)
    return tuple(fold(words(key)) for key in keys)


def _names(pair: etree._Element, number: int, words: Labels, beside: Sequence[str]) -> Iterator[str]:
    """Whether the original and the differences are called so, and say of which part they are."""
    heads = [one for one in of_class(pair, "plain-text") for one in one if isinstance(one.tag, str)]
    heading = next((one for one in heads if one.tag in ("h1", "h2", "h3", "h4", "h5", "h6")), None)
    name = said(heading) if heading is not None else str(number)
    for kind, labelled in (("original", beside), ("differences", (fold(words("plain_differs")),))):
        for details in (one for one in of_class(pair, kind) if one.tag == "details"):
            called = " ".join(said(one) for one in details if one.tag == "summary")
            wanted = [fold(f"{label}: {name}") for label in labelled]
            if called not in wanted:
                yield f"what opens is called «{short(called) or 'nothing'}», and not «{short(wanted[0])}»."
    # Where the original is always open, nothing but this paragraph says what it is.
    for body in of_class(pair, "original-text"):
        called = " ".join(map(text, of_class(body, "original-label")))
        if called not in beside:
            yield f"the original is called «{short(called) or 'nothing'}»."


def _part(subject: Subject, pair: etree._Element, lang: str, words: Labels) -> Iterator[str]:
    """What is shown of a part: that it is there, its words, and its marks."""
    sides = [" ".join(filter(None, map(said, of_class(pair, name)))) for name in ("original-text", "plain-text")]
    shown = of_class(pair, "differences")
    if not shown:
        if all(sides) and _compares(subject) and not _is_left_out(pair):
            yield "nothing shows where the words differ."
        return
    found = [list(_under(shown[0], fold(words(key)))) for key in LEGENDS]
    marked = [" ".join(filter(None, map(said, under))) for under in found]
    for key, wanted, given in zip(LEGENDS, sides, marked, strict=True):
        if fold(wanted) != fold(given):
            what = words_differ(fold(wanted), fold(given)) if given else "they are not there"
            yield f"of the words that differ under «{short(words(key), 40)}»: {what}."
    for under, other in zip(found, reversed(sides), strict=True):
        for one in under:
            yield from _marks(one, other, one.get("lang") or lang)


def _compares(subject: Subject) -> bool:
    edition = subject.edition
    return edition is not None and language(edition.lang) == language(edition.original_lang or edition.lang)


def _is_left_out(pair: etree._Element) -> bool:
    """Whether all that stands for a part is why it is left out."""
    return all("notice" in classes(one) for side in of_class(pair, "plain-text") for one in side)


def _under(shown: etree._Element, legend: str) -> Iterator[etree._Element]:
    """The texts that follow a legend."""
    current = ""
    for one in shown:
        if "legend" in classes(one):
            current = said(one)
        elif "marked" in classes(one) and current == legend:
            yield one


def _marks(shown: etree._Element, other: str, lang: str) -> Iterator[str]:
    """Words that are marked and stand in the other text, or are not and do not."""
    data = lexicon.of(lang)
    common = data.function_words if data else frozenset()
    theirs = {stem(match.group(), lang) for match in WORD.finditer(other)}
    for run, is_marked in _runs(shown):
        own = [match.group() for match in WORD.finditer(run)]
        lacking = [word for word in own if word.lower() not in common and stem(word, lang) not in theirs]
        if is_marked and len(lacking) < len(own):
            yield f"«{short(run, 40)}» is marked, and the other text uses it."
        elif lacking and not is_marked:
            yield f"«{short(lacking[0], 40)}» is not marked, and the other text does not use it."


def _runs(shown: etree._Element) -> Iterator[tuple[str, bool]]:
    yield shown.text or "", False
    for child in shown:
        yield text(child), child.tag == "mark"
        yield child.tail or "", False


def _example(
    *, original: str = "Bees <mark>perform</mark> dances.", plain: str = "Bees dance.", name: str = "Original text: 1",
    first: str = "Original text. Marked: words that the plain version does not use.", label: str = "Original text",
) -> Example:  # fmt: skip
    """A page of one part."""
    second = "Plain version. Marked: words that the original text does not use."
    shown = (
        "<details class='differences'><summary>Where the words differ<span class='of-part'>: 1</span></summary>"
        f"<p class='legend'>{first}</p><p class='marked'>{original}</p>"
        f"<p class='legend'>{second}</p><p class='marked'>{plain}</p></details>"
    )
    return plain_page(
        '<div class="pair"><div class="plain-text"><p>Bees dance.</p></div>'
        f'<details class="original"><summary>{name}</summary><div class="original-text">'
        f'<p class="original-label">{label}</p><p>Bees perform dances.</p></div>{shown}</details></div>'
    )


RULE = Rule(
    id="plain-differences",
    title="What differs between a plain part and its original is shown as it is",
    severity=Severity.ERROR,
    clauses=("WCAG 3.1.5",),
    looks={Format.HTML: look},
    fix="Publish the page again.",
    good=(_example(),),
    bad=(
        _example(original="Bees performdances."),
        _example(original="<mark>Bees</mark> perform dances."),
        _example(original="Bees <mark>perform dances</mark>."),
        _example(plain="<mark>Bees</mark> dance."),
        _example(name="Plain version: 1"),
        _example(first="Plain version. Marked: words that the original text does not use."),
        _example(label="Plain version"),
        _example(label=""),
    ),
)
