# SPDX-License-Identifier: AGPL-3.0-or-later
"""Links that an extractor wrote into code. The texts were written for these tests."""

from __future__ import annotations

from pipeline.clean import clean
from tests.clean.test_extracted import _cleaned

LINK = "Ask `[lamp-log](https://example.org/lamp_log)` for the oil."


def test_a_link_comes_out_of_the_code() -> None:
    assert _cleaned(LINK) == "Ask [`lamp-log`](https://example.org/lamp_log) for the oil."


def test_code_that_shows_a_link_of_the_text_itself_stays() -> None:
    said = "Write `[lamp](lamp.md)`, or `see [lamp](https://example.org)`."
    assert _cleaned(said) == said
    listing = f"```\n{LINK}\n```"
    assert _cleaned(listing) == listing


def test_an_author_s_code_stays() -> None:
    text = f"# Lamps\n\n{LINK}\n"
    assert clean(text, lang="en").text == text
