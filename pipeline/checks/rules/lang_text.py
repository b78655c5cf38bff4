# SPDX-License-Identifier: AGPL-3.0-or-later
"""A text is in the language that it says.

What it does
: Finds paragraphs, and whole pages, whose words are clearly of another language than the one that is said (by the
  small words that every sentence has; close cases, citations and formulas are left alone), and blocks in Latin letters
  in a language that is written in others.

Why it matters
: A French voice that reads English text cannot be understood.

Example
: ``lang="fr"`` on "The budget of the office is for the people who use it".

Fix
: Correct the language: ``lang:`` in ``document.yaml`` for the whole, ``[…]{lang=fr}`` for words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from pipeline.checks.examples import page
from pipeline.checks.page import MATHML, language, own_language, text
from pipeline.checks.rule import NotApplicable, Rule, Subject
from pipeline.checks.web.look import at, quoted, web
from pipeline.checks.web.speech import base, in_latin_letters, likely, reads_as_other
from pipeline.checks.web.tags import primary
from pipeline.checks.web.view import View
from pipeline.model import Finding, Format, Severity

BLOCKS = ("p", "li", "td", "th", "dd", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "figcaption", "caption", "blockquote")
MOST = 40_000
FEWEST = 8  # fewer words in another language are names and terms as often as not
FIX = "Correct the language in document.yaml, or mark the words: […]{{lang={}}}"
SKIPPED = frozenset({"script", "style", "code", "pre", "kbd", "samp", "var", "math"})


def look(subject: Subject, view: View) -> Iterator[Finding]:
    """The page as a whole by its own language, then blocks and marked phrases."""
    own = language(view.page.root)
    if not own:
        raise NotApplicable("no language is said")
    # A chapter of a book of ours is a part of a text, of which the whole is judged by epub-language.
    is_part = subject.format is Format.EPUB and bool(subject.blocks)
    plain = "" if is_part else _text_in(view.page.body, own)[:MOST]
    if found := reads_as_other(plain, own):
        message = f"The page says that it is in {own}, but reads as {found}."
        yield replace(at(RULE, subject, view, view.page.root, message), fix=_fix(subject, found))
        return
    for element in view.page.body.iter(*BLOCKS, "span", "em", "i", "q", "div"):
        if element.tag not in BLOCKS and element.get("lang") is None:
            continue
        if subject.blocks and any(above.tag == "nav" for above in element.iterancestors()):
            continue  # contents repeat headings, which are told where they stand
        if element.tag == "div" and next(element.iter(*BLOCKS, "section"), None) is not None:
            continue
        lang = language(element)
        shown = _text_in(element, lang)
        said = reads_as_other(shown, lang)
        if said and not _twice(element, lang):
            # Marked words that read otherwise are wrong; unmarked ones in a page of another language may be names.
            level = Severity.ERROR if element.get("lang") is not None else Severity.WARNING
            if level is Severity.ERROR or len(shown.split()) >= FEWEST:
                message = f"{quoted(shown, 40)} says that it is in {lang}, but reads as {said}."
                yield replace(at(RULE, subject, view, element, message), severity=level, fix=_fix(subject, said))
        elif in_latin_letters(shown, lang) and not _latin_around(element, lang):
            message = f"{quoted(shown, 40)} says that it is in {lang}, but is in Latin letters."
            told = at(RULE, subject, view, element, message)
            yield replace(told, severity=Severity.WARNING, fix=_fix(subject, likely(shown) or "en"))


def _fix(subject: Subject, lang: str) -> str:
    return FIX.format(lang) if subject.blocks else RULE.foreign


def _twice(element: etree._Element, lang: str) -> bool:
    """Whether a block around it with the same language is told already."""
    above = element.getparent()
    while above is not None:
        if above.tag in BLOCKS and language(above) == lang:
            return likely(_text_in(above, lang)) not in ("", base(lang))
        above = above.getparent()
    return False


def _latin_around(element: etree._Element, lang: str) -> bool:
    """Whether a block around it is told for the same already."""
    around = (above for above in element.iterancestors() if above.tag in BLOCKS and language(above) == lang)
    return any(likely(_text_in(above, lang)) or in_latin_letters(_text_in(above, lang), lang) for above in around)


def _text_in(element: etree._Element, lang: str) -> str:
    """The text below whose language is this one."""
    pieces: list[str] = []
    wanted, langs = primary(lang), {element: language(element)}
    skipped = {element: _is_skipped(element)}
    taken = {element: not skipped[element] and primary(langs[element]) == wanted}
    for node in element.iter():
        above = node.getparent() if node is not element else None
        if above is not None and isinstance(node.tag, str):
            own = own_language(node)
            langs[node] = langs[above] if own is None else own
            skipped[node] = skipped[above] or _is_skipped(node)
            taken[node] = not skipped[node] and primary(langs[node]) == wanted
        if taken.get(node):
            pieces.append(node.text or "")
        if above is not None and taken[above]:
            pieces.append(node.tail or "")
    return re.sub(r"\s+", " ", " ".join(pieces)).strip() if pieces else text(element)


def _is_skipped(element: etree._Element) -> bool:
    """Program text, and formulas: their letters are no words."""
    return element.tag in SKIPPED or element.tag == f"{MATHML}math" or "tex" in (element.get("class") or "").split()


RULE = Rule(
    id="lang-text",
    title="A text is in the language that it says",
    severity=Severity.ERROR,
    clauses=("WCAG 3.1.1", "WCAG 3.1.2", "ACT off6ek", "ACT ucwvc8"),
    looks=web(look),
    fix=FIX.format("fr"),
    foreign="Correct the lang attribute, or mark the words with one.",
    good=(
        page("<p>The budget of the office is for the people who use it and for those who do not.</p>"),
        page("<p>Reg. No. 12-345, 67 Gaz. 890 (1999) (amended by Reg. No. 23-456, 78 Gaz. 901, 12 T.L.R. no. 34).</p>"),
        page(f"<p><math xmlns='{MATHML[1:-1]}'>{'<mi>e</mi><mo>+</mo><mi>i</mi>' * 9}</math></p>"),
        page("<p>كتاب <em>Green Bay Water Works</em></p><p>Green Bay Water Works Board</p>", lang="ar"),
        page("<p>The office is open to all who live in the valley.</p>", lang="sr"),
    ),
    bad=(
        page("<p>The budget of the office is for the people who use it and for those who do not.</p>", lang="fr"),
        page("<p>هذا نص عربي طويل بما يكفي هنا.</p><p>The office opens at nine.</p>", lang="ar"),
        page("<p>זה טקסט ארוך מספיק בשביל הדף הזה.</p><h2>Wide Open Fields Near Stony Brook Harbour Town Hall</h2>",
             lang="he"),
        page("<p>All of this is said in the words of the office.</p><p lang='fr'>The name of the law that is in force"
             " for the people of this land.</p>"),
    ),
)  # fmt: skip
