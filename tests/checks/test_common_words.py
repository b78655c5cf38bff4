# SPDX-License-Identifier: AGPL-3.0-or-later
"""The common words are those of wordfreq."""

from __future__ import annotations

import pytest
from wordfreq import get_frequency_dict, zipf_frequency

from pipeline.checks.common_words import common_words


@pytest.mark.parametrize("lang", ["en", "fr", "de", "es", "nl", "pt", "it", "pl", "ru"])
def test_they_are_those_of_the_short_list(lang: str) -> None:
    found = common_words(lang)
    assert set(found) == set(get_frequency_dict(lang, wordlist="small"))
    for word in list(found)[::997]:
        assert found[word] == pytest.approx(zipf_frequency(word, lang, wordlist="small"), abs=0.02)


@pytest.mark.parametrize("lang", ["", "tlh", "../en", "eo-x"])
def test_a_language_without_a_list_has_none(lang: str) -> None:
    assert common_words(lang) == {}
