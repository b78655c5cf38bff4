# SPDX-License-Identifier: AGPL-3.0-or-later
"""A book says in which language it is, once and rightly.

What it does
: Finds books without a language, with one that does not exist, or whose package, content documents and text disagree.

Why it matters
: Reading systems choose the voice and the hyphenation by it.

Example
: ``dc:language`` says fr, the chapters say en.

Fix
: Write ``lang:`` in ``document.yaml`` and make the book anew.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator

from lxml import etree

from pipeline.checks.examples import METADATA, book
from pipeline.checks.page import language, text
from pipeline.checks.rule import Rule, Subject
from pipeline.checks.web.speech import reads_as_other
from pipeline.checks.web.tags import known, primary
from pipeline.model import Finding, Format, Severity
from pipeline.model.namespaces import XML_LANG


def look(subject: Subject) -> Iterator[Finding]:
    """The package's languages beside those of the content documents."""
    book_ = subject.epub
    said = [value for value in book_.metadata("dc:language") if value]
    place = book_.opf
    if not said:
        yield RULE.fail(subject, "The book does not say in which language it is.", place=place, block="title")
        return
    for value in said:
        if not known(value):
            yield RULE.fail(subject, f"There is no language «{value[:40]}».", place=place, block="title")
    package = book_.package.get(XML_LANG, "")
    if package and primary(package) not in {primary(value) for value in said}:
        message = f"The package document is in {package}, the book in {', '.join(said)}."
        yield RULE.fail(subject, message, place=place, block="title")
    # A cover without words and a page of contents may be in the language of whoever made the book.
    own_words = [page for page in book_.pages if page is not book_.nav and text(page.body)]
    pages = Counter(primary(language(page.root)) for page in own_words if language(page.root))
    if pages:
        most = {lang for lang, count in pages.items() if count == max(pages.values())}
        if not most & {primary(value) for value in said}:
            message = f"The book says that it is in {', '.join(said)}; its pages say {', '.join(sorted(most))}."
            yield RULE.fail(subject, message, place=place, block="title")
            return
    own = {primary(value) for value in said}
    words = " ".join(_words(page.body, own, primary(language(page.body))) for page in book_.pages)[:40_000]
    if found := reads_as_other(words, *said):
        message = f"The book says that it is in {', '.join(said)}, but reads as {found}."
        yield RULE.fail(subject, message, place=place, block="title")


def _words(part: etree._Element, said: Collection[str], lang: str) -> str:
    """The words of a part without those that are marked as in a language that is not the book's, such as labels."""
    pieces: list[str] = []
    stack: list[tuple[etree._Element, str, bool]] = [(part, lang, False)]
    while stack:
        element, around, after = stack.pop()
        if after:
            pieces.append(element.tail or "" if around in said or not around else " ")
            continue
        inside = primary(element.get(XML_LANG) or element.get("lang") or "") or around
        if isinstance(element.tag, str):
            pieces.append(element.text or "" if inside in said or not inside else " ")
            for child in reversed(element):
                stack += [(child, inside, True), (child, inside, False)]
    return " ".join("".join(pieces).split())


FRENCH = (
    "Les abeilles sont dans le jardin de la ville et elles ne sont pas seules, car il y a des fleurs pour tout le "
    "monde. Ce matin, une abeille est sortie de la ruche avec les autres, qui sont plus jeunes que la reine."
)
COVER = (
    '<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="nl" lang="nl"><head><title>Omslag</title></head>'
    '<body><img src="x.png" alt="Bees" xml:lang="en" lang="en"/></body></html>'
)
RULE = Rule(
    id="epub-language",
    title="A book says in which language it is, once and rightly",
    severity=Severity.ERROR,
    clauses=("EPUB 3.3 5.5.3", "WCAG 3.1.1"),
    looks={Format.EPUB: look},
    fix="Write lang: in document.yaml and make the book anew.",
    foreign="Write dc:language in the package document.",
    good=(
        book(),
        book(f"<h1 id='bees'>Bees</h1><p xml:lang='fr'>{FRENCH}</p>"),
        book(files=dict.fromkeys(("cover.xhtml", "back.xhtml"), COVER)),
    ),
    bad=(
        book(metadata=METADATA.replace(">en<", ">fr<")),
        book(package=' xml:lang="fr"'),
        book(metadata=METADATA.replace("<dc:language>en</dc:language>", "")),
        book(f"<h1 id='bees'>Bees</h1><p>{FRENCH}</p>"),
    ),
)
