# SPDX-License-Identifier: AGPL-3.0-or-later
"""Languages by their small words: what stands in for words is left out however it is looked for."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.checks.web.speech import SHORTENED, WORD, likely, running

TEXTS = st.text("abé2_. ,;'’(§يA", max_size=40)


@settings(deadline=None)
@given(TEXTS)
def test_the_words_are_those_of_the_text_without_what_is_shortened(text: str) -> None:
    plain = re.sub(SHORTENED, " ", text).lower().replace("’", "'")
    assert running(text) == WORD.findall(plain)


def test_a_citation_is_in_no_language() -> None:
    assert running("Reg. No. 12-345, 67 Gaz. (U.S.C. 2a) is in force") == ["is", "in", "force"]
    assert not likely("Reg. No. 12-345, 67 Gaz. 890 (1999), 78 Gaz. 901, 12 T.L.R. no. 34, Pub. L. No. 107.")
    assert likely("The rule of the house is that the door is shut at night and that it is opened in the day.") == "en"
