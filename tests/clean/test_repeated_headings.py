# SPDX-License-Identifier: AGPL-3.0-or-later
"""Lines that are called like headings of the text: which are headings too. The texts were written for these tests."""

from __future__ import annotations

import pytest

from pipeline.clean import clean
from tests.clean.test_extracted import LONG, _cleaned

PART = f"## Reasons\n\n{LONG}."


def test_lines_that_say_what_headings_say_are_headings() -> None:
    body = f"{PART}\n\n{PART}\n\nReasons\n\n{LONG}."
    assert _cleaned(body).count("## Reasons") == 3
    assert clean(f"# Harbour\n\n{body}\n", lang="en").text.count("## Reasons") == 2  # no page is known


@pytest.mark.parametrize(
    "body",
    [
        f"{PART}\n\nReasons\n\n{LONG}.",  # one heading only
        f"{PART}\n\n{PART}\n\nReasons\n\nCosts\n\nDues",  # a list of contents
        f"{PART}\n\n{PART}\n\nreasons\n\n{LONG}.",
        f"{PART}\n\n{PART}\n\n{LONG} and the\n\nReasons\n\n{LONG}.",  # inside a sentence
    ],
)
def test_others_stay_text(body: str) -> None:
    assert _cleaned(body).count("## Reasons") == body.count("## Reasons")
