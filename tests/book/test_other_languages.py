# SPDX-License-Identifier: AGPL-3.0-or-later
"""Books in a language that we have no words for, and pages that begin inside a listing."""

from __future__ import annotations

from pathlib import Path

from lxml import etree

from pipeline.labels import labels
from pipeline.model import Edition, Role
from pipeline.writers.epub import cover
from tests.book.test_read import nodes, page
from tests.make import document

X = "{http://www.w3.org/1999/xhtml}"


def image(lang: str, title: str) -> etree._Element:
    made = document(f"# {title}\n\nText.", folder=Path(), lang=lang)
    edition = Edition(made, made.meta.lang, made.meta.dir, original_lang=made.meta.lang)
    return next(cover.part(edition, labels(lang)).iter(f"{X}img"))


def test_a_covers_title_is_in_its_own_language_alone() -> None:
    persian = image("fa", "کتاب آب")
    assert (persian.get("alt"), persian.get("lang"), persian.get("dir")) == ("کتاب آب", "fa", "rtl")
    french = image("fr-CA", "Le pont")
    assert (french.get("alt"), french.get("lang")) == ("Couverture : Le pont", None)


def test_words_of_our_own_that_are_missing_are_told() -> None:
    assert "no-labels" in {notice.rule for notice in document("# کتاب\n\nآب.", lang="fa").notices}
    assert "no-labels" not in {notice.rule for notice in document("# Pont\n\nEau.", lang="fr-CA").notices}


def test_a_page_may_begin_inside_a_listing() -> None:
    made = page("<pre><code>one <b>t<i>w</i>o</b> <span role=doc-pagebreak aria-label=2></span>three</code></pre>")
    (broken,) = nodes(made, Role.PAGE_BREAK)
    assert broken.attrs == {"page": "2", "offset": "8"}
    assert nodes(made, Role.CODE)[0].text == "one two three"
