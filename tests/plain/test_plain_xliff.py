# SPDX-License-Identifier: AGPL-3.0-or-later
"""The text in plain language for translators: its file says which text it holds."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from pipeline.document.front import front_lines
from pipeline.document.text import text_of, walk
from pipeline.errors import InputError
from pipeline.model import Block, BlockKind, Inline, InlineKind
from pipeline.plain.authored.edition import plain_edition
from pipeline.plain.authored.in_full import in_full
from pipeline.plain.authored.translated import Translated, from_translation, to_translate
from pipeline.translate.merge import merge
from pipeline.writers import xliff
from tests.plain.samples import lake, plain_markdown, read_text


def exported() -> str:
    original = lake()
    return xliff.write(plain_edition(original, read_text(plain_markdown(original), original)).document).decode()


def test_the_file_leads_to_the_page_that_has_its_text() -> None:
    text = exported()
    assert re.findall(r'original="([^"]*)"', text) == ["test.plain"]
    led = re.findall(r"In the HTML edition: (\S*)#", text)
    assert led and set(led) == {"test.plain.html"}


def test_a_translation_of_it_is_not_merged_into_the_original_nor_the_other_way_round() -> None:
    original = lake()
    plain = plain_edition(original, read_text(plain_markdown(original), original))
    for document, other in ((original, exported()), (to_translate(plain), xliff.write(original).decode())):
        translated = other.replace('srcLang="en"', 'srcLang="en" trgLang="fr"')
        with pytest.raises(InputError, match="made from another document"):
            merge(document, translated.encode())


def test_what_is_beside_the_text_is_said_in_a_pdf_or_book_of_the_translation_too() -> None:
    """Nothing is translated: all of it is in the language that it was written in, and told."""
    original = lake()
    plain = plain_edition(original, read_text(plain_markdown(original), original))
    whole = to_translate(plain)
    ids = frozenset(block.id for block in walk(whole.blocks))
    meta = replace(whole.meta, lang="fr")
    made = from_translation(plain, Translated(replace(whole, meta=meta), ids, frozenset(), draft=True), plain.beside)
    full = in_full(made, made.text, original)
    told = {text_of(block): (block.lang, block.dir) for block in walk(full.document.blocks) if block.inlines}
    for words in ("The lake has rules. They protect people and birds.", "nest", "The home that a bird builds."):
        assert told[words] == ("en", "ltr")
    assert told["Pas encore traduit : affiché en anglais."] == ("", "")
    said = [line.text for line in front_lines(made)]
    assert said[1] == "Projet : personne n’a encore comparé cette version au texte original."
    assert said[2].startswith("Projet de traduction") and "affichées en anglais" in said[3]


def test_two_terms_that_are_one_word_in_the_translation_keep_both_definitions() -> None:
    original = lake()
    second = "\n  - {term: roost, definition: Where a bird sleeps.}\nreviewed"
    plain = plain_edition(original, read_text(plain_markdown(original).replace("\nreviewed", second, 1), original))
    whole = to_translate(plain)

    def called_nid(block: Block) -> Block:
        if block.kind is BlockKind.TERM:
            return replace(block, inlines=(Inline(InlineKind.TEXT, "nid"),))
        return replace(block, blocks=tuple(map(called_nid, block.blocks)))

    document = replace(whole, blocks=tuple(map(called_nid, whole.blocks)), meta=replace(whole.meta, lang="fr"))
    made = from_translation(plain, Translated(document, frozenset(), frozenset(), draft=True), plain.beside)
    (term,) = made.text.front.glossary
    assert (term.term, term.definition) == ("nid", "The home that a bird builds. Where a bird sleeps.")


def test_a_section_that_asks_has_one_mark_at_its_end() -> None:
    original = lake("# T\n\n## When?\n\nNow.\n\n## Then\n\nLater.\n")
    text = xliff.write(original).decode()
    assert "Section: When?</note>" in text and "Section: Then.</note>" in text
