# SPDX-License-Identifier: AGPL-3.0-or-later
"""The text in plain language for translators: its file says which text it holds."""

from __future__ import annotations

import re

import pytest

from pipeline.errors import InputError
from pipeline.plain.edition import plain_edition
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


def test_a_translation_of_it_is_not_merged_into_the_original_and_the_message_says_why() -> None:
    translated = exported().replace('srcLang="en"', 'srcLang="en" trgLang="fr"')
    with pytest.raises(InputError, match="plain language"):
        merge(lake(), translated.encode())


def test_a_section_that_asks_has_one_mark_at_its_end() -> None:
    original = lake("# T\n\n## When?\n\nNow.\n\n## Then\n\nLater.\n")
    text = xliff.write(original).decode()
    assert "Section: When?</note>" in text and "Section: Then.</note>" in text
